import type { Span } from "../../model/span.ts";

/** Who says something, by the words: the span as written and the token to resolve to an actor. */
export interface VoiceSource {
  readonly span: Span;
  /** Token of the Doc. */
  readonly head: number;
}

/**
 * Somebody says, thinks or shows something: one link of an attribution. Offsets in the Doc's text.
 * The author's own link is not among them.
 */
export interface Voice {
  readonly cue: Span | null;
  /** The token of the Doc that carries the cue, or null where a speech only goes on. */
  readonly cueToken: number | null;
  /** Null where the words do not say who ("was told", "reportedly"). */
  readonly source: VoiceSource | null;
  /** What is said, in order; several pieces where cue and source stand between. */
  readonly content: readonly Span[];
  readonly form: "direct" | "mixed" | "indirect";
  readonly kind: "named" | "unnamed" | "document";
  /** Index of the voice whose content holds this one's cue, or null. */
  readonly nestedIn: number | null;
  /** 0–1: how often such a cue in such a frame was one (counted, see data/cues.tsv). */
  readonly probability: number;
  /** What saw it: `quote` `clause` `object` `phrase` `noun` `according` `colon` `dash` `text` `goes-on`, with the frame after a dot. */
  readonly rule: string;
  /** An act of speech or writing, against a belief, wish or showing. */
  readonly speech: boolean;
  /** The content is put forward as so: a clause, a quote, what is reported or alleged. Not what is condemned, planned or discussed: that is the author's. */
  readonly asserts: boolean;
}
