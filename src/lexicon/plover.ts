import type { EventType, Modality } from "../model/index.ts";
import { parseTable, readData } from "./table.ts";

/** One row of the view table: which acts it is about (null for any) and what each view makes of them; "=" keeps the act. */
export interface ViewRow {
  /** Types, or types with a mode ("SANCTION/convict", "SANCTION/-" for none). */
  readonly types: ReadonlySet<string> | null;
  readonly modalities: ReadonlySet<string> | null;
  readonly polarity: "positive" | "negative" | null;
  readonly plover: EventType | "=";
  readonly plv: EventType | "=";
  readonly cameo: string;
}

/** Rows in order; the first that fits speaks. */
export type ViewTable = readonly ViewRow[];

/** The view table of data/. */
export function loadViewTable(): ViewTable {
  return buildViewTable(readData("plover.tsv"));
}

/** Builds the view table from its text. Throws a RangeError naming a row with an empty cell. */
export function buildViewTable(text: string): ViewTable {
  return parseTable(text, "plover.tsv").map((row) => {
    const cell = (column: string): string => {
      const value = row[column]?.trim();
      if (!value) throw new RangeError(`plover.tsv: no ${column} in "${Object.values(row).join(" | ")}"`);
      return value;
    };
    const list = (column: string): ReadonlySet<string> | null => (cell(column) === "*" ? null : new Set<string>(cell(column).split(" ")));
    return {
      types: list("types"),
      modalities: list("modalities"),
      polarity: cell("polarity") === "*" ? null : (cell("polarity") as "positive" | "negative"),
      plover: cell("plover") as EventType | "=",
      plv: cell("plv") as EventType | "=",
      cameo: cell("cameo"),
    };
  });
}

/** The row that speaks for an act as it is told, or undefined. */
export function findViewRow(
  table: ViewTable,
  eventType: EventType,
  modality: Modality,
  polarity: "positive" | "negative",
  mode?: string | null,
): ViewRow | undefined {
  return table.find(
    (row) =>
      (!row.types || row.types.has(eventType) || (mode !== undefined && row.types.has(`${eventType}/${mode ?? "-"}`))) &&
      (!row.modalities || row.modalities.has(modality)) &&
      (row.polarity === null || row.polarity === polarity),
  );
}
