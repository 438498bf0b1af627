import type { Doc, Participant, Statement } from "../model/index.ts";
import { ownerOf } from "../syntax/roles.ts";
import { casesOf, childrenOf, lowerAt, subtreeOf } from "../syntax/tree.ts";
import type { Draft } from "./draft.ts";
import { fillSlot } from "./fill.ts";
import { isParty, partyOf } from "./kin.ts";
import { participantsAt } from "./participant.ts";
import type { Scene } from "./read.ts";

/** Moves that are made to somebody, said or not; a meeting takes two as well. */
const ADDRESSED = new Set<Statement["modality"]>(["asked", "offered", "promised", "threatened", "refused", "denied"]);

/** Acts that take two whatever is done with them. */
const MUTUAL = new Set<Statement["eventType"]>(["CONSULT", "REQUEST", "THREATEN", "REJECT"]);

/** Measures hit somebody, who may stand elsewhere in the sentence. */
const MEASURES = new Set<Statement["eventType"]>(["SANCTION"]);

/** How many sentences back the other side may have been named. */
const REACH = 2;
/** Least share, and number, of the actor's dealings in the article that must be with the other side. */
const LEAST_SHARE = 0.6;
const LEAST_DEALINGS = 2;

/**
 * Fills in the side that a move leaves unsaid ("the group has refused") with the party the actor deals with throughout
 * the article, where that party is named in the same sentence or the two before it. The role then stands on that mention.
 */
export function fillCounterparts(scene: Scene, drafts: readonly Draft[]): readonly Draft[] {
  const dealings = countDealings(scene, drafts);
  return drafts.map((draft) => {
    const { actors, recipients, modality, eventType } = draft.statement;
    const told = ADDRESSED.has(modality) || MUTUAL.has(eventType);
    if (!(told || (MEASURES.has(eventType) && actors.length > 0)) || (actors.length === 0) === (recipients.length === 0)) return draft;
    if ((eventType === "CONSULT" && actors.length > 1) || isOfOthers(draft) || isNamedUnknown(scene, draft)) return draft;
    if (actors.length === 0 && eventType !== "CONSULT" && !isPronoun(scene, draft)) return draft;
    const known = (actors.length > 0 ? actors : recipients)[0]!;
    const other = partner(dealings, partyOf(scene.actors, known.actor));
    const asker = eventType === "REJECT" && modality === "refused" ? proposerOf(scene, draft, drafts) : null;
    if (asker) {
      const rules = [...draft.statement.rules, "roles:answered"];
      return { ...draft, statement: { ...draft.statement, recipients: [asker], rules } };
    }
    const named = other && nearestMention(scene, draft, other, told ? REACH : 0);
    if (!named) return draft;
    // A measure hits the party, not whoever of it stands near.
    const met = told || scene.actors.get(named.actor)?.kind !== "person" ? named : { ...named, actor: other };
    const side = actors.length > 0 ? { recipients: [met] } : { actors: [met] };
    const rules = [...draft.statement.rules, "roles:counterpart"];
    return { ...draft, statement: { ...draft.statement, ...side, rules } };
  });
}

/** "X offered a truce, which Y rejected", "X proposed a meeting but Y spurned that offer": who made the last offer of the sentence is answered; else null. */
function proposerOf({ doc, actors }: Scene, draft: Draft, drafts: readonly Draft[]): Participant | null {
  const { trigger, words } = draft.act;
  const answerer = draft.statement.actors[0];
  const object = fillSlot(doc, trigger, words, "obj");
  const taken = childrenOf(doc, trigger, "obj")[0] ?? -1;
  const back = POINTING.has(lowerAt(doc, taken)) || childrenOf(doc, object, "det").some((d) => POINTING.has(lowerAt(doc, d)));
  if (!answerer || object < 0 || !back) return null;
  const before = drafts.filter(
    ({ act, statement }) =>
      MADE.has(statement.modality) &&
      act.trigger < trigger &&
      doc.sentenceOf[act.trigger] === doc.sentenceOf[trigger] &&
      statement.actors.length > 0,
  );
  const maker = before.sort((a, b) => b.act.trigger - a.act.trigger)[0]?.statement.actors[0];
  return maker && partyOf(actors, maker.actor) !== partyOf(actors, answerer.actor) ? maker : null;
}

