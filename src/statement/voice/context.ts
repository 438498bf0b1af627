import type { CueLexicon } from "../../lexicon/cues.ts";
import type { Doc } from "../../model/doc.ts";
import { childrenOf, hasRelation, lowerAt } from "../../syntax/tree.ts";
import { isQuoted } from "./complement.ts";
import type { Slot } from "./slots.ts";
import type { SourceRun } from "./source.ts";

/** Frames that behave alike: clauses, quotes, objects, phrases, open clauses, nouns. */
function groupOf(slot: Slot): string {
  const { frame } = slot.complement;
  if (slot.pos !== "V") return slot.pos === "N" ? "noun" : "adj";
  if (isQuoted(frame)) return frame;
  if (frame.startsWith("obj")) return "obj";
  if (frame.startsWith("p:")) return "phrase";
  return frame === "to" || frame === "ing" || frame === "small" ? "open" : "clause";
}

function sourceClass(doc: Doc, lexicon: CueLexicon, source: SourceRun | null): string {
  if (source === null) return "none";
  const word = lowerAt(doc, source.head);
  if (doc.upos[source.head] === "PRON") return word;
  if (doc.names.some((name) => name.first <= source.head && source.head < name.end)) return "name";
  if (doc.upos[source.head] === "PROPN") return "propn";
  for (const list of ["document", "body"]) if (lexicon.lists.get(list)?.has(doc.lemma[source.head]!.toLowerCase()) === true) return list;
  return "noun";
}

function formOf(doc: Doc, cue: number): string {
  const modal = childrenOf(doc, cue).find((child) => child < cue && doc.xpos[child] === "MD");
  if (modal !== undefined) return `MD:${doc.lemma[modal]}`;
  const auxiliary = childrenOf(doc, cue).find((child) => child < cue && hasRelation(doc, child, "aux"));
  return auxiliary === undefined ? doc.xpos[cue]! : `${doc.lemma[auxiliary]}+${doc.xpos[cue]}`;
}

/**
 * What stands around a possible cue, as features to count: who would speak, the verb's form, its place in the sentence, negation.
 * Each is told apart by the kind of frame.
 */
export function readContext(doc: Doc, lexicon: CueLexicon, slot: Slot, source: SourceRun | null): readonly string[] {
  const group = groupOf(slot);
  const { cue } = slot;
  const negated = childrenOf(doc, cue).some((child) => child < cue && /^(?:not|n't|n’t|never)$/.test(lowerAt(doc, child)));
  const conditional = childrenOf(doc, cue).some(
    (child) => child < cue && /^(?:if|when|unless|while|as|because|since|after|before|to)$/.test(lowerAt(doc, child)),
  );
  const relation = doc.relation[cue]!;
  const place = relation.startsWith("acl:relcl") ? "relcl" : relation.replace(/:.*/, "");
  const features = [`source:${sourceClass(doc, lexicon, source)}`, `form:${formOf(doc, cue)}`, `place:${place}`];
  if (negated) features.push("negated");
  if (conditional) features.push("marked");
  const plural = source !== null && doc.upos[source.head] === "NOUN" && doc.xpos[source.head] === "NNS";
  if (plural) features.push("plural");
  const restrictive = place === "relcl" && source !== null && !/,/.test(doc.text.slice(doc.start[source.head]!, doc.start[cue]!));
  if (restrictive) features.push("restrictive");
  const { end } = doc.sentences[doc.sentenceOf[cue]!]!;
  if (/\?/.test(lowerAt(doc, end - 1))) features.push("question");
  if (doc.sentenceOf[cue] === 0) features.push("headline");
  return features.map((feature) => `${group}/${feature}`);
}
