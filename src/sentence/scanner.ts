import { isApostrophe, isSpace, isUpper, isWord, kindOf } from "./characters.ts";
import type { TokenWords } from "./token-words.ts";

/** Token spans of a text: UTF-16 offsets, ordered, disjoint, covering every character that is no white space. */
export interface TokenSpans {
  readonly start: readonly number[];
  readonly end: readonly number[];
}

interface Tape {
  readonly text: string;
  readonly words: TokenWords;
  readonly start: number[];
  readonly end: number[];
}

const ADDRESS = /^(?:[a-z][a-z+.-]{1,12}:\/\/|www\.)/i;
const MAIL = /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/;
const DOMAIN = /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|org|net|gov|edu|mil|int|info|io|co|uk|eu|ru|cn|de|fr|tv|doc|pdf|xls|html?)$/i;
const CLITIC = /^(?:s|m|d|re|ve|ll)$/i;
const ROMANISED = /^(?:[bcdfghjklmnpqrstwxyz]|zh|ch|sh|ky|ts|hw|gy|by)?[aeiouy]{1,3}(?:ng|n|k|t|p|m|h|l|ck)?$/i;
const LONGEST_LOOK = 64;

/** Cuts a text into tokens by the conventions of the English Web Treebank: clitics and hyphens apart, abbreviations whole. Linear in the text. */
export function scan(text: string, words: TokenWords): TokenSpans {
  const tape: Tape = { text, words, start: [], end: [] };
  let at = 0;
  while (at < text.length) {
    if (isSpace(text.charCodeAt(at))) {
      at++;
      continue;
    }
    let end = at + 1;
    while (end < text.length && !isSpace(text.charCodeAt(end))) end++;
    scanChunk(tape, at, end);
    at = end;
  }
  return tape;
}

function emit(tape: Tape, start: number, end: number): void {
  if (end <= start) return;
  tape.start.push(start);
  tape.end.push(end);
}

/** A chunk is a run without white space. */
function scanChunk(tape: Tape, start: number, end: number): void {
  const { text, words } = tape;
  if (end - start <= 3 && words.emoticons.has(text.slice(start, end))) {
    emit(tape, start, end);
    return;
  }
  let at = start;
  while (at < end) {
    const address = at === start || !isWord(text.charCodeAt(at - 1)) ? addressEnd(text, at, end) : at;
    if (address > at) {
      emit(tape, at, address);
      at = address;
    } else if (isWord(text.charCodeAt(at))) at = scanWord(tape, at, end);
    else at = scanMark(tape, at, end);
  }
}

/** Where a web or mail address that starts at `at` ends, or `at`. */
function addressEnd(text: string, at: number, chunkEnd: number): number {
  if (!isWord(text.charCodeAt(at)) || chunkEnd - at > 2048) return at;
  let end = chunkEnd;
  while (end > at && !isWord(text.charCodeAt(end - 1)) && text[end - 1] !== "/") end--;
  const chunk = text.slice(at, end);
  if (ADDRESS.test(chunk)) return end;
  if (!chunk.includes(".") || chunk.length > 120) return at;
  return MAIL.test(chunk) || (DOMAIN.test(chunk) && !/^[A-Z]\.|^[\d.]+$/.test(chunk)) ? end : at;
}

/** A word that starts at `at`; returns where the next token starts. */
function scanWord(tape: Tape, at: number, chunkEnd: number): number {
  const { text } = tape;
  let end = wordEnd(tape, at, chunkEnd);
  if (text[end] === "." && keepsStop(tape, at, end, chunkEnd)) end++;
  emitWord(tape, at, end);
  return end;
}

/** The end of a run of letters and digits with what may stand inside a word: 1,000.5 U.S. AT&T 9/11 O'Brien co-founder Jong-un. */
function wordEnd(tape: Tape, start: number, chunkEnd: number): number {
  const { text } = tape;
  let end = start;
  while (end < chunkEnd) {
    const unit = text.charCodeAt(end);
    if (isWord(unit)) {
      end++;
      continue;
    }
    if (end + 1 >= chunkEnd || !isWord(text.charCodeAt(end + 1)) || !joins(tape, start, end, chunkEnd)) break;
    end++;
  }
  return end;
}

