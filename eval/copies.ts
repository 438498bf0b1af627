import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { findCopies, findCopyPairs } from "../src/article/copies.ts";
import { makeArticle } from "./generate/article.ts";
import { makeRandom } from "./generate/pool.ts";
import type { Score } from "./score.ts";

/** Ways a text is taken over, as desks do it. */
const KINDS = {
  same: (words: string[]) => words,
  trimmed: (words: string[]) => words.slice(0, Math.max(60, Math.floor(words.length * 0.5))),
  datelined: (words: string[], random: () => number) => [
    "HARBOUR",
    "CITY,",
    `May ${1 + Math.floor(random() * 28)}`,
    "(Wire)",
    "—",
    ...words,
    "Reporting",
    "by",
    "the",
    "desk.",
  ],
  edited5: (words: string[], random: () => number) => edit(words, 0.05, random),
  edited10: (words: string[], random: () => number) => edit(words, 0.1, random),
  glued: (words: string[], _: () => number, other: string[]) => [...other, ...words],
  edited25: (words: string[], random: () => number) => edit(words, 0.25, random),
} as const;

/** Words changed, dropped or put in at a rate, as an editor does. */
function edit(words: readonly string[], rate: number, random: () => number): string[] {
  return words.flatMap((word) => {
    const dice = random();
    if (dice < rate / 3) return [];
    if (dice < (rate * 2) / 3) return [`altered${Math.floor(random() * 1000)}`];
    return dice < rate ? [word, "indeed"] : [word];
  });
}

/** Scores copies made from real texts in known ways: recall by kind, and pairs found between texts that have nothing to do with each other. */
export async function run(goldPath: string): Promise<Score> {
  const rows = readTexts(goldPath).slice(0, 300);
  const texts = rows.map((row) => row.text);
  const random = makeRandom(7);
  const originals = texts.map((text, i) => makeArticle({ id: `o${i}`, text, date: "2025-05-20", publisher: rows[i]!.source }));
  const known = new Set(findCopyPairs(originals).map((pair) => [pair.article, pair.of].sort().join(" ")));
  const figures: Record<string, number> = { texts: texts.length };
  const notes = [
    `${known.size} pairs of the originals themselves share half of a text (real copies in the stream); their families are not counted as false`,
  ];
  let [hits, all, falsePairs] = [0, 0, 0];
  for (const [kind, make] of Object.entries(KINDS)) {
    const copies = texts.map((text, i) => {
      const other = texts[(i + 7) % texts.length]!.split(" ");
      return makeArticle({ id: `c${i}`, text: make(text.split(" "), random, other).join(" "), date: "2025-05-21" });
    });
    const pairs = findCopyPairs([...originals, ...copies]);
    const found = new Set(pairs.filter((pair) => pair.article.slice(1) === pair.of.slice(1)).map((pair) => pair.article));
    const wrong = pairs.filter((pair) => {
      const [a, b] = [Number(pair.article.slice(1)), Number(pair.of.slice(1))];
      const kin =
        a === b ||
        (kind === "glued" &&
          (mod(a + 7, texts.length) === b ||
            mod(b + 7, texts.length) === a ||
            mod(a + 7, texts.length) === mod(b + 7, texts.length) ||
            Math.abs(a - b) === 7 ||
            Math.abs(a - b) === texts.length - 7));
      return !kin && !isKnown(known, a, b, kind === "glued" ? texts.length : 0);
    });
    figures[`recall.${kind}`] = found.size / texts.length;
    if (kind !== "edited25") {
      hits += found.size;
      all += texts.length;
    }
    falsePairs += wrong.length;
    if (process.env["COPIES_LIST"])
      for (const pair of wrong.slice(0, 10))
        console.error(kind, pair, texts[Number(pair.article.slice(1))]!.slice(0, 80), "|", texts[Number(pair.of.slice(1))]!.slice(0, 80));
  }
  figures["recall"] = hits / Math.max(1, all);
  figures["falsePairs"] = falsePairs;
  figures["wirePassages"] = scorePassages(texts, random);
  const before = process.cpuUsage();
  findCopies(originals);
  const spent = process.cpuUsage(before);
  figures["articlesPerCpuSecond"] = originals.length / Math.max(1e-6, (spent.user + spent.system) / 1e6);
  return { task: "copies", figures, notes };
}

const mod = (n: number, m: number) => ((n % m) + m) % m;

/** Pairs of texts that are real copies of each other; where texts were glued, those they were glued to count too. */
function isKnown(known: ReadonlySet<string>, a: number, b: number, glued: number): boolean {
  const near = (x: number) => (glued > 0 ? [x, mod(x + 7, glued)] : [x]);
  return near(a).some((x) => near(b).some((y) => x === y || known.has([`o${x}`, `o${y}`].sort().join(" "))));
}

/** A wire paragraph of 60 words inside another outlet's article: the share found and credited to the right text. */
function scorePassages(texts: readonly string[], random: () => number): number {
  let [right, n] = [0, 0];
  for (let i = 0; i < Math.min(200, texts.length - 1); i += 1) {
    const source = texts[i]!.split(" ");
    const host = texts[(i + 11) % texts.length]!.split(" ");
    if (source.length < 260 || host.length < 260) continue;
    const from = Math.floor(random() * (source.length - 70));
    // Words in quotation marks may be heard by two reporters: they are not counted as copied.
    if (/["“”]/.test(source.slice(from, from + 60).join(" "))) continue;
    n += 1;
    // Put between two sentences of the host, not into its quotations.
    const at =
      host.findIndex(
        (word, k) =>
          k >= 150 &&
          /[.!?]$/.test(word) &&
          (host
            .slice(0, k + 1)
            .join(" ")
            .match(/["“”]/g)?.length ?? 0) %
            2 ===
            0,
      ) + 1;
    const mixed = [...host.slice(0, at), ...source.slice(from, from + 60), ...host.slice(at)];
    const [, taker] = findCopies([
      makeArticle({ id: "wire", text: source.join(" "), date: "2025-05-20" }),
      makeArticle({ id: "host", text: mixed.join(" "), date: "2025-05-21" }),
    ]);
    if (taker!.copies.some((copy) => copy.of === "wire" && copy.end - copy.start > 200)) right += 1;
  }
  return right / Math.max(1, n);
}

function readTexts(goldPath: string): readonly { readonly text: string; readonly source: string | null }[] {
  if (!existsSync(goldPath)) throw new RangeError(`skipped: no data at ${goldPath}`);
  const files = statSync(goldPath).isDirectory()
    ? readdirSync(goldPath)
        .sort()
        .map((name) => `${goldPath}/${name}`)
    : [goldPath];
  return files
    .filter((file) => file.endsWith(".jsonl.gz"))
    .flatMap((file) => gunzipSync(readFileSync(file)).toString("utf8").split("\n"))
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as { text?: string; source?: string })
    .map((row) => ({ text: row.text?.replace(/\s+/g, " ").trim() ?? "", source: row.source ?? null }))
    .filter(({ text }) => text.split(" ").length >= 150 && text.length < 20_000);
}
