import type { Doc, Participant, Statement } from "../model/index.ts";
import { ownerOf } from "../syntax/owner.ts";
import { casesOf, childOf, childrenOf, lowerAt, subtreeOf } from "../syntax/tree.ts";
import type { Draft } from "./draft.ts";
import { fillSlot } from "./fill.ts";
import { isParty, partyOf } from "./kin.ts";
import { participantsAt } from "./participant.ts";
import type { Scene } from "./read.ts";
import { isSomebody } from "./role/unknown.ts";
import { isOneOf } from "./sets.ts";

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
 * Fills in the recipient that a move leaves unsaid ("the group has refused") with the party the actor deals with throughout
 * the article, where that party is named in the same sentence or the two before it. The role then stands on that mention.
 * Who does an act is never filled in so: a doer left unsaid is seldom the other side.
 */
export function fillCounterparts(scene: Scene, drafts: readonly Draft[]): readonly Draft[] {
  const dealings = countDealings(scene, drafts);
  return drafts.map((draft) => {
    const { actors, modality, eventType } = draft.statement;
    const recipients = withoutFreed(scene, draft);
    const told = !HARSH.has(eventType) ? ADDRESSED.has(modality) || MUTUAL.has(eventType) : modality === "threatened";
    const [known] = actors;
    if (!(told || MEASURES.has(eventType)) || !known || recipients.length > 0) return draft;
    const asker = eventType === "REJECT" ? proposerOf(scene, draft, drafts) : null;
    if (asker) {
      const rules = [...draft.statement.rules, "roles:answered"];
      return { ...draft, statement: { ...draft.statement, recipients: [asker], rules } };
    }
    if (isJoint(scene, draft) || isOfOthers(draft) || isToNobody(scene, draft) || isNamedUnknown(scene, draft)) return draft;
    const other = partner(dealings, partyOf(scene.actors, known.actor));
    if (eventType === "REJECT" && !(other && (deniesCharge(scene, draft) || isProvoked(scene, draft, other, drafts)))) return draft;
    const named = other && nearestMention(scene, draft, other, told ? REACH : 0);
    if (!named || actors.some((a) => partyOf(scene.actors, a.actor) === other)) return draft;
    if (!isBetweenTwo(scene, draft, named, [partyOf(scene.actors, known.actor), other ?? ""], drafts)) return draft;
    // A measure hits the party, not whoever of it stands near.
    const met = told || scene.actors.get(named.actor)?.kind !== "person" ? named : { ...named, actor: other };
    const rules = [...draft.statement.rules, "roles:counterpart"];
    return { ...draft, statement: { ...draft.statement, recipients: [met], rules } };
  });
}

/**
 * True where nobody but the two is spoken of from where the other side is named to the end of the move's sentence,
 * or where the two deal with each other in that sentence, or just before, whoever else stands in it.
 */
function isBetweenTwo(scene: Scene, { act }: Draft, named: Participant, two: readonly string[], drafts: readonly Draft[]): boolean {
  const { doc, actors, mentions, index } = scene;
  const sentence = (t: number) => doc.sentenceOf[t] ?? 0;
  const last = sentence(act.trigger);
  const first = sentence(mentions.find((m) => m.start === named.start)?.head ?? act.trigger);
  // Where something lies or happens is no third side.
  const taking = [...index.values()].flat();
  const others = taking.filter((m) => sentence(m.head) >= first && sentence(m.head) <= last && isParty(actors, m.actor));
  if (others.every((m) => two.includes(partyOf(actors, m.actor)))) return true;
  const of = (some: readonly Participant[]) => two.filter((party) => some.some((p) => partyOf(actors, p.actor) === party));
  return (
    first === last &&
    drafts.some(({ act: near, statement: { actors: doers, recipients } }) => {
      const back = last - sentence(near.trigger);
      return near !== act && back >= 0 && back <= REACH && new Set([...of(doers), ...of(recipients)]).size > 1;
    })
  );
}

/** "offered to free the hostages": those to be freed, of whom nothing else is told, are not whom it is offered to. */
function withoutFreed({ mentions }: Scene, { statement }: Draft): readonly Participant[] {
  if (statement.mode !== "release" || !ADDRESSED.has(statement.modality)) return statement.recipients;
  return statement.recipients.filter((r) => !mentions.some((m) => m.rule === "rest" && m.start === r.start && m.end === r.end));
}

/** "X and Y met", "X and Y will reach a deal": both sides are told. */
function isJoint({ actors }: Scene, { statement }: Draft): boolean {
  if (statement.eventType === "CONSULT") return statement.actors.length > 1;
  const mutual = statement.eventType === "COOPERATE" || statement.mode === "agreement";
  return mutual && new Set(statement.actors.map((a) => partyOf(actors, a.actor))).size > 1;
}

/** "called for disputes to be settled", "threats from X and Y": asked of whoever it concerns, a danger to anybody. */
function isToNobody({ doc }: Scene, { act, statement }: Draft): boolean {
  if (act.rules[0]?.startsWith("act.spoken") || (statement.eventType === "SUPPORT" && statement.modality === "promised")) return true;
  // "offered to let the islanders stay": it is them it is offered to.
  if (statement.eventType === "AGREE" && statement.modality === "offered" && fillSlot(doc, act.trigger, act.words, "comp-obj") >= 0)
    return true;
  if (statement.eventType === "REQUEST" && !act.nominal && fillSlot(doc, act.trigger, act.words, "for") >= 0)
    return (
      doc.lemma[act.trigger] !== "ask" ||
      childrenOf(doc, act.trigger, "advcl", "ccomp", "xcomp").some((c) => casesOf(doc, c).includes("to"))
    );
  return (
    statement.eventType === "THREATEN" &&
    act.nominal &&
    doc.xpos[act.trigger] === "NNS" &&
    fillSlot(doc, act.trigger, act.words, "from") >= 0
  );
}

