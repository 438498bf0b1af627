import { dayOf } from "../text/civil.ts";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
/** EDTF level 1 seasons, northern hemisphere: first month of each. */
const SEASONS: Readonly<Record<string, number>> = { "21": 3, "22": 6, "23": 9, "24": 12 };

/** First and last day of an EDTF date, in days since 1970-01-01; the same day twice where it is a day. */
export interface Bounds {
  readonly low: number;
  readonly high: number;
}

interface Parts {
  readonly year: number;
  readonly month: number | null;
  readonly day: number | null;
  readonly months: number;
}

function readParts(value: string): Parts | null {
  const found = /^(-?\d{3,4}|\d{3}X|\d{2}XX)(?:-(\d\d))?(?:-(\d\d))?/.exec(value);
  if (!found?.[1] || found[1].includes("X")) return null;
  const season = found[2] === undefined ? undefined : SEASONS[found[2]];
  return {
    year: Number(found[1]),
    month: season ?? (found[2] === undefined ? null : Number(found[2])),
    day: found[3] === undefined ? null : Number(found[3]),
    months: season === undefined ? 1 : 3,
  };
}

function edge(value: string): Bounds | null {
  const parts = readParts(value);
  if (!parts) return null;
  const { year, month, day } = parts;
  if (month === null) return { low: dayOf(year, 1, 1), high: dayOf(year + 1, 1, 1) - 1 };
  if (day === null) return { low: dayOf(year, month, 1), high: dayOf(year, month + parts.months, 1) - 1 };
  const at = dayOf(year, month, day);
  return { low: at, high: at };
}

/** The days an EDTF date may mean, or null where it says none (open, unknown, unreadable). */
export function boundsOf(edtf: string | null): Bounds | null {
  if (!edtf) return null;
  const [from = "", to] = edtf.split("/");
  const first = edge(from);
  if (to === undefined) return first;
  const last = edge(to);
  if (first && last) return { low: first.low, high: Math.max(first.low, last.high) };
  return first ?? last;
}

/** An EDTF date as prose: "18 Mar 2026", "Mar 2026", "18 Mar – 2 Apr 2026", "about 2025"; "no date" for null. */
export function sayDate(edtf: string | null): string {
  if (!edtf) return "no date";
  const [from = "", to] = edtf.split("/");
  const hedge = /[~%]/.test(edtf) ? "about " : edtf.includes("?") ? "perhaps " : "";
  const first = sayEdge(from);
  if (to === undefined) return hedge + first;
  const last = sayEdge(to);
  if (from === ".." || from === "") return `${hedge}until ${last}`;
  if (to === ".." || to === "") return `${hedge}from ${first}`;
  return first === last ? hedge + first : hedge + joinEdges(first, last);
}

/** When a move was made, as prose: "by 3 Jul 2026" where only the day of its first telling is known. */
export function sayWhen(edtf: string | null): string {
  return edtf?.startsWith("../") ? `by ${sayDate(edtf.slice(3))}` : sayDate(edtf);
}

function sayEdge(value: string): string {
  const parts = readParts(value);
  if (!parts) return value;
  const { year, month, day, months } = parts;
  if (month === null) return String(year);
  const name = MONTHS[month - 1] ?? "?";
  if (months > 1) return `${name}–${MONTHS[(month + 1) % 12]} ${year}`;
  return day === null ? `${name} ${year}` : `${day} ${name} ${year}`;
}

function joinEdges(first: string, last: string): string {
  const a = first.split(" ");
  const b = last.split(" ");
  while (a.length > 1 && b.length > 1 && a.at(-1) === b.at(-1) && a.length === b.length && a.slice(1).join() === b.slice(1).join()) {
    return `${a[0]}–${last}`;
  }
  return a.at(-1) === b.at(-1) ? `${a.slice(0, -1).join(" ")} – ${last}` : `${first} – ${last}`;
}

/** Orders EDTF dates by their first day, then their last; what has no date comes last. */
export function compareDates(a: string | null, b: string | null): number {
  const x = boundsOf(a);
  const y = boundsOf(b);
  if (!x || !y) return (x ? 0 : 1) - (y ? 0 : 1);
  return x.low - y.low || x.high - y.high;
}
