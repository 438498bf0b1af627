import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { findStories } from "../../src/event/stories.ts";
import type { EventTables } from "../../src/lexicon/events.ts";
import type { Article } from "../../src/model/article.ts";
import { makeId } from "../../src/text/hash.ts";
import { buildReading } from "./hand.ts";

/** The day of news the stories are judged on; null where the file is not there. */
export function readStream(file: URL): readonly Article[] | null {
  if (!existsSync(file)) return null;
  const rows: { link: string; title: string; text: string | null; source: string; published_parsed: number[] }[] = gunzipSync(
    readFileSync(file),
  )
    .toString("utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  const articles = rows.map((row) => ({
    id: makeId("stream", row.link),
    publisher: row.source,
    published: (row.published_parsed ?? [2025, 5, 21])
      .slice(0, 3)
      .map((n) => String(n).padStart(2, "0"))
      .join("-"),
    text: row.text ?? "",
    headline: row.title,
  }));
  return buildReading([], articles, []).articles;
}

/** Precision of the stories found against the clusters judged by hand: over pairs of judged articles put together, and over clusters without a stranger. */
export function scoreStories(
  articles: readonly Article[],
  verdicts: string,
  tables: EventTables,
): { readonly pairs: number; readonly precision: number; readonly recall: number; readonly clusters: number; readonly pure: number } {
  const label = new Map<string, string>();
  for (const line of verdicts.split("\n")) {
    const [cluster = "", id, letter] = line.split("\t");
    if (id !== undefined && !line.startsWith("#")) label.set(id, `${cluster}${letter}`);
  }
  const stories = findStories(articles, tables);
  const groups = new Map<string, string[]>();
  for (const id of label.keys()) {
    const story = stories.get(id) ?? id;
    groups.set(story, [...(groups.get(story) ?? []), id]);
  }
  const judged = [...label.keys()].sort();
  let [right, shown, wanted] = [0, 0, 0];
  for (const [i, a] of judged.entries())
    for (const b of judged.slice(i + 1)) {
      const together = stories.get(a) === stories.get(b);
      const same = label.get(a) === label.get(b);
      // Articles judged in two different clusters were never compared by the reader.
      if (Number.parseInt(label.get(a)!, 10) !== Number.parseInt(label.get(b)!, 10)) continue;
      if (together) shown++;
      if (same) wanted++;
      if (together && same) right++;
    }
  const large = [...groups.values()].filter((one) => one.length > 1);
  const pure = large.filter(
    (one) => new Set(one.map((id) => Number.parseInt(label.get(id)!, 10))).size > 1 || new Set(one.map((id) => label.get(id))).size === 1,
  ).length;
  return { pairs: shown, precision: right / shown, recall: right / wanted, clusters: large.length, pure: pure / large.length };
}
