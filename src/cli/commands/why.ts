import type { Command } from "commander";
import { CliError, EXIT } from "../exit.ts";
import { inkFor, print, printJson } from "../output.ts";
import { readAnalysis } from "../read.ts";

/** `demarche why STATEMENT FILE…` */
export function register(program: Command): void {
  program
    .command("why")
    .summary("why a statement was read so: its words, who is who, who says so, the rules")
    .argument("<statement>", "id of a statement, or its first digits")
    .argument("<file...>", "files, folders, patterns, - for stdin; or one saved analysis (.json)")
    .option("--json", "as data")
    .addHelpText("after", "\nThe ids stand in the footnotes of demarche brief and in demarche moves.")
    .action(async (id: string, files: readonly string[], options: { readonly json?: true }) => {
      const { findStatement, whyData, writeWhy } = await import("../../view/why.ts");
      const analysis = await readAnalysis(files);
      const statement = findStatement(analysis, id);
      if (!statement) throw new CliError(`No statement has the id "${id}".`, EXIT.usage, "demarche moves FILE… prints the ids.");
      if (options.json) return printJson("why", whyData(analysis, statement));
      print(writeWhy(analysis, statement, inkFor()));
    });
}
