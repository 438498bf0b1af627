import type { PageLexicon } from "../../lexicon/pages.ts";
import type { Span } from "../../model/span.ts";
import { lineKey } from "../lines.ts";
import type { Inlay } from "./inlay.ts";
import { opensClosing, opensNotice } from "./notice.ts";
import { countWords, lower, readSentences } from "./sentences.ts";

/** Characters at the end of a text in which notices are looked for: those of real pages stay below. */
const REACH = 4000;
/** Words a page has between a closing notice, or the end of another one, and what follows of its own. */
const AFTER_CLOSING = 240;
const AFTER_NOTICE = 8;
/** Words of the other stories' summaries that a page puts under its call to sign up for a newsletter: of 560 articles 7 have 60 to 110, a call inside an article has 150 and more behind it. */
const AFTER_NEWSLETTER = 130;
/** Words of a cue that shows a notice without a full stop before it. */
const PLAIN_CUE = 3;
/** Words of the longest call no cue tells, and of the longest note on who wrote. */
const LONGEST_CALL = 20;
const LONGEST_NOTE = 50;

/** What a flattened page leaves under the last sentence: who edited and wrote the article, rights, newsletters, teasers between them. Null where nothing does. */
export function findTail(text: string, span: Span, lexicon: PageLexicon): Inlay | null {
  const zone: Span = { start: Math.max(span.start, span.end - REACH), end: span.end };
  const sentences = readSentences(text, zone, lexicon);
  let start = closingStart(text, zone, sentences, lexicon);
  let others = 0;
  // Upwards from the notices: notes on the authors, the sentences that go on with them, and one call between.
  for (const one of [...readSentences(text, { start: zone.start, end: start }, lexicon)].reverse()) {
    const sentence = text.slice(one.start, one.end);
    if (opensNotice(sentence, lexicon) || isNote(text, span, one, lexicon)) {
      start = one.start;
      others = 0;
    } else if (!/^(?:He|She|They|You|Before|Prior|Previously|Follow|Born)\b|\S@\S+\.\w|(?<=\s)@\w/.test(sentence)) {
      others += 1;
      if (others > 1 || countWords(sentence) > LONGEST_CALL) break;
    }
  }
  start = titlesStart(text, sentences, start, lexicon);
  if (start <= span.start || text.slice(start, span.end).trim() === "") return null;
  return { start, end: span.end, kind: "boilerplate", rule: "tail" };
}

/** Words at least of which a list of other stories' titles is told, and the share of capitals in it. */
const LIST_WORDS = 8;
const TITLE_CASE = 0.6;
/** Words of a label over a notice. */
const LABEL = 3;

/** What stands right over the notices and is no sentence: a label, or titles of other stories set in capitals word by word. */
function titlesStart(text: string, sentences: readonly Span[], start: number, lexicon: PageLexicon): number {
  const before = sentences.findLast((one) => one.start < start);
  if (!before || text.slice(start).trim() === "") return start;
  const list = text.slice(before.start, start).trim();
  const words = list.split(/\s+/).filter((word) => /\p{L}/u.test(word) && !lexicon.small.has(word.toLowerCase()));
  const capitals = words.filter((word) => /^[^\p{L}]*\p{Lu}/u.test(word)).length;
  const stands = before.start > 0 && !/[.!?…]["'”’)]*$/.test(list);
  const titles = words.length >= LIST_WORDS ? capitals >= words.length * TITLE_CASE : words.length <= LABEL && capitals === words.length;
  return stands && titles ? before.start : start;
}

/** Where the first notice stands that nothing of the article follows; the end of the text where none does. */
function closingStart(text: string, zone: Span, sentences: readonly Span[], lexicon: PageLexicon): number {
  const later = sentences.filter((one) => one.start > zone.start);
  const marks = [
    ...later.filter((one) => opensNotice(text.slice(one.start, one.end), lexicon)),
    ...gluedNotices(text, zone, later, lexicon),
    ...lastCall(text, zone, lexicon),
  ].sort((a, b) => b.start - a.start);
  let start = zone.end;
  for (const mark of marks) {
    const notice = text.slice(mark.start, mark.end);
    const closing = opensClosing(notice, lexicon);
    const words = countWords(text.slice(closing ? mark.start : Math.min(mark.end, start), start));
    const after = closing ? AFTER_CLOSING : /^Sign up (?:for|to) our\b.*\bnewsletter\b/.test(notice) ? AFTER_NEWSLETTER : AFTER_NOTICE;
    if (words <= after && (after !== AFTER_NEWSLETTER || mark.start - zone.start > (zone.end - zone.start) / 2)) start = mark.start;
  }
  return start;
}

/** Notices that a cue of several words shows inside what looks like a sentence: the full stop before them is lost. */
function gluedNotices(text: string, zone: Span, sentences: readonly Span[], lexicon: PageLexicon): readonly Span[] {
  const piece = text.slice(zone.start, zone.end);
  const small = lower(piece).replaceAll("’", "'");
  const found: Span[] = [];
  const add = (at: number) => {
    const start = zone.start + at;
    found.push({ start, end: sentences.find((one) => one.end > start)?.end ?? zone.end });
  };
  for (const m of piece.matchAll(/(?<=\s)(?:Copyright\s+(?:Â?©\s?)?|Â?©\s?)(?:19|20)\d\d/gu)) add(m.index);
  for (const cue of [...lexicon.closings, ...lexicon.notices]) {
    if (cue.split(" ").length < PLAIN_CUE && !/[:,]$/.test(cue)) continue;
    for (let at = small.indexOf(cue); at >= 0; at = small.indexOf(cue, at + 1)) {
      if (at > 0 && /\p{Lu}/u.test(piece[at]!) && /\s/.test(piece[at - 1]!)) add(at);
    }
  }
  return found;
}

/** A call of the page's head that is its last word too. */
function lastCall(text: string, zone: Span, lexicon: PageLexicon): readonly Span[] {
  const piece = text.slice(zone.start, zone.end).trimEnd();
  const cue = lexicon.openings.find((one) => piece.toLowerCase().endsWith(` ${one}`) && /\p{Lu}/u.test(piece.at(-one.length)!));
  return cue ? [{ start: zone.start + piece.length - cue.length, end: zone.start + piece.length }] : [];
}

/** "A. Name is a reporter …", "B. Name contributed to this report": a person nobody has spoken of before. */
function isNote(text: string, span: Span, sentence: Span, lexicon: PageLexicon): boolean {
  const words = text.slice(sentence.start, sentence.end);
  if (countWords(words) > LONGEST_NOTE) return false;
  const key = lineKey(words);
  if (/\bcontributed (?:to this (?:report|story|article)|reporting)\b/.test(key)) return true;
  const named = /^(?:[\p{Lu}&][\p{L}.&’'-]*\s+){2,7}(?:is|was|has|joined|covers|writes|reports)\s/u.exec(words);
  if (!named) return false;
  const told = words
    .slice(named[0].length)
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .slice(0, 14);
  const family = named[0].trim().split(/\s+/).at(-2)!;
  const before = text.slice(span.start, sentence.start).replace(/(?<=^|\s)By \p{Lu}.{0,120}/su, "");
  return (told.some((word) => lexicon.bios.has(word)) || /(?:covers|writes)\s$/.test(named[0])) && !before.includes(family);
}
