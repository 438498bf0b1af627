import type { Control } from "../../lexicon/control.ts";
import type { Modality } from "../../model/index.ts";

/** A word above the act that says what is done with it. */
export interface Governor {
  readonly token: number;
  readonly control: Control;
}

/** What is done with an act: the governing words from the innermost outwards, and what tense and modal verbs add. */
export interface ModalityReading {
  /** null where the words make no claim about the act. */
  readonly modality: Modality | null;
  readonly positive: boolean;
  /** The governor that gave the modality, or null where the act stands for itself. */
  readonly governor: Governor | null;
  /** An asking or refusing governor under another one ("may demand"): the act becomes that of asking. */
  readonly inner: Governor | null;
  /** The modal verb that gave it ("will", "could"), lower-cased, or null. */
  readonly modal: string | null;
  readonly rules: readonly string[];
}

/** What a word's own tense, modal verb and place in the sentence make of it. */
export interface Standing {
  readonly modality: Modality;
  readonly modal: string | null;
}
