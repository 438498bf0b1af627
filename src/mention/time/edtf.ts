import { civilOf, type Day, dayOf, isDate } from "../../text/civil.ts";
import { type Interval, spanOfMonths, spanOfYear } from "./calendar.ts";

const pad = (n: number, width: number): string => String(n).padStart(width, "0");

function day(at: Day): string {
  const { year, month, day } = civilOf(at);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** EDTF (ISO 8601-2) of an interval, as short as its edges allow: `2021`, `198X`, `2021-06/2021-08`, `2025-03-24/2025-03-30`. */
export function toEdtf({ lo, hi }: Interval): string {
  if (lo === hi) return day(lo);
  const a = civilOf(lo);
  const b = civilOf(hi + 1);
  if (a.day !== 1 || b.day !== 1) return `${day(lo)}/${day(hi)}`;
  const months = (b.year - a.year) * 12 + b.month - a.month;
  const last = civilOf(hi);
  if (a.month !== 1 || b.month !== 1) {
    const first = `${pad(a.year, 4)}-${pad(a.month, 2)}`;
    return months === 1 ? first : `${first}/${pad(last.year, 4)}-${pad(last.month, 2)}`;
  }
  if (months === 12) return pad(a.year, 4);
  if (months === 120 && a.year % 10 === 0) return `${pad(a.year, 4).slice(0, 3)}X`;
  if (months === 1200 && a.year % 100 === 0) return `${pad(a.year, 4).slice(0, 2)}XX`;
  return `${pad(a.year, 4)}/${pad(last.year, 4)}`;
}

const FORM = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T[\d:.+Z-]*)?)?)?[~?%]?$/;

function edge(text: string): Interval | null {
  const found = FORM.exec(text);
  if (found === null) return null;
  const [year, month, dayOfMonth] = [Number(found[1]), Number(found[2] ?? 0), Number(found[3] ?? 0)];
  if (found[2] === undefined) return spanOfYear(year);
  if (month < 1 || month > 12) return null;
  if (found[3] === undefined) return spanOfMonths(year, month);
  if (!isDate(year, month, dayOfMonth)) return null;
  const at = dayOf(year, month, dayOfMonth);
  return { lo: at, hi: at };
}

/** The days of an EDTF date or closed interval; a time of day is dropped; null for anything else. */
export function readEdtf(value: string | null): Interval | null {
  if (value === null) return null;
  const [from, to, ...rest] = value.split("/");
  if (rest.length > 0 || from === undefined) return null;
  const lo = edge(from);
  const hi = to === undefined ? lo : edge(to);
  return lo === null || hi === null || hi.hi < lo.lo ? null : { lo: lo.lo, hi: hi.hi };
}
