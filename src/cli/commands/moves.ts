import type { Command } from "commander";
import { addFilters, type FilterOptions, makeFilter } from "../filter.ts";
import { inkFor, print, printJson } from "../output.ts";
import { pickDossier, readAnalysis } from "../read.ts";
import { addReading, type ReadingFlags } from "../reading.ts";

/** `demarche moves FILE… [--from A] [--kind asked]` */
export function register(program: Command): void {
  const command = program.command("moves").summary("moves in order of time, each with its words and its speaker");
  addReading(command).option("-b, --between <party...>", "the two parties");
  addFilters(command)
    .option("--json", "as data")
    .addHelpText("after", "\nExample:\n  demarche moves *.html --from Bolivia --kind asked --json")
    .action(
      async (
        files: readonly string[],
        options: ReadingFlags & FilterOptions & { readonly between?: readonly string[]; readonly json?: true },
      ) => {
        const { filterMoves, moveData, writeMoves } = await import("../../view/moves.ts");
        const analysis = await readAnalysis(files, options);
        const dossier = await pickDossier(analysis, options.between);
        const moves = filterMoves(dossier.moves, await makeFilter(analysis, options));
        if (options.json) return printJson("moves", moves.map(moveData));
        print(writeMoves(moves, dossier.moves.length, inkFor()));
      },
    );
}
