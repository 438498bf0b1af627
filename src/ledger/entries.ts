import type { Article } from "../model/article.ts";
import type { Event } from "../model/event.ts";
import type { EntryKind, LedgerEntry } from "../model/ledger.ts";
import type { Statement } from "../model/statement.ts";
import type { Quantity } from "../model/values.ts";
import { makeId } from "../text/hash.ts";
import { type Interval, lengthOf, readInterval } from "../text/interval.ts";
import { compareText, stem, wordsOf } from "../text/words.ts";
import type { Move } from "./moves.ts";

/** An entry being made, with what its answers and state are judged by. */
export interface Draft {
  readonly entry: LedgerEntry;
  readonly kind: EntryKind;
  readonly mutual: boolean;
  /** Days it can lie in: its own date, else up to its first publication. */
  readonly when: Interval | null;
  /** The day it is ordered by. */
  readonly order: number;
  /** Words of what is asked or given. */
  readonly objects: ReadonlySet<string>;
  /** How many persons or things, where a count is told. */
  readonly count: number | null;
  /** Where it is first told: ties of one day fall in the order of publication and text. */
  readonly place: string;
}

/** What entries are drafted from, beside their moves. */
export interface Sources {
  readonly eventOf: ReadonlyMap<string, Event>;
  readonly articles: ReadonlyMap<string, Article>;
  readonly quantities: readonly Quantity[];
}

/** Moves of one event, direction and kind make one entry, however many papers tell it; one draft for each issue they touch. */
export function draftEntries(moves: readonly Move[], sources: Sources): ReadonlyMap<string, readonly Draft[]> {
  const { eventOf } = sources;
  const groups = new Map<string, Move[]>();
  for (const move of moves) {
    const event = eventOf.get(move.statement.id)?.id ?? move.statement.id;
    const sides = move.mutual ? [move.from, move.to].sort() : [move.from, move.to];
    const key = [event, ...sides, move.kind].join("|");
    const group = groups.get(key);
    if (group) group.push(move);
    else groups.set(key, [move]);
  }
  const rows = new Map<string, Draft[]>();
  for (const group of groups.values()) {
    group.sort(
      (a, b) =>
        compareText(a.statement.article, b.statement.article) ||
        a.statement.evidence.start - b.statement.evidence.start ||
        compareText(a.statement.id, b.statement.id),
    );
    for (const issue of issuesOf(group)) {
      const draft = draftEntry(group, issue, sources);
      const key = `${[draft.entry.from, draft.entry.to].sort().join("|")}|${issue}`;
      const row = rows.get(key);
      if (row) row.push(draft);
      else rows.set(key, [draft]);
    }
  }
  return rows;
}

/** The issues most of its tellings touch that touch any: one sentence that speaks of three things does not put a release under all of them. */
function issuesOf(group: readonly Move[]): readonly string[] {
  const telling = group.filter((one) => one.statement.issues.length > 0);
  const counts = new Map<string, number>();
  for (const one of telling) for (const issue of new Set(one.statement.issues)) counts.set(issue, (counts.get(issue) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  const found = [...counts].filter(([, count]) => count * 2 >= telling.length || count === most).map(([issue]) => issue);
  return found.length > 0 ? found.sort() : ["general"];
}

function draftEntry(group: readonly Move[], issue: string, sources: Sources): Draft {
  const { eventOf, articles } = sources;
  const first = group[0]!;
  const statements = [...new Set(group.map((one) => one.statement.id))].sort();
  const told = firstTold(group, articles);
  const dates = [dateOf(group.map((one) => one.statement)), eventOf.get(first.statement.id)?.time ?? null];
  const date = dates.find((one) => one !== null && !isDue(one, first.kind, told)) ?? null;
  const when = readInterval(date) ?? (told === null ? null : { low: Number.NEGATIVE_INFINITY, high: told });
  const entry: LedgerEntry = {
    id: makeId("entry", first.from, first.to, issue, first.kind, ...statements),
    from: first.from,
    to: first.to,
    kind: first.kind,
    date,
    statements,
    answers: null,
    soft: group.every((one) => one.soft),
    ...(group.every((one) => one.implied !== null) ? { implied: first.implied! } : {}),
  };
  const order = when === null ? Number.POSITIVE_INFINITY : Number.isFinite(when.low) ? when.low : when.high;
  const objects = new Set(group.flatMap((one) => objectWords(one.statement, articles.get(one.statement.article))));
  const { article, evidence } = first.statement;
  const place = `${articles.get(article)?.published.value ?? ""}|${article}|${String(evidence.start).padStart(9, "0")}`;
  return {
    entry,
    kind: first.kind,
    mutual: first.mutual,
    when,
    order,
    objects,
    count: countOf(group, sources.quantities),
    place,
  };
}

/** The shortest time any of them gives; of times equally short, the first. */
function dateOf(statements: readonly Statement[]): string | null {
  const dated = statements.flatMap((one) => {
    const value = one.time?.value ?? null;
    const interval = readInterval(value);
    return value !== null && interval ? [{ value, length: lengthOf(interval) }] : [];
  });
  dated.sort((a, b) => a.length - b.length || compareText(a.value, b.value));
  return dated[0]?.value ?? null;
}

const WORDS: ReadonlySet<EntryKind> = new Set(["asked", "offered", "conditional", "promised", "threatened", "refused"]);

/** "promised on Monday to pay in September": a day after the telling is when it falls due, not when it was said. */
function isDue(date: string, kind: EntryKind, told: number | null): boolean {
  const when = readInterval(date);
  return WORDS.has(kind) && told !== null && when !== null && when.low > told;
}

/** The largest count any of them tells, by its upper bound; null where none counts. */
function countOf(group: readonly Move[], quantities: readonly Quantity[]): number | null {
  const counts = group
    .flatMap((one) => one.statement.quantities.map((i) => quantities[i]))
    .filter((one) => one?.kind === "count")
    .map((one) => one?.high ?? one?.low ?? null)
    .filter((one) => one !== null);
  return counts.length > 0 ? Math.max(...counts) : null;
}

function firstTold(group: readonly Move[], articles: ReadonlyMap<string, Article>): number | null {
  const days = group
    .map((one) => readInterval(articles.get(one.statement.article)?.published.value)?.high)
    .filter((one): one is number => one !== undefined);
  return days.length > 0 ? Math.min(...days) : null;
}

/** Words of the objects of a statement, stemmed; its function words are of no matter, they are short. */
export function objectWords(statement: Statement, article: Article | undefined): string[] {
  if (!article) return [];
  return statement.objects
    .flatMap((span) => wordsOf(article.text.slice(span.start, span.end)).map(stem))
    .filter((word) => word.length >= 4);
}
