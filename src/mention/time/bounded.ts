import { civilOf } from "../../text/civil.ts";
import { readPhrase } from "../quantity/number.ts";
import { type Interval, spanOfMonths } from "./calendar.ts";
import { dated, type Reading, type Recogniser, type Resolved, type Scene, UNRESOLVED, word } from "./reading.ts";

const COMPARATIVE: Record<string, string> = { earlier: "BEFORE", later: "AFTER" };

/** "early 2020", "the end of November", "earlier this year", "late yesterday", "mid-1996", "around Nov. 1". */
export const readBounded: Recogniser = (scene, at) => {
  const the = word(scene, at) === "the" ? 1 : 0;
  const bound =
    readPhrase(scene.atoms, at, scene.lexicon.bounds) ?? (the === 1 ? readPhrase(scene.atoms, at + 1, scene.lexicon.bounds) : null);
  if (bound === null) return null;
  let i = bound.end;
  if (word(scene, i) === "-" || word(scene, i) === "in" || word(scene, i) === "on") i += 1;
  const inner = scene.read(i) ?? theUnit(scene, i);
  if (inner === null || (inner.type !== "DATE" && inner.type !== "TIME") || inner.rule.startsWith("time/reference")) return null;
  const mod = COMPARATIVE[word(scene, at)] ?? bound.value;
  return { ...inner, mod, rule: `time/bounded:${inner.rule.slice(5)}` };
};

// "the end of the year", "later in the week": the definite unit of publication, or of what is told.
/** "the year", "this week" as a definite unit of publication; the caller must know that it is one. */
export function theUnit(scene: Scene, at: number): Reading | null {
  if (word(scene, at) !== "the" && word(scene, at) !== "this") return null;
  const fiscal = word(scene, at + 1) === "fiscal" ? 1 : 0;
  const unit = scene.lexicon.units.get(word(scene, at + 1 + fiscal));
  if (
    unit !== "week" &&
    unit !== "weekend" &&
    unit !== "month" &&
    unit !== "year" &&
    unit !== "quarter" &&
    unit !== "day" &&
    unit !== "decade" &&
    unit !== "century"
  )
    return null;
  const resolve = (frame: Parameters<Reading["resolve"]>[0]): Resolved => {
    if (frame.published === null) return UNRESOLVED;
    const whole = around(frame.published, unit);
    // A weekend told in the past is over.
    const back = unit === "weekend" && frame.tense !== "future" && whole.lo > frame.published.hi ? 7 : 0;
    return dated({ lo: whole.lo - back, hi: whole.hi - back }, "publication");
  };
  return { end: at + 2 + fiscal, type: "DATE", mod: null, rule: "time/the-unit", resolve };
}

/** "over the weekend", "in the week": a definite unit after a preposition of time. */
export const readDefinite: Recogniser = (scene, at) =>
  /^(?:of|in|for|during|over|throughout|on)$/.test(word(scene, at - 1)) &&
  /^(?:week|weekend|month|year|fiscal)$/.test(word(scene, at + 1)) &&
  scene.atoms[at]!.text === "the"
    ? theUnit(scene, at)
    : null;

function around(interval: Interval, unit: string): Interval {
  const [a, b] = [civilOf(interval.lo), civilOf(interval.hi)];
  if (unit === "year") return spanOfMonths(a.year, 1, 12 * (b.year - a.year + 1));
  if (unit === "month") return spanOfMonths(a.year, a.month, 12 * (b.year - a.year) + b.month - a.month + 1);
  if (unit === "quarter") return spanOfMonths(a.year, a.month - ((a.month - 1) % 3), 3);
  if (unit === "decade") return spanOfMonths(a.year - (a.year % 10), 1, 120);
  if (unit === "century") return spanOfMonths(a.year - (a.year % 100), 1, 1200);
  const monday = interval.lo - ((((interval.lo + 3) % 7) + 7) % 7);
  if (unit === "weekend") return { lo: monday + 5, hi: monday + 6 };
  return unit === "week" ? { lo: monday, hi: monday + 6 } : interval;
}

/** "year end", "year's end", "the year-end", "month's end". */
export const readEnd: Recogniser = (scene, at) => {
  const the = word(scene, at) === "the" ? 1 : 0;
  const unit = scene.lexicon.units.get(word(scene, at + the));
  if (unit !== "year" && unit !== "month" && unit !== "week") return null;
  const skip = /^(?:'s|-)$/.test(word(scene, at + the + 1)) ? 2 : 1;
  if (word(scene, at + the + skip) !== "end") return null;
  const resolve: Reading["resolve"] = ({ published }) => (published === null ? UNRESOLVED : dated(around(published, unit), "publication"));
  return { end: at + the + skip + 1, type: "DATE", mod: "END", rule: "time/unit-end", resolve };
};
