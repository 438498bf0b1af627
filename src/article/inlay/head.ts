import type { PageLexicon } from "../../lexicon/pages.ts";
import type { Span } from "../../model/span.ts";
import { lineKey } from "../lines.ts";
import type { Inlay } from "./inlay.ts";
import { opensNotice } from "./notice.ts";
import { countWords, readSentences } from "./sentences.ts";

/** Characters at the head of a text in which the site's own words are looked for. */
const REACH = 4000;
/** Words of the longest notice, and of what stands between two of them. */
const LONGEST_NOTICE = 30;
const BETWEEN = 14;
/** Words of the longest sentence that leads up to a notice over the text. */
const LEAD = 8;
/** Words a list of titles has at least for each full stop in it. */
const LIST_WORDS = 80;
/** Words of prose that must follow what is cut before a wide gap. */
const LEAST_PROSE = 40;
/** Words of a headline that is known again over the first sentence. */
const LEAST_TITLE = 5;

/** What a flattened page leaves over the first sentence: calls, notices, lists of titles before a wide gap, the headline or the first sentence told twice. */
export function findHead(text: string, span: Span, headline: string, lexicon: PageLexicon): readonly Inlay[] {
  const found: Inlay[] = [];
  const end = Math.min(span.end, span.start + REACH);
  let at = span.start;
  for (;;) {
    at += text.slice(at, end).length - text.slice(at, end).trimStart().length;
    const step =
      openingEnd(text, at, end, lexicon) ??
      noticesEnd(text, { start: at, end }, lexicon) ??
      listEnd(text, at, span.end) ??
      echoEnd(text, { start: at, end }, headline, lexicon);
    if (step === null || step > span.end) break;
    found.push({ start: at, end: step, kind: "boilerplate", rule: "inlay/head" });
    at = step;
  }
  return found;
}

/** A call before the first sentence, perhaps under the name of a section: "Harbours Advertisement Supported by …". */
function openingEnd(text: string, at: number, end: number, lexicon: PageLexicon): number | null {
  const rest = text.slice(at, Math.min(end, at + 120));
  const label =
    /^(?:\p{Lu}[\p{L}.’'-]*|\p{Ll}{1,3})(?:[ \u00a0](?:\p{Lu}[\p{L}.’'-]*|\p{Ll}{1,3})){0,4}[ \u00a0](?=Advertisement\b)/u.exec(rest)?.[0]
      .length ?? 0;
  const lower = rest.slice(label).toLowerCase();
  const cue = lexicon.openings.find((one) => lower.startsWith(one) && /^\s+["“‘']?[\p{Lu}\p{N}]/u.test(rest.slice(label + one.length)));
  return cue && /\p{Lu}/u.test(rest[label]!) ? at + label + cue.length : null;
}

/** Sentences of the site's own, with the few words between two of them. */
function noticesEnd(text: string, span: Span, lexicon: PageLexicon): number | null {
  const sentences = readSentences(text, { start: span.start, end: Math.min(span.end, span.start + 600) }, lexicon);
  const isNotice = ({ start, end }: Span) =>
    opensNotice(text.slice(start, end), lexicon) && countWords(text.slice(start, end)) <= LONGEST_NOTICE;
  const first = sentences[0];
  // "Harbour headlines are here. Check out …": a few words that lead up to a notice are the site's too.
  const led = first && sentences[1] && countWords(text.slice(first.start, first.end)) <= LEAD && isNotice(sentences[1]);
  if (!first || !(led || isNotice(first))) return null;
  if (led) return sentences[1]!.end;
  const next = sentences.findIndex((one, i) => i > 0 && isNotice(one));
  return next > 0 && countWords(text.slice(first.end, sentences[next]!.start)) <= BETWEEN ? sentences[next]!.start : first.end;
}

/** Titles and dates that stand before a gap wider than between words and are no sentences. */
function listEnd(text: string, at: number, end: number): number | null {
  const rest = text.slice(at, Math.min(end, at + REACH));
  const gap = /\S(\s{4,})(?=["“‘'(]?\p{Lu})/u.exec(rest);
  if (!gap) return null;
  const list = rest.slice(0, gap.index + 1);
  const stops = list.match(/\p{Ll}{2}\.["”’]?\s+\p{Lu}/gu)?.length ?? 0;
  if (/[.:;,!?…"”’]$/.test(list) || stops * LIST_WORDS > countWords(list)) return null;
  return countWords(text.slice(at + list.length, end)) >= LEAST_PROSE ? at + gap.index + gap[0].length : null;
}

/** The headline over the first sentence, or a first sentence that is told again right after itself. */
function echoEnd(text: string, span: Span, headline: string, lexicon: PageLexicon): number | null {
  const rest = text.slice(span.start, span.end);
  const title = countWords(headline) >= LEAST_TITLE && rest.slice(0, headline.length).toLowerCase() === headline.toLowerCase();
  if (title && /^[.!?]?\s+["“‘']?\p{Lu}/u.test(rest.slice(headline.length))) return span.start + headline.length;
  const [first, second] = readSentences(text, { start: span.start, end: Math.min(span.end, span.start + 1200) }, lexicon);
  const key = first && lineKey(text.slice(first.start, first.end));
  return first && second && countWords(key!) >= LEAST_TITLE && key === lineKey(text.slice(second.start, second.end)) ? second.start : null;
}
