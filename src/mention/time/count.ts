import { readNumber, readPhrase } from "../quantity/number.ts";
import type { Unit } from "./calendar.ts";
import { type Scene, word } from "./reading.ts";

/** A counted length of time: "nearly two weeks", "12 to 18 months", "a few days", "years". */
export interface Count {
  readonly end: number;
  readonly unit: Unit;
  /** Null for "several", "years". */
  readonly low: number | null;
  readonly high: number | null;
  /** TIMEX3 mod. */
  readonly mod: string | null;
  /** True for "two-year": it describes something else. */
  readonly attributive: boolean;
}

const MODS: Record<string, string> = {
  about: "APPROX",
  almost: "LESS_THAN",
  "more-than": "MORE_THAN",
  "at-least": "EQUAL_OR_MORE",
  "at-most": "EQUAL_OR_LESS",
  "less-than": "LESS_THAN",
};
const FILLERS = new Set([
  "more",
  "additional",
  "consecutive",
  "straight",
  "full",
  "whole",
  "further",
  "trading",
  "working",
  "business",
  "calendar",
  "long",
  "extra",
  "other",
]);

/** The unit an atom names, with fortnights as two weeks; null for none. */
export function unitAt(scene: Scene, at: number): { unit: Unit; factor: number; plural: boolean } | null {
  const text = word(scene, at);
  const unit = scene.lexicon.units.get(text);
  if (unit === undefined) return null;
  const plural = text.endsWith("s") || text === "centuries" || text === "millennia";
  return unit === "fortnight" ? { unit: "week", factor: 2, plural } : { unit: unit as Unit, factor: 1, plural };
}

/** Reads a counted length at an atom; bare plurals only where `bare`. */
export function readCount(scene: Scene, at: number, bare: boolean): Count | null {
  const before = readPhrase(scene.atoms, at, scene.lexicon.numbers.before);
  // "only two weeks", "just a year": the adverb says nothing about the length.
  if (before?.value === "exact") return null;
  const counted = countFrom(scene, before?.end ?? at);
  if (counted !== null) {
    const mod = before === null ? null : (MODS[before.value] ?? null);
    return withTail(scene, { ...counted, mod });
  }
  if (before !== null || !bare) return null;
  const unit = unitAt(scene, at);
  return unit?.plural && unit.unit !== "second"
    ? { end: at + 1, unit: unit.unit, low: null, high: null, mod: null, attributive: false }
    : null;
}

function countFrom(scene: Scene, at: number): Count | null {
  const { atoms, lexicon } = scene;
  const text = word(scene, at);
  const number = readNumber(atoms, at, lexicon.numbers);
  if (number === null && text === "few") return manyUnits(scene, at + 1);
  if (number === null) return text === "a" || text === "an" ? oneUnit(scene, at) : null;
  const range = rangeTo(scene, number.end);
  let i = range?.end ?? number.end;
  const hyphen = word(scene, i) === "-" && scene.atoms[i]!.glued;
  if (hyphen) i += 1;
  if (FILLERS.has(word(scene, i))) i += 1;
  if (word(scene, i) === "of" && number.low === null) i += 1;
  const unit = unitAt(scene, i);
  if (unit === null || (unit.unit === "second" && !unit.plural && !hyphen) || (unit.unit === "quarter" && hyphen)) return null;
  if (number.open && number.low !== null) return { end: i + 1, unit: unit.unit, low: null, high: null, mod: null, attributive: hyphen };
  const high = range === null ? number.high : range.high;
  const couple = /^a couple/.test(`${text} ${word(scene, at + 1)}`);
  const times = (n: number | null): number | null => (couple ? 2 * unit.factor : n === null ? null : n * unit.factor);
  return {
    end: i + 1,
    unit: unit.unit,
    low: times(number.low),
    high: times(high),
    mod: null,
    attributive: hyphen || (!unit.plural && number.low !== null && number.low > 1),
  };
}

