import { spanOfMonths, spanOfYear } from "./calendar.ts";
import { dated, hull, type Reading, type Recogniser, type Scene, word } from "./reading.ts";

const YEAR = /^(?:1\d|20)\d\d$/;
const BEFORE_YEAR = new Set([
  "in",
  "since",
  "of",
  "by",
  "from",
  "until",
  "till",
  "through",
  "during",
  "before",
  "after",
  "for",
  "the",
  "to",
  "and",
  "than",
  "fiscal",
  "year",
  "or",
  "in",
  "late",
  "early",
]);

/** A four-digit year at an atom that is no amount, or null. */
export function yearAt(scene: Scene, at: number): number | null {
  const { atoms, doc } = scene;
  const atom = atoms[at];
  if (atom?.kind !== "number" || !YEAR.test(atom.text)) return null;
  const [before, after] = [atoms[at - 1], atoms[at + 1]];
  if (after?.glued && (after.kind === "word" || after.text === "%" || after.text === "/")) return null;
  if (before?.glued === false && before.text === "$") return null;
  if (atom.glued && before !== undefined && !["(", "-", '"', "'", "“", "‘", "/", ",", "—", "["].includes(before.text)) return null;
  if (
    atom.glued &&
    before?.text === "-" &&
    before.glued &&
    atoms[at - 2]?.kind === "word" &&
    atoms[at - 2]!.text.length < 4 &&
    atoms[at - 2]!.text !== "mid"
  )
    return null;
  const year = Number(atom.text);
  const plural = after !== undefined && doc.xpos[after.token] === "NNS";
  if (plural && !BEFORE_YEAR.has(before?.text ?? "")) return null;
  if ((year < 1800 || year > 2100) && !["in", "since", "of", "by", "from", "until", "after", "before"].includes(before?.text ?? ""))
    return null;
  return year;
}

/** "nineteen ninety-six", "two thousand five": a spoken year and where it ends. */
export function spokenYear({ atoms, lexicon }: Scene, at: number): { end: number; year: number } | null {
  const century = lexicon.numbers.cardinals.get(atoms[at]?.text ?? "");
  if (century === undefined || century < 17 || century > 20) return null;
  const tens = lexicon.numbers.cardinals.get(atoms[at + 1]?.text ?? "");
  if (tens === undefined || tens < 10) return null;
  const skip = atoms[at + 2]?.text === "-" ? 3 : 2;
  const ones = tens >= 20 ? lexicon.numbers.cardinals.get(atoms[at + skip]?.text ?? "") : undefined;
  if (ones !== undefined && ones > 0 && ones < 10) return { end: at + skip + 1, year: century * 100 + tens + ones };
  return { end: at + 2, year: century * 100 + tens };
}

const make = (end: number, rule: string, lo: number, months: number): Reading => {
  const span = months === 12 ? spanOfYear(lo) : spanOfMonths(lo, 1, months);
  return { end, type: "DATE", mod: null, rule, resolve: () => dated(span, "explicit") };
};

/** "2025", "in 1996", "1991-92": a year in figures. */
export const readYear: Recogniser = (scene, at) => {
  const fiscal = word(scene, at) === "fiscal" ? (word(scene, at + 1) === "year" ? 2 : 1) : 0;
  const first = at + fiscal;
  const year = yearAt(scene, first);
  if (year === null) {
    const spoken = spokenYear(scene, first);
    return spoken === null ? null : make(spoken.end, "time/year-spoken", spoken.year, 12);
  }
  const range = yearRange(scene, first, year);
  if (range !== null) return range;
  return make(first + 1, fiscal > 0 ? "time/fiscal-year" : "time/year", year, 12);
};

// "1990-91", "1990–1991".
function yearRange({ atoms }: Scene, at: number, year: number): Reading | null {
  const tail = atoms[at + 2];
  if (atoms[at + 1]?.text !== "-" || !atoms[at + 1]!.glued || tail?.kind !== "number" || !tail.glued || atoms[at + 3]?.text === "-")
    return null;
  const last = tail.text.length === 2 ? year - (year % 100) + Number(tail.text) : YEAR.test(tail.text) ? Number(tail.text) : 0;
  if (last <= year) return null;
  return {
    end: at + 3,
    type: "DATE",
    mod: null,
    rule: "time/years",
    resolve: () => dated(hull(spanOfYear(year), spanOfYear(last)), "explicit"),
  };
}

/** "the 1990s", "the '80s", "the nineties", "the late 1970s". */
export const readDecade: Recogniser = (scene, at) => {
  const { atoms, lexicon } = scene;
  const skip = word(scene, at) === "the" ? 1 : 0;
  let i = at + skip;
  const named = lexicon.decades.get(word(scene, i));
  if (named !== undefined && skip === 1 && scene.atoms[i + 1]?.text !== "of") return make(i + 1, "time/decade", named, 120);
  if (word(scene, i) === "'" || word(scene, i) === "’" || word(scene, i) === "‘") i += 1;
  const [figure, s] = [atoms[i], atoms[i + 1]];
  if (figure?.kind !== "number" || !s?.glued || (s.text !== "s" && s.text !== "'s")) return null;
  if (/^(?:1[5-9]|20)\d0$/.test(figure.text)) return make(i + 2, "time/decade", Number(figure.text), 120);
  if (/^[2-9]0$/.test(figure.text) && (i > at + skip || skip === 1) && !(word(scene, i + 2) === "of"))
    return make(i + 2, "time/decade", 1900 + Number(figure.text), 120);
  return null;
};

/** "the 20th century", "the eleventh century". */
export const readCentury: Recogniser = (scene, at) => {
  const { atoms, lexicon } = scene;
  const first = word(scene, at) === "the" ? at + 1 : at;
  const ordinal = lexicon.numbers.ordinals.get(word(scene, first));
  const figures =
    atoms[first]?.kind === "number" && /^(?:st|nd|rd|th)$/.test(word(scene, first + 1)) ? Number(atoms[first]!.text) : undefined;
  const century = ordinal ?? figures;
  let i = first + (ordinal === undefined ? 2 : 1);
  if (word(scene, i) === "-") i += 1;
  if (century === undefined || century < 1 || century > 30 || word(scene, i) !== "century") return null;
  return make(i + 1, "time/century", (century - 1) * 100, 1200);
};
