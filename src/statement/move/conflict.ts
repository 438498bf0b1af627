import type { EventType } from "../../model/index.ts";

/** Acts of conflict: what harms another or threatens to. */
export const CONFLICT: ReadonlySet<EventType> = new Set(["SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "PROTEST", "THREATEN"]);
