import type { Doc } from "../../model/doc.ts";
import { childrenOf, hasRelation } from "../../syntax/tree.ts";
import type { Extents, Run } from "./extents.ts";
import { opensClause } from "./finite.ts";
import type { Quote } from "./quotes.ts";

/** Quotes as runs of tokens, marks included, with the quote each token stands in (the outermost, -1 for none). */
export interface Quoted {
  readonly runs: readonly Run[];
  /** For each run, its index among the quotes. */
  readonly quotes: readonly Quote[];
  readonly of: Int32Array;
}

/** Lays the outermost quotes over the tokens. A mark glued to its word belongs to the quote. */
export function layQuotes(doc: Doc, quotes: readonly Quote[]): Quoted {
  const of = new Int32Array(doc.length).fill(-1);
  const runs: Run[] = [];
  const kept: Quote[] = [];
  let token = 0;
  for (const quote of quotes) {
    if (quote.within !== null) continue;
    while (token < doc.length && doc.end[token]! <= quote.start) token++;
    const first = token;
    while (token < doc.length && doc.start[token]! < quote.end) token++;
    if (token === first) continue;
    of.fill(runs.length, first, token);
    runs.push({ first, end: token });
    kept.push(quote);
  }
  return { runs, quotes: kept, of };
}

/** The words of a quote up to its last mark, without the closing marks of quotes within it. */
function innerOf(doc: Doc, { inner }: Quote): string {
  return doc.text.slice(inner.start, inner.end).replace(/[\s'’"”]+$/, "");
}

/** True for the name of a work or a programme within a sentence (on “Morning Hour,”): a few capitalised words right after another word. */
function isTitle(doc: Doc, quoted: Quoted, index: number, inner: string): boolean {
  const { first, end } = quoted.runs[index]!;
  const led =
    first > 0 &&
    doc.sentenceOf[first - 1] === doc.sentenceOf[first] &&
    /^(?:ADP|DET|NOUN|PROPN|PART|ADJ|CCONJ)$/.test(doc.upos[first - 1]!);
  return led && end - first <= 10 && (inner.match(/\p{L}{4,}/gu) ?? []).every((word) => /^\p{Lu}/u.test(word));
}

/** True where a quote reads as a clause of its own: several words that end in a stop, or a speech that runs on. */
export function isSpeechLike(doc: Doc, quoted: Quoted, index: number): boolean {
  const quote = quoted.quotes[index]!;
  const run = quoted.runs[index]!;
  const inner = innerOf(doc, quote);
  if (isTitle(doc, quoted, index, inner)) return false;
  if (/[,.?!…—–-]$/.test(inner)) return true;
  return run.end - run.first >= 8 && /^[\p{Lu}"'“‘]/u.test(inner);
}

/** Where the words of the cue's own clause begin: its subject and auxiliaries, never a word inside a quote. */
export function clauseStart(doc: Doc, extents: Extents, quoted: Quoted, cue: number): number {
  let start = cue;
  for (const child of childrenOf(doc, cue)) {
    if (child > cue || !hasRelation(doc, child, "nsubj", "aux", "advmod", "expl", "obl")) continue;
    let low = extents.low[child]!;
    while (low < child && (doc.upos[low] === "PUNCT" || quoted.of[low] !== -1)) low++;
    if (quoted.of[low] === -1 && low < start && !spansQuote(quoted, low, cue)) start = low;
  }
  return start;
}

function spansQuote(quoted: Quoted, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (quoted.of[i] !== -1) return true;
  return false;
}

const FILLER = /^[\s,.;:–—-]*(?:and|but|then|so)?[\s,]*$/i;

/** True where a quote that closes with a full stop ended its sentence: what follows is told, not the tag of the quote. */
function endsBefore(doc: Doc, quote: Quote, start: number): boolean {
  const apart = doc.text.slice(quote.end, doc.start[start]!);
  return (
    apart.includes("\n") ||
    (/\.$/.test(doc.text.slice(quote.inner.start, quote.inner.end).trimEnd()) && !/,/.test(apart)) ||
    /\./.test(apart)
  );
}

/** The quote that ends just before the cue's clause ("…,” X said"), or null. */
export function quoteBefore(doc: Doc, extents: Extents, quoted: Quoted, cue: number): number | null {
  const start = clauseStart(doc, extents, quoted, cue);
  // "the “refugees,” who Lee claimed were …"
  if (/^(?:WP|WDT)$/.test(doc.xpos[start]!) && start < cue) return null;
  for (let i = start - 1; i >= 0 && i >= start - 3; i--) {
    const index = quoted.of[i]!;
    if (index === -1) continue;
    const quote = quoted.quotes[index]!;
    if (!FILLER.test(doc.text.slice(quote.end, doc.start[start]!))) break;
    if (endsBefore(doc, quote, start)) return null;
    return isSpeechLike(doc, quoted, index) ? index : null;
  }
  return taggedBefore(doc, quoted, cue);
}

const LONGEST_TAG = 40;

/** "…,” the ministry's spokesman, Ann Lee, added": a quote that ends in a comma, with no other verb between it and the cue. */
function taggedBefore(doc: Doc, quoted: Quoted, cue: number): number | null {
  let at = cue - 1;
  while (at >= 0 && cue - at <= LONGEST_TAG && quoted.of[at] === -1 && !opensClause(doc, at)) at--;
  if (at < 0 || quoted.of[at] === -1) return null;
  const quote = quoted.quotes[quoted.of[at]!]!;
  const inner = innerOf(doc, quote);
  const apart = doc.text.slice(quote.end, doc.start[cue]!);
  const tag = /[,?!—–-]$/.test(inner) || /^\s*,/.test(apart);
  const sameSentence = doc.sentenceOf[at + 1] === doc.sentenceOf[cue];
  return tag && sameSentence && isSpeechLike(doc, quoted, quoted.of[at]!) && !/[\n;:]/.test(apart) && /^[\s,]*\p{L}/u.test(apart)
    ? quoted.of[at]!
    : null;
}

/** True where another clause begins between the two tokens: its verb, not the cue, would own what follows. */
function clauseBetween(doc: Doc, quoted: Quoted, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (quoted.of[i] === -1 && /^(?:VBD|VBZ|VBP|MD|VBG)$/.test(doc.xpos[i]!)) return true;
  return false;
}

/** The quote that follows the cue after a comma, a colon or nothing ("X said: “…”"), over a paragraph's end where a colon stands. */
export function quoteAfter(doc: Doc, quoted: Quoted, cue: number): number | null {
  const sentence = doc.sentences[doc.sentenceOf[cue]!]!;
  let at = cue + 1;
  while (at < sentence.end && quoted.of[at] === -1) at++;
  if (at === sentence.end) {
    const last = doc.text.slice(doc.start[at - 1]!, doc.end[at - 1]!);
    if (last !== ":" || at >= doc.length || quoted.of[at] === -1) return null;
  }
  const index = quoted.of[at]!;
  const run = quoted.runs[index]!;
  if (run.first !== at || at - cue > 25) return null;
  const between = doc.text.slice(doc.end[cue]!, quoted.quotes[index]!.start).trimEnd();
  if (between !== "" && !/[,:—–-]$/.test(between)) return null;
  if (clauseBetween(doc, quoted, cue + 1, at)) return null;
  return isSpeechLike(doc, quoted, index) || between.endsWith(":") ? index : null;
}
