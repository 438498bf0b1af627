import type { Tenure } from "../../lexicon/times.ts";
import { type Interval, shift } from "./calendar.ts";
import { type Count, readCount, toDuration } from "./count.ts";
import { readEdtf } from "./edtf.ts";
import { dated, type Frame, isCapital, type Reading, type Recogniser, type Resolved, type Scene, UNRESOLVED, word } from "./reading.ts";

const OWN = new Set(["his", "her"]);
const NAMES_BACK = 120;
const OPEN_END = 4;

interface Holder {
  readonly end: number;
  readonly tenures: readonly Tenure[];
}

function inOffice(tenure: Tenure): Interval {
  const from = readEdtf(tenure.from)!;
  const to = tenure.to === null ? null : readEdtf(tenure.to);
  // A term still running has no end to know: four years is only the frame within which "the last year of" is refused.
  return { lo: from.lo, hi: to?.hi ?? shift(from, "year", OPEN_END).hi };
}

/** Someone who holds or held an office, where the name ends at `at` ("President Trump", "Mr. Brown"). Two families of holders with one last name need the first name. */
function holderAt(scene: Scene, at: number): Holder | null {
  let best: Holder | null = null;
  for (let i = at; i < at + 5 && isCapital(scene, i); i += 1) {
    const tenures = scene.lexicon.tenures.get(word(scene, i));
    if (tenures === undefined) continue;
    const fullName = tenures.filter((t) => i > at && t.name.toLowerCase().startsWith(word(scene, i - 1)));
    const only = new Set(tenures.map((t) => t.name)).size === 1;
    // "Ann Lee", "Lee County": a last name beside another capital is somebody else's, or no person's.
    const bare = i === at && !isName(scene, i - 1) && !isName(scene, i + 1);
    if (fullName.length > 0) best = { end: i + 1, tenures: fullName };
    else if (only && (bare || /^(?:president|mr|minister|chancellor|premier|leader)$/.test(word(scene, i - 1))))
      best = { end: i + 1, tenures };
  }
  return best;
}

const isName = (scene: Scene, at: number): boolean => isCapital(scene, at) && scene.doc.upos[scene.atoms[at]!.token] === "PROPN";

// Who "his" is in "his first term": the subject after a fronted phrase, the holder named before in the sentence, or the only one named shortly before.
function holderOf(scene: Scene, at: number, after: number): Holder | null {
  const fronted = word(scene, after) === "," ? holderAt(scene, after + 1) : null;
  if (fronted !== null) return fronted;
  const sentence = scene.doc.sentenceOf[scene.atoms[at]!.token];
  const named: Holder[] = [];
  for (let i = at - 1; i >= 0 && i > at - NAMES_BACK; i -= 1) {
    if (!isCapital(scene, i) || !scene.lexicon.tenures.has(word(scene, i))) continue;
    const found = holderAt(scene, i) ?? holderAt(scene, i - 1);
    if (found === null) continue;
    if (scene.doc.sentenceOf[scene.atoms[i]!.token] === sentence) return found;
    named.push(found);
  }
  return new Set(named.map((n) => n.tenures[0]!.name)).size === 1 ? named[0]! : null;
}

interface Term {
  readonly end: number;
  readonly interval: Interval | null;
}

// "X's first term", "X's presidency", "his own first term in office", "the X presidency", "the X era".
function termAt(scene: Scene, at: number): Term | null {
  const own = OWN.has(word(scene, at));
  const the = word(scene, at) === "the" ? 1 : 0;
  const named = own ? null : holderAt(scene, at + the);
  if (!own && named === null) return null;
  let i = named?.end ?? at + 1;
  if (!own && the === 0 && word(scene, i) !== "'s" && word(scene, i) !== "'") return null;
  if (!own && the === 0) i += 1;
  if (word(scene, i) === "own") i += 1;
  return termNoun(scene, i, (end) => named ?? holderOf(scene, at, end));
}

function termNoun(scene: Scene, at: number, holder: (end: number) => Holder | null): Term | null {
  const ordinal = scene.lexicon.numbers.ordinals.get(word(scene, at));
  const noun = word(scene, ordinal === undefined ? at : at + 1);
  if (ordinal !== undefined && noun === "term") {
    const end = officeEnd(scene, at + 2);
    const who = holder(end);
    return { end, interval: who && nthTerm(who.tenures, ordinal) };
  }
  if ((ordinal !== undefined || /^(?:last|final)$/.test(word(scene, at))) && !OWN.has(word(scene, at - 1)))
    return yearInOffice(scene, at, ordinal ?? -1, holder);
  if (ordinal !== undefined || !/^(?:presidency|premiership|chancellorship|tenure|rule|era)$/.test(noun)) return null;
  const who = holder(at + 1);
  return { end: at + 1, interval: who && wholeTenure(who.tenures) };
}

