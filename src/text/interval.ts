import { dayOf, formatDay, monthLength } from "./civil.ts";

/** Days since 1970-01-01, both ends included; an open side is infinite. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

const SEASONS: Readonly<Record<string, readonly [number, number]>> = {
  SP: [3, 5],
  SU: [6, 8],
  FA: [9, 11],
  WI: [12, 12],
  "21": [3, 5],
  "22": [6, 8],
  "23": [9, 11],
  "24": [12, 12],
};

/** First and last day of an EDTF value: day, month, season, week, year, decade (`201X`) or `a/b` with either side open. Null where it cannot be read. */
export function readInterval(value: string | null | undefined): Interval | null {
  if (!value) return null;
  const bare = value.replaceAll(/[~?%]/g, "").trim();
  const parts = bare.split("/");
  if (parts.length > 2 || bare === "" || bare === "/") return null;
  const [from = "", to] = parts;
  if (to === undefined) return readPoint(from);
  const low = isOpen(from) ? Number.NEGATIVE_INFINITY : readPoint(from)?.low;
  const high = isOpen(to) ? Number.POSITIVE_INFINITY : readPoint(to)?.high;
  if (low === undefined || high === undefined || low > high) return null;
  return { low, high };
}

function isOpen(side: string): boolean {
  return side === "" || side === "..";
}

function readPoint(point: string): Interval | null {
  const decade = /^(\d{3})[Xx]s?$/.exec(point);
  if (decade) return { low: dayOf(Number(decade[1]) * 10, 1, 1), high: dayOf(Number(decade[1]) * 10 + 9, 12, 31) };
  const week = /^(\d{4})-W(\d\d)/.exec(point);
  if (week) {
    const fourth = dayOf(Number(week[1]), 1, 4);
    const monday = fourth - ((((fourth + 3) % 7) + 7) % 7) + (Number(week[2]) - 1) * 7;
    return { low: monday, high: monday + 6 };
  }
  const match = /^(\d{4})(?:-(\d\d|SP|SU|FA|WI|XX)(?:-(\d\d|XX))?)?(?:T.*)?$/.exec(point);
  if (!match) return null;
  const year = Number(match[1]);
  const season = SEASONS[match[2] ?? ""];
  if (season) return { low: dayOf(year, season[0], 1), high: dayOf(year, season[1], monthLength(year, season[1])) };
  if (match[2] === undefined || match[2] === "XX") return { low: dayOf(year, 1, 1), high: dayOf(year, 12, 31) };
  const month = Number(match[2]);
  if (month < 1 || month > 12) return null;
  if (match[3] === undefined || match[3] === "XX")
    return { low: dayOf(year, month, 1), high: dayOf(year, month, monthLength(year, month)) };
  const day = Number(match[3]);
  if (day < 1 || day > monthLength(year, month)) return null;
  const number = dayOf(year, month, day);
  return { low: number, high: number };
}

/** `YYYY-MM` of a day number. */
export function formatMonth(number: number): string {
  return formatDay(number).slice(0, 7);
}

/** Days between two intervals: 0 where they share a day, else the gap. */
export function gapBetween(a: Interval, b: Interval): number {
  return Math.max(0, Math.max(a.low, b.low) - Math.min(a.high, b.high));
}

/** Length in days, both ends counted. */
export function lengthOf(interval: Interval): number {
  return interval.high - interval.low + 1;
}
