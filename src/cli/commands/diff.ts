import type { Command } from "commander";
import { boundsOf } from "../../view/dates.ts";
import { CliError, EXIT } from "../exit.ts";
import { addPair, type PairFlags, readDate } from "../filter.ts";
import { inkFor, print, printJson } from "../output.ts";
import { answerNothing, pickDossier, readAnalysis } from "../read.ts";

interface Options extends PairFlags {
  readonly from: string;
  readonly to: string;
  readonly known?: true;
}

/** `demarche diff FILE… --from DAY --to DAY [--known]` */
export function register(program: Command): void {
  const command = program.command("diff").summary("what is new between two days");
  addPair(command)
    .requiredOption("--from <date>", "after this day", readDate)
    .requiredOption("--to <date>", "up to this day", readDate)
    .option("--known", "count from when it became known, not from when it happened")
    .addHelpText("after", "\nExample:\n  demarche diff analysis.json --from 2026-03-01 --to 2026-03-31")
    .action(async (files: readonly string[], options: Options) => {
      if ((boundsOf(options.from)?.low ?? 0) > (boundsOf(options.to)?.high ?? 0))
        throw new CliError(`--from ${options.from} lies after --to ${options.to}.`, EXIT.usage, "Name the earlier day first.");
      const { compareDays, diffData, writeDiff } = await import("../../view/diff.ts");
      const analysis = await readAnalysis(files, options);
      const dossier = await pickDossier(analysis, options.between);
      const [from, to, clock] = [options.from, options.to, options.known ? "known" : "happened"] as const;
      if (!dossier) {
        const nothing = { from, to, clock, added: [], answered: [], contradicted: [], undated: [] };
        return answerNothing(analysis, options.json && { noun: "diff", data: diffData(nothing) });
      }
      const difference = compareDays(dossier, from, to, clock);
      if (options.json) return printJson("diff", diffData(difference));
      print(writeDiff(dossier, difference, inkFor()));
    });
}
