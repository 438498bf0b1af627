import { readCount, toDuration, unitAt } from "./count.ts";
import { lasting, type Recogniser, type Scene, word } from "./reading.ts";

const LEAD = new Set(["the", "those", "these", "its", "his", "her", "their"]);

/** "two years", "nearly an hour", "18-month", "the nine months", "the first two years", "years". */
export const readDuration: Recogniser = (scene, at) => {
  const the = word(scene, at) === "the" ? 1 : 0;
  const first = the === 1 && ["first", "final", "full", "initial", "opening"].includes(word(scene, at + 1)) ? 1 : 0;
  const count = readCount(scene, at + the + first, the === 0 || first === 1);
  if (count === null || isAge(scene, count.end) || isRate(scene, at)) return null;
  if (the === 1 && first === 0 && (count.low === null || count.attributive)) return null;
  return { end: count.end, type: "DURATION", mod: count.mod, rule: "time/duration", resolve: lasting(toDuration(count)) };
};

// An age is no time: "27 years old", "a 25-year-old".
function isAge(scene: Scene, end: number): boolean {
  const skip = word(scene, end) === "-" ? 1 : 0;
  return (
    word(scene, end + skip) === "old" || word(scene, end + skip) === "olds" || (word(scene, end) === "of" && word(scene, end + 1) === "age")
  );
}

// "a mile a minute", "five miles an hour": a rate, not a length of time.
function isRate(scene: Scene, at: number): boolean {
  return (
    (word(scene, at) === "an" || word(scene, at) === "a") &&
    /^(?:miles|kilometers|kilometres|km)$/.test(word(scene, at - 1)) &&
    unitAt(scene, at + 1) !== null
  );
}

/** "for the day", "all week": a definite unit with "whole", "all", "entire" is a length. */
export const readWhole: Recogniser = (scene, at) => {
  const all = word(scene, at) === "all" || (LEAD.has(word(scene, at)) && /^(?:whole|entire|full)$/.test(word(scene, at + 1)));
  if (!all) return null;
  const at2 = word(scene, at) === "all" ? at + 1 : at + 2;
  const unit = unitAt(scene, at2);
  if (unit === null || unit.plural || unit.unit === "second") return null;
  const value = toDuration({ end: at2 + 1, unit: unit.unit, low: unit.factor, high: unit.factor, mod: null, attributive: false });
  return { end: at2 + 1, type: "DURATION", mod: null, rule: "time/whole", resolve: lasting(value) };
};
