import { findMovedDemands } from "../ledger/demands.ts";
import { readDirection } from "../ledger/direction.ts";
import { loadPloverScores } from "../lexicon/events.ts";
import type { Analysis, Direction, MovedDemand } from "../model/index.ts";

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
