import type { ActFrame } from "../../lexicon/acts.ts";
import type { EventType, Modality } from "../../model/index.ts";

/**
 * An act told by a word or a construction: which it is and where its roles are to be looked for.
 * Grammatical slots ("subj", "obj") are seen from `trigger`, prepositions from any token of `words`.
 */
export interface ActReading {
  /** Head token: the verb of "carried out strikes", the noun of "the release of X". */
  readonly trigger: number;
  /** All tokens of the trigger, in order, the head among them. */
  readonly words: readonly number[];
  readonly eventType: EventType;
  readonly mode: string | null;
  readonly contexts: readonly string[];
  readonly frame: ActFrame;
  /** True where a noun tells the act without a verb that carries it. */
  readonly nominal: boolean;
  /** True where the act comes from ending another ("lift sanctions", "suspend aid"). */
  readonly reversed: boolean;
  /** True for a control word ("agree to", "threaten to") with no act found below it. */
  readonly control: boolean;
  /** Triggers of the acts below a word that asks: where one of them makes a statement, that tells the asking too. Empty for all others. */
  readonly givesWayTo: readonly number[];
  /** The nearest control word above the act and what it makes of the act, or null. */
  readonly governor: { readonly token: number; readonly modality: Modality } | null;
  /** 0–1, how surely the words tell this act. */
  readonly confidence: number;
  /** Ids of the senses and rules that fired. */
  readonly rules: readonly string[];
}
