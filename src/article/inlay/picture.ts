import type { PageLexicon } from "../../lexicon/pages.ts";
import type { Span } from "../../model/span.ts";
import { isCredit } from "../lines.ts";
import { type Inlay, without } from "./inlay.ts";
import { countWords, readSentences } from "./sentences.ts";

/** Words of the longest captions. */
const LONGEST_CAPTION = 75;
/** Characters before a credit in which its caption is looked for. */
const REACH = 700;

interface Credit extends Inlay {
  /** By its own words; only by its place, where it names somebody and stands between two sentences; or without a name, and so without a caption. */
  readonly form: "cued" | "named" | "bare";
}

/**
 * Credits in brackets ("(Name/Agency)") between two sentences, each with the sentence before it as the picture's caption.
 * `known` are stretches already told to be no prose: no caption reaches over them.
 */
export function findPictures(text: string, span: Span, known: readonly Inlay[], lexicon: PageLexicon): readonly Inlay[] {
  const credits = findCredits(text, span, lexicon);
  const found: Inlay[] = [];
  // One name in brackets may be anything ("(Labour)"); beside other credits it is one.
  if (credits.length === 1 && credits[0]!.form === "named") return found;
  for (const { form, ...credit } of credits) {
    found.push(credit);
    const closes = text.slice(credit.end, span.end).trim() === "";
    // An agency alone under the last sentence signs the article.
    if ((form === "named" && closes) || form === "bare") continue;
    const reach = { start: Math.max(span.start, credit.start - REACH), end: credit.start };
    const caption = captionBefore(text, reach, [...known, ...found], lexicon);
    if (caption) found.push(caption);
  }
  return found;
}

function findCredits(text: string, span: Span, lexicon: PageLexicon): readonly Credit[] {
  return [...dottedCredits(text, span), ...bracketedCredits(text, span, lexicon)];
}

/** "Credit...A. Name for Outlet Supported by": a page's own form, over the byline. */
function dottedCredits(text: string, span: Span): readonly Credit[] {
  const head = text.slice(span.start, Math.min(span.end, span.start + REACH));
  const m = /Credit(?:\.\.\.|…)(?:\s*(\p{Lu}[^.!?]{2,60}?))??\s+Supported by(?=\s+\p{Lu})/u.exec(head);
  if (!m) return [];
  const at = span.start + m.index;
  return [{ start: at, end: at + m[0].length, kind: "credit", rule: "inlay/credit", form: m[1] ? "cued" : "bare" }];
}

function bracketedCredits(text: string, span: Span, lexicon: PageLexicon): readonly Credit[] {
  return [...text.slice(span.start, span.end).matchAll(/\(\s*((?:[^()\n]|\([^()\n]{2,40}\)){2,110}?)\s*\)/gu)].flatMap((m): Credit[] => {
    const at: Span = { start: span.start + m.index, end: span.start + m.index + m[0].length };
    const form = creditForm(text, at, m[1]!, lexicon);
    return form ? [{ ...at, kind: "credit", rule: "inlay/credit", form }] : [];
  });
}

/** A credit by its own words, one that only names somebody and stands between two sentences, or none. */
function creditForm(text: string, at: Span, inner: string, lexicon: PageLexicon): Credit["form"] | null {
  if (!/^\s*(?:$|["“‘'([]*\p{Lu}|["“‘])/u.test(text.slice(at.end, at.end + 6))) return null;
  const closed = /[.!?…]["”’']?\s+$|[^\s]\s{2,}$/.test(text.slice(Math.max(0, at.start - 6), at.start));
  const words = countWords(inner);
  const plain = inner.replace(/^credit:\s*/i, "");
  const cued =
    plain !== inner || (isCredit(`(${inner})`, words, lexicon) && (words >= 2 || closed || !lexicon.agencies.has(inner.toLowerCase())));
  if (cued) return lexicon.agencies.has(plain.toLowerCase()) && plain === inner ? (closed ? "named" : null) : "cued";
  const capitals = inner.split(/\s+/).every((word) => /^[\p{Lu}@&]/u.test(word) || lexicon.small.has(word.toLowerCase()));
  return closed && capitals && words <= 8 && /\p{L}{3}/u.test(inner) && !/[.!?:;]$|\d{4}/.test(inner) ? "named" : null;
}

/** The sentence before a credit; what tells of speech or is quoted is prose. Where it is only a day or another credit, the one before it too. */
function captionBefore(text: string, reach: Span, known: readonly Inlay[], lexicon: PageLexicon): Inlay | null {
  const free = without(text, reach, known).at(-1);
  if (!free || text.slice(free.end, reach.end).trim() !== "") return null;
  const sentences = readSentences(text, free, lexicon);
  let from = sentences.length - 1;
  const opened = sentences.findLastIndex((one) => /^file\s*[-–—:]/i.test(text.slice(one.start, one.start + 8)));
  if (opened >= 0 && from - opened <= 2) from = opened;
  else if (from > 0 && isRest(text.slice(sentences[from]!.start, free.end), lexicon)) from -= 1;
  const start = sentences[from]?.start;
  if (start === undefined || (from === 0 && start === reach.start && reach.end - reach.start === REACH)) return null;
  const caption = text.slice(start, free.end);
  const told =
    caption
      .toLowerCase()
      .match(/\p{L}+/gu)
      ?.some((word) => lexicon.told.has(word)) ?? false;
  return told || /["“”]/.test(caption) || countWords(caption) > LONGEST_CAPTION
    ? null
    : { start, end: free.end, kind: "caption", rule: "inlay/caption" };
}

/** What stands under a caption as a sentence of its own: the day, or who gave the picture. */
function isRest(sentence: string, lexicon: PageLexicon): boolean {
  const words = countWords(sentence);
  return (words <= 4 && /\d{4}/.test(sentence)) || isCredit(sentence.replace(/\.$/, ""), words, lexicon);
}
