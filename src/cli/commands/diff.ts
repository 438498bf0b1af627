import type { Command } from "commander";
import { readDate } from "../filter.ts";
import { inkFor, print, printJson } from "../output.ts";
import { pickDossier, readAnalysis } from "../read.ts";

interface Options {
  readonly between?: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly known?: true;
  readonly json?: true;
}

/** `demarche diff FILE… --from DAY --to DAY [--known]` */
export function register(program: Command): void {
  program
    .command("diff")
    .summary("what is new between two days")
    .argument("<file...>", "files, folders, patterns, - for stdin; or one saved analysis (.json)")
    .requiredOption("--from <date>", "after this day", readDate)
    .requiredOption("--to <date>", "up to this day", readDate)
    .option("-b, --between <party...>", "the two parties")
    .option("--known", "count from when it became known, not from when it happened")
    .option("--json", "as data")
    .addHelpText("after", "\nExample:\n  demarche diff analysis.json --from 2026-03-01 --to 2026-03-31")
    .action(async (files: readonly string[], options: Options) => {
      const { compareDays, diffData, writeDiff } = await import("../../view/diff.ts");
      const dossier = await pickDossier(await readAnalysis(files), options.between);
      const difference = compareDays(dossier, options.from, options.to, options.known ? "known" : "happened");
      if (options.json) return printJson("diff", diffData(difference));
      print(writeDiff(dossier, difference, inkFor()));
    });
}
