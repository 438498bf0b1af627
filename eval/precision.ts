import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { loadTools } from "../src/pipeline/tools.ts";
import { type Drawn, drawSentences, drawStatements, readDay } from "./precision/draw.ts";
import { parseVerdicts, scoreVerdicts } from "./precision/verdicts.ts";
import type { Score } from "./score.ts";

const DRAWN = 640;
const SENTENCES = 180;

/**
 * Statements of a held-out quarter of a day of news drawn by lot and judged by hand against their sentences (gold/precision.tsv), and
 * sentences drawn by lot of which those that tell no event between parties were picked by hand. DEMARCHE_DRAW=statements, =sentences or both prints the draw of
 * today, with the words to judge, on stderr.
 */
export async function run(goldPath: string): Promise<Score> {
  const verdicts = parseVerdicts(readFileSync(fileURLToPath(new URL("gold/precision.tsv", import.meta.url)), "utf8"));
  const wanted = process.env["DEMARCHE_DRAW"];
  if (!existsSync(goldPath)) return { task: "precision", figures: {}, notes: [`skipped: no data at ${goldPath}`] };
  const only = wanted ? null : new Set(verdicts.map((v) => v.article));
  const day = await readDay(goldPath, loadTools(), only);
  if (wanted?.includes("statements")) print(drawStatements(day, DRAWN));
  if (wanted?.includes("sentences")) print(drawSentences(day, SENTENCES));
  return { task: "precision", ...scoreVerdicts(day, verdicts) };
}

/** One judged thing in three lines: where it stands, its reading, its words. */
function print(drawn: readonly Drawn[]): void {
  for (const one of drawn) console.error(`${one.id}\n  ${one.reading}\n  ${one.words}`);
}
