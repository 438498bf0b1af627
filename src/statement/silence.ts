import type { ActReading } from "./act/reading.ts";
import type { Move } from "./move.ts";
import type { Scene } from "./read.ts";
import type { Sides } from "./role/sides.ts";

/** One kind of words that look like an act and tell none between parties. */
export type Silence = (scene: Scene, act: ActReading, move: Move, sides: Sides) => boolean;

/** True where a word set of data/acts-sets.tsv has the lemma of a token. */
export function isOneOf({ doc, lexicons }: Scene, token: number, set: string): boolean {
  return lexicons.acts.sets.get(set)?.has(doc.lemma[token]?.toLowerCase() ?? "") ?? false;
}
