import type { PageLexicon } from "../lexicon/pages.ts";
import type { Clue, PageMetadata } from "../model/reading.ts";
import { readAuthors } from "./authors.ts";
import type { Dom } from "./clean.ts";
import { readDates } from "./datemeta.ts";
import { articleOf, type Linked, nameOf } from "./linked.ts";

/** A page's meta elements by property, name or itemprop in lower case; the first of each stands. */
export type Metas = ReadonlyMap<string, string>;

/** Reads what a page says of its main article outside the text, cue by cue: JSON-LD before meta, meta before marked elements, those before the address. */
export function readMetadata(document: Dom, url: string | null, linked: readonly Linked[], lexicon: PageLexicon): PageMetadata {
  const metas = readMetas(document);
  const article = articleOf(linked);
  const canonical = clueOf([
    [document.querySelector('link[rel="canonical"]')?.getAttribute("href"), "link:canonical", 0.9],
    [metas.get("og:url"), "meta:og:url", 0.8],
    [nameOf(article?.["url"]), "json-ld:url", 0.7],
    [url, "given", 1],
  ]);
  const publisher = readPublisher(document, metas, article, url ?? canonical?.value ?? null, lexicon);
  const { byline, agency } = readAuthors(document, metas, article, publisher?.value ?? null, lexicon);
  const { published, modified } = readDates(document, metas, article, url ?? canonical?.value ?? null, lexicon);
  return {
    headline: readHeadline(document, metas, article, publisher?.value ?? null),
    standfirst: clueOf([
      [nameOf(article?.["description"]), "json-ld:description", 0.7],
      [metas.get("og:description"), "meta:og:description", 0.6],
      [metas.get("description"), "meta:description", 0.5],
    ]),
    byline,
    agency,
    publisher,
    section: clueOf([
      [nameOf(article?.["articleSection"]), "json-ld:articleSection", 0.9],
      [metas.get("article:section"), "meta:article:section", 0.8],
      [metas.get("parsely-section") ?? metas.get("section"), "meta:section", 0.7],
    ]),
    published,
    modified,
    language: clueOf([
      [languageTag(nameOf(article?.["inLanguage"])), "json-ld:inLanguage", 0.7],
      [languageTag(document.documentElement?.getAttribute("lang")), "html:lang", 0.6],
      [languageTag(metas.get("og:locale")), "meta:og:locale", 0.5],
      [languageTag(metas.get("content-language")), "meta:content-language", 0.5],
    ]),
    url: canonical && /^https?:\/\//i.test(canonical.value) ? canonical : null,
  };
}

/** The first cue that says something. Values are one line. */
export function clueOf(cues: readonly (readonly [value: string | null | undefined, cue: string, confidence: number])[]): Clue | null {
  for (const [value, cue, confidence] of cues) {
    const line = value?.replace(/\s+/g, " ").trim();
    if (line) return { value: decodeEntities(line), cue, confidence };
  }
  return null;
}

/** JSON-LD and meta values are often escaped twice. */
function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text
    .replace(/&#x27;|&#0?39;|&rsquo;|&apos;/g, "'")
    .replace(/&quot;|&ldquo;|&rdquo;/g, '"')
    .replace(/&nbsp;/g, " ")
    .replace(/&amp;/g, "&");
}

function readMetas(document: Dom): Metas {
  const metas = new Map<string, string>();
  for (const meta of document.querySelectorAll("meta[content]")) {
    const value = meta.getAttribute("content")?.trim();
    for (const key of ["property", "name", "itemprop", "http-equiv"]) {
      const name = meta.getAttribute(key)?.toLowerCase();
      if (name && value && !metas.has(name)) metas.set(name, value);
    }
  }
  return metas;
}

function languageTag(value: string | null | undefined): string | null {
  return /^([a-z]{2,3})(?:[-_]([A-Za-z]{2,4}))?/.exec(value?.trim() ?? "")?.[1] ?? null;
}

function readHeadline(document: Dom, metas: Metas, article: Linked | null, publisher: string | null): Clue | null {
  const told = clueOf([
    [nameOf(article?.["headline"]), "json-ld:headline", 0.9],
    [cutSite(metas.get("og:title"), publisher), "meta:og:title", 0.8],
    [cutSite(metas.get("twitter:title"), publisher), "meta:twitter:title", 0.7],
  ]);
  const titles: string[] = [...document.querySelectorAll("h1")]
    .map((h: Dom) =>
      String(h.textContent ?? "")
        .replace(/\s+/g, " ")
        .trim(),
    )
    .filter((t) => t.length > 3);
  const title = cutSite(document.querySelector("title")?.textContent, publisher);
  const fold = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim();
  const words = new Set(fold(told?.value ?? title ?? "").split(" "));
  // The headline as the page spells it: the h1 that shares most of its words with what the metadata says.
  const shares = titles.map(
    (t) =>
      fold(t)
        .split(" ")
        .filter((word) => words.has(word)).length / Math.max(1, fold(t).split(" ").length),
  );
  const best = shares.reduce((at, share, i) => (share > (shares[at] ?? 0) ? i : at), 0);
  if (titles[best] && (shares[best] ?? 0) >= 0.6) return { value: titles[best], cue: "h1", confidence: 0.9 };
  return (
    told ??
    clueOf([
      [titles.length === 1 ? titles[0] : null, "h1", 0.6],
      [title, "title", 0.5],
    ])
  );
}

/** A title without the site's name at its end: "Headline | The Quay". */
function cutSite(title: string | null | undefined, publisher: string | null): string | null {
  const text = title?.replace(/\s+/g, " ").trim();
  if (!text) return null;
  const at = Math.max(
    text.lastIndexOf(" | "),
    text.lastIndexOf(" - "),
    text.lastIndexOf(" – "),
    text.lastIndexOf(" — "),
    text.lastIndexOf(" · "),
  );
  if (at < 12) return text;
  const tail = text.slice(at + 3).trim();
  const isSite =
    (publisher !== null &&
      tail
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]/gu, "")
        .includes(publisher.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ""))) ||
    text[at + 1] === "|";
  return isSite || /\.(?:com|net|org|uk|de)$/i.test(tail) ? text.slice(0, at).trim() : text;
}

function readPublisher(document: Dom, metas: Metas, article: Linked | null, url: string | null, lexicon: PageLexicon): Clue | null {
  const linked = nameOf(article?.["publisher"]);
  const site = metas.get("og:site_name");
  // A site that runs an agency's text may name the agency as publisher: the site is what the reader sees.
  const isAgency = linked !== null && lexicon.agencies.has(linked.toLowerCase()) && site !== undefined;
  const host = /^https?:\/\/(?:www\.)?([^/:]+)/i.exec(url ?? "")?.[1]?.toLowerCase();
  return clueOf([
    [isAgency ? null : linked, "json-ld:publisher", 0.9],
    [site, "meta:og:site_name", 0.9],
    [metas.get("application-name") ?? metas.get("apple-mobile-web-app-title"), "meta:application-name", 0.6],
    [document.querySelector('[itemprop="publisher"] [itemprop="name"]')?.textContent, "microdata:publisher", 0.7],
    [host, "url:host", 0.4],
  ]);
}
