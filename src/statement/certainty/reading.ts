import type { CertaintyLexicon } from "../../lexicon/certainty.ts";
import type { Doc } from "../../model/index.ts";

/** What is read on the way up from an act: a factor (or a score of its own), the tokens that say so, the rule. */
export interface Step {
  readonly factor: number;
  /** Tokens. */
  readonly cues: readonly number[];
  readonly rules: readonly string[];
}

/** How sure a clause is, seen from itself: -3 (certainly not) to 3 (certainly so). */
export interface Standing {
  readonly score: number;
  readonly cues: readonly number[];
  readonly rules: readonly string[];
}

/** What the readers of certainty look at. */
export interface Scene {
  readonly doc: Doc;
  readonly lexicon: CertaintyLexicon;
}

/** A step that changes nothing. */
export const PLAIN: Step = { factor: 1, cues: [], rules: [] };
