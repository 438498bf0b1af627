export type EntryKind = "asked" | "offered" | "conditional" | "threatened" | "given" | "refused" | "promised" | "said";

export type RowState = "open" | "unanswered" | "partly met" | "met" | "refused" | "deadlocked" | "moving" | "lapsed";

/** One move of one party towards the other. */
export interface LedgerEntry {
  readonly id: string;
  /** Actor ids of the two parties, `from` the mover. */
  readonly from: string;
  readonly to: string;
  readonly kind: EntryKind;
  /** EDTF, or null. */
  readonly date: string | null;
  /** Statement ids: the evidence. */
  readonly statements: readonly string[];
  /** Id of the entry this one answers, or null. */
  readonly answers: string | null;
  /** True where every source is unnamed, former, or the author's own analysis. */
  readonly soft: boolean;
}

/** Dyad × issue: who asked, offered, gave and refused what, and where it stands. */
export interface LedgerRow {
  /** Actor ids, ordered. */
  readonly dyad: readonly [string, string];
  readonly issue: string;
  readonly state: RowState;
  /** The rule that says so, in words. */
  readonly rule: string;
  /** The scope of the state: the last day these sources reach (EDTF), or null. */
  readonly upTo: string | null;
  readonly entries: readonly LedgerEntry[];
}
