import type { Doc } from "../model/index.ts";
import { childOf, hasRelation } from "./tree.ts";

/** True for a verb or an auxiliary. */
export const isVerb = (doc: Doc, t: number) => doc.upos[t] === "VERB" || doc.upos[t] === "AUX";

/** "has opposed quotas" read as if the quotas were opposed ones: an auxiliary shows a verb with its object. */
export function isMistakenAttribute(doc: Doc, verb: number): boolean {
  return hasRelation(doc, verb, "amod") && childOf(doc, verb, "aux") >= 0;
}
