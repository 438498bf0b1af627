import type { Analysis } from "../model/index.ts";
import { type AnalyzeOptions, analyze } from "./analyze.ts";
import type { InputOptions } from "./inputs/input.ts";
import { openInputs } from "./inputs/open.ts";
import { loadTools, type Tools } from "./tools.ts";

export { type AnalyzeOptions, analyze, type Progress } from "./analyze.ts";
export type { Input, InputOptions } from "./inputs/input.ts";
export { openInputs } from "./inputs/open.ts";
export { LIMIT_NAMES } from "./inputs/split.ts";
export { keepLikely } from "./relate.ts";
export { loadTools, type Tools, type UserFiles } from "./tools.ts";

/** Where inputs come from and what reads them. */
export interface FileOptions extends AnalyzeOptions, InputOptions {
  /** From `loadTools`; loaded anew where none are given. */
  readonly tools?: Tools;
}

/** Reads files, folders, globs, "-" (stdin) and, only with `fetch`, addresses into an analysis. What cannot be read becomes a Notice, and the rest goes on. */
export async function analyzeFiles(paths: readonly string[], options: FileOptions = {}): Promise<Analysis> {
  return analyze(openInputs(paths, options), options.tools ?? loadTools(), options);
}
