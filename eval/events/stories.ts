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

/** How the stories found stand to those judged by hand. */
export interface StoryScore {
  /** Pairs of judged articles that were put together, and the share of them that belong together. */
  readonly pairs: number;
  readonly precision: number;
  /** Clusters of judged articles, and the share of them without a stranger. */
  readonly clusters: number;
  readonly pure: number;
}

/** Compares the stories found with the labels judged by hand, over the articles judged. Recall is not known: what stands alone was not read. */
export function scoreStories(articles: readonly Article[], verdicts: string, tables: EventTables): StoryScore {
  const label = new Map<string, string>();
  for (const line of verdicts.split("\n")) {
    const [story, id] = line.split("\t");
    if (story !== undefined && id !== undefined && !line.startsWith("#")) label.set(id, story);
  }
  const stories = findStories(articles, tables);
  const groups = new Map<string, string[]>();
  for (const id of label.keys()) {
    const story = stories.get(id) ?? id;
    groups.set(story, [...(groups.get(story) ?? []), id]);
  }
  const large = [...groups.values()].filter((one) => one.length > 1);
  let [right, shown] = [0, 0];
  for (const group of large)
    for (const [i, a] of group.entries())
      for (const b of group.slice(i + 1)) {
        shown++;
        if (label.get(a) === label.get(b)) right++;
      }
  const pure = large.filter((one) => new Set(one.map((id) => label.get(id))).size === 1).length;
  return { pairs: shown, precision: right / shown, clusters: large.length, pure: pure / large.length };
}
