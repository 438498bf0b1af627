import { findViewRow, type ViewTable } from "../lexicon/plover.ts";
import type { EventType, Modality } from "../model/index.ts";

/** What coders would call the whole: `plover` by the manual, `plv` as the Zero-Shot-PLOVER benchmark has it, `cameo` the code of the older codebook. */
export interface Views {
  readonly plover: EventType;
  readonly plv: EventType;
  readonly cameo: string;
}

/** Derives the three views of an act from what is done with it, by the documented table data/plover.tsv. Without `mode`, rows that name one do not speak. */
export function deriveViews(
  table: ViewTable,
  eventType: EventType,
  modality: Modality,
  polarity: "positive" | "negative",
  mode?: string | null,
): Views {
  const row = findViewRow(table, eventType, modality, polarity, mode);
  if (!row) return { plover: eventType, plv: eventType, cameo: "" };
  return { plover: row.plover === "=" ? eventType : row.plover, plv: row.plv === "=" ? eventType : row.plv, cameo: row.cameo };
}
