import type { EventType, Modality } from "../../model/index.ts";
import type { ActReading } from "../act/reading.ts";
import type { ModalityReading } from "../modality/reading.ts";
import type { Scene } from "../read.ts";
import { isOneOf } from "../sets.ts";

const ANSWERS = new Set<Modality>(["promised", "refused"]);

/** "may demand": the act becomes that of asking. An agreement that is reached or signed is one, whatever PLOVER files it under. */
export function typeOf(scene: Scene, act: ActReading, reading: ModalityReading): EventType {
  // "agreed to a request for talks" is about the talks, "promised to ask for talks" about the asking.
  const answered = scene.doc.upos[reading.inner?.token ?? -1] === "NOUN" && ANSWERS.has(reading.modality ?? "done");
  if (reading.inner?.control.modality === "asked" && !answered) return "REQUEST";
  // To sign a ceasefire is to agree; to keep one is to hold fire.
  const signed = act.mode === "ceasefire" && isOneOf(scene, act.trigger, "signing");
  return act.mode === "agreement" || signed ? "AGREE" : act.eventType;
}
