import { shift } from "./calendar.ts";
import { inPart, partAt } from "./daypart.ts";
import { dated, type Frame, type Reading, type Recogniser, type Resolved, type Scene, UNRESOLVED, word } from "./reading.ts";

const STEPS = new Map([
  ["yesterday", -1],
  ["today", 0],
  ["tonight", 0],
  ["tomorrow", 1],
]);

const byPublication =
  (step: number) =>
  (frame: Frame): Resolved =>
    frame.published === null ? UNRESOLVED : dated({ lo: frame.published.lo + step, hi: frame.published.hi + step }, "publication");

const byNarrative = (frame: Frame): Resolved =>
  frame.narrative === null || frame.narrative.hi > frame.narrative.lo + 6 ? UNRESOLVED : dated(frame.narrative, "narrative");

const day = (end: number, resolve: Reading["resolve"]): Reading => ({ end, type: "DATE", mod: null, rule: "time/day", resolve });

/** "yesterday", "tomorrow night", "this morning", "last night", "that evening", "overnight". */
export const readDay: Recogniser = (scene, at) => {
  const text = word(scene, at);
  const step = STEPS.get(text);
  if (step !== undefined) {
    const part = partAt(scene, at + 1) ?? (text === "tonight" ? { code: "NI", from: 18, to: 30 } : null);
    const reading = day(at + 1, byPublication(step));
    if (part === null || part.from === part.to) return reading;
    return inPart(reading, text === "tonight" ? at + 1 : at + 2, part);
  }
  const alone = text === "overnight" ? partAt(scene, at) : null;
  if (alone !== null && scene.doc.upos[scene.atoms[at]!.token] === "ADV") return inPart(day(at + 1, byPublication(-1)), at + 1, alone);
  const beside = text === "the" ? readBesidePart(scene, at) : null;
  if (beside !== null) return beside;
  const part = partAt(scene, at + 1);
  if (part === null || part.from === part.to) return null;
  if (text === "this") return inPart(day(at + 2, byPublication(0)), at + 2, part);
  if (text === "last" && part.code === "NI") return inPart(day(at + 2, byPublication(-1)), at + 2, part);
  return text === "that" ? inPart(day(at + 2, byNarrative), at + 2, part) : null;
};

// "the next morning", "the previous night", "the same evening": of the day told.
function readBesidePart(scene: Scene, at: number): Reading | null {
  const name = word(scene, at + 1);
  const step = name === "same" ? 0 : scene.lexicon.relations.get(name);
  const part = partAt(scene, at + 2);
  if (step === undefined || name === "past" || name === "last" || part === null || part.from === part.to) return null;
  const resolve = (frame: Frame): Resolved => {
    const told = byNarrative(frame);
    return told.interval === null ? told : dated(shift(told.interval, "day", step), "narrative");
  };
  return inPart(day(at + 3, resolve), at + 3, part);
}
