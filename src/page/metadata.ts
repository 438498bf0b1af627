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

/** The objects of all JSON-LD blocks of a page, `@graph` opened; broken blocks are left out. */
export function readLinked(document: Dom): readonly Record<string, unknown>[] {
  const found: Record<string, unknown>[] = [];
  const add = (value: unknown, depth: number) => {
    if (depth > 4 || typeof value !== "object" || value === null) return;
    if (Array.isArray(value)) for (const one of value.slice(0, 200)) add(one, depth + 1);
    else {
      const record = value as Record<string, unknown>;
      found.push(record);
      for (const key of ["@graph", "mainEntity", "mainEntityOfPage"]) add(record[key], depth + 1);
    }
  };
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const text = String(script.textContent ?? "")
      .trim()
      .replace(/^<!--|-->$|^\/\/<!\[CDATA\[|\/\/\]\]>$/g, "");
    try {
      add(JSON.parse(text), 0);
    } catch {
      // Line breaks inside strings are the usual fault.
      try {
        add(JSON.parse(text.replace(/[\n\r\t]+/g, " ")), 0);
      } catch {
        // Nothing to be had from it; the page's other cues stand.
      }
    }
  }
  return found;
}

/** The article's words as JSON-LD gives them, markup left out; null where it does not. */
export function readClaimed(linked: readonly Record<string, unknown>[]): string | null {
  const bodies = linked.flatMap((record) => (typeof record["articleBody"] === "string" ? [record["articleBody"]] : []));
  return bodies.length === 1 ? bodies[0]!.replace(/<[^>]{0,300}>/g, " ") : null;
}
