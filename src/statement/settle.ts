import type { Doc, Statement } from "../model/index.ts";
import { contains } from "../model/index.ts";
import { casesOf, childrenOf, firstConjunct, hasRelation } from "../syntax/tree.ts";
import { makeId } from "../text/hash.ts";
import type { ActReading } from "./act/reading.ts";
import type { Draft } from "./draft.ts";
import { partyOf } from "./kin.ts";
import type { Scene } from "./read.ts";
import { standsAlone } from "./silent/alone.ts";

/** Gives each statement its id, drops the ones another says better, and ties conditions to the statements inside them. */
export function settle(scene: Scene, drafts: readonly Draft[]): readonly Statement[] {
  const kept = drafts.filter(
    (d) =>
      (ledSide(d) ? isMeetingTold(drafts) : !standsAlone(scene, d)) &&
      !drafts.some((other) => other !== d && (governs(scene, d, other) || isMatterOf(scene, d, other) || saysBetter(scene, other, d))),
  );
  const seen = new Map<string, number>();
  return kept.map(({ statement }) => {
    const key = makeId(scene.article.id, statement.trigger.start, statement.trigger.end, statement.eventType, statement.modality);
    const nth = seen.get(key) ?? 0;
    seen.set(key, nth + 1);
    return { id: nth === 0 ? key : makeId(key, nth), ...statement };
  });
}

const MEETING = new Set<Statement["eventType"]>(["CONSULT", "AGREE"]);

/** "X headed the A team": told of a meeting only where the article tells of one; elsewhere it may be a team of any kind. */
const ledSide = ({ act }: Draft): boolean => act.rules[0] === "act.lead.side=CONSULT";

function isMeetingTold(drafts: readonly Draft[]): boolean {
  return drafts.some((one) => MEETING.has(one.statement.eventType) && !ledSide(one) && one.statement.actors.length > 0);
}

/** "asked for the release": the asking is told by the release, asked for; "rejected X's offer to talk" not, where the talks are X's offer. */
function governs(scene: Scene, draft: Draft, other: Draft): boolean {
  if (ANSWER.has(draft.statement.eventType) && areOthers(scene, draft, other)) return false;
  return (
    other.governors.some((token) => draft.act.trigger === token || draft.act.words.includes(token)) &&
    !draft.governors.includes(other.act.trigger)
  );
}

/** True where both say who acts, and nobody does both. */
function areOthers({ actors }: Scene, one: Draft, other: Draft): boolean {
  const doers = (d: Draft) => d.statement.actors.map(({ actor }) => partyOf(actors, actor));
  return doers(one).length > 0 && doers(other).length > 0 && !doers(one).some((p) => doers(other).includes(p));
}

/** What answers another's move. */
const ANSWER = new Set<Statement["eventType"]>(["REJECT", "AGREE", "CONCEDE"]);

const OPEN_MOVES = new Set<Statement["modality"]>(["asked", "offered", "promised", "threatened", "refused", "denied", "hypothetical"]);
/** "offered it in talks with X", "on a visit to X": what goes on around it. */
const HELD = new Set(["in", "at", "on"]);

const ASIDE = new Set(["after", "before", "following", "since", "during", "despite", "amid"]);

/** "rejected a demand for payment": what is refused, asked or offered was not done. A phrase beside the move ("after the attack") is told for itself. */
function isMatterOf(scene: Scene, draft: Draft, other: Draft): boolean {
  const { doc } = scene;
  if (!draft.act.nominal || draft.statement.modality !== "done" || !OPEN_MOVES.has(other.statement.modality)) return false;
  // "rejected X's accusations": X made them.
  if (draft.statement.eventType === "ACCUSE" && areOthers(scene, draft, other)) return false;
  // "offered it in talks with X": the talks were held.
  if (draft.statement.eventType === "CONSULT" && casesOf(doc, draft.act.trigger).some((c) => HELD.has(c))) return false;
  for (let t = draft.act.trigger; t >= 0 && doc.upos[t] !== "VERB"; t = doc.head[t] ?? -1) {
    if (hasRelation(doc, t, "obl", "advcl") && casesOf(doc, t).some((c) => ASIDE.has(c))) return false;
    const up = doc.head[t] ?? -1;
    if (up === other.act.trigger || other.act.words.includes(up)) return true;
  }
  return false;
}

/** The same act told by a verb and by its noun counts once: the one with more of its roles filled, then the earlier. */
function saysBetter({ doc }: Scene, other: Draft, draft: Draft): boolean {
  const a = other.statement;
  const b = draft.statement;
  const sameWords = a.trigger.start === b.trigger.start && a.trigger.end === b.trigger.end;
  const sameAct =
    a.eventType === b.eventType && a.modality === b.modality && (contains(a.evidence, b.trigger) || contains(b.evidence, a.trigger));
  if (!sameWords && (!(sameAct && sameRoles(a, b)) || areTwo(doc, other.act, draft.act) || areOtherDeeds(a, b))) return false;
  const weigh = (d: Draft) => d.statement.actors.length * 2 + d.statement.recipients.length * 2 + (d.act.nominal ? 0 : 1);
  return weigh(other) !== weigh(draft)
    ? weigh(other) > weigh(draft)
    : a.trigger.start < b.trigger.start || (sameWords && a.eventType < b.eventType);
}

/** "closed its embassy and called its staff home": two verbs joined, each with something of its own that it is done to. */
function areTwo(doc: Doc, a: ActReading, b: ActReading): boolean {
  if (a.nominal || b.nominal || firstConjunct(doc, a.trigger) !== firstConjunct(doc, b.trigger)) return false;
  return [a, b].every(({ trigger }) => childrenOf(doc, trigger, "obj", "obl", "nsubj:pass").length > 0);
}

/** Types whose modes tell deeds apart, where those of other types tell one deed more or less closely. */
const APART = new Set<Statement["eventType"]>(["RETREAT", "COERCE", "SANCTION"]);

/** "called for a truce and urged X to free them": a truce is no release. */
const areOtherDeeds = (a: Draft["statement"], b: Draft["statement"]): boolean =>
  APART.has(a.eventType) && a.mode !== null && b.mode !== null && a.mode !== b.mode;

function sameRoles(a: Statement | Draft["statement"], b: Draft["statement"]): boolean {
  const covers = (x: readonly { actor: string }[], y: readonly { actor: string }[]) => y.every((p) => x.some((q) => q.actor === p.actor));
  return (
    (covers(a.actors, b.actors) && covers(a.recipients, b.recipients)) || (covers(b.actors, a.actors) && covers(b.recipients, a.recipients))
  );
}
