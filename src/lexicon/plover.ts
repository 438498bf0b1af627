import { readFileSync } from "node:fs";
import type { EventType, Modality } from "../model/statement.ts";
import { readRows } from "./rows.ts";

/** One row of the view table: which acts it is about (null for any) and what each view makes of them; "=" keeps the act. */
export interface ViewRow {
  readonly types: ReadonlySet<string> | null;
  readonly modalities: ReadonlySet<string> | null;
  readonly polarity: "positive" | "negative" | null;
  readonly plover: EventType | "=";
  readonly plv: EventType | "=";
  readonly cameo: string;
}

/** Rows in order; the first that fits speaks. */
export type ViewTable = readonly ViewRow[];

/** Reads data/plover.tsv (of this package where no folder is named). */
export function loadViewTable(folder: URL = new URL("../../data/", import.meta.url)): ViewTable {
  return buildViewTable(readFileSync(new URL("plover.tsv", folder), "utf8"));
}

/** Builds the view table from its text. Throws a RangeError naming a row with too few cells. */
export function buildViewTable(text: string): ViewTable {
  return readRows(text).map((row) => {
    const [types = "", modalities = "", polarity = "", plover = "", plv = "", cameo = ""] = row;
    if (cameo === "") throw new RangeError(`view table: six cells expected in "${row.join(" | ")}"`);
    const list = (cell: string): ReadonlySet<string> | null => (cell === "*" ? null : new Set<string>(cell.split(" ")));
    return {
      types: list(types),
      modalities: list(modalities),
      polarity: polarity === "*" ? null : (polarity as "positive" | "negative"),
      plover: plover as EventType | "=",
      plv: plv as EventType | "=",
      cameo,
    };
  });
}

/** The row that speaks for an act as it is told, or undefined. */
export function findViewRow(
  table: ViewTable,
  eventType: EventType,
  modality: Modality,
  polarity: "positive" | "negative",
): ViewRow | undefined {
  return table.find(
    (row) =>
      (!row.types || row.types.has(eventType)) &&
      (!row.modalities || row.modalities.has(modality)) &&
      (row.polarity === null || row.polarity === polarity),
  );
}
