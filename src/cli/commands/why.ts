import type { Command } from "commander";
import { CliError, EXIT } from "../exit.ts";
import { inkFor, print, printJson } from "../output.ts";
import { readAnalysis } from "../read.ts";
import { addReading, type ReadingFlags } from "../reading.ts";

/** `demarche why STATEMENT FILE…` */
export function register(program: Command): void {
  const command = program
    .command("why")
    .summary("why a statement was read so: its words, who is who, who says so, the rules")
    .argument("<statement>", "id of a statement, or its first digits (four or more)");
  addReading(command)
    .option("--json", "as data")
    .addHelpText("after", "\nThe ids stand in the footnotes of demarche brief and in demarche moves.")
    .action(async (id: string, files: readonly string[], options: ReadingFlags & { readonly json?: true }) => {
      const { findStatement, whyData, writeWhy } = await import("../../view/why.ts");
      const analysis = await readAnalysis(files, options);
      const statement = findStatement(analysis, id);
      if (!statement)
        throw new CliError(
          `No statement has the id "${id}".`,
          EXIT.usage,
          "demarche moves FILE… prints the ids; four or more first digits do where they fit one alone.",
        );
      if (options.json) return printJson("why", whyData(analysis, statement));
      print(writeWhy(analysis, statement, inkFor()));
    });
}
