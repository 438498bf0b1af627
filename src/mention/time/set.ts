import { nameAt } from "../quantity/atoms.ts";
import { readCount, toDuration, unitAt } from "./count.ts";
import { monthAt } from "./month.ts";
import { type Reading, type Recogniser, type Scene, word } from "./reading.ts";
import { weekdayAt } from "./weekday.ts";

/** "daily", "every two weeks", "each Thursday", "every other day", "twice a week". */
export const readSet: Recogniser = (scene, at) => {
  const frequency = scene.lexicon.frequencies.get(word(scene, at));
  if (frequency !== undefined) return isPartOfName(scene, at) ? null : set(at + 1, frequency);
  if (word(scene, at) === "every" || word(scene, at) === "each") return everyUnit(scene, at);
  if (word(scene, at) !== "a" || !/^(?:once|twice|times)$/.test(word(scene, at - 1))) return null;
  const unit = unitAt(scene, at + 1);
  return unit === null || unit.plural
    ? null
    : set(at + 2, toDuration({ end: at + 2, unit: unit.unit, low: 1, high: 1, mod: null, attributive: false }));
};

// "the Financial Daily", "Weekly Standard": no set.
function isPartOfName(scene: Scene, at: number): boolean {
  const atom = scene.atoms[at]!;
  // "quarterly results": what kind, not how often.
  if (/^(?:NOUN|PROPN|ADJ)$/.test(scene.doc.upos[atom.token + 1] ?? "")) return true;
  return nameAt(scene.doc, atom.token) !== null || scene.doc.upos[atom.token] === "PROPN";
}

function everyUnit(scene: Scene, at: number): Reading | null {
  const other = word(scene, at + 1) === "other" ? 1 : 0;
  const i = at + 1 + other;
  const weekday = weekdayAt(scene, i);
  if (weekday !== null) return set(i + 1, `XXXX-WXX-${weekday}`);
  const month = monthAt(scene, i);
  if (month !== null) return set(i + 1, `XXXX-${String(month).padStart(2, "0")}`);
  const unit = unitAt(scene, i);
  const one = 1 + other;
  if (unit !== null && !unit.plural && unit.unit !== "second")
    return set(
      i + 1,
      toDuration({ end: i + 1, unit: unit.unit, low: one * unit.factor, high: one * unit.factor, mod: null, attributive: false }),
    );
  const count = readCount(scene, i, false);
  return count === null ? null : set(count.end, toDuration(count));
}

function set(end: number, value: string): Reading {
  return { end, type: "SET", mod: null, rule: "time/set", resolve: () => ({ value, interval: null, basis: "explicit" }) };
}
