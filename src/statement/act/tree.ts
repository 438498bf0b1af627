import type { Doc } from "../../model/index.ts";
import { childrenOf, hasRelation } from "../../syntax/tree.ts";

/** A Doc with its words folded to lower case once, for matching. */
export interface Tree {
  readonly doc: Doc;
  /** Lower-case lemma of each token. */
  readonly lemma: readonly string[];
  /** Lower-case form of each token. */
  readonly form: readonly string[];
  readonly childrenOf: (token: number) => readonly number[];
}

/** Folds the words of a Doc, in linear time. */
export function growTree(doc: Doc): Tree {
  const form: string[] = [];
  for (let t = 0; t < doc.length; t++) form.push(doc.text.slice(doc.start[t], doc.end[t]).toLowerCase());
  return { doc, lemma: doc.lemma.map((one) => one.toLowerCase()), form, childrenOf: (token) => childrenOf(doc, token) };
}

/** True where the relation is `name` or a subtype of it ("nsubj" and "nsubj:pass"). */
export function isRelation(tree: Tree, token: number, name: string): boolean {
  return hasRelation(tree.doc, token, name);
}

/** Children in the relation (or a subtype of it). */
export function childrenIn(tree: Tree, token: number, name: string): readonly number[] {
  return childrenOf(tree.doc, token, name);
}
