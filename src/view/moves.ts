import type { EntryKind } from "../model/ledger.ts";
import { boundsOf, sayWhen } from "./dates.ts";
import type { Dossier, Move } from "./dossier.ts";
import { type Ink, PLAIN, sayDoubt } from "./ink.ts";
import { quoteOf, sayKind, sayRule, sayState, sayVoices, sayWay } from "./lines.ts";
import { count, KINDS } from "./words.ts";

/** What of a dossier to show; what is left out does not narrow. */
export interface Filter {
  /** Actor ids. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly kind?: EntryKind | undefined;
  readonly issue?: string | undefined;
  /** EDTF; a move that may have happened on the day is kept. */
  readonly since?: string | undefined;
  readonly until?: string | undefined;
}

/** The moves a filter lets through, in order of time. A move without a date passes only where no date is asked for. */
export function filterMoves(moves: readonly Move[], filter: Filter): readonly Move[] {
  const since = boundsOf(filter.since ?? null)?.low ?? Number.NEGATIVE_INFINITY;
  const until = boundsOf(filter.until ?? null)?.high ?? Number.POSITIVE_INFINITY;
  const dated = filter.since !== undefined || filter.until !== undefined;
  return moves.filter((move) => {
    const when = boundsOf(move.entry.date);
    return (
      (filter.from === undefined || move.entry.from === filter.from) &&
      (filter.to === undefined || move.entry.to === filter.to) &&
      (filter.kind === undefined || move.kind === filter.kind) &&
      (filter.issue === undefined || move.issues.includes(filter.issue)) &&
      (!dated || (when !== null && when.high >= since && when.low <= until))
    );
  });
}

/** A move as plain data, with its evidence. */
export function moveData(move: Move): Readonly<Record<string, unknown>> {
  return {
    id: move.entry.id,
    kind: move.kind,
    from: { id: move.from.id, name: move.from.name },
    to: { id: move.to.id, name: move.to.name },
    issues: move.issues,
    date: move.entry.date,
    when: move.when,
    soft: move.entry.soft,
    disputed: move.disputed,
    sure: move.sure,
    answers: move.answers,
    answeredBy: move.answeredBy,
    outlets: move.outlets,
    evidence: move.notes.map((note) => ({
      statement: note.statement.id,
      article: note.article.id,
      outlet: note.outlet,
      published: note.article.published.value,
      start: note.statement.evidence.start,
      end: note.statement.evidence.end,
      quote: note.statement.quote,
      voice: note.voice,
      confidence: note.statement.confidence,
    })),
  };
}

/** Moves as text, one after the other, each with its words and its speaker. */
export function writeMoves(moves: readonly Move[], searched: number, ink: Ink = PLAIN): string {
  if (moves.length === 0) return `No such move found; ${count(searched, "move")} searched.\n`;
  return moves.map((move) => `${writeMove(move, ink)}\n`).join("");
}

function writeMove(move: Move, ink: Ink): string {
  const head = `${sayWhen(move.when)}  ${sayKind(move, ink)}  ${ink.strong(sayWay(move))}  ${move.issues.join(", ")}`;
  const mark = move.disputed ? `  ${ink.alarm("✕ accounts disagree")}` : "";
  const ids = move.notes.map((note) => note.statement.id).join(" ");
  return `${head}${mark}${sayDoubt(move, ink)}\n    “${quoteOf(move.notes[0])}”\n    ${ink.faint(`${sayVoices(move)} · ${ids}`)}`;
}

/** The ledger as plain data: rows with their state, rule, scope and moves. */
export function ledgerData(dossier: Dossier, filter: Filter): readonly Readonly<Record<string, unknown>>[] {
  return dossier.rows
    .map((row) => ({ row, moves: filterMoves(row.moves, filter) }))
    .filter(({ moves }) => moves.length > 0)
    .map(({ row, moves }) => ({
      issue: row.issue,
      title: row.title,
      state: row.row.state,
      rule: row.row.rule,
      upTo: row.row.upTo,
      moves: moves.map(moveData),
    }));
}

/** The ledger as text: issue by issue, both sides, each move with its words and its speaker. */
export function writeLedgerText(dossier: Dossier, filter: Filter, ink: Ink = PLAIN): string {
  const blocks = dossier.rows.flatMap((row) => {
    const moves = filterMoves(row.moves, filter);
    if (moves.length === 0) return [];
    const lines = moves.map((move) => {
      const pad = " ".repeat(Math.max(1, 10 - KINDS[move.kind].word.length));
      return `  ${sayKind(move, ink)}${pad} ${sayWhen(move.when).padEnd(14)} ${sayWay(move)}: “${quoteOf(move.notes[0], 100)}”${sayDoubt(move, ink)}\n      ${ink.faint(sayVoices(move))}`;
    });
    return [`${ink.strong(row.title)} — ${sayState(row)}\n  ${ink.faint(sayRule(row))}\n${lines.join("\n")}\n`];
  });
  return blocks.length > 0 ? blocks.join("\n") : `No such move found; ${count(dossier.moves.length, "move")} searched.\n`;
}
