import type { PageLexicon } from "../../lexicon/pages.ts";
import type { Span } from "../../model/span.ts";
import type { Inlay } from "./inlay.ts";
import { readSentences } from "./sentences.ts";

/** Characters at the head of a text in which its byline stands: a summary may stand over it. */
const REACH = 900;
/** Characters behind an author's name in which a note on them says what they do. */
const NOTE = 80;
/** Words of the longest sentence by which an author says where it was written. */
const LONGEST = 45;

export interface Signed {
  /** Authors, as the byline has them. */
  readonly name: string;
  readonly inlays: readonly Inlay[];
}

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * A byline run into the first sentence: "By A. Name and B. Name Reporting from Port Lena The council …". The names end where a cue says so,
 * or where a word begins the sentence: one that the text has in small letters too, or before a small letter. Null where that is not sure.
 */
export function findSigned(text: string, span: Span, lexicon: PageLexicon): Signed | null {
  const head = text.slice(span.start, Math.min(span.end, span.start + REACH));
  const by = /(?:^|[.!?…]["”’]?\s+|\s{2,})(By) (?=\p{Lu})/u.exec(head);
  if (!by) return null;
  const start = span.start + by.index + by[0].indexOf("By");
  const words = splitWords(text, { start: start + 3, end: Math.min(span.end, start + REACH) });
  const names = readNames(text, span, words, lexicon);
  // An author is nobody the text speaks of: "By Monday Northern forces …" is prose.
  if (names === null || !isUnheard(text, span, words.slice(0, names), lexicon)) return null;
  const name = text
    .slice(words[0]!.start, words[names - 1]!.end)
    .replace(/(?<=\p{Ll}{2})(?=\p{Lu})/gu, ", ")
    .replace(/\s+/g, " ");
  const end = creditsEnd(text, span, words, names, lexicon);
  if (end === null) return null;
  const inlays: Inlay[] = [{ start, end, kind: "boilerplate", rule: "inlay/byline" }];
  // "A. Name reported from …" as a sentence of its own.
  const next = readSentences(
    text,
    { start: end + (/^\s*/.exec(text.slice(end, end + 9))?.[0].length ?? 0), end: Math.min(span.end, end + REACH) },
    lexicon,
  )[0];
  const own = next && text.slice(next.start, next.end);
  if (
    own &&
    own.split(/\s+/).length <= LONGEST &&
    own.startsWith(`${words[0]!.text} `) &&
    /\breport(?:ed|ing|s)\b|\bis covering\b/.test(own)
  )
    inlays.push({ start: next.start, end: next.end, kind: "boilerplate", rule: "inlay/byline" });
  return { name, inlays };
}

/** The words of a stretch; two names that lost the space between them ("MorrowLena") are two words. */
function splitWords(text: string, span: Span): readonly Word[] {
  return [...text.slice(span.start, span.end).matchAll(/\S+/g)].flatMap((m): Word[] => {
    const start = span.start + m.index;
    const glued = /^((?:\p{Lu}\p{Ll}+-)?\p{Lu}[\p{Ll}’']{2,})(?=\p{Lu}\p{Ll})/u.exec(m[0])?.[1];
    const cut = glued && !/^(?:Mac|Fitz|Abdul|Abdel)$/.test(glued) ? start + glued.length : null;
    const end = start + m[0].length;
    const word = (from: number, to: number): Word => ({ text: text.slice(from, to), start: from, end: to });
    return cut === null ? [word(start, end)] : [word(start, cut), word(cut, end)];
  });
}

/** How many words the names take; null where their end is not sure. */
function readNames(text: string, span: Span, words: readonly Word[], lexicon: PageLexicon): number | null {
  const capital = (i: number) => /^\p{Lu}/u.test(words[i]?.text ?? "");
  const glued = (i: number) => words[i]!.end === words[i + 1]?.start;
  let i = 0;
  for (;;) {
    // First and family name, with what stands between: an initial, a second name before a sure end.
    if (!capital(i) || (!capital(i + 1) && !/^(?:van|von|de|del|der|al|el|di|la)$/.test(words[i + 1]?.text ?? ""))) return null;
    i += /^(?:\p{Lu}\.)+$|^\p{Ll}/u.test(words[i + 1]!.text) && capital(i + 2) && !cueAt(text, words, i + 2, lexicon) ? 3 : 2;
    while (
      capital(i) &&
      !glued(i - 1) &&
      (glued(i) || /^(?:and|&)$/.test(words[i + 1]?.text ?? "") || cueAt(text, words, i + 1, lexicon)) &&
      !cueAt(text, words, i, lexicon)
    )
      i += 1;
    if (words[i] && glued(i - 1)) continue;
    if (/^(?:and|&)$/.test(words[i]?.text ?? "")) i += 1;
    else if (words[i - 1]?.text.endsWith(",") && !cueAt(text, words, i, lexicon)) continue;
    else break;
  }
  if (!words[i]) return null;
  const again = words[i]!.text === words[0]!.text;
  return again || cueAt(text, words, i, lexicon) || beginsSentence(text, span, words, i, lexicon) ? i : null;
}

/** True where the first author's names are no words of the calendar, and the text comes back to the family name only to say what its bearer writes. */
function isUnheard(text: string, span: Span, names: readonly Word[], lexicon: PageLexicon): boolean {
  const first = names[0]!.text.toLowerCase();
  if (lexicon.months.has(first) || lexicon.weekdays.has(first) || lexicon.functionWords.has(first)) return false;
  const family = names
    .slice(1)
    .find((word) => !word.text.endsWith("."))
    ?.text.replace(/,$/, "");
  const others = text
    .slice(names.at(-1)!.end, span.end)
    .split(family ?? "\n")
    .slice(1);
  return others.every((after) => /\b(?:report|cover|writ|correspond|edit|journal)/.test(after.slice(0, NOTE)));
}

/** A cue of a byline ("Reporting from") at a word; its words. */
function cueAt(text: string, words: readonly Word[], i: number, lexicon: PageLexicon): number {
  const word = words[i];
  if (!word || !/^\p{Lu}/u.test(word.text)) return 0;
  const lower = text.slice(word.start, word.start + 40).toLowerCase();
  return lexicon.signed.find((cue) => lower.startsWith(`${cue} `))?.split(" ").length ?? 0;
}

/** True where a word opens the first sentence: the text has it in small letters, names it again, or goes on in small letters. */
function beginsSentence(text: string, span: Span, words: readonly Word[], i: number, lexicon: PageLexicon): boolean {
  const { text: word, end } = words[i]!;
  if (/^\p{Ll}/u.test(word)) return false;
  const plain = word.replace(/['’]s$|[^\p{L}]+$/gu, "").replace(/^[“"‘']/, "");
  if (/^\p{Ll}/u.test(words[i + 1]?.text ?? "") || /^[“"‘'\d]/.test(word) || plain.length === 1) return true;
  if (lexicon.functionWords.get(plain.toLowerCase())?.includes("en")) return true;
  // A name of two words that comes again is not torn.
  const pair = `${words[i - 1]!.text} ${plain}`;
  const rest = text.slice(end, span.end);
  if (rest.includes(pair)) return false;
  return [plain, plain.toLowerCase()].some((one) =>
    new RegExp(`(?<!\\p{L})${one.replace(/[^\p{L}]/gu, "\\$&")}(?!\\p{L})`, "u").test(rest),
  );
}

/** Where the byline ends: behind the names, or behind the places and names of its cues; null where a place's end is not sure. */
function creditsEnd(text: string, span: Span, words: readonly Word[], names: number, lexicon: PageLexicon): number | null {
  let i = names;
  for (let cue = cueAt(text, words, i, lexicon); cue > 0; cue = cueAt(text, words, i, lexicon)) {
    const place = words[i]!.text === "Reporting";
    i += cue;
    const taken = place ? placeWords(text, span, words, i, lexicon) : readNames(text, span, words.slice(i), lexicon);
    if (taken === null) return null;
    i += taken;
  }
  return words[i - 1]!.end;
}

/** How many words a place takes: a known name, what stands to the comma and the region behind it, or what stands before the word that opens the first sentence. */
function placeWords(text: string, span: Span, words: readonly Word[], from: number, lexicon: PageLexicon): number | null {
  let at = from;
  // "Reporting from the talks in Port Lena".
  while (/^\p{Ll}/u.test(words[from]?.text ?? "") && at - from < 9 && !/^(?:in|at|near|aboard)$/.test(words[at]?.text ?? "in")) at += 1;
  if (at > from) at += 1;
  const name = (k: number) =>
    words
      .slice(at, at + k)
      .map((word) => word.text)
      .join(" ");
  for (let k = 1; k <= 6 && words[at + k]; k += 1) {
    const word = words[at + k]!.text;
    const before = words[at + k - 1]!.text;
    if (!/^[\p{Lu}"“‘']/u.test(word)) {
      if (/^and$/.test(word) || /^and$/.test(before)) continue;
      return null;
    }
    if (/,$|^and$/.test(before)) continue;
    const known = lexicon.places.has(
      name(k)
        .replace(/^.*(?:,|\band) /, "")
        .toLowerCase(),
    );
    if (known || /\p{Ll}\.$/u.test(before) || beginsSentence(text, span, words, at + k, lexicon)) return at - from + k;
  }
  return null;
}
