import { findMovedDemands } from "../ledger/demands.ts";
import { diffLedgers } from "../ledger/diff.ts";
import { readDirection } from "../ledger/direction.ts";
import { loadPloverScores } from "../lexicon/events.ts";
import type { Analysis, Direction, LedgerDiff, MovedDemand } from "../model/index.ts";

/** Where a relation goes: its direction with the series behind it, and the demands that moved. */
export interface Course {
  readonly direction: Direction;
  readonly demands: readonly MovedDemand[];
}

/** The course of the relation of two parties (actor ids) in an analysis. Unknown ids give an empty course. */
export function readCourse(analysis: Analysis, a: string, b: string): Course {
  const dyad: readonly [string, string] = a < b ? [a, b] : [b, a];
  const rows = analysis.ledger.filter((row) => row.dyad.includes(a) && row.dyad.includes(b));
  return {
    direction: readDirection(dyad, analysis, analysis.ledger, loadPloverScores()),
    demands: findMovedDemands(rows, analysis.statements, analysis.articles, analysis.quantities),
  };
}

/** The issues of two parties that stand elsewhere on the later of two days (EDTF) than on the earlier, on one of the two clocks. */
export function readChanges(
  analysis: Analysis,
  a: string,
  b: string,
  from: string,
  to: string,
  clock: LedgerDiff["clock"],
): LedgerDiff["rows"] {
  const { rows } = diffLedgers(analysis, from, to, clock);
  return rows.filter((row) => row.dyad.includes(a) && row.dyad.includes(b) && row.before !== row.after);
}
