import type { Doc, NameSpan } from "../../model/doc.ts";

/** The smallest piece a number or time grammar reads: a run of letters, a run of digits, or one mark. UTF-16 offsets in the text. */
export interface Atom {
  readonly start: number;
  readonly end: number;
  /** Lower case, without the dots of an abbreviation ("p.m." is `pm`, "Sept." is `sept`). */
  readonly text: string;
  /** The Doc token it lies in. */
  readonly token: number;
  /** True where no white space stands before it. */
  readonly glued: boolean;
  readonly kind: "word" | "number" | "mark";
}

const LETTER = /\p{L}|\p{M}/u;
const isDigit = (c: string | undefined): boolean => c !== undefined && c >= "0" && c <= "9";
const isApostrophe = (c: string | undefined): boolean => c === "'" || c === "’";

// Tokenisers disagree about hyphens, "10m" and "$5"; grammars that read atoms need not care.
/** Cuts the tokens of a Doc into atoms, in order. Linear in the text. */
export function readAtoms(doc: Doc): readonly Atom[] {
  const atoms: Atom[] = [];
  for (let token = 0; token < doc.length; token += 1) {
    const start = doc.start[token]!;
    const end = doc.end[token]!;
    for (let at = start; at < end; ) {
      const next = endOfAtom(doc.text, at, end);
      const glued = at > 0 && atoms.length > 0 && atoms[atoms.length - 1]!.end === at;
      atoms.push(makeAtom(doc.text, at, next, token, glued));
      at = next;
    }
  }
  return atoms;
}

function makeAtom(text: string, start: number, end: number, token: number, glued: boolean): Atom {
  const raw = text.slice(start, end);
  if (isDigit(raw[0])) return { start, end, text: raw, token, glued, kind: "number" };
  if (!isLetter(raw)) return { start, end, text: raw === "–" || raw === "—" || raw === "‑" ? "-" : raw, token, glued, kind: "mark" };
  return { start, end, text: raw.toLowerCase().replaceAll(".", "").replaceAll("’", "'"), token, glued, kind: "word" };
}

function isLetter(raw: string): boolean {
  return LETTER.test(raw) && (LETTER.test(raw[0]!) || isApostrophe(raw[0]) || raw.length === 2);
}

function endOfAtom(text: string, at: number, end: number): number {
  if (isDigit(text[at])) return endOfNumber(text, at, end);
  let i = at;
  // A clitic ("'s") stays whole; an opening mark before a word does not.
  if (isApostrophe(text[i]) && i + 1 < end && LETTER.test(text[i + 1]!) && end - i <= 3) i += 1;
  const first = i;
  while (i < end) {
    if (LETTER.test(text[i]!)) i += 1;
    else if (i > first && i + 1 < end && (isApostrophe(text[i]) || text[i] === ".") && LETTER.test(text[i + 1]!)) i += 1;
    else break;
  }
  if (i === first) return at + (text.codePointAt(at)! > 0xffff ? 2 : 1);
  return i + 1 === end && text[i] === "." ? i + 1 : i;
}

function endOfNumber(text: string, at: number, end: number): number {
  let i = at;
  while (i < end) {
    if (isDigit(text[i])) i += 1;
    else if ((text[i] === "," || text[i] === ".") && i + 1 < end && isDigit(text[i + 1])) i += 1;
    else break;
  }
  return i;
}

/** The name a token stands in, or null. Names are ordered and disjoint, so a few steps find it. */
export function nameAt({ names }: Doc, token: number): NameSpan | null {
  let [low, high] = [0, names.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const name = names[middle]!;
    if (token < name.first) high = middle - 1;
    else if (token >= name.end) low = middle + 1;
    else return name;
  }
  return null;
}
