import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { analyzeFiles } from "../src/pipeline/index.ts";
import type { Score } from "./score.ts";

/** Analyses the pages of a gold file and lets the scorer that lies beside it judge the result: shares by measure. */
export async function run(goldPath: string): Promise<Score> {
  const folder = dirname(resolve(goldPath));
  const gold: { pages: { file: string }[] } = JSON.parse(readFileSync(goldPath, "utf8"));
  const analysis = await analyzeFiles(gold.pages.map((p) => join(folder, "../seeds", p.file)));
  const scratch = mkdtempSync(join(tmpdir(), "demarche-"));
  const file = join(scratch, "analysis.json");
  writeFileSync(file, JSON.stringify(analysis));
  const scored = spawnSync(process.execPath, [join(folder, "score.mjs"), resolve(goldPath), file, "--json"], { encoding: "utf8" });
  rmSync(scratch, { recursive: true });
  if (scored.status !== 0) throw new Error(`the scorer failed: ${scored.stderr}`);
  const table: Record<string, { hit: number; of: number; share: number | null }> = JSON.parse(scored.stdout);
  const counted = ["contradictions shown that are none", "statements in all"];
  const figures = Object.entries(table).map(([name, t]) => [name, counted.includes(name) ? t.hit : (t.share ?? 0)]);
  return { task: "seeds", figures: Object.fromEntries(figures) };
}
