import type { Analysis } from "../model/analysis.ts";
import type { Article } from "../model/article.ts";
import type { Span } from "../model/span.ts";
import type { Statement } from "../model/statement.ts";
import { analysisSchema } from "./schema.ts";

/** One thing that does not hold, with the place in the JSON (`$.statements[3].quote`). */
export interface Finding {
  readonly path: string;
  readonly message: string;
}

/** An analysis as it may be trusted, or the reasons why not. */
export interface Verification {
  readonly findings: readonly Finding[];
  /** How many spans, quotes and ids were looked at. */
  readonly spans: number;
  readonly quotes: number;
  readonly ids: number;
}

interface Tally {
  findings: Finding[];
  spans: number;
  quotes: number;
  ids: number;
}

/**
 * Verifies a parsed `demarche/analysis@1`: its shape, every span inside its text, every quote equal to its slice,
 * every id unique and resolved, every text covered by its segments. Never throws.
 */
export function checkAnalysis(value: unknown): Verification {
  const tally: Tally = { findings: [], spans: 0, quotes: 0, ids: 0 };
  const shape = analysisSchema.safeParse(value);
  if (!shape.success) {
    for (const issue of shape.error.issues) say(tally, pathOf(issue.path), issue.message);
    return tally;
  }
  const analysis: Analysis = shape.data;
  checkIds(tally, analysis);
  checkPages(tally, analysis);
  checkArticles(tally, analysis);
  checkStatements(tally, analysis);
  checkValues(tally, analysis);
  checkEvents(tally, analysis);
  checkLedger(tally, analysis);
  return tally;
}

function pathOf(keys: readonly PropertyKey[]): string {
  return keys.reduce<string>((path, key) => path + (typeof key === "number" ? `[${key}]` : `.${String(key)}`), "$");
}

function say(tally: Tally, path: string, message: string): void {
  tally.findings.push({ path, message });
}

function checkSpan(tally: Tally, path: string, span: Span, length: number, where: string): boolean {
  tally.spans++;
  const good = span.start <= span.end && span.end <= length;
  if (!good) say(tally, path, `span ${span.start}–${span.end} does not lie in ${where} of ${length} characters`);
  return good;
}

function checkId(tally: Tally, path: string, id: string, known: ReadonlySet<string>, noun: string): void {
  tally.ids++;
  if (!known.has(id)) say(tally, path, `no ${noun} has the id "${id}"`);
}

function idsOf(items: readonly { readonly id: string }[]): ReadonlySet<string> {
  return new Set(items.map((item) => item.id));
}

function checkIds(tally: Tally, analysis: Analysis): void {
  const { pages, articles, actors, statements, events } = analysis;
  const entries = analysis.ledger.flatMap((row) => row.entries);
  for (const [noun, items] of Object.entries({ pages, articles, actors, statements, events, entries })) {
    const seen = new Map<string, number>();
    items.forEach((item, at) => {
      tally.ids++;
      const first = seen.get(item.id);
      if (first === undefined) seen.set(item.id, at);
      else say(tally, `$.${noun === "entries" ? "ledger entries" : noun}[${at}].id`, `"${item.id}" is also the id of number ${first}`);
    });
  }
}

function checkPages(tally: Tally, analysis: Analysis): void {
  const articles = idsOf(analysis.articles);
  const lengths = new Map(analysis.pages.map((page) => [page.id, page.length]));
  analysis.pages.forEach((page, p) => {
    const path = `$.pages[${p}]`;
    page.articles.forEach((id, n) => {
      checkId(tally, `${path}.articles[${n}]`, id, articles, "article");
    });
    page.leftovers.forEach((leftover, n) => {
      checkSpan(tally, `${path}.leftovers[${n}]`, leftover, page.length, "the page");
    });
  });
  analysis.notices.forEach((notice, n) => {
    const length = lengths.get(notice.page);
    if (length === undefined || notice.start === null || notice.end === null) return;
    checkSpan(tally, `$.notices[${n}]`, { start: notice.start, end: notice.end }, length, "the page");
  });
}

