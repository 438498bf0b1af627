import type { Verdict } from "../model/event.ts";
import type { EntryKind } from "../model/ledger.ts";
import type { EventType, FactValue } from "../model/statement.ts";

/** How a kind of move looks: a glyph and a word, never colour alone. */
export interface KindWords {
  readonly glyph: string;
  readonly word: string;
  /** "Bolivia … Paraguay": the word between the two. */
  readonly verb: string;
  readonly noun: string;
}

/** Glyph and word of each kind of move, in the order a ledger shows them. */
export const KINDS: Readonly<Record<EntryKind, KindWords>> = {
  asked: { glyph: "▽", word: "asked", verb: "asked", noun: "ask" },
  offered: { glyph: "△", word: "offered", verb: "offered", noun: "offer" },
  promised: { glyph: "◇", word: "promised", verb: "promised", noun: "promise" },
  conditional: { glyph: "⇄", word: "if / then", verb: "put a condition to", noun: "condition" },
  threatened: { glyph: "!", word: "threatened", verb: "threatened", noun: "threat" },
  given: { glyph: "●", word: "given", verb: "gave", noun: "step" },
  refused: { glyph: "✕", word: "refused", verb: "refused", noun: "refusal" },
  did: { glyph: "■", word: "did", verb: "acted towards", noun: "act" },
  said: { glyph: "–", word: "said", verb: "told", noun: "word" },
};

/** The kinds of move in the order of `KINDS`. */
export const KIND_ORDER = Object.keys(KINDS) as readonly EntryKind[];

/** What a verdict between accounts means, in words. */
export const VERDICTS: Readonly<Record<Verdict, string>> = {
  "✕": "contradict",
  "∅": "one denies it",
  "≠": "framing differs",
  "≈": "one coarser, compatible",
  "·": "only one says",
  "=": "agree",
};

/** Verdicts from the gravest to the mildest. */
export const VERDICT_ORDER = Object.keys(VERDICTS) as readonly Verdict[];

/** True for a verdict that readers should know as a disagreement: not one that is only coarser, or told by one alone. */
export function isDisagreement(verdict: Verdict | null): boolean {
  return verdict === "✕" || verdict === "∅" || verdict === "≠";
}

/** A happening of each PLOVER type as a heading. */
export const HAPPENINGS: Readonly<Record<EventType, string>> = {
  AGREE: "Agreement",
  CONSULT: "Talks",
  SUPPORT: "Support",
  CONCEDE: "Concession",
  COOPERATE: "Cooperation",
  AID: "Aid",
  RETREAT: "Release or retreat",
  REQUEST: "Request",
  ACCUSE: "Accusation",
  REJECT: "Refusal",
  THREATEN: "Threat",
  PROTEST: "Protest",
  SANCTION: "Sanction",
  MOBILIZE: "Mobilisation",
  COERCE: "Coercion",
  ASSAULT: "Attack",
  SAY: "Words",
};

/** How surely something is said, for a reader. */
export const CERTAINTY: Readonly<Record<FactValue, string>> = {
  "CT+": "certain",
  "PR+": "probable",
  "PS+": "possible",
  "CT-": "certainly not",
  "PR-": "probably not",
  "PS-": "possibly not",
  CTu: "open",
  Uu: "open",
};

const SLOTS: Readonly<Record<string, string>> = {
  actors: "Who acted",
  recipients: "Towards whom",
  participants: "Who took part",
  object: "What it is about",
  leader: "Who led",
  whom: "Whom it concerned",
  when: "When",
  where: "Where",
  agreed: "What was agreed",
  exchange: "In exchange for",
  mediator: "Mediator",
  reason: "Reason given",
  confirmed: "How sure",
};

/** A slot's key as a heading: "leader, denied" becomes "Who led, denied", "number of truck" "How many (truck)", "number of money USD" "Sum (USD)". */
export function saySlot(slot: string): string {
  const [key = "", ...rest] = slot.split(", ");
  const [, measure = "How many", unit = ""] = /^number of (?:(money|percent|area|mass|volume) )?(.*)$/.exec(key) ?? [];
  const heading = key.startsWith("number of ") ? `${MEASURES[measure] ?? measure} (${unit})` : (SLOTS[key] ?? sayKey(key));
  return [heading, ...rest].join(", ");
}

const MEASURES: Readonly<Record<string, string>> = { money: "Sum", percent: "Share", area: "Area", mass: "Weight", volume: "Volume" };

/** A key as a heading: `frozen-assets` becomes "Frozen assets". */
export function sayKey(key: string): string {
  const plain = key.replace(/[-_]+/g, " ").trim();
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}

/** "1 step", "2 steps"; `many` where the plural is not the singular with an s. */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}

/** "a", "a and b", "a, b and c". */
export function list(items: readonly string[]): string {
  if (items.length < 2) return items.join("");
  return `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}

// Text of a page may hold terminal escapes and signs that turn the writing direction: neither may reach a reader's screen.
/** Signs of a text that never reach a reader: controls, and those that turn the writing direction. */
export const UNSAFE = /[\p{Cc}\p{Bidi_Control}\ufeff]/gu;

/** Text of a page as one line: control and direction signs dropped, white space folded. For showing, never for offsets. */
export function clean(text: string): string {
  return text
    .replace(/[\s\u00a0]+/g, " ")
    .replace(UNSAFE, "")
    .trim();
}

/** At most `most` characters around `[start, end)` of `text`, cut at words, "…" where cut. */
export function shorten(text: string, most: number, start = 0, end = start): string {
  if (text.length <= most) return clean(text);
  const spare = Math.max(0, most - (end - start));
  // What is asked for is shown from the beginning where that shows it whole.
  let from = end <= most - 8 ? 0 : Math.max(0, Math.min(start - Math.floor(spare / 3), text.length - most));
  let to = Math.min(text.length, from + most);
  if (from > 0) from += Math.max(0, text.slice(from, Math.max(start, from + 1)).search(/\s/) + 1);
  if (to < text.length) to = Math.max(text.slice(0, to).lastIndexOf(" "), Math.min(end, to));
  return `${from > 0 ? "… " : ""}${clean(text.slice(from, to))}${to < text.length ? " …" : ""}`;
}
