import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import { splitPage } from "../src/article/index.ts";
import { loadPageLexicon } from "../src/lexicon/pages.ts";
import { readPage } from "../src/page/index.ts";

/** Scores article bodies as scrapinghub's article-extraction-benchmark does: multisets of 4-gram shingles, means over pages. */
export async function run(goldPath: string): Promise<{ task: string; figures: Record<string, number> }> {
  const file = `${goldPath}/ground-truth.json`;
  if (!existsSync(file)) throw new RangeError(`skipped: no data at ${goldPath}`);
  const truth = JSON.parse(readFileSync(file, "utf8")) as Record<string, { articleBody: string; url: string }>;
  const ids = Object.keys(truth).sort();
  const lexicon = loadPageLexicon();
  const pages = ids.map((id) => gunzipSync(readFileSync(`${goldPath}/html/${id}.html.gz`)));
  let peak = 0;
  const before = process.cpuUsage();
  const ours: string[] = [];
  const seen: string[] = [];
  for (const [i, bytes] of pages.entries()) {
    const { pages: readings } = await readPage(
      { path: `${ids[i]}.html`, bytes, mediaType: "text/html", url: truth[ids[i]!]!.url },
      lexicon,
    );
    const split = readings.map((reading) => splitPage(reading, lexicon).articles.filter((article) => article.kind === "article"));
    ours.push(split.flat()[0]?.text ?? "");
    seen.push(readings[0]?.page.text ?? "");
    if (i % 10 === 0) peak = Math.max(peak, process.memoryUsage.rss());
  }
  const spent = process.cpuUsage(before);
  const plain = pages.map((bytes) => plainReadability(bytes.toString("utf8")));
  const figures: Record<string, number> = {
    ...score(
      ours,
      ids.map((id) => truth[id]!.articleBody),
    ),
  };
  figures["proseLost"] = proseLost(
    ours,
    seen,
    ids.map((id) => truth[id]!.articleBody),
  );
  figures["pagesPerCpuSecond"] = pages.length / ((spent.user + spent.system) / 1e6);
  figures["peakMegabytes"] = peak / 2 ** 20;
  figures["pages"] = pages.length;
  for (const [name, value] of Object.entries(
    score(
      plain,
      ids.map((id) => truth[id]!.articleBody),
    ),
  ))
    figures[`readability.${name}`] = value;
  if (process.env["PAGES_LIST"]) list(ids, ours, truth);
  return { task: "pages", figures };
}

function plainReadability(html: string): string {
  try {
    return new Readability(parseHTML(html).document as never).parse()?.textContent ?? "";
  } catch {
    return "";
  }
}

const tokensOf = (text: string): readonly string[] => text.match(/[\p{L}\p{N}_]+/gu) ?? [];

function shinglesOf(text: string): Map<string, number> {
  const tokens = tokensOf(text);
  const counts = new Map<string, number>();
  const last = Math.max(1, tokens.length - 3);
  if (tokens.length === 0) return counts;
  for (let i = 0; i < last; i += 1) {
    const key = tokens.slice(i, i + 4).join(" ");
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function compare(got: string, want: string): { tp: number; fp: number; fn: number } {
  const [a, b] = [shinglesOf(got), shinglesOf(want)];
  let [tp, fp, fn] = [0, 0, 0];
  for (const key of new Set([...a.keys(), ...b.keys()])) {
    const [x, y] = [a.get(key) ?? 0, b.get(key) ?? 0];
    tp += Math.min(x, y);
    fp += Math.max(0, x - y);
    fn += Math.max(0, y - x);
  }
  const sum = tp + fp + fn;
  return sum === 0 ? { tp: 0, fp: 0, fn: 0 } : { tp: tp / sum, fp: fp / sum, fn: fn / sum };
}

function score(got: readonly string[], want: readonly string[]): { f1: number; precision: number; recall: number; exact: number } {
  const pages = got.map((text, i) => compare(text, want[i]!));
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  const precision = mean(pages.flatMap((p) => (p.tp + p.fp > 0 ? [p.tp / (p.tp + p.fp)] : [])));
  const recall = mean(pages.flatMap((p) => (p.tp + p.fn > 0 ? [p.tp / (p.tp + p.fn)] : [])));
  const exact = mean(got.map((text, i) => (tokensOf(text).join(" ") === tokensOf(want[i]!).join(" ") ? 1 : 0)));
  return { f1: (2 * precision * recall) / (precision + recall || 1), precision, recall, exact };
}

/** The share of the gold's paragraphs of 20 words or more that stand in a page's text and not in its article. */
function proseLost(ours: readonly string[], seen: readonly string[], want: readonly string[]): number {
  const plain = (text: string) => ` ${tokensOf(text).join(" ")} `;
  let [all, lost] = [0, 0];
  for (const [i, body] of want.entries()) {
    const [got, page] = [plain(ours[i]!), plain(seen[i]!)];
    for (const paragraph of body.split("\n").map(plain)) {
      if (paragraph.split(" ").length < 22 || !page.includes(paragraph)) continue;
      all += 1;
      if (!got.includes(paragraph)) lost += 1;
    }
  }
  return lost / Math.max(1, all);
}

function list(ids: readonly string[], ours: readonly string[], truth: Record<string, { articleBody: string; url: string }>): void {
  for (const [i, id] of ids.entries()) {
    const { tp, fp, fn } = compare(ours[i]!, truth[id]!.articleBody);
    console.error(
      `${(tp / (tp + (fp + fn) / 2 || 1)).toFixed(3)} fp ${fp.toFixed(3)} fn ${fn.toFixed(3)} ${id.slice(0, 8)} ${truth[id]!.url.slice(0, 80)}`,
    );
  }
}
