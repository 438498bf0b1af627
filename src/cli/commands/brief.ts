import { writeFile } from "node:fs/promises";
import type { Command } from "commander";
import { CliError, EXIT } from "../exit.ts";
import { inkFor, print, tell } from "../output.ts";
import { pickDossier, readAnalysis } from "../read.ts";

interface Options {
  readonly between?: readonly string[];
  readonly output?: string;
}

/** `demarche brief FILE… --between A B [-o out.md|out.html]` */
export function register(program: Command): void {
  program
    .command("brief")
    .summary("the dossier of two parties: overview, disagreements, ledger, timeline, footnotes")
    .description(
      "Prints what passed between two parties, each line with its words and its speaker.\nWithout --between, the pair with most moves.",
    )
    .argument("<file...>", "files, folders, patterns, - for stdin; or one saved analysis (.json)")
    .option("-b, --between <party...>", "the two parties, by any name the pages give them")
    .option("-o, --output <file>", "write to a file: .md for Markdown, .html for a page of its own; - for stdout")
    .addHelpText(
      "after",
      '\nExamples:\n  demarche brief *.txt --between "United States" Taliban\n  demarche brief analysis.json -o dossier.html',
    )
    .action(async (files: readonly string[], options: Options) => {
      const format = formatOf(options.output);
      const dossier = await pickDossier(await readAnalysis(files), options.between);
      const toFile = options.output !== undefined && options.output !== "-";
      const text =
        format === "html"
          ? (await import("../../view/html/page.ts")).writePage(dossier)
          : (await import("../../view/brief.ts")).writeBrief(dossier, toFile ? undefined : inkFor());
      if (!toFile) return print(text);
      await writeFile(options.output as string, text);
      tell(`wrote ${options.output}`);
    });
}

function formatOf(output: string | undefined): "md" | "html" {
  if (output === undefined || output === "-" || output.endsWith(".md")) return "md";
  if (output.endsWith(".html")) return "html";
  throw new CliError(`No format is known for "${output}".`, EXIT.usage, "Name the file .md or .html.");
}
