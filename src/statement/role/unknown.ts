import type { Doc } from "../../model/index.ts";
import { childrenOf } from "../../syntax/tree.ts";
import type { ActReading } from "../act/reading.ts";
import { fillSlot } from "../fill.ts";
import { participantsAt } from "../participant.ts";
import type { Scene } from "../read.ts";

/** True where the words put somebody into one of the slots whom nobody knows: "angry at Acme", "met the mayor", "wants the fighters to leave X". */
export function namesUnknown({ doc, index }: Scene, { trigger, words }: ActReading, slots: readonly string[]): boolean {
  return slots
    .map((slot) => fillSlot(doc, trigger, words, slot))
    .some((t) => t >= 0 && !words.includes(t) && isSomebody(doc, t) && participantsAt(doc, t, index).length === 0);
}

/** A name, or a noun that does what the complement behind it tells. */
function isSomebody(doc: Doc, token: number): boolean {
  if (doc.upos[token] === "PROPN") return true;
  return doc.upos[token] === "NOUN" && childrenOf(doc, doc.head[token] ?? -1, "xcomp", "ccomp").length > 0;
}
