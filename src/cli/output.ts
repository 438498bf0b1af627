import { readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import pc from "picocolors";
import type { Ink } from "../view/ink.ts";
import { CliError } from "./exit.ts";

/** True where `stream` is a terminal that may be coloured. NO_COLOR wins over FORCE_COLOR, which wins over the terminal. */
export function mayColour(stream: NodeJS.WriteStream = process.stdout, env: NodeJS.ProcessEnv = process.env): boolean {
  if (env["NO_COLOR"]) return false;
  if (env["FORCE_COLOR"] && env["FORCE_COLOR"] !== "0") return true;
  return stream.isTTY === true && env["TERM"] !== "dumb";
}

/** The dress of text views on this terminal. */
export function inkFor(colour: boolean = mayColour()): Ink {
  const c = pc.createColors(colour);
  const kinds = {
    asked: c.blue,
    offered: c.cyan,
    promised: c.cyan,
    conditional: c.yellow,
    threatened: c.red,
    given: c.green,
    refused: c.magenta,
    did: c.dim,
    said: c.dim,
  };
  return { strong: c.bold, faint: c.dim, alarm: (text) => c.bold(c.red(text)), kind: (kind, text) => kinds[kind](text) };
}

/** Data, to stdout. */
export function print(text: string): void {
  process.stdout.write(text);
}

/** A message to the user, to stderr. */
export function tell(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** Writes a file the user named and says so. A place that cannot be written to ends in a CliError. */
export async function save(file: string, text: string): Promise<void> {
  await writeFile(file, text).catch((error: NodeJS.ErrnoException) => {
    throw new CliError(`${file} cannot be written: ${error.code === "ENOENT" ? "its folder does not exist" : error.message}.`);
  });
  tell(`wrote ${file}`);
}

/** Version of this package. */
export function version(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
  return (manifest as { version: string }).version;
}

/** Data in the versioned envelope every `--json` of a view has: `{schema, build, data}`. */
export function printJson(noun: string, data: unknown): void {
  print(toJson(noun, data));
}

/** The same as text. */
export function toJson(noun: string, data: unknown): string {
  return `${JSON.stringify({ schema: `demarche/${noun}@1`, build: `demarche ${version()}`, data }, null, 2)}\n`;
}
