import type { Attribution, Doc, Modality } from "../model/index.ts";
import { isPassive } from "../syntax/passive.ts";
import { activeSubjectOf } from "../syntax/subject.ts";
import { childOf, lowerAt } from "../syntax/tree.ts";
import type { ActReading } from "./act/reading.ts";
import { partyOf } from "./kin.ts";
import type { Move } from "./move/move.ts";
import type { Scene } from "./read.ts";
import type { Sides } from "./role/sides.ts";
import { isOneOf, isWordOf } from "./sets.ts";

const OWN = new Set<Modality>(["promised", "offered", "threatened"]);
const FUTURE = new Set(["will", "'ll", "’ll", "wo", "shall", "would", "'d", "’d"]);
/** A promise, an offer or a threat told by "will" is the word of who is to do it; in another's mouth it is a forecast, planned at best. */
export function inWhoseMouth(scene: Scene, act: ActReading, move: Move, { actors }: Sides, chain: readonly Attribution[]): Modality {
  const { modality, reading, over } = move;
  if (!OWN.has(modality) || act.rules[0]?.startsWith("act.spoken")) return modality;
  if (
    reading.modal === null ||
    !FUTURE.has(reading.modal) ||
    (reading.governor !== null && OWN.has(reading.governor.control.modality as Modality))
  )
    return modality;
  // "hoped for a treaty that will stop X": a thing gives no word.
  // "it is likely that they will be expelled": nobody threatens it.
  if (actors.length === 0) return modality === "threatened" || isOfThing(scene.doc, act.trigger) ? "planned" : modality;
  const speaker = chain[0];
  const guessed = guesses(scene, over[0]?.cueToken ?? null);
  // "the owner of a shop believes that they will agree": whoever guesses at others is none of them.
  if (guessed && speaker && !speaker.actor && speaker.kind !== "author" && !isPronoun(scene.doc, act.trigger)) return "hypothetical";
  if (!speaker?.actor || speaker.kind === "author" || speaker.kind === "document") return modality;
  const party = partyOf(scene.actors, speaker.actor);
  if (actors.some((a) => a.actor === speaker.actor || partyOf(scene.actors, a.actor) === party)) return modality;
  return guessed ? "hypothetical" : "planned";
}

/** True where "that" or "which" is the subject of an active verb. */
function isOfThing(doc: Doc, trigger: number): boolean {
  const subject = isPassive(doc, trigger) ? -1 : childOf(doc, trigger, "nsubj");
  return subject >= 0 && (lowerAt(doc, subject) === "that" || lowerAt(doc, subject) === "which");
}

const isPronoun = (doc: Doc, trigger: number): boolean => doc.upos[activeSubjectOf(doc, trigger)] === "PRON";

function guesses(scene: Scene, cue: number | null): boolean {
  return cue !== null && (isOneOf(scene, cue, "guessing") || isWordOf(scene, lowerAt(scene.doc, cue), "guessing"));
}
