import type { PageLexicon } from "../lexicon/pages.ts";
import { type Clue, NO_METADATA, type PageMetadata } from "../model/reading.ts";
import type { Dom } from "./clean.ts";

/** Reads what a page says of its main article outside the text. */
export function readMetadata(document: Dom, _url: string | null, _lexicon: PageLexicon): PageMetadata {
  const meta = (name: string): string | null => {
    for (const key of ["property", "name", "itemprop"]) {
      const value = document.querySelector(`meta[${key}="${name}"]`)?.getAttribute("content")?.trim();
      if (value) return value;
    }
    return null;
  };
  const clue = (value: string | null | undefined, cue: string, confidence: number): Clue | null =>
    value ? { value, cue, confidence } : null;
  const author = meta("author");
  return {
    ...NO_METADATA,
    headline: clue(meta("og:title") ?? document.querySelector("h1")?.textContent?.trim(), "meta:og:title", 0.7),
    publisher: clue(meta("og:site_name"), "meta:og:site_name", 0.8),
    published: clue(meta("article:published_time") ?? meta("datePublished"), "meta:article:published_time", 0.9),
    byline: author ? { name: author, role: null, confidence: 0.6 } : null,
    language: clue(document.documentElement?.getAttribute("lang"), "html:lang", 0.7),
  };
}
