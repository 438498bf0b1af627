import type { Doc, Participant, Statement } from "../model/index.ts";
import { objectOf } from "../syntax/object.ts";
import { childrenOf, lowerAt } from "../syntax/tree.ts";
import type { Draft } from "./draft.ts";
import { partyOf } from "./kin.ts";
import type { Scene } from "./read.ts";

/** What is done with a thing told of before: it is asked for, offered, threatened or refused. */
const MOVES = new Set<Statement["modality"]>(["refused", "denied", "asked", "offered", "promised", "threatened"]);
/** Nouns that take up a move told before: "that demand", "the measure". */
const TAKEN_UP = new Set("demand request call appeal offer proposal condition threat measure step plan claim".split(" "));
const POINTING = new Set(["the", "that", "this", "these", "those", "such"]);
/** How many sentences back the thing may have been told of. */
const REACH = 2;

/**
 * "X asked Y for Z. Y rejected that demand.": the move is about what the demand was about and meant for who made it. Fills in what the words
 * leave unsaid, issues and the other side, from the nearest move or measure before that has to do with the same party.
 */
export function tieReferences(scene: Scene, drafts: readonly Draft[]): readonly Draft[] {
  const ordered = [...drafts].sort((a, b) => a.statement.trigger.start - b.statement.trigger.start);
  return drafts.map((draft) => {
    if (!MOVES.has(draft.statement.modality) || !takesUp(scene.doc, draft)) return draft;
    const before = ordered.slice(0, ordered.indexOf(draft)).findLast((other) => isNear(scene, other, draft) && fits(scene, other, draft));
    if (!before) return draft;
    const { issues, recipients, rules } = draft.statement;
    return {
      ...draft,
      statement: {
        ...draft.statement,
        issues: issues.length > 0 ? issues : before.statement.issues,
        recipients: recipients.length > 0 ? recipients : otherSide(scene, before, draft),
        rules: [...rules, "refers:before"],
      },
    };
  });
}

/** True where the object only points back: a pronoun, or "that demand". */
export function takesUp(doc: Doc, { act }: Draft): boolean {
  const object = objectOf(doc, act.trigger);
  if (object < 0) return false;
  if (doc.upos[object] === "PRON") return /^(?:it|them|this|that)$/.test(lowerAt(doc, object));
  return TAKEN_UP.has(doc.lemma[object] ?? "") && childrenOf(doc, object, "det").some((d) => POINTING.has(lowerAt(doc, d)));
}

function isNear(scene: Scene, a: Draft, b: Draft): boolean {
  const gap = (scene.doc.sentenceOf[b.act.trigger] ?? 0) - (scene.doc.sentenceOf[a.act.trigger] ?? 0);
  return gap > 0 && gap <= REACH;
}

/** A refusal takes up what another party asked or offered; the rest what has to do with the same party and names an issue. */
function fits(scene: Scene, before: Draft, draft: Draft): boolean {
  const own = partiesOf(scene, draft.statement.actors);
  const { actors, recipients, modality } = before.statement;
  if (own.length === 0) return false;
  if (draft.statement.modality === "refused" || draft.statement.modality === "denied")
    return (modality === "asked" || modality === "offered") && partiesOf(scene, actors).some((party) => !own.includes(party));
  return before.statement.issues.length > 0 && partiesOf(scene, [...actors, ...recipients]).some((party) => own.includes(party));
}

function otherSide(scene: Scene, before: Draft, draft: Draft): readonly Participant[] {
  const own = partiesOf(scene, draft.statement.actors);
  const apart = (some: readonly Participant[]) => some.filter((p) => !own.includes(partyOf(scene.actors, p.actor)));
  const others = apart(before.statement.actors);
  return others.length > 0 ? others : apart(before.statement.recipients);
}

function partiesOf(scene: Scene, some: readonly Participant[]): readonly string[] {
  return some.map((p) => partyOf(scene.actors, p.actor));
}
