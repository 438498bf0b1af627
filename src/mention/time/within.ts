import { civilOf, dayOf } from "../../text/civil.ts";
import { readNumber } from "../quantity/number.ts";
import { theUnit } from "./bounded.ts";
import { type Interval, shift, type Unit, unitAround } from "./calendar.ts";
import { narrow, partAt } from "./daypart.ts";
import { dated, type Reading, type Recogniser, word } from "./reading.ts";

/** "the first week of April", "the last three months of 2021", "the second half of the decade". */
export const readPartOf: Recogniser = (scene, at) => {
  const the = word(scene, at) === "the" ? 1 : 0;
  const from = scene.lexicon.numbers.ordinals.get(word(scene, at + the));
  const last = /^(?:last|final|closing)$/.test(word(scene, at + the));
  if (from === undefined && !last) return null;
  const count = readNumber(scene.atoms, at + the + 1, scene.lexicon.numbers);
  const head = count?.end ?? at + the + 1;
  const unit = word(scene, head) === "half" ? "half" : scene.lexicon.units.get(word(scene, head));
  const inner = word(scene, head + 1) === "of" ? (scene.read(head + 2) ?? theUnit(scene, head + 2)) : null;
  if (unit === undefined || inner?.type !== "DATE" || (count !== null && count.low === null)) return null;
  const many = count?.low ?? 1;
  return within(inner, "time/part-of", (whole) => partOf(whole, unit as Unit, last ? -many : (from ?? 1) - 1, many));
};

function within(inner: Reading, rule: string, narrowed: (whole: Interval) => Interval): Reading {
  const resolve: Reading["resolve"] = (frame) => {
    const whole = inner.resolve(frame);
    return whole.interval === null ? whole : dated(narrowed(whole.interval), whole.basis);
  };
  return { end: inner.end, type: "DATE", mod: null, rule, resolve };
}

/** `many` units of an interval, from the `first` on (counted from 0; from the end where below 0); the whole where it holds no such. */
function partOf(whole: Interval, unit: Unit, first: number, many: number): Interval {
  const step = (day: number, n: number): number => (unit === "half" ? halfway(whole, n) : shift({ lo: day, hi: day }, unit, n).lo);
  const lo = first >= 0 ? step(whole.lo, first) : unit === "half" ? halfway(whole, 1) : step(whole.hi + 1, first);
  const hi = (unit === "half" ? halfway(whole, first >= 0 ? first + 1 : 2) : step(lo, many)) - 1;
  return lo >= whole.lo && hi <= whole.hi && lo <= hi ? { lo, hi } : whole;
}

// Half a year and half a decade end with a month; half a month on its fifteenth.
function halfway({ lo, hi }: Interval, halves: number): number {
  const [a, b] = [civilOf(lo), civilOf(hi + 1)];
  const months = (b.year - a.year) * 12 + b.month - a.month;
  if (a.day === 1 && b.day === 1 && months % 2 === 0) return dayOf(a.year, a.month + (months / 2) * halves, 1);
  return lo + Math.round(((hi + 1 - lo) * halves) / 2);
}

/** "the night of March 3", "the weekend of March 8-9", "the week of June 2". */
export const readUnitOf: Recogniser = (scene, at) => {
  if (word(scene, at) !== "the" || word(scene, at + 2) !== "of") return null;
  const inner = scene.read(at + 3);
  if (inner === null || !["time/date", "time/weekday-date", "time/weekday"].includes(inner.rule)) return null;
  const part = partAt(scene, at + 1);
  if (part !== null) return { ...inner, type: "TIME", rule: "time/part-of", resolve: (frame) => narrow(inner.resolve(frame), part) };
  const unit = scene.lexicon.units.get(word(scene, at + 1));
  if (unit !== "week" && unit !== "weekend" && unit !== "day") return null;
  return within(inner, "time/unit-of", (whole) => (unit === "day" ? whole : aroundUnit(whole, unit)));
};

function aroundUnit(whole: Interval, unit: Unit): Interval {
  const around = unitAround(whole.lo, unit);
  return { lo: Math.min(around.lo, whole.lo), hi: Math.max(around.hi, whole.hi) };
}
