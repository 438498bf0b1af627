import type { PageLexicon } from "../lexicon/pages.ts";
import type { Article, Published } from "../model/article.ts";
import type { Leftover } from "../model/page.ts";
import { type MarkupFindings, type MarkupPart, NO_METADATA, type PageReading, type Removed } from "../model/reading.ts";
import type { Span } from "../model/span.ts";
import { type CleanBody, cleanBlocks } from "./blocks.ts";
import { buildArticle, type Draft } from "./build.ts";
import { datelineDate, readDateline } from "./dateline.ts";
import { decideOrder, NO_DATE, relativeDate, retrievedRange, stampValue } from "./dates.ts";
import { type PageSplit, splitLines } from "./glued.ts";
import { languageOf } from "./language.ts";
import { lineKey, readLines } from "./lines.ts";

/** Prose a body must have; with less the page's text is asked whether it is a list. */
const LEAST_WORDS = 60;
/** Characters after the article in which a list of others is looked for. */
const LONGEST_TAIL = 100_000;

/** The article, or the several articles, of a page whose markup shows them; everything else is left over. Null where the markup shows none. */
export function splitMarked(reading: PageReading, markup: MarkupFindings, lexicon: PageLexicon): PageSplit | null {
  const { page } = reading;
  const whole = markup.parts.length === 0;
  const bodies = whole ? [cleanBlocks(reading, lexicon)] : markup.parts.map((part) => cleanBlocks(reading, lexicon, part.body));
  if (bodies.every((one) => one.body.length === 0)) return null;
  const drafts = bodies.map((clean, i) =>
    whole ? draftMain(reading, clean, lexicon) : draftPart(reading, markup.parts[i]!, clean, lexicon),
  );
  const taken: Removed[] = [...markup.removed, ...bodies.flatMap((one) => one.removed)];
  const teasers = findTeasers(reading, drafts.at(-1)?.body.at(-1)?.end ?? 0, lexicon);
  taken.push(...teasers.leftovers.map(({ start, end, rule }): Removed => ({ start, end, kind: "teaser", rule })));
  const captions = taken.filter((span) => span.kind === "caption");
  const articles = drafts.map((draft, i) => {
    const next = drafts[i + 1]?.headlineSpan?.start ?? Number.POSITIVE_INFINITY;
    const from = whole ? 0 : (draft.headlineSpan?.start ?? 0);
    const published = draft.published.value ? draft.published : (echoedDate(draft.headline, teasers.articles) ?? draft.published);
    return buildArticle(page, {
      ...draft,
      published,
      captions: captions.filter((span) => whole || (span.start >= from && span.start < next)),
    });
  });
  const kept = drafts.flatMap((draft) => draft.body);
  const outside = complement(page.text, [...kept, ...taken]).map((span): Leftover => ({ ...span, kind: "boilerplate", rule: "outside" }));
  const leftovers = [...outside, ...taken.map(({ start, end, kind, rule }): Leftover => ({ start, end, kind, rule }))];
  return {
    articles: [...articles, ...teasers.articles],
    leftovers: leftovers.sort((a, b) => a.start - b.start || a.end - b.end),
    observed: null,
    notices: [],
  };
}

/** Items of a list under the article, each with its stamp: teasers of other articles. A single one is no list. */
function findTeasers(reading: PageReading, after: number, lexicon: PageLexicon): Pick<PageSplit, "articles" | "leftovers"> {
  const none = { articles: [], leftovers: [] };
  if (reading.markup?.excerpt) return none;
  const tail = reading.page.text.slice(after, after + LONGEST_TAIL);
  const lines = readLines(tail, lexicon).map((line) => ({ ...line, start: line.start + after, end: line.end + after }));
  const split = splitLines({ page: reading.page, metadata: NO_METADATA }, lines, lexicon);
  const articles = split.articles.filter(
    (one) => one.kind === "teaser" && one.headline.split(" ").length >= 3 && one.published.basis !== "none",
  );
  return articles.length < 2 ? none : { articles, leftovers: split.leftovers.filter((one) => one.kind === "teaser") };
}

/** An undated article's own title in the list dates it. */
function echoedDate(headline: string, teasers: readonly Article[]): Published | null {
  const twin = teasers.find((one) => one.published.value !== null && lineKey(one.headline) === lineKey(headline));
  return twin ? { ...twin.published, basis: "list-item" } : null;
}

