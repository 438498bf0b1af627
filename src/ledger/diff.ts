import type { LedgerDiff, LedgerEntry, LedgerRow } from "../model/ledger.ts";
import { readInterval } from "../text/interval.ts";
import { compareText } from "../text/words.ts";
import { keepLedger, type LedgerInput } from "./index.ts";

/**
 * The ledger as it stood on a day (EDTF). By `known`, from what was published by then; by `happened`, from the moves dated by then, whenever told.
 * What has no date counts from the day it was first published.
 */
export function keepLedgerAsOf(input: LedgerInput, day: string, clock: LedgerDiff["clock"]): readonly LedgerRow[] {
  const end = readInterval(day)?.high;
  if (end === undefined) throw new RangeError(`not a date: "${day}"`);
  const publishedOn = new Map(input.articles.map((one) => [one.id, readInterval(one.published.value)?.low]));
  const isKnown = (article: string): boolean => (publishedOn.get(article) ?? Number.POSITIVE_INFINITY) <= end;
  if (clock === "known") {
    const articles = input.articles.filter((one) => isKnown(one.id));
    return keepLedger({ ...input, articles, statements: input.statements.filter((one) => isKnown(one.article)) });
  }
  const statements = input.statements.filter((one) => {
    const when = readInterval(one.time?.value);
    return when ? when.low <= end || (!Number.isFinite(when.low) && when.high <= end) : isKnown(one.article);
  });
  return keepLedger({ ...input, statements });
}

/** What changed in the ledger between two days, on one of the two clocks. */
export function diffLedgers(input: LedgerInput, from: string, to: string, clock: LedgerDiff["clock"]): LedgerDiff {
  const before = index(keepLedgerAsOf(input, from, clock));
  const after = index(keepLedgerAsOf(input, to, clock));
  const rows = [...new Set([...before.keys(), ...after.keys()])].sort(compareText).flatMap((key) => {
    const [old, now] = [before.get(key), after.get(key)];
    const added = missing(now, old);
    const withdrawn = missing(old, now);
    const row = now ?? old!;
    if (added.length === 0 && withdrawn.length === 0 && old?.state === now?.state) return [];
    return [{ dyad: row.dyad, issue: row.issue, before: old?.state ?? null, after: now?.state ?? null, added, withdrawn }];
  });
  return { from, to, clock, rows };
}

function index(rows: readonly LedgerRow[]): ReadonlyMap<string, LedgerRow> {
  return new Map(rows.map((row) => [`${row.dyad.join("|")}|${row.issue}`, row]));
}

// An entry is the same where it shares a statement: another paper telling it later does not make it new.
function missing(row: LedgerRow | undefined, other: LedgerRow | undefined): string[] {
  const known = new Set((other?.entries ?? []).flatMap((entry) => entry.statements.map((id) => key(entry, id))));
  return (row?.entries ?? []).filter((entry) => !entry.statements.some((id) => known.has(key(entry, id)))).map((entry) => entry.id);
}

function key(entry: LedgerEntry, statement: string): string {
  return `${entry.kind}|${statement}`;
}
