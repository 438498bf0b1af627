import type { Command } from "commander";
import { boundsOf } from "../../view/dates.ts";
import { CliError, EXIT } from "../exit.ts";
import { readDate } from "../filter.ts";
import { inkFor, print, printJson } from "../output.ts";
import { pickDossier, readAnalysis } from "../read.ts";
import { addReading, type ReadingFlags } from "../reading.ts";

interface Options extends ReadingFlags {
  readonly between?: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly known?: true;
  readonly json?: true;
}

/** `demarche diff FILE… --from DAY --to DAY [--known]` */
export function register(program: Command): void {
  const command = program.command("diff").summary("what is new between two days");
  addReading(command)
    .requiredOption("--from <date>", "after this day", readDate)
    .requiredOption("--to <date>", "up to this day", readDate)
    .option("-b, --between <party...>", "the two parties")
    .option("--known", "count from when it became known, not from when it happened")
    .option("--json", "as data")
    .addHelpText("after", "\nExample:\n  demarche diff analysis.json --from 2026-03-01 --to 2026-03-31")
    .action(async (files: readonly string[], options: Options) => {
      if ((boundsOf(options.from)?.low ?? 0) > (boundsOf(options.to)?.high ?? 0))
        throw new CliError(`--from ${options.from} lies after --to ${options.to}.`, EXIT.usage, "Name the earlier day first.");
      const { compareDays, diffData, writeDiff } = await import("../../view/diff.ts");
      const dossier = await pickDossier(await readAnalysis(files, options), options.between);
      const difference = compareDays(dossier, options.from, options.to, options.known ? "known" : "happened");
      if (options.json) return printJson("diff", diffData(difference));
      print(writeDiff(dossier, difference, inkFor()));
    });
}
