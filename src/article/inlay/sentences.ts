import type { PageLexicon } from "../../lexicon/pages.ts";
import type { Span } from "../../model/span.ts";

/**
 * The sentences of a stretch of flattened text, as far as its marks and spaces show: a full stop that belongs to no abbreviation, or two spaces,
 * before a capital. A flattened page also sets a caption right behind a full stop, with no space. Coarser than the sentences of a Doc; linear.
 */
export function readSentences(text: string, span: Span, lexicon: PageLexicon): readonly Span[] {
  const piece = text.slice(span.start, span.end);
  const found: Span[] = [];
  let start = 0;
  const add = (end: number) => {
    const trimmed = piece.slice(start, end).trimEnd();
    if (trimmed !== "") found.push({ start: span.start + start, end: span.start + start + trimmed.length });
  };
  for (const m of piece.matchAll(/\s+|(?<=\p{Ll}[.!?]["”’)]?|\)\.)(?=\p{Lu}[\p{Ll} ])/gu)) {
    if (m.index <= start || !isBreak(piece, m.index, m.index + m[0].length, lexicon)) continue;
    add(m.index);
    start = m.index + m[0].length;
  }
  add(piece.length);
  return found;
}

/** Characters before a gap that can hold the word in front of it. */
const WORD = 24;

function isBreak(text: string, from: number, to: number, lexicon: PageLexicon): boolean {
  if (!/^(?:[—–-]+ )?["“‘'(«[©*]*[\p{Lu}\p{N}©]/u.test(text.slice(to, to + 6))) return false;
  const before = text.slice(Math.max(0, from - WORD), from);
  const word = /\S+$/.exec(before)?.[0] ?? "";
  if (!/[.!?…]["'”’)\]»]*$/.test(word)) return to - from >= 2 && !/[,;–—-]$/.test(word) && !lexicon.small.has(word.toLowerCase());
  if (!word.endsWith(".")) return true;
  const plain = word.replace(/^["“‘'([]+/, "").slice(0, -1);
  if (/^\d/.test(text.slice(to, to + 1)) && lexicon.abbreviations.has(plain.toLowerCase())) return false;
  return !/^\p{Lu}$/u.test(plain) && !/^(?:\p{L}\.)+\p{L}$/u.test(plain) && !lexicon.titles.has(plain.toLowerCase());
}

/** Words of a stretch. */
export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}'’.-]*/gu)?.length ?? 0;
}

/** A text in small letters, each in its place: a letter whose small form is longer stays as it is. */
export function lower(text: string): string {
  const small = text.toLowerCase();
  return small.length === text.length
    ? small
    : text.replace(/\p{Lu}/gu, (c) => (c.toLowerCase().length === c.length ? c.toLowerCase() : c));
}
