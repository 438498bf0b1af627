import { isSpace, isUpper, isWord, kindOf } from "./characters.ts";
import { isDateline } from "./dateline.ts";
import type { TokenSpans } from "./scanner.ts";
import type { TokenWords } from "./token-words.ts";

const LONGEST_SENTENCE = 150;
const CLOSERS = new Set(["'", '"', "”", "’", "»", ")", "]", "''", "}"]);
const OPENERS = new Set(["“", "‘", "«", "(", "[", "``", "{"]);
const CUTS = new Set([";", ":", ",", "—", "–", "--"]);

/** A place where a sentence may end: after a mark and its closers, or before a capital, a number or an opening mark. */
export interface Candidate {
  /** Token index of the mark (`.`, `!`, `?`, `…` or a word with its full stop), or of the last word. */
  readonly mark: number;
  /** The next sentence would start at this token. */
  readonly next: number;
  /** First token of the sentence so far. */
  readonly first: number;
}

/** The first token of each sentence. A line break always ends a sentence; no sentence is longer than 150 tokens. */
export function splitSentences(text: string, tokens: TokenSpans, ends: (candidate: Candidate) => boolean): number[] {
  const count = tokens.start.length;
  const firsts: number[] = [];
  let first = 0;
  for (let i = 0; i < count; i++) {
    if (i + 1 < count && breaksLine(text, tokens.end[i]!, tokens.start[i + 1]!)) {
      first = close(text, tokens, first, i + 1, firsts);
      continue;
    }
    if (i + 1 < count && isDateline(text, tokens, first, i)) {
      first = close(text, tokens, first, i + 1, firsts);
      continue;
    }
    const next = candidateAt(text, tokens, i);
    if (next < 0 || next >= count || lineBreakWithin(text, tokens, i, next)) continue;
    if (ends({ mark: i, next, first })) {
      first = close(text, tokens, first, next, firsts);
      i = next - 1;
    }
  }
  close(text, tokens, first, count, firsts);
  return firsts;
}

/** Records the sentence `[first, end)`, cut where it is too long; returns `end`. */
function close(text: string, tokens: TokenSpans, first: number, end: number, firsts: number[]): number {
  let from = first;
  while (end - from > LONGEST_SENTENCE) {
    let cut = from + LONGEST_SENTENCE;
    for (let i = cut - 1; i > from + LONGEST_SENTENCE / 2; i--) {
      if (CUTS.has(text.slice(tokens.start[i], tokens.end[i]))) {
        cut = i + 1;
        break;
      }
    }
    firsts.push(from);
    from = cut;
  }
  if (end > from) firsts.push(from);
  return end;
}

function breaksLine(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 10 || unit === 0x2029 || unit === 11 || unit === 12) return true;
  }
  return false;
}

function lineBreakWithin(text: string, tokens: TokenSpans, from: number, to: number): boolean {
  return breaksLine(text, tokens.end[from]!, tokens.start[to] ?? text.length);
}

/** Where the next sentence would start if one ended with token `mark` (and its closers), or -1 where none can end. */
export function candidateAt(text: string, tokens: TokenSpans, mark: number): number {
  if (isMark(text, tokens, mark)) return afterClosers(text, tokens, mark);
  const next = mark + 1;
  if (next >= tokens.start.length || tokens.start[next] === tokens.end[mark]) return -1;
  const unit = text.charCodeAt(tokens.start[next]!);
  return isUpper(unit) || kindOf(unit) !== "letter" ? next : -1;
}

/** A token that may end a sentence by itself. */
export function isMark(text: string, tokens: TokenSpans, i: number): boolean {
  const last = text[tokens.end[i]! - 1]!;
  return last === "." || last === "!" || last === "?" || last === "…" || last === "。";
}

/** The first token after the closing quotes and brackets that stand against the mark. */
function afterClosers(text: string, tokens: TokenSpans, mark: number): number {
  let next = mark + 1;
  while (next < tokens.start.length && next - mark < 5) {
    const glued = tokens.start[next] === tokens.end[next - 1];
    if (!CLOSERS.has(text.slice(tokens.start[next], tokens.end[next])) || (!glued && !isSpace(text.charCodeAt(tokens.end[next]!)))) break;
    if (!glued && !isAlone(text, tokens, next)) break;
    next++;
  }
  return afterReferences(text, tokens, next);
}

/** A note number in brackets after the full stop (`. [12] [13]`) belongs to the sentence before it. */
function afterReferences(text: string, tokens: TokenSpans, from: number): number {
  let next = from;
  while (next + 2 < tokens.start.length && text[tokens.start[next]!] === "[" && text[tokens.start[next + 2]!] === "]") {
    if (!/^\d{1,3}$/.test(text.slice(tokens.start[next + 1], tokens.end[next + 1]))) break;
    next += 3;
  }
  return next;
}

/** A closer with space on both sides counts only where the text writes marks apart (`said . ' `). */
function isAlone(text: string, tokens: TokenSpans, i: number): boolean {
  const before = tokens.start[i - 1]!;
  return before > 0 && isSpace(text.charCodeAt(before - 1)) && text.slice(tokens.start[i], tokens.end[i]) !== "(";
}

/** The hand-made rule: marks end a sentence unless an abbreviation, a lower-case word or a number after them says otherwise. */
export function ruleOf(text: string, tokens: TokenSpans, words: TokenWords): (candidate: Candidate) => boolean {
  const form = (i: number): string => text.slice(tokens.start[i], tokens.end[i]);
  // `2.` at the start of a line or after a sentence numbers an item; `in 1912.` does not.
  const isEnumerator = (mark: number): boolean => {
    const before = text[tokens.start[mark - 1]! - 2] ?? "\n";
    return (
      mark > 0 && /^(?:\d{1,2}|[a-z])$/i.test(form(mark - 1)) && tokens.start[mark] === tokens.end[mark - 1] && /[.!?:\n]/.test(before)
    );
  };
  return ({ mark, next }) => {
    if (!isMark(text, tokens, mark)) return false;
    const word = form(mark);
    let after = next;
    while (after < tokens.start.length && after - next < 3 && (OPENERS.has(form(after)) || form(after) === '"' || form(after) === "'"))
      after++;
    const unit = text.charCodeAt(tokens.start[after] ?? text.length);
    const upper = isUpper(unit);
    if (tokens.start[next] === tokens.end[next - 1] && isWord(text.charCodeAt(tokens.start[next]!)) && !upper) return false;
    if (/^[.!?]+$/.test(form(next)) || (form(next) === "," && next === mark + 1)) return false;
    if (word === ".") return !isEnumerator(mark);
    if (/^[!?]+$/.test(word)) return upper || kindOf(unit) !== "letter";
    if (/^(?:\.{2,}|…)$/.test(word)) return upper;
    if (!isWord(word.charCodeAt(0))) return upper;
    const low = word.slice(0, -1).toLowerCase();
    if (words.titles.has(low) || low.length === 1) return false;
    return upper && after === next && /^(?:etc|inc|corp|co|ltd|jr|sr|a\.m|p\.m|al)$/.test(low);
  };
}
