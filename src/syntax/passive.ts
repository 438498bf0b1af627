import type { Doc } from "../model/index.ts";
import { agentOf } from "./agent.ts";
import { calledUpon } from "./oblique.ts";
import { childOf, childrenOf, hasRelation, lowerAt } from "./tree.ts";

/** True for "was released", "released by X" and reduced relatives ("the man released on Friday"). */
export function isPassive(doc: Doc, verb: number): boolean {
  if (hasDone(doc, verb)) return false;
  if (childOf(doc, verb, "nsubj:pass", "aux:pass") >= 0) return true;
  // "told the paper when asked about it": without a subject between, whatever its tag; "X once attacked Y" has one.
  const after = verb > 0 && /^(?:when|once|if)$/.test(lowerAt(doc, verb - 1)) && !hasRelation(doc, verb - 1, "advmod");
  if (after && /^VB[DN]$/.test(doc.xpos[verb] ?? "") && childOf(doc, verb, "nsubj", "obj") < 0) return true;
  if (doc.xpos[verb] === "VBN" && childOf(doc, verb, "aux", "nsubj", "obj") < 0 && isUndergone(doc, verb)) return true;
  const reduced =
    doc.xpos[verb] === "VBN" &&
    hasRelation(doc, verb, "acl") &&
    doc.relation[verb] !== "acl:relcl" &&
    childOf(doc, verb, "aux") < 0 &&
    calledUpon(doc, verb) < 0;
  return reduced || (doc.xpos[verb] === "VBN" && childOf(doc, verb, "aux") < 0 && agentOf(doc, verb) >= 0);
}

/** "remains committed": participles of what one is inclined to. */
const INCLINED = /^(?:commit|prepare|engage|oppose|determine|dedicate|resolve|interest)$/;

/** "was seized or destroyed", "stands accused": a bare participle beside a passive or under a verb that takes no perfect. */
function isUndergone(doc: Doc, verb: number): boolean {
  const head = doc.head[verb] ?? -1;
  if (hasRelation(doc, verb, "xcomp"))
    return doc.lemma[head] !== "have" && childOf(doc, verb, "mark") < 0 && !INCLINED.test(doc.lemma[verb] ?? "");
  return hasRelation(doc, verb, "conj") && childOf(doc, head, "aux:pass") >= 0 && childOf(doc, head, "obj") < 0;
}

/** "has condemned X", also where a parser calls the subject that of a passive. */
function hasDone(doc: Doc, verb: number): boolean {
  const aux = childrenOf(doc, verb, "aux").map((c) => doc.lemma[c]);
  return aux.includes("have") && !aux.includes("be") && childrenOf(doc, verb, "obj").some((o) => o > verb);
}
