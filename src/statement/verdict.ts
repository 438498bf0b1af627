import type { ActReading } from "./act/reading.ts";

/** True for words that judge what another does ("is unacceptable", "violates the law"): they tell whom they judge, and whoever speaks them judges. */
export const isVerdict = ({ frame }: ActReading): boolean =>
  frame.actor.length === 0 && (frame.recipient[0] === "subj" || frame.recipient[0] === "poss");

/** "is not acceptable", "has no right to": the "not" is part of the verdict. */
export const isVerdictByNot = (act: ActReading): boolean => isVerdict(act) && /\b(?:adv:not|sent:no)\b/.test(act.rules[0] ?? "");
