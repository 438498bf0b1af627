import type { Doc } from "../../model/index.ts";
import { childOf, childrenOf, hasRelation, sentenceAt, subtreeOf } from "../../syntax/tree.ts";
import { boundPhrase } from "./bound.ts";
import { isImperative } from "./imperative.ts";
import { clauseBehind, markedClause } from "./marked.ts";
import { imperativeBefore } from "./order.ts";
import { type ConditionReading, reading } from "./reading.ts";

/** The condition an act stands under, looked for at the act itself and at the words that govern it; null where there is none. */
export function readCondition(doc: Doc, chain: readonly number[]): ConditionReading | null {
  for (const token of chain.flatMap((t) => [...upwards(doc, t), ...readyFor(doc, t)])) {
    const found =
      markedClause(doc, token) ??
      clauseBehind(doc, token) ??
      boundPhrase(doc, token) ??
      imperativeBefore(doc, token) ??
      equation(doc, token);
    if (found) return found;
  }
  return null;
}

const EQUATE = new Set(["equal", "mean", "bring", "earn", "buy"]);

/** "A full withdrawal means peace": what the noun before stands for is the condition of what comes behind. */
function equation(doc: Doc, token: number): ConditionReading | null {
  if (!EQUATE.has(doc.lemma[token] ?? "") || !["VBZ", "VBP", "VB"].includes(doc.xpos[token] ?? "") || isImperative(doc, token)) return null;
  const own = childOf(doc, token, "nsubj");
  let noun = own >= 0 ? own : token - 1;
  while (own < 0 && noun > sentenceAt(doc, token).first && doc.upos[noun] === "PUNCT") noun--;
  if (doc.upos[noun] !== "NOUN" || noun > token) return null;
  const words = subtreeOf(doc, noun).filter((t) => t <= noun);
  return reading(doc, words, "condition:equation");
}

/** "ready to cap it if …": what one is ready for waits for the same condition. */
function readyFor(doc: Doc, token: number): readonly number[] {
  return doc.upos[token] === "ADJ" ? childrenOf(doc, token, "xcomp") : [];
}

/** A token and the verbs whose infinitive it is: "will help to free X if …". */
function upwards(doc: Doc, token: number): readonly number[] {
  const above = hasRelation(doc, token, "xcomp") ? (doc.head[token] ?? -1) : -1;
  return above < 0 ? [token] : [token, ...upwards(doc, above)];
}
