/** Days since 1970-01-01, both ends included; an open side is infinite. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
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
  if (decade) return { low: dayNumber(Number(decade[1]) * 10, 1, 1), high: dayNumber(Number(decade[1]) * 10 + 9, 12, 31) };
  const week = /^(\d{4})-W(\d\d)/.exec(point);
  if (week) {
    const fourth = dayNumber(Number(week[1]), 1, 4);
    const monday = fourth - ((((fourth + 3) % 7) + 7) % 7) + (Number(week[2]) - 1) * 7;
    return { low: monday, high: monday + 6 };
  }
  const match = /^(\d{4})(?:-(\d\d|SP|SU|FA|WI|XX)(?:-(\d\d|XX))?)?(?:T.*)?$/.exec(point);
  if (!match) return null;
  const year = Number(match[1]);
  const season = SEASONS[match[2] ?? ""];
  if (season) return { low: dayNumber(year, season[0], 1), high: dayNumber(year, season[1], daysIn(year, season[1])) };
  if (match[2] === undefined || match[2] === "XX") return { low: dayNumber(year, 1, 1), high: dayNumber(year, 12, 31) };
  const month = Number(match[2]);
  if (month < 1 || month > 12) return null;
  if (match[3] === undefined || match[3] === "XX")
    return { low: dayNumber(year, month, 1), high: dayNumber(year, month, daysIn(year, month)) };
  const day = Number(match[3]);
  if (day < 1 || day > daysIn(year, month)) return null;
  const number = dayNumber(year, month, day);
  return { low: number, high: number };
}

function daysIn(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && leap ? 29 : (MONTH_DAYS[month - 1] ?? 30);
}

// Days from civil date, proleptic Gregorian (Howard Hinnant's algorithm): no clock and no time zone can enter.
function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yoe = y - era * 400;
  const doy = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146097 + yoe * 365 + Math.floor(yoe / 4) - Math.floor(yoe / 100) + doy - 719468;
}

/** `YYYY-MM-DD` of a day number. */
export function formatDay(number: number): string {
  const z = number + 719468;
  const era = Math.floor(z / 146097);
  const doe = z - era * 146097;
  const yoe = Math.floor((doe - Math.floor(doe / 1460) + Math.floor(doe / 36524) - Math.floor(doe / 146096)) / 365);
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
  const mp = Math.floor((5 * doy + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  const year = yoe + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(doy - Math.floor((153 * mp + 2) / 5) + 1).padStart(2, "0")}`;
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
