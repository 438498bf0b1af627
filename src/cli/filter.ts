import { type Command, InvalidArgumentError, Option } from "commander";
import type { Analysis } from "../model/analysis.ts";
import type { EntryKind } from "../model/ledger.ts";
import { boundsOf } from "../view/dates.ts";
import type { Filter } from "../view/moves.ts";
import { KIND_ORDER } from "../view/words.ts";
import { tell } from "./output.ts";
import { pickParty } from "./read.ts";
import { addReading, type ReadingFlags } from "./reading.ts";

/** The options of a view of two parties. */
export interface PairFlags extends ReadingFlags {
  readonly between?: readonly string[];
  readonly json?: true;
}

/** Adds the argument and options of reading pages, and the choice of two parties. */
export function addPair(command: Command): Command {
  return addReading(command)
    .option("-b, --between <party...>", "the two parties, by any name the pages give them; without it, the pair with most moves")
    .option("--json", "as data");
}

/** The options that narrow a list of moves. */
export interface FilterOptions {
  readonly from?: string;
  readonly to?: string;
  readonly kind?: EntryKind;
  readonly issue?: string;
  readonly since?: string;
  readonly until?: string;
}

/** Adds the options that narrow a list of moves. */
export function addFilters(command: Command): Command {
  return command
    .option("--from <party>", "moves this party made")
    .option("--to <party>", "moves towards this party")
    .addOption(new Option("--kind <kind>", "moves of one kind").choices(KIND_ORDER))
    .option("--issue <issue>", "one issue, by its key or name (detainees, recognition …)")
    .option("--since <date>", "from this day, month or year on", readDate)
    .option("--until <date>", "up to this day, month or year", readDate);
}

/** A date argument as EDTF, or commander's complaint. */
export function readDate(value: string): string {
  if (!boundsOf(value)) throw new InvalidArgumentError("Write a day as 2026-03-18, a month as 2026-03, a year as 2026.");
  return value;
}

/** The options as a filter, names of parties resolved. */
export async function makeFilter(analysis: Analysis, options: FilterOptions): Promise<Filter> {
  const { from, to, kind, since, until } = options;
  return {
    from: from === undefined ? undefined : (await pickParty(analysis, from)).id,
    to: to === undefined ? undefined : (await pickParty(analysis, to)).id,
    kind,
    issue: options.issue === undefined ? undefined : pickIssue(analysis, options.issue),
    since,
    until,
  };
}

/** The key of the issue a user means. One that these sources do not touch is an empty answer, with a message that says which they do. */
function pickIssue(analysis: Analysis, wanted: string): string {
  const key = wanted.toLowerCase();
  const found = analysis.issues.find((one) => one.id === key || one.name.toLowerCase() === key);
  if (!found)
    tell(`No move here is about "${wanted}". Issues in these sources: ${analysis.issues.map((one) => one.id).join(", ") || "none"}.`);
  return found?.id ?? wanted;
}
