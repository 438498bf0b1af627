import { readFileSync } from "node:fs";
import { parseTable } from "../src/lexicon/table.ts";
import { loadTimeLexicon } from "../src/lexicon/times.ts";
import { loadUnitLexicon } from "../src/lexicon/units.ts";
import { findQuantities } from "../src/mention/quantity/find.ts";
import { findTimes } from "../src/mention/time/find.ts";
import type { Doc } from "../src/model/doc.ts";
import type { Quantity } from "../src/model/values.ts";
import { readDoc } from "../src/sentence/read.ts";
import { shippedCore } from "./parse.ts";
import type { Score } from "./score.ts";

interface Row {
  readonly sentence: string;
  readonly expression: string;
  readonly reading: string;
}

const print = (kind: string, low: unknown, high: unknown, unit: unknown, mod: unknown): string =>
  [kind, low ?? "", high ?? "", unit ?? "", mod ?? ""].join(" ");
const printed = (q: Quantity): string => print(q.kind, q.low, q.high, q.unit, q.mod);

function readGold(path: string): readonly Row[] {
  const text = (row: Readonly<Record<string, string>>, column: string): string => row[column] ?? "";
  return parseTable(readFileSync(path, "utf8"), path).map((row) => ({
    sentence: text(row, "sentence"),
    expression: text(row, "expression"),
    reading: print(text(row, "kind"), text(row, "low"), text(row, "high"), text(row, "unit"), text(row, "mod")),
  }));
}

/** Scores quantities against rows of sentence, expression and reading: right is a span that overlaps with kind, bounds, unit and mod all equal. */
export function scoreQuantities(path: string, read: (text: string) => Doc): { figures: Record<string, number>; misses: readonly string[] } {
  const [units, times] = [loadUnitLexicon(), loadTimeLexicon()];
  const bySentence = new Map<string, Row[]>();
  for (const row of readGold(path)) bySentence.set(row.sentence, [...(bySentence.get(row.sentence) ?? []), row]);
  const sum = { gold: 0, got: 0, right: 0, found: 0 };
  const misses: string[] = [];
  for (const [sentence, rows] of bySentence) {
    const doc = read(sentence);
    const got = findQuantities(doc, "gold", findTimes(doc, { id: "gold", published: "2025-05-05" }, times), units);
    sum.got += got.length;
    for (const row of rows.filter((r) => r.expression !== "")) {
      sum.gold += 1;
      const start = sentence.indexOf(row.expression);
      const near = got.filter((q) => q.start < start + row.expression.length && start < q.end);
      if (near.length > 0) sum.found += 1;
      if (near.some((q) => printed(q) === row.reading)) sum.right += 1;
      else misses.push(`${row.expression}: wanted ${row.reading}; got ${near.map(printed).join(" | ") || "nothing"}`);
    }
    if (rows[0]!.expression === "" && got.length > 0) misses.push(`none in: ${sentence}; got ${got.map(printed).join(" | ")}`);
  }
  const f1 = (hits: number): number => (2 * hits) / (sum.got + sum.gold);
  return { figures: { right: f1(sum.right), found: f1(sum.found), phrases: sum.gold }, misses };
}

/** Scores quantities on our own gold; the misses are told as notes. */
export async function run(goldPath: string): Promise<Score> {
  const core = shippedCore();
  const { figures, misses } = scoreQuantities(goldPath, (text) => readDoc(text, core, { parse: () => true }));
  return { task: "quantity", figures, notes: misses };
}
