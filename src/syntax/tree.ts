import type { Doc, SentenceSpan, Span } from "../model/index.ts";

/** True when a relation is `wanted` or a subtype of it: `nsubj` takes in `nsubj:pass`, `nsubj:pass` only itself. */
export function isRelation(relation: string, wanted: string): boolean {
  return relation === wanted || (relation.startsWith(wanted) && relation[wanted.length] === ":");
}

/** The sentence a token stands in. */
export function sentenceAt(doc: Doc, token: number): SentenceSpan {
  return doc.sentences[doc.sentenceOf[token] ?? 0]!;
}

// Children are asked for over and over; a Doc never changes, so its lists are made once and forgotten with it.
const CHILDREN = new WeakMap<Doc, readonly (readonly number[])[]>();

function allChildren(doc: Doc): readonly (readonly number[])[] {
  const known = CHILDREN.get(doc);
  if (known) return known;
  const lists: number[][] = Array.from({ length: doc.length }, () => []);
  for (let i = 0; i < doc.length; i++) lists[doc.head[i] ?? -1]?.push(i);
  CHILDREN.set(doc, lists);
  return lists;
}

/** Dependents of a token in the order of the text; with relations given, only those under one of them. */
export function childrenOf(doc: Doc, token: number, ...relations: readonly string[]): readonly number[] {
  const all = allChildren(doc)[token] ?? [];
  return relations.length === 0 ? all : all.filter((i) => hasRelation(doc, i, ...relations));
}

/** The first dependent of a token under one of the relations, or -1. */
export function childOf(doc: Doc, token: number, ...relations: readonly string[]): number {
  for (const child of allChildren(doc)[token] ?? []) if (hasRelation(doc, child, ...relations)) return child;
  return -1;
}

/** True when the token hangs on its head by one of the relations. */
export function hasRelation(doc: Doc, token: number, ...relations: readonly string[]): boolean {
  const own = doc.relation[token] ?? "";
  for (const wanted of relations) if (isRelation(own, wanted)) return true;
  return false;
}

/** The tokens above a token, nearest first. */
export function ancestorsOf(doc: Doc, token: number): readonly number[] {
  const up: number[] = [];
  for (let i = doc.head[token] ?? -1; i >= 0 && up.length < 200; i = doc.head[i] ?? -1) up.push(i);
  return up;
}

/** True when the token is `top` or hangs somewhere under it. */
export function isUnder(doc: Doc, token: number, top: number): boolean {
  return token === top || ancestorsOf(doc, token).includes(top);
}

/** The tokens under a token, itself included, in the order of the text. */
export function subtreeOf(doc: Doc, token: number): readonly number[] {
  const { first, end } = sentenceAt(doc, token);
  const found: number[] = [];
  for (let i = first; i < end; i++) if (isUnder(doc, i, token)) found.push(i);
  return found;
}

/** The lower-cased lemmas of the prepositions, markers or possessive that introduce a token: "because of" is `because of`. */
export function casesOf(doc: Doc, token: number): readonly string[] {
  return childrenOf(doc, token, "case", "mark").map((c) =>
    [c, ...childrenOf(doc, c, "fixed")]
      .map((i) => lowerAt(doc, i))
      .join(" ")
      .replace(/^including /, ""),
  );
}

/** A token's form, lower-cased. */
export function lowerAt(doc: Doc, token: number): string {
  return doc.text.slice(doc.start[token], doc.end[token]).toLowerCase();
}

/** The characters from the first to the last of some tokens; they must not be empty. */
export function spanOf(doc: Doc, tokens: readonly number[]): Span {
  if (tokens.length === 0) throw new RangeError("a span needs a token");
  return { start: doc.start[Math.min(...tokens)]!, end: doc.end[Math.max(...tokens)]! };
}

/** The first of the words that a token is coordinated with, whether each hangs on the first or on the one before; itself where it stands alone. */
export function firstConjunct(doc: Doc, token: number): number {
  let at = token;
  while (hasRelation(doc, at, "conj")) at = doc.head[at]!;
  return at;
}
