import type { Command } from "commander";
import type { Analysis } from "../../model/analysis.ts";
import { EXIT } from "../exit.ts";
import { print, printJson, tell } from "../output.ts";
import { readJson } from "../read.ts";

/** `demarche check FILE.json` */
export function register(program: Command): void {
  program
    .command("check")
    .summary("verify every span, quote and id of a saved analysis")
    .description(
      "Verifies a saved analysis: its shape, each span inside its text, each quote equal to its slice, each id unique and resolved.\nExit code 0 where all holds, 4 where something does not.",
    )
    .argument("<file>", "an analysis (.json), - for stdin")
    .option("--sources", "compare the pages, too: their bytes, and of text files every character of the articles")
    .option("--json", "the findings as data")
    .addHelpText("after", "\nExample:\n  demarche analyze *.html --json | demarche check -")
    .action(async (file: string, options: { readonly json?: true; readonly sources?: true }) => {
      const { checkAnalysis } = await import("../../view/check.ts");
      const value = await readJson(file);
      const { findings: own, spans, quotes, ids } = checkAnalysis(value);
      const sound = own.length === 0 && options.sources === true;
      const findings = sound ? await (await import("../bytes.ts")).compareSources(value as Analysis) : own;
      if (findings.length > 0) process.exitCode = EXIT.found;
      if (options.json) return printJson("check", { findings, spans, quotes, ids });
      for (const finding of findings) print(`${finding.path}: ${finding.message}\n`);
      const looked = `${spans} spans, ${quotes} quotes and ${ids} ids looked at`;
      tell(findings.length === 0 ? `All holds: ${looked}.` : `${findings.length} found: ${looked}.`);
    });
}
