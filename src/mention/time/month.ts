import { civilOf, dayOf, isDate } from "../../text/civil.ts";
import { nameAt } from "../quantity/atoms.ts";
import { type Interval, spanOfMonths } from "./calendar.ts";
import { chooseBy } from "./choose.ts";
import { dated, type Frame, hull, isCapital, type Reading, type Recogniser, type Resolved, type Scene, word } from "./reading.ts";
import { spokenYear, yearAt } from "./year.ts";

const DAY = /^(?:0?[1-9]|[12]\d|3[01])$/;
const AFTER = new Set(["in", "of", "since", "until", "by", "last", "this", "next", "early", "late", "for", "from", "through", "during"]);
const VERBS = new Set(["may", "march", "mar"]);

/** The month an atom names, or null: "May" the verb and "April" the person are none. */
export function monthAt(scene: Scene, at: number): number | null {
  const { atoms, doc, lexicon } = scene;
  const atom = atoms[at];
  const month = atom && lexicon.months.get(atom.text);
  if (atom === undefined || month === undefined || !isCapital(scene, at)) return null;
  const beside = atoms[at + 1]?.kind === "number" || (atoms[at - 1]?.kind === "number" && atoms[at - 1]!.text.length <= 2);
  if (atom.text.length <= 4 && !["may", "june", "july"].includes(atom.text) && !beside) return null;
  if (VERBS.has(atom.text) && !beside && (doc.upos[atom.token] === "AUX" || doc.upos[atom.token] === "VERB")) return null;
  // "April Jones": a first name.
  const next = atoms[at + 1];
  if (!beside && !AFTER.has(word(scene, at - 1)) && next?.glued === false && isCapital(scene, at + 1) && doc.xpos[next.token] === "NNP")
    return null;
  if (!beside && nameAt(doc, atom.token)?.kind === "person") return null;
  return month;
}

/** A day of the month ("19", "19th", "the nineteenth", "September eighth") and where it ends. */
function dayAt(scene: Scene, at: number): { end: number; day: number } | null {
  const { atoms, lexicon } = scene;
  const atom = atoms[at];
  if (atom?.kind === "number" && DAY.test(atom.text)) {
    const after = atoms[at + 1];
    const suffix = after?.glued && /^(?:st|nd|rd|th)$/.test(after.text) ? 1 : 0;
    const clock = after?.text === ":" && atoms[at + 2]?.kind === "number" && atoms[at + 2]!.glued;
    if (suffix === 0 && after?.glued && (after.text === "%" || clock || after.kind === "word")) return null;
    return { end: at + 1 + suffix, day: Number(atom.text) };
  }
  const ordinal = lexicon.numbers.ordinals.get(word(scene, at));
  return ordinal !== undefined && ordinal <= 31 ? { end: at + 1, day: ordinal } : null;
}

interface Tail {
  readonly end: number;
  readonly year: number | null;
  /** "last year", "this year" after a month. */
  readonly step: number | null;
}

// ", 1999", "1999", "nineteen ninety-seven", "last year", "of this year".
function tailAt(scene: Scene, at: number, afterDay: boolean): Tail {
  const comma = word(scene, at) === "," ? 1 : 0;
  const of = word(scene, at) === "of" ? 1 : 0;
  const year = yearAt(scene, at + Math.max(comma, of));
  if (year !== null && (afterDay || comma === 0)) return { end: at + Math.max(comma, of) + 1, year, step: null };
  const spoken = spokenYear(scene, at + of);
  if (spoken !== null) return { end: spoken.end, year: spoken.year, step: null };
  const step = scene.lexicon.relations.get(word(scene, at + of));
  if (step !== undefined && word(scene, at + of + 1) === "year") return { end: at + of + 2, year: null, step };
  return { end: at, year: null, step: null };
}

type Shape = (year: number) => Interval | null;

function resolveShape(shape: Shape, tail: Tail, relation: number | null, frame: Frame): Resolved {
  if (tail.year !== null) return dated(shape(tail.year), "explicit");
  if (tail.step !== null) return dated(frame.published && shape(civilOf(frame.published.lo).year + tail.step), "publication");
  const flashback = narrativeYear(frame);
  if (flashback !== null && relation === null) return dated(shape(flashback), "narrative");
  return dated(pickYear(shape, relation, frame), "publication");
}

// Told after "in 2021", a bare month in the past tense is a month of that year.
function narrativeYear({ near, published, tense }: Frame): number | null {
  if (near === null || tense === "future") return null;
  const [lo, hi] = [civilOf(near.lo).year, civilOf(near.hi).year];
  if (lo !== hi || near.hi - near.lo < 27) return null;
  return published === null || hi < civilOf(published.lo).year - 1 ? lo : null;
}

