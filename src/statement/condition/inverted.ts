import type { Doc } from "../../model/index.ts";
import { childrenOf, lowerAt, sentenceAt } from "../../syntax/tree.ts";
import { closeBefore, formOf, openingOf } from "./opening.ts";
import { promises } from "./order.ts";
import { type ConditionReading, reading } from "./reading.ts";

/** Helpers that stand before their subject in a condition: "should they leave". */
export const INVERTED = new Set(["should", "were", "had"]);

/** "Should they attack, X will answer", whatever the parser hung the "should" on. */
export function invertedBefore(doc: Doc, token: number): ConditionReading | null {
  const close = closeBefore(doc, token);
  const first = close < 0 ? -1 : openingOf(doc, close);
  if (first < 0 || first + 1 >= close || formOf(doc, close) !== "," || !isInverted(doc, first, close)) return null;
  return promises(doc, token) || modalBehind(doc, token, close)
    ? reading(
        doc,
        Array.from({ length: close - first }, (_, i) => first + i),
        "condition:if",
      )
    : null;
}

const MODALS = new Set(["will", "would", "'ll", "’ll", "'d", "’d", "could", "might", "may", "can", "shall"]);

const modalBehind = (doc: Doc, token: number, close: number): boolean =>
  childrenOf(doc, token, "aux").some((c) => c > close && MODALS.has(lowerAt(doc, c)));

/** "Had they left,": an inverted helper opens, a verb form without tense stands before the comma, and nothing is asked. */
export function isInverted(doc: Doc, first: number, close: number): boolean {
  if (!INVERTED.has(lowerAt(doc, first)) || doc.upos[first] === "VERB") return false;
  const { end } = sentenceAt(doc, first);
  const form = lowerAt(doc, first) === "had" ? ["VBN"] : lowerAt(doc, first) === "were" ? ["TO", "VBN", "VBG"] : ["VB"];
  const bare = Array.from({ length: close - first }, (_, i) => first + i).some((t) => form.includes(doc.xpos[t] ?? ""));
  return bare && !doc.text.slice(doc.start[first], doc.end[end - 1]).includes("?");
}
