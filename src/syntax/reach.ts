import type { Doc } from "../model/index.ts";
import { ancestorsOf, childrenOf, hasRelation } from "./tree.ts";

/** Tokens reached from a token down a path of relations, all ways: `follow(doc, verb, "obl", "nmod:poss")`. */
export function follow(doc: Doc, token: number, ...path: readonly string[]): readonly number[] {
  let here: readonly number[] = [token];
  for (const relation of path) here = here.flatMap((at) => childrenOf(doc, at, relation));
  return here;
}

/** The tokens on the way between two tokens of one sentence, both ends included; empty where no tree joins them. */
export function pathBetween(doc: Doc, from: number, to: number): readonly number[] {
  const up = [from, ...ancestorsOf(doc, from)];
  const down = [to, ...ancestorsOf(doc, to)];
  const meeting = up.find((token) => down.includes(token));
  if (meeting === undefined) return [];
  return [...up.slice(0, up.indexOf(meeting) + 1), ...down.slice(0, down.indexOf(meeting)).reverse()];
}

/** The token and what is coordinated with it (`A, B and C`), in the order of the text, from the first conjunct on. */
export function conjunctsOf(doc: Doc, token: number): readonly number[] {
  let first = token;
  while (hasRelation(doc, first, "conj")) first = doc.head[first] as number;
  const all = [first];
  for (let i = 0; i < all.length; i++) all.push(...childrenOf(doc, all[i] as number, "conj"));
  return all.sort((a, b) => a - b);
}

/** The unbroken run of tokens `[first, end)` around a token that hang on it; what comes in by one of the `without` relations is left out. */
export function runOf(doc: Doc, token: number, ...without: readonly string[]): { readonly first: number; readonly end: number } {
  const inside = new Set([token]);
  const waiting = [token];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const below of childrenOf(doc, next)) {
      if (hasRelation(doc, below, ...without)) continue;
      inside.add(below);
      waiting.push(below);
    }
  }
  let first = token;
  let end = token + 1;
  while (inside.has(first - 1)) first--;
  while (inside.has(end)) end++;
  return { first, end };
}
