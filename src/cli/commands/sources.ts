import type { Command } from "commander";
import { inkFor, print, printJson } from "../output.ts";
import { readAnalysis } from "../read.ts";
import { addReading, type ReadingFlags } from "../reading.ts";

/** `demarche sources FILE…` */
export function register(program: Command): void {
  const command = program.command("sources").summary("the articles found in the pages: outlet, date and what says so, copies");
  addReading(command)
    .option("--all", "teasers, too")
    .option("--json", "as data")
    .action(async (files: readonly string[], options: ReadingFlags & { readonly all?: true; readonly json?: true }) => {
      const { listSources, writeSources } = await import("../../view/lists.ts");
      const lines = listSources(await readAnalysis(files, options));
      if (options.json) return printJson("sources", lines);
      print(writeSources(lines, options.all === true, inkFor()));
    });
}