// "X's last year in office", "X's first month as president".
function yearInOffice(scene: Scene, at: number, nth: number, holder: (end: number) => Holder | null): Term | null {
  const unit = scene.lexicon.units.get(word(scene, at + 1));
  const place = word(scene, at + 2);
  if (
    (unit !== "year" && unit !== "month") ||
    !(
      (place === "in" && /^(?:office|power)$/.test(word(scene, at + 3))) ||
      (place === "as" && /^(?:president|chancellor|premier)$/.test(word(scene, at + 3)))
    )
  )
    return null;
  const whole = lastSpell(holder(at + 4)?.tenures ?? []);
  return { end: at + 4, interval: whole && nthUnit(whole, unit, nth) };
}

// The last unbroken time in office.
function lastSpell(tenures: readonly Tenure[]): Interval | null {
  const from = tenures.findLastIndex((t, i) => i === 0 || tenures[i - 1]!.to !== t.from);
  return from < 0 ? null : { lo: inOffice(tenures[from]!).lo, hi: inOffice(tenures.at(-1)!).hi };
}

/** The nth year or month of an interval, from 1; -1 is the last. */
function nthUnit(whole: Interval, unit: "year" | "month", nth: number): Interval {
  if (nth < 0) return { lo: shift({ lo: whole.hi, hi: whole.hi }, unit, -1).lo, hi: whole.hi };
  const lo = shift({ lo: whole.lo, hi: whole.lo }, unit, nth - 1).lo;
  return { lo, hi: shift({ lo, hi: lo }, unit, 1).lo };
}

function officeEnd(scene: Scene, at: number): number {
  return word(scene, at) === "in" && word(scene, at + 1) === "office" ? at + 2 : at;
}

function nthTerm(tenures: readonly Tenure[], n: number): Interval | null {
  return tenures[n - 1] === undefined ? null : inOffice(tenures[n - 1]!);
}

// A tenure that was broken off and resumed is no one interval.
function wholeTenure(tenures: readonly Tenure[]): Interval | null {
  for (let i = 1; i < tenures.length; i += 1) if (tenures[i - 1]!.to !== tenures[i]!.from) return null;
  return { lo: inOffice(tenures[0]!).lo, hi: inOffice(tenures.at(-1)!).hi };
}

const era = (end: number, interval: Interval | null): Reading => ({
  end,
  type: "DATE",
  mod: null,
  rule: "time/era",
  resolve: () => dated(interval, "era"),
});

/** "during the second X administration", "in X's first term": the time somebody held an office. */
export const readEra: Recogniser = (scene, at) => {
  const term = termAt(scene, at);
  return term === null ? null : era(term.end, term.interval);
};

/** "the last year of X's first term", "the second month of X's presidency". */
export const readYearOfEra: Recogniser = (scene, at) => {
  const the = word(scene, at) === "the" ? 1 : 0;
  const last = /^(?:last|final)$/.test(word(scene, at + the));
  const ordinal = last ? -1 : scene.lexicon.numbers.ordinals.get(word(scene, at + the));
  const unit = scene.lexicon.units.get(word(scene, at + the + 1));
  if (ordinal === undefined || (unit !== "year" && unit !== "month") || word(scene, at + the + 2) !== "of") return null;
  const term = termAt(scene, at + the + 3);
  if (term === null) return null;
  return era(term.end, term.interval && nthUnit(term.interval, unit, ordinal));
};

// The day a clause names: "since X became president", "since X left office", "after X's inauguration", or a date.
function startAt(scene: Scene, at: number): { end: number; resolve: (frame: Frame) => Interval | null } | null {
  const holder = holderAt(scene, at);
  if (holder !== null) {
    if (/^(?:left|leaving)$/.test(word(scene, holder.end)) && /^(?:office|power)$/.test(word(scene, holder.end + 1))) {
      return { end: holder.end + 2, resolve: (frame) => lastEnd(holder.tenures, frame) };
    }
    const end = officeVerb(scene, holder.end);
    return end === null ? null : { end, resolve: (frame) => lastStart(holder.tenures, frame) };
  }
  const date = scene.read(at);
  return date?.type === "DATE" ? { end: date.end, resolve: (frame) => date.resolve({ ...frame, tense: "past" }).interval } : null;
}

