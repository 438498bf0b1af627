import type { Doc, EventType, Modality } from "../../model/index.ts";
import { oneOfThose } from "../../syntax/subject.ts";
import { casesOf, childrenOf, hasRelation, lowerAt } from "../../syntax/tree.ts";
import type { ActReading } from "../act/reading.ts";
import { modalOf } from "../modality/modal.ts";
import { isNegated } from "../modality/negation.ts";
import { readModality } from "../modality/read.ts";
import type { ModalityReading } from "../modality/reading.ts";
import type { Scene } from "../read.ts";
import { isOneOf } from "../sets.ts";
import { isToldByMust, isToldByNot } from "../verdict.ts";
import { carrierToCome, isAlong, isAttended } from "./coming.ts";
import { CONFLICT } from "./conflict.ts";

const ANSWERED = new Set<Modality>(["refused", "denied", "promised"]);

/** "rejected a demand", "agreed to a request", "will meet threats with force": the demand was made, its answer is told by its own verb. "charged with killing X": a crime one is charged with is no task. */
export function ownReading(scene: Scene, act: ActReading, reading: ModalityReading): ModalityReading {
  const { doc, lexicons } = scene;
  const { trigger } = act;
  // "will not tolerate it"
  const refused = act.eventType === "REJECT" && reading.modality === "planned";
  if (isToldByNot(act) && !reading.positive) return { ...reading, positive: true, modality: refused ? "done" : reading.modality };
  if (isToldByMust(act)) return { ...reading, modality: "done" };
  const made =
    act.nominal &&
    (act.eventType === "REQUEST" || act.eventType === "THREATEN"
      ? ANSWERED.has(reading.modality ?? "done") || (reading.modality === "planned" && reading.governor === null)
      : act.eventType === "ACCUSE" && (reading.modality === "refused" || reading.modality === "denied"));
  const charged = CONFLICT.has(act.eventType) && reading.governor !== null && doc.lemma[reading.governor.token] === "charge";
  // "charged with planning a raid": planned it was.
  const crime = charged && (reading.inner === null || reading.inner.control.modality === "done");
  // "approved a package of sanctions": a body's measure is in force once approved. "came at the request of X": it was made.
  const passed =
    act.eventType === "SANCTION" && act.nominal && reading.governor !== null && doc.lemma[reading.governor.token] === "approve";
  const heeded = act.eventType === "REQUEST" && act.nominal && isAtRequest(doc, act.trigger);
  const opposed = act.nominal && !CONFLICT.has(act.eventType) && isAgainst(scene, act, reading);
  if (made || crime || passed || heeded || opposed) return { ...reading, modality: "done", governor: null, inner: null };
  if (isKeptUp(scene, act, reading)) return { ...reading, modality: "ongoing" };
  const given = reading.modality === "planned" && reading.governor === null ? giverOf(scene, act) : -1;
  if (given >= 0) {
    const { modality } = readModality(doc, given, lexicons.control);
    if (modality === "done" || modality === "ongoing") return { ...reading, modality };
  }
  if (reading.modality === "planned" && reading.positive && isHeldThere(doc, act, lexicons)) return { ...reading, modality: "done" };
  if (reading.modality === "planned" && reading.governor === null && isGathered(scene, act)) return { ...reading, modality: "done" };
  if (reading.modality === "done" && reading.governor === null && isAlong(doc, act)) return { ...reading, modality: "planned" };
  if (reading.modality === "done" && reading.governor === null && isAhead(doc, act)) return { ...reading, modality: "planned" };
  // "will cut its output at a meeting", "is unlikely to": whether it meets at all is another matter.
  if (
    reading.modality === "hypothetical" &&
    reading.governor === null &&
    act.eventType === "CONSULT" &&
    act.nominal &&
    isAttended(doc, trigger)
  )
    return { ...reading, modality: null };
  // "was the first to sign it", "were among those to condemn it"
  if (
    reading.modality === "planned" &&
    reading.governor === null &&
    oneOfThose(doc, trigger) >= 0 &&
    modalOf(doc, doc.head[trigger]!) === null
  )
    return { ...reading, modality: "done" };
  const ending = reading.modality === "done" && reading.governor === null && act.nominal ? endingOf(doc, act) : -1;
  if (ending >= 0) return { ...reading, modality: readModality(doc, ending, lexicons.control).modality };
  const carrier = reading.modality === "done" && reading.positive ? carrierToCome(scene, act) : -1;
  return carrier < 0 ? reading : { ...reading, modality: "planned", positive: !isNegated(doc, carrier) };
}

/** "the talks could fail", "the truce may collapse": the verb under a modal that says what becomes of the event; -1 where there is none. */
function endingOf(doc: Doc, { trigger, words }: ActReading): number {
  const verb = hasRelation(doc, trigger, "nsubj", "nsubj:pass") ? (doc.head[trigger] ?? -1) : -1;
  return words.includes(verb) && modalOf(doc, verb) !== null ? verb : -1;
}

/** "opposed to Chile's truce": whose truce it is keeps it. */
function isAgainst(scene: Scene, { trigger }: ActReading, { governor }: ModalityReading): boolean {
  const { doc } = scene;
  if (governor === null || !isOneOf(scene, governor.token, "opposing") || governor.control.modality !== "refused") return false;
  return childrenOf(doc, trigger, "nmod:poss").some((c) => doc.upos[c] === "PROPN");
}

const OPEN_STILL = new Set<Modality>(["planned", "hypothetical"]);

/** "its means to sustain its war", "wants to prolong the siege": what can be kept up is under way. */
function isKeptUp(scene: Scene, act: ActReading, reading: ModalityReading): boolean {
  const { doc } = scene;
  const carried = act.rules.some((r) => r.startsWith("support.")) && act.words.some((t) => isOneOf(scene, t, "sustaining"));
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

/** "has given ten million to help X": the help is what was given; the word of giving above, or -1. */
function giverOf(scene: Scene, { eventType, trigger }: ActReading): number {
  const { doc } = scene;
  if (eventType !== "AID" || doc.xpos[trigger] !== "VB" || !casesOf(doc, trigger).includes("to")) return -1;
  for (let t = doc.head[trigger] ?? -1, steps = 0; t >= 0 && steps < 4; t = doc.head[t] ?? -1, steps++) {
    if (isOneOf(scene, t, "giving")) return t;
    if (doc.upos[t] === "VERB") return -1;
  }
  return -1;
}

const TALKS = new Set<EventType>(["CONSULT", "AGREE"]);

/** "spoke ahead of his meeting with X", "hours before the talks": what one goes to meet for is still to come. */
function isAhead(doc: Doc, { eventType, trigger, nominal }: ActReading): boolean {
  if (!nominal || !TALKS.has(eventType) || !hasRelation(doc, trigger, "obl", "nmod")) return false;
  if (casesOf(doc, trigger).some((c) => c === "before" || c === "ahead of" || c === "prior to")) return true;
  return childrenOf(doc, trigger, "case").some((c) => c > 0 && lowerAt(doc, c) === "of" && lowerAt(doc, c - 1) === "ahead");
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

/** "marched to protest against it", "took to the streets to protest": whoever came together for it did it. */
function isGathered(scene: Scene, { eventType, trigger }: ActReading): boolean {
  const { doc } = scene;
  const verb = doc.head[trigger] ?? -1;
  const aim = hasRelation(doc, trigger, "advcl", "xcomp", "acl") && casesOf(doc, trigger).includes("to");
  return eventType === "PROTEST" && aim && verb >= 0 && doc.xpos[verb] === "VBD" && isOneOf(scene, verb, "gathering");
}
