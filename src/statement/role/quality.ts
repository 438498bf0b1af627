import type { ActReading } from "../act/reading.ts";

/** Whether an adjective tells what its bearer does ("is willing") or is charged with ("is guilty"); null for other words. */
export const isQuality = ({ rules, frame }: ActReading): boolean | null =>
  rules[0]?.startsWith("act.a.") ? frame.actor.includes("subj") : null;
