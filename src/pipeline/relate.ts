import { joinEvents } from "../event/index.ts";
import { keepLedger } from "../ledger/index.ts";
import { type EventTables, loadEventTables } from "../lexicon/events.ts";
import type { Analysis } from "../model/index.ts";

/** What an analysis says of its articles one by one, before they are compared. */
type Parts = Pick<Analysis, "articles" | "actors" | "statements" | "quantities" | "issues">;

/** What follows from the statements alone: events, how their accounts stand to each other, the ledger, and which of the issues occur. */
export function relate(parts: Parts, tables: EventTables): Pick<Analysis, "events" | "discrepancies" | "ledger" | "issues"> {
  const { events, discrepancies } = joinEvents(parts, tables);
  const occurring = new Set(parts.statements.flatMap((s) => s.issues));
  const issues = parts.issues.filter((i) => occurring.has(i.id)).map(({ id, name }) => ({ id, name }));
  return { events, discrepancies, ledger: keepLedger({ ...parts, events }), issues };
}

/** The analysis as it would be had only statements of at least this confidence (0–1) been read; all else follows anew from them. */
export function keepLikely(analysis: Analysis, least: number): Analysis {
  const statements = analysis.statements.filter((s) => s.confidence >= least);
  return { ...analysis, statements, ...relate({ ...analysis, statements }, loadEventTables()) };
}
