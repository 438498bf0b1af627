import { existsSync, readFileSync } from "node:fs";
import { loadTools } from "../src/pipeline/tools.ts";
import { analyzeArticle, readStream } from "./precision/stream.ts";
import { type Matched, matchRows, SLOTS } from "./recall/match.ts";
import { parseActors, parseRows } from "./recall/rows.ts";
import type { Score } from "./score.ts";

const goldFile = (name: string) => readFileSync(new URL(`gold/${name}`, import.meta.url), "utf8");
const share = (hits: number, of: number) => (of === 0 ? 0 : hits / of);

/**
 * What a careful reader would write down of articles of a day of news (gold/recall.tsv): how much of it is found, how much of that is right, and how many of the statements made some row
 * bears out. Rules were mended on most of the articles; the others stand apart as "unread".
 */
export async function run(goldPath: string): Promise<Score> {
  if (!existsSync(goldPath)) return { task: "recall", figures: {}, notes: [`skipped: no data at ${goldPath}`] };
  const actors = parseActors(goldFile("recall-actors.tsv"));
  const rows = parseRows(goldFile("recall.tsv"));
  const tools = loadTools();
  const parts: Record<"read" | "unread", Matched[]> = { read: [], unread: [] };
  for (const article of readStream(goldPath) ?? []) {
    const own = rows.filter((row) => row.article === article.id);
    if (own[0]) parts[own[0].read ? "read" : "unread"].push(matchRows(await analyzeArticle(article, tools), own, actors));
  }
  return { task: "recall", figures: { ...tell("read", parts.read), ...tell("unread", parts.unread) } };
}

function tell(part: string, articles: readonly Matched[]): Score["figures"] {
  const asked = articles.flatMap((a) => a.asked);
  const found = asked.filter((one) => one.judged);
  const slots = SLOTS.map((slot) => {
    const due = found.filter((one) => one.due.has(slot));
    return [`${part}: ${slot}, of found`, share(due.filter((one) => one.judged?.[slot]).length, due.length)] as const;
  });
  const right = found.filter((one) => SLOTS.every((slot) => one.judged?.[slot] || !one.due.has(slot)));
  return {
    [`${part}: rows`]: asked.length,
    [`${part}: found`]: share(found.length, asked.length),
    ...Object.fromEntries(slots),
    [`${part}: all right`]: share(right.length, asked.length),
    [`${part}: statements that a row bears out`]: share(
      articles.reduce((sum, a) => sum + a.standing, 0),
      articles.reduce((sum, a) => sum + a.statements, 0),
    ),
  };
}
