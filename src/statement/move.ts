import type { Doc, EventType, Modality } from "../model/index.ts";
import { contains } from "../model/index.ts";
import { casesOf, childrenOf, hasRelation, lowerAt, sentenceAt, subtreeOf } from "../syntax/tree.ts";
import type { ActReading } from "./act/reading.ts";
import { isImperative } from "./condition/imperative.ts";
import { readCondition } from "./condition/read.ts";
import type { ConditionReading } from "./condition/reading.ts";
import { ownControl } from "./modality/governors.ts";
import { isNegated, modalOf } from "./modality/own.ts";
import { isDropped, isLeftOpen, readModality } from "./modality/read.ts";
import type { ModalityReading } from "./modality/reading.ts";
import type { Scene } from "./read.ts";
import { voicesOver } from "./speaker.ts";
import { isTerm } from "./term.ts";
import type { Voice } from "./voice/voice.ts";

/** What is done with an act: asked, offered, threatened, done; on what condition; in whose words. */
export interface Move {
  readonly eventType: EventType;
  readonly modality: Modality;
  readonly positive: boolean;
  readonly condition: ConditionReading | null;
  /** The act's trigger and the words that govern it, from the innermost outwards. */
  readonly chain: readonly number[];
  readonly reading: ModalityReading;
  /** The voices over the act, the innermost first. */
  readonly over: readonly Voice[];
}

