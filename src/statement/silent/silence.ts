import type { ActReading } from "../act/reading.ts";
import type { Move } from "../move/move.ts";
import type { Scene } from "../read.ts";
import type { Sides } from "../role/sides.ts";

/** One kind of words that look like an act and tell none between parties. */
export type Silence = (scene: Scene, act: ActReading, move: Move, sides: Sides) => boolean;
