import type { Command } from "commander";
import { addFilters, addPair, type FilterOptions, makeFilter, type PairFlags } from "../filter.ts";
import { inkFor, print, printJson } from "../output.ts";
import { answerNothing, pickDossier, readAnalysis } from "../read.ts";

/** `demarche ledger FILE… [--between A B]` */
export function register(program: Command): void {
  const command = program.command("ledger").summary("issue by issue: what was asked, offered, given, refused, and where it stands");
  addFilters(addPair(command))
    .addHelpText("after", "\nExample:\n  demarche ledger analysis.json --issue detainees --since 2026-01")
    .action(async (files: readonly string[], options: PairFlags & FilterOptions) => {
      const { ledgerData, writeLedgerText } = await import("../../view/moves.ts");
      const analysis = await readAnalysis(files, options);
      const filter = await makeFilter(analysis, options);
      const dossier = await pickDossier(analysis, options.between, [filter.from, filter.to]);
      if (!dossier) return answerNothing(analysis, options.json && { noun: "ledger", data: { parties: [], rows: [] } });
      if (options.json) return printJson("ledger", { parties: dossier.parties.map((p) => p.name), rows: ledgerData(dossier, filter) });
      print(writeLedgerText(dossier, filter, inkFor()));
    });
}
