import { readFileSync } from "node:fs";
import { type NumberWords, readNumberWords } from "./numbers.ts";
import { readRows } from "./rows.ts";

/** A continuous term of a head of state or government. */
export interface Tenure {
  readonly name: string;
  readonly office: string;
  /** ISO 3166 alpha-2. */
  readonly country: string;
  /** ISO dates; `to` is null while in office. */
  readonly from: string;
  readonly to: string | null;
}

/** Words of time, lower case, as data/times.tsv lists them. */
export interface TimeLexicon {
  readonly numbers: NumberWords;
  readonly months: ReadonlyMap<string, number>;
  /** ISO: Monday 1. */
  readonly weekdays: ReadonlyMap<string, number>;
  /** "years" → "year". */
  readonly units: ReadonlyMap<string, string>;
  /** First month of a season (northern). */
  readonly seasons: ReadonlyMap<string, number>;
  /** "morning" → "MO 06-12": TIMEX3 part and hours. */
  readonly parts: ReadonlyMap<string, string>;
  /** "recently" → `past`, `present` or `future`. */
  readonly references: ReadonlyMap<string, string>;
  /** "daily" → "P1D". */
  readonly frequencies: ReadonlyMap<string, string>;
  /** "christmas" → "12-25", or a full date. */
  readonly feasts: ReadonlyMap<string, string>;
  /** "the end of" → TIMEX3 mod. */
  readonly bounds: ReadonlyMap<string, string>;
  /** "last" → -1. */
  readonly relations: ReadonlyMap<string, number>;
  /** "nineties" → 1990. */
  readonly decades: ReadonlyMap<string, number>;
  /** Terms by the holder's last name, lower case, in order of time. */
  readonly tenures: ReadonlyMap<string, readonly Tenure[]>;
}

/** Builds the lexicon from the text of data/times.tsv, data/times-tenures.tsv and data/units-numbers.tsv. */
export function readTimeLexicon(times: string, tenures: string, numbers: string): TimeLexicon {
  const rows = readRows(times);
  const texts = (kind: string): Map<string, string> => new Map(rows.filter((r) => r[0] === kind).map((r) => [r[1]!, r[2]!]));
  const values = (kind: string): Map<string, number> => new Map([...texts(kind)].map(([word, value]) => [word, Number(value)]));
  return {
    numbers: readNumberWords(numbers),
    months: values("month"),
    weekdays: values("weekday"),
    units: texts("unit"),
    seasons: values("season"),
    parts: texts("part"),
    references: texts("reference"),
    frequencies: texts("frequency"),
    feasts: texts("feast"),
    bounds: texts("bound"),
    relations: values("relation"),
    decades: values("decade"),
    tenures: groupTenures(readRows(tenures)),
  };
}

/** Reads the lexicon from a data folder (default: the package's own). */
export function loadTimeLexicon(folder: URL = new URL("../../data/", import.meta.url)): TimeLexicon {
  const read = (name: string): string => readFileSync(new URL(name, folder), "utf8");
  return readTimeLexicon(read("times.tsv"), read("times-tenures.tsv"), read("units-numbers.tsv"));
}

function groupTenures(rows: readonly (readonly string[])[]): Map<string, Tenure[]> {
  const byName = new Map<string, Tenure[]>();
  for (const [name, office, country, from, to] of rows) {
    const tenure: Tenure = { name: name!, office: office!, country: country!, from: from!, to: to || null };
    const last = name!
      .replace(/ Jr\.$/, "")
      .split(" ")
      .at(-1)!
      .toLowerCase();
    byName.set(
      last,
      [...(byName.get(last) ?? []), tenure].sort((a, b) => (a.from < b.from ? -1 : 1)),
    );
  }
  return byName;
}
