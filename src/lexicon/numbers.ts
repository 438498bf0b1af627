import { parseTable, readData } from "./table.ts";

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

/** The words of data/units-numbers.tsv. */
export function loadNumberWords(): NumberWords {
  const rows = parseTable(readData("units-numbers.tsv"), "units-numbers.tsv");
  const words = (kind: string): Map<string, string> =>
    new Map(rows.filter((r) => r["kind"] === kind).map((r) => [r["word"]!, r["value"]!]));
  const values = (kind: string): Map<string, number> => new Map([...words(kind)].map(([word, value]) => [word, Number(value)]));
  return {
    cardinals: values("cardinal"),
    ordinals: values("ordinal"),
    scales: values("scale"),
    plurals: values("plural"),
    vague: words("vague"),
    fractions: values("fraction"),
    before: words("before"),
    after: words("after"),
  };
}