function pickYear(shape: Shape, relation: number | null, frame: Frame): Interval | null {
  const candidate = (step: number, published: Interval): Interval | null => shape(civilOf(published.lo).year + step);
  if (relation === -1 && frame.published !== null)
    return chooseBy({ ...frame, published: { lo: frame.published.lo, hi: frame.published.lo - 1 } }, candidate, "past");
  if (relation === 1) return chooseBy(frame, candidate, "future");
  if (relation === 0) return frame.published && candidate(0, frame.published);
  return chooseBy(frame, candidate);
}

/** Month and day as one reading: "July 19", "19 July 2025", "March 21-25", "September". Weekdays before it are the caller's. */
export function readCalendar(scene: Scene, at: number, relation: number | null): Reading | null {
  return monthFirst(scene, at, relation) ?? dayFirst(scene, at, relation);
}

/** "March 2025", "21 March", "Oct. 13, 1989", "March 21-25": a month with what belongs to it. */
export const readMonth: Recogniser = (scene, at) => {
  const relation = scene.lexicon.relations.get(word(scene, at));
  if (relation !== undefined && monthAt(scene, at + 1) !== null) return readCalendar(scene, at + 1, relation);
  return readCalendar(scene, at, null);
};

function monthFirst(scene: Scene, at: number, relation: number | null): Reading | null {
  const month = monthAt(scene, at);
  if (month === null) return null;
  const day = dayAt(scene, word(scene, at + 1) === "the" ? at + 2 : at + 1);
  const wholeMonth: Shape = (year) => spanOfMonths(year, month);
  if (day === null) {
    const tail = tailAt(scene, at + 1, false);
    return calendar(tail.end, "time/month", (frame) => resolveShape(wholeMonth, tail, relation, frame));
  }
  const until = rangeEnd(scene, day.end, month, day.day);
  const tail = tailAt(scene, until?.end ?? day.end, true);
  return calendar(tail.end, "time/date", (frame) => resolveShape(shapeOf(month, day.day, until), tail, relation, frame));
}

// "21-25", "21 to 25", and two days in a row: "24 and 25".
function joins(scene: Scene, at: number, first: number, second: number): boolean {
  const join = word(scene, at);
  return join === "-" || join === "to" || (join === "and" && second === first + 1);
}

interface Until {
  readonly end: number;
  readonly month: number;
  readonly day: number;
}

// "March 21-25", "March 30 - April 2", "April 21 to 23".
function rangeEnd(scene: Scene, at: number, month: number, first: number): Until | null {
  const other = monthAt(scene, at + 1);
  const day = dayAt(scene, other === null ? at + 1 : at + 2);
  if (day === null || !joins(scene, at, other === null ? first : 0, day.day)) return null;
  return yearAt(scene, at + 1) !== null ? null : { end: day.end, month: other ?? month, day: day.day };
}

function shapeOf(month: number, day: number, until: Until | null): Shape {
  return (year) => {
    const from = isDate(year, month, day) ? { lo: dayOf(year, month, day), hi: dayOf(year, month, day) } : null;
    if (until === null) return from;
    const to = isDate(year, until.month, until.day) ? dayOf(until.month < month ? year + 1 : year, until.month, until.day) : null;
    return to === null ? null : hull(from, { lo: to, hi: to });
  };
}

// "19 July", "the 19th of July 2025", "21-25 March".
function dayFirst(scene: Scene, at: number, relation: number | null): Reading | null {
  const first = word(scene, at) === "the" ? at + 1 : at;
  const day = dayAt(scene, first);
  if (day === null) return null;
  const next = dayAt(scene, day.end + 1);
  const second = joins(scene, day.end, day.day, next?.day ?? 0) ? next : null;
  const last = second ?? day;
  const at2 = word(scene, last.end) === "of" ? last.end + 1 : last.end;
  const month = monthAt(scene, at2);
  if (month === null || (scene.atoms[first]!.kind === "word" && at2 === last.end)) return null;
  const tail = tailAt(scene, at2 + 1, true);
  const until = second === null ? null : { end: second.end, month, day: second.day };
  return calendar(tail.end, "time/date", (frame) => resolveShape(shapeOf(month, day.day, until), tail, relation, frame));
}

function calendar(end: number, rule: string, resolve: Reading["resolve"]): Reading {
  return { end, type: "DATE", mod: null, rule, resolve };
}