/** May the mark at `at`, with word characters on both sides, stand inside the word from `start`? */
function joins(tape: Tape, start: number, at: number, chunkEnd: number): boolean {
  const { text } = tape;
  const mark = text[at];
  const before = kindOf(text.charCodeAt(at - 1));
  const after = kindOf(text.charCodeAt(at + 1));
  const digits = before === "digit" && after === "digit";
  if (mark === "_") return true;
  if (mark === "." || mark === "," || mark === ":") {
    if (digits) return true;
    return mark === "." && before === "letter" && after === "letter" && dotted(text, start, at);
  }
  if (mark === "/") return digits;
  if (mark === "&") return at - start <= 2 && isUpper(text.charCodeAt(at - 1)) && isUpper(text.charCodeAt(at + 1));
  if (isApostrophe(text.charCodeAt(at))) return before === "letter" && after === "letter" && !clitic(text, at, chunkEnd);
  return mark === "-" && hyphenStays(tape, start, at, chunkEnd);
}

/** Letters with stops between: U.S, a.m, Ph.D. At most two letters since the last stop. */
function dotted(text: string, start: number, at: number): boolean {
  const letters = (from: number): boolean => from < start || !isWord(text.charCodeAt(from));
  return letters(at - 2) || letters(at - 3);
}

/** `'s n't 're 've 'll 'd 'm` at the end of a word are tokens of their own. */
function clitic(text: string, at: number, chunkEnd: number): boolean {
  let end = at + 1;
  while (end < chunkEnd && end - at <= 3 && isWord(text.charCodeAt(end))) end++;
  if (end < chunkEnd && isApostrophe(text.charCodeAt(end)) && isWord(text.charCodeAt(end + 1))) return false;
  return CLITIC.test(text.slice(at + 1, end));
}

function hyphenStays(tape: Tape, start: number, at: number, chunkEnd: number): boolean {
  const { text, words } = tape;
  if (at - start > 12 || text[start - 1] === "-") return false;
  const first = text.slice(start, at);
  if (/^[\d-]+$/.test(first)) return phone(text, start, chunkEnd);
  let end = at + 1;
  while (end < chunkEnd && end - at <= 20 && kindOf(text.charCodeAt(end)) === "letter") end++;
  if (words.prefixes.has(first.toLowerCase())) return kindOf(text.charCodeAt(at + 1)) === "letter";
  const second = text.slice(at + 1, end);
  return (
    isUpper(text.charCodeAt(start)) &&
    first !== first.toUpperCase() &&
    ROMANISED.test(first) &&
    ROMANISED.test(second) &&
    second.length > 1 &&
    !/^(?:in|to|up|on|at|no|so|is)$/i.test(second) &&
    !/^(?:al|el)$/i.test(first)
  );
}

function phone(text: string, start: number, chunkEnd: number): boolean {
  return /^\d{3}-(?:\d{3}-)?\d{4}(?!\d)/.test(text.slice(start, Math.min(chunkEnd, start + 16)));
}

/** Does the full stop at `end` belong to the word? */
function keepsStop(tape: Tape, start: number, end: number, chunkEnd: number): boolean {
  const { text, words } = tape;
  if (end - start > 12) return false;
  if (text[end + 1] === ".") return false;
  const word = text.slice(start, end);
  if (/^(?:\p{L}{1,2}\.)+\p{L}{1,2}$/u.test(word)) return true;
  if (/^\p{Lu}$/u.test(word)) return word !== "I" && end + 1 >= chunkEnd ? nextIsUpper(text, end + 1) : isWord(text.charCodeAt(end + 1));
  if (!words.abbreviations.has(word.toLowerCase())) return false;
  return stopFits(text, word, end);
}