function checkArticles(tally: Tally, analysis: Analysis): void {
  const pages = new Map(analysis.pages.map((page) => [page.id, page]));
  const articles = idsOf(analysis.articles);
  analysis.articles.forEach((article, a) => {
    const path = `$.articles[${a}]`;
    checkId(tally, `${path}.page`, article.page, new Set(pages.keys()), "page");
    const page = pages.get(article.page);
    if (page) {
      if (!page.articles.includes(article.id)) say(tally, `${path}.page`, `page "${page.id}" does not list this article`);
      const inPage = (name: string, span: Span) => checkSpan(tally, `${path}.${name}`, span, page.length, "the page");
      if (article.headlineSpan) inPage("headlineSpan", article.headlineSpan);
      article.published.evidence.forEach((span, n) => {
        inPage(`published.evidence[${n}]`, span);
      });
      article.segments.forEach((segment, n) => {
        inPage(`segments[${n}].pageStart`, { start: segment.pageStart, end: segment.pageStart + segment.end - segment.start });
      });
    }
    article.copies.forEach((copy, n) => {
      checkSpan(tally, `${path}.copies[${n}]`, copy, article.text.length, "the article's text");
      checkId(tally, `${path}.copies[${n}].of`, copy.of, articles, "article");
    });
    checkSegments(tally, path, article);
  });
}

function checkSegments(tally: Tally, path: string, article: Article): void {
  let at = 0;
  article.segments.forEach((segment, n) => {
    if (!checkSpan(tally, `${path}.segments[${n}]`, segment, article.text.length, "the article's text")) return;
    if (segment.start < at) say(tally, `${path}.segments[${n}]`, "overlaps the segment before it, or stands out of order");
    else if (article.text.slice(at, segment.start).trim() !== "")
      say(tally, `${path}.segments[${n}]`, `characters ${at}–${segment.start} of the text belong to no segment`);
    at = Math.max(at, segment.end);
  });
  if (article.text.slice(at).trim() !== "") say(tally, `${path}.segments`, `characters from ${at} on belong to no segment`);
}

function checkStatements(tally: Tally, analysis: Analysis): void {
  const articles = new Map(analysis.articles.map((article) => [article.id, article]));
  const articleIds = new Set(articles.keys());
  const actors = idsOf(analysis.actors);
  const statements = idsOf(analysis.statements);
  analysis.statements.forEach((statement, s) => {
    const path = `$.statements[${s}]`;
    checkId(tally, `${path}.article`, statement.article, articleIds, "article");
    const text = articles.get(statement.article)?.text;
    if (text === undefined) return;
    for (const [name, span] of spansOf(statement)) checkSpan(tally, `${path}.${name}`, span, text.length, "the article's text");
    for (const [name, id] of actorsOf(statement)) checkId(tally, `${path}.${name}`, id, actors, "actor");
    if (statement.condition?.statement)
      checkId(tally, `${path}.condition.statement`, statement.condition.statement, statements, "statement");
    statement.quantities.forEach((index, n) => {
      tally.ids++;
      const quantity = analysis.quantities[index];
      if (quantity?.article !== statement.article) say(tally, `${path}.quantities[${n}]`, `no quantity ${index} stands in its article`);
    });
    tally.quotes++;
    const slice = text.slice(statement.evidence.start, statement.evidence.end);
    if (slice !== statement.quote)
      say(
        tally,
        `${path}.quote`,
        `is not the text at ${statement.evidence.start}–${statement.evidence.end}, which reads ${JSON.stringify(slice.slice(0, 80))}`,
      );
  });
}

function* spansOf(s: Statement): Generator<readonly [string, Span]> {
  yield ["evidence", s.evidence];
  yield ["trigger", s.trigger];
  if (s.condition) yield ["condition", s.condition];
  if (s.place) yield ["place", s.place];
  if (s.time && s.time.start !== null && s.time.end !== null) yield ["time", { start: s.time.start, end: s.time.end }];
  const lists = { actors: s.actors, recipients: s.recipients, mediators: s.mediators, leaders: s.leaders, objects: s.objects };
  for (const [name, spans] of Object.entries({ ...lists, "factuality.cues": s.factuality.cues }))
    for (const [n, span] of spans.entries()) yield [`${name}[${n}]`, span];
  for (const [n, link] of s.attribution.entries()) {
    yield [`attribution[${n}].content`, link.content];
    if (link.source) yield [`attribution[${n}].source`, link.source];
    if (link.cue) yield [`attribution[${n}].cue`, link.cue];
  }
}

// A holder who is no actor: the writer, or a source the text does not name.
const VOICES: readonly string[] = ["author", "unnamed"];

