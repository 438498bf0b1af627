import { readFile } from "node:fs/promises";
import type { Actor } from "../model/actor.ts";
import type { Analysis } from "../model/analysis.ts";
import type { Notice } from "../model/page.ts";
import type { AnalyzeOptions, Input } from "../pipeline/index.ts";
import type { Dossier } from "../view/dossier.ts";
import { CliError, EXIT } from "./exit.ts";
import { print, printJson, tell } from "./output.ts";
import { fileOptions, type ReadingFlags } from "./reading.ts";

const HOW_TO_SAVE = "Make one with: demarche analyze FILE… --json > analysis.json";

/** Files as an analysis: one saved analysis is read back, anything else goes through the pipeline. Sets exit code 3 where an input was skipped. */
export async function readAnalysis(files: readonly string[], flags: ReadingFlags): Promise<Analysis> {
  const [only, ...more] = files;
  const single = more.length === 0 ? only : undefined;
  const saved = single?.endsWith(".json") ? await readSaved(single) : null;
  const analysis = saved ?? (single === "-" ? await readPiped(flags) : await analyzePages(files, flags));
  if (saved) refuseReadingFlags(flags);
  await reportSkipped(analysis);
  return flags.least === undefined ? analysis : leaveOut(analysis, flags.least);
}

async function leaveOut(analysis: Analysis, least: number): Promise<Analysis> {
  const { keepLikely } = await import("../pipeline/index.ts");
  const kept = keepLikely(analysis, least);
  const all = analysis.statements.length;
  tell(`${all - kept.statements.length} of ${all} statements left out: their confidence is below ${least}.`);
  return kept;
}

async function analyzePages(files: readonly string[], flags: ReadingFlags): Promise<Analysis> {
  const { analyze, openInputs } = await import("../pipeline/index.ts");
  const options = await fileOptions(flags);
  return watch((onProgress) => analyze(openInputs(files, options), options.tools, { ...options, ...onProgress }));
}

/** What comes through stdin: a page, or a saved analysis. */
async function readPiped(flags: ReadingFlags): Promise<Analysis> {
  const { analyze, openInputs } = await import("../pipeline/index.ts");
  const options = await fileOptions(flags);
  const inputs: (Input | Notice)[] = [];
  for await (const one of openInputs(["-"], options)) inputs.push(one);
  const [input] = inputs.flatMap((one) => ("bytes" in one ? [one] : []));
  const text = input && isSaved(input.bytes) ? new TextDecoder().decode(input.bytes) : null;
  if (text === null) return watch((onProgress) => analyze(toStream(inputs), options.tools, { ...options, ...onProgress }));
  refuseReadingFlags(flags);
  return asAnalysis(parseJson(text, "-")) ?? notSaved("-");
}

async function* toStream<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}

function isSaved(bytes: Uint8Array): boolean {
  return /^\s*\{\s*"schema"\s*:\s*"demarche\//.test(new TextDecoder().decode(bytes.subarray(0, 256)));
}

async function watch(work: (options: AnalyzeOptions) => Promise<Analysis>): Promise<Analysis> {
  if (process.stderr.isTTY !== true) return work({});
  const analysis = await work({ onProgress: showProgress });
  process.stderr.write("\r\u001b[K");
  return analysis;
}

function refuseReadingFlags(flags: ReadingFlags): void {
  const given = Object.entries(flags).filter(
    ([name, value]) => ["actors", "issues", "limit", "column", "fetch"].includes(name) && (Array.isArray(value) ? value.length > 0 : value),
  );
  if (given.length === 0) return;
  const names = given.map(([name]) => `--${name}`).join(" and ");
  throw new CliError(
    `${names} is for reading pages; a saved analysis was read already.`,
    EXIT.usage,
    "Give the pages themselves, or make the analysis anew with it.",
  );
}

function showProgress(step: { readonly stage: string; readonly done: number; readonly of: number | null }): void {
  process.stderr.write(`\r\u001b[K${step.stage} ${step.done}${step.of === null ? "" : ` of ${step.of}`} `);
}

/** A saved analysis, or null where the JSON is a feed or a table of pages. Any other file ends in a CliError. */
async function readSaved(file: string): Promise<Analysis | null> {
  const value = await readJson(file);
  const pages = Array.isArray(value) || (typeof value === "object" && value !== null && "items" in value);
  return asAnalysis(value) ?? (pages ? null : notSaved(file));
}

function asAnalysis(value: unknown): Analysis | null {
  const saved = typeof value === "object" && value !== null && "schema" in value && value.schema === "demarche/analysis@1";
  return saved ? (value as Analysis) : null;
}

function notSaved(file: string): never {
  throw new CliError(`${file} is not a demarche/analysis@1 file.`, EXIT.failed, HOW_TO_SAVE);
}

/** The JSON in a file, or in stdin for "-". */
export async function readJson(file: string): Promise<unknown> {
  try {
    return parseJson(file === "-" ? await readStdin() : await readFile(file, "utf8"), file);
  } catch (error) {
    if (error instanceof CliError) throw error;
    const missing = (error as NodeJS.ErrnoException).code === "ENOENT";
    throw new CliError(missing ? `${file} does not exist.` : `${file} cannot be read: ${(error as Error).message}`);
  }
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const why = text.trim() === "" ? "it is empty" : (error as Error).message.replace(/\s+/g, " ");
    throw new CliError(`${file === "-" ? "What came through stdin" : file} is not JSON: ${why}`, EXIT.failed, HOW_TO_SAVE);
  }
}

