import type { Doc, EventType, Modality } from "../../model/index.ts";
import { activeSubjectOf } from "../../syntax/subject.ts";
import { childrenOf, hasRelation } from "../../syntax/tree.ts";
import type { ActReading } from "../act/reading.ts";
import type { ModalityReading } from "../modality/reading.ts";
import type { Scene } from "../read.ts";
import { isOneOf } from "../sets.ts";
import { CONFLICT } from "./conflict.ts";

/** Acts that say no more than their control word: what it does, they do. */
export const PLAIN = new Set<EventType>(["AGREE", "CONCEDE", "REJECT", "COOPERATE", "CONSULT", "AID"]);

/** Acts that are a modality of their own: to demand is to ask, to threaten is to threaten. */
const OWN_MODALITY: Partial<Record<EventType, Modality>> = { REQUEST: "asked", THREATEN: "threatened", REJECT: "refused" };

const FUTURE = new Set(["will", "'ll", "’ll", "shall", "would", "wo"]);

/** An act's own modality, and what a future means: a party's word on what it will do is a promise or a threat. */
export function modalityOf(
  scene: Scene,
  act: ActReading,
  read: Modality,
  reading: ModalityReading,
  spoken: boolean,
  conditional: boolean,
): Modality {
  const { doc } = scene;
  // Told in speech: what is held out on a condition is offered or threatened.
  if (act.rules[0] === "act.spoken.if") return act.eventType === "THREATEN" ? "threatened" : "offered";
  // "delivered a proposal", "expressed readiness to talk": it is held out, not agreed on. "accepted a proposal": it is.
  const matter = [...act.words, ...childrenOf(doc, act.trigger, "obj")];
  const taken = isOneOf(scene, act.trigger, "accepting");
  if (read === "done" && act.eventType === "AGREE" && !taken && matter.some((t) => isOneOf(scene, t, "proposed"))) return "offered";
  const own = OWN_MODALITY[act.eventType];
  if (own && (read === "done" || read === "ongoing")) return own;
  // "promised to stop attacking" is no threat.
  const hostile = CONFLICT.has(act.eventType) && reading.positive;
  if (hostile && read === "promised") return isDuty(scene, reading) ? read : isAgreed(doc, reading) ? "planned" : "threatened";
  // "ready to strike": in somebody's mouth or under a condition a threat, else a state of mind.
  // Drills and rallies are announced, troops may be offered.
  const announced = act.eventType === "MOBILIZE" || act.eventType === "PROTEST";
  if (hostile && read === "offered" && !announced)
    return act.eventType === "THREATEN" || spoken || conditional ? "threatened" : "hypothetical";
  // "hopes that X will pay": what one hopes of another is no word given.
  const awaited =
    reading.governor !== null && reading.governor.control.complement === "any" && isOneOf(scene, reading.governor.token, "awaiting");
  const future = reading.modal !== null && FUTURE.has(reading.modal) && !awaited;
  // "was told that it would have to pay": what one has to do is no word given either.
  const owed = hasRelation(doc, act.trigger, "xcomp") && doc.lemma[doc.head[act.trigger] ?? -1] === "have" && !hostile && !conditional;
  if (read === "planned" && future && spoken && owed) return read;
  // "will turn it down" refuses, "will walk out if they stay" threatens to.
  if (read === "planned" && future && spoken && act.eventType === "REJECT" && reading.positive)
    return conditional ? "threatened" : "refused";
  // "will summon the envoy", "Peru's king will meet Chile's": a reproach or a date in somebody's calendar is no word given.
  if (read === "planned" && future && spoken && !conditional && reading.positive && isNoPledge(doc, act)) return read;
  if (read === "planned" && future && spoken) return hostile ? (announced ? read : "threatened") : conditional ? "offered" : "promised";
  return read;
}

/** A reproach or a demand, and a meeting that is not told in the first person or with a pronoun for the speaker. */
function isNoPledge(doc: Doc, { eventType, trigger }: ActReading): boolean {
  if (eventType === "ACCUSE" || eventType === "REQUEST") return true;
  const doer = activeSubjectOf(doc, trigger);
  return eventType === "CONSULT" && doer >= 0 && doc.upos[doer] !== "PRON";
}

/** "agreed to close the border": what some decide among themselves is a plan. */
const isAgreed = (doc: Doc, { governor }: ModalityReading): boolean => governor !== null && doc.lemma[governor.token] === "agree";

/** "was supposed to stop X", "is obliged to": a promise that is recalled is no threat. */
function isDuty(scene: Scene, { governor }: ModalityReading): boolean {
  return governor !== null && isOneOf(scene, governor.token, "duty");
}

/** "denied them entry": what is not given is refused, where a charge is denied. */
export const isWithheld = ({ frame }: ActReading): boolean => frame.recipient[0] === "iobj";
