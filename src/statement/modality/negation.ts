import type { Doc } from "../../model/index.ts";
import { casesOf, childOf, childrenOf, lowerAt } from "../../syntax/tree.ts";

const NEGATORS = new Set(["not", "n't", "n’t", "never", "no", "neither", "nor", "without", "hardly"]);

/** True where a negation hangs on the token itself. */
export const isNegated = (doc: Doc, token: number): boolean => negatorsOf(doc, token).length > 0;

/** The words that negate a token: its own, those of its subject ("no army left", "neither X nor Y left") and of its object. */
export function negatorsOf(doc: Doc, token: number): readonly number[] {
  const own = childrenOf(doc, token, "advmod", "det", "cc:preconj", "mark", "case").filter(
    (c) => (NEGATORS.has(lowerAt(doc, c)) && !isOrNot(doc, c) && !isNotOnly(doc, c)) || isYet(doc, c) || isShortOf(doc, c),
  );
  // "neither confirmed nor denied it"
  own.push(...childrenOf(doc, token, "cc").filter((c) => lowerAt(doc, c) === "nor"));
  // "at no point", "in no way"
  const never = childrenOf(doc, token, "obl").flatMap((c) =>
    ["at", "in", "under"].some((m) => casesOf(doc, c).includes(m)) ? childrenOf(doc, c, "det").filter((d) => lowerAt(doc, d) === "no") : [],
  );
  own.push(...never);
  const subject = childOf(doc, token, "nsubj", "nsubj:pass");
  if (subject < 0) return [...own, ...noObject(doc, token)];
  const nobody = ["no", "neither", "nobody", "nothing", "none"].includes(lowerAt(doc, subject)) ? [subject] : [];
  const none = childrenOf(doc, subject, "det", "cc:preconj").filter((c) => ["no", "neither"].includes(lowerAt(doc, c)));
  return [...own, ...nobody, ...none, ...noObject(doc, token)];
}

/** "not only signed it", "not just the army": this denies nothing. */
const isNotOnly = (doc: Doc, token: number): boolean =>
  lowerAt(doc, token) === "not" && ["only", "just", "merely", "simply"].includes(lowerAt(doc, Math.min(token + 1, doc.length - 1)));

/** "stopped short of signing it": it was not signed; where it hangs on "stopped", that word says so. */
function isShortOf(doc: Doc, token: number): boolean {
  const verb = doc.head[token] ?? -1;
  const short = lowerAt(doc, token) === "of" && lowerAt(doc, Math.max(0, token - 1)) === "short";
  return short && doc.xpos[verb] === "VBG" && doc.lemma[doc.head[verb] ?? -1] !== "stop";
}

/** "whether or not to pay": this denies nothing. */
const isOrNot = (doc: Doc, token: number): boolean => lowerAt(doc, token) === "not" && lowerAt(doc, Math.max(0, token - 1)) === "or";

/** "paid no ransom", "gave nothing": what is not there was not given. */
function noObject(doc: Doc, token: number): readonly number[] {
  const object = doc.upos[token] === "VERB" ? childOf(doc, token, "obj") : -1;
  if (object < 0) return [];
  return lowerAt(doc, object) === "nothing" ? [object] : childrenOf(doc, object, "det").filter((c) => lowerAt(doc, c) === "no");
}

/** "has yet to pay": so far it has not. */
export function isYet(doc: Doc, token: number): boolean {
  return lowerAt(doc, token) === "yet" && token + 1 < doc.length && lowerAt(doc, token + 1) === "to";
}
