import type { PageLexicon } from "../lexicon/pages.ts";
import type { Published } from "../model/article.ts";
import type { Leftover } from "../model/page.ts";
import type { MarkupFindings, PageReading } from "../model/reading.ts";
import type { Span } from "../model/span.ts";
import { cleanBlocks } from "./blocks.ts";
import { buildArticle } from "./build.ts";
import { NO_DATE } from "./dates.ts";
import type { PageSplit } from "./glued.ts";
import { languageOf } from "./language.ts";

/** The article of a page whose markup shows its body; everything else of the page is left over. Null where the markup shows none. */
export function splitMarked(reading: PageReading, markup: MarkupFindings, lexicon: PageLexicon): PageSplit | null {
  const { page, metadata } = reading;
  const clean = cleanBlocks(reading, lexicon);
  if (clean.body.length === 0) return null;
  const taken = [...markup.removed, ...clean.removed];
  const published: Published = metadata.published ? { value: metadata.published.value, basis: "meta", evidence: [] } : NO_DATE;
  const headline = metadata.headline?.value ?? "";
  const article = buildArticle(page, {
    kind: markup.excerpt ? "teaser" : "article",
    headline,
    headlineSpan: findHeadline(page.text, headline, clean.body[0]!.start),
    standfirst: clean.standfirst ?? metadata.standfirst?.value ?? null,
    body: clean.body,
    captions: taken.filter((span) => span.kind === "caption"),
    publisher: metadata.publisher?.value ?? null,
    agency: metadata.agency?.value ?? null,
    byline: metadata.byline && { name: metadata.byline.name, role: metadata.byline.role },
    section: metadata.section?.value ?? null,
    language: languageOf(reading, clean.body, lexicon),
    url: metadata.url?.value ?? page.url,
    published,
    modified: metadata.modified?.value ?? null,
  });
  const leftovers = complement(page.text, [...clean.body, ...taken]).map(
    (span): Leftover => ({ ...span, kind: "boilerplate", rule: "outside" }),
  );
  const removed = taken.map(({ start, end, kind, rule }): Leftover => ({ start, end, kind, rule }));
  return {
    articles: [article],
    leftovers: [...leftovers, ...removed].sort((a, b) => a.start - b.start || a.end - b.end),
    observed: null,
    notices: [],
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
