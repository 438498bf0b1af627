import type { EventTables } from "../lexicon/events.ts";
import type { Actor } from "../model/actor.ts";
import type { Article } from "../model/article.ts";
import type { Discrepancy, Event } from "../model/event.ts";
import { ledSides, readParties } from "../model/party.ts";
import type { EventType, Statement } from "../model/statement.ts";
import type { Quantity } from "../model/values.ts";
import { formatDay } from "../text/civil.ts";
import { makeId } from "../text/hash.ts";
import { type Interval, lengthOf, readInterval } from "../text/interval.ts";
import { compareText, indexForms } from "../text/words.ts";
import { compareAccounts } from "./accounts.ts";
import type { Cluster } from "./cluster.ts";
import { gather } from "./gather.ts";
import { placeLeads } from "./leads.ts";
import { linkEvents } from "./links.ts";
import { joinRivals } from "./rivals.ts";
import { makeSources } from "./sources.ts";
import { findStories } from "./stories.ts";
import { type Frame, markRare, readTelling } from "./telling.ts";

/** What the event room reads: everything said in a set of articles. */
export interface EventInput {
  readonly articles: readonly Article[];
  readonly actors: readonly Actor[];
  readonly statements: readonly Statement[];
  /** In the order the statements' indexes refer to. */
  readonly quantities: readonly Quantity[];
}

/** Events, and how their accounts stand to each other. */
export interface Joined {
  readonly events: readonly Event[];
  readonly discrepancies: readonly Discrepancy[];
}

/**
 * Joins statements of any article that tell one happening into events, each in exactly one, and compares the accounts of independent publishers.
 * Pure; the order of the input does not matter. Statements of unknown articles are left out. Time grows near-linearly with the number of statements.
 */
export function joinEvents(input: EventInput, tables: EventTables): Joined {
  const parties = readParties(input.actors, ledSides(input.statements));
  const articles = new Map(input.articles.map((one) => [one.id, one]));
  const frame: Frame = {
    parties,
    tables,
    quantities: input.quantities,
    persons: indexForms(input.actors.filter((one) => one.kind === "person")),
    forms: indexForms(input.actors),
    lines: rememberLines(),
  };
  const read = input.statements.flatMap((statement) => {
    const article = articles.get(statement.article);
    return article ? [readTelling(statement, article, frame)] : [];
  });
  markRare(read);
  const tellings = placeLeads(read);
  const storyOf = findStories(input.articles, tables);
  const clusters = joinRivals(gather(tellings, storyOf, parties), tellings, storyOf, tables)
    .map((cluster) => ({ id: makeId("event", ...cluster.tellings.map((one) => one.statement.id).sort()), cluster }))
    .sort((a, b) => compareText(a.id, b.id));
  const links = linkEvents(clusters, tables);
  const sourceOf = makeSources(input.articles);
  const discrepancies: Discrepancy[] = [];
  const events = clusters.map(({ id, cluster }) => {
    const compared = compareAccounts({ id, cluster }, sourceOf, parties, tables);
    discrepancies.push(...compared.discrepancies);
    return {
      id,
      statements: cluster.tellings.map((one) => one.statement.id).sort(),
      eventType: commonType(cluster),
      actors: [...cluster.from].sort(),
      recipients: [...cluster.to].sort(),
      time: eventTime(cluster),
      story: storyOfEvent(cluster, storyOf),
      links: [...(links.get(id) ?? [])].sort((a, b) => compareText(a.kind + a.event, b.kind + b.event)),
      accounts: compared.accounts,
    };
  });
  return { events, discrepancies };
}

function rememberLines(): (article: Article) => readonly number[] {
  const known = new Map<string, readonly number[]>();
  return (article) => {
    const lines = known.get(article.id);
    if (lines) return lines;
    const starts = [0];
    for (let at = article.text.indexOf("\n"); at >= 0; at = article.text.indexOf("\n", at + 1)) starts.push(at + 1);
    known.set(article.id, starts);
    return starts;
  };
}

/** The type most tellings have; of types told equally often, the first in the alphabet. */
function commonType(cluster: Cluster): EventType {
  const counts = new Map<EventType, number>();
  for (const one of cluster.tellings) counts.set(one.statement.eventType, (counts.get(one.statement.eventType) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || compareText(a[0], b[0]))[0]![0];
}

/** The value of the shortest time told, if all agree with it; else the days all agree on. */
function eventTime(cluster: Cluster): string | null {
  if (!cluster.when) return null;
  const values = cluster.tellings.map((one) => one.statement.time?.value ?? null).filter((one): one is string => one !== null);
  const exact = [...new Set(values)].sort().find((value) => same(readInterval(value), cluster.when));
  if (exact) return exact;
  const { low, high } = cluster.when;
  if (lengthOf(cluster.when) === 1) return formatDay(low);
  return `${Number.isFinite(low) ? formatDay(low) : ".."}/${Number.isFinite(high) ? formatDay(high) : ".."}`;
}

function same(a: Interval | null, b: Interval | null): boolean {
  return a !== null && b !== null && a.low === b.low && a.high === b.high;
}

/** The story of the article published first among the tellers: later ones retell it. */
function storyOfEvent(cluster: Cluster, storyOf: ReadonlyMap<string, string>): string {
  const first = [...cluster.tellings].sort(
    (a, b) =>
      (a.published?.low ?? Number.MAX_SAFE_INTEGER) - (b.published?.low ?? Number.MAX_SAFE_INTEGER) ||
      compareText(a.article.id, b.article.id),
  )[0]!;
  return storyOf.get(first.article.id) ?? first.article.id;
}
