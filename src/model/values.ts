import type { Span } from "./span.ts";

/** What a time was resolved by. */
export type TimeBasis = "explicit" | "publication" | "narrative" | "event" | "era" | "unresolved";

/** A time expression (TimeML TIMEX3). Offsets in the article's text. */
export interface Time extends Span {
  /** Article id. */
  readonly article: string;
  readonly type: "DATE" | "TIME" | "DURATION" | "SET";
  /** EDTF (`2025-03`, `2025-03-21/2025-03-25`) or an ISO duration; null where unresolved. */
  readonly value: string | null;
  /** TIMEX3 mod: START, MID, END, APPROX, BEFORE, AFTER, MORE_THAN, LESS_THAN, EQUAL_OR_MORE, EQUAL_OR_LESS; or null. */
  readonly mod: string | null;
  readonly basis: TimeBasis;
  readonly rule: string;
}

/** How exactly a number is meant: `about` 20, `at least` 20 … null for plain. */
export type QuantityMod = "about" | "at-least" | "at-most" | "more-than" | "less-than" | "almost" | null;

/** A number with its unit. Offsets in the article's text. */
export interface Quantity extends Span {
  /** Article id. */
  readonly article: string;
  readonly kind: "money" | "area" | "mass" | "length" | "volume" | "percent" | "duration" | "count" | "other";
  /** Lower and upper bound; null on an open side ("more than 5": low 5, high null; "several": both null). */
  readonly low: number | null;
  readonly high: number | null;
  /** ISO 4217 code, UCUM-like unit (`ha`, `km`, `t`, `%`), or the counted noun's lemma. */
  readonly unit: string | null;
  readonly mod: QuantityMod;
  /** The quantity this one is compared to ("compared to 232 thousand in 2022"), as an index into the same list, or null. */
  readonly comparedTo: number | null;
  readonly rule: string;
}
