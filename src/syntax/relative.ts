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
      // Where the parser doubts which noun is meant, the one right before is meant.
      const near = (doc.headProbability[c] ?? 1) < DOUBTED ? nounBefore(doc, token) : -1;
      // "a note from X, Y and Z, which …": the last of a list alone is never meant.
      const meant = near >= 0 && !hasRelation(doc, near, "conj") ? near : (doc.head[c] ?? -1);
      return (hasRelation(doc, token, "nsubj") && disagrees(doc, meant, clause)) || isTooNear(doc, token, meant) ? -1 : meant;
    }
    if (!hasRelation(doc, c, "conj", "xcomp", "ccomp")) break;
  }
  return nounBefore(doc, token);
}

/** "the critics of Ann Lee who object": a person and a verb of several, or several and a verb of one, do not belong together. */
function disagrees(doc: Doc, noun: number, verb: number): boolean {
  const forms = [verb, ...childrenOf(doc, verb, "aux", "aux:pass", "cop")];
  const many = forms.some((t) => doc.xpos[t] === "VBP" || lowerAt(doc, t) === "were");
  const one = forms.some((t) => doc.xpos[t] === "VBZ" || lowerAt(doc, t) === "was");
  if (many === one || childOf(doc, noun, "conj") >= 0) return false;
  return many ? doc.names.some((name) => name.kind === "person" && name.first <= noun && noun < name.end) : doc.xpos[noun] === "NNS";
}

/** "a servant owned by X who fled", "members of X who voted": without a comma no name has a relative clause; it is told of a noun above, whichever that is. */
function isTooNear(doc: Doc, pronoun: number, noun: number): boolean {
  const above = doc.head[noun] ?? -1;
  if (doc.upos[noun] !== "PROPN" || pronoun < 1 || doc.upos[pronoun - 1] === "PUNCT" || doc.upos[pronoun - 1] === "ADP") return false;
  if (hasRelation(doc, noun, "nmod")) return doc.upos[above] === "NOUN" && above < noun && doc.relation[noun] !== "nmod:desc";
  return hasRelation(doc, noun, "obl:agent") && hasRelation(doc, above, "acl");
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
