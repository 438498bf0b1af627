import type { Quantity } from "../model/values.ts";
import { loadNumberWords, type NumberWords } from "./numbers.ts";
import { parseTable, readData } from "./table.ts";

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

/** The words of data/units.tsv, and the units of data/times.tsv. */
export function loadUnitLexicon(): UnitLexicon {
  const rows = parseTable(readData("units.tsv"), "units.tsv");
  const times = parseTable(readData("times.tsv"), "times.tsv").filter((r) => r["kind"] === "unit");
  const of = (kind: string): readonly Readonly<Record<string, string>>[] => rows.filter((r) => r["kind"] === kind);
  const entry = (kind: string, row: Readonly<Record<string, string>>): [string, UnitEntry] => [
    row["word"]!,
    { kind: kind as Quantity["kind"], unit: row["unit"]!, factor: Number(row["factor"]) },
  ];
  const units = rows.filter((r) => !["sign", "label", "compare"].includes(r["kind"]!));
  return {
    numbers: loadNumberWords(),
    signs: new Map(of("sign").map((r) => entry("money", r))),
    units: new Map(units.map((r) => entry(r["kind"]!, r))),
    times: new Map(times.map((r) => [r["word"]!, r["value"]!])),
    labels: new Set(of("label").map((r) => r["word"]!)),
    comparisons: new Map(of("compare").map((r) => [r["word"]!, r["unit"]!])),
  };
}