async function readStdin(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

// What was left unread is told: a page whose language is not read, and inputs that never became a page of the analysis.
async function reportSkipped(analysis: Analysis): Promise<void> {
  const { tellsLoss } = await import("../pipeline/inputs/input.ts");
  const pages = new Map(analysis.pages.map((page) => [page.id, page.path]));
  for (const { page, rule, reason } of analysis.notices) if (rule === "article/language") tell(`${pages.get(page)}: ${reason}`);
  const unread = analysis.notices.filter((notice) => !pages.has(notice.page));
  // Beside pages, what demarche wrote itself is not asked for.
  const skipped = analysis.pages.length === 0 ? unread : unread.filter(tellsLoss);
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

/** The party a user means by its own name or by that of somebody who acts for it: a minister's moves stand under his state. */
export async function pickParty(analysis: Analysis, name: string): Promise<Actor> {
  const actor = await pickActor(analysis, name);
  const sides = new Set(analysis.ledger.flatMap((row) => row.dyad));
  const byId = new Map(analysis.actors.map((one) => [one.id, one]));
  const seen = new Set<string>();
  let party: Actor | undefined = actor;
  while (party && !sides.has(party.id) && !seen.has(party.id)) {
    seen.add(party.id);
    party = party.partyOf === null ? undefined : byId.get(party.partyOf);
  }
  if (!party || !sides.has(party.id)) return actor;
  if (party !== actor) tell(`${actor.name} acts for ${party.name}, whose moves are shown.`);
  return party;
}

/** The dossier of two named parties, else of the pair with most moves (among the pairs that hold `parties`, where some are given); null where no pair has one. */
export async function pickDossier(
  analysis: Analysis,
  between: readonly string[] | undefined,
  parties: readonly (string | undefined)[] = [],
): Promise<Dossier | null> {
  const { busiestPair } = await import("../view/index-of.ts");
  const { makeDossier } = await import("../view/dossier.ts");
  const [first, second, ...more] = between ?? [];
  if (between && (first === undefined || second === undefined || more.length > 0)) {
    throw new CliError("--between takes two parties.", EXIT.usage, 'For example: --between "United States" Taliban');
  }
  if (first !== undefined && second !== undefined) {
    const [a, b] = [await pickParty(analysis, first), await pickParty(analysis, second)];
    if (a.id === b.id) throw new CliError(`"${first}" and "${second}" are one party: ${a.name}.`, EXIT.usage);
    return makeDossier(analysis, a.id, b.id);
  }
  const pair = busiestPair(
    analysis,
    parties.filter((id) => id !== undefined),
  );
  return pair && makeDossier(analysis, pair[0], pair[1]);
}

/** An empty answer is an answer: exit code 0, said in a sentence, or as data with nothing in it. */
export function answerNothing(analysis: Analysis, json: { readonly noun: string; readonly data: unknown } | undefined): void {
  if (json) printJson(json.noun, json.data);
  else {
    const articles = analysis.articles.filter((one) => one.kind === "article").length;
    print(`No such move between two parties found; ${articles} ${articles === 1 ? "article" : "articles"} searched.\n`);
    tell("demarche sources FILE… shows what was read.");
  }
}
