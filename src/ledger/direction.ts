import type { Article } from "../model/article.ts";
import { countCourse, sayCourse } from "../model/course.ts";
import type { Event } from "../model/event.ts";
import type { Direction, DirectionMove, DirectionPoint, LedgerRow } from "../model/ledger.ts";
import { ledSides, readParties } from "../model/party.ts";
import type { FactValue, Statement } from "../model/statement.ts";
import { formatMonth, lengthOf, readInterval } from "../text/interval.ts";
import { compareText, indexForms } from "../text/words.ts";
import type { LedgerInput } from "./index.ts";
import { type Move, readAllMoves } from "./moves.ts";

/** Score by `TYPE` or `TYPE/mode` (data/plover-scores.tsv). */
export type Scores = ReadonlyMap<string, number>;

const CERTAINTY: Readonly<Record<FactValue, number>> = {
  "CT+": 1,
  "PR+": 0.7,
  "PS+": 0.4,
  "CT-": 0,
  "PR-": 0,
  "PS-": 0,
  CTu: 0.5,
  Uu: 0.5,
};

/**
 * The course of a relation: PLOVER scores of its moves, each event once, weighted by certainty and by independent accounts.
 * What is only asked for, supposed or denied moves nothing; what is offered, promised or threatened counts as the verbal act it is.
 */
export function readDirection(dyad: readonly [string, string], input: LedgerInput, rows: readonly LedgerRow[], scores: Scores): Direction {
  const articles = new Map(input.articles.map((one) => [one.id, one]));
  const eventOf = new Map(input.events.flatMap((event) => event.statements.map((id) => [id, event] as const)));
  const names = { parties: readParties(input.actors, ledSides(input.statements)), forms: indexForms(input.actors), articles, eventOf };
  const groups = new Map<string, Move[]>();
  for (const move of readAllMoves(input.statements, names)) {
    if (!dyad.includes(move.from) || !dyad.includes(move.to)) continue;
    const key = `${eventOf.get(move.statement.id)?.id ?? move.statement.id}|${move.mutual ? "" : move.from}`;
    const group = groups.get(key);
    if (group) group.push(move);
    else groups.set(key, [move]);
  }
  const moves = [...groups.values()].flatMap((group) => weigh(group, eventOf, articles, scores) ?? []);
  const own = rows.filter((row) => dyad.includes(row.dyad[0]) && dyad.includes(row.dyad[1]));
  // The word and the sentence count entries, not scores: a score alone justifies nothing.
  const course = countCourse(own);
  return { dyad, ...course, sentence: `${sayCourse(course)}.`, points: pointsOf(moves) };
}

function weigh(
  group: readonly Move[],
  eventOf: ReadonlyMap<string, Event>,
  articles: ReadonlyMap<string, Article>,
  scores: Scores,
): DirectionMove | null {
  const statements = group.map((one) => one.statement).sort((a, b) => compareText(a.id, b.id));
  const valued = statements.filter((one) => one.polarity === "positive" && one.modality !== "hypothetical" && one.modality !== "denied");
  if (valued.length === 0) return null;
  // The surest telling speaks for the event: a later confirmation raises certainty, a majority of guesses does not.
  const best = [...valued].sort((a, b) => sureness(b) - sureness(a) || compareText(a.id, b.id))[0]!;
  const score = scoreOf(best, scores);
  if (score === 0) return null;
  const event = eventOf.get(best.id);
  const accounts = Math.max(1, event?.accounts.length ?? 1);
  const certainty = sureness(best);
  const weight = 1 - 0.5 ** accounts;
  const first = [...group].sort((a, b) => compareText(a.statement.id, b.statement.id))[0]!;
  return {
    event: event?.id ?? best.id,
    from: first.from,
    to: first.to,
    month: monthOf(best, event, articles),
    value: round(score * certainty * weight),
    score,
    certainty,
    weight,
    statements: [...new Set(statements.map((one) => one.id))],
  };
}

function sureness(statement: Statement): number {
  return round(CERTAINTY[statement.factuality.value] * statement.confidence);
}

function scoreOf(statement: Statement, scores: Scores): number {
  const done = statement.modality === "done" || statement.modality === "ongoing";
  const type = done ? statement.eventType : statement.plover;
  return (done && statement.mode ? scores.get(`${type}/${statement.mode}`) : undefined) ?? scores.get(type) ?? 0;
}

function monthOf(statement: Statement, event: Event | undefined, articles: ReadonlyMap<string, Article>): string | null {
  const when = readInterval(event?.time ?? statement.time?.value) ?? readInterval(articles.get(statement.article)?.published.value);
  if (!when) return null;
  const day = Number.isFinite(when.low) ? when.low : when.high;
  if (!Number.isFinite(day)) return null;
  // What is dated by its year alone must not look like January.
  if (!Number.isFinite(when.high - when.low) || lengthOf(when) > 62) {
    const [first, last] = [when.low, when.high].map((one) => (Number.isFinite(one) ? formatMonth(one).slice(0, 4) : null));
    return first !== null && (first === last || last === null) ? first! : null;
  }
  return formatMonth(day);
}

function pointsOf(moves: readonly DirectionMove[]): DirectionPoint[] {
  const months = new Map<string, DirectionMove[]>();
  for (const move of moves) if (move.month) months.set(move.month, [...(months.get(move.month) ?? []), move]);
  return [...months]
    .sort((a, b) => compareText(a[0], b[0]))
    .map(([month, own]) => {
      const sorted = [...own].sort((a, b) => compareText(a.event, b.event) || compareText(a.from, b.from));
      return { month, value: round(sorted.reduce((sum, one) => sum + one.value, 0)), moves: sorted };
    });
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
