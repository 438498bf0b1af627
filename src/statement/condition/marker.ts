import type { Doc } from "../../model/index.ts";
import { casesOf, childOf, childrenOf, lowerAt, subtreeOf } from "../../syntax/tree.ts";
import { isNegated } from "../modality/negation.ts";
import { INVERTED } from "./inverted.ts";

const MARKERS = new Set(["if", "unless", "provided", "providing", "once", "until", "till", "lest", "in case"]);

/** Of these, what already was is a time and no condition. */
const TIMES = new Set(["once", "until", "till", "after", "before", "when"]);

const ASSUMING = new Set(["provide", "assume", "suppose"]);

/** "provided that X": a verb form without a subject that takes what is assumed. */
export const isAssuming = (doc: Doc, token: number): boolean =>
  ASSUMING.has(doc.lemma[token] ?? "") && childOf(doc, token, "nsubj", "obj") < 0 && childOf(doc, token, "ccomp") >= 0;

const POINTS = new Set(["day", "moment", "minute", "hour", "instant"]);

/** "will pay on the day X leaves", "the moment X leaves": the noun of time whose clause what is to come waits for; -1 where there is none. */
export function dayOf(doc: Doc, token: number): number {
  if (!isToCome(doc, token)) return -1;
  const own = childrenOf(doc, token, "obl", "obl:tmod", "obl:unmarked", "obj", "nmod");
  const found = [...own, ...own.flatMap((c) => childrenOf(doc, c, "nmod", "nmod:unmarked", "appos"))].find((c) => {
    const clause = childOf(doc, c, "acl:relcl");
    // "the day after X left" counts from what was; "a day when X visits" is any.
    const certain = POINTS.has(doc.lemma[c] ?? "") && childrenOf(doc, c, "det").some((d) => ["the", "that"].includes(lowerAt(doc, d)));
    return certain && clause > c && c > token && childOf(doc, clause, "nsubj", "nsubj:pass") > c;
  });
  if (found !== undefined) return found;
  // "on the day X left": the parser may give the day to the clause behind it.
  return childrenOf(doc, token, "ccomp", "advcl").find((clause) => clause > token && opensWithDay(doc, clause)) ?? -1;
}

function opensWithDay(doc: Doc, clause: number): boolean {
  const subject = childOf(doc, clause, "nsubj", "nsubj:pass");
  return childrenOf(doc, clause, "obl", "obl:tmod", "obl:unmarked").some(
    (c) => c < subject && POINTS.has(doc.lemma[c] ?? "") && Math.min(...subtreeOf(doc, subject)) === c + 1,
  );
}

/** Words that always make a clause a condition. */
export const SURE = new Set(["if", "unless"]);

/** The word that makes a clause a condition, or null. "even if" and "as if" make none. */
export function markerOf(doc: Doc, clause: number): string | null {
  const words = subtreeOf(doc, clause);
  const first = words.findIndex((t) => doc.upos[t] !== "PUNCT");
  const opening = words.slice(first, first + 4).map((t) => lowerAt(doc, t));
  if (isAssuming(doc, clause)) return lowerAt(doc, clause);
  if (INVERTED.has(opening[0] ?? "") && childrenOf(doc, clause, "aux", "cop").includes(words[first] ?? -1)) return "if";
  if (opening[0] === "even" || (opening[0] === "as" && opening[1] === "if")) return null;
  if (opening[0] === "as" && opening[1] === "long") return "as long as";
  const marks = [
    ...casesOf(doc, clause),
    ...childrenOf(doc, clause, "advmod")
      .map((c) => lowerAt(doc, c))
      .filter((w) => w === "once" || (w === "when" && opening.includes("only"))),
  ];
  const only = opening.includes("only") && marks.some((m) => TIMES.has(m));
  // "will not sign before they pay"
  const notBefore = marks.includes("before") && isToCome(doc, doc.head[clause] ?? -1) && isNegated(doc, doc.head[clause] ?? -1);
  if (isAtItsEnd(doc, clause)) return "when";
  const marker = marks.find((m) => MARKERS.has(m)) ?? (only ? "only after" : notBefore ? "before" : undefined);
  // "and even if"
  if (childrenOf(doc, clause, "mark").some((m) => m > 0 && lowerAt(doc, m - 1) === "even")) return null;
  return marker && !(isPast(doc, clause) && (only || TIMES.has(marker))) && isTensed(doc, clause, marker) ? marker : null;
}

const ENDED = new Set(["over", "end", "stop", "cease", "finish"]);

/** "wants to trade with them when the war is over": what is to come waits for the end of something. */
function isAtItsEnd(doc: Doc, clause: number): boolean {
  if (!ENDED.has(doc.lemma[clause] ?? "") || !childrenOf(doc, clause, "advmod").some((c) => lowerAt(doc, c) === "when")) return false;
  const present = [clause, ...childrenOf(doc, clause, "aux", "aux:pass", "cop")].some((t) => ["VBZ", "VBP"].includes(doc.xpos[t] ?? ""));
  // "“X wants to trade when the war is over,” Y said": a parser may give the clause to the saying behind it.
  const head = doc.head[clause] ?? -1;
  const waits = isToCome(doc, head) || head > clause;
  return present && waits && childOf(doc, clause, "nsubj", "nsubj:pass") >= 0;
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
