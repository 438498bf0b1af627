import type { Command } from "commander";
import { addFilters, type FilterOptions, makeFilter } from "../filter.ts";
import { inkFor, print, printJson } from "../output.ts";
import { pickDossier, readAnalysis } from "../read.ts";
import { addReading, type ReadingFlags } from "../reading.ts";

/** `demarche ledger FILE… [--between A B]` */
export function register(program: Command): void {
  const command = program.command("ledger").summary("issue by issue: what was asked, offered, given, refused, and where it stands");
  addReading(command).option("-b, --between <party...>", "the two parties");
  addFilters(command)
    .option("--json", "as data")
    .addHelpText("after", "\nExample:\n  demarche ledger analysis.json --issue detainees --since 2026-01")
    .action(
      async (
        files: readonly string[],
        options: ReadingFlags & FilterOptions & { readonly between?: readonly string[]; readonly json?: true },
      ) => {
        const { ledgerData, writeLedgerText } = await import("../../view/moves.ts");
        const analysis = await readAnalysis(files, options);
        const dossier = await pickDossier(analysis, options.between);
        const filter = await makeFilter(analysis, options);
        if (options.json) return printJson("ledger", { parties: dossier.parties.map((p) => p.name), rows: ledgerData(dossier, filter) });
        print(writeLedgerText(dossier, filter, inkFor()));
      },
    );
}
