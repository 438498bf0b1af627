import type { PageLexicon } from "../lexicon/pages.ts";
import type { Published } from "../model/article.ts";
import type { Span } from "../model/span.ts";
import { formatDay, weekdayOf } from "../text/civil.ts";
import { dayOf, pad } from "./calendar.ts";
import type { AbsoluteStamp, Stamp } from "./stamp.ts";

/** Hours since 1970-01-01, first and last that are possible. */
export interface HourRange {
  readonly low: number;
  readonly high: number;
}

export const NO_DATE: Published = { value: null, basis: "none", evidence: [] };

/** Which of a stamp's first two numbers is the day, decided once for a page: by a number over 12, else by stamps that run down in time. */
export function decideOrder(stamps: readonly Stamp[]): "dmy" | "mdy" {
  const absolute = stamps.filter((stamp): stamp is AbsoluteStamp => stamp.kind === "absolute" && stamp.year !== null);
  const numeric = absolute.filter((stamp) => stamp.order !== "dmy" || stamp.first > 12);
  const certain = numeric.find((stamp) => stamp.order === "mdy" || stamp.first > 12);
  if (certain) return certain.order === "mdy" ? "mdy" : "dmy";
  const disorder = (order: "dmy" | "mdy") => {
    const values = absolute.map((stamp) => stampValue(stamp, order) ?? "");
    return values.slice(1).filter((value, i) => value > values[i]!).length;
  };
  return disorder("mdy") < disorder("dmy") ? "mdy" : "dmy";
}

/** ISO date, with the time where the stamp has one; null for a date that does not exist or has no year. */
export function stampValue(stamp: AbsoluteStamp, order: "dmy" | "mdy", year: number | null = stamp.year): string | null {
  if (year === null) return null;
  const american = stamp.order === "mdy" || (stamp.order === "unknown" && order === "mdy");
  const [day, month] = american ? [stamp.second, stamp.first] : [stamp.first, stamp.second];
  if (dayOf(year, month, day) === null) return null;
  return `${year}-${pad(month)}-${pad(day)}${stamp.time ? `T${stamp.time}` : ""}`;
}

/** A full date written in prose, with its place. */
export interface WrittenDate extends Span {
  readonly day: number;
  /** True where it signs a post quoted in the text: "— Name (@handle) May 1, 2025". */
  readonly signed: boolean;
}

/** All full dates (day, month in words, year) of a text, in order. */
export function findWrittenDates(text: string, lexicon: PageLexicon): readonly WrittenDate[] {
  const found: WrittenDate[] = [];
  const pattern =
    /(?<![\p{L}\d])(?:(\d{1,2})(?:st|nd|rd|th)?\s+(\p{Lu}\p{L}{2,8})\.?,?\s+|(\p{Lu}\p{L}{2,8})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+)((?:19|20)\d\d)(?!\d)/gu;
  for (const m of text.matchAll(pattern)) {
    const month = lexicon.months.get((m[2] ?? m[3] ?? "").toLowerCase());
    const day = month === undefined ? null : dayOf(Number(m[5]), month, Number(m[1] ?? m[4]));
    if (day === null) continue;
    const signed = /[—–-]\s?[^—–\n]{0,60}\(@\w{1,30}\)\s*$/.test(text.slice(Math.max(0, m.index - 110), m.index));
    found.push({ start: m.index, end: m.index + m[0].length, day, signed });
  }
  return found;
}

/** The weekday an article's first words set its news on ("on Tuesday"), 1–7; null where none or several stand there. */
export function leadWeekday(text: string, lexicon: PageLexicon): number | null {
  const lead = text.slice(0, 400).split("\n")[0] ?? "";
  const days = new Set<number>();
  for (const word of lead.matchAll(/(?<!last |next |since |until |by )\p{Lu}\p{L}{5,8}(?!\p{L})/gu)) {
    const day = lexicon.weekdays.get(word[0].toLowerCase());
    if (day !== undefined) days.add(day);
  }
  return days.size === 1 ? [...days][0]! : null;
}

/**
 * When a page was taken, in hours, solved from items stamped "n hours ago": such an item cannot be older than the newest date in its text;
 * where that date is the weekday of its lead or signs a quoted post, the item appeared on that day.
 */
export function solveObserved(items: readonly { readonly hours: number; readonly text: string }[], lexicon: PageLexicon): HourRange | null {
  let range: HourRange | null = null;
  for (const { hours, text } of items) {
    if (hours > 24 * 7) continue;
    const weekday = leadWeekday(text, lexicon);
    const newest = findWrittenDates(text, lexicon)
      .filter((date) => date.signed || (weekday !== null && weekdayOf(date.day) === weekday))
      .reduce((day, date) => Math.max(day, date.day), Number.NEGATIVE_INFINITY);
    if (newest === Number.NEGATIVE_INFINITY) continue;
    const found = { low: newest * 24 + hours, high: (newest + 1) * 24 + hours };
    // Of two that do not meet, the later stands: an old date may be told in a new article, a future one may not.
    if (!range || found.low >= range.high) range = found;
    else if (found.high > range.low) range = { low: Math.max(range.low, found.low), high: Math.min(range.high, found.high) };
  }
  return range;
}

/** When an item stamped "n hours ago" appeared: a day, or an interval of two; its lead's weekday chooses between them. */
export function relativeDate(
  hours: number,
  observed: HourRange | null,
  text: string,
  evidence: readonly Span[],
  lexicon: PageLexicon,
): Published {
  if (!observed) return { value: null, basis: "relative", evidence };
  const blur = hours >= 24 * 28 ? 24 * 15 : hours >= 24 * 7 ? 24 * 4 : hours >= 24 ? 24 : 0;
  const low = Math.floor((observed.low - hours - blur) / 24);
  const high = Math.floor((observed.high - hours - (observed.high > observed.low ? 1e-6 : 0)) / 24);
  const weekday = leadWeekday(text, lexicon);
  for (let day = low; weekday !== null && day <= high; day += 1) {
    if (weekdayOf(day) === weekday) return { value: formatDay(day), basis: "relative", evidence };
  }
  return { value: formatRange(low, high), basis: "relative", evidence };
}

/** A day, or `first/last`. */
export function formatRange(low: number, high: number): string {
  return low === high ? formatDay(low) : `${formatDay(low)}/${formatDay(high)}`;
}

/** The day a page was taken, in hours, where the input says so. */
export function retrievedRange(retrievedAt: string | null): HourRange | null {
  const m = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d))?/.exec(retrievedAt ?? "");
  const day = m && dayOf(Number(m[1]), Number(m[2]), Number(m[3]));
  if (!m || day === null) return null;
  const hour = day * 24 + Number(m[4] ?? 0);
  return { low: hour, high: hour + (m[4] ? 0 : 23) };
}
