import type { Run } from "./extents.ts";
import type { SourceRun } from "./source.ts";

/** A voice before it is settled among the others: runs of tokens instead of offsets. */
export interface Draft {
  readonly cue: Run | null;
  readonly cueToken: number | null;
  readonly source: SourceRun | null;
  readonly content: readonly Run[];
  readonly probability: number;
  readonly rule: string;
  readonly speech: boolean;
  readonly asserts: boolean;
  /** The draft that passes this one on, where that is known without looking at their contents. */
  readonly inside?: Draft;
  /** What it is without its quotes, should others prove to have said them. */
  readonly fallback?: Draft;
  /** Indexes of the quotes it speaks. */
  readonly quotes: readonly number[];
}