// "(the next) few years".
function manyUnits(scene: Scene, at: number): Count | null {
  const unit = unitAt(scene, at);
  return unit?.plural ? { end: at + 1, unit: unit.unit, low: null, high: null, mod: null, attributive: false } : null;
}

// "a year", "an hour", "a half hour", "a full week".
function oneUnit(scene: Scene, at: number): Count | null {
  const half = word(scene, at + 1) === "half" ? 1 : 0;
  const filler = half === 0 && FILLERS.has(word(scene, at + 1)) ? 1 : 0;
  let i = at + 1 + half + filler;
  if (half === 1 && word(scene, i) === "-") i += 1;
  const unit = unitAt(scene, i);
  // "a quarter" is a fraction far more often.
  if (unit === null || unit.plural || unit.unit === "second" || unit.unit === "quarter" || word(scene, i + 1) === "-") return null;
  const n = (half === 1 ? 0.5 : 1) * unit.factor;
  return { end: i + 1, unit: unit.unit, low: n, high: n, mod: null, attributive: false };
}

function rangeTo(scene: Scene, at: number): { end: number; high: number } | null {
  const text = word(scene, at);
  if (text !== "to" && text !== "or" && text !== "-") return null;
  const upper = readNumber(scene.atoms, at + 1, scene.lexicon.numbers);
  return upper === null || upper.high === null ? null : { end: upper.end, high: upper.high };
}

// "and a half", "or so", "or two", "or more".
function withTail(scene: Scene, count: Count): Count {
  const { end } = count;
  if (word(scene, end) === "and" && word(scene, end + 1) === "a" && word(scene, end + 2) === "half" && count.low !== null) {
    return { ...count, end: end + 3, low: count.low + 0.5, high: (count.high ?? count.low) + 0.5 };
  }
  const after = readPhrase(scene.atoms, end, scene.lexicon.numbers.after);
  if (after !== null && word(scene, end) === "or") return { ...count, end: after.end, mod: MODS[after.value] ?? count.mod };
  const or = word(scene, end) === "or" ? scene.lexicon.numbers.cardinals.get(word(scene, end + 1)) : undefined;
  return or !== undefined && count.low === 1 && or === 2 ? { ...count, end: end + 2, high: or } : count;
}

const LETTERS: Partial<Record<Unit, string>> = {
  second: "S",
  minute: "M",
  hour: "H",
  day: "D",
  week: "W",
  weekend: "WE",
  month: "M",
  quarter: "Q",
  year: "Y",
};
const YEARS: Partial<Record<Unit, number>> = { decade: 10, century: 100, millennium: 1000 };

/** ISO 8601 duration of a count; `X` stands for an unknown figure ("PXY"), half units are written in the unit below. */
export function toDuration({ unit, low, high }: Count): string {
  const clock = unit === "second" || unit === "minute" || unit === "hour" ? "T" : "";
  const factor = YEARS[unit];
  const letter = LETTERS[unit] ?? (unit === "half" ? "H" : "Y");
  if (low === null || (high !== null && high > low * 1.5 && high - low > 1))
    return factor === undefined ? `P${clock}X${letter}` : `PX${unit === "decade" ? "E" : unit === "century" ? "C" : "L"}`;
  const n = low * (factor ?? 1);
  if (unit === "quarter") return `P${n * 3}M`;
  if (clock !== "" && n !== Math.floor(n) && n * 2 !== Math.floor(n * 2)) return `P${clock}${Number(n.toPrecision(6))}${letter}`;
  if (unit === "second") return `PT${Number(n.toPrecision(6))}S`;
  const whole = Math.floor(n);
  if (n === whole) return `P${clock}${whole}${letter}`;
  const [below, times] = (
    { year: ["M", 12], hour: ["M", 60], minute: ["S", 60], day: ["TH", 24], week: ["D", 7], month: ["D", 30] } as Record<
      string,
      [string, number]
    >
  )[unit] ?? ["D", 1];
  const rest = Math.round((n - whole) * times);
  const head = whole > 0 ? `${whole}${letter}` : "";
  return below === "TH" ? `P${head}T${rest}H` : `P${clock}${head}${rest}${below}`;
}
