import type { Span } from "./span.ts";

/** A run of the article's text `[start, end)` that stands in the page's text from `pageStart` on, character by character. */
export interface Segment extends Span {
  readonly pageStart: number;
}

/** A caption lifted out of the article. */
export interface Caption extends Span {
  /** Offset in the page's text. */
  readonly pageStart: number;
  readonly text: string;
}

/** What says the date of an article: metadata, a dateline, a list item with its title, a stamp by distance, what its text supposes, or nothing. */
export type DateBasis = "meta" | "dateline" | "list-item" | "relative" | "constraint" | "none";

/** When an article was published, with what says so. */
export interface Published {
  /** EDTF / ISO 8601-2, as precise as the evidence; null where nothing says. */
  readonly value: string | null;
  readonly basis: DateBasis;
  /** Offsets in the page's text. */
  readonly evidence: readonly Span[];
}

/** Who wrote an article, and as what. */
export interface Byline {
  readonly name: string;
  readonly role: string | null;
}

/** One article (or the teaser of one) found in a page. `text` is the body alone: no headline, caption, credit or furniture. */
export interface Article {
  /** Hash of page, place and text. */
  readonly id: string;
  /** Page id. */
  readonly page: string;
  readonly kind: "article" | "teaser";
  readonly headline: string;
  /** Where the headline stands in the page's text, or null where it came from metadata. */
  readonly headlineSpan: Span | null;
  readonly standfirst: string | null;
  readonly publisher: string | null;
  readonly agency: string | null;
  readonly byline: Byline | null;
  readonly section: string | null;
  /** BCP 47, or "und". */
  readonly language: string;
  readonly url: string | null;
  readonly published: Published;
  readonly modified: string | null;
  /** Paragraphs separated by "\n". */
  readonly text: string;
  /** Ordered; together they cover every character of `text` that is no white space. */
  readonly segments: readonly Segment[];
  readonly captions: readonly Caption[];
  /** Passages that stand in another article too, with the article they were most likely taken from. */
  readonly copies: readonly Copy[];
}

/** A passage of this article that another article holds as well. */
export interface Copy extends Span {
  /** The article id the passage is credited to. */
  readonly of: string;
}
