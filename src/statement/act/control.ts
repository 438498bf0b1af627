import type { ActLexicon } from "../../lexicon/acts.ts";
import type { Modality } from "../../model/statement.ts";
import { isRelation, type Tree } from "./tree.ts";

const MAX_STEPS = 6;

/** The nearest control word above an act ("agreed to begin releasing": agreed), climbing complements only. */
export function governorOf(tree: Tree, token: number, lexicon: ActLexicon): { token: number; modality: Modality } | null {
  let at = token;
  for (let step = 0; step < MAX_STEPS; step++) {
    const head = tree.doc.head[at]!;
    if (head < 0 || !isComplement(tree, at, head)) return null;
    const modality = isRelation(tree, at, "conj") ? undefined : lexicon.controls.get(tree.lemma[head]!);
    if (modality) return { token: head, modality };
    at = head;
  }
  return null;
}

function isComplement(tree: Tree, token: number, head: number): boolean {
  if (isRelation(tree, token, "xcomp") || isRelation(tree, token, "ccomp") || isRelation(tree, token, "conj")) return true;
  // "a threat to close", "its refusal to meet": an infinitive on a noun that controls
  if (isRelation(tree, token, "acl") && !isRelation(tree, token, "acl:relcl")) return tree.doc.upos[head] === "NOUN" && hasTo(tree, token);
  if (isRelation(tree, token, "obj") || isRelation(tree, token, "nsubj:pass")) return tree.doc.upos[token] === "NOUN";
  return (isRelation(tree, token, "advcl") || isRelation(tree, token, "csubj")) && hasTo(tree, token);
}

function hasTo(tree: Tree, token: number): boolean {
  return tree.childrenOf(token).some((child) => isRelation(tree, child, "mark") && tree.form[child] === "to");
}
