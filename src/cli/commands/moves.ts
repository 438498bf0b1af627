import type { Command } from "commander";
import { addFilters, addPair, type FilterOptions, makeFilter, type PairFlags } from "../filter.ts";
import { inkFor, print, printJson } from "../output.ts";
import { answerNothing, pickDossier, readAnalysis } from "../read.ts";

/** `demarche moves FILE… [--from A] [--kind asked]` */
export function register(program: Command): void {
  const command = program.command("moves").summary("moves in order of time, each with its words and its speaker");
  addFilters(addPair(command))
    .addHelpText("after", "\nExample:\n  demarche moves *.html --from Bolivia --kind asked --json")
    .action(async (files: readonly string[], options: PairFlags & FilterOptions) => {
      const { filterMoves, moveData, writeMoves } = await import("../../view/moves.ts");
      const analysis = await readAnalysis(files, options);
      const filter = await makeFilter(analysis, options);
      const dossier = await pickDossier(analysis, options.between, [filter.from, filter.to]);
      if (!dossier) return answerNothing(analysis, options.json && { noun: "moves", data: [] });
      const moves = filterMoves(dossier.moves, filter);
      if (options.json) return printJson("moves", moves.map(moveData));
      print(writeMoves(moves, dossier.moves.length, inkFor()));
    });
}
