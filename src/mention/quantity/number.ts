import type { NumberWords } from "../../lexicon/numbers.ts";
import type { Atom } from "./atoms.ts";

/** A number as read: `[first, end)` in atoms; both bounds null for "several". */
export interface NumberReading {
  readonly end: number;
  readonly low: number | null;
  readonly high: number | null;
  /** True for "dozens", "millions": only a least value is known. */
  readonly open: boolean;
  /** True where the number is written in figures. */
  readonly figures: boolean;
  /** The factor of the scale words read ("million" 1e6), 1 without any. */
  readonly scale: number;
  readonly rule: string;
}

type Atoms = readonly Atom[];
interface Part {
  readonly end: number;
  readonly value: number;
  readonly scale?: number;
}

const PLAIN = /^(?:\d+|\d{1,3}(?:,\d{2,3})+)(?:\.\d+)?$/;

/** The longest phrase of a table that stands at an atom, as its end and value. Phrases have at most five words. */
export function readPhrase<T>(atoms: Atoms, at: number, table: ReadonlyMap<string, T>): { end: number; value: T } | null {
  if (!firstWords(table).has(atoms[at]?.text ?? "")) return null;
  let text = "";
  let best: { end: number; value: T } | null = null;
  for (let i = at; i < atoms.length && i < at + 7; i += 1) {
    const atom = atoms[i]!;
    text += i === at || atom.glued ? atom.text : ` ${atom.text}`;
    const value = table.get(text);
    if (value !== undefined) best = { end: i + 1, value };
  }
  return best;
}

// Most atoms begin no phrase; the tables never change, so their first words are kept.
const FIRST = new WeakMap<object, ReadonlySet<string>>();

