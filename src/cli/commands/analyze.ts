import type { Command } from "commander";
import { print, tell } from "../output.ts";
import { readAnalysis } from "../read.ts";
import { addReading, type ReadingFlags } from "../reading.ts";

/** `demarche analyze FILE… --json` */
export function register(program: Command): void {
  const command = program
    .command("analyze")
    .summary("read pages and print everything found, as data")
    .description(
      "Reads pages (text, HTML, - for stdin) and prints the analysis: articles, actors, statements, events, ledger.\nThe shape is demarche/analysis@1 (demarche schema analysis).",
    );
  addReading(command)
    .option("--json", "the whole analysis as JSON, to stdout")
    .addHelpText("after", "\nExamples:\n  demarche analyze page.html --json > analysis.json\n  cat page.txt | demarche analyze - --json")
    .action(async (files: readonly string[], options: ReadingFlags & { readonly json?: true }) => {
      const analysis = await readAnalysis(files, options);
      if (options.json) return print(`${JSON.stringify(analysis, null, 1)}\n`);
      const teasers = analysis.articles.filter((article) => article.kind === "teaser").length;
      const moves = analysis.ledger.reduce((sum, row) => sum + row.entries.length, 0);
      print(
        `pages       ${analysis.pages.length}\narticles    ${analysis.articles.length - teasers}\nteasers     ${teasers}\nactors      ${analysis.actors.length}\nstatements  ${analysis.statements.length}\nevents      ${analysis.events.length}\nmoves       ${moves}\nnotices     ${analysis.notices.length}\n`,
      );
      tell("demarche analyze … --json prints all of it; demarche brief … tells the story.");
    });
}
