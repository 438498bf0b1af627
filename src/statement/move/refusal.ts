import type { Doc, EventType, Modality } from "../../model/index.ts";
import type { ActReading } from "../act/reading.ts";
import type { ModalityReading } from "../modality/reading.ts";
import type { Scene } from "../read.ts";
import { isOneOf } from "../sets.ts";

/** Acts that do the other side good. */
const GIVING: ReadonlySet<EventType> = new Set(["AGREE", "AID", "CONCEDE", "CONSULT", "COOPERATE", "RETREAT", "SUPPORT"]);

const CANNOT = new Set(["can", "ca"]);

const VOWS = new Set(["vow", "swear"]);

/** "cannot accept the plan", "said it could not accept the plan": to be unable to say yes is to say no; "could not agree" only failed, "cannot agree more" praises. */
export function cannotAssent(
  scene: Scene,
  { trigger, eventType }: ActReading,
  word: Modality,
  reading: ModalityReading,
  spoken: boolean,
): boolean {
  const { positive, governor, modal } = reading;
  if (positive || governor !== null || word !== "hypothetical" || eventType === "SUPPORT" || !isOneOf(scene, trigger, "concurring"))
    return false;
  return CANNOT.has(modal ?? "") || (modal === "could" && spoken && scene.doc.lemma[trigger] !== "agree");
}

/** "we will not talk to them", "vowed never to talk to them": a party's own word that it will not do what the other side wants. */
export function isRefusal(doc: Doc, eventType: EventType, word: Modality, { positive, governor, modal }: ModalityReading): boolean {
  if (positive || word !== "promised" || !GIVING.has(eventType)) return false;
  return governor === null ? modal !== null : VOWS.has(doc.lemma[governor.token] ?? "");
}
