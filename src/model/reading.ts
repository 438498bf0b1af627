import type { Byline } from "./article.ts";
import type { Page } from "./page.ts";
import type { Span } from "./span.ts";

/** One thing a page's metadata says: the value, which cue said it, and how far that cue is to be trusted (0–1). */
export interface Clue {
  readonly value: string;
  /** For example `json-ld`, `meta:article:published_time`, `time`, `url`, `line`. */
  readonly cue: string;
  readonly confidence: number;
}

/** What a page says of its main article outside the article's text; null where nothing says it. */
export interface PageMetadata {
  readonly headline: Clue | null;
  readonly standfirst: Clue | null;
  readonly byline: (Byline & { readonly confidence: number }) | null;
  readonly publisher: Clue | null;
  readonly agency: Clue | null;
  readonly section: Clue | null;
  /** ISO 8601 date or date and time. */
  readonly published: Clue | null;
  readonly modified: Clue | null;
  readonly language: Clue | null;
  readonly url: Clue | null;
}

/** A stretch of a page's text that a cleaning rule took out of the body, never thrown away. */
export interface Removed extends Span {
  readonly kind: "boilerplate" | "caption" | "credit" | "teaser";
  readonly rule: string;
}

/** A block of a page's body as its markup has it. */
export interface MarkupBlock extends Span {
  /** Element name. */
  readonly name: string;
  /** Characters of it that stand in links. */
  readonly linked: number;
}

/** One of several articles on a page: its heading, the blocks after it, and its date in ISO 8601 where one is marked. */
export interface MarkupPart {
  readonly headline: Span;
  readonly body: readonly MarkupBlock[];
  readonly stamp: string | null;
}

/** What the markup of a page says about its text. All offsets are in the page's text. */
export interface MarkupFindings {
  /** The blocks of the main article's body in order; empty where no article was found. */
  readonly body: readonly MarkupBlock[];
  readonly removed: readonly Removed[];
  /** The article's words as the page's own metadata gives them (JSON-LD articleBody), or null. */
  readonly claimed?: string | null;
  /** True where the markup holds only a summary of an article that stands elsewhere. */
  readonly excerpt?: boolean;
  /** Containers that look like articles of their own (several `<article>` with prose in each); empty for a page of one. */
  readonly parts: readonly MarkupPart[];
}

/** A page as read, with what the splitter needs beside its text. `markup` is absent for pages that are only text. */
export interface PageReading {
  readonly page: Page;
  readonly metadata: PageMetadata;
  readonly markup?: MarkupFindings;
}

/** Metadata that says nothing. */
export const NO_METADATA: PageMetadata = {
  headline: null,
  standfirst: null,
  byline: null,
  publisher: null,
  agency: null,
  section: null,
  published: null,
  modified: null,
  language: null,
  url: null,
};