function* actorsOf(s: Statement): Generator<readonly [string, string]> {
  for (const name of ["actors", "recipients", "mediators", "leaders"] as const)
    for (const [n, participant] of s[name].entries()) yield [`${name}[${n}].actor`, participant.actor];
  for (const [n, leader] of s.leaders.entries()) if (leader.side !== null) yield [`leaders[${n}].side`, leader.side];
  for (const [n, link] of s.attribution.entries()) if (link.actor !== null) yield [`attribution[${n}].actor`, link.actor];
  if (!VOICES.includes(s.factuality.holder)) yield ["factuality.holder", s.factuality.holder];
}

function checkValues(tally: Tally, analysis: Analysis): void {
  const texts = new Map(analysis.articles.map((article) => [article.id, article.text]));
  const articles = new Set(texts.keys());
  for (const name of ["times", "quantities"] as const)
    analysis[name].forEach((value, n) => {
      checkId(tally, `$.${name}[${n}].article`, value.article, articles, "article");
      checkSpan(tally, `$.${name}[${n}]`, value, texts.get(value.article)?.length ?? 0, "the article's text");
    });
  analysis.quantities.forEach((quantity, n) => {
    if (quantity.comparedTo !== null && quantity.comparedTo >= analysis.quantities.length)
      say(tally, `$.quantities[${n}].comparedTo`, `there is no quantity ${quantity.comparedTo}`);
  });
  const actors = idsOf(analysis.actors);
  analysis.actors.forEach((actor, n) => {
    if (actor.partyOf !== null) checkId(tally, `$.actors[${n}].partyOf`, actor.partyOf, actors, "actor");
    actor.roles.forEach((role, r) => {
      checkId(tally, `$.actors[${n}].roles[${r}].article`, role.article, articles, "article");
      if (role.of !== null) checkId(tally, `$.actors[${n}].roles[${r}].of`, role.of, actors, "actor");
    });
  });
}

function checkEvents(tally: Tally, analysis: Analysis): void {
  const [statements, actors, articles, events] = [analysis.statements, analysis.actors, analysis.articles, analysis.events].map(idsOf);
  const all = (path: string, ids: readonly string[], known: ReadonlySet<string> | undefined, noun: string) => {
    for (const [n, id] of ids.entries()) checkId(tally, `${path}[${n}]`, id, known ?? new Set(), noun);
  };
  analysis.events.forEach((event, e) => {
    const path = `$.events[${e}]`;
    all(`${path}.statements`, event.statements, statements, "statement");
    all(`${path}.actors`, event.actors, actors, "actor");
    all(`${path}.recipients`, event.recipients, actors, "actor");
    all(
      `${path}.links`,
      event.links.map((link) => link.event),
      events,
      "event",
    );
    event.accounts.forEach((account, a) => {
      all(`${path}.accounts[${a}].articles`, account.articles, articles, "article");
      for (const slot of account.slots) all(`${path}.accounts[${a}].${slot.slot}`, slot.statements, statements, "statement");
    });
  });
  analysis.discrepancies.forEach((discrepancy, d) => {
    all(`$.discrepancies[${d}].event`, [discrepancy.event], events, "event");
    discrepancy.accounts.forEach((account, a) => {
      all(`$.discrepancies[${d}].accounts[${a}].statements`, account.statements, statements, "statement");
    });
  });
}

function checkLedger(tally: Tally, analysis: Analysis): void {
  const actors = idsOf(analysis.actors);
  const statements = idsOf(analysis.statements);
  const entries = new Set(analysis.ledger.flatMap((row) => row.entries.map((entry) => entry.id)));
  analysis.ledger.forEach((row, r) => {
    row.dyad.forEach((id, n) => {
      checkId(tally, `$.ledger[${r}].dyad[${n}]`, id, actors, "actor");
    });
    row.entries.forEach((entry, n) => {
      const path = `$.ledger[${r}].entries[${n}]`;
      for (const [name, id] of Object.entries({ from: entry.from, to: entry.to })) {
        checkId(tally, `${path}.${name}`, id, actors, "actor");
        if (!row.dyad.includes(id)) say(tally, `${path}.${name}`, "is not a party of the row's dyad");
      }
      if (entry.statements.length === 0) say(tally, `${path}.statements`, "a move without evidence");
      entry.statements.forEach((id, s) => {
        checkId(tally, `${path}.statements[${s}]`, id, statements, "statement");
      });
      if (entry.answers !== null) checkId(tally, `${path}.answers`, entry.answers, entries, "ledger entry");
    });
  });
}
