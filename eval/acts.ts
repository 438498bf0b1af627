import { readFileSync } from "node:fs";
import { loadActLexicon } from "../src/lexicon/acts.ts";
import { loadViewTable } from "../src/lexicon/plover.ts";
import { parseTable } from "../src/lexicon/table.ts";
import { loadCore } from "../src/sentence/core.ts";
import { readDoc } from "../src/sentence/read.ts";
import { readActs } from "../src/statement/act/read.ts";
import { readModality } from "../src/statement/modality/read.ts";
import { deriveViews } from "../src/statement/plover.ts";
import { rootOf } from "./coding/choose.ts";
import type { Score } from "./score.ts";

/** Sentences of our own, each with the type of the act it tells in the benchmark's view, or "none": how many acts are found, and how many plain sentences stay silent. */
export async function run(goldPath: string): Promise<Score> {
  const core = loadCore(readFileSync(new URL("../data/core.bin", import.meta.url)));
  const lexicon = loadActLexicon();
  const views = loadViewTable();
  const rows = parseTable(readFileSync(goldPath, "utf8"), goldPath);
  const told = (text: string): string[] => {
    const doc = readDoc(text, core, { parse: () => true });
    return readActs(doc, lexicon).map(({ trigger, eventType, mode }) => {
      const { modality, positive } = readModality(doc, trigger, lexicon.control);
      return rootOf(deriveViews(views, eventType, modality ?? "hypothetical", positive ? "positive" : "negative", mode).plv);
    });
  };
  const judged = rows.map((row) => ({ view: row["view"] ?? "", text: row["sentence"] ?? "", types: told(row["sentence"] ?? "") }));
  const telling = judged.filter((one) => one.view !== "none");
  const plain = judged.filter((one) => one.view === "none");
  const missed = telling.filter((one) => !one.types.includes(one.view));
  const loud = plain.filter((one) => one.types.length > 0);
  return {
    task: "acts",
    figures: {
      sentences: judged.length,
      found: 1 - missed.length / telling.length,
      silent: 1 - loud.length / plain.length,
    },
    notes: [...missed, ...loud].map((one) => `${one.view} but ${one.types.join(" ") || "nothing"}: ${one.text}`),
  };
}
