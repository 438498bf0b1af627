import { civilOf } from "../../text/civil.ts";
import { type Interval, shift, spanOfMonths, unitAround } from "./calendar.ts";
import { chooseBy } from "./choose.ts";
import { dated, type Frame, type Recogniser, type Resolved, type Scene, UNRESOLVED, word } from "./reading.ts";
import { yearAt } from "./year.ts";

const FILLERS = new Set(["fiscal", "fiscal's", "comparable", "corresponding", "same", "full"]);

interface Parts {
  end: number;
  ordinal: number | null;
  latest: boolean;
  /** Years before the period named. */
  back: number;
  /** Whole years from publication ("last year's third quarter"). */
  step: number | null;
  year: number | null;
  noun: string;
  the: boolean;
}

/** Reports of results: "the third quarter", "third-quarter", "the year-ago quarter", "the 1988 period", "the latest quarter". */
export const readQuarter: Recogniser = (scene, at) => {
  const parts = headOf(scene, at);
  if (parts === null) return null;
  const known = parts.ordinal !== null || parts.latest || parts.back > 0 || parts.year !== null || parts.step !== null;
  if (parts.noun === "period" && (!known || parts.ordinal !== null)) return null;
  if (parts.noun === "half" && (parts.ordinal === null || (parts.ordinal > 2 && parts.noun === "half"))) return null;
  if (parts.noun === "quarter" && parts.ordinal !== null && parts.ordinal > 4) return null;
  if (!known && !(parts.the && parts.noun === "quarter" && word(scene, parts.end) !== "of")) return null;
  const whole = tail(scene, parts);
  return {
    end: whole.end,
    type: "DATE",
    mod: null,
    rule: whole.back > 0 ? "time/quarter-before" : "time/quarter",
    resolve: (frame) => resolve(whole, frame),
  };
};

function headOf(scene: Scene, at: number): Parts | null {
  const parts: Parts = { end: at, ordinal: null, latest: false, back: 0, step: null, year: null, noun: "", the: false };
  let i = at;
  for (let steps = 0; steps < 8; steps += 1) {
    const text = word(scene, i);
    if (text === "the" && i === at) parts.the = true;
    else if (/^(?:quarter|half|period)$/.test(text) && i > at) {
      // "the third-quarter loss": the article belongs to the loss.
      if (parts.the && word(scene, i - 1) === "-") return null;
      return { ...parts, end: i + 1, noun: text };
    } else {
      const next = modifier(scene, i, parts);
      if (next === null) return null;
      i = next - 1;
    }
    i += 1;
  }
  return null;
}

// Reads one modifier into `parts`; returns the atom after it.
function modifier(scene: Scene, i: number, parts: Parts): number | null {
  const text = word(scene, i);
  const ordinal = scene.lexicon.numbers.ordinals.get(text);
  const hyphen = (at: number): number => (word(scene, at) === "-" ? at + 1 : at);
  if (ordinal !== undefined && ordinal <= 4 && parts.ordinal === null) {
    parts.ordinal = ordinal;
    return hyphen(i + 1);
  }
  if (text === "latest" || text === "recent" || (text === "most" && word(scene, i + 1) === "recent")) {
    parts.latest = true;
    return text === "most" ? i + 2 : i + 1;
  }
  if (text === "year" && word(scene, i + 1) === "-" && /^(?:ago|earlier)$/.test(word(scene, i + 2))) {
    parts.back = 1;
    return i + 3;
  }
  const year = yearAt(scene, i);
  if (year !== null && parts.year === null) {
    parts.year = year;
    return i + 1;
  }
  const step = scene.lexicon.relations.get(text);
  if (step !== undefined && word(scene, i + 1) === "year" && word(scene, i + 2) === "'s") {
    parts.step = step;
    return i + 3;
  }
  return FILLERS.has(text) && i > 0 && (parts.the || text === "fiscal") ? hyphen(i + 1) : null;
}

// "of 1990", "of last year", "last year", "a year ago", "a year earlier".
function tail(scene: Scene, parts: Parts): Parts {
  const i = parts.end;
  const of = word(scene, i) === "of" ? i + 1 : i;
  const year = yearAt(scene, of);
  if (year !== null && (of > i || scene.atoms[of]?.glued === false) && parts.year === null) return { ...parts, year, end: of + 1 };
  const step = scene.lexicon.relations.get(word(scene, of));
  if (step !== undefined && word(scene, of + 1) === "year") return { ...parts, step, end: of + 2 };
  if (/^(?:a|one)$/.test(word(scene, i)) && word(scene, i + 1) === "year" && /^(?:ago|earlier|before)$/.test(word(scene, i + 2)))
    return { ...parts, back: 1, end: i + 3 };
  return parts;
}

function resolve(parts: Parts, frame: Frame): Resolved {
  const { published, period } = frame;
  const base = period ?? (published === null ? null : unitAround(published.lo, "quarter", -1));
  if (parts.ordinal === null) {
    if (parts.year !== null) return base === null ? UNRESOLVED : dated(inYear(base, parts.year), "narrative");
    if (parts.latest && published !== null) return dated(unitAround(published.lo, "quarter", -1), "publication");
    if (parts.step !== null)
      return base === null || published === null ? UNRESOLVED : dated(inYear(base, civilOf(published.lo).year + parts.step), "publication");
    if (base === null) return UNRESOLVED;
    return dated(shift(base, "year", -parts.back), period === null ? "publication" : "narrative");
  }
  const length = parts.noun === "half" ? 6 : 3;
  const span = (year: number): Interval => spanOfMonths(year, (parts.ordinal! - 1) * length + 1, length);
  if (parts.year !== null) return dated(span(parts.year), "explicit");
  if (published === null) return UNRESOLVED;
  const thisYear = civilOf(published.lo).year;
  if (parts.step !== null) return dated(span(thisYear + parts.step), "publication");
  // Results of a quarter come out after it: seen from October the third is the one just over, whatever the tense.
  const early = { lo: published.lo - 92, hi: published.hi };
  const chosen = chooseBy(
    { ...frame, published: frame.tense === "future" ? early : published },
    (step) => span(thisYear + step),
    frame.tense === "future" ? "future" : "past",
  );
  return chosen === null ? UNRESOLVED : dated(shift(chosen, "year", -parts.back), "publication");
}

function inYear(period: Interval, year: number): Interval {
  return shift(period, "year", year - civilOf(period.lo).year);
}
