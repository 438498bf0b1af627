import { readMentions } from "../mention/actor/read.ts";
import { findQuantities } from "../mention/quantity/find.ts";
import { findTimes } from "../mention/time/find.ts";
import type { AnalysedPage, Analysis, Article, Doc, Notice, Quantity, Statement, Time } from "../model/index.ts";
import { readDoc } from "../sentence/index.ts";
import { readStatements } from "../statement/read.ts";
import { compareNotices, type Input } from "./inputs/input.ts";
import { type PageOptions, type SplitPage, shelve } from "./inputs/split.ts";
import { relate } from "./relate.ts";
import type { Tools } from "./tools.ts";

/** How far an analysis has come. */
export interface Progress {
  readonly stage: "pages" | "articles" | "statements" | "events";
  readonly done: number;
  /** null while the number is not yet known. */
  readonly of: number | null;
}

/** How to read inputs, and who is told how far it has come. */
export interface AnalyzeOptions extends Omit<PageOptions, "onPages"> {
  readonly onProgress?: (progress: Progress) => void;
  /** Ends the work between two inputs or articles, with the signal's reason thrown. */
  readonly signal?: AbortSignal;
}

/** Drives inputs through all stages. The order of the inputs does not change a byte of the result; the same bytes given twice count once. */
export async function analyze(inputs: AsyncIterable<Input | Notice>, tools: Tools, options: AnalyzeOptions = {}): Promise<Analysis> {
  const shelf = await shelve(inputs, tools.pages, {
    ...options,
    onPages: (done) => options.onProgress?.({ stage: "pages", done, of: null }),
  });
  const pages = shelf.pages.map(analysedPage);
  const articles = shelf.pages.flatMap((one) => one.articles);
  const readable = articles.filter(isReadable);
  const read = readable.filter((a) => a.kind === "article");
  const docs = new Map<string, Doc>();
  // Teasers tell who is who; what they say is told by their articles.
  for (const article of readable) {
    options.signal?.throwIfAborted();
    docs.set(article.id, readDoc(article.text, tools.core));
    options.onProgress?.({ stage: "articles", done: docs.size, of: readable.length });
  }
  const texts = readable.map((a) => ({ id: a.id, headline: a.headline, published: a.published.value, doc: docs.get(a.id)! }));
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
  return {
    schema: "demarche/analysis@1",
    pages,
    articles,
    actors,
    statements,
    times,
    quantities,
    ...relate({ articles, actors, statements, quantities, issues: tools.issues.issues }, tools.events),
    notices: [...shelf.notices, ...articles.filter((a) => a.kind === "article" && !isReadable(a)).map(foreignNotice)].sort(compareNotices),
  };
}

/** The language core reads English; what shows no language (a line or two) is read as English. */
function isReadable(article: Article): boolean {
  return /^(?:en|und)\b/i.test(article.language);
}

function foreignNotice({ page, headline, language }: Article): Notice {
  const which = headline === "" ? "an article" : `"${headline.slice(0, 80)}"`;
  const reason = `${which} is in another language (${language}): no statements are read in it. Give it in English.`;
  return { page, rule: "article/language", reason, start: null, end: null };
}

/** A page as the analysis keeps it: its length in place of its text. */
function analysedPage({ page: { text, source: _, ...page }, articles, leftovers, observed }: SplitPage): AnalysedPage {
  return { ...page, observed: observed ?? page.observed, length: text.length, articles: articles.map((a) => a.id), leftovers };
}
