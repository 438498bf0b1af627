import { contains, type EventType, type Modality } from "../../model/index.ts";
import { casesOf, hasRelation, subtreeOf } from "../../syntax/tree.ts";
import type { ActReading } from "../act/reading.ts";
import { isImperative } from "../condition/imperative.ts";
import { readCondition } from "../condition/read.ts";
import type { ConditionReading } from "../condition/reading.ts";
import { ownControl } from "../modality/governors.ts";
import { modalOf } from "../modality/modal.ts";
import { isDropped, isLeftOpen, readModality } from "../modality/read.ts";
import type { ModalityReading } from "../modality/reading.ts";
import type { Scene } from "../read.ts";
import { isOneOf } from "../sets.ts";
import { voicesOver } from "../speaker.ts";
import { isTerm } from "../term.ts";
import type { Voice } from "../voice/voice.ts";
import { isComing } from "./coming.ts";
import { CONFLICT } from "./conflict.ts";
import { isWithheld, modalityOf, PLAIN } from "./modality.ts";
import type { Move } from "./move.ts";
import { ownReading } from "./own.ts";
import { cannotAssent } from "./refusal.ts";
import { typeOf } from "./type.ts";

/** What a term of an agreement reads as where nothing says that it is one. */
const OPEN: ReadonlySet<Modality> = new Set(["done", "ongoing", "planned"]);

/** Reads what is done with an act; null where the words make no claim about it. */
export function readMove(scene: Scene, act: ActReading): Move | null {
  const { doc, lexicons } = scene;
  const { trigger } = act;
  const read = ownReading(scene, act, readModality(doc, trigger, lexicons.control));
  const dropped = act.nominal && (act.eventType === "REQUEST" || act.eventType === "THREATEN") && isDropped(doc, trigger, lexicons.control);
  const chain = [trigger, ...(read.governor ? [read.governor.token] : []), ...(read.inner ? [read.inner.token] : [])];
  // "agreed to meet" is told of them, not said by them: the word that governs an act is no voice over it, unless it stands beside a quote.
  const over = voicesOver(scene.voices, { start: doc.start[trigger]!, end: doc.end[trigger]! }).filter(
    (v) => v.cueToken === null || !chain.includes(v.cueToken) || /^(?:quote|tag|tagend)$/.test(v.rule),
  );
  const condition = readCondition(doc, chain) ?? spokenCondition(scene, trigger);
  const reading = supposed(read, over, condition !== null);
  if (reading.modality === null || dropped) return null;
  const move = { condition, chain, reading, over };
  // What is not ruled out is held open: a threat where it is bad, no news where it is not.
  if (isLeftOpen(doc, trigger))
    return isBad(scene, trigger) ? { ...move, eventType: "THREATEN", modality: "hypothetical", positive: true } : null;
  if (isOpposed(scene, act, reading)) return null;
  const eventType = typeOf(scene, act, reading);
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
      : modalityOf(scene, act, own, reading, over.length > 0, condition !== null);
  const soon = (told === "done" || told === "ongoing") && isComing(scene, act, reading);
  if (soon) return { ...move, eventType, positive, modality: "planned" };
  const open = OPEN.has(told) || (told === "hypothetical" && WOULD.has(reading.modal ?? ""));
  const modality = open && !CONFLICT.has(act.eventType) && isTerm(doc, trigger) ? "promised" : told;
  // "will not meet X unless it pays": what is held back on a condition is refused for now.
  if (modality === "offered" && !positive && !reading.governor) return { ...move, eventType, positive: true, modality: "refused" };
  if (cannotAssent(scene, act, modality, reading, over.length > 0)) return { ...move, eventType, positive: true, modality: "refused" };
  return { ...move, eventType, positive, modality };
}

const WOULD = new Set(["would", "'d", "’d"]);

/** "would": the past of "will" where somebody's words are told; in his own mouth it supposes, unless he says on what condition. */
function supposed(reading: ModalityReading, over: readonly Voice[], conditional: boolean): ModalityReading {
  const open = reading.modality === "planned" || reading.modality === "hypothetical";
  if (!open || reading.governor !== null || !WOULD.has(reading.modal ?? "") || over.length === 0) return reading;
  return { ...reading, modality: over[0]?.form === "direct" && !conditional ? "hypothetical" : "planned" };
}

const DEEDS = new Set<EventType>(["RETREAT", "AID", "COOPERATE", "CONCEDE", "SANCTION", "MOBILIZE"]);

/** "opposed the bombing": the force is another's; who opposes it rejects it, and does not refuse to use it. */
function isOpposed(scene: Scene, act: ActReading, reading: ModalityReading): boolean {
  const governor = reading.governor;
  return act.nominal && CONFLICT.has(act.eventType) && governor !== null && isOneOf(scene, governor.token, "opposing");
}

function isBad(scene: Scene, token: number): boolean {
  return subtreeOf(scene.doc, token).some((t) => scene.lexicons.outcomes.get(scene.doc.lemma[t]?.toLowerCase() ?? "") === -1);
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
