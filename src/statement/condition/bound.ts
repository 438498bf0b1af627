import type { Doc } from "../../model/index.ts";
import { casesOf, childOf, childrenOf, hasRelation, lowerAt, subtreeOf } from "../../syntax/tree.ts";
import { isToCome } from "./marker.ts";
import { type ConditionReading, reading } from "./reading.ts";

const DEPENDS = new Set(["depend", "hinge", "hang", "rest"]);

const DEPENDENT = new Set(["conditional", "contingent", "dependent"]);

/** "under certain conditions", "on three conditions": words that count or single out terms, where "under harsh conditions" tells how it is there. */
const TERMS = new Set(["condition", "term", "precondition"]);
const SINGLED = new Set(["certain", "clear", "specific", "strict", "some", "several", "following", "particular"]);

/** "in exchange for X", "depends on X", "conditional on X", "pending X", "can be no talks without X". */
export function boundPhrase(doc: Doc, token: number): ConditionReading | null {
  for (const phrase of childrenOf(doc, token, "obl", "nmod", "advcl", "obj").flatMap((c) => [
    c,
    ...childrenOf(doc, c, "nmod", "obl", "amod"),
  ])) {
    const exchange = exchangeAt(doc, phrase);
    if (exchange) return exchange;
    const cases = casesOf(doc, phrase);
    const head = doc.head[phrase] ?? -1;
    const on = cases.some((c) => c === "on" || c === "upon");
    const depends = DEPENDS.has(doc.lemma[head] ?? "") || DEPENDENT.has(doc.lemma[head] ?? "");
    if (on && depends) return reading(doc, subtreeOf(doc, phrase), "condition:depends on");
    if (on && doc.lemma[phrase] === "condition") return reading(doc, subtreeOf(doc, phrase), "condition:on condition");
    if (isOfTerms(doc, phrase)) return reading(doc, subtreeOf(doc, phrase), "condition:on condition");
    if (childrenOf(doc, phrase, "case", "mark").some((c) => lowerAt(doc, c) === "depending"))
      return reading(doc, subtreeOf(doc, phrase), "condition:depends on");
    if (isOnlyAfter(doc, phrase, token)) return reading(doc, subtreeOf(doc, phrase), "condition:only after");
    if (cases.includes("pending")) return reading(doc, subtreeOf(doc, phrase), "condition:pending");
    const open = childrenOf(doc, token, "aux").some((c) => doc.xpos[c] === "MD");
    if (open && cases.includes("without") && hasRelation(doc, phrase, "obl", "advcl") && !isNoMatter(doc, phrase))
      return reading(doc, subtreeOf(doc, phrase), "condition:without");
  }
  return dependsOn(doc, token);
}

/** "under certain conditions", "on two conditions", "according to clear conditions". */
function isOfTerms(doc: Doc, phrase: number): boolean {
  if (!TERMS.has(doc.lemma[phrase] ?? "")) return false;
  const bound = childrenOf(doc, phrase, "case").some((c) => ["on", "under", "according"].includes(lowerAt(doc, c)));
  const singled = childrenOf(doc, phrase, "amod", "det").some((c) => SINGLED.has(lowerAt(doc, c)));
  return bound && (singled || (childOf(doc, phrase, "nummod") >= 0 && doc.lemma[phrase] !== "term"));
}

/** "will sign only after the vote", "would come after the vote, not before": what is to come waits for it. */
function isOnlyAfter(doc: Doc, phrase: number, token: number): boolean {
  const after = childrenOf(doc, phrase, "case").find((c) => lowerAt(doc, c) === "after") ?? -1;
  if (after < 1 || !isToCome(doc, token)) return false;
  const notBefore = childrenOf(doc, token, "advmod", "conj").some(
    (c) => c > phrase && lowerAt(doc, c) === "before" && lowerAt(doc, c - 1) === "not",
  );
  return notBefore || lowerAt(doc, after - 1) === "only";
}

/** "without delay", "even without the loan". */
function isNoMatter(doc: Doc, phrase: number): boolean {
  const without = childrenOf(doc, phrase, "case", "mark").find((c) => lowerAt(doc, c) === "without") ?? 0;
  return lowerAt(doc, phrase) === "delay" || lowerAt(doc, Math.max(0, without - 1)) === "even";
}

/** "the aid depends on X", "made the aid conditional on X": the word that ties what is done stands above it. */
function dependsOn(doc: Doc, token: number): ConditionReading | null {
  const above = doc.head[token] ?? -1;
  if (above < 0 || !hasRelation(doc, token, "nsubj", "obj", "nsubj:pass")) return null;
  const ties = [above, ...childrenOf(doc, above, "xcomp", "advmod")].filter(
    (t) => DEPENDS.has(doc.lemma[t] ?? "") || DEPENDENT.has(doc.lemma[t] ?? ""),
  );
  const on = ties
    .flatMap((t) => childrenOf(doc, t, "obl", "nmod", "advcl"))
    .find((c) => casesOf(doc, c).some((m) => m === "on" || m === "upon"));
  return on === undefined ? null : reading(doc, subtreeOf(doc, on), "condition:depends on");
}

/** "in exchange for X", "in return for X", whatever the parser hung the price on. */
function exchangeAt(doc: Doc, phrase: number): ConditionReading | null {
  const own = ["exchange", "return"].includes(lowerAt(doc, phrase)) && casesOf(doc, phrase).includes("in");
  const price = own && phrase + 1 < doc.length && lowerAt(doc, phrase + 1) === "for" ? (doc.head[phrase + 1] ?? -1) : -1;
  // "met them and, in exchange for X, let them go": what stands behind "and" is the price of the next deed.
  if (price < 0 || (lowerAt(doc, phrase - 2) === "," && doc.upos[phrase - 3] === "CCONJ")) return null;
  const words = [...new Set([phrase - 1, phrase, ...subtreeOf(doc, price)])].filter((t) => t >= phrase - 1);
  return reading(doc, words, `condition:in ${lowerAt(doc, phrase)} for`);
}

/** "in exchange for the pullout", "depends on the pullout": what the other side is to give. */
export function isPrice(doc: Doc, phrase: number): boolean {
  const tie = doc.lemma[doc.head[phrase] ?? -1] ?? "";
  const on = casesOf(doc, phrase).some((c) => c === "on" || c === "upon");
  if (on && (tie === "depend" || tie === "hinge" || DEPENDENT.has(tie))) return true;
  const first = Math.min(...childrenOf(doc, phrase, "case", "mark"));
  if (!Number.isFinite(first) || lowerAt(doc, first) !== "for" || first < 2) return false;
  return lowerAt(doc, first - 2) === "in" && ["exchange", "return"].includes(lowerAt(doc, first - 1));
}
