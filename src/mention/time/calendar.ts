import { civilOf, type Day, dayOf, weekdayOf } from "../../text/civil.ts";

/** Whole days, both ends included. */
export interface Interval {
  readonly lo: Day;
  readonly hi: Day;
}

/** A unit of time, from a second to a millennium. */
export type Unit =
  | "second"
  | "minute"
  | "hour"
  | "day"
  | "week"
  | "weekend"
  | "month"
  | "quarter"
  | "half"
  | "year"
  | "decade"
  | "century"
  | "millennium";

/** The first to the last day of a year. */
export function spanOfYear(year: number): Interval {
  return { lo: dayOf(year, 1, 1), hi: dayOf(year + 1, 1, 1) - 1 };
}

/** `count` months from the first of a month on. */
export function spanOfMonths(year: number, month: number, count = 1): Interval {
  return { lo: dayOf(year, month, 1), hi: dayOf(year, month + count, 1) - 1 };
}

/** The calendar unit (week, month, decade …) in which a day lies, moved by `steps` units. Units below a day are days. */
export function unitAround(day: Day, unit: Unit, steps = 0): Interval {
  const { year, month } = civilOf(day);
  switch (unit) {
    case "week": {
      const lo = day - weekdayOf(day) + 1 + 7 * steps;
      return { lo, hi: lo + 6 };
    }
    case "weekend": {
      const lo = day - weekdayOf(day) + 6 + 7 * steps;
      return { lo, hi: lo + 1 };
    }
    case "month":
      return spanOfMonths(year, month + steps);
    case "quarter":
      return spanOfMonths(year, month - ((month - 1) % 3) + 3 * steps, 3);
    case "half":
      return spanOfMonths(year, (month > 6 ? 7 : 1) + 6 * steps, 6);
    case "year":
      return spanOfYear(year + steps);
    case "decade":
      return spanOfMonths(year - (year % 10) + 10 * steps, 1, 120);
    case "century":
      return spanOfMonths(year - (year % 100) + 100 * steps, 1, 1200);
    case "millennium":
      return spanOfMonths(year - (year % 1000) + 1000 * steps, 1, 12_000);
    default:
      return { lo: day + steps, hi: day + steps };
  }
}

/** A day moved by units; a month keeps its day where it has one, else its last. */
export function shiftDay(day: Day, unit: Unit, steps: number): Day {
  const months = { month: 1, quarter: 3, half: 6, year: 12, decade: 120, century: 1200, millennium: 12_000 }[unit as string];
  if (months === undefined) return day + Math.round(steps * (unit === "week" || unit === "weekend" ? 7 : unit === "day" ? 1 : 0));
  const at = civilOf(day);
  const first = dayOf(at.year, at.month + Math.trunc(steps * months), 1);
  const length = dayOf(civilOf(first).year, civilOf(first).month + 1, 1) - first;
  return first + Math.min(at.day, length) - 1;
}

/** An interval moved by units. Whole months and years stay whole. */
export function shift(interval: Interval, unit: Unit, steps: number): Interval {
  const { year, month, day } = civilOf(interval.lo);
  const after = civilOf(interval.hi + 1);
  if (day === 1 && after.day === 1 && unit !== "day" && unit !== "week") {
    const count = (after.year - year) * 12 + after.month - month;
    const lo = civilOf(shiftDay(interval.lo, unit, steps));
    return spanOfMonths(lo.year, lo.month, count);
  }
  return { lo: shiftDay(interval.lo, unit, steps), hi: shiftDay(interval.hi, unit, steps) };
}