/** "denied the allegations", whoever made them; "has refused", and no more. */
function deniesCharge(scene: Scene, { act, statement }: Draft): boolean {
  if (childrenOf(scene.doc, act.trigger, "obj", "ccomp", "xcomp", "obl").length === 0) return true;
  const object = fillSlot(scene.doc, act.trigger, act.words, "obj");
  return statement.modality === "denied" && object >= 0 && (isOneOf(scene, object, "charge") || scene.doc.lemma[object] === "claim");
}

/** True where the other side accused the one who now denies or refuses, or asked or offered something, a few sentences before or in the same. */
function isProvoked({ doc, actors }: Scene, draft: Draft, other: string, drafts: readonly Draft[]): boolean {
  const sentence = doc.sentenceOf[draft.act.trigger] ?? 0;
  const own = draft.statement.actors.map((a) => partyOf(actors, a.actor));
  const of = (some: readonly Participant[], party: string) => some.some((p) => partyOf(actors, p.actor) === party);
  return drafts.some(({ act, statement }) => {
    const back = sentence - (doc.sentenceOf[act.trigger] ?? 0);
    const words = ["ACCUSE", "REQUEST", "THREATEN"].includes(statement.eventType) || MADE.has(statement.modality);
    return words && back >= 0 && back <= REACH + 1 && of(statement.actors, other) && own.some((party) => of(statement.recipients, party));
  });
}

/** "X offered a truce, which Y rejected", "X accused Y of fraud, which Y denies": who made the last offer or charge of the sentence is answered; else null. */
function proposerOf({ doc, actors }: Scene, draft: Draft, drafts: readonly Draft[]): Participant | null {
  const { trigger, words } = draft.act;
  const answerer = draft.statement.actors[0];
  const object = fillSlot(doc, trigger, words, "obj");
  const taken = childrenOf(doc, trigger, "obj")[0] ?? -1;
  const back = POINTING.has(lowerAt(doc, taken)) || childrenOf(doc, object, "det").some((d) => POINTING.has(lowerAt(doc, d)));
  if (!answerer || object < 0 || !back) return null;
  const blames = ({ eventType, recipients }: Draft["statement"]) =>
    eventType === "ACCUSE" && recipients.some((r) => partyOf(actors, r.actor) === partyOf(actors, answerer.actor));
  const before = drafts.filter(
    ({ act, statement }) =>
      (MADE.has(statement.modality) || blames(statement)) &&
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

/** Deeds that befall somebody: to refuse one is to say nothing to anybody. */
const HARSH = new Set<Statement["eventType"]>(["COERCE", "ASSAULT", "SANCTION", "MOBILIZE"]);

/** "met the mayor", "pledged aid to the island": the other side is said, only nobody known. */
function isNamedUnknown(scene: Scene, { act, statement }: Draft): boolean {
  const { doc, index } = scene;
  const slots = act.frame.recipient;
  const filledBy = (some: readonly string[]) =>
    some.map((slot) => fillSlot(doc, act.trigger, act.words, slot)).filter((t) => t >= 0 && !act.words.includes(t));
  const filled = filledBy(slots);
  // A visit to a town is one to its state, told before; what else is visited may lie anywhere. In the own land there are no hosts.
  if (statement.mode === "visit")
    return (
      filled.length === 0 ||
      filled.some((t) => !isTown(doc, t) || [t, ownerOf(doc, t)].some((own) => participantsAt(doc, own, index).length > 0))
    );
  // "will not endorse the measures": backed is what the words name. "met with senior officers": who they are is open.
  if (statement.eventType === "SUPPORT" && filled.length > 0 && !filled.some((t) => isOneOf(scene, t, "relation"))) return true;
  if (statement.eventType === "CONSULT" && filledBy(slots.filter((slot) => slot === "obj" || slot === "with")).length > 0) return true;
  // "tariffs on foreign goods", "asked the staff to wait": told of by words that name nobody known.
  const unknown = HARSH.has(statement.eventType)
    ? filledBy(slots.filter((slot) => TOWARDS.has(slot))).some((t) => doc.upos[t] === "NOUN" || lowerAt(doc, t) === "those")
    : filledBy(slots.slice(0, 1)).some((t) => isSomebody(doc, t));
  if (unknown || filled.some((t) => doc.upos[t] === "PROPN")) return true;
  const towards = (t: number) => doc.upos[t] === "PROPN" && casesOf(doc, t).some((c) => slots.includes(c) && TOWARDS.has(c));
  return subtreeOf(doc, act.trigger).some((t) => t > act.trigger && towards(t));
}

/** "Lima": a name of one word. */
const isTown = (doc: Doc, token: number): boolean =>
  doc.upos[token] === "PROPN" && childOf(doc, token, "flat", "compound", "amod", "det", "nmod", "nmod:poss") < 0;

const TOWARDS = new Set(["to", "for", "with", "against", "on"]);

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
