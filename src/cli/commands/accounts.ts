import type { Command } from "commander";
import { CliError, EXIT } from "../exit.ts";
import { inkFor, print, printJson } from "../output.ts";
import { readAnalysis } from "../read.ts";

/** `demarche accounts FILE… [--event ID] [--all]` */
export function register(program: Command): void {
  program
    .command("accounts")
    .summary("what each publisher says of one event, slot by slot; contradictions first")
    .argument("<file...>", "files, folders, patterns, - for stdin; or one saved analysis (.json)")
    .option("--event <id>", "one event")
    .option("--all", "show the slots on which all agree, too")
    .option("--json", "as data")
    .addHelpText("after", "\n✕ contradict  ∅ one denies it  ≠ framing differs  ≈ one coarser, compatible  · only one says  = agree")
    .action(async (files: readonly string[], options: { readonly event?: string; readonly all?: true; readonly json?: true }) => {
      const { gridsOf, writeAccounts } = await import("../../view/accounts.ts");
      const analysis = await readAnalysis(files);
      const grids = gridsOf(analysis, options.event);
      if (options.event !== undefined && grids.length === 0) throw new CliError(`No event has the id "${options.event}".`, EXIT.usage);
      if (options.json) return printJson("accounts", grids);
      print(writeAccounts(grids, analysis.events.length, options.all === true, inkFor()));
    });
}
