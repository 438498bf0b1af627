import { readFile } from "node:fs/promises";
import type { Actor } from "../model/actor.ts";
import type { Analysis } from "../model/analysis.ts";
import type { Dossier } from "../view/dossier.ts";
import { CliError, EXIT } from "./exit.ts";
import { tell } from "./output.ts";

/** Files as an analysis: one saved `.json` is read back, anything else goes through the pipeline. Sets exit code 3 where an input was skipped. */
export async function readAnalysis(files: readonly string[]): Promise<Analysis> {
  const saved = files.filter((file) => file.endsWith(".json"));
  if (saved.length > 0 && files.length > 1) {
    throw new CliError("A saved analysis (.json) stands alone.", EXIT.usage, "Give either one .json file, or pages to read.");
  }
  const analysis = saved[0] === undefined ? await analyze(files) : await readSaved(saved[0]);
  reportSkipped(analysis);
  return analysis;
}

async function analyze(files: readonly string[]): Promise<Analysis> {
  const { analyzeFiles } = await import("../pipeline/index.ts");
  const live = process.stderr.isTTY === true;
  const analysis = await analyzeFiles(files, live ? { onProgress: showProgress } : {});
  if (live) process.stderr.write("\r\u001b[K");
  return analysis;
}

function showProgress(step: { readonly stage: string; readonly done: number; readonly of: number | null }): void {
  process.stderr.write(`\r\u001b[K${step.stage} ${step.done}${step.of === null ? "" : ` of ${step.of}`} `);
}

/** A saved analysis. A file that is not one ends in a CliError. */
export async function readSaved(file: string): Promise<Analysis> {
  const value = await readJson(file);
  if (typeof value !== "object" || value === null || !("schema" in value) || value.schema !== "demarche/analysis@1") {
    throw new CliError(
      `${file} is not a demarche/analysis@1 file.`,
      EXIT.failed,
      "Make one with: demarche analyze FILE… --json > analysis.json",
    );
  }
  return value as Analysis;
}

/** The JSON in a file, or in stdin for "-". */
export async function readJson(file: string): Promise<unknown> {
  let text: string;
  try {
    text = file === "-" ? await readStdin() : await readFile(file, "utf8");
  } catch (error) {
    throw new CliError(`${file} cannot be read: ${(error as Error).message}`);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new CliError(`${file} is not JSON: ${(error as Error).message}`);
  }
}

async function readStdin(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

// A notice whose page is no page of the analysis speaks of an input that never became one.
function reportSkipped(analysis: Analysis): void {
  const pages = new Set(analysis.pages.map((page) => page.id));
  const skipped = analysis.notices.filter((notice) => !pages.has(notice.page));
  for (const notice of skipped) tell(`skipped ${notice.page}: ${notice.reason}`);
  if (skipped.length === 0) return;
  if (analysis.pages.length === 0) throw new CliError("No input could be read.");
  process.exitCode = EXIT.skipped;
}

/** The actor a user means; a name nobody has ends in a CliError that says which come near. */
export async function pickActor(analysis: Analysis, name: string): Promise<Actor> {
  const { findActor } = await import("../view/index-of.ts");
  const match = findActor(analysis, name);
  if (match.actor) return match.actor;
  const hint =
    match.near.length > 0 ? `Did you mean ${match.near.map((n) => `"${n}"`).join(" or ")}?` : "demarche actors FILE… lists who is there.";
  throw new CliError(`No actor is called "${name}" in these sources.`, EXIT.usage, hint);
}

/** The dossier of two named parties, or of the pair with most moves where none is named. */
export async function pickDossier(analysis: Analysis, between: readonly string[] | undefined): Promise<Dossier> {
  const { busiestPair } = await import("../view/index-of.ts");
  const { makeDossier } = await import("../view/dossier.ts");
  const [first, second, ...more] = between ?? [];
  if (between && (first === undefined || second === undefined || more.length > 0)) {
    throw new CliError("--between takes two parties.", EXIT.usage, 'For example: --between "United States" Taliban');
  }
  if (first !== undefined && second !== undefined) {
    const [a, b] = [await pickActor(analysis, first), await pickActor(analysis, second)];
    if (a.id === b.id) throw new CliError(`"${first}" and "${second}" are one party: ${a.name}.`, EXIT.usage);
    return makeDossier(analysis, a.id, b.id);
  }
  const pair = busiestPair(analysis);
  if (!pair)
    throw new CliError(
      "No move between two parties was found in these sources.",
      EXIT.failed,
      "demarche sources FILE… shows what was read.",
    );
  return makeDossier(analysis, pair[0], pair[1]);
}
