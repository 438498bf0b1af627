import { readPhrase } from "../quantity/number.ts";
import { toEdtf } from "./edtf.ts";
import { type Frame, type Recogniser, type Resolved, UNRESOLVED, word } from "./reading.ts";

/** "now", "recently", "the near future": the day of publication, or everything on one side of it. */
export const readReference: Recogniser = (scene, at) => {
  const found = readPhrase(scene.atoms, at, scene.lexicon.references);
  if (found === null) return null;
  const next = word(scene, found.end);
  // "now-defunct" and "the past two years" are something else.
  if (next === "-" && scene.atoms[found.end]!.glued) return null;
  // "the past four games": not a time of its own.
  const after = scene.atoms[found.end];
  if (word(scene, found.end - 1) === "past" && after !== undefined && /^(?:NUM|NOUN|ADJ)$/.test(scene.doc.upos[after.token]!)) return null;
  const single = found.end === at + 1;
  if (
    single &&
    word(scene, at) === "future" &&
    (word(scene, at - 1) === "the" || next === "of" || scene.doc.xpos[scene.atoms[at]!.token] === "NNS")
  )
    return null;
  const resolve = (frame: Frame): Resolved => resolveReference(found.value, frame);
  return { end: found.end, type: "DATE", mod: null, rule: `time/reference-${found.value}`, resolve };
};

function resolveReference(side: string, { published }: Frame): Resolved {
  if (published === null) return UNRESOLVED;
  const value =
    side === "past"
      ? `../${toEdtf({ lo: published.lo, hi: published.lo })}`
      : side === "future"
        ? `${toEdtf({ lo: published.hi, hi: published.hi })}/..`
        : toEdtf(published);
  return { value, interval: null, basis: "publication" };
}
