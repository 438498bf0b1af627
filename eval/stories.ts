import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { loadEventTables } from "../src/lexicon/events.ts";
import { readStream, scoreStories } from "./events/stories.ts";
import type { Score } from "./score.ts";

/** Stories of a day of news (a folder with `2025-05-21.jsonl.gz`, or such a file) against clusters judged by hand (gold/events/stories.tsv). */
export async function run(goldPath: string): Promise<Score> {
  const file = existsSync(goldPath) && statSync(goldPath).isDirectory() ? join(goldPath, "2025-05-21.jsonl.gz") : goldPath;
  const articles = readStream(pathToFileURL(file));
  if (!articles) return { task: "stories", figures: {}, notes: [`skipped: no data at ${file}`] };
  const score = scoreStories(articles, readFileSync(new URL("gold/events/stories.tsv", import.meta.url), "utf8"), loadEventTables());
  return {
    task: "stories",
    figures: {
      articles: articles.length,
      pairs: score.pairs,
      "precision of pairs": score.precision,
      clusters: score.clusters,
      "clusters without a stranger": score.pure,
    },
  };
}