const POINTING = new Set(["that", "this", "which", "it"]);
const MADE = new Set<Statement["modality"]>(["asked", "offered"]);

/** "discussed the plan", "rejected the report", "arranged the transfer": what such words are about need not have come from the one it deals with. */
function isOfOthers({ act, statement }: Draft): boolean {
  const { eventType, mode, modality } = statement;
  if (eventType === "CONSULT") return mode === "third-party" || (act.frame.recipient.length === 1 && act.frame.object.includes("obj"));
  return act.nominal && modality === "offered" && HARSH.has(eventType);
}

const HARSH = new Set<Statement["eventType"]>(["COERCE", "ASSAULT", "SANCTION"]);

/** "met the mayor", "pledged aid to the island": the other side is said, only nobody known. */
function isNamedUnknown({ doc, index, hosts }: Scene, { act, statement }: Draft): boolean {
  const doer = statement.actors.length === 0;
  const slots = doer ? act.frame.actor : act.frame.recipient;
  const filled = slots.map((slot) => fillSlot(doc, act.trigger, act.words, slot)).filter((t) => t >= 0 && !act.words.includes(t));
  // Where a visit goes is a place, and its hosts may be told before; in the own land there are none.
  if (statement.mode === "visit")
    return filled.some((t) => !hosts.has(t) && [t, ownerOf(doc, t)].some((own) => participantsAt(doc, own, index).length > 0));
  // A doer who is told of, by whatever word, is not the other side.
  if (filled.some((t) => doc.upos[t] === "PROPN" || (doer && doc.upos[t] === "NOUN"))) return true;
  const towards = (t: number) => doc.upos[t] === "PROPN" && casesOf(doc, t).some((c) => slots.includes(c) && TOWARDS.has(c));
  return !doer && subtreeOf(doc, act.trigger).some((t) => t > act.trigger && towards(t));
}

/** True where a pronoun does it: "they refused". A doer left out altogether need not be the other side. */
function isPronoun({ doc }: Scene, { act }: Draft): boolean {
  const subject = act.frame.actor.includes("subj") ? fillSlot(doc, act.trigger, act.words, "subj") : -1;
  return doc.upos[subject] === "PRON";
}

const TOWARDS = new Set(["to", "for", "with", "against"]);

/** Party → the parties it deals with in statements that name both → how often. */
function countDealings(scene: Scene, drafts: readonly Draft[]): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const dealings = new Map<string, Map<string, number>>();
  const add = (a: string, b: string) => {
    const row = dealings.get(a) ?? new Map<string, number>();
    dealings.set(a, row.set(b, (row.get(b) ?? 0) + 1));
  };
  for (const { statement } of drafts) {
    const a = statement.actors[0] && partyOf(scene.actors, statement.actors[0].actor);
    const b = statement.recipients[0] && partyOf(scene.actors, statement.recipients[0].actor);
    if (!a || !b || a === b || !isParty(scene.actors, a) || !isParty(scene.actors, b)) continue;
    add(a, b);
    add(b, a);
  }
  return dealings;
}

function partner(dealings: ReadonlyMap<string, ReadonlyMap<string, number>>, party: string): string | null {
  const row = [...(dealings.get(party) ?? [])].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const all = row.reduce((sum, [, n]) => sum + n, 0);
  const [best] = row;
  return best && best[1] >= LEAST_DEALINGS && best[1] / all >= LEAST_SHARE ? best[0] : null;
}

/** The last mention of a party before the end of the move's sentence. */
function nearestMention(scene: Scene, draft: Draft, party: string, reach: number): Participant | null {
  const { doc } = scene;
  const sentence = doc.sentenceOf[draft.act.trigger] ?? 0;
  const near = scene.mentions.filter((m) => {
    const at = doc.sentenceOf[m.head] ?? 0;
    return (
      at <= sentence && at >= sentence - reach && sameParagraphs(doc, m.head, draft.act.trigger) && partyOf(scene.actors, m.actor) === party
    );
  });
  const last = near.at(-1);
  return last ? { actor: last.actor, start: last.start, end: last.end } : null;
}

/** No more than one line break lies between them. */
function sameParagraphs(doc: Doc, a: number, b: number): boolean {
  return doc.text.slice(doc.start[Math.min(a, b)], doc.end[Math.max(a, b)]).split("\n").length <= 3;
}
