import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { loadTools } from "../src/pipeline/tools.ts";
import { type Drawn, drawSentences, drawStatements, isHeldOut, readDay } from "./precision/draw.ts";
import { parseVerdicts, scoreVerdicts } from "./precision/verdicts.ts";
import type { Score } from "./score.ts";

/** Statements drawn of the whole day and of its held-out quarter, and sentences drawn of the latter. */
const DAY = 200;
const DRAWN = 640;
const SENTENCES = 180;

/**
 * Statements of a day of news drawn by lot, from all of it and from a quarter that was held out, judged by hand against their sentences (gold/precision.tsv), and
 * sentences drawn by lot of which those that tell no event between parties were picked by hand. DEMARCHE_DRAW=day, =statements, =sentences or several of them
 * prints the draw of today, with the words to judge, on stderr.
 */
export async function run(goldPath: string): Promise<Score> {
  const verdicts = parseVerdicts(readFileSync(fileURLToPath(new URL("gold/precision.tsv", import.meta.url)), "utf8"));
  const wanted = process.env["DEMARCHE_DRAW"];
  if (!existsSync(goldPath)) return { task: "precision", figures: {}, notes: [`skipped: no data at ${goldPath}`] };
  const tools = loadTools();
  const judged = new Set(verdicts.map((v) => v.article));
  if (wanted?.includes("day")) print(drawStatements(await readDay(goldPath, tools, () => true), DAY));
  const day = await readDay(goldPath, tools, (id) => judged.has(id) || (wanted !== undefined && isHeldOut(id)));
  const heldOut = day.filter(({ article }) => isHeldOut(article));
  if (wanted?.includes("statements")) print(drawStatements(heldOut, DRAWN));
  if (wanted?.includes("sentences")) print(drawSentences(heldOut, SENTENCES));
  return { task: "precision", ...scoreVerdicts(day, verdicts) };
}

/** One judged thing in three lines: where it stands, its reading, its words. */
function print(drawn: readonly Drawn[]): void {
  for (const one of drawn) console.error(`${one.id}\n  ${one.reading}\n  ${one.words}`);
}
