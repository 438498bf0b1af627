import type { PageLexicon } from "../../lexicon/pages.ts";
import type { Span } from "../../model/span.ts";
import type { Inlay } from "./inlay.ts";

/** Words and letters that a line set in capitals has at least: shorter ones may be names and datelines. */
const LEAST_WORDS = 4;
const LEAST_LETTERS = 20;
/** Above this share of capitals in a paragraph they mark nothing. */
const SHOUTED = 0.5;

interface Word {
  readonly text: string;
  readonly start: number;
}

/** Titles of other stories and calls of the site set in capitals between two sentences. What stands inside a quotation is somebody's words. */
export function findTeasers(text: string, span: Span, lexicon: PageLexicon): readonly Inlay[] {
  const words = [...text.slice(span.start, span.end).matchAll(/\S+/g)].map((m): Word => ({ text: m[0], start: span.start + m.index }));
  const loud = words.map((word) => isLoud(word.text));
  const plain = words.map((word) => !/\p{L}/u.test(word.text));
  if (loud.filter(Boolean).length > words.length * SHOUTED) return [];
  const found: Inlay[] = [];
  for (let i = 0; i < words.length; i += 1) {
    if (!loud[i]) continue;
    let end = i;
    while (end < words.length && (loud[end] || plain[end])) end += 1;
    // A title may begin with a number.
    const first = /^["“‘']?\d+$/.test(words[i - 1]?.text ?? "") ? i - 1 : i;
    // Abbreviations in capitals may end the sentence before it ("the UN. TALKS …").
    const from = [first, ...Array.from({ length: end - i }, (_, k) => i + k)].find((k) => k === 0 || opensAfter(text, words[k]!.start));
    const last = giveBack(text, words, from ?? i, end, lexicon);
    if (from !== undefined && isTitle(words.slice(from, last).map((word) => word.text))) {
      const tail = words[last - 1]!;
      found.push({ start: words[from]!.start, end: tail.start + tail.text.length, kind: "teaser", rule: "inlay/capitals" });
    }
    i = end - 1;
  }
  return found;
}

function isLoud(token: string): boolean {
  return /\p{Lu}/u.test(token) && !/\p{Ll}/u.test(token);
}

/** The next sentence may begin in capitals too: with an article, an initial, an abbreviation, or an organisation the text knows, before an office in it. */
function giveBack(text: string, words: readonly Word[], from: number, to: number, lexicon: PageLexicon): number {
  const next = words[to]?.text;
  if (next === undefined) return to;
  let last = to;
  // "FILE - " opens a caption.
  if (/^[-–—]$/.test(words[to - 1]!.text)) last -= /^FILE$/.test(words[to - 2]?.text ?? "") ? 2 : 1;
  const small = /^\p{Ll}/u.test(next);
  // Shouted words that go on in small letters behind a mark are somebody's.
  if (small && /[^\p{L}\p{N}.]$/u.test(words[to - 1]!.text)) return from;
  if (small) while (last > from && !isLoud(words[last - 1]!.text)) last -= 1;
  const opens = (word: string) => /^["“‘'(]*(?:[AI]|(?:\p{Lu}\.)+)$/u.test(word);
  while (last > from && opens(words[last - 1]!.text)) last -= 1;
  if (last < to) return last;
  const name = words[last - 1]!.text;
  const office =
    /^\p{Lu}{2,5}$/u.test(name) && lexicon.roles.has(next.toLowerCase()) && new RegExp(`\\p{Ll} ${name}(?!\\p{L})`, "u").test(text);
  return small || office ? last - 1 : last;
}

/** True where what stands before is the end of a sentence or of a bracket, or the gap is wider than between words. */
function opensAfter(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 8), at);
  return /[.!?…]["'”’)\]]*\s+$|\)\s+$|\s{2,}$/.test(before);
}

/** A title does not end as a sentence in the middle of a text does, and closes the quotations it opens. */
function isTitle(run: readonly string[]): boolean {
  const text = run.join(" ");
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const words = run.filter((word) => /\p{L}{2}/u.test(word)).length;
  const pairs = (open: string, close: string) => text.split(open).length === text.split(close).length;
  const closed = (text.match(/"/g)?.length ?? 0) % 2 === 0 && pairs("“", "”") && pairs("(", ")");
  return words >= LEAST_WORDS && letters >= LEAST_LETTERS && closed && !/[.,;:–—-]$/.test(text);
}