/** Some abbreviations are also words (no., sat., mar., miss.): those need a capital, and a number or a name after them. */
function stopFits(text: string, word: string, end: number): boolean {
  const ambiguous =
    /^(?:no|nos|sat|sun|mar|may|miss|mass|ill|ind|wash|fig|co|est|ed|max|min|op|fr|wed|la|pa|mo|del|ore|est|ca|al|br|hr|ext|mt|hon|rev|gen|col|rep|sen|st|ft|e|re)$/i;
  if (!ambiguous.test(word)) return true;
  let next = end + 1;
  while (next < text.length && next - end < LONGEST_LOOK && isSpace(text.charCodeAt(next))) {
    if (text[next] === "\n") return false;
    next++;
  }
  const follows = text.charCodeAt(next);
  if (/^nos?$/i.test(word)) return kindOf(follows) === "digit";
  if (/^(?:sat|sun|mar|wed|fig|min|max|op)$/i.test(word)) return isUpper(word.charCodeAt(0)) && kindOf(follows) === "digit";
  if (/^(?:co|al|ed|hr)$/i.test(word)) return true;
  return isUpper(word.charCodeAt(0)) && (isUpper(follows) || text[next] === ",");
}

function nextIsUpper(text: string, from: number): boolean {
  let at = from;
  while (at < text.length && at - from < LONGEST_LOOK && (text[at] === " " || text[at] === "\u00a0")) at++;
  return at > from && isUpper(text.charCodeAt(at));
}

/** Emits a word, its clitic or its two halves apart. */
function emitWord(tape: Tape, start: number, end: number): void {
  const { text, words } = tape;
  const size = end - start;
  const cut = size <= 8 ? words.splits.get(text.slice(start, end).toLowerCase()) : undefined;
  if (cut !== undefined) {
    emit(tape, start, start + cut);
    emit(tape, start + cut, end);
    return;
  }
  const negated = size > 3 && /^n['’‘]t$/i.test(text.slice(end - 3, end));
  const decade = size > 3 ? /^(?:\d{2,}s|\d+(?:st|nd|rd|th))$/i.test(text.slice(Math.max(start, end - 6), end)) : false;
  if (negated) {
    emit(tape, start, end - 3);
    emit(tape, end - 3, end);
  } else if (!decade && /^\d{1,2}(?::\d\d)?[ap]m$/i.test(text.slice(start, Math.min(end, start + 8)))) {
    emit(tape, start, end - 2);
    emit(tape, end - 2, end);
  } else emit(tape, start, end);
}

/** Marks: runs of one kind stay together (… -- !!), a clitic takes its apostrophe, the rest stands alone. */
function scanMark(tape: Tape, at: number, chunkEnd: number): number {
  const { text } = tape;
  const unit = text.charCodeAt(at);
  let end = at + 1;
  if (isApostrophe(unit)) {
    if (at > 0 && isWord(text.charCodeAt(at - 1))) {
      while (end < chunkEnd && end - at <= 3 && isWord(text.charCodeAt(end))) end++;
      if (CLITIC.test(text.slice(at + 1, end))) {
        emit(tape, at, end);
        return end;
      }
    } else if (/^\d\ds?(?!\w)/.test(text.slice(at + 1, at + 5))) {
      end = at + 3 + (text[at + 3] === "s" ? 1 : 0);
      emit(tape, at, end);
      return end;
    }
    end = at + 1;
    if (isApostrophe(text.charCodeAt(end)) && (unit === 39) === (text[end] === "'")) end++;
    emit(tape, at, end);
    return end;
  }
  const mark = text[at] as string;
  if (mark === "!" || mark === "?") while (end < chunkEnd && (text[end] === "!" || text[end] === "?")) end++;
  else if (".-*=_~+#<>`•".includes(mark)) while (end < chunkEnd && text[end] === mark) end++;
  emit(tape, at, end);
  return end;
}
