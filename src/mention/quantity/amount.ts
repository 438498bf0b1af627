import type { UnitEntry, UnitLexicon } from "../../lexicon/units.ts";
import type { QuantityMod } from "../../model/values.ts";
import type { Atom } from "./atoms.ts";
import { figureOf, type NumberReading, readNumber, readPhrase } from "./number.ts";

type Atoms = readonly Atom[];

/** Numbers with what stands before them: approximator, money sign; a range is one amount. Atoms `[at, end)`. */
export interface Amount {
  readonly end: number;
  readonly low: number | null;
  readonly high: number | null;
  /** Only a least value is known ("dozens"), or none ("several"). */
  readonly open: boolean;
  readonly figures: boolean;
  readonly mod: QuantityMod;
  /** The money sign, where one stands there. */
  readonly sign: UnitEntry | null;
  readonly rule: string;
}

interface Single {
  readonly number: NumberReading;
  readonly sign: UnitEntry | null;
  readonly end: number;
}

/** Reads an amount at an atom: "up to $3 trillion", "between 5 and 7", "$5-7 million", "10 to 20". Null where none begins. */
export function readAmount(atoms: Atoms, at: number, lexicon: UnitLexicon): Amount | null {
  const before = readPhrase(atoms, at, lexicon.numbers.before);
  const start = before?.end ?? at;
  if (atoms[start]?.text === "between") return readBetween(atoms, start, lexicon);
  const first = readSingle(atoms, start, lexicon);
  if (first === null) return null;
  const mod = before === null || before.value === "exact" ? null : (before.value as QuantityMod);
  // "from $30 to $45" is a change from one to the other, no range.
  const second = atoms[at - 1]?.text === "from" ? null : rangeEnd(atoms, first, lexicon);
  const amount = second === null ? single(first, mod) : range(first, second, mod);
  const after = atoms[amount.end]?.text === "or" ? readPhrase(atoms, amount.end, lexicon.numbers.after) : null;
  return after === null || mod !== null ? amount : { ...amount, end: after.end, mod: after.value as QuantityMod };
}

function readSingle(atoms: Atoms, at: number, lexicon: UnitLexicon): Single | null {
  const sign = signAt(atoms, at, lexicon);
  const number = readNumber(atoms, sign?.end ?? at, lexicon.numbers);
  if (number === null || (sign !== null && number.low === null)) return null;
  return { number, sign: sign?.entry ?? null, end: number.end };
}

// "US$", "C$" are a word and a mark to the atoms.
function signAt(atoms: Atoms, at: number, lexicon: UnitLexicon): { end: number; entry: UnitEntry } | null {
  const found = readPhrase(atoms, at, lexicon.signs);
  if (found === null) return null;
  // A code in letters needs a figure after it ("rs", "eur").
  if (atoms[found.end - 1]!.kind === "word" && atoms[found.end]?.kind !== "number") return null;
  return { end: found.end, entry: found.value };
}

function single({ number, sign, end }: Single, mod: QuantityMod): Amount {
  return { end, low: number.low, high: number.high, open: number.open, figures: number.figures, mod, sign, rule: number.rule };
}

function rangeEnd(atoms: Atoms, first: Single, lexicon: UnitLexicon): Single | null {
  const join = atoms[first.end]?.text;
  if (join !== "to" && join !== "or" && join !== "-") return null;
  if (first.number.open) return null;
  const second = readSingle(atoms, first.end + 1, lexicon);
  if (second === null || second.number.open || second.number.low === null) return null;
  // "20-30-40" and "555-1234" are no ranges.
  if (join === "-" && atoms[second.end]?.text === "-" && atoms[second.end + 1]?.kind === "number") return null;
  return isAscending(first, second) ? second : null;
}

const leastOf = (single: Single): number => single.number.low ?? 0;

// "10 to 20 million": the scale stands once for both.
function sharedScale(first: Single, second: Single): number {
  const { scale } = second.number;
  return first.number.scale === 1 && leastOf(first) < 1000 && scale >= 1000 ? scale : 1;
}

function isAscending(first: Single, second: Single): boolean {
  return leastOf(first) * sharedScale(first, second) < leastOf(second);
}

function range(first: Single, second: Single, mod: QuantityMod): Amount {
  return {
    end: second.end,
    low: leastOf(first) * sharedScale(first, second),
    high: leastOf(second),
    open: false,
    figures: first.number.figures,
    mod,
    sign: first.sign ?? second.sign,
    rule: "number/range",
  };
}

function readBetween(atoms: Atoms, at: number, lexicon: UnitLexicon): Amount | null {
  const first = readSingle(atoms, at + 1, lexicon);
  if (first === null || first.number.open || first.number.low === null) return null;
  const unit = readPhrase(atoms, first.end, lexicon.units);
  const join = atoms[unit?.end ?? first.end]?.text;
  if (join !== "and") return null;
  const second = readSingle(atoms, (unit?.end ?? first.end) + 1, lexicon);
  if (second === null || second.number.open || second.number.low === null || !isAscending(first, second)) return null;
  return range(first, second, null);
}

/** The unit that stands at an atom, after a hyphen too ("5-kilometre"), or null. */
export function unitAt(atoms: Atoms, at: number, lexicon: UnitLexicon): { end: number; entry: UnitEntry } | null {
  const hyphen = atoms[at]?.text === "-" && atoms[at]!.glued ? 1 : 0;
  const of = atoms[at]?.text === "of" ? 1 : 0;
  const found = readPhrase(atoms, at + hyphen + of, lexicon.units);
  return found === null ? null : { end: found.end, entry: found.value };
}

/** True where the atom is a figure of four digits that reads as a year. */
export function looksLikeYear(atom: Atom | undefined): boolean {
  const value = figureOf(atom);
  return value !== null && atom!.text.length === 4 && value >= 1500 && value <= 2100;
}
