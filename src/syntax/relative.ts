import type { Doc } from "../model/index.ts";
import { isDate } from "./date.ts";
import { childOf, childrenOf, hasRelation, lowerAt } from "./tree.ts";

/** Tags of the words that open a relative clause. */
export const RELATIVE = new Set(["WDT", "WP", "WP$"]);

/** Below this the head of a relative clause is little better than a guess. */
const DOUBTED = 0.6;

/** A relative pronoun stands for the noun its clause hangs on. */
export function standsFor(doc: Doc, token: number, clause: number): number {
  if (token < 0 || !RELATIVE.has(doc.xpos[token] ?? "")) return token;
  for (let c = clause; c >= 0; c = doc.head[c] ?? -1) {
    if (doc.relation[c] === "acl:relcl") {
      if (isOfSeveral(doc, token, clause, doc.head[c] ?? -1)) return -1;
      // Where the parser doubts which noun is meant, the one right before is meant.
      const near = (doc.headProbability[c] ?? 1) < DOUBTED ? nounBefore(doc, token) : -1;
      // "a note from X, Y and Z, which …": the last of a list alone is never meant.
      return near >= 0 && !hasRelation(doc, near, "conj") ? near : (doc.head[c] ?? -1);
    }
    if (!hasRelation(doc, c, "conj", "xcomp", "ccomp")) break;
  }
  return nounBefore(doc, token);
}

/** "rebels close to X who refuse it": a plural verb is done by the several before, not by the one name the parser hung the clause on. */
function isOfSeveral(doc: Doc, pronoun: number, clause: number, head: number): boolean {
  if (lowerAt(doc, pronoun) !== "who" || doc.xpos[head] !== "NNP" || childOf(doc, head, "conj") >= 0) return false;
  if (!doc.names.some((n) => n.kind === "person" && n.first <= head && head < n.end)) return false;
  if (![clause, ...childrenOf(doc, clause, "aux", "cop")].some((t) => doc.xpos[t] === "VBP")) return false;
  for (let t = head - 1; t >= head - 6 && doc.sentenceOf[t] === doc.sentenceOf[head]; t--) if (doc.xpos[t] === "NNS") return true;
  return false;
}

/** "whose" stands for the noun its clause hangs on. */
export function standsForPossessive(doc: Doc, owner: number, noun: number): number {
  return lowerAt(doc, owner) === "whose" ? standsFor(doc, owner, doc.head[noun] ?? -1) : owner;
}

/** The noun phrase that ends right before a relative pronoun, commas and a preposition passed over; -1 where none does. */
function nounBefore(doc: Doc, pronoun: number): number {
  let t = pronoun - 1;
  while (t >= 0 && (doc.upos[t] === "PUNCT" || doc.upos[t] === "ADP") && pronoun - t < 4) t--;
  if (t < 0 || doc.sentenceOf[t] !== doc.sentenceOf[pronoun] || !["NOUN", "PROPN"].includes(doc.upos[t] ?? "")) return -1;
  // "made statements on Tuesday that …": a day does nothing.
  if (isDate(doc, t)) return -1;
  while (hasRelation(doc, t, "compound", "flat") && (doc.head[t] ?? -1) >= 0 && (doc.head[t] ?? -1) < pronoun) t = doc.head[t]!;
  return t;
}
