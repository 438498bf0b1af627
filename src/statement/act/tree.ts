import type { Doc } from "../../model/doc.ts";

/** A Doc with its children at hand: `childrenOf(t)` are the tokens whose head is `t`, in order of the text. */
export interface Tree {
  readonly doc: Doc;
  /** Lower-case lemma of each token. */
  readonly lemma: readonly string[];
  /** Lower-case form of each token. */
  readonly form: readonly string[];
  readonly childrenOf: (token: number) => readonly number[];
}

const NONE: readonly number[] = [];

/** Reads the children of every token once, in linear time. */
export function growTree(doc: Doc): Tree {
  const children: (number[] | undefined)[] = new Array(doc.length);
  for (let t = 0; t < doc.length; t++) {
    const head = doc.head[t]!;
    if (head < 0) continue;
    const list = children[head];
    if (list) list.push(t);
    else children[head] = [t];
  }
  const form: string[] = [];
  for (let t = 0; t < doc.length; t++) form.push(doc.text.slice(doc.start[t], doc.end[t]).toLowerCase());
  return { doc, lemma: doc.lemma.map((one) => one.toLowerCase()), form, childrenOf: (token) => children[token] ?? NONE };
}

/** True where the relation is `name` or a subtype of it ("nsubj" and "nsubj:pass"). */
export function isRelation(tree: Tree, token: number, name: string): boolean {
  const relation = tree.doc.relation[token]!;
  return relation === name || (relation.length > name.length && relation.startsWith(name) && relation[name.length] === ":");
}

/** Children in the relation (or a subtype of it). */
export function childrenIn(tree: Tree, token: number, name: string): number[] {
  return tree.childrenOf(token).filter((child) => isRelation(tree, child, name));
}
