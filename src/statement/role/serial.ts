import { activeSubjectOf } from "../../syntax/subject.ts";
import { childOf, hasRelation, lowerAt } from "../../syntax/tree.ts";
import { participantsAt } from "../participant.ts";
import type { Scene } from "../read.ts";

const PAST = /^VB[DN]$/;

/**
 * "X said the raid was wrong, called on Y to stop and condemned Z": parsers hang the verbs that follow under the words said. Where those have a thing
 * for a subject, which neither calls nor condemns, whoever says them does: the subject of the saying; else -1.
 */
export function serialSubject({ doc, index }: Scene, verb: number): number {
  let first = verb;
  let told = verb;
  while (hasRelation(doc, told, "conj", "advcl", "parataxis") && PAST.test(doc.xpos[told] ?? "")) {
    first = told;
    told = doc.head[told] ?? -1;
  }
  const cue = doc.head[told] ?? -1;
  if (told === verb || first < told || !hasRelation(doc, told, "ccomp") || doc.xpos[cue] !== "VBD") return -1;
  const joined = lowerAt(doc, first - 1) === "," || childOf(doc, first, "cc") >= 0;
  const subject = childOf(doc, told, "nsubj", "nsubj:pass", "expl");
  const own = childOf(doc, verb, "nsubj", "nsubj:pass") >= 0;
  const thing = subject >= 0 && doc.upos[subject] !== "PROPN" && participantsAt(doc, subject, index).length === 0;
  return joined && thing && !own ? activeSubjectOf(doc, cue) : -1;
}
