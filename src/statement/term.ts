import type { Doc } from "../model/index.ts";
import { childrenOf, lowerAt, sentenceAt } from "../syntax/tree.ts";

const AGREED = new Set("deal agreement accord pact treaty truce ceasefire armistice memorandum settlement term".split(" "));
/** Words of the sentence in which the agreement is named. */
const REACH = 8;

/** "Under the accord X gives Y a quota": what an agreement lays down is promised, unless told in the past. */
export function isTerm(doc: Doc, trigger: number): boolean {
  const { first, end } = sentenceAt(doc, trigger);
  if (lowerAt(doc, first) !== "under" && !(lowerAt(doc, first) === "as" && lowerAt(doc, first + 1) === "part")) return false;
  const last = Math.min(end, first + REACH);
  const named = Array.from({ length: last - first }, (_, i) => first + i).some((t) => t < trigger && AGREED.has(doc.lemma[t] ?? ""));
  const past = [trigger, ...childrenOf(doc, trigger, "aux", "aux:pass")].some((t) => doc.xpos[t] === "VBD");
  return named && !past && doc.upos[trigger] === "VERB";
}
