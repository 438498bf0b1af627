import { settlePages, splitPage } from "../article/index.ts";
import { joinEvents } from "../event/index.ts";
import { keepLedger } from "../ledger/index.ts";
import { readMentions } from "../mention/actor/read.ts";
import { findQuantities } from "../mention/quantity/find.ts";
import { findTimes } from "../mention/time/find.ts";
import type { AnalysedPage, Analysis, Article, Doc, Notice, PageReading, Quantity, Statement, Time } from "../model/index.ts";
import { readPage } from "../page/index.ts";
import { readDoc } from "../sentence/index.ts";
import { readStatements } from "../statement/read.ts";
import type { Input } from "./inputs/input.ts";
import type { Tools } from "./tools.ts";

export interface Progress {
  readonly stage: "pages" | "articles" | "statements" | "events";
  readonly done: number;
  /** null while the number is not yet known. */
  readonly of: number | null;
}

export interface AnalyzeOptions {
  readonly onProgress?: (progress: Progress) => void;
  /** Ends the work between two articles, with the signal's reason thrown. */
  readonly signal?: AbortSignal;
}

/** What the pages hold before anything is read in them. */
interface Shelf {
  readonly pages: readonly AnalysedPage[];
  readonly articles: readonly Article[];
  readonly notices: readonly Notice[];
}

/** Drives inputs through all stages. The order of the inputs does not change a byte of the result; the same bytes given twice count once. */
export async function analyze(inputs: AsyncIterable<Input | Notice>, tools: Tools, options: AnalyzeOptions = {}): Promise<Analysis> {
  const { pages, articles, notices } = await shelve(inputs, tools, options);
  const read = articles.filter((a) => a.kind === "article");
  const docs = new Map<string, Doc>();
  // Teasers tell who is who; what they say is told by their articles.
  for (const article of articles) {
    options.signal?.throwIfAborted();
    docs.set(article.id, readDoc(article.text, tools.core));
    options.onProgress?.({ stage: "articles", done: docs.size, of: articles.length });
  }
  const texts = articles.map((a) => ({ id: a.id, headline: a.headline, published: a.published.value, doc: docs.get(a.id)! }));
  const { actors, mentions } = readMentions(texts, tools.actors);
  const times: Time[] = [];
  const quantities: Quantity[] = [];
  const statements: Statement[] = [];
  const byId = new Map(actors.map((a) => [a.id, a]));
  for (const article of read) {
    options.signal?.throwIfAborted();
    const doc = docs.get(article.id)!;
    const own = findTimes(doc, { id: article.id, published: article.published.value }, tools.times);
    const firstQuantity = quantities.length;
    times.push(...own);
    quantities.push(...findQuantities(doc, article.id, own, tools.units));
    const reading = { article, doc, mentions: mentions.get(article.id) ?? [], times: own, quantities, firstQuantity };
    statements.push(...readStatements(reading, byId, tools));
    options.onProgress?.({ stage: "statements", done: statements.length, of: null });
  }
  const { events, discrepancies } = joinEvents({ articles, actors, statements, quantities }, tools.events);
  const ledger = keepLedger({ articles, actors, statements, events, quantities });
  const occurring = new Set(statements.flatMap((s) => s.issues));
  const issues = tools.issues.issues.filter((i) => occurring.has(i.id)).map(({ id, name }) => ({ id, name }));
  return {
    schema: "demarche/analysis@1",
    pages,
    articles,
    actors,
    statements,
    times,
    quantities,
    events,
    discrepancies,
    ledger,
    issues,
    notices,
  };
}

/** Reads every input into pages and splits them into articles, in the order of the paths. */
async function shelve(inputs: AsyncIterable<Input | Notice>, tools: Tools, options: AnalyzeOptions): Promise<Shelf> {
  const readings: PageReading[] = [];
  const notices: Notice[] = [];
  for await (const input of inputs) {
    options.signal?.throwIfAborted();
    if ("rule" in input) {
      notices.push(input);
      continue;
    }
    const read = await readPage(input, tools.pages);
    readings.push(...read.pages);
    notices.push(...read.notices);
    options.onProgress?.({ stage: "pages", done: readings.length, of: null });
  }
  const unique = [...new Map(readings.map((r) => [r.page.id, r])).values()].sort(
    (a, b) => compare(a.page.path, b.page.path) || compare(a.page.id, b.page.id),
  );
  const split = settlePages(unique.map((reading) => ({ page: reading.page, ...splitPage(reading, tools.pages) })));
  const pages = split.map(({ page: { text, source: _, ...page }, articles, leftovers, observed }) => ({
    ...page,
    observed: observed ?? page.observed,
    length: text.length,
    articles: articles.map((a) => a.id),
    leftovers,
  }));
  notices.push(...split.flatMap((s) => s.notices));
  notices.sort((a, b) => compare(a.page, b.page) || (a.start ?? -1) - (b.start ?? -1) || compare(a.rule, b.rule));
  return { pages, articles: split.flatMap((s) => s.articles), notices };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
