import { type Interval, shift, shiftDay, type Unit, unitAround } from "./calendar.ts";
import { type Count, readCount, unitAt } from "./count.ts";
import { toEdtf } from "./edtf.ts";
import { dated, type Frame, type Reading, type Recogniser, type Resolved, type Scene, UNRESOLVED, word } from "./reading.ts";

/** "two weeks ago", "a year earlier", "less than two weeks later", "three days from now", "the day before". */
export const readAgo: Recogniser = (scene, at) => {
  const count = readCount(scene, at, true);
  if (count === null || count.attributive) return null;
  const word1 = word(scene, count.end);
  if (word1 === "ago") return make(count, count.end + 1, "time/ago", (frame) => resolveAgo(count, frame));
  if (word1 === "earlier" || (word1 === "before" && isClauseEnd(scene, count.end + 1)))
    return make(count, count.end + 1, "time/earlier", (frame) => resolveBeside(count, -1, frame));
  if (word1 === "later" || word1 === "afterward" || word1 === "afterwards")
    return make(count, count.end + 1, "time/later", (frame) => resolveBeside(count, 1, frame));
  if (word1 === "from" && word(scene, count.end + 1) === "now")
    return make(count, count.end + 2, "time/hence", (frame) => resolveHence(count, frame));
  return null;
};

/** "year-ago", "year-earlier" before a noun. */
export const readYearAgo: Recogniser = (scene, at) => {
  if (word(scene, at) !== "year" || word(scene, at + 1) !== "-" || !/^(?:ago|earlier)$/.test(word(scene, at + 2))) return null;
  const resolve = (frame: Frame): Resolved => {
    if (frame.period !== null) return dated(shift(frame.period, "year", -1), "narrative");
    return frame.published === null ? UNRESOLVED : dated(stepUnits(frame.published, "year", -1), "publication");
  };
  return { end: at + 3, type: "DATE", mod: null, rule: "time/year-ago", resolve };
};

/** "the day before", "the week after" with nothing behind: beside what is told. "the day after tomorrow": two days from today. */
export const readBeside: Recogniser = (scene, at) => {
  const unit = word(scene, at) === "the" ? unitAt(scene, at + 1) : null;
  const side = { before: -1, after: 1 }[word(scene, at + 2)];
  if (unit === null || unit.plural || side === undefined || isClock(unit.unit)) return null;
  const end = at + 3;
  const far = { yesterday: -1, tomorrow: 1 }[word(scene, end)];
  if (far === side)
    return {
      end: end + 1,
      type: "DATE",
      mod: null,
      rule: "time/day-but-one",
      resolve: ({ published }) => dated(published && shift(published, "day", 2 * side), "publication"),
    };
  if (!isClauseEnd(scene, end)) return null;
  const resolve = ({ narrative }: Frame): Resolved =>
    narrative === null ? UNRESOLVED : dated(stepUnits(narrative, unit.unit, side), "narrative");
  return { end, type: "DATE", mod: null, rule: "time/beside", resolve };
};

function isClauseEnd(scene: Scene, at: number): boolean {
  return scene.atoms[at] === undefined || scene.atoms[at]!.kind === "mark";
}

function make(count: Count, end: number, rule: string, resolve: Reading["resolve"]): Reading {
  return { end, type: isClock(count.unit) ? "TIME" : "DATE", mod: count.mod, rule, resolve };
}

const isClock = (unit: Unit): boolean => unit === "hour" || unit === "minute" || unit === "second";

/** The whole unit that lies `steps` units from each end of an interval. */
export function stepUnits(from: Interval, unit: Unit, steps: number): Interval {
  if (unit === "decade") return stepUnits(from, "year", steps * 10);
  if (unit === "century") return stepUnits(from, "year", steps * 100);
  if (isClock(unit)) return from;
  const whole = Number.isInteger(steps) ? unit : unit === "year" ? "month" : "day";
  return { lo: unitAround(shiftDay(from.lo, unit, steps), whole).lo, hi: unitAround(shiftDay(from.hi, unit, steps), whole).hi };
}

function resolveAgo(count: Count, frame: Frame): Resolved {
  const { published, period } = frame;
  // In a report of results "a year ago" is the same period a year before.
  if (period !== null && count.unit === "year" && count.low === 1 && count.mod === null)
    return dated(shift(period, "year", -1), "narrative");
  if (published === null) return UNRESOLVED;
  if (count.low === null) return { value: `../${toEdtf({ lo: published.lo, hi: published.lo })}`, interval: null, basis: "publication" };
  return dated(stepUnits(published, count.unit, -count.low), "publication");
}

function resolveHence(count: Count, { published }: Frame): Resolved {
  if (published === null || count.low === null) return UNRESOLVED;
  return dated(stepUnits(published, count.unit, count.low), "publication");
}

// Hangs on what was just told; the publication date would be a guess.
function resolveBeside(count: Count, sign: 1 | -1, frame: Frame): Resolved {
  if (frame.period !== null && count.unit === "year" && count.low === 1) return dated(shift(frame.period, "year", sign), "narrative");
  const anchor = frame.narrative;
  if (anchor === null || count.low === null) return UNRESOLVED;
  const at = isClock(count.unit) ? anchor : shift(anchor, count.unit, sign * count.low);
  if (count.mod !== "LESS_THAN" && count.mod !== "EQUAL_OR_LESS") return dated(at, "event");
  return dated({ lo: Math.min(anchor.lo, at.lo), hi: Math.max(anchor.hi, at.hi) }, "event");
}
