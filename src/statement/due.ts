import type { Doc } from "../model/index.ts";
import { contains } from "../model/index.ts";
import { isPassive } from "../syntax/passive.ts";
import { childOf, childrenOf, hasRelation, lowerAt } from "../syntax/tree.ts";
import type { ActReading } from "./act/reading.ts";
import { asked } from "./spoken.ts";
import type { Voice } from "./voice/voice.ts";

const DUE = new Set(["must", "should", "ought"]);
const DUTY = new Set(["responsibility", "duty", "obligation"]);

/**
 * What somebody says another has to do, told by a verb that names no act itself: "X must show restraint", "X needs to
 * listen", "X has a duty to step in". The sides are told by the speaker and the subject (`byDue`).
 */
export function readDue(doc: Doc, voices: readonly Voice[], told: ReadonlySet<number>): readonly ActReading[] {
  const found: ActReading[] = [];
  for (let t = 0; t < doc.length; t++)
    if (doc.upos[t] === "VERB" && !told.has(t) && isDue(doc, t) && isSpoken(doc, voices, t)) found.push(asked(t, "act.spoken.due"));
  return found;
}

function isSpoken(doc: Doc, voices: readonly Voice[], token: number): boolean {
  const span = { start: doc.start[token]!, end: doc.end[token]! };
  return voices.some((v) => v.speech && v.asserts && v.content.some((c) => contains(c, span)));
}

/** True for the main verb of a clause that says what its subject, no "I" or "you", has to do. */
function isDue(doc: Doc, verb: number): boolean {
  const subject = childOf(doc, verb, "nsubj");
  if (subject < 0 || doc.upos[subject] === "PRON" || isPassive(doc, verb) || !hasRelation(doc, verb, "root", "ccomp", "parataxis", "conj"))
    return false;
  const helpers = childrenOf(doc, verb, "aux").map((c) => lowerAt(doc, c));
  // "must have known", "should have paid": what was not done is no demand.
  if (helpers.includes("have")) return false;
  if (helpers.some((h) => DUE.has(h))) return true;
  // "does not need to stay"
  if (childrenOf(doc, verb, "advmod").some((c) => /^(?:not|n't|n’t|never)$/.test(lowerAt(doc, c))) || !/^VB[ZP]$/.test(doc.xpos[verb]!))
    return false;
  if (helpers.length === 0 && (doc.lemma[verb] === "need" || doc.lemma[verb] === "have") && childOf(doc, verb, "xcomp") >= 0) return true;
  return (
    doc.lemma[verb] === "have" && childrenOf(doc, verb, "obj").some((o) => DUTY.has(doc.lemma[o] ?? "") && childOf(doc, o, "acl") >= 0)
  );
}
