import type { EventType } from "./statement.ts";

/** What one slot of an account says: the value for people, the statements that say it. */
export interface Slot {
  readonly slot: string;
  /** Actor ids, an EDTF date, or words of the text. */
  readonly value: string;
  readonly statements: readonly string[];
  /** Actor id of the side the slot is about (who led which side), where the slot has sides. */
  readonly side?: string;
  /** Party ids in whose words alone the value is told; absent where the publisher says it in its own voice or on a third voice. */
  readonly voices?: readonly string[];
}

/** What one independent publisher tells of an event. */
export interface Account {
  /** The publisher, or the headline of the article where no publisher is known. */
  readonly publisher: string;
  readonly articles: readonly string[];
  /** Articles of other publishers that carry this account's text: counted once, here. */
  readonly copies?: readonly string[];
  readonly slots: readonly Slot[];
}

/** How an event hangs on another: its plan, fulfilment, cancellation, or the whole it is part of. */
export interface EventLink {
  readonly kind: "plan-of" | "fulfils" | "cancels" | "part-of" | "answers";
  readonly event: string;
}

/** One happening, told by the statements of any article. */
export interface Event {
  readonly id: string;
  readonly statements: readonly string[];
  readonly eventType: EventType;
  readonly actors: readonly string[];
  readonly recipients: readonly string[];
  /** EDTF, or null. */
  readonly time: string | null;
  /** Id of the story: articles about the same thing share it. */
  readonly story: string;
  readonly links: readonly EventLink[];
  readonly accounts: readonly Account[];
}

/** `=` agree · `≈` one coarser, compatible · `≠` framing differs · `✕` contradict · `·` only one says · `∅` denies. */
export type Verdict = "=" | "≈" | "≠" | "✕" | "·" | "∅";

/** How the accounts of one event stand to each other on one slot. */
export interface Discrepancy {
  readonly event: string;
  readonly slot: string;
  /** Actor id of the side the slot is about, where it has sides. */
  readonly side?: string;
  readonly verdict: Verdict;
  /** The rule that gave the verdict. */
  readonly rule: string;
  readonly accounts: readonly { readonly publisher: string; readonly value: string; readonly statements: readonly string[] }[];
}
