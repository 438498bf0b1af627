import { pathToFileURL } from "node:url";
import { joinEvents } from "../src/event/index.ts";
import { keepLedger } from "../src/ledger/index.ts";
import { loadEventTables } from "../src/lexicon/events.ts";
import { scoreEndToEnd } from "./events/endtoend.ts";
import { readRelations } from "./events/hand.ts";
import { type CaseScore, scoreCase } from "./events/scoring.ts";
import type { Score } from "./score.ts";

/**
 * Joining, verdicts and ledger over the relations of a folder: first on their readings by hand (the event and ledger rooms alone),
 * then end to end from the pages.
 */
export async function run(goldPath: string): Promise<Score> {
  const folder = pathToFileURL(`${goldPath}/`);
  const tables = loadEventTables();
  const cases = readRelations(folder);
  const scores = cases.map(({ reading, expected }) => {
    const { events, discrepancies } = joinEvents(reading, tables);
    return scoreCase(expected, events, discrepancies, keepLedger({ ...reading, events }));
  });
  const notes = scores.flatMap((one, i) => one.misses.map((miss) => `${cases[i]!.name}: ${miss}`));
  const figures: Record<string, number> = { ...sum("hand", scores), ...(await scoreEndToEnd(cases, folder)) };
  return { task: "events", figures, notes };
}

function sum(name: string, scores: readonly CaseScore[]): Record<string, number> {
  const total = (pick: (one: CaseScore) => number): number => scores.reduce((value, one) => value + pick(one), 0);
  const share = (hit: number, of: number): number => (of === 0 ? 1 : hit / of);
  const statements = total((one) => one.b3.count);
  const [precision, recall] = [
    share(
      total((one) => one.b3.precision),
      statements,
    ),
    share(
      total((one) => one.b3.recall),
      statements,
    ),
  ];
  const [pairPrecision, pairRecall] = [
    share(
      total((one) => one.pairs.right),
      total((one) => one.pairs.shown),
    ),
    share(
      total((one) => one.pairs.right),
      total((one) => one.pairs.wanted),
    ),
  ];
  const f1 = (p: number, r: number): number => (p + r === 0 ? 0 : (2 * p * r) / (p + r));
  return {
    [`${name}: cases`]: scores.length,
    [`${name}: statements`]: statements,
    [`${name}: B3 precision`]: precision,
    [`${name}: B3 recall`]: recall,
    [`${name}: B3 F1`]: f1(precision, recall),
    [`${name}: pairs F1`]: f1(pairPrecision, pairRecall),
    [`${name}: near misses kept apart`]: share(
      total((one) => one.apart.hit),
      total((one) => one.apart.of),
    ),
    [`${name}: verdicts right`]: share(
      total((one) => one.verdicts.hit),
      total((one) => one.verdicts.of),
    ),
    [`${name}: contradictions, precision`]: share(
      total((one) => one.hard.right),
      total((one) => one.hard.shown),
    ),
    [`${name}: contradictions, recall`]: share(
      total((one) => one.hard.right),
      total((one) => one.hard.wanted),
    ),
    [`${name}: links right`]: share(
      total((one) => one.links.hit),
      total((one) => one.links.of),
    ),
    [`${name}: ledger rows right`]: share(
      total((one) => one.rows.hit),
      total((one) => one.rows.of),
    ),
  };
}