// The last leaving of office not after publication.
function lastEnd(tenures: readonly Tenure[], { published }: Frame): Interval | null {
  const ends = tenures.filter((t, i) => t.to !== null && tenures[i + 1]?.from !== t.to).map((t) => readEdtf(t.to)!);
  return ends.filter((e) => published === null || e.lo <= published.hi).at(-1) ?? null;
}

function officeVerb(scene: Scene, at: number): number | null {
  const text = word(scene, at);
  const next = word(scene, at + 1);
  if (text === "'s" && /^(?:inauguration|election|return)$/.test(next)) return next === "inauguration" ? at + 2 : null;
  if (/^(?:became|becoming)$/.test(text) && /^(?:president|prime|chancellor|premier|leader)$/.test(next))
    return next === "prime" ? at + 3 : at + 2;
  if (/^(?:took|assumed|entered|taking|assuming|entering)$/.test(text) && /^(?:office|power)$/.test(next)) return at + 2;
  if (text === "came" && next === "to" && /^(?:office|power)$/.test(word(scene, at + 2))) return at + 3;
  return text === "returned" && next === "to" && /^(?:office|power)$/.test(word(scene, at + 2)) ? at + 3 : null;
}

// The last taking of office not after publication; a second term served without a break is no new start.
function lastStart(tenures: readonly Tenure[], { published }: Frame): Interval | null {
  const starts = tenures.filter((t, i) => i === 0 || tenures[i - 1]!.to !== t.from).map((t) => readEdtf(t.from)!);
  if (published === null) return starts.length === 1 ? starts[0]! : null;
  return starts.filter((s) => s.lo <= published.hi).at(-1) ?? null;
}

/** "the two months since X became president", "in the week since July 19": a stretch with a known beginning. */
export const readSince: Recogniser = (scene, at) => {
  const the = word(scene, at) === "the" ? 1 : 0;
  const count = readCount(scene, at + the, true) ?? (the === 1 ? bareUnit(scene, at + 1) : null);
  if (count === null || word(scene, count.end) !== "since") return null;
  const start = startAt(scene, count.end + 1);
  if (start === null) return unknownSince(count);
  const resolve = (frame: Frame): Resolved => stretch(start.resolve(frame), count);
  return { end: start.end, type: "DURATION", mod: count.mod, rule: "time/since", resolve };
};

/** "a day after X's inauguration", "two weeks before July 19": counted from a day that is known. */
export const readAfterEvent: Recogniser = (scene, at) => {
  const count = readCount(scene, at, false);
  const side = { after: 1, before: -1 }[word(scene, count?.end ?? at)];
  if (count === null || side === undefined || count.low === null || count.attributive) return null;
  const start = startAt(scene, count.end + 1);
  if (start === null || /^(?:hour|minute|second)$/.test(count.unit)) return null;
  const steps = side * count.low;
  const resolve = (frame: Frame): Resolved => {
    const from = start.resolve(frame);
    return from === null ? UNRESOLVED : dated(shift(from, count.unit, steps), "event");
  };
  return { end: start.end, type: "DATE", mod: count.mod, rule: "time/after-event", resolve };
};

function bareUnit(scene: Scene, at: number): Count | null {
  const unit = scene.lexicon.units.get(word(scene, at));
  return unit === undefined || unit === "second"
    ? null
    : { end: at + 1, unit: unit as Count["unit"], low: 1, high: 1, mod: null, attributive: false };
}

// The event after "since" is not known here: the length is said, its place in time is not.
function unknownSince(count: Count): Reading {
  return {
    end: count.end,
    type: "DURATION",
    mod: count.mod,
    rule: "time/since-unknown",
    resolve: () => ({ value: toDuration(count), interval: null, basis: "explicit" }),
  };
}

function stretch(start: Interval | null, count: Count): Resolved {
  if (start === null || count.low === null) return UNRESOLVED;
  const day = { lo: start.lo, hi: start.lo };
  const end = shift(day, count.unit, Math.ceil(count.low));
  return dated({ lo: start.lo, hi: end.hi }, "event");
}

/** "since X took office", "before X took office", "after X became president": the day itself. */
export const readOffice: Recogniser = (scene, at) => {
  if (!/^(?:since|after|before|until|when)$/.test(word(scene, at - 1))) return null;
  const holder = holderAt(scene, at);
  const end = holder === null ? null : officeVerb(scene, holder.end);
  if (holder === null || end === null) return null;
  return { end, type: "DATE", mod: null, rule: "time/office", resolve: (frame) => dated(lastStart(holder.tenures, frame), "event") };
};
