import { pathToFileURL } from "node:url";
import { joinEvents } from "../src/event/index.ts";
import { keepLedger } from "../src/ledger/index.ts";
import { loadEventTables } from "../src/lexicon/events.ts";
import { readPages } from "./events/endtoend.ts";
import { readRelations } from "./events/hand.ts";
import { type CaseScore, scoreCase, type Tally } from "./events/scoring.ts";
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
  const figures: Record<string, number> = { ...sum("hand", scores) };
  const found = { hit: 0, of: 0 };
  const paged: CaseScore[] = [];
  for (const one of cases) {
    const { found: own, ...aligned } = await readPages(one, folder);
    const score = scoreCase(one.expected, aligned.events, aligned.discrepancies, aligned.rows);
    paged.push(score);
    found.hit += own.size;
    found.of += one.reading.statements.length;
    const unread = one.reading.statements.filter((two) => !own.has(two.id)).map((two) => `not found: ${two.id} ${two.quote}`);
    notes.push(...[...unread, ...score.misses].map((miss) => `${one.name}, from its pages: ${miss}`));
  }
  return { task: "events", figures: { ...figures, ...sumPages(found, paged) }, notes };
}

/** What was reached from the pages: every figure of what the cases expect, found or not. */
function sumPages(found: Tally, scores: readonly CaseScore[]): Record<string, number> {
  const total = (pick: (one: CaseScore) => number): number => scores.reduce((value, one) => value + pick(one), 0);
  const share = (hit: number, of: number): number => (of === 0 ? 1 : hit / of);
  const tally = (pick: (one: CaseScore) => Tally): number =>
    share(
      total((one) => pick(one).hit),
      total((one) => pick(one).of),
    );
  return {
    "end to end: statements found": share(found.hit, found.of),
    "end to end: pairs joined, of all": share(
      total((one) => one.pairs.right),
      total((one) => one.wantedPairs),
    ),
    "end to end: pairs joined, of found": share(
      total((one) => one.pairs.right),
      total((one) => one.pairs.wanted),
    ),
    "end to end: pairs shown, right": share(
      total((one) => one.pairs.right),
      total((one) => one.pairs.shown),
    ),
    "end to end: near misses kept apart": tally((one) => one.apart),
    "end to end: verdicts right": tally((one) => one.verdicts),
    "end to end: contradictions wanted": total((one) => one.hard.wanted),
    "end to end: contradictions found": total((one) => one.hard.right),
    "end to end: false contradictions": total((one) => one.hard.shown - one.hard.right),
    "end to end: links right": tally((one) => one.links),
    "end to end: ledger rows right": tally((one) => one.rows),
  };
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
