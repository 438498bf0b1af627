import { civilOf } from "../../text/civil.ts";
import { stepUnits } from "./ago.ts";
import { type Interval, shiftDay, spanOfMonths, type Unit, unitAround } from "./calendar.ts";
import { readCount, toDuration, unitAt } from "./count.ts";
import { toEdtf } from "./edtf.ts";
import { dated, type Frame, lasting, type Reading, type Recogniser, type Resolved, type Scene, UNRESOLVED, word } from "./reading.ts";

// Words that hang on what is told, not on the day of printing, when "the" stands before them.
const TOLD = new Set(["previous", "preceding", "prior", "following", "subsequent", "ensuing"]);

interface Head {
  readonly relation: number;
  readonly name: string;
  /** Atom after the relation word. */
  readonly at: number;
  readonly the: boolean;
}

function headAt(scene: Scene, at: number): Head | null {
  const the = word(scene, at) === "the" ? 1 : 0;
  const name = word(scene, at + the);
  const relation = scene.lexicon.relations.get(name);
  if (relation === undefined || (the === 1 && name === "this")) return null;
  // "may last four years" is a verb.
  if (name === "last" && scene.doc.upos[scene.atoms[at + the]!.token] === "VERB") return null;
  // "this past spring", "this coming year"
  const second = name === "this" ? scene.lexicon.relations.get(word(scene, at + 1)) : undefined;
  if (second !== undefined) return { relation: second, name: word(scene, at + 1), at: at + 2, the: false };
  return { relation, name, at: at + the + 1, the: the === 1 };
}

/** "last year", "this week", "the previous month", "next fiscal year", "the current quarter". */
export const readUnit: Recogniser = (scene, at) => {
  const head = headAt(scene, at);
  if (head === null) return null;
  const i = ["fiscal", "calendar", "financial", "school", "academic"].includes(word(scene, head.at)) ? head.at + 1 : head.at;
  const unit = unitAt(scene, i);
  if (unit === null || unit.plural || ["second", "minute", "hour"].includes(unit.unit)) return null;
  if (unit.factor === 2) return null;
  return reading(i + 1, "time/unit", (frame) => resolveUnit(head, unit.unit, frame));
};

function resolveUnit(head: Head, unit: Unit, frame: Frame): Resolved {
  const told =
    head.relation !== 0 &&
    (TOLD.has(head.name)
      ? head.the || frame.published === null
      : head.the && (head.name === "next" || unit === "day") && (frame.tense === "past" || frame.tense === "loose"));
  if (told) return frame.narrative === null ? UNRESOLVED : dated(besideTold(frame.narrative, unit, head.relation), "narrative");
  if (frame.published === null) return UNRESOLVED;
  return dated(seenFrom(frame.published, head, unit), "publication");
}

// Beside a week that is told stands the week before its first day or after its last; of a whole year told, any month may be meant.
function besideTold(told: Interval, unit: Unit, step: number): Interval {
  const own = unitAround(told.lo, unit);
  if (told.hi - told.lo > 1.5 * (own.hi - own.lo + 1)) return stepUnits(told, unit, step);
  const edge = step < 0 ? told.lo : told.hi;
  return stepUnits({ lo: edge, hi: edge }, unit, step);
}

// "the past week" ends today, "the coming year" begins today; "last week" and "next year" are those of the calendar.
function seenFrom(published: Interval, head: Head, unit: Unit): Interval {
  if (head.name === "past") return { lo: shiftDay(published.lo, unit, -1), hi: published.hi };
  if (head.the && (head.name === "next" || head.name === "coming") && unit !== "weekend")
    return { lo: published.lo, hi: shiftDay(published.hi, unit, 1) };
  if (head.relation === 0) return { lo: unitAround(published.lo, unit).lo, hi: unitAround(published.hi, unit).hi };
  return stepUnits(published, unit, head.relation);
}

/** "that summer", "that year", "that day", "the same month". */
export const readThat: Recogniser = (scene, at) => {
  const same = word(scene, at) === "the" && word(scene, at + 1) === "same" ? 1 : 0;
  if (word(scene, at) !== "that" && same === 0) return null;
  if (scene.doc.upos[scene.atoms[at]!.token] === "SCONJ") return null;
  const i = at + 1 + same;
  const unit = unitAt(scene, i);
  const season = scene.lexicon.seasons.get(word(scene, i));
  if (season !== undefined)
    return reading(i + 1, "time/that-season", (frame) =>
      frame.narrative === null ? UNRESOLVED : dated(seasonIn(season, frame.narrative), "narrative"),
    );
  if (unit === null || unit.plural || ["second", "minute", "hour"].includes(unit.unit)) return null;
  return reading(i + 1, "time/that-unit", ({ narrative }) => {
    if (narrative === null || (unit.unit === "day" && narrative.hi > narrative.lo + 6)) return UNRESOLVED;
    return dated({ lo: unitAround(narrative.lo, unit.unit).lo, hi: unitAround(narrative.hi, unit.unit).hi }, "narrative");
  });
};