/** Acts that are a modality of their own: to demand is to ask, to threaten is to threaten. */
const OWN_MODALITY: Partial<Record<EventType, Modality>> = { REQUEST: "asked", THREATEN: "threatened", REJECT: "refused" };
/** An agreement named by one of these is still to be made. */
const PROPOSED = new Set(["proposal", "offer", "overture", "readiness", "willingness", "interest", "desire"]);
/** To sign a ceasefire is to agree; to keep one is to hold fire. */
const SIGNING = new Set(["sign", "ink", "reach", "conclude", "seal", "agree"]);
/** Acts that say no more than their control word: what it does, they do. */
const PLAIN = new Set<EventType>(["AGREE", "CONCEDE", "REJECT", "COOPERATE", "CONSULT", "AID"]);
export const CONFLICT: ReadonlySet<EventType> = new Set(["SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "PROTEST", "THREATEN"]);
const FUTURE = new Set(["will", "'ll", "’ll", "shall", "would", "wo"]);

const WOULD = new Set(["would", "'d", "’d"]);

/** "would": the past of "will" where somebody's words are told; in his own mouth it supposes, unless he says on what condition. */
function supposed(reading: ModalityReading, over: readonly Voice[], conditional: boolean): ModalityReading {
  const open = reading.modality === "planned" || reading.modality === "hypothetical";
  if (!open || reading.governor !== null || !WOULD.has(reading.modal ?? "") || over.length === 0) return reading;
  return { ...reading, modality: over[0]?.form === "direct" && !conditional ? "hypothetical" : "planned" };
}

const DEEDS = new Set<EventType>(["RETREAT", "AID", "COOPERATE", "CONCEDE", "SANCTION", "MOBILIZE"]);
const AWAITED = new Set(["hope", "expect", "wish"]);

/** What a term of an agreement reads as where nothing says that it is one. */
const OPEN: ReadonlySet<Modality> = new Set(["done", "ongoing", "planned"]);

/** Reads what is done with an act; null where the words make no claim about it. */
export function readMove(scene: Scene, act: ActReading): Move | null {
  const { doc, lexicons } = scene;
  const { trigger } = act;
  const read = ownReading(doc, act, readModality(doc, trigger, lexicons.control), lexicons);
  const dropped = act.nominal && (act.eventType === "REQUEST" || act.eventType === "THREATEN") && isDropped(doc, trigger);
  const chain = [trigger, ...(read.governor ? [read.governor.token] : []), ...(read.inner ? [read.inner.token] : [])];
  // "agreed to meet" is told of them, not said by them: the word that governs an act is no voice over it.
  const over = voicesOver(scene.voices, { start: doc.start[trigger]!, end: doc.end[trigger]! }).filter(
    (v) => v.cueToken === null || !chain.includes(v.cueToken),
  );
  const condition = readCondition(doc, chain) ?? spokenCondition(scene, trigger);
  const reading = supposed(read, over, condition !== null);
  if (reading.modality === null || dropped) return null;
  const move = { condition, chain, reading, over };
  // What is not ruled out is held open: a threat where it is bad, no news where it is not.
  if (isLeftOpen(doc, trigger))
    return isBad(scene, trigger) ? { ...move, eventType: "THREATEN", modality: "hypothetical", positive: true } : null;
  if (isOpposed(doc, act, reading)) return null;
  const eventType = typeOf(doc, act, reading);
  const positive = reading.positive;
  // "could find that they lie and suspend them": what goes on from a verb that tells is no command.
  const joined = hasRelation(doc, trigger, "conj") && doc.xpos[doc.head[trigger] ?? -1] !== "VB" && modalOf(doc, trigger) !== null;
  if (isImperative(doc, trigger) && !joined && act.eventType !== "THREATEN") {
    // An imperative tells nothing that was done: in somebody's mouth it asks, elsewhere it is no news.
    return over[0]?.form === "direct" ? { ...move, eventType, positive, modality: "asked" } : null;
  }
  // "agreed a treaty" made it; "agreed to a treaty" gave a word.
  const deal = act.words.filter((t) => doc.upos[t] === "NOUN");
  const made =
    act.mode === "agreement" && doc.lemma[act.trigger] === "agree" && deal.length > 0 && deal.every((t) => casesOf(doc, t).length === 0);
  // "called the king", "called the charge absurd", "pushed back on it": these ask for nothing.
  const bare =
    (reading.modality === "done" || reading.modality === "ongoing") &&
    PLAIN.has(act.eventType) &&
    !made &&
    !["call", "push"].includes(doc.lemma[trigger] ?? "")
      ? ownControl(doc, trigger, lexicons.control)
      : null;
  // "agreed on a swap": a deed that some have agreed on is still to be done.
  const agreed = reading.modality === "done" && !act.nominal && act.words.length > 1 && doc.lemma[trigger] === "agree";
  if (agreed && DEEDS.has(act.eventType)) return { ...move, eventType, positive, modality: "planned" };
  // "failed to agree" gives no word, not even a word against it.
  const none = bare === "promised" && !positive && eventType === "AGREE";
  const own = bare === "denied" && isWithheld(act) ? "refused" : none ? reading.modality : (bare ?? reading.modality);
  // "announced that it would close the port": a measure that is announced is decided, no threat.
  const decided = condition === null && doc.lemma[over[0]?.cueToken ?? -1] === "announce";
  const told =
    decided && reading.modality === "planned" && CONFLICT.has(act.eventType)
      ? "planned"
      : modalityOf(doc, act, own, reading, over.length > 0, condition !== null);
  const soon = (told === "done" || told === "ongoing") && isComing(doc, act, reading);
  if (soon) return { ...move, eventType, positive, modality: "planned" };
  const open = OPEN.has(told) || (told === "hypothetical" && WOULD.has(reading.modal ?? ""));
  const modality = open && !CONFLICT.has(act.eventType) && isTerm(doc, trigger) ? "promised" : told;
  // "will not meet X unless it pays": what is held back on a condition is refused for now.
  if (modality === "offered" && !positive && !reading.governor) return { ...move, eventType, positive: true, modality: "refused" };
  return { ...move, eventType, positive, modality };
}

const ANSWERED = new Set<Modality>(["refused", "denied", "promised"]);

/** "rejected a demand", "agreed to a request", "will meet threats with force": the demand was made, its answer is told by its own verb. "charged with killing X": a crime one is charged with is no task. */
function ownReading(doc: Doc, act: ActReading, reading: ModalityReading, lexicons: Scene["lexicons"]): ModalityReading {
  const made =
    act.nominal &&
    (act.eventType === "REQUEST" || act.eventType === "THREATEN") &&
    (ANSWERED.has(reading.modality ?? "done") || (reading.modality === "planned" && reading.governor === null));
  const charged = CONFLICT.has(act.eventType) && reading.governor !== null && doc.lemma[reading.governor.token] === "charge";
  // "charged with planning a raid": planned it was.
  const crime = charged && (reading.inner === null || reading.inner.control.modality === "done");
  // "approved a package of sanctions": a body's measure is in force once approved. "came at the request of X": it was made.
  const passed =
    act.eventType === "SANCTION" && act.nominal && reading.governor !== null && doc.lemma[reading.governor.token] === "approve";
  const heeded = act.eventType === "REQUEST" && act.nominal && isAtRequest(doc, act.trigger);
  const opposed = act.nominal && !CONFLICT.has(act.eventType) && isAgainst(doc, act, reading);
  if (made || crime || passed || heeded || opposed) return { ...reading, modality: "done", governor: null, inner: null };
  if (isKeptUp(doc, act, reading)) return { ...reading, modality: "ongoing" };
  const given = reading.modality === "planned" && reading.governor === null ? giverOf(doc, act) : -1;
  if (given >= 0) {
    const { modality } = readModality(doc, given, lexicons.control);
    if (modality === "done" || modality === "ongoing") return { ...reading, modality };
  }
  if (reading.modality === "planned" && reading.positive && isHeldThere(doc, act, lexicons)) return { ...reading, modality: "done" };
  if (reading.modality === "planned" && reading.governor === null && isGathered(doc, act)) return { ...reading, modality: "done" };
  if (reading.modality === "done" && reading.governor === null && isAlong(doc, act)) return { ...reading, modality: "planned" };
  const carrier = reading.modality === "done" && reading.positive ? carrierToCome(doc, act) : -1;
  return carrier < 0 ? reading : { ...reading, modality: "planned", positive: !isNegated(doc, carrier) };
}

/** "opposed to Chile's truce": whose truce it is keeps it. */
function isAgainst(doc: Doc, { trigger }: ActReading, { governor }: ModalityReading): boolean {
  if (governor === null || !OPPOSE.has(doc.lemma[governor.token] ?? "") || governor.control.modality !== "refused") return false;
  return childrenOf(doc, trigger, "nmod:poss").some((c) => doc.upos[c] === "PROPN");
}

const KEEP_UP = new Set(["continue", "sustain", "prolong", "maintain"]);
const OPEN_STILL = new Set<Modality>(["planned", "hypothetical"]);

/** "its means to sustain its war", "wants to prolong the siege": what can be kept up is under way. */
function isKeptUp(doc: Doc, act: ActReading, reading: ModalityReading): boolean {
  const carried = act.rules.some((r) => r.startsWith("support.")) && act.words.some((t) => KEEP_UP.has(doc.lemma[t] ?? ""));
  if (
    !carried ||
    reading.modal !== null ||
    !CONFLICT.has(act.eventType) ||
    !OPEN_STILL.has(reading.modality ?? "done") ||
    !reading.positive
  )
    return false;
  return act.words.some((t) => childrenOf(doc, t, "det", "nmod:poss").some((c) => !["a", "an", "any"].includes(lowerAt(doc, c))));
}

const GIVING = new Set("allocate contribute contribution deliver donate donation give grant provide send spend".split(" "));

/** "has given ten million to help X": the help is what was given; the word of giving above, or -1. */
function giverOf(doc: Doc, { eventType, trigger }: ActReading): number {
  if (eventType !== "AID" || doc.xpos[trigger] !== "VB" || !casesOf(doc, trigger).includes("to")) return -1;
  for (let t = doc.head[trigger] ?? -1, steps = 0; t >= 0 && steps < 4; t = doc.head[t] ?? -1, steps++) {
    if (GIVING.has(doc.lemma[t] ?? "")) return t;
    if (doc.upos[t] === "VERB") return -1;
  }
  return -1;
}

const UTTERED = new Set<EventType>(["ACCUSE", "REJECT", "REQUEST", "SUPPORT", "THREATEN", "SAY"]);

/** "will fly to X on Monday, visiting Y": a deed that goes along with one to come is to come as well; what is said beside it is said. */
function isAlong(doc: Doc, { eventType, trigger }: ActReading): boolean {
  const free = doc.xpos[trigger] === "VBG" && hasRelation(doc, trigger, "advcl", "acl") && lowerAt(doc, Math.max(0, trigger - 1)) === ",";
  if (!free || UTTERED.has(eventType) || casesOf(doc, trigger).length > 0 || childrenOf(doc, trigger, "aux").length > 0) return false;
  let verb = doc.head[trigger] ?? -1;
  while (verb >= 0 && doc.upos[verb] !== "VERB") verb = doc.head[verb] ?? -1;
  return verb >= 0 && verb < trigger && childrenOf(doc, verb, "aux").some((c) => COMING.has(lowerAt(doc, c)));
}

const isAtRequest = (doc: Doc, token: number): boolean => casesOf(doc, token).includes("at") && hasRelation(doc, token, "obl", "nmod");

/** "met to hold talks", "phoned him to discuss it": the purpose of a meeting told as held is the meeting. */
function isHeldThere(doc: Doc, act: ActReading, lexicons: Scene["lexicons"]): boolean {
  // "spoke to advance the peace talks"
  const own = act.nominal && hasRelation(doc, act.trigger, "obj") ? (doc.head[act.trigger] ?? -1) : act.trigger;
  const verb = doc.head[own] ?? -1;
  if (act.eventType !== "CONSULT" || verb < 0 || verb > own || !casesOf(doc, own).includes("to")) return false;
  const meets =
    lexicons.acts.verbs
      .get(doc.lemma[verb] ?? "")
      ?.some((sense) => sense.eventType === "CONSULT" && (sense.mode !== "visit" || act.mode === "visit")) ?? false;
  return meets && hasRelation(doc, own, "advcl", "xcomp") && doc.xpos[verb] === "VBD";
}

const GATHER = new Set("assemble converge flock flood gather march mass pack parade pour rally take turn".split(" "));

/** "marched to protest against it", "took to the streets to protest": whoever came together for it did it. */
function isGathered(doc: Doc, { eventType, trigger }: ActReading): boolean {
  const verb = doc.head[trigger] ?? -1;
  const aim = hasRelation(doc, trigger, "advcl", "xcomp", "acl") && casesOf(doc, trigger).includes("to");
  return eventType === "PROTEST" && aim && verb >= 0 && doc.xpos[verb] === "VBD" && GATHER.has(doc.lemma[verb] ?? "");
}

/** "meet next week", "are meeting later on Monday", "visit it later this month": a present with a time to come. */
function isComing(doc: Doc, act: ActReading, reading: ModalityReading): boolean {
  if (act.nominal || reading.governor !== null) return false;
  const helpers = childrenOf(doc, act.trigger, "aux", "aux:pass", "cop");
  const past = [act.trigger, ...helpers].some((t) => ["VBD", "VBN", "MD"].includes(doc.xpos[t] ?? "") || doc.lemma[t] === "have");
  const present = !past && [act.trigger, ...helpers].some((t) => ["VBZ", "VBP"].includes(doc.xpos[t] ?? ""));
  const { end } = sentenceAt(doc, act.trigger);
  for (let t = act.trigger + 1; present && t < end && !["VBD", "VBZ", "VBP", "MD"].includes(doc.xpos[t] ?? ""); t++)
    if (tellsComing(doc, t)) return true;
  return false;
}

const PERIODS = new Set(
  "week month year day weekend monday tuesday wednesday thursday friday saturday sunday spring summer autumn winter".split(" "),
);

/** "next week", "tomorrow", "later this month", "later on Monday", "in the coming days". */
function tellsComing(doc: Doc, token: number): boolean {
  const form = lowerAt(doc, token);
  if (form === "tomorrow") return true;
  const period = PERIODS.has((doc.lemma[token] ?? "").toLowerCase());
  if (form === "later") return PERIODS.has(lowerAt(doc, token + 2)) || PERIODS.has(lowerAt(doc, token + 1));
  const words = childrenOf(doc, token)
    .filter((c) => c < token)
    .map((c) => lowerAt(doc, c));
  return period && (words.includes("next") || words.includes("coming") || (words.includes("later") && words.includes("this")));
}

/** "talks will resume", "the visit will take place", "a round of talks will be held": the verb that says of an event that it is to come, or -1. */
function carrierToCome(doc: Doc, act: ActReading): number {
  // "the next round of talks"
  const inRound = hasRelation(doc, act.trigger, "nmod") && casesOf(doc, act.trigger).includes("of");
  const event = inRound ? (doc.head[act.trigger] ?? -1) : act.trigger;
  const verb = doc.head[event] ?? -1;
  // "will dominate the talks", "will raise it at the summit"
  const attended =
    act.eventType === "CONSULT" &&
    !inRound &&
    (hasRelation(doc, event, "obj") ? ATTEND.has(doc.lemma[verb] ?? "") : isAttended(doc, event));
  if (act.nominal && attended && childrenOf(doc, verb, "aux").some((c) => COMING.has(lowerAt(doc, c)))) return verb;
  if (!act.nominal || verb < 0 || !hasRelation(doc, event, "nsubj", "nsubj:pass")) return -1;
  const happens =
    act.words.includes(verb) ||
    doc.lemma[verb] === "hold" ||
    (doc.lemma[verb] === "take" && childrenOf(doc, verb, "obj").some((c) => doc.lemma[c] === "place" || doc.lemma[c] === "effect"));
  return happens && childrenOf(doc, verb, "aux").some((c) => COMING.has(lowerAt(doc, c))) ? verb : -1;
}

/** What is done with a meeting while it is held. */
const ATTEND = new Set("attend begin chair convene dominate host join lead mediate moderate open overshadow start".split(" "));

const isAttended = (doc: Doc, event: number): boolean =>
  hasRelation(doc, event, "obl") && casesOf(doc, event).some((c) => c === "at" || c === "during");

const COMING = new Set(["will", "'ll", "’ll", "shall"]);

/** "denied them entry": what is not given is refused, where a charge is denied. */
const isWithheld = ({ frame }: ActReading): boolean => frame.recipient[0] === "iobj";

const OPPOSE = new Set(["oppose", "reject", "resist", "denounce", "criticise", "criticize"]);

/** "opposed the bombing": the force is another's; who opposes it rejects it, and does not refuse to use it. */
function isOpposed(doc: Doc, act: ActReading, reading: ModalityReading): boolean {
  const governor = reading.governor;
  return act.nominal && CONFLICT.has(act.eventType) && governor !== null && OPPOSE.has(doc.lemma[governor.token] ?? "");
}

const ANSWERS = new Set<Modality>(["promised", "refused"]);

/** "may demand": the act becomes that of asking. An agreement that is reached or signed is one, whatever PLOVER files it under. */
function typeOf(doc: Doc, act: ActReading, reading: ModalityReading): EventType {
  // "agreed to a request for talks" is about the talks, "promised to ask for talks" about the asking.
  const answered = doc.upos[reading.inner?.token ?? -1] === "NOUN" && ANSWERS.has(reading.modality ?? "done");
  if (reading.inner?.control.modality === "asked" && !answered) return "REQUEST";
  const signed = act.mode === "ceasefire" && SIGNING.has(doc.lemma[act.trigger] ?? "");
  return act.mode === "agreement" || signed ? "AGREE" : act.eventType;
}

/** An act's own modality, and what a future means: a party's word on what it will do is a promise or a threat. */
function modalityOf(doc: Doc, act: ActReading, read: Modality, reading: ModalityReading, spoken: boolean, conditional: boolean): Modality {
  // Told in speech: what is held out on a condition is offered or threatened.
  if (act.rules[0] === "act.spoken.if") return act.eventType === "THREATEN" ? "threatened" : "offered";
  // "delivered a proposal", "expressed readiness to talk": it is held out, not agreed on.
  const matter = [...act.words, ...childrenOf(doc, act.trigger, "obj")];
  if (read === "done" && act.eventType === "AGREE" && matter.some((t) => PROPOSED.has(doc.lemma[t] ?? ""))) return "offered";
  const own = OWN_MODALITY[act.eventType];
  if (own && (read === "done" || read === "ongoing")) return own;
  // "promised to stop attacking" is no threat.
  const hostile = CONFLICT.has(act.eventType) && reading.positive;
  if (hostile && read === "promised") return isDuty(doc, reading) ? read : isAgreed(doc, reading) ? "planned" : "threatened";
  // "ready to strike": in somebody's mouth or under a condition a threat, else a state of mind.
  // Drills and rallies are announced, troops may be offered.
  const announced = act.eventType === "MOBILIZE" || act.eventType === "PROTEST";
  if (hostile && read === "offered" && !announced)
    return act.eventType === "THREATEN" || spoken || conditional ? "threatened" : "hypothetical";
  // "hopes that X will pay": what one hopes of another is no word given.
  const awaited =
    reading.governor !== null && reading.governor.control.complement === "any" && AWAITED.has(doc.lemma[reading.governor.token] ?? "");
  const future = reading.modal !== null && FUTURE.has(reading.modal) && !awaited;
  // "was told that it would have to pay": what one has to do is no word given either.
  const owed = hasRelation(doc, act.trigger, "xcomp") && doc.lemma[doc.head[act.trigger] ?? -1] === "have" && !hostile && !conditional;
  if (read === "planned" && future && spoken && owed) return read;
  if (read === "planned" && future && spoken) return hostile ? (announced ? read : "threatened") : conditional ? "offered" : "promised";
  return read;
}

/** "agreed to close the border": what some decide among themselves is a plan. */
const isAgreed = (doc: Doc, { governor }: ModalityReading): boolean => governor !== null && doc.lemma[governor.token] === "agree";

const DUTY = new Set(["suppose", "supposed", "oblige", "obliged", "bind", "obligation", "commit", "commitment"]);

/** "was supposed to stop X", "is obliged to": a promise that is recalled is no threat. */
function isDuty(doc: Doc, { governor }: ModalityReading): boolean {
  return governor !== null && DUTY.has(doc.lemma[governor.token] ?? "");
}

/** "warned: leave, or …": the condition may stand in the words that the act speaks. */
function spokenCondition(scene: Scene, trigger: number): ConditionReading | null {
  const { doc } = scene;
  const voice = scene.voices.find((v) => v.cueToken === trigger);
  if (!voice) return null;
  for (let t = 0; t < doc.length; t++) {
    // "urged them to pay and warned of war if they did not": the warning has a condition of its own.
    if (hasRelation(doc, t, "conj") && (doc.head[t] === trigger || doc.xpos[t] === "VBD")) continue;
    const inside = voice.content.some((c) => contains(c, { start: doc.start[t]!, end: doc.end[t]! }));
    const found = inside && (doc.upos[t] === "VERB" || doc.upos[t] === "ADJ") ? readCondition(doc, [t]) : null;
    if (found) return found;
  }
  return null;
}

function isBad(scene: Scene, token: number): boolean {
  return subtreeOf(scene.doc, token).some((t) => scene.lexicons.outcomes.get(scene.doc.lemma[t]?.toLowerCase() ?? "") === -1);
}
