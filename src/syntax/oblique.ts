import type { Doc } from "../model/index.ts";
import { isDate } from "./date.ts";
import { casesOf, childrenOf, hasRelation, lowerAt, subtreeOf } from "./tree.ts";

/** Behind what stands the one who is asked. */
const UPON: ReadonlyMap<string, readonly string[]> = new Map([
  ["call", ["on", "upon"]],
  ["appeal", ["to"]],
]);

/** "called on X", "appealed to X": the one who is called upon, or -1. A day ("called on Monday") is none. */
export function calledUpon(doc: Doc, verb: number): number {
  const marks = UPON.get(doc.lemma[verb] ?? "") ?? [];
  return childrenOf(doc, verb, "obl").find((c) => casesOf(doc, c).some((k) => marks.includes(k)) && !isDate(doc, c)) ?? -1;
}

/** The noun a preposition ties to a token, or -1. A day ("on Monday", "in March", "on 3 June") is none, nor is an infinitive ("to show"). */
export function underPreposition(doc: Doc, token: number, preposition: string): number {
  const found = childrenOf(doc, token, "obl", "nmod", "advcl", "acl", "obj").find(
    (c) => casesOf(doc, c).includes(preposition) && !isDate(doc, c) && doc.xpos[c] !== "VB",
  );
  return found ?? -1;
}

/** "angry with X for leaving", "railed against X for leaving": X, or -1. */
export function blamedAt(doc: Doc, head: number, prepositions: readonly string[]): number {
  return childrenOf(doc, head, "obl").find((c) => doc.upos[c] !== "NUM" && casesOf(doc, c).some((k) => prepositions.includes(k))) ?? -1;
}

/** "from X to Y", seen from X: where a road, a line or a journey begins. */
export function isStretch(doc: Doc, token: number): boolean {
  const next = Math.max(...subtreeOf(doc, token)) + 1;
  return casesOf(doc, token).includes("from") && lowerAt(doc, next) === "to" && hasRelation(doc, next, "case");
}
