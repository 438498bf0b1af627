import type { Doc, SentenceSpan } from "../model/doc.ts";

const childrenOfDoc = new WeakMap<Doc, readonly (readonly number[])[]>();
const NONE: readonly number[] = [];

/** The token as it stands in the text. */
export function form(doc: Doc, token: number): string {
  return doc.text.slice(doc.start[token], doc.end[token]);
}

/** True when the token's relation is one of `relations`; `nsubj` also stands for `nsubj:pass`, while `nsubj:pass` is only itself. */
export function isRelation(doc: Doc, token: number, ...relations: readonly string[]): boolean {
  const relation = doc.relation[token] ?? "";
  return relations.some((wanted) => relation === wanted || relation.startsWith(`${wanted}:`));
}

/** Dependents of a token in the order of the text; only those of the given relations, if any are given. */
export function children(doc: Doc, token: number, ...relations: readonly string[]): readonly number[] {
  let index = childrenOfDoc.get(doc);
  if (!index) childrenOfDoc.set(doc, (index = indexChildren(doc)));
  const all = index[token] ?? NONE;
  return relations.length === 0 ? all : all.filter((child) => isRelation(doc, child, ...relations));
}

function indexChildren(doc: Doc): number[][] {
  const index: number[][] = Array.from({ length: doc.length }, () => []);
  for (let i = 0; i < doc.length; i++) {
    const head = doc.head[i] as number;
    if (head >= 0) index[head]?.push(i);
  }
  return index;
}

/** The first dependent of the given relations, or undefined. */
export function child(doc: Doc, token: number, ...relations: readonly string[]): number | undefined {
  return children(doc, token, ...relations)[0];
}

/** The head of a token, or undefined for a root (and for a token without a tree). */
export function headOf(doc: Doc, token: number): number | undefined {
  const head = doc.head[token] ?? -1;
  return head < 0 ? undefined : head;
}

/** The root of a parsed sentence, or undefined where there is no tree. */
export function rootOf(doc: Doc, sentence: SentenceSpan): number | undefined {
  if (!sentence.parsed) return undefined;
  for (let i = sentence.first; i < sentence.end; i++) if (doc.head[i] === -1) return i;
  return undefined;
}

/** The heads above a token, nearest first. */
export function ancestors(doc: Doc, token: number): readonly number[] {
  const above: number[] = [];
  for (let up = headOf(doc, token); up !== undefined; up = headOf(doc, up)) above.push(up);
  return above;
}

/** The token and everything below it, in the order of the text; dependents of the `without` relations and what hangs on them are left out. */
export function subtree(doc: Doc, token: number, without: readonly string[] = NONE_NAMED): readonly number[] {
  const found: number[] = [];
  const waiting = [token];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    found.push(next);
    for (const below of children(doc, next)) if (!isRelation(doc, below, ...without)) waiting.push(below);
  }
  return found.sort((a, b) => a - b);
}

const NONE_NAMED: readonly string[] = [];

/** The unbroken run of tokens `[first, end)` around a token that belongs to its subtree (see `subtree`). */
export function subtreeRun(
  doc: Doc,
  token: number,
  without: readonly string[] = NONE_NAMED,
): { readonly first: number; readonly end: number } {
  const inside = new Set(subtree(doc, token, without));
  let first = token;
  let end = token + 1;
  while (inside.has(first - 1)) first--;
  while (inside.has(end)) end++;
  return { first, end };
}

/** Tokens reached from a token down a path of relations, all ways: `follow(doc, verb, "obl", "nmod:poss")`. */
export function follow(doc: Doc, token: number, ...path: readonly string[]): readonly number[] {
  let here: readonly number[] = [token];
  for (const relation of path) here = here.flatMap((at) => children(doc, at, relation));
  return here;
}

/** The tokens on the way between two tokens of one sentence, both ends included, or undefined where no tree joins them. */
export function pathBetween(doc: Doc, from: number, to: number): readonly number[] | undefined {
  const up = [from, ...ancestors(doc, from)];
  const down = [to, ...ancestors(doc, to)];
  const meeting = up.find((token) => down.includes(token));
  if (meeting === undefined) return undefined;
  return [...up.slice(0, up.indexOf(meeting) + 1), ...down.slice(0, down.indexOf(meeting)).reverse()];
}

/** The token and what is coordinated with it (`A, B and C`), in the order of the text, from the first conjunct on. */
export function conjuncts(doc: Doc, token: number): readonly number[] {
  let first = token;
  while (isRelation(doc, first, "conj") && headOf(doc, first) !== undefined) first = headOf(doc, first) as number;
  const all = [first];
  for (let i = 0; i < all.length; i++) all.push(...children(doc, all[i] as number, "conj"));
  return all.sort((a, b) => a - b);
}
