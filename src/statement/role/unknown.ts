import type { Doc } from "../../model/index.ts";
import { casesOf, childrenOf, hasRelation } from "../../syntax/tree.ts";
import type { ActReading } from "../act/reading.ts";
import { fillSlot } from "../fill.ts";
import { participantsAt } from "../participant.ts";
import type { Scene } from "../read.ts";

/** True where the words put somebody into one of the slots whom nobody knows: "angry at Acme", "met the mayor", "wants the fighters to leave X". */
export function namesUnknown({ doc, index }: Scene, { trigger, words, eventType }: ActReading, slots: readonly string[]): boolean {
  // "its neighbour and rival X": a parser may see two subjects.
  const known = (t: number) => [t, ...subjectsBeside(doc, t)].some((s) => participantsAt(doc, s, index).length > 0);
  return slots
    .map((slot) => fillSlot(doc, trigger, words, slot))
    .some((t) => t >= 0 && !words.includes(t) && (isSomebody(doc, t) || (eventType === "REQUEST" && isToAct(doc, t))) && !known(t));
}

/** "ordered the company to leave" read as a company that is to leave. */
export function isToAct(doc: Doc, noun: number): boolean {
  return doc.upos[noun] === "NOUN" && childrenOf(doc, noun, "acl").some((c) => casesOf(doc, c).includes("to"));
}

function subjectsBeside(doc: Doc, token: number): readonly number[] {
  return hasRelation(doc, token, "nsubj") ? childrenOf(doc, doc.head[token] ?? -1, "nsubj") : [];
}

/** A name, or a noun that does what the complement behind it tells. */
export function isSomebody(doc: Doc, token: number): boolean {
  if (doc.upos[token] === "PROPN") return true;
  const verb = doc.head[token] ?? -1;
  // "ordered the company to leave" read with the company under "leave"
  if (doc.upos[token] === "NOUN" && hasRelation(doc, token, "obj", "iobj") && verb > token) return true;
  const does = hasRelation(doc, token, "nsubj")
    ? hasRelation(doc, verb, "ccomp", "xcomp")
    : childrenOf(doc, verb, "xcomp", "ccomp").length > 0;
  return doc.upos[token] === "NOUN" && verb >= 0 && does;
}
