import { weekdayOf } from "../../text/civil.ts";
import { nameAt } from "../quantity/atoms.ts";
import { type Interval, shift, unitAround } from "./calendar.ts";
import { chooseBy } from "./choose.ts";
import { inPart, partAt } from "./daypart.ts";
import { readCalendar } from "./month.ts";
import { dated, type Frame, isCapital, type Reading, type Recogniser, type Resolved, type Scene, UNRESOLVED, word } from "./reading.ts";

const SKIP = new Set(["on", ",", "the"]);

/** The ISO weekday an atom names, or null. */
export function weekdayAt(scene: Scene, at: number): number | null {
  const weekday = scene.lexicon.weekdays.get(word(scene, at));
  return weekday === undefined ||
    !isCapital(scene, at) ||
    isPerson(scene, at) ||
    (word(scene, at).length < 5 && scene.atoms[at + 1]?.kind === "mark" && word(scene, at + 1) !== ",")
    ? null
    : weekday;
}

function isPerson({ doc, atoms }: Scene, at: number): boolean {
  const { token } = atoms[at]!;
  const name = nameAt(doc, token);
  return name !== null && name.kind === "person" && name.end - name.first > 1;
}

/** "Friday", "last Friday", "this coming Sunday, March 8", "Friday Oct. 13", "Thursday evening". */
export const readWeekday: Recogniser = (scene, at) => {
  const { relation, first, narrative } = relationAt(scene, at);
  const weekday = weekdayAt(scene, first);
  if (weekday === null) return null;
  const rest = SKIP.has(word(scene, first + 1)) ? first + 2 : first + 1;
  const date = readCalendar(scene, rest, relation);
  if (date !== null && date.rule === "time/date") return fitted(date, weekday);
  const reading = plain(first + 1, weekday, relation, narrative);
  const part = partAt(scene, first + 1);
  return part === null || part.from === part.to ? reading : inPart(reading, first + 2, part);
};

const YEARS = [0, 1, -1, -2, -3, -4, -5];

// A weekday with a day of the month fixes the year: the nearest in which they fit.
function fitted(date: Reading, weekday: number): Reading {
  const resolve = (frame: Frame): Resolved => {
    const { published } = frame;
    if (published === null) return date.resolve(frame);
    const tries = YEARS.map((step) => date.resolve({ ...frame, near: null, published: shift(published, "year", step) }));
    return tries.find((t) => t.interval !== null && weekdayOf(t.interval.lo) === weekday) ?? date.resolve(frame);
  };
  return { ...date, rule: "time/weekday-date", resolve };
}

function plain(end: number, weekday: number, relation: number | null, narrative: boolean): Reading {
  const resolve = (frame: Frame): Resolved => {
    if (narrative) return frame.narrative === null ? UNRESOLVED : dated(nearWeekday(frame.narrative, weekday, relation ?? -1), "narrative");
    return dated(resolveWeekday(frame, weekday, relation), "publication");
  };
  return { end, type: "DATE", mod: null, rule: "time/weekday", resolve };
}

function relationAt(scene: Scene, at: number): { relation: number | null; first: number; narrative: boolean } {
  const the = word(scene, at) === "the" ? 1 : 0;
  const relation = scene.lexicon.relations.get(word(scene, at + the));
  if (relation === undefined) return { relation: null, first: at, narrative: false };
  const second = scene.lexicon.relations.get(word(scene, at + the + 1));
  const first = at + the + (second === undefined ? 1 : 2);
  return { relation: second ?? relation, first, narrative: the === 1 && relation !== 0 };
}

function nearWeekday(near: Interval, weekday: number, step: number): Interval {
  const from = step < 0 ? near.lo : near.hi;
  const gap = ((((weekday - weekdayOf(from)) * Math.sign(step || 1)) % 7) + 7) % 7 || 7;
  return { lo: from + Math.sign(step || 1) * gap, hi: from + Math.sign(step || 1) * gap };
}

// A publication known only to the month cannot say which Friday.
function resolveWeekday(frame: Frame, weekday: number, relation: number | null): Interval | null {
  const published = frame.published;
  if (published === null || published.hi - published.lo > 6) return null;
  if (relation === -1) return nearWeekday(published, weekday, -1);
  if (relation === 1) return nearWeekday(published, weekday, 1);
  const monday = unitAround(published.lo, "week").lo;
  const pick = chooseBy(
    frame,
    (step) => ({ lo: monday + weekday - 1 + 7 * step, hi: monday + weekday - 1 + 7 * step }),
    relation === 0 && frame.tense !== "future" ? "none" : frame.tense === "none" ? "past" : frame.tense,
  );
  return pick;
}

/** "Fridays", "Tuesday nights": a set. */
export const readWeekdays: Recogniser = (scene, at) => {
  const text = word(scene, at);
  const plural = text.endsWith("days") ? scene.lexicon.weekdays.get(text.slice(0, -1)) : undefined;
  const nights = weekdayAt(scene, at);
  const parts = nights !== null && word(scene, at + 1).endsWith("s") && scene.lexicon.parts.has(word(scene, at + 1).slice(0, -1));
  const weekday = plural ?? (parts ? nights : null);
  if (weekday === undefined || weekday === null || !isCapital(scene, at)) return null;
  const value = `XXXX-WXX-${weekday}`;
  return {
    end: at + (parts ? 2 : 1),
    type: "SET",
    mod: null,
    rule: "time/weekdays",
    resolve: () => ({ value, interval: null, basis: "explicit" }),
  };
};
