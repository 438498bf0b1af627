import { readRows } from "./rows.ts";

/** Words of number, lower case. */
export interface NumberWords {
  /** "seven" → 7, "forty" → 40. */
  readonly cardinals: ReadonlyMap<string, number>;
  /** "seventh" → 7. */
  readonly ordinals: ReadonlyMap<string, number>;
  /** "million", "bn" → factor. */
  readonly scales: ReadonlyMap<string, number>;
  /** "dozens" → 24: the least that the plural can mean. */
  readonly plurals: ReadonlyMap<string, number>;
  /** "several", "a few": a number without a figure. */
  readonly vague: ReadonlyMap<string, string>;
  /** "half" → 0.5. */
  readonly fractions: ReadonlyMap<string, number>;
  /** Approximators before a number: "more than" → `more-than`. */
  readonly before: ReadonlyMap<string, string>;
  /** Approximators after it: "or more" → `at-least`. */
  readonly after: ReadonlyMap<string, string>;
}

/** Reads the rows `kind, word, value` of data/units-numbers.tsv. */
export function readNumberWords(table: string): NumberWords {
  const rows = readRows(table);
  const of = (kind: string): Map<string, number> => new Map(rows.filter((r) => r[0] === kind).map((r) => [r[1]!, Number(r[2])]));
  const words = (kind: string): Map<string, string> => new Map(rows.filter((r) => r[0] === kind).map((r) => [r[1]!, r[2] ?? ""]));
  return {
    cardinals: of("cardinal"),
    ordinals: of("ordinal"),
    scales: of("scale"),
    plurals: of("plural"),
    vague: words("vague"),
    fractions: of("fraction"),
    before: words("before"),
    after: words("after"),
  };
}
