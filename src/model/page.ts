import type { Span } from "./span.ts";

/** A stretch of a page that belongs to no article, kept with the reason it was cut. Offsets in the page's text. */
export interface Leftover extends Span {
  readonly kind: "teaser" | "boilerplate" | "caption" | "credit";
  /** The rule that cut it. */
  readonly rule: string;
}

/** One input as received. `text` is what the file says, decoded; for markup, its visible text with a map back. */
export interface Page {
  /** Hash of the bytes. */
  readonly id: string;
  readonly path: string;
  /** Of the bytes as received, hexadecimal. */
  readonly sha256: string;
  readonly mediaType: string;
  readonly url: string | null;
  /** When the bytes were fetched, where the input says so (ISO 8601). */
  readonly retrievedAt: string | null;
  /** When the page itself seems to have been crawled, solved from its stamps (EDTF). Not a publication date. */
  readonly observed: string | null;
  readonly text: string;
  /** For markup: pieces of `text` in the decoded source they came from, ordered by `start`. Absent where text is the source. */
  readonly source?: readonly SourcePiece[];
}

/** Where a piece of a page's text stands in the decoded markup, and under which element. */
export interface SourcePiece extends Span {
  readonly sourceStart: number;
  readonly sourceEnd: number;
  /** Element path, for example `html/body/main/p[3]`. */
  readonly element: string;
}

/** Something in the input that could not be read, or was read with doubt: a rule, a reason in words, a place. */
export interface Notice {
  /** Page id, or the path of an input that never became a page. */
  readonly page: string;
  readonly rule: string;
  /** What happened, where, and what the user can do. */
  readonly reason: string;
  /** Offsets in the page's text, or null where there is none. */
  readonly start: number | null;
  readonly end: number | null;
}
