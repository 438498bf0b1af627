import type { Command } from "commander";
import type { Dossier } from "../../view/dossier.ts";
import type { Ink } from "../../view/ink.ts";
import { CliError, EXIT } from "../exit.ts";
import { addPair, type PairFlags } from "../filter.ts";
import { inkFor, print, save, toJson } from "../output.ts";
import { answerNothing, pickDossier, readAnalysis } from "../read.ts";

interface Options extends PairFlags {
  readonly output?: string;
}

/** `demarche brief FILE… --between A B [-o out.md|out.html]` */
export function register(program: Command): void {
  const command = program
    .command("brief")
    .summary("the dossier of two parties: overview, disagreements, ledger, timeline, footnotes")
    .description(
      "Prints what passed between two parties, each line with its words and its speaker.\nWithout --between, the pair with most moves.",
    );
  addPair(command)
    .option("-o, --output <file>", "write to a file: .md for Markdown, .html for a page of its own, .json for data; - for stdout")
    .addHelpText(
      "after",
      '\nExamples:\n  demarche brief *.txt --between "United States" Taliban\n  demarche brief analysis.json -o dossier.html',
    )
    .action(async (files: readonly string[], options: Options) => {
      const format = options.json ? "json" : formatOf(options.output);
      const analysis = await readAnalysis(files, options);
      const dossier = await pickDossier(analysis, options.between);
      const file = options.output === "-" ? undefined : options.output;
      if (!dossier) {
        // A file that was asked for and is not made is no answer.
        if (file !== undefined) throw new CliError(`${file} was not written: no move between two parties found.`);
        return answerNothing(analysis, format === "json" ? { noun: "brief", data: NOTHING } : undefined);
      }
      const text = await write(dossier, format, file === undefined ? inkFor() : undefined);
      return file === undefined ? print(text) : save(file, text);
    });
}

/** The brief of no two parties: the keys of `briefData`, empty. */
const NOTHING = { parties: [], upTo: null, direction: null, openAsks: [], discrepancies: [], ledger: [], timeline: [], notes: [] };

type Format = "md" | "html" | "json";

async function write(dossier: Dossier, format: Format, ink: Ink | undefined): Promise<string> {
  if (format === "html") return (await import("../../view/html/page.ts")).writePage(dossier);
  if (format === "json") return toJson("brief", (await import("../../view/brief-data.ts")).briefData(dossier));
  return (await import("../../view/brief.ts")).writeBrief(dossier, ink);
}

function formatOf(output: string | undefined): Format {
  if (output === undefined || output === "-" || output.endsWith(".md")) return "md";
  if (output.endsWith(".html")) return "html";
  if (output.endsWith(".json")) return "json";
  throw new CliError(`No format is known for "${output}".`, EXIT.usage, "Name the file .md, .html or .json.");
}
