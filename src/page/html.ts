import { parseHTML } from "linkedom";
import type { PageLexicon } from "../lexicon/pages.ts";
import { NO_METADATA, type PageReading } from "../model/reading.ts";
import { findBody } from "./body.ts";
import { type Dom, preClean } from "./clean.ts";
import { capText, makePage, type PageInput, type PageReadings } from "./input.ts";
import { toIsoDate } from "./isodate.ts";
import type { Limits } from "./limits.ts";
import { readClaimed, readLinked } from "./linked.ts";
import { stripTags, tokenize } from "./markup.ts";
import { readMetadata } from "./metadata.ts";
import { findParts } from "./parts.ts";
import { readVisible } from "./visible.ts";

/** SingleFile says in a comment where and when it saved a page. */
function readSaved(source: string, lexicon: PageLexicon): { readonly url: string | null; readonly retrievedAt: string | null } {
  const note = /<!--\s*Page saved with SingleFile\s([\s\S]{0,3000}?)-->/.exec(source.slice(0, 20_000))?.[1];
  const url = /url:\s*(\S+)/.exec(note ?? "")?.[1] ?? null;
  const date = /saved date:\s*(?:\p{L}{3}\s+)?(.+)/u.exec(note ?? "")?.[1];
  // "May 06 2024 07:08:09 GMT+0000 (…)": the browser's own form.
  const zone = /GMT([+-]\d{4})/.exec(date ?? "")?.[1];
  return { url, retrievedAt: date ? toIsoDate(date.replace(/GMT.*$/, zone ?? ""), lexicon) : null };
}

/** Reads an HTML page: its visible text with a map to the source, its metadata, and which blocks are the main article's. */
export function readHtml(given: PageInput, source: string, lexicon: PageLexicon, limits: Limits): PageReadings {
  const saved = readSaved(source, lexicon);
  const input = { ...given, url: given.url ?? saved.url, retrievedAt: given.retrievedAt ?? saved.retrievedAt };
  const tokens = tokenize(source, limits);
  if (tokens.broken) {
    const { text, notices } = capText(input, stripTags(source), limits.textLength);
    const page = makePage(input, "text/html", text);
    const why = tokens.broken;
    const reason = `The markup was read as text without structure: ${why}. Raise the limit if the page is sound.`;
    return {
      pages: [{ page, metadata: NO_METADATA }],
      notices: [{ page: page.id, rule: "page/markup-limit", reason, start: null, end: null }, ...notices],
    };
  }
  const document: Dom = parseHTML(source).document;
  const visible = readVisible(document, tokens.texts);
  const linked = readLinked(document);
  const metadata = readMetadata(document, input.url ?? null, linked, lexicon);
  const removed = preClean(document, visible, lexicon);
  const parts = findParts(document, visible, lexicon);
  const body = parts.length > 0 ? [] : findBody(document, visible);
  const page = {
    ...makePage({ ...input, url: input.url ?? metadata.url?.value ?? null }, "text/html", visible.text),
    source: visible.pieces,
  };
  const reading: PageReading = { page, metadata, markup: { body, removed, claimed: readClaimed(linked), parts } };
  return { pages: [reading], notices: [] };
}
