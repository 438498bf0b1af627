import { readFile } from "node:fs/promises";
import { type Command, InvalidArgumentError } from "commander";
import { SURE } from "../model/statement.ts";
import type { AnalyzeOptions, InputOptions, Tools } from "../pipeline/index.ts";
import { CliError, EXIT } from "./exit.ts";

/** The options of every command that opens pages. */
export interface InputFlags {
  readonly fetch?: true;
  readonly cache?: string;
  readonly limit: readonly string[];
  readonly column: readonly string[];
}

/** The options of every command that reads pages into an analysis. */
export interface ReadingFlags extends InputFlags {
  readonly actors?: string;
  readonly issues: readonly string[];
  /** Least confidence of a statement, 0–1. */
  readonly least?: number;
}

/** Adds the options of opening pages. */
export function addInputs(command: Command): Command {
  return command
    .option("--fetch", "allow the network for addresses and for the feeds of an OPML list")
    .option("--cache <folder>", "with --fetch: keep answers in this folder, and ask an unchanged page no more than its version")
    .option(
      "--limit <name=number>",
      "set a limit: inputBytes, textLength, markupDepth, markupElements, markupLength, pages, unpackedBytes",
      collect,
      [],
    )
    .option(
      "--column <field=name>",
      "which column of a table holds text, headline, published, url, publisher, author, section, language",
      collect,
      [],
    );
}

/** Adds the argument and options of reading pages, or a saved analysis in their place. */
export function addReading(command: Command): Command {
  command
    .argument("<file...>", "files, folders, patterns, - for stdin; or one saved analysis (.json)")
    .option("--actors <file>", "names of your own (YAML; docs/actors.md)")
    .option("--issues <file>", "issues of your own (YAML; docs/issues.md); may be given several times", collect, [])
    .option(
      "--least <confidence>",
      `leave out statements of less confidence (0 to 1; ${SURE} and more is sure; docs/quality.md)`,
      readLeast,
    );
  return addInputs(command);
}

/** The flags of opening pages as the pipeline takes them. A wrong one ends in a CliError. */
export async function inputOptions(flags: InputFlags): Promise<InputOptions & AnalyzeOptions> {
  const { LIMIT_NAMES } = await import("../pipeline/index.ts");
  const limits = readLimits(flags.limit, LIMIT_NAMES);
  const columns = Object.fromEntries(flags.column.map(readPair));
  if (flags.cache !== undefined && !flags.fetch) throw new CliError("--cache is for what --fetch brings.", EXIT.usage);
  const fetch = flags.fetch ? { fetch: flags.cache === undefined ? {} : { cache: flags.cache } } : {};
  return { ...limits, limits, columns, ...fetch };
}

/** All flags of reading pages as the pipeline takes them, a user's own files read and merged. */
export async function fileOptions(flags: ReadingFlags): Promise<InputOptions & AnalyzeOptions & { readonly tools: Tools }> {
  const { loadTools } = await import("../pipeline/index.ts");
  const actors = flags.actors === undefined ? undefined : await readOwn(flags.actors);
  const issues = await Promise.all(flags.issues.map(readOwn));
  try {
    return { ...(await inputOptions(flags)), tools: loadTools({ issues, ...(actors === undefined ? {} : { actors }) }) };
  } catch (error) {
    if (!(error instanceof RangeError) || (actors === undefined && issues.length === 0)) throw error;
    const own = error.message.startsWith("actors.yaml") ? flags.actors : flags.issues.join(" or ");
    throw new CliError(`${own}: ${error.message.replace(/^(actors\.yaml|issue file): /, "")}`, EXIT.failed, hintOn(error.message));
  }
}

function hintOn(message: string): string {
  return `docs/${message.startsWith("actors.yaml") ? "actors" : "issues"}.md shows the shape of the file.`;
}

async function readOwn(file: string): Promise<string> {
  return readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new CliError(error.code === "ENOENT" ? `${file} does not exist.` : `${file} cannot be read: ${error.message}`);
  });
}

function readLeast(value: string): number {
  const least = Number(value);
  if (value.trim() === "" || !(least >= 0 && least <= 1)) throw new InvalidArgumentError(`Give a number from 0 to 1, such as ${SURE}.`);
  return least;
}

function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}

function readPair(pair: string): readonly [string, string] {
  const at = pair.indexOf("=");
  if (at < 1) throw new CliError(`"${pair}" is not of the form name=value.`, EXIT.usage);
  return [pair.slice(0, at), pair.slice(at + 1)];
}

function readLimits(pairs: readonly string[], names: readonly string[]): Readonly<Record<string, number>> {
  return Object.fromEntries(
    pairs.map((pair) => {
      const [name, value] = readPair(pair);
      if (!names.includes(name)) throw new CliError(`There is no limit "${name}".`, EXIT.usage, `Limits: ${names.join(", ")}`);
      if (!(Number(value) > 0)) throw new CliError(`The limit "${name}" must be a number above 0, not "${value}".`, EXIT.usage);
      return [name, Number(value)];
    }),
  );
}
