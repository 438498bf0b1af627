import type { Doc, Upos } from "../../model/doc.ts";
import { foldWord } from "../../text/name-words.ts";

/** A word of the Doc as names are matched: hyphenated tokens are split, possessive endings stand alone. Offsets in the Doc's text. */
export interface Word {
  readonly text: string;
  readonly fold: string;
  readonly start: number;
  readonly end: number;
  /** Index of the Doc's token it lies in. */
  readonly token: number;
  readonly upos: Upos;
  /** Penn Treebank tag of its token. */
  readonly tag: string;
  readonly sentence: number;
  readonly kind: "word" | "possessive" | "mark";
  /** Written together with the word before it: "US-backed", "al-Sharaa". */
  readonly joined: boolean;
  /** A line break stands before it. */
  readonly breaks: boolean;
}

/** The words of an article and which of its sentences are written in title case, where a capital says nothing. */
export interface Words {
  readonly doc: Doc;
  readonly list: readonly Word[];
  readonly titleCase: readonly boolean[];
}

const piece = /[\p{L}\p{N}\p{M}]+(?:[.'’‘ʼ][\p{L}\p{N}\p{M}]+|,(?=\p{N}{3})\p{N}+)*\.?|[^\s]/gu;
const possessive = /^(.*[\p{L}\p{N}.])['’]s$/u;

function cutPossessive(text: string): readonly string[] {
  const cut = possessive.exec(text);
  return cut === null ? [text] : [cut[1]!, text.slice(cut[1]!.length)];
}

/** Splits each token of a Doc into words: at hyphens and slashes, and before a possessive ending. Linear in the text. */
export function readWords(doc: Doc): Words {
  const list: Word[] = [];
  let hyphen = false;
  for (let token = 0; token < doc.length; token++) {
    const from = doc.start[token]!;
    const text = doc.text.slice(from, doc.end[token]!);
    const parts = /^['’]s?$/u.test(text) ? [{ 0: text, index: 0 }] : [...text.matchAll(piece)];
    for (const part of parts) {
      let at = from + (part.index ?? 0);
      for (const bit of cutPossessive(part[0])) {
        const previous = list.at(-1);
        const close =
          previous !== undefined && doc.text.slice(previous.end, at).length <= 1 && !/\s/.test(doc.text.slice(previous.end, at));
        if (/^[-–‑‐/]$/u.test(bit) && close) {
          hyphen = true;
        } else {
          const lettered = /[\p{L}\p{N}]/u.test(bit);
          const kind = /^['’]s?$/u.test(bit) && close ? "possessive" : lettered ? "word" : "mark";
          const between = previous === undefined ? "" : doc.text.slice(previous.end, at);
          list.push({
            text: bit,
            fold: lettered ? foldWord(bit) : bit,
            start: at,
            end: at + bit.length,
            token,
            upos: doc.upos[token] ?? "X",
            tag: doc.xpos[token] ?? "",
            sentence: doc.sentenceOf[token] ?? 0,
            kind,
            joined: hyphen && close,
            breaks: between.includes("\n"),
          });
          hyphen = false;
        }
        at += bit.length;
      }
    }
  }
  return { doc, list, titleCase: findTitleCase(list) };
}

/** True when the word begins with a capital letter. */
export function isCapital(word: Word | undefined): boolean {
  return word !== undefined && /^\p{Lu}/u.test(word.text);
}

function findTitleCase(list: readonly Word[]): readonly boolean[] {
  const long: number[] = [];
  const capital: number[] = [];
  const stopped: boolean[] = [];
  for (let i = 0; i < list.length; i++) {
    const word = list[i]!;
    // A headline has no full stop; "President X thanked President Y." is no headline.
    if (/^[.!?]$/.test(word.text)) stopped[word.sentence] = true;
    if (word.kind !== "word" || word.text.length < 4 || !/^\p{L}/u.test(word.text)) continue;
    long[word.sentence] = (long[word.sentence] ?? 0) + 1;
    if (isCapital(word)) capital[word.sentence] = (capital[word.sentence] ?? 0) + 1;
  }
  return Array.from(
    { length: Math.max(long.length, 1) },
    (_, s) => !stopped[s] && (long[s] ?? 0) >= 4 && (capital[s] ?? 0) / long[s]! >= 0.75,
  );
}

/** The text of the words `[first, end)`. */
export function runText(words: Words, first: number, end: number): string {
  return words.doc.text.slice(words.list[first]!.start, words.list[end - 1]!.end);
}
