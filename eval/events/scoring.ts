import type { Discrepancy, Event } from "../../src/model/event.ts";
import type { LedgerRow } from "../../src/model/ledger.ts";
import type { Expected } from "./hand.ts";

/** Hits and misses of one measure. */
export interface Tally {
  readonly hit: number;
  readonly of: number;
}

/** What a case came to, with a line for each miss. */
export interface CaseScore {
  readonly b3: { readonly precision: number; readonly recall: number; readonly count: number };
  readonly pairs: { readonly right: number; readonly shown: number; readonly wanted: number };
  /** Pairs expected of one event, their statements found or not. */
  readonly wantedPairs: number;
  readonly apart: Tally;
  readonly verdicts: Tally;
  readonly hard: { readonly right: number; readonly shown: number; readonly wanted: number };
  readonly links: Tally;
  readonly rows: Tally;
  readonly misses: readonly string[];
}

/** Scores events, discrepancies and ledger against what a case expects. B³: Bagga & Baldwin 1998, over the statements. */
export function scoreCase(
  expected: Expected,
  events: readonly Event[],
  discrepancies: readonly Discrepancy[],
  rows: readonly LedgerRow[],
): CaseScore {
  const misses: string[] = [];
  const shown = new Map(events.flatMap((event) => event.statements.map((id) => [id, event] as const)));
  const wanted = new Map<string, string>();
  for (const [name, ids] of Object.entries(expected.events)) for (const id of ids) wanted.set(id, name);
  for (const id of shown.keys()) if (!wanted.has(id)) wanted.set(id, `alone ${id}`);
  const { b3, pairs } = scoreJoining(shown, wanted, misses);
  const apart = count(expected.notSame, ([a, b, why]) =>
    check(!shown.has(a) || shown.get(a)?.id !== shown.get(b)?.id, `joined: ${a} ${b} (${why})`, misses),
  );
  // The event most of whose statements are in it: from a page, not every one is found.
  const eventOf = (name: string): Event | undefined => mostShown(expected.events[name] ?? [], shown);
  const verdicts = count(expected.discrepancies, (one) => {
    const got = discrepancies.filter((two) => two.event === eventOf(one.event)?.id && two.slot === one.slot).map((two) => two.verdict);
    return check(
      got.includes(one.verdict as Discrepancy["verdict"]),
      `verdict: ${one.event}, ${one.slot}: ${got.join(" ") || "none"}, not ${one.verdict} (${one.why})`,
      misses,
    );
  });
  const links = count(expected.links, (one) =>
    check(
      eventOf(one.event)?.links.some((two) => two.kind === one.kind && two.event === eventOf(one.to)?.id) ?? false,
      `link: ${one.event} ${one.kind} ${one.to}`,
      misses,
    ),
  );
  return {
    b3,
    pairs,
    wantedPairs: Object.values(expected.events).reduce((sum, ids) => sum + (ids.length * (ids.length - 1)) / 2, 0),
    apart,
    verdicts,
    hard: scoreHard(expected, discrepancies, eventOf, misses),
    links,
    rows: scoreRows(expected, rows, misses),
    misses,
  };
}

function mostShown(ids: readonly string[], shown: ReadonlyMap<string, Event>): Event | undefined {
  const found = ids.flatMap((id) => shown.get(id) ?? []);
  const count = (one: Event): number => found.filter((other) => other === one).length;
  return [...new Set(found)].sort((a, b) => count(b) - count(a) || (a.id < b.id ? -1 : 1))[0];
}

function check(right: boolean, miss: string, misses: string[]): boolean {
  if (!right) misses.push(miss);
  return right;
}

function count<T>(items: readonly T[], right: (item: T) => boolean): Tally {
  return { hit: items.filter((one) => right(one)).length, of: items.length };
}

function scoreJoining(
  shown: ReadonlyMap<string, Event>,
  wanted: ReadonlyMap<string, string>,
  misses: string[],
): Pick<CaseScore, "b3" | "pairs"> {
  const ids = [...shown.keys()].sort();
  let [precision, recall, right, shownPairs, wantedPairs] = [0, 0, 0, 0, 0];
  for (const id of ids) {
    const own = ids.filter((other) => shown.get(other)!.id === shown.get(id)!.id);
    const gold = ids.filter((other) => wanted.get(other) === wanted.get(id));
    const both = own.filter((other) => gold.includes(other)).length;
    precision += both / own.length;
    recall += both / gold.length;
    for (const other of own) if (other > id && !gold.includes(other)) misses.push(`joined: ${id} ${other}`);
    for (const other of gold) if (other > id && !own.includes(other)) misses.push(`not joined: ${id} ${other} (${wanted.get(id)})`);
    right += own.filter((other) => other > id && gold.includes(other)).length;
    shownPairs += own.filter((other) => other > id).length;
    wantedPairs += gold.filter((other) => other > id).length;
  }
  return { b3: { precision, recall, count: ids.length }, pairs: { right, shown: shownPairs, wanted: wantedPairs } };
}

/** Every ✕ shown must be expected, and every expected one shown. */
function scoreHard(
  expected: Expected,
  discrepancies: readonly Discrepancy[],
  eventOf: (name: string) => Event | undefined,
  misses: string[],
): CaseScore["hard"] {
  const wanted = expected.discrepancies.filter((one) => one.verdict === "✕");
  const key = (event: string | undefined, slot: string): string => `${event}|${slot}`;
  const keys = new Set(wanted.map((one) => key(eventOf(one.event)?.id, one.slot)));
  const shown = discrepancies.filter((one) => one.verdict === "✕");
  for (const one of shown)
    if (!keys.has(key(one.event, one.slot))) misses.push(`false ✕: ${one.slot} ${one.accounts.map((two) => two.value).join(" / ")}`);
  return { right: shown.filter((one) => keys.has(key(one.event, one.slot))).length, shown: shown.length, wanted: wanted.length };
}

function scoreRows(expected: Expected, rows: readonly LedgerRow[], misses: string[]): Tally {
  return count(expected.ledger, (one) => {
    const row = rows.find((two) => two.issue === one.issue && [...one.dyad].sort().join() === two.dyad.join());
    const got = row ? describeRow(row) : [];
    const want = one.entries.map((two) => two.replace(/\s+/g, " "));
    // Entries are named by any of their statements, so each wanted line must fit the entry at its place.
    const fits =
      row !== undefined && row.state === one.state && got.length === want.length && want.every((line, i) => got[i]!.includes(line));
    return check(
      fits,
      `row ${one.dyad.join("-")} ${one.issue}: ${row?.state ?? "none"} [${got.map((forms) => forms[0]).join(", ")}], not ${one.state} [${want.join(", ")}]`,
      misses,
    );
  });
}

/** Each entry of a row in every way it can be named: `kind statement` and `kind statement < statement it answers`. */
export function describeRow(row: LedgerRow): string[][] {
  const byId = new Map(row.entries.map((one) => [one.id, one]));
  return row.entries.map((entry) => {
    const answered = entry.answers ? (byId.get(entry.answers)?.statements ?? []) : [""];
    return entry.statements.flatMap((id) => answered.map((to) => (to ? `${entry.kind} ${id} < ${to}` : `${entry.kind} ${id}`)));
  });
}
