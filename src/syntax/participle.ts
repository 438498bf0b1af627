import type { Doc } from "../model/index.ts";
import { isDate } from "./date.ts";
import { casesOf, childOf, hasRelation, lowerAt } from "./tree.ts";

const ENTAILING = /^(?:include|involve|mean|entail|foresee|envisage|see|risk)$/;

/** "the prospect of X leaving": the noun under a preposition right before an -ing form does it, wherever the parser hung the form; else -1. */
export function gerundSubject(doc: Doc, verb: number): number {
  if (doc.xpos[verb] !== "VBG" || childOf(doc, verb, "aux", "mark", "case") >= 0 || verb === 0) return -1;
  const last = verb > 1 && /^(?:never|not)$/.test(lowerAt(doc, verb - 1)) ? verb - 2 : verb - 1;
  const noun = doc.upos[last] === "NOUN" || doc.upos[last] === "PROPN" ? last : -1;
  // "issued a note on Monday condemning X", "tabled a motion in the senate calling on X": when and where the thing was made.
  if (noun >= 0 && (isDate(doc, noun) || isPlaced(doc, noun, verb))) return -1;
  const clause = hasRelation(doc, verb, "advcl", "acl", "ccomp", "xcomp");
  // "the terms include X leaving"
  if (noun >= 0 && clause && hasRelation(doc, noun, "obj") && ENTAILING.test(doc.lemma[doc.head[noun] ?? -1] ?? "")) return noun;
  return noun >= 0 && clause && hasRelation(doc, noun, "nmod", "obl", "nsubj") && casesOf(doc, noun).length > 0 ? noun : -1;
}

/** True for a noun behind "in" or "at" that says where the thing is that a participle behind it tells more of. */
function isPlaced(doc: Doc, noun: number, verb: number): boolean {
  const placed = casesOf(doc, noun).some((c) => c === "in" || c === "at");
  return placed && hasRelation(doc, verb, "acl") && doc.head[verb] === doc.head[noun] && doc.upos[doc.head[verb] ?? -1] === "NOUN";
}

/** ", accusing X of …": a participle behind a comma is done by who does the finite verb above. */
export function isFreeParticiple(doc: Doc, verb: number): boolean {
  const before = verb > 0 ? lowerAt(doc, verb - 1) : "";
  return doc.xpos[verb] === "VBG" && before === "," && hasRelation(doc, verb, "advcl") && childOf(doc, verb, "mark", "aux") < 0;
}
