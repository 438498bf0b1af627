import { splitPage } from "../src/article/index.ts";
import { loadPageLexicon } from "../src/lexicon/pages.ts";
import { readPage } from "../src/page/index.ts";
import { type GluedPage, glueCards, glueDated, glueList, glueRelative, glueTitled, makeSingle } from "./generate/glue.ts";
import { makeRandom, readPool, readStream } from "./generate/pool.ts";
import type { Score } from "./score.ts";

const EACH = 60;
/** Seed of the generated pages; the splitter was tuned on another one (`SPLIT_SEED=1`). */
const SEED = Number(process.env["SPLIT_SEED"] ?? 20_250_521);

/** Scores the splitter on pages glued from real articles and real listing cards: titles found, window measures, text in the right article. */
export async function run(goldPath: string): Promise<Score> {
  const { stories, cards } = readPool(goldPath);
  const stream = readStream(goldPath);
  const random = makeRandom(SEED);
  const many = (make: (i: number) => GluedPage, n = EACH) => Array.from({ length: n }, (_, i) => make(i));
  const pages = [
    ...many(() => glueDated(stories, random)),
    ...many(() => glueList(stories, random)),
    ...many(() => glueRelative(stream.length > 20 ? stream : stories, random)),
    ...many(() => glueTitled(stories, random)),
    ...cards.map((group, i) => glueCards(stories[i % stories.length]!, group, random)),
    ...stories.map((story) => makeSingle(story, random)),
  ];
  const lexicon = loadPageLexicon();
  const results: Result[] = [];
  for (const [i, page] of pages.entries()) {
    const { pages: readings } = await readPage({ path: `${i}.txt`, bytes: new TextEncoder().encode(page.text) }, lexicon);
    const articles = readings.flatMap((reading) => splitPage(reading, lexicon).articles);
    const got = articles.map((a) => ({
      at: a.headlineSpan?.start ?? a.segments[0]?.pageStart ?? 0,
      spans: a.segments.map((s) => [s.pageStart, s.pageStart + s.end - s.start] as const),
    }));
    results.push(
      judge(
        page,
        got.sort((a, b) => a.at - b.at),
      ),
    );
  }
  if (process.env["SPLIT_LIST"])
    for (const r of results) if (r.page.style.startsWith(process.env["SPLIT_LIST"]) && (r.missed.length > 0 || r.extra.length > 0)) show(r);
  return {
    task: "split",
    figures: summarize(results),
    notes: [`${pages.length} pages, seed ${SEED}; each style: ${[...new Set(pages.map((p) => p.style))].join("; ")}`],
  };
}

interface Result {
  readonly page: GluedPage;
  readonly hit: number;
  readonly missed: readonly number[];
  readonly extra: readonly number[];
  readonly windowDiff: number;
  readonly pk: number;
  readonly right: number;
}

interface Got {
  readonly at: number;
  readonly spans: readonly (readonly [number, number])[];
}

/** The first piece's title is no boundary: it stands at the page's start. */
function judge(page: GluedPage, got: readonly Got[]): Result {
  const want = page.titles.slice(1);
  const starts = got.map((g) => g.at);
  const cuts = starts.filter((at, i) => at !== page.titles[0] && !(i === 0 && !want.includes(at)));
  const missed = want.filter((at) => !cuts.includes(at));
  const extra = cuts.filter((at) => !want.includes(at));
  const lines = lineStarts(page.text);
  const label = (starts: readonly number[]) => lines.map((at) => starts.filter((s) => s <= at).length);
  const [a, b] = [label(want), label(cuts)];
  const k = Math.max(1, Math.round(lines.length / (want.length + 1) / 2));
  let [wd, pk, n] = [0, 0, 0];
  for (let i = 0; i + k < lines.length; i += 1) {
    const [x, y] = [a[i + k]! - a[i]!, b[i + k]! - b[i]!];
    if (x !== y) wd += 1;
    if ((x === 0) !== (y === 0)) pk += 1;
    n += 1;
  }
  return {
    page,
    hit: want.length - missed.length,
    missed,
    extra,
    windowDiff: n ? wd / n : 0,
    pk: n ? pk / n : 0,
    right: rightShare(page, got),
  };
}

function lineStarts(text: string): readonly number[] {
  const starts: number[] = [];
  let at = 0;
  for (const line of text.split("\n")) {
    if (line.trim() !== "") starts.push(at);
    at += line.length + 1;
  }
  return starts;
}

/** The share of body characters that end up in the article they belong to. */
function rightShare(page: GluedPage, got: readonly Got[]): number {
  let [right, all] = [0, 0];
  for (const [i, [start, end]] of page.bodies.entries()) {
    const own = got.find((g) => g.at === page.titles[i]) ?? (i === 0 ? got[0] : undefined);
    all += end - start;
    for (const [a, b] of own?.spans ?? []) right += Math.max(0, Math.min(b, end) - Math.max(a, start));
  }
  return all === 0 ? 1 : right / all;
}

function summarize(results: readonly Result[]): Record<string, number> {
  const figures: Record<string, number> = {};
  const mean = (values: readonly number[]) => values.reduce((sum, v) => sum + v, 0) / Math.max(1, values.length);
  for (const kind of ["stamped", "relative", "cards", "titled"]) {
    const own = results.filter((r) => r.page.style.startsWith(kind));
    const hit = own.reduce((sum, r) => sum + r.hit, 0);
    const miss = own.reduce((sum, r) => sum + r.missed.length, 0);
    const extra = own.reduce((sum, r) => sum + r.extra.length, 0);
    figures[`${kind}.f1`] = (2 * hit) / Math.max(1, 2 * hit + miss + extra);
    figures[`${kind}.precision`] = hit / Math.max(1, hit + extra);
    figures[`${kind}.recall`] = hit / Math.max(1, hit + miss);
    figures[`${kind}.windowDiff`] = mean(own.map((r) => r.windowDiff));
    figures[`${kind}.pk`] = mean(own.map((r) => r.pk));
    figures[`${kind}.textInRightArticle`] = mean(own.map((r) => r.right));
  }
  const single = results.filter((r) => r.page.style === "single");
  figures["single.falseCutsPerArticle"] = mean(single.map((r) => r.extra.length));
  figures["single.textKept"] = mean(single.map((r) => r.right));
  return figures;
}

function show(r: Result): void {
  const line = (at: number) => r.page.text.slice(at, r.page.text.indexOf("\n", at)).slice(0, 90);
  console.error(`--- ${r.page.style}: ${r.hit} hit`);
  for (const at of r.missed) console.error(`  missed ${line(at)}`);
  for (const at of r.extra) console.error(`  extra  ${line(at)}`);
}
