import { dayOf, isDate } from "../../text/civil.ts";
import { figureOf } from "../quantity/number.ts";
import type { Interval } from "./calendar.ts";
import { dated, type Reading, type Recogniser } from "./reading.ts";

const DOTTED = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/;

/** 2025-03-21, 10/27/89, 29.04.2025. Month or day first: the one that fits; where both fit, slashes are month first, dots day first. */
export const readNumeric: Recogniser = ({ atoms }, at) => {
  const atom = atoms[at]!;
  if (atom.kind !== "number") return null;
  const dotted = DOTTED.exec(atom.text);
  if (dotted !== null) return reading(at + 1, date(Number(dotted[3]), Number(dotted[2]), Number(dotted[1])));
  const mark = atoms[at + 1]?.text;
  if ((mark !== "-" && mark !== "/") || atoms[at + 3]?.text !== mark) return null;
  if (![1, 2, 3, 4].every((i) => atoms[at + i]?.glued)) return null;
  const [a, b, c] = [figureOf(atom), figureOf(atoms[at + 2]), figureOf(atoms[at + 4])];
  if (a === null || b === null || c === null) return null;
  if (atom.text.length === 4) return reading(at + 5, date(a, b, c));
  const year = atoms[at + 4]!.text.length === 2 ? c + (c < 50 ? 2000 : 1900) : c;
  if (atoms[at + 4]!.text.length === 3 || year < 1000) return null;
  return reading(at + 5, date(year, a, b) ?? date(year, b, a));
};

function date(year: number, month: number, day: number): Interval | null {
  return isDate(year, month, day) ? { lo: dayOf(year, month, day), hi: dayOf(year, month, day) } : null;
}

function reading(end: number, interval: Interval | null): Reading | null {
  if (interval === null) return null;
  return { end, type: "DATE", mod: null, rule: "time/numeric", resolve: () => dated(interval, "explicit") };
}
