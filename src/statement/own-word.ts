import type { Attribution, Doc, Modality } from "../model/index.ts";
import { lowerAt } from "../syntax/tree.ts";
import type { ActReading } from "./act/reading.ts";
import { partyOf } from "./kin.ts";
import type { Move } from "./move.ts";
import type { Scene } from "./read.ts";
import type { Sides } from "./role/sides.ts";

const OWN = new Set<Modality>(["promised", "offered", "threatened"]);
const FUTURE = new Set(["will", "'ll", "’ll", "wo", "shall", "would", "'d", "’d"]);
const GUESSING = new Set([
  "believe",
  "think",
  "expect",
  "predict",
  "suspect",
  "guess",
  "assume",
  "estimate",
  "anticipate",
  "fear",
  "hope",
  "doubt",
]);

/** A promise, an offer or a threat told by "will" is the word of who is to do it; in another's mouth it is a forecast, planned at best. */
export function inWhoseMouth(scene: Scene, act: ActReading, move: Move, { actors }: Sides, chain: readonly Attribution[]): Modality {
  const { modality, reading, over } = move;
  if (!OWN.has(modality) || act.rules[0]?.startsWith("act.spoken") || actors.length === 0) return modality;
  if (
    reading.modal === null ||
    !FUTURE.has(reading.modal) ||
    (reading.governor !== null && OWN.has(reading.governor.control.modality as Modality))
  )
    return modality;
  const speaker = chain[0];
  if (!speaker?.actor || speaker.kind === "author" || speaker.kind === "document") return modality;
  const party = partyOf(scene.actors, speaker.actor);
  if (actors.some((a) => a.actor === speaker.actor || partyOf(scene.actors, a.actor) === party)) return modality;
  return guesses(scene.doc, over[0]?.cueToken ?? null) ? "hypothetical" : "planned";
}

function guesses(doc: Doc, cue: number | null): boolean {
  return cue !== null && (GUESSING.has(doc.lemma[cue] ?? "") || GUESSING.has(lowerAt(doc, cue)));
}
