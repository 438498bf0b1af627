import type { Actor } from "../model/actor.ts";
import type { Article } from "../model/article.ts";
import type { Event } from "../model/event.ts";
import type { LedgerRow } from "../model/ledger.ts";
import { readParties } from "../model/party.ts";
import type { Statement } from "../model/statement.ts";
import type { Quantity } from "../model/values.ts";
import { readInterval } from "../text/interval.ts";
import { compareText, indexForms } from "../text/words.ts";
import { answer } from "./answers.ts";
import { type Draft, draftEntries } from "./entries.ts";
import { readAllMoves } from "./moves.ts";
import { judgeRow } from "./states.ts";

/** What the ledger is kept from. */
export interface LedgerInput {
  readonly articles: readonly Article[];
  readonly actors: readonly Actor[];
  readonly statements: readonly Statement[];
  readonly events: readonly Event[];
  /** In the order the statements' indexes refer to; without them counts are not compared. */
  readonly quantities?: readonly Quantity[];
}

/**
 * The ledger: one row a dyad and issue (`general` where a statement has none), entries in order of time, answers tied to asks, a state with its rule and scope.
 * Actors are lifted to their parties. Pure; the order of the input does not matter.
 */
export function keepLedger(input: LedgerInput): readonly LedgerRow[] {
  const articles = new Map(input.articles.map((one) => [one.id, one]));
  const eventOf = new Map(input.events.flatMap((event) => event.statements.map((id) => [id, event] as const)));
  const names = { parties: readParties(input.actors), forms: indexForms(input.actors), articles, eventOf };
  const moves = readAllMoves(
    input.statements.filter((one) => articles.has(one.article)),
    names,
  );
  const upTo = lastDay(input.articles);
  return [...draftEntries(moves, { eventOf, articles, quantities: input.quantities ?? [] })]
    .sort((a, b) => compareText(a[0], b[0]))
    .map(([key, drafts]) => makeRow(key, drafts, upTo));
}

function makeRow(key: string, drafts: readonly Draft[], upTo: string | null): LedgerRow {
  const [one = "", other = "", issue = ""] = key.split("|");
  const ordered = [...drafts].sort(
    (a, b) =>
      a.order - b.order ||
      (a.when?.high ?? 0) - (b.when?.high ?? 0) ||
      compareText(a.place, b.place) ||
      compareText(a.entry.id, b.entry.id),
  );
  const answers = answer(ordered, issue);
  const replies = new Map(answers.map((two) => [two.reply, two.ask]));
  const { state, rule } = judgeRow(ordered, answers, upTo);
  const entries = ordered.map(({ entry }) => ({ ...entry, answers: replies.get(entry.id) ?? null }));
  return { dyad: [one, other], issue, state, rule, upTo, entries };
}

/** The last day any article was published, as its value says it; null where none has a date. */
function lastDay(articles: readonly Article[]): string | null {
  let last: { value: string; high: number } | null = null;
  for (const { published } of articles) {
    const high = readInterval(published.value)?.high;
    if (published.value === null || high === undefined) continue;
    if (!last || high > last.high || (high === last.high && published.value < last.value)) last = { value: published.value, high };
  }
  return last?.value.split("/").at(-1)?.slice(0, 10) ?? null;
}
