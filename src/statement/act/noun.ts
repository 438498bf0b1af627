import type { ActLexicon, ActSense } from "../../lexicon/acts.ts";
import { hasRelation } from "../../syntax/tree.ts";
import type { Tree } from "./tree.ts";

/** True for a noun, and for a gerund that stands where a noun would: "fighting resumed", "the bombing of". */
export function isNominal(tree: Tree, token: number): boolean {
  const upos = tree.doc.upos[token];
  return upos === "NOUN" || upos === "PROPN" || isGerund(tree, token);
}

function isGerund(tree: Tree, token: number): boolean {
  if (tree.doc.upos[token] !== "VERB" || tree.doc.xpos[token] !== "VBG" || !tree.form[token]!.endsWith("ing")) return false;
  return hasRelation(tree.doc, token, "nsubj", "obj", "nmod");
}

/** The senses of the noun at a token, filed under its lemma, or its form where it is a gerund. */
export function nounSensesAt(tree: Tree, token: number, lexicon: ActLexicon): readonly ActSense[] {
  return lexicon.nouns.get(isGerund(tree, token) ? tree.form[token]! : tree.lemma[token]!) ?? [];
}
