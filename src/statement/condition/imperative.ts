import type { Doc } from "../../model/index.ts";
import { childOf, childrenOf, hasRelation, lowerAt, sentenceAt } from "../../syntax/tree.ts";

/** Where an imperative never stands: below another word as its infinitive, its attribute or its object. */
const BELOW = ["xcomp", "acl", "acl:relcl", "amod", "compound", "nmod", "csubj"];

/** A bare verb form without subject, modal or "to", at the head of its clause; one joined to another verb only where that is an imperative as well. */
export function isImperative(doc: Doc, token: number): boolean {
  if (!(doc.xpos[token] === "VB" || doc.xpos[token] === "VBP") || childOf(doc, token, "nsubj", "nsubj:pass", "csubj") >= 0) return false;
  if (hasRelation(doc, token, ...BELOW) || !leadsClause(doc, token)) return false;
  const above = doc.head[token] ?? -1;
  if (hasRelation(doc, token, "conj") && above < token && !isImperative(doc, above)) return false;
  const helpers = childrenOf(doc, token, "aux", "mark");
  return helpers.every((h) => doc.lemma[h] === "do" || lowerAt(doc, h) === "please");
}

/** Nothing but adverbs and helpers lies between a verb and the mark, the "and" or the sentence's beginning before it. */
function leadsClause(doc: Doc, token: number): boolean {
  const { first } = sentenceAt(doc, token);
  let t = token - 1;
  while (t >= first && ["ADV", "AUX", "PART", "INTJ"].includes(doc.upos[t] ?? "")) t--;
  return t < first || ["PUNCT", "CCONJ", "SYM"].includes(doc.upos[t] ?? "");
}
