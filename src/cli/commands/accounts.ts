import type { Command } from "commander";
import { CliError, EXIT } from "../exit.ts";
import { inkFor, print, printJson } from "../output.ts";
import { readAnalysis } from "../read.ts";
import { addReading, type ReadingFlags } from "../reading.ts";

/** `demarche accounts FILE… [--event ID] [--all]` */
export function register(program: Command): void {
  const command = program.command("accounts").summary("what each publisher says of one event, slot by slot; contradictions first");
  addReading(command)
    .option("--event <id>", "one event, by its id")
    .option("--all", "show the slots on which all agree, too")
    .option("--json", "as data")
    .addHelpText("after", "\n✕ contradict  ∅ one denies it  ≠ framing differs  ≈ one coarser, compatible  · only one says  = agree")
    .action(
      async (files: readonly string[], options: ReadingFlags & { readonly event?: string; readonly all?: true; readonly json?: true }) => {
        const { gridsOf, writeAccounts } = await import("../../view/accounts.ts");
        const analysis = await readAnalysis(files, options);
        const grids = gridsOf(analysis, options.event);
        if (options.event !== undefined && grids.length === 0)
          throw new CliError(
            `No event has the id "${options.event}".`,
            EXIT.usage,
            "demarche accounts FILE… prints the ids of events that several tell.",
          );
        if (options.json) return printJson("accounts", grids);
        print(writeAccounts(grids, analysis.events.length, options.all === true, inkFor()));
      },
    );
}
