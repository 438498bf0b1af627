const QUOTES = new Map([
  ["‘", "'"],
  ["’", "'"],
  ["‚", "'"],
  ["‛", "'"],
  ["“", '"'],
  ["”", '"'],
  ["„", '"'],
  ["‟", '"'],
  ["«", '"'],
  ["»", '"'],
  ["``", '"'],
  ["''", '"'],
  ["—", "--"],
  ["…", "..."],
  ["´", "'"],
  ["`", "'"],
]);
const LOOKS_LIKE_APOSTROPHE = /[‘’‚‛´`]/g;
const HASHED_KINDS = 5;

/** A word form as the model sees it: rows in its tables, computed like training/features.py does, on UTF-16 code units. */
export interface FormFeatures {
  /** Key of the pretrained vectors: normal, lower case. */
  readonly vectorKey: string;
  /** Key of the trained words: the same with every digit a 0. */
  readonly wordKey: string;
  /** Rows in the five hashed tables: prefix of 3, suffixes of 3 and 2, shape, first letter with suffix of 4. */
  readonly hashed: readonly number[];
}

/** One spelling for quotes and dashes. */
export function normalForm(form: string): string {
  return QUOTES.get(form) ?? form.replace(LOOKS_LIKE_APOSTROPHE, "'");
}

/** FNV-1a over 16-bit units, 32 bits wide, modulo `size`. */
export function bucket(text: string, seed: number, size: number): number {
  let value = 2166136261 ^ Math.imul(seed, 0x9e3779b1);
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 16777619);
  value ^= value >>> 15;
  return (value >>> 0) % size;
}

/** X upper, x lower, d digit, o other letter, anything else itself; runs cut to two; the first 24 units. */
export function shape(text: string): string {
  let out = "";
  for (let i = 0; i < text.length && i < 24; i++) {
    const kind = shapeOf(text.charCodeAt(i), text[i] as string);
    if (out.length < 2 || out[out.length - 1] !== kind || out[out.length - 2] !== kind) out += kind;
  }
  return out;
}

function shapeOf(unit: number, c: string): string {
  if (unit >= 97 && unit <= 122) return "x";
  if (unit >= 65 && unit <= 90) return "X";
  if (unit >= 48 && unit <= 57) return "d";
  if (unit < 128) return c;
  if (unit >= 0xd800 && unit <= 0xdfff) return "o";
  if (c.toLowerCase() !== c) return "X";
  if (c.toUpperCase() !== c) return "x";
  return unit > 0x2ff ? "o" : c;
}

/** The features of a form; `sizes` are the row counts of the five hashed tables. */
export function featuresOf(form: string, sizes: readonly number[]): FormFeatures {
  const normal = normalForm(form);
  const low = normal.toLowerCase();
  const parts = [low.slice(0, 3), low.slice(-3), low.slice(-2), shape(normal), low.slice(0, 1) + low.slice(-4)];
  const hashed: number[] = [];
  for (let kind = 0; kind < HASHED_KINDS; kind++) hashed.push(bucket(parts[kind] as string, kind, sizes[kind] as number));
  return { vectorKey: low, wordKey: low.replace(/[0-9]/g, "0"), hashed };
}
