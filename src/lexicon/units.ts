import { readFileSync } from "node:fs";
import type { Quantity } from "../model/values.ts";
import { type NumberWords, readNumberWords } from "./numbers.ts";
import { readRows } from "./rows.ts";

/** A unit a number may stand with. */
export interface UnitEntry {
  readonly kind: Quantity["kind"];
  readonly unit: string;
  /** What one of it is in the unit ("cents": 0.01 of USD). */
  readonly factor: number;
}

/** Words of quantity, lower case, as data/units.tsv lists them. */
export interface UnitLexicon {
  readonly numbers: NumberWords;
  /** Money signs and codes that stand beside a number: "€" → EUR. */
  readonly signs: ReadonlyMap<string, UnitEntry>;
  readonly units: ReadonlyMap<string, UnitEntry>;
  /** Units of time: "years" → "year". */
  readonly times: ReadonlyMap<string, string>;
  /** Words that make a number after them a name ("Article 5"). */
  readonly labels: ReadonlySet<string>;
  /** Words between a quantity and the one it is compared to. */
  readonly comparisons: ReadonlyMap<string, string>;
}

/** Builds the lexicon from the text of data/units.tsv, data/times.tsv (its units) and data/units-numbers.tsv. */
export function readUnitLexicon(units: string, times: string, numbers: string): UnitLexicon {
  const rows = readRows(units);
  const entry = (kind: string, r: readonly string[]): [string, UnitEntry] => [
    r[1]!,
    { kind: kind as Quantity["kind"], unit: r[2]!, factor: Number(r[3]) },
  ];
  const plain = rows.filter((r) => !["sign", "label", "compare"].includes(r[0]!));
  return {
    numbers: readNumberWords(numbers),
    signs: new Map(rows.filter((r) => r[0] === "sign").map((r) => entry("money", r))),
    units: new Map(plain.map((r) => entry(r[0]!, r))),
    times: new Map(
      readRows(times)
        .filter((r) => r[0] === "unit")
        .map((r) => [r[1]!, r[2]!]),
    ),
    labels: new Set(rows.filter((r) => r[0] === "label").map((r) => r[1]!)),
    comparisons: new Map(rows.filter((r) => r[0] === "compare").map((r) => [r[1]!, r[2]!])),
  };
}

/** Reads the lexicon from a data folder (default: the package's own). */
export function loadUnitLexicon(folder: URL = new URL("../../data/", import.meta.url)): UnitLexicon {
  const read = (name: string): string => readFileSync(new URL(name, folder), "utf8");
  return readUnitLexicon(read("units.tsv"), read("times.tsv"), read("units-numbers.tsv"));
}
