import type { Doc } from "../../model/index.ts";
import { casesOf, childOf, childrenOf, lowerAt, subtreeOf } from "../../syntax/tree.ts";
import { INVERTED } from "./inverted.ts";

const MARKERS = new Set(["if", "unless", "provided", "providing", "once", "until", "till", "lest", "in case"]);

/** Of these, what already was is a time and no condition. */
const TIMES = new Set(["once", "until", "till", "after", "when"]);

const ASSUMING = new Set(["provide", "assume", "suppose"]);

/** Words that always make a clause a condition. */
export const SURE = new Set(["if", "unless"]);

/** The word that makes a clause a condition, or null. "even if" and "as if" make none. */
export function markerOf(doc: Doc, clause: number): string | null {
  const words = subtreeOf(doc, clause);
  const first = words.findIndex((t) => doc.upos[t] !== "PUNCT");
  const opening = words.slice(first, first + 4).map((t) => lowerAt(doc, t));
  if (ASSUMING.has(doc.lemma[clause] ?? "") && childOf(doc, clause, "nsubj", "obj") < 0 && childOf(doc, clause, "ccomp") >= 0)
    return lowerAt(doc, clause);
  if (INVERTED.has(opening[0] ?? "") && childrenOf(doc, clause, "aux", "cop").includes(words[first] ?? -1)) return "if";
  if (opening[0] === "even" || (opening[0] === "as" && opening[1] === "if")) return null;
  if (opening[0] === "as" && opening[1] === "long") return "as long as";
  const marks = [
    ...casesOf(doc, clause),
    ...childrenOf(doc, clause, "advmod")
      .map((c) => lowerAt(doc, c))
      .filter((w) => w === "once"),
  ];
  const only = opening.includes("only") && marks.some((m) => TIMES.has(m));
  const marker = marks.find((m) => MARKERS.has(m)) ?? (only ? "only after" : undefined);
  // "and even if"
  if (childrenOf(doc, clause, "mark").some((m) => m > 0 && lowerAt(doc, m - 1) === "even")) return null;
  return marker && !(isPast(doc, clause) && (only || TIMES.has(marker))) && isTensed(doc, clause, marker) ? marker : null;
}

/** "until X paid": it has been, unless the clause it stands in is still to come. */
function isPast(doc: Doc, clause: number): boolean {
  const past = [clause, ...childrenOf(doc, clause, "aux", "aux:pass", "cop")].some((t) => doc.xpos[t] === "VBD");
  return past && !isToCome(doc, doc.head[clause] ?? -1);
}

/** "would talk", "refused to talk": not yet so when it was said. */
export function isToCome(doc: Doc, verb: number): boolean {
  const aux = childrenOf(doc, verb, "aux");
  return aux.some((c) => doc.xpos[c] === "MD") || (doc.xpos[verb] === "VB" && !aux.some((c) => doc.lemma[c] === "do"));
}

/** "until the end" is a time; "until they leave" may be a condition. */
function isTensed(doc: Doc, clause: number, marker: string): boolean {
  return !TIMES.has(marker) || doc.upos[clause] === "VERB" || childOf(doc, clause, "cop") >= 0;
}