// A season belongs to the year told; of a span over two years, to the later.
function seasonIn(first: number, narrative: Interval): Interval {
  return spanOfMonths(civilOf(narrative.hi).year, first, 3);
}

/** "this summer", "last fall", "next spring", "the winter of 1994", "summer 2020", "summer". */
export const readSeason: Recogniser = (scene, at) => {
  const head = headAt(scene, at);
  const the = head === null && word(scene, at) === "the" ? 1 : 0;
  const i = head?.at ?? at + the;
  const first = scene.lexicon.seasons.get(word(scene, i));
  if (first === undefined) return null;
  const year = seasonYear(scene, i + 1);
  if (year !== null) return reading(year.end, "time/season-year", () => dated(spanOfMonths(year.year, first, 3), "explicit"));
  // "the winter fuel allowance" is of no one winter.
  if (the === 1 && scene.doc.upos[scene.atoms[i + 1]?.token ?? -1] === "NOUN") return null;
  // "fall" and "spring" alone are mostly no seasons.
  if (head === null && (the === 0 || word(scene, i) === "fall" || word(scene, i) === "spring")) {
    if (
      !["in", "since", "by", "until", "during"].includes(word(scene, at - 1)) ||
      (word(scene, i) === "fall" && scene.atoms[i + 1]?.kind !== "mark")
    )
      return null;
  }
  return reading(i + 1, "time/season", (frame) => resolveSeason(first, head, frame));
};

function seasonYear(scene: Scene, at: number): { end: number; year: number } | null {
  const i = word(scene, at) === "of" ? at + 1 : at;
  const inner = scene.read(i);
  if (inner === null || !inner.rule.startsWith("time/year") || inner.rule === "time/years") return null;
  const value = inner.resolve({ published: null, narrative: null, near: null, period: null, tense: "none" }).value;
  return value === null ? null : { end: inner.end, year: Number(value) };
}

function resolveSeason(first: number, head: Head | null, { published, tense }: Frame): Resolved {
  if (published === null) return UNRESOLVED;
  const { year } = civilOf(published.lo);
  const spans = [-2, -1, 0, 1].map((step) => spanOfMonths(year + step, first, 3));
  const relation = head?.relation ?? (tense === "future" ? 0 : -0.5);
  if (relation === 0) return dated(spans[2]!, "publication");
  if (relation > 0) return dated(spans.find((s) => s.lo > published.hi) ?? null, "publication");
  return dated(spans.filter((s) => (relation === -1 ? s.hi < published.lo : s.lo <= published.hi)).at(-1) ?? null, "publication");
}

/** "the past two months", "the next few years", "the last decade": how long, seen from publication. */
export const readSpan: Recogniser = (scene, at) => {
  const head = headAt(scene, at);
  if (head === null || head.name === "this" || head.name === "current") return null;
  const count = readCount(scene, head.at, true);
  if (count === null || count.attributive || (word(scene, head.at) === "a" && count.low === 1)) return null;
  if (count.low !== null)
    return { end: count.end, type: "DURATION", mod: count.mod, rule: "time/span", resolve: lasting(toDuration(count)) };
  return vague(count.end, head.relation, toDuration(count));
};

/** "recent weeks", "coming months", "the weeks ahead". */
export const readVagueSpan: Recogniser = (scene, at) => {
  const the = word(scene, at) === "the" ? 1 : 0;
  if (word(scene, at + the) === "recent") {
    const unit = unitAt(scene, at + the + 1);
    return unit?.plural ? vague(at + the + 2, -1, `PX${unit.unit[0]!.toUpperCase()}`) : null;
  }
  const unit = unitAt(scene, at + the);
  if (!unit?.plural || word(scene, at + the + 1) !== "ahead") return null;
  return vague(at + the + 2, 1, `PX${unit.unit[0]!.toUpperCase()}`);
};

// An open side says which way the span looks: `../2025-08-12` back, `2025-08-12/..` ahead.
function vague(end: number, relation: number, length: string): Reading {
  const resolve = ({ published }: Frame): Resolved => {
    if (published === null) return { value: length, interval: null, basis: "explicit" };
    const value =
      relation < 0 ? `../${toEdtf({ lo: published.lo, hi: published.lo })}` : `${toEdtf({ lo: published.hi, hi: published.hi })}/..`;
    return { value, interval: null, basis: "publication" };
  };
  return { end, type: "DURATION", mod: null, rule: relation < 0 ? "time/vague-back" : "time/vague-ahead", resolve };
}

function reading(end: number, rule: string, resolve: Reading["resolve"]): Reading {
  return { end, type: "DATE", mod: null, rule, resolve };
}
