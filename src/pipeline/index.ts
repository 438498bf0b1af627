import type { Analysis } from "../model/index.ts";
import { type AnalyzeOptions, analyze } from "./analyze.ts";
import type { InputOptions } from "./inputs/input.ts";
import { openInputs } from "./inputs/open.ts";
import { loadTools, type Tools } from "./tools.ts";

export { type AnalyzeOptions, analyze, type Progress } from "./analyze.ts";
export { loadTools, type Tools } from "./tools.ts";

/** Reads files, folders, globs and "-" (stdin) into an analysis. What cannot be read becomes a Notice, and the rest goes on. */
export async function analyzeFiles(
  paths: readonly string[],
  options: AnalyzeOptions & { readonly tools?: Tools; readonly inputs?: InputOptions } = {},
): Promise<Analysis> {
  return analyze(openInputs(paths, options.inputs), options.tools ?? loadTools(), options);
}
