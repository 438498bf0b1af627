import type { Command } from "commander";
import { inkFor, print, printJson } from "../output.ts";
import { readAnalysis } from "../read.ts";

/** `demarche actors FILE…` */
export function register(program: Command): void {
  program
    .command("actors")
    .summary("who is there, under which names and in which roles")
    .argument("<file...>", "files, folders, patterns, - for stdin; or one saved analysis (.json)")
    .option("--json", "as data")
    .action(async (files: readonly string[], options: { readonly json?: true }) => {
      const { listActors, writeActors } = await import("../../view/lists.ts");
      const lines = listActors(await readAnalysis(files));
      if (options.json) return printJson("actors", lines);
      print(writeActors(lines, inkFor()));
    });
}
