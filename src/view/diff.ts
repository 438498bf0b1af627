import { boundsOf, sayDate, sayWhen } from "./dates.ts";
import type { Dossier, Move, Quarrel } from "./dossier.ts";
import { type Ink, PLAIN } from "./ink.ts";
import { quoteOf, sayKind, sayQuarrel, sayVoices, sayWay } from "./lines.ts";
import { moveData } from "./moves.ts";

/** Which clock counts: the day a move happened, or the day the first of these sources told it. */
export type Clock = "happened" | "known";

/** What is new between two days on one clock. */
export interface Difference {
  readonly from: string;
  readonly to: string;
  readonly clock: Clock;
  /** Moves after `from`, up to `to`. */
  readonly added: readonly Move[];
  /** Older asks that one of the added moves answers. */
  readonly answered: readonly { readonly ask: Move; readonly by: Move }[];
  /** Contradictions in which an added move's statement takes part. */
  readonly contradicted: readonly Quarrel[];
  /** Moves that the clock cannot place. */
  readonly undated: readonly Move[];
}

/** Compares a dossier on two days (EDTF; a day is its last moment). */
export function compareDays(dossier: Dossier, from: string, to: string, clock: Clock): Difference {
  const low = boundsOf(from)?.high;
  const high = boundsOf(to)?.high;
  if (low === undefined || high === undefined)
    throw new RangeError(`"${low === undefined ? from : to}" is not a date; write it as 2026-03-18.`);
  const day = (move: Move) => (clock === "happened" ? boundsOf(move.entry.date)?.low : firstTold(move));
  const added = dossier.moves.filter((move) => {
    const at = day(move);
    return at !== undefined && at > low && at <= high;
  });
  const told = new Set(added.flatMap((move) => move.entry.statements));
  return {
    from,
    to,
    clock,
    added,
    answered: added.flatMap((by) => {
      const ask = dossier.moves.find((move) => move.entry.id === by.answers);
      return ask && !added.includes(ask) ? [{ ask, by }] : [];
    }),
    contradicted: dossier.quarrels.filter(
      (quarrel) => quarrel.discrepancy.verdict === "✕" && quarrel.discrepancy.accounts.some((a) => a.statements.some((id) => told.has(id))),
    ),
    undated: dossier.moves.filter((move) => day(move) === undefined),
  };
}

function firstTold(move: Move): number | undefined {
  const days = move.notes.flatMap((note) => boundsOf(note.article.published.value)?.high ?? []);
  return days.length > 0 ? Math.min(...days) : undefined;
}

/** A difference as plain data. */
export function diffData(difference: Difference): Readonly<Record<string, unknown>> {
  return {
    from: difference.from,
    to: difference.to,
    clock: difference.clock,
    added: difference.added.map(moveData),
    answered: difference.answered.map(({ ask, by }) => ({ ask: ask.entry.id, by: by.entry.id })),
    contradicted: difference.contradicted.map((quarrel) => quarrel.discrepancy),
    undated: difference.undated.map((move) => move.entry.id),
  };
}

/** A difference as text. */
export function writeDiff(dossier: Dossier, difference: Difference, ink: Ink = PLAIN): string {
  const { from, to, clock, added, answered, contradicted, undated } = difference;
  const line = (move: Move) =>
    `  ${sayWhen(move.when).padEnd(14)} ${sayKind(move, ink)} ${sayWay(move)}: “${quoteOf(move.notes[0], 100)}”\n      ${ink.faint(sayVoices(move))}`;
  const section = (title: string, lines: readonly string[]) => [ink.strong(`${title} (${lines.length})`), ...lines];
  return [
    `${clock === "happened" ? "What happened" : "What became known"} after ${sayDate(from)}, up to ${sayDate(to)}`,
    "",
    ...section("New", added.map(line)),
    ...section(
      "Answered",
      answered.map(({ ask, by }) => `${line(ask)}\n    answered by\n${line(by)}`),
    ),
    ...section(
      "Contradicted",
      contradicted.map((quarrel) => `  ${sayQuarrel(dossier, quarrel, ink)}`),
    ),
    ...(undated.length > 0 ? [ink.faint(`${undated.length} moves without a date are in neither.`)] : []),
    "",
  ].join("\n");
}