function firstWords(table: ReadonlyMap<string, unknown>): ReadonlySet<string> {
  const known = FIRST.get(table);
  if (known) return known;
  const made = new Set([...table.keys()].map((phrase) => /^(?:[\p{L}\p{M}']+|\d+|.)/u.exec(phrase)![0]));
  FIRST.set(table, made);
  return made;
}

/** Reads the number that begins at an atom: "1.4 million", "two and a half", "dozens", "several", "hundreds of thousands". Null where none does. */
export function readNumber(atoms: Atoms, at: number, words: NumberWords): NumberReading | null {
  return (
    readVague(atoms, at, words) ??
    readPlural(atoms, at, words) ??
    readFigures(atoms, at, words) ??
    readHalf(atoms, at, words) ??
    readWords(atoms, at, words)
  );
}

/** The value of an atom in figures ("12,800" → 12800), or null. */
export function figureOf(atom: Atom | undefined): number | null {
  if (atom?.kind !== "number" || !PLAIN.test(atom.text)) return null;
  const value = Number(atom.text.replaceAll(",", ""));
  return Number.isFinite(value) ? value : null;
}

function plain(part: Part, figures: boolean, rule: string): NumberReading {
  return { end: part.end, low: part.value, high: part.value, open: false, figures, scale: part.scale ?? 1, rule };
}

function readVague(atoms: Atoms, at: number, words: NumberWords): NumberReading | null {
  const found = readPhrase(atoms, at, words.vague);
  if (found === null) return null;
  // "several hundred", "a few thousand": the scale gives a least value.
  const scale = words.scales.get(atoms[found.end]?.text ?? "");
  if (scale !== undefined && atoms[found.end]!.text.length > 3) {
    return { end: found.end + 1, low: 2 * scale, high: null, open: true, figures: false, scale: 1, rule: "number/vague-scale" };
  }
  return { end: found.end, low: null, high: null, open: true, figures: false, scale: 1, rule: "number/vague" };
}

function readPlural(atoms: Atoms, at: number, words: NumberWords): NumberReading | null {
  const first = words.plurals.get(atoms[at]?.text ?? "");
  if (first === undefined) return null;
  let low = first;
  let end = at + 1;
  while (atoms[end]?.text === "of" && words.plurals.has(atoms[end + 1]?.text ?? "")) {
    low *= words.plurals.get(atoms[end + 1]!.text)! / 2;
    end += 2;
  }
  return { end, low, high: null, open: true, figures: false, scale: 1, rule: "number/plural" };
}

// A single letter is a scale only where it is glued to the figures ("10m", not "10 m").
function readScales(atoms: Atoms, part: Part, words: NumberWords): Part {
  let { end, value } = part;
  for (let i = end; i < end + 3 && i < atoms.length; i += 1) {
    const hyphen = atoms[i]!.text === "-" && atoms[i]!.glued ? 1 : 0;
    const atom = atoms[i + hyphen];
    const scale = atom && words.scales.get(atom.text);
    if (!atom || !scale || (atom.text.length === 1 && !atom.glued)) break;
    value *= scale;
    i += hyphen;
    end = i + 1;
  }
  // Sums of decimals such as 12.8 × 1000 come out a hair off.
  const scale = value / part.value || 1;
  return { end, value: Number(value.toPrecision(15)), scale };
}

function readFigures(atoms: Atoms, at: number, words: NumberWords): NumberReading | null {
  const value = figureOf(atoms[at]);
  if (value === null) return null;
  const fraction = readSlash(atoms, at + 1);
  if (fraction !== null && !atoms[at + 1]!.glued) return plain({ end: fraction.end, value: value + fraction.value }, true, "number/mixed");
  const alone = readSlash(atoms, at);
  if (alone !== null) return plain(alone, true, "number/fraction");
  return plain(readScales(atoms, { end: at + 1, value }, words), true, "number/figures");
}

// "3/8": a proper fraction, never a date such as 10/27/89.
function readSlash(atoms: Atoms, at: number): Part | null {
  const over = figureOf(atoms[at]);
  const under = atoms[at + 1]?.text === "/" && atoms[at + 1]!.glued ? figureOf(atoms[at + 2]) : null;
  if (over === null || under === null || over >= under || under > 64 || atoms[at + 3]?.text === "/") return null;
  return { end: at + 3, value: over / under };
}

// "half a million", "a quarter of a million", "half the"; "a half".
function readHalf(atoms: Atoms, at: number, words: NumberWords): NumberReading | null {
  const skip = atoms[at]?.text === "a" || atoms[at]?.text === "one" ? 1 : 0;
  const fraction = words.fractions.get(atoms[at + skip]?.text ?? "");
  if (fraction === undefined) return null;
  let i = at + skip + 1;
  if (atoms[i]?.text === "of") i += 1;
  if (atoms[i]?.text !== "a" && fraction === 0.5) i = at + skip + 1;
  else if (atoms[i]?.text !== "a") return null;
  if (atoms[i]?.text === "-") i += 1;
  const scale = words.scales.get(atoms[i + (atoms[i]?.text === "a" ? 1 : 0)]?.text ?? "");
  if (scale === undefined) return null;
  return plain({ end: i + (atoms[i]!.text === "a" ? 2 : 1), value: fraction * scale }, false, "number/half");
}

function readWords(atoms: Atoms, at: number, words: NumberWords): NumberReading | null {
  const part = readCardinal(atoms, at, words);
  if (part === null) return null;
  const half = readAndAHalf(atoms, part, words);
  return plain(half, false, "number/words");
}

// "two and a half million": the half belongs before the scale.
function readAndAHalf(atoms: Atoms, part: Part, words: NumberWords): Part {
  const [and, a, half] = [atoms[part.end]?.text, atoms[part.end + 1]?.text, words.fractions.get(atoms[part.end + 2]?.text ?? "")];
  if (and !== "and" || (a !== "a" && a !== "one" && a !== "three") || half === undefined) return part;
  return readScales(atoms, { end: part.end + 3, value: part.value + (a === "three" ? 3 * half : half) }, words);
}

function readCardinal(atoms: Atoms, at: number, words: NumberWords): Part | null {
  let i = at;
  let total = 0;
  let group = 0;
  let seen = false;
  let scale = 1;
  if ((atoms[i]?.text === "a" || atoms[i]?.text === "one") && isScale(atoms[i + 1], words)) {
    group = 1;
    i += 1;
  }
  for (let steps = 0; i < atoms.length && steps < 16; steps += 1) {
    const join = seen && (atoms[i]!.text === "-" || atoms[i]!.text === "and") ? 1 : 0;
    const text = atoms[i + join]?.text ?? "";
    const value = words.cardinals.get(text);
    const factor = isScale(atoms[i + join], words) ? words.scales.get(text) : undefined;
    if (value !== undefined && fits(group, value, join === 1, atoms[i]!.text)) group += value;
    else if (factor !== undefined && (seen || group === 1) && join === 0) {
      scale = factor;
      if (factor === 100) group *= 100;
      else {
        total = (total + group) * factor;
        group = 0;
      }
    } else break;
    seen = true;
    i += join + 1;
  }
  return seen ? { end: i, value: total + group, scale } : null;
}

function isScale(atom: Atom | undefined, words: NumberWords): boolean {
  return atom !== undefined && atom.text.length > 2 && words.scales.has(atom.text);
}

// "twenty five", "hundred and five", never "two three" nor "five and six".
function fits(group: number, value: number, joined: boolean, join: string): boolean {
  if (group === 0) return !joined;
  if (group % 100 === 0) return value < 100 && (!joined || join === "and");
  return group % 10 === 0 && group % 100 >= 20 && value < 10 && value > 0 && join !== "and";
}