/** True where the markup's body is too little for an article: the page may be a list of them. */
export function isThin(split: PageSplit): boolean {
  const words = split.articles.reduce((sum, article) => sum + (article.text.match(/\S+/g)?.length ?? 0), 0);
  return words < LEAST_WORDS && split.articles.every((article) => article.kind === "article");
}

function draftMain(reading: PageReading, clean: CleanBody, lexicon: PageLexicon): Draft {
  const { page, metadata, markup } = reading;
  const headline = metadata.headline?.value ?? "";
  const dateline = readDateline(page, clean.body, lexicon);
  const headlineSpan = findHeadline(page.text, headline, clean.body[0]?.start ?? 0);
  const signed =
    stampOver(reading, headlineSpan?.end ?? null, clean.body[0]?.start ?? 0, lexicon) ??
    datelineDate(dateline, page.retrievedAt?.slice(0, 10) ?? null);
  return {
    kind: markup?.excerpt ? "teaser" : "article",
    headline,
    headlineSpan,
    standfirst: clean.standfirst ?? metadata.standfirst?.value ?? null,
    body: clean.body,
    captions: [],
    publisher: metadata.publisher?.value ?? null,
    agency: metadata.agency?.value ?? dateline.agency,
    byline: metadata.byline && { name: metadata.byline.name, role: metadata.byline.role },
    section: metadata.section?.value ?? null,
    language: languageOf(reading, clean.body, lexicon),
    url: metadata.url?.value ?? page.url,
    published: metadata.published ? { value: metadata.published.value, basis: "meta", evidence: [] } : (signed ?? NO_DATE),
    modified: metadata.modified?.value ?? null,
  };
}

/** Characters between a headline and its article in which a stamp is its own. */
const LONGEST_HEAD = 1500;

/** The first stamp between an article's headline and its body. */
function stampOver(reading: PageReading, from: number | null, to: number, lexicon: PageLexicon): Published | null {
  const { page } = reading;
  if (from === null || to - from > LONGEST_HEAD) return null;
  const lines = readLines(page.text.slice(from, to), lexicon);
  const order = decideOrder(lines.flatMap((line) => line.stamp ?? []));
  for (const line of lines) {
    if (!line.stamp) continue;
    const evidence = [{ start: from + line.start, end: from + line.end }];
    if (line.stamp.kind === "relative") return relativeDate(line.stamp.hours, retrievedRange(page.retrievedAt), "", evidence, lexicon);
    const value = stampValue(line.stamp, order);
    if (value) return { value, basis: "dateline", evidence };
  }
  return null;
}

/** One of several articles: only what stands in its own element is its own; the publisher is the page's. */
function draftPart(reading: PageReading, part: MarkupPart, clean: CleanBody, lexicon: PageLexicon): Draft {
  const { page, metadata } = reading;
  return {
    kind: "article",
    headline: page.text.slice(part.headline.start, part.headline.end).replace(/\s+/g, " "),
    headlineSpan: part.headline,
    standfirst: clean.standfirst,
    body: clean.body,
    captions: [],
    publisher: metadata.publisher?.value ?? null,
    agency: readDateline(page, clean.body, lexicon).agency,
    byline: null,
    section: null,
    language: languageOf(reading, clean.body, lexicon),
    url: null,
    published: part.stamp ? { value: part.stamp, basis: "meta", evidence: [] } : NO_DATE,
    modified: null,
  };
}

/** The last place before the body where the headline stands. */
function findHeadline(text: string, headline: string, before: number): Span | null {
  if (headline === "") return null;
  const at = text.lastIndexOf(headline, before);
  return at < 0 ? null : { start: at, end: at + headline.length };
}

/** What no span covers, without the white space at its ends. */
function complement(text: string, spans: readonly Span[]): readonly Span[] {
  const gaps: Span[] = [];
  let at = 0;
  const add = (start: number, end: number) => {
    const piece = text.slice(start, end);
    const lead = piece.length - piece.trimStart().length;
    if (piece.trim() !== "") gaps.push({ start: start + lead, end: start + piece.trimEnd().length });
  };
  for (const span of [...spans].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (span.start > at) add(at, span.start);
    at = Math.max(at, span.end);
  }
  add(at, text.length);
  return gaps;
}
