import type { Interval } from "./calendar.ts";
import type { Frame } from "./reading.ts";

/**
 * Which year (or week) a bare month, date or weekday means: the last one not after publication in the past tense,
 * the next one not before it in the future, the nearest where no verb tells. `at(step)` gives the candidate of a step.
 * Null where the publication is unknown, or too vague to tell the candidates apart.
 */
export function chooseBy(
  frame: Frame,
  at: (step: number, published: Interval) => Interval | null,
  direction: Frame["tense"] = frame.tense,
): Interval | null {
  const published = frame.published;
  if (published === null) return null;
  const candidates = [-2, -1, 0, 1, 2].map((step) => at(step, published)).filter((c): c is Interval => c !== null);
  if (direction === "past") return candidates.filter((c) => c.lo <= published.hi).at(-1) ?? null;
  if (direction === "present" || direction === "loose") return lastOf(candidates, published);
  if (direction === "future") return nextOf(candidates, published);
  const distance = (c: Interval): number => Math.max(0, c.lo - published.hi, published.lo - c.hi);
  const nearest = candidates.reduce<Interval | null>((best, c) => (best === null || distance(c) < distance(best) ? c : best), null);
  return nearest !== null && distance(nearest) <= DOUBTFUL ? nearest : null;
}

// Without a verb, a day this far from publication on either side could be of any year.
const DOUBTFUL = 120;
const FAR = 240;
const NEAR = 90;
const SHORTLY = 30;

// "will take effect on April 2", printed in mid-April: nobody leaves out the year of a day almost a year ahead.
function nextOf(candidates: readonly Interval[], published: Interval): Interval | null {
  const next = candidates.find((c) => c.hi >= published.lo);
  const last = candidates.filter((c) => c.hi < published.lo).at(-1);
  const day = next !== undefined && next.lo === next.hi;
  if (day && last !== undefined && next.lo - published.hi > FAR && published.lo - last.hi < SHORTLY) return last;
  return next ?? null;
}

// Without a clear past tense, eight months back but soon ahead is ahead: writers name the year of the other.
function lastOf(candidates: readonly Interval[], published: Interval): Interval | null {
  const last = candidates.filter((c) => c.lo <= published.hi).at(-1);
  const next = candidates.find((c) => c.lo > published.hi);
  if (last !== undefined && next !== undefined && published.lo - last.hi > FAR && next.lo - published.hi < NEAR) return next;
  return last ?? null;
}
