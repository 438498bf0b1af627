import type { Command } from "commander";
import { inkFor, print, printJson } from "../output.ts";
import { readAnalysis } from "../read.ts";
import { addReading, type ReadingFlags } from "../reading.ts";

/** `demarche actors FILE…` */
export function register(program: Command): void {
  const command = program.command("actors").summary("who is there, under which names and in which roles");
  addReading(command)
    .option("--all", "those of whom no statement tells, too")
    .option("--json", "as data")
    .action(async (files: readonly string[], options: ReadingFlags & { readonly all?: true; readonly json?: true }) => {
      const { listActors, writeActors } = await import("../../view/lists.ts");
      const lines = listActors(await readAnalysis(files, options));
      if (options.json) return printJson("actors", lines);
      print(writeActors(lines, options.all === true, inkFor()));
    });
}
