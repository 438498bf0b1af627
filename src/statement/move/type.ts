import type { EventType, Modality } from "../../model/index.ts";
import type { ActReading } from "../act/reading.ts";
import { fillSlot } from "../fill.ts";
import type { ModalityReading } from "../modality/reading.ts";
import { participantsAt } from "../participant.ts";
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
  if (act.mode === "agreement" || signed) return "AGREE";
  return act.eventType === "RETREAT" && act.mode === "withdraw" && leavesBody(scene, act) ? "SANCTION" : act.eventType;
}

/** "its withdrawal from the Arctic Council": to leave an organisation is to break with it; troops leave ground. */
function leavesBody({ doc, index, actors }: Scene, { trigger, words }: ActReading): boolean {
  const left = participantsAt(doc, fillSlot(doc, trigger, words, "from"), index);
  return left.length > 0 && left.every((p) => actors.get(p.actor)?.kind === "organisation" && actors.get(p.actor)?.partyOf === null);
}
