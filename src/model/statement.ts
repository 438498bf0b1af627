import type { Span } from "./span.ts";
import type { TimeBasis } from "./values.ts";

/** The sixteen event types of PLOVER, and SAY for a plain statement that PLOVER drops but a ledger may need. */
export const EVENT_TYPES = [
  "AGREE",
  "CONSULT",
  "SUPPORT",
  "CONCEDE",
  "COOPERATE",
  "AID",
  "RETREAT",
  "REQUEST",
  "ACCUSE",
  "REJECT",
  "THREATEN",
  "PROTEST",
  "SANCTION",
  "MOBILIZE",
  "COERCE",
  "ASSAULT",
  "SAY",
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

/** What is done with the act. PLOVER's word *mode* is taken, hence modality. */
export type Modality =
  | "done"
  | "ongoing"
  | "planned"
  | "asked"
  | "offered"
  | "promised"
  | "threatened"
  | "refused"
  | "denied"
  | "hypothetical";

/** FactBank values: certain, probable, possible × true, false; CTu and Uu are uncommitted. */
export type FactValue = "CT+" | "PR+" | "PS+" | "CT-" | "PR-" | "PS-" | "CTu" | "Uu";

/** From this confidence on a statement counts as sure; views mark what is less (shares measured: docs/quality.md). */
export const SURE = 0.75;

/** An actor in a role, with the words that say so. */
export interface Participant extends Span {
  /** Actor id. */
  readonly actor: string;
}

/** One link of who says it, the innermost speaker first, the author last. */
export interface Attribution {
  readonly kind: "named" | "unnamed" | "document" | "author";
  /** Actor id of a named source, or of the party an unnamed one speaks from; null where unknown. */
  readonly actor: string | null;
  readonly source: Span | null;
  readonly cue: Span | null;
  readonly content: Span;
  readonly form: "direct" | "mixed" | "indirect";
}

/** How certain the holder presents it, after FactBank. */
export interface Factuality {
  /** Actor id of the innermost holder, "unnamed" where it is only described, or "author". */
  readonly holder: string;
  readonly value: FactValue;
  /** The words that raise or lower it. */
  readonly cues: readonly Span[];
}

/** What a statement hangs on. Offsets in the article's text. */
export interface Condition extends Span {
  /** Id of the statement inside the condition, or null. */
  readonly statement: string | null;
}

/** When it happened or is to happen, with the words that say so where there are any. */
export interface StatementTime {
  readonly value: string | null;
  readonly basis: TimeBasis;
  /** Where the expression stands, or null where the time follows from the article's date alone. */
  readonly start: number | null;
  readonly end: number | null;
}

/** One predicate in one sentence: who–what–whom, with what is done to it, who says so and how surely. Offsets in the article's text. */
export interface Statement {
  /** Hash of article, place, rule and reading. */
  readonly id: string;
  /** Article id. */
  readonly article: string;
  readonly evidence: Span;
  readonly trigger: Span;
  /** `text.slice(evidence.start, evidence.end)` */
  readonly quote: string;
  /** The content act: in "promised to release" it is RETREAT, with modality promised. */
  readonly eventType: EventType;
  /** PLOVER mode (release, aerial, arrest …), or null. */
  readonly mode: string | null;
  readonly contexts: readonly string[];
  /** The PLOVER type of the whole, derived from act, modality and polarity by one table. */
  readonly plover: EventType;
  readonly modality: Modality;
  readonly polarity: "positive" | "negative";
  readonly condition: Condition | null;
  readonly actors: readonly Participant[];
  readonly recipients: readonly Participant[];
  readonly mediators: readonly Participant[];
  /** Who led a side, where the words say so. */
  readonly leaders: readonly Leader[];
  /** What the act is about: the thing given, asked, held. */
  readonly objects: readonly Span[];
  readonly issues: readonly string[];
  readonly attribution: readonly Attribution[];
  readonly factuality: Factuality;
  readonly time: StatementTime | null;
  /** Where it happened, or null where unsaid. */
  readonly place: Span | null;
  /** Indexes into the analysis's quantities that stand in the evidence. */
  readonly quantities: readonly number[];
  /** Chance that nothing in it is false, 0–1. */
  readonly confidence: number;
  /** Ids of the rules that fired, in order. */
  readonly rules: readonly string[];
}

/** Someone who led a side of what happened, as the words have it. */
export interface Leader extends Participant {
  /** Actor id of the side led, or null where unsaid. */
  readonly side: string | null;
  /** True where the words deny it ("has had no official role"). */
  readonly denied: boolean;
}

/** True where a statement is as likely as views ask of what they show without a mark. */
export function isSure({ confidence }: Pick<Statement, "confidence">): boolean {
  return confidence >= SURE;
}
