import { below, type Sentence } from "./columns.ts";

const TIME =
  /^(?:second|minute|hour|day|week|weekend|fortnight|month|quarter|year|decade|century|morning|afternoon|evening|night|midnight|noon|time|season|summer|winter|spring|autumn|mile|kilomet(?:re|er)|met(?:re|er)|foot|inch|km|percent|point|degree|fold|way|lot|bit|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|today|tomorrow|yesterday|tonight)s?$/i;

/** "two weeks", "Monday", "10 percent", "a long way": how long, when, how far or how much, rather than somebody or something. */
export function isTime(s: Sentence, noun: number): boolean {
  return [noun, ...below(s, noun)].some((t) => TIME.test(s.forms[t]!) || TIME.test(s.lemma[t]!)) || s.xpos[noun] === "CD";
}
