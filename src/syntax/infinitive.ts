import type { Doc } from "../model/index.ts";
import { RELATIVE } from "./relative.ts";
import { casesOf, childOf, childrenOf, hasRelation, lowerAt } from "./tree.ts";

/** "called for X to withdraw": the phrase with "for" right before an infinitive, who is to do it; -1 elsewhere. */
export function forWhom(doc: Doc, verb: number): number {
  const to = infinitiveMark(doc, verb);
  const head = doc.head[verb] ?? -1;
  let phrase = to - 1;
  while (phrase > head && !casesOf(doc, phrase).includes("for")) phrase = doc.head[phrase] ?? -1;
  return phrase > head && hasRelation(doc, phrase, "obl", "nmod") ? phrase : -1;
}

/** The objects of a verb. "asked X to free Y": what stands before the "to" of an infinitive is the object of the verb above, whatever the parser hung it on. */
export function objectsOf(doc: Doc, verb: number, relation: "obj" | "iobj"): readonly number[] {
  const to = infinitiveMark(doc, verb);
  return childrenOf(doc, verb, relation).filter((o) => o > to || RELATIVE.has(doc.xpos[o] ?? ""));
}

/** "asked X to free Y" read with X under "free": X, seen from "asked"; -1 elsewhere. */
export function lentObject(doc: Doc, verb: number): number {
  const clause = childOf(doc, verb, "xcomp");
  const to = clause < 0 ? -1 : infinitiveMark(doc, clause);
  return childrenOf(doc, clause, "obj", "iobj").find((o) => o > verb && o < to && !RELATIVE.has(doc.xpos[o] ?? "")) ?? -1;
}

function infinitiveMark(doc: Doc, verb: number): number {
  return childrenOf(doc, verb, "mark").find((m) => lowerAt(doc, m) === "to") ?? -1;
}
