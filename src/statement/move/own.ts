import type { Doc, Modality } from "../../model/index.ts";
import { casesOf, childrenOf, hasRelation, lowerAt } from "../../syntax/tree.ts";
import type { ActReading } from "../act/reading.ts";
import { isNegated } from "../modality/own.ts";
import { readModality } from "../modality/read.ts";
import type { ModalityReading } from "../modality/reading.ts";
import type { Scene } from "../read.ts";
import { carrierToCome, isAlong } from "./coming.ts";
import { CONFLICT, OPPOSE } from "./conflict.ts";

const ANSWERED = new Set<Modality>(["refused", "denied", "promised"]);

/** "rejected a demand", "agreed to a request", "will meet threats with force": the demand was made, its answer is told by its own verb. "charged with killing X": a crime one is charged with is no task. */
export function ownReading(doc: Doc, act: ActReading, reading: ModalityReading, lexicons: Scene["lexicons"]): ModalityReading {
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
