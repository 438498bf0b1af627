import type { TimeLexicon } from "../../lexicon/times.ts";
import type { Doc } from "../../model/doc.ts";
import type { Time, TimeBasis } from "../../model/values.ts";
import type { Atom } from "../quantity/atoms.ts";
import type { Interval } from "./calendar.ts";
import { toEdtf } from "./edtf.ts";

/** Which way a verb looks; loose where it may look either. */
export type Tense = "past" | "loose" | "present" | "future" | "none";

/** What a recogniser may look at. */
export interface Scene {
  readonly doc: Doc;
  readonly atoms: readonly Atom[];
  readonly lexicon: TimeLexicon;
  /** The longest reading at an atom, for expressions that hold another ("the end of …"). */
  readonly read: (at: number) => Reading | null;
}

/** What an expression may hang on when it is resolved, in the order of the text. */
export interface Frame {
  /** When the article was published, as far as known. */
  readonly published: Interval | null;
  /** The time of what was just told, or null. */
  readonly narrative: Interval | null;
  /** The year a sentence begins with ("In 2011 …"), within that sentence and the next of its paragraph; or null. */
  readonly near: Interval | null;
  /** The reporting period just told (a quarter, a half), or null. */
  readonly period: Interval | null;
  /** Of the verb that governs the expression. */
  readonly tense: Tense;
}

/** What a time means, as EDTF and as days, with what it was resolved by. */
export interface Resolved {
  readonly value: string | null;
  readonly interval: Interval | null;
  readonly basis: TimeBasis;
}

/** An expression as recognised: atoms `[at, end)`, resolved later against its frame. */
export interface Reading {
  readonly end: number;
  readonly type: Time["type"];
  readonly mod: string | null;
  readonly rule: string;
  readonly resolve: (frame: Frame) => Resolved;
}

/** One idea of how a time is written. Null where it is not written so here. */
export type Recogniser = (scene: Scene, at: number) => Reading | null;

/** A time that nothing resolves. */
export const UNRESOLVED: Resolved = { value: null, interval: null, basis: "unresolved" };

/** A resolved interval in EDTF; null is unresolved. */
export function dated(interval: Interval | null, basis: TimeBasis): Resolved {
  return interval === null ? UNRESOLVED : { value: toEdtf(interval), interval, basis };
}

/** A length of time (ISO 8601 duration), the same in every frame. */
export function lasting(value: string): () => Resolved {
  return () => ({ value, interval: null, basis: "explicit" });
}

/** Joins `from` and `to` into one interval; null where either is. */
export function hull(from: Interval | null, to: Interval | null): Interval | null {
  return from === null || to === null || to.hi < from.lo ? null : { lo: from.lo, hi: to.hi };
}

/** The text of an atom, "" past either end. */
export function word(scene: Scene, at: number): string {
  return scene.atoms[at]?.text ?? "";
}

/** True where the atom begins with a capital in the text. */
export function isCapital(scene: Scene, at: number): boolean {
  const atom = scene.atoms[at];
  const first = atom === undefined ? "" : scene.doc.text[atom.start]!;
  return first !== first.toLowerCase();
}
