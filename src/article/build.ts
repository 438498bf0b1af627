import type { Article, Byline, Caption, Published, Segment } from "../model/article.ts";
import type { Page } from "../model/page.ts";
import type { Span } from "../model/span.ts";
import { makeId } from "../text/hash.ts";

/** What an article is made of before it is one: places in the page's text, and what was read beside it. */
export interface Draft {
  readonly kind: "article" | "teaser";
  readonly headline: string;
  readonly headlineSpan: Span | null;
  readonly standfirst: string | null;
  /** Paragraphs of the body, in order. */
  readonly body: readonly Span[];
  readonly captions: readonly Span[];
  readonly publisher: string | null;
  readonly agency: string | null;
  readonly byline: Byline | null;
  readonly section: string | null;
  readonly language: string;
  readonly url: string | null;
  readonly published: Published;
  readonly modified: string | null;
}

/** Makes the article a draft describes: its text is the paragraphs joined by "\n", each with its place in the page. */
export function buildArticle(page: Page, draft: Draft): Article {
  const segments: Segment[] = [];
  const parts: string[] = [];
  let length = 0;
  for (const span of draft.body) {
    const part = page.text.slice(span.start, span.end);
    segments.push({ start: length, end: length + part.length, pageStart: span.start });
    parts.push(part);
    length += part.length + 1;
  }
  const text = parts.join("\n");
  const { body, captions, ...rest } = draft;
  const place = draft.headlineSpan?.start ?? body[0]?.start ?? 0;
  return {
    id: makeId(page.id, place, text),
    page: page.id,
    ...rest,
    text,
    segments,
    captions: captions.map((span) => placeCaption(page, span, segments, text.length)),
    copies: [],
  };
}

/** A caption stands in the article where the body goes on after it: an empty span there, with its words beside it. */
function placeCaption(page: Page, span: Span, segments: readonly Segment[], length: number): Caption {
  const next = segments.find((segment) => segment.pageStart >= span.end);
  const at = next ? next.start : length;
  return { start: at, end: at, pageStart: span.start, text: page.text.slice(span.start, span.end) };
}
