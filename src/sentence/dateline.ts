import type { TokenSpans } from "./scanner.ts";

/** Some wires end a dateline with an underscore: "LIMA, Peru (AP)_ Rebels left." */
const DASHES = new Set(["-", "–", "—", "--", "_"]);
/** Tokens a dateline may have, its dash included. */
const LONGEST = 14;

/** True where the tokens `[first, dash]` are a dateline: a place in capitals, perhaps a date or an agency in brackets, and a dash; or the agency's credit alone: "(Harbour News) -". */
export function isDateline(text: string, tokens: TokenSpans, first: number, dash: number): boolean {
  if (dash - first > LONGEST || dash <= first || !DASHES.has(text.slice(tokens.start[dash], tokens.end[dash]))) return false;
  if (first > 0 && !text.slice(tokens.end[first - 1], tokens.start[first]).includes("\n")) return false;
  // "X-ray": a dateline's dash stands between spaces, or right behind a bracket.
  const bracket = text.slice(tokens.start[dash - 1], tokens.end[dash - 1]) === ")";
  if ((tokens.start[dash] === tokens.end[dash - 1] && !bracket) || tokens.start[dash + 1] === tokens.end[dash]) return false;
  const words = Array.from({ length: dash - first }, (_, i) => text.slice(tokens.start[first + i], tokens.end[first + i]));
  if (isCredit(words)) return true;
  const place = words.findIndex((w) => !/^\p{Lu}[\p{Lu}.'’-]+$/u.test(w));
  const rest = place < 0 ? [] : words.slice(place);
  if (place === 0 || words[0]!.length < 3) return false;
  return rest.every((w, i) => /^[,()./]$/.test(w) || /^\d{1,4}$/.test(w) || /^\p{Lu}/u.test(w) || (i > 0 && w.length <= 3));
}

/** "(Harbour News)", "Lima (Harbour News)": names in capitals, the last in brackets. */
function isCredit(words: readonly string[]): boolean {
  const open = words.indexOf("(");
  if (open < 0 || open > 3 || words.at(-1) !== ")" || words.length - open < 3) return false;
  return words.every((w, i) => i === open || i === words.length - 1 || w === "," || /^\p{Lu}/u.test(w));
}
