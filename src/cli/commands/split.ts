import type { Command } from "commander";
import type { SplitPage } from "../../pipeline/inputs/split.ts";
import { addInputs, type InputFlags, inputOptions } from "../reading.ts";

interface SplitOptions extends InputFlags {
  readonly json?: true;
  readonly cut?: true;
}

/** `demarche split FILE… [--json] [--cut] [--fetch]` */
export function register(program: Command): void {
  const command = program
    .command("split")
    .summary("what is found in each page, what was cut and why; nothing is stored")
    .description("Splits pages into articles and teasers and shows what was cut, with the rule that cut it. Reads only.")
    .argument("<file...>", "files, folders, patterns, - for stdin; addresses with --fetch")
    .option("--cut", "list every stretch that was cut");
  addInputs(command)
    .option("--json", "as data")
    .addHelpText(
      "after",
      "\nExamples:\n  demarche split page.html\n  demarche split --cut pages/ news.warc.gz\n  cat page.txt | demarche split - --json",
    )
    .action(async (files: readonly string[], options: SplitOptions) => {
      const { splitInputs } = await import("../../pipeline/inputs/split.ts");
      const { tellsLoss } = await import("../../pipeline/inputs/input.ts");
      const { pages, notices } = await splitInputs(files, await inputOptions(options));
      const skipped = notices.some(tellsLoss) || pages.length === 0;
      if (options.json) {
        const data = pages.map(({ page: { text: _, source: __, ...page }, articles, leftovers, observed }) => ({
          ...page,
          observed,
          articles,
          leftovers,
        }));
        process.stdout.write(`${JSON.stringify({ schema: "demarche/split@1", data: { pages: data, notices } }, null, 1)}\n`);
      } else process.stdout.write(pages.map((one) => writePage(one, options.cut === true)).join("\n"));
      for (const notice of options.json ? [] : notices) process.stderr.write(`${notice.rule}: ${notice.reason}\n`);
      if (skipped) process.exitCode = 3;
    });
}

function writePage(one: SplitPage, all: boolean): string {
  const { page, articles, leftovers } = one;
  const count = (kind: string) => articles.filter((article) => article.kind === kind).length;
  const lines = [
    `${page.path}  ${page.mediaType}, ${page.text.length} characters: ${count("article")} articles, ${count("teaser")} teasers${one.observed ? `, taken ${one.observed}` : ""}`,
  ];
  for (const article of articles) {
    const by = [article.publisher, article.byline?.name, article.section, article.language === "und" ? null : article.language].filter(
      (x) => x,
    );
    const copied = article.copies.reduce((sum, copy) => sum + copy.end - copy.start, 0);
    const words = article.text.match(/\S+/g)?.length ?? 0;
    lines.push(
      `  ${article.kind.padEnd(8)}${article.headline || "(no headline)"}`,
      `          ${article.published.value ?? "undated"} (${article.published.basis})${by.length > 0 ? `, ${by.join(", ")}` : ""}, ${words} words${article.captions.length > 0 ? `, ${article.captions.length} captions` : ""}${copied > 0 ? `, ${Math.round((100 * copied) / Math.max(1, article.text.length))} % copied` : ""}`,
    );
  }
  const cut = new Map<string, number>();
  for (const left of leftovers) cut.set(left.rule, (cut.get(left.rule) ?? 0) + left.end - left.start);
  lines.push(`  cut     ${[...cut].map(([rule, length]) => `${rule} ${length}`).join(", ") || "nothing"}`);
  if (all)
    for (const left of leftovers)
      lines.push(`          ${left.rule.padEnd(20)} ${page.text.slice(left.start, left.end).replace(/\s+/g, " ").slice(0, 90)}`);
  return `${lines.join("\n")}\n`;
}
