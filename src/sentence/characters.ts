/** What a UTF-16 code unit is to the scanner. Surrogates count as letters, so that a pair is never cut. */
export type CharacterKind = "space" | "letter" | "digit" | "mark";

const LETTER = /[\p{L}\p{M}\p{N}\p{Cs}\p{Cf}\p{Co}\p{Cn}]/u;
const cache = new Map<number, CharacterKind>();

/** The kind of the code unit; NaN (past the end) is a space. */
export function kindOf(unit: number): CharacterKind {
  if (unit >= 97 && unit <= 122) return "letter";
  if (unit >= 65 && unit <= 90) return "letter";
  if (unit >= 48 && unit <= 57) return "digit";
  if (isSpace(unit)) return "space";
  if (unit < 128) return "mark";
  const known = cache.get(unit);
  if (known) return known;
  const kind = LETTER.test(String.fromCharCode(unit)) ? "letter" : "mark";
  cache.set(unit, kind);
  return kind;
}

/** White space as `String.prototype.trim` sees it; NaN too. */
export function isSpace(unit: number): boolean {
  return (
    unit === 32 ||
    (unit >= 9 && unit <= 13) ||
    unit === 160 ||
    unit === 0x1680 ||
    (unit >= 0x2000 && unit <= 0x200a) ||
    unit === 0x2028 ||
    unit === 0x2029 ||
    unit === 0x202f ||
    unit === 0x205f ||
    unit === 0x3000 ||
    unit === 0xfeff ||
    Number.isNaN(unit)
  );
}

/** True for a letter or a digit. */
export function isWord(unit: number): boolean {
  const kind = kindOf(unit);
  return kind === "letter" || kind === "digit";
}

/** True for a letter that has a lower case other than itself. */
export function isUpper(unit: number): boolean {
  if (unit < 128) return unit >= 65 && unit <= 90;
  const c = String.fromCharCode(unit);
  return c.toLowerCase() !== c;
}

/** ', ’ and ‘, which all serve as apostrophes. */
export function isApostrophe(unit: number): boolean {
  return unit === 39 || unit === 0x2019 || unit === 0x2018;
}
