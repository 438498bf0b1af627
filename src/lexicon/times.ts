import { loadNumberWords, type NumberWords } from "./numbers.ts";
import { parseTable, readData } from "./table.ts";

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
  /** Words that point forward whatever the tense: "payable", "due". */
  readonly ahead: ReadonlySet<string>;
  /** "nineties" → 1990. */
  readonly decades: ReadonlyMap<string, number>;
  /** Terms by the holder's last name, lower case, in order of time. */
  readonly tenures: ReadonlyMap<string, readonly Tenure[]>;
}

/** The words of data/times.tsv and the terms of office of data/times-tenures.tsv. */
export function loadTimeLexicon(): TimeLexicon {
  const rows = parseTable(readData("times.tsv"), "times.tsv");
  const texts = (kind: string): Map<string, string> =>
    new Map(rows.filter((r) => r["kind"] === kind).map((r) => [r["word"]!, r["value"]!]));
  const values = (kind: string): Map<string, number> => new Map([...texts(kind)].map(([word, value]) => [word, Number(value)]));
  return {
    numbers: loadNumberWords(),
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
    ahead: new Set(texts("ahead").keys()),
    decades: values("decade"),
    tenures: groupTenures(parseTable(readData("times-tenures.tsv"), "times-tenures.tsv")),
  };
}

function groupTenures(rows: readonly Readonly<Record<string, string>>[]): Map<string, Tenure[]> {
  const byName = new Map<string, Tenure[]>();
  for (const row of rows) {
    const tenure: Tenure = {
      name: row["name"]!,
      office: row["office"]!,
      country: row["country"]!,
      from: row["from"]!,
      to: row["to"] || null,
    };
    const last = tenure.name
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
