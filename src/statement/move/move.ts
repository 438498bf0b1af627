import type { EventType, Modality } from "../../model/index.ts";
import type { ConditionReading } from "../condition/reading.ts";
import type { ModalityReading } from "../modality/reading.ts";
import type { Voice } from "../voice/voice.ts";

/** What is done with an act: asked, offered, threatened, done; on what condition; in whose words. */
export interface Move {
  readonly eventType: EventType;
  readonly modality: Modality;
  readonly positive: boolean;
  readonly condition: ConditionReading | null;
  /** The act's trigger and the words that govern it, from the innermost outwards. */
  readonly chain: readonly number[];
  readonly reading: ModalityReading;
  /** The voices over the act, the innermost first. */
  readonly over: readonly Voice[];
}
