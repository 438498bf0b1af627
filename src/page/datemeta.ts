import type { PageLexicon } from "../lexicon/pages.ts";
import type { Clue } from "../model/reading.ts";
import type { Dom } from "./clean.ts";
import { toIsoDate } from "./isodate.ts";
import { type Linked, nameOf } from "./linked.ts";
import type { Metas } from "./metadata.ts";

const PUBLISHED_METAS = [
  "article:published_time",
  "datepublished",
  "og:published_time",
  "og:article:published_time",
  "article.published",
  "parsely-pub-date",
  "sailthru.date",
  "dc.date.issued",
  "dcterms.created",
  "dcterms.date",
  "dc.date",
  "pubdate",
  "publishdate",
  "publish-date",
  "publish_date",
  "publication_date",
  "date",
  "article_date_original",
  "originalpublicationdate",
  "cxenseparse:recs:publishtime",
  "displaydate",
  "ptime",
  "rnews:datepublished",
  "timestamp",
  "bt:pubdate",
  "shareaholic:article_published_time",
] as const;
const MODIFIED_METAS = [
  "article:modified_time",
  "datemodified",
  "og:updated_time",
  "dcterms.modified",
  "last-modified",
  "lastmod",
  "utime",
] as const;

/** When an article was published and changed, each by the surest cue; a `<time>` inside another article's card never counts. */
export function readDates(
  document: Dom,
  metas: Metas,
  article: Linked | null,
  url: string | null,
  lexicon: PageLexicon,
): { readonly published: Clue | null; readonly modified: Clue | null } {
  const dated = (value: unknown, cue: string, confidence: number): Clue | null => {
    const iso = typeof value === "string" ? toIsoDate(value, lexicon) : null;
    return iso ? { value: iso, cue, confidence } : null;
  };
  const modified = dated(nameOf(article?.["dateModified"]), "json-ld:dateModified", 0.9) ?? firstMeta(metas, MODIFIED_METAS, dated);
  const published =
    dated(nameOf(article?.["datePublished"]), "json-ld:datePublished", 0.95) ??
    firstMeta(metas, PUBLISHED_METAS, dated) ??
    markedDate(document, dated) ??
    dated(nameOf(article?.["dateCreated"]), "json-ld:dateCreated", 0.7) ??
    urlDate(url, dated) ??
    visibleDate(document, dated);
  return { published, modified };
}

type Dater = (value: unknown, cue: string, confidence: number) => Clue | null;

function firstMeta(metas: Metas, names: readonly string[], dated: Dater): Clue | null {
  for (const name of names) {
    const found = dated(metas.get(name), `meta:${name}`, 0.85);
    if (found) return found;
  }
  return null;
}

function markedDate(document: Dom, dated: Dater): Clue | null {
  for (const [query, confidence] of [
    ['[itemprop="datePublished"]', 0.85],
    ["time[pubdate]", 0.85],
    ["article header time", 0.75],
    ["time[datetime]", 0.65],
    ["time", 0.5],
  ] as const) {
    for (const element of [...document.querySelectorAll(query)].slice(0, 12) as Dom[]) {
      if (isInCard(element)) continue;
      const value = element.getAttribute("datetime") ?? element.getAttribute("content") ?? element.textContent;
      const found = dated(String(value ?? ""), `element:${query}`, confidence);
      if (found) return found;
    }
  }
  return null;
}

/** In a list, an aside, a link, or an `<article>` without the page's h1 while there are several: another article's date. */
function isInCard(element: Dom): boolean {
  if (element.closest("aside,footer,nav,a,li")) return true;
  const holder = element.closest("article");
  return Boolean(holder) && !holder.querySelector("h1") && element.ownerDocument.querySelectorAll("article").length > 1;
}

function urlDate(url: string | null, dated: Dater): Clue | null {
  const m = /[/-](20[0-3]\d|19[89]\d)[/-]?(0[1-9]|1[0-2])[/-]?([0-2]\d|3[01])(?=[/._-]|$)/.exec(url ?? "");
  return m ? dated(`${m[1]}-${m[2]}-${m[3]}`, "url", 0.7) : null;
}

function visibleDate(document: Dom, dated: Dater): Clue | null {
  for (const query of ['[class*="publish"]', '[class*="date"]', '[class*="time"]', '[id*="date"]', ".byline", ".meta"]) {
    for (const element of [...document.querySelectorAll(query)].slice(0, 12) as Dom[]) {
      const text = String(element.textContent ?? "").trim();
      if (text.length > 120 || isInCard(element)) continue;
      const found = dated(text.replace(/^[^\d\p{Lu}]*(?:\p{L}+\s*:\s*)?/u, ""), "class", 0.5) ?? dated(text, "class", 0.5);
      if (found) return found;
    }
  }
  return null;
}
