import type { Doc } from "../../model/index.ts";
import { childrenOf, hasRelation, sentenceAt, subtreeOf } from "../../syntax/tree.ts";

const LINKS = new Set([":", "–", "—", "-", "--", ",", "and", "or"]);

/** Quotation marks, closing and opening. */
export const QUOTES = new Set(["'", '"', "“", "”", "‘", "’", "«", "»", "``", "''"]);

/** Marks that end a sentence or a quotation. */
export const ENDING = new Set([".", "!", "?", ";", ...QUOTES]);

/** A token's form, lower-cased. */
export const formOf = (doc: Doc, token: number): string => doc.text.slice(doc.start[token], doc.end[token]).toLowerCase();

/** The mark or "and" that closes what stands before a clause: the first token of ", and", or -1. */
export function closeBefore(doc: Doc, token: number): number {
  const own = childrenOf(doc, token, "nsubj", "nsubj:pass", "aux", "aux:pass", "cop", "advmod", "discourse").filter((c) => c < token);
  let at = Math.min(token, ...own.flatMap((c) => (hasRelation(doc, c, "nsubj", "nsubj:pass") ? subtreeOf(doc, c) : [c]))) - 1;
  while (doc.upos[at] === "ADV") at--;
  const { first } = sentenceAt(doc, token);
  if (at <= first || !LINKS.has(formOf(doc, at))) return -1;
  return LINKS.has(formOf(doc, at - 1)) ? at - 1 : at;
}

/** The first word of the sentence or quotation that runs up to a token. */
export function openingOf(doc: Doc, close: number): number {
  let at = close - 1;
  const { first } = sentenceAt(doc, close);
  while (at > first && !QUOTES.has(formOf(doc, at - 1))) at--;
  while (at < close && (QUOTES.has(formOf(doc, at)) || ["please", "just", "so", "and", "but"].includes(formOf(doc, at)))) at++;
  return at;
}
