import type { ActReading } from "./act/reading.ts";

/** True for words that judge what another does ("is unacceptable", "violates the law"): they tell whom they judge, and whoever speaks them judges. */
export const isVerdict = ({ frame }: ActReading): boolean => frame.actor.length === 0 && frame.recipient.length > 0;

/** "is not acceptable", "does not welcome it", "has no right to": the "not" is part of what the words say. */
export const isToldByNot = ({ rules }: ActReading): boolean => /\b(?:adv:not|sent:no)\b/.test(rules[0] ?? "");

/** "X's raids must be condemned": to say so is to condemn them. */
export const isToldByMust = (act: ActReading): boolean => isVerdict(act) && /\badj:must\b/.test(act.rules[0] ?? "");
