import type { PageLexicon } from "../lexicon/pages.ts";
import type { Published } from "../model/article.ts";
import type { Page } from "../model/page.ts";
import type { Span } from "../model/span.ts";
import { dayOf, pad } from "./calendar.ts";

/** What an article's first words say of where it comes from: "PORT LENA, March 5 (Reuters) –". */
export interface Dateline {
  readonly agency: string | null;
  /** Month and day, with the year where it is written. */
  readonly date: { readonly year: number | null; readonly month: number; readonly day: number; readonly span: Span } | null;
}

/** A dateline is no longer; each part of the pattern is bounded. */
const REACH = 110;
const PLACE = /^(?:By [^\n]{3,40}?[.:–—-]\s*)?\p{Lu}[\p{L}.'’/ -]{1,40}(?:,\s*\p{Lu}[\p{L}. ]{1,24})?/u;
const DAY = /(?:(\p{L}{3,9})\.?\s+(\d{1,2})|(\d{1,2})\s+(\p{L}{3,9}))\.?(?:,?\s+((?:19|20)\d\d))?/gu;
const AGENCY = /[(/]\s?([\p{L}][\p{L} .&-]{1,38}?)\s?[)/]\.?/u;

/** Reads the dateline at the head of an article's first paragraph; parts that are not there are null. */
export function readDateline(page: Page, body: readonly Span[], lexicon: PageLexicon): Dateline {
  const first = body[0];
  const head = first ? page.text.slice(first.start, Math.min(first.end, first.start + REACH)) : "";
  const place = PLACE.exec(head);
  const none: Dateline = { agency: null, date: null };
  if (!first || !place) return none;
  const named = AGENCY.exec(head);
  const agency = named ? (lexicon.agencies.get(named[1]!.trim().toLowerCase()) ?? null) : null;
  // Only what stands before the agency, or before the dash, is the dateline; the rest is the article.
  const end = named && agency ? named.index : (/\s[–—-]{1,2}\s/.exec(head)?.index ?? -1);
  if (end < 0 || head.slice(0, 2).toUpperCase() !== head.slice(0, 2)) return none;
  return { agency, date: readDay(head.slice(0, end), first.start, lexicon) };
}

function readDay(head: string, at: number, lexicon: PageLexicon): Dateline["date"] {
  for (const m of head.matchAll(DAY)) {
    const month = lexicon.months.get((m[1] ?? m[4] ?? "").toLowerCase());
    const day = Number(m[2] ?? m[3]);
    if (month && day >= 1 && day <= 31)
      return { year: m[5] ? Number(m[5]) : null, month, day, span: { start: at + m.index, end: at + m.index + m[0].length } };
  }
  return null;
}

/** When a dateline says the article appeared; its year, where not written, is the latest that is not after `latest` (`YYYY-MM-DD`). */
export function datelineDate(dateline: Dateline, latest: string | null): Published | null {
  const { date } = dateline;
  if (!date) return null;
  const year =
    date.year ?? (latest ? Number(latest.slice(0, 4)) - (`${pad(date.month)}-${pad(date.day)}` > latest.slice(5, 10) ? 1 : 0) : null);
  if (year === null || dayOf(year, date.month, date.day) === null) return null;
  return { value: `${year}-${pad(date.month)}-${pad(date.day)}`, basis: "dateline", evidence: [date.span] };
}
