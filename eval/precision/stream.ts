import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { Analysis, Statement } from "../../src/model/index.ts";
import { analyze } from "../../src/pipeline/analyze.ts";
import type { Input } from "../../src/pipeline/inputs/input.ts";
import type { Tools } from "../../src/pipeline/tools.ts";
import { makeId } from "../../src/text/hash.ts";

/** One article of a day of news, under a short id made of its link. */
export interface StreamArticle {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly published: string;
  readonly source: string;
}

/** The articles of a day of news (a `.jsonl.gz`, or a folder that holds 2025-05-21.jsonl.gz), in the order of their ids, each link once; null where the file is not there. */
export function readStream(path: string): readonly StreamArticle[] | null {
  const file = existsSync(path) && statSync(path).isDirectory() ? join(path, "2025-05-21.jsonl.gz") : path;
  if (!existsSync(file)) return null;
  const rows: { link: string; title: string; text: string | null; published: string; source: string }[] = gunzipSync(readFileSync(file))
    .toString("utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  const articles = rows.map((row) => ({ ...row, id: makeId("stream", row.link), text: row.text ?? "" }));
  return [...new Map(articles.map((a) => [a.id, a])).values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Reads one article as a page of its own, as a reader would who is given nothing else. */
export async function analyzeArticle(article: StreamArticle, tools: Tools): Promise<Analysis> {
  const lines = [article.title, "", article.text].join("\n");
  const page: Input = { path: `${article.id}.txt`, bytes: new TextEncoder().encode(lines), mediaType: "text/plain" };
  async function* one() {
    yield page;
  }
  return analyze(one(), tools);
}

/** What a statement says, by names alone: stable while the article and the reading stay the same. */
export function readingKey(analysis: Pick<Analysis, "actors">, statement: Omit<Statement, "id">): string {
  const names = new Map(analysis.actors.map((a) => [a.id, a.name]));
  const list = (some: readonly { actor: string }[]) => some.map((p) => names.get(p.actor) ?? "?").join("+");
  const { trigger, eventType, modality, polarity, attribution } = statement;
  const speaker = attribution.length > 1 ? (names.get(attribution[0]?.actor ?? "") ?? attribution[0]?.kind ?? "") : "author";
  return makeId(
    [trigger.start, trigger.end, eventType, modality, polarity, list(statement.actors), list(statement.recipients), speaker].join(" "),
  );
}
