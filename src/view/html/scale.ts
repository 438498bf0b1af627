import { dayOf, formatDay } from "../../text/civil.ts";
import { boundsOf } from "../dates.ts";

/** A tick of a time axis: its day, counted from 1970-01-01, and its label. */
export interface Tick {
  readonly day: number;
  readonly label: string;
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** First and last day of a time axis around EDTF dates, with a little air; null where none has a day. */
export function domainOf(dates: readonly (string | null)[]): readonly [number, number] | null {
  const bounds = dates.flatMap((date) => boundsOf(date) ?? []);
  if (bounds.length === 0) return null;
  const low = Math.min(...bounds.map((b) => b.low));
  const high = Math.max(...bounds.map((b) => b.high));
  const air = Math.max(3, Math.round((high - low) * 0.03));
  return [low - air, high + air];
}

/** At most about ten ticks: first days of months, quarters, years or longer; Mondays where the span is short. */
export function ticksOf([low, high]: readonly [number, number]): readonly Tick[] {
  const span = high - low;
  if (span <= 70) return days(low, high, span <= 16 ? 2 : 7);
  const step = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600].find((months) => span / (months * 30.4) <= 10) ?? 1200;
  const ticks: Tick[] = [];
  const first = formatDay(low).slice(0, 7).split("-").map(Number);
  const from = Math.ceil(((first[0] ?? 1970) * 12 + (first[1] ?? 1) - 1) / step) * step;
  for (let month = from; ; month += step) {
    const year = Math.floor(month / 12);
    const day = dayOf(year, (month % 12) + 1, 1);
    if (day > high) return ticks;
    if (day >= low)
      ticks.push({
        day,
        label: step >= 12 ? String(year) : `${MONTHS[month % 12]}${month % 12 === 0 || ticks.length === 0 ? ` ${year}` : ""}`,
      });
  }
}

function days(low: number, high: number, step: number): readonly Tick[] {
  const ticks: Tick[] = [];
  // Day 4 was a Monday.
  for (let day = step === 7 ? low + ((((4 - low) % 7) + 7) % 7) : low; day <= high; day += step) {
    const [year, month, date] = formatDay(day).split("-");
    ticks.push({ day, label: `${Number(date)} ${MONTHS[Number(month) - 1]}${ticks.length === 0 ? ` ${year}` : ""}` });
  }
  return ticks;
}
