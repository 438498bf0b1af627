import { toEdtf } from "./edtf.ts";
import type { Reading, Resolved, Scene } from "./reading.ts";
import { word } from "./reading.ts";

/** A part of a day: TIMEX3 letters and hours, `from` 20 `to` 30 runs into the next day. */
export interface DayPart {
  readonly code: string;
  readonly from: number;
  readonly to: number;
}

/** The part of a day an atom names ("evening"), or null. */
export function partAt(scene: Scene, at: number): DayPart | null {
  const value = scene.lexicon.parts.get(word(scene, at));
  if (value === undefined) return null;
  const [code, hours] = value.split(" ");
  const [from, to] = hours!.split("-");
  return { code: code!, from: Number(from), to: Number(to) };
}

const hour = (day: number, at: number): string =>
  `${toEdtf({ lo: day + Math.floor(at / 24), hi: day + Math.floor(at / 24) })}T${String(at % 24).padStart(2, "0")}:00`;

/** Narrows a resolved day to a part of it: `2025-03-21T18:00/2025-03-21T22:00`; noon and midnight are points. */
export function narrow(resolved: Resolved, part: DayPart): Resolved {
  const day = resolved.interval;
  if (day === null || day.lo !== day.hi) return resolved;
  const value = part.from === part.to ? hour(day.lo, part.from) : `${hour(day.lo, part.from)}/${hour(day.lo, part.to)}`;
  return { ...resolved, value };
}

/** A reading of a day narrowed to the part that follows it or stands before it. */
export function inPart(reading: Reading, end: number, part: DayPart): Reading {
  return { ...reading, end, type: "TIME", rule: `${reading.rule}-part`, resolve: (frame) => narrow(reading.resolve(frame), part) };
}
