/** The kind of a move. `did` is any other act of one towards the other: a meeting, a sanction, an attack. */
export type EntryKind = "asked" | "offered" | "conditional" | "threatened" | "given" | "refused" | "promised" | "said" | "did";

/** Where an issue between two parties stands, in these sources. */
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
  /** The side that every source leaves unsaid, read from the two parties its article is about; absent where the words name both. */
  readonly implied?: "from" | "to";
}

/** Dyad × issue: who asked, offered, gave and refused what, and where it stands. */
export interface LedgerRow {
  /** Actor ids, ordered. */
  readonly dyad: readonly [string, string];
  readonly issue: string;
  readonly state: RowState;
  /** The rule that says so, in words. */
  readonly rule: string;
  /** The scope of the state: the last day on which an article told of the two parties (EDTF), or null. */
  readonly upTo: string | null;
  readonly entries: readonly LedgerEntry[];
}

/** One move in the direction series: what it weighs and why, always opening to its evidence. */
export interface DirectionMove {
  /** Event id, or the statement's where no event holds it. */
  readonly event: string;
  readonly from: string;
  readonly to: string;
  /** EDTF month (`2025-03`) it counts in, the year where no month is known, null where neither is. */
  readonly month: string | null;
  /** The score of its act on PLOVER's scale (−10 to +10), times `certainty`, times `weight`. */
  readonly value: number;
  readonly score: number;
  /** 0–1: how sure the words are that it is so. */
  readonly certainty: number;
  /** 0–1: grows with independent accounts, 1 − 0.5^n. */
  readonly weight: number;
  readonly statements: readonly string[];
}

/** The moves between two parties month by month. */
export interface DirectionPoint {
  /** EDTF month, or year. */
  readonly month: string;
  /** Sum of the values of the month's moves. */
  readonly value: number;
  readonly moves: readonly DirectionMove[];
}

/** Whether a relation warms or cools, with the sentence that justifies it and the entries it counts. */
export interface Direction {
  readonly dyad: readonly [string, string];
  /** `unknown` where there is nothing to count. */
  readonly course: "warming" | "cooling" | "mixed" | "steady" | "unknown";
  /** For example "Warming: 3 steps given, 2 threats and 4 asks neither met nor refused." */
  readonly sentence: string;
  readonly points: readonly DirectionPoint[];
  /** Entry ids behind each number of the sentence, by its kind, each move once under however many issues it stands. */
  readonly counted: Readonly<
    Record<"given" | "offered" | "promised" | "conditional" | "threatened" | "refused" | "unmet", readonly string[]>
  >;
}

/** A demand told more than once, and how it moved. */
export interface MovedDemand {
  readonly from: string;
  readonly to: string;
  readonly issue: string;
  readonly how: "raised" | "lowered" | "widened" | "narrowed" | "reworded" | "conditioned";
  /** The two askings, the earlier first. */
  readonly entries: readonly [string, string];
  readonly words: readonly [string, string];
}

/** What changed in a ledger between two days. */
export interface LedgerDiff {
  readonly from: string;
  readonly to: string;
  /** `happened`: moves dated by then; `known`: articles published by then. */
  readonly clock: "happened" | "known";
  readonly rows: readonly {
    readonly dyad: readonly [string, string];
    readonly issue: string;
    readonly before: RowState | null;
    readonly after: RowState | null;
    /** Entry ids of the later ledger whose statements are new, and of the earlier one that are no longer shown. */
    readonly added: readonly string[];
    readonly withdrawn: readonly string[];
  }[];
}
