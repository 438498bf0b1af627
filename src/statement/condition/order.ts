import type { Doc } from "../../model/index.ts";
import { childOf, childrenOf, lowerAt } from "../../syntax/tree.ts";
import { isImperative } from "./imperative.ts";
import { closeBefore, ENDING, formOf, openingOf } from "./opening.ts";
import { type ConditionReading, reading } from "./reading.ts";

/**
 * An imperative that is followed by what will come of it: "Free them: expect thanks", "Leave, and we will talk".
 * The imperative opens a sentence or a quotation, has no subject, and is closed by a colon, dash, comma or "and".
 * Read off the words, not the tree: parsers hang such pairs on each other in many ways.
 */
export function imperativeBefore(doc: Doc, token: number): ConditionReading | null {
  const close = closeBefore(doc, token);
  const first = close < 0 ? -1 : openingOf(doc, close);
  if (first < 0 || first >= close || !isOrder(doc, first)) return null;
  const words = Array.from({ length: close - first }, (_, i) => first + i);
  const last = words.at(-1)!;
  if (words.some((t) => doc.upos[t] === "PUNCT" && ENDING.has(formOf(doc, t))) || first === token) return null;
  // Of a word right behind a colon or "and" that is itself told to somebody nothing comes, save what is to be expected.
  const link = [last + 1, last + 2].map((t) => formOf(doc, t));
  // "grow, eat well, and shut the door": one order after the other, save where the next tells what to expect.
  const marked = link.some((w) => [":", "–", "—", "-", "--"].includes(w)) || doc.lemma[token] === "expect";
  if (isImperative(doc, token) && !marked) return null;
  const comes = promises(doc, token) || (isPresent(doc, token) && link.some((w) => w !== ",")) || link.includes(":");
  const past = [token, ...childrenOf(doc, token, "aux", "cop")].some((t) => doc.xpos[t] === "VBD");
  return comes && !past ? { ...reading(doc, words, "condition:imperative"), imperative: first } : null;
}

/** A bare verb form that opens: tagged as one, or as an adjective or noun that has an object or a particle. */
export function isOrder(doc: Doc, token: number): boolean {
  if (childOf(doc, token, "nsubj", "nsubj:pass", "csubj") >= 0) return false;
  if (doc.xpos[token] === "VB" || doc.xpos[token] === "VBP") return true;
  const taken = childOf(doc, token, "obj", "compound:prt") > token;
  return taken && (doc.xpos[token] === "JJ" || doc.xpos[token] === "NN");
}

/** "… and the border closes": a present of its own subject tells what comes of it. */
function isPresent(doc: Doc, token: number): boolean {
  return ["VBZ", "VBP"].includes(doc.xpos[token] ?? "") && childOf(doc, token, "nsubj") >= 0;
}

/** A clause that tells what will come: "will", "can", or another imperative such as "expect". */
export function promises(doc: Doc, token: number): boolean {
  const modal = childrenOf(doc, token, "aux").some((c) => ["will", "'ll", "’ll", "shall", "can", "may", "would"].includes(lowerAt(doc, c)));
  return modal || isImperative(doc, token);
}
