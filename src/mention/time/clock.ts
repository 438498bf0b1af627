import { figureOf } from "../quantity/number.ts";
import { partAt } from "./daypart.ts";
import { toEdtf } from "./edtf.ts";
import { type Frame, type Reading, type Recogniser, type Resolved, type Scene, UNRESOLVED, word } from "./reading.ts";

const ZONE = /^(?:gmt|utc|est|edt|cst|cdt|mst|mdt|pst|pdt|cet|cest|bst|et|ist|msk)$/;

interface Clock {
  readonly end: number;
  readonly hour: number;
  readonly minute: number;
}

/** "7:15 p.m.", "10 p.m. Wednesday", "noon Thursday", "1400 GMT", "at midnight". */
export const readClock: Recogniser = (scene, at) => {
  const clock = clockAt(scene, at);
  if (clock === null) return null;
  const day = dayAfter(scene, clock.end);
  const resolve = (frame: Frame): Resolved => resolveClock(clock, day, frame);
  return { end: day?.end ?? clock.end, type: "TIME", mod: null, rule: "time/clock", resolve };
};

function clockAt(scene: Scene, at: number): Clock | null {
  const point = partAt(scene, at);
  if (point !== null && point.from === point.to) return zoned(scene, { end: at + 1, hour: point.from % 24, minute: 0 });
  const hour = figureOf(scene.atoms[at]) ?? scene.lexicon.numbers.cardinals.get(word(scene, at)) ?? -1;
  if (!Number.isInteger(hour) || hour < 0) return null;
  const colon = word(scene, at + 1) === ":" && scene.atoms[at + 1]!.glued && scene.atoms[at + 2]?.glued === true;
  const minute = colon ? figureOf(scene.atoms[at + 2]) : 0;
  if (minute === null || minute > 59) return null;
  return withHalf(scene, at, hour, minute, colon);
}

function withHalf(scene: Scene, at: number, hour: number, minute: number, colon: boolean): Clock | null {
  const end = at + (colon ? 3 : 1);
  const half = word(scene, end);
  if ((half === "am" || half === "pm") && hour >= 1 && hour <= 12 && isHalf(scene, end))
    return zoned(scene, { end: end + 1, hour: (hour % 12) + (half === "pm" ? 12 : 0), minute });
  if (half === "o'clock" && hour <= 24) return zoned(scene, { end: end + 1, hour, minute });
  if (colon && hour < 24 && scene.atoms[at + 2]!.text.length === 2) return zoned(scene, { end, hour, minute });
  const figures = scene.atoms[at]!.text;
  if (!colon && /^\d{4}$/.test(figures) && ZONE.test(half) && hour < 2400 && hour % 100 < 60)
    return { end: end + 1, hour: Math.floor(hour / 100), minute: hour % 100 };
  return null;
}

// "9 am" needs a figure or dots, or "I am" after a number would be a time.
function isHalf(scene: Scene, at: number): boolean {
  const raw = scene.doc.text.slice(scene.atoms[at]!.start, scene.atoms[at]!.end);
  return raw.includes(".") || raw !== "am" || scene.atoms[at - 1]!.kind === "number";
}

function zoned(scene: Scene, clock: Clock): Clock {
  const open = word(scene, clock.end) === "(" ? 1 : 0;
  if (!ZONE.test(word(scene, clock.end + open)))
    return word(scene, clock.end) === "local" && word(scene, clock.end + 1) === "time" ? { ...clock, end: clock.end + 2 } : clock;
  return { ...clock, end: clock.end + 1 + 2 * open };
}

function dayAfter(scene: Scene, at: number): Reading | null {
  const skip = ["on", ","].includes(word(scene, at)) ? 1 : 0;
  const inner = scene.read(at + skip);
  return inner !== null && ["time/weekday", "time/date", "time/weekday-date", "time/day"].includes(inner.rule) ? inner : null;
}

const two = (n: number): string => String(n).padStart(2, "0");

// A bare hour belongs to the day just told, else to the day of publication; a month is too wide for either.
function resolveClock(clock: Clock, day: Reading | null, frame: Frame): Resolved {
  const told = frame.narrative !== null && frame.narrative.lo === frame.narrative.hi ? frame.narrative : null;
  const own = day === null ? null : day.resolve(frame);
  const interval = own === null ? (told ?? frame.published) : own.interval;
  if (interval === null || interval.lo !== interval.hi) return own ?? UNRESOLVED;
  return {
    value: `${toEdtf(interval)}T${two(clock.hour)}:${two(clock.minute)}`,
    interval,
    basis: own?.basis ?? (told === null ? "publication" : "narrative"),
  };
}
