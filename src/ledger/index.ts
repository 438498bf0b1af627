import type { Actor } from "../model/actor.ts";
import type { Article } from "../model/article.ts";
import type { Event } from "../model/event.ts";
import type { LedgerRow } from "../model/ledger.ts";
import { ledSides, readParties } from "../model/party.ts";
import type { Statement } from "../model/statement.ts";
import type { Quantity } from "../model/values.ts";
import { readInterval } from "../text/interval.ts";
import { compareText, indexForms } from "../text/words.ts";
import { answer } from "./answers.ts";
import { type Draft, draftEntries } from "./entries.ts";
import { type Move, readAllMoves } from "./moves.ts";
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
  const names = { parties: readParties(input.actors, ledSides(input.statements)), forms: indexForms(input.actors), articles, eventOf };
  const moves = readAllMoves(
    input.statements.filter((one) => articles.has(one.article)),
    names,
  );
  const reach = findReach(moves, articles);
  return [...draftEntries(moves, { eventOf, articles, quantities: input.quantities ?? [] })]
    .sort((a, b) => compareText(a[0], b[0]))
    .map(([key, drafts]) => makeRow(key, drafts, reach));
}

function makeRow(key: string, drafts: readonly Draft[], reach: ReadonlyMap<string, string>): LedgerRow {
  const [one = "", other = "", issue = ""] = key.split("|");
  const upTo = reach.get(`${one}|${other}`) ?? null;
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

/** The last day any article that tells of two parties was published, by the two: what was published since about others says nothing of them. */
function findReach(moves: readonly Move[], articles: ReadonlyMap<string, Article>): ReadonlyMap<string, string> {
  const last = new Map<string, { readonly value: string; readonly high: number }>();
  for (const { from, to, statement } of moves) {
    const value = articles.get(statement.article)?.published.value ?? null;
    const high = readInterval(value)?.high;
    if (value === null || high === undefined) continue;
    const key = [from, to].sort().join("|");
    const known = last.get(key);
    if (!known || high > known.high || (high === known.high && value < known.value)) last.set(key, { value, high });
  }
  return new Map([...last].map(([key, { value }]) => [key, value.split("/").at(-1)!.slice(0, 10)]));
}
