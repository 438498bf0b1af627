import * as civil from "../text/civil.ts";

/** The day of a date, or null where the calendar has none. */
export function dayOf(year: number, month: number, day: number): civil.Day | null {
  return civil.isDate(year, month, day) ? civil.dayOf(year, month, day) : null;
}

/** Two digits. */
export function pad(value: number): string {
  return String(value).padStart(2, "0");
}
