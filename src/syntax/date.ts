import type { Doc } from "../model/index.ts";
import { childrenOf, hasRelation, lowerAt } from "./tree.ts";

const DATE =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december)$/;

/** True for a day or month: "Monday", "3 June", "June 3". */
export function isDate(doc: Doc, token: number): boolean {
  if (DATE.test(lowerAt(doc, token)) && doc.upos[token] === "PROPN") return childrenOf(doc, token, "flat").length === 0;
  return doc.upos[token] === "NUM" && childrenOf(doc, token).some((c) => Math.abs(c - token) === 1 && DATE.test(lowerAt(doc, c)));
}

/** True for a word that a date is made of: a day, a month, a number, "Mon.". */
export const isDateWord = (doc: Doc, t: number) =>
  t >= 0 && (doc.upos[t] === "NUM" || isDate(doc, t) || /^[A-Z][a-z]{2,3}\.$/.test(doc.text.slice(doc.start[t], doc.end[t])));

/** "left on Friday and the next day met X": the day is no subject, whatever the parser says. */
export function isDayAfter(doc: Doc, noun: number, verb: number): boolean {
  const span = /^(?:day|week|month|year|morning|afternoon|evening|night|weekend)$/.test(doc.lemma[noun] ?? "");
  const told = childrenOf(doc, noun, "amod", "det").some((c) => /^(?:next|same|following|that)$/.test(lowerAt(doc, c)));
  return span && told && hasRelation(doc, verb, "conj");
}
