import type { Doc, Span } from "../model/index.ts";
import { childrenOf, hasRelation, sentenceAt, spanOf, subtreeOf } from "../syntax/tree.ts";

/** The words a statement stands on: the clause of its outermost word, with everyone who has a role in it, inside one sentence. */
export function evidenceOf(doc: Doc, chain: readonly number[], roles: readonly Span[]): Span {
  const trigger = chain[0] ?? 0;
  const { first, end } = sentenceAt(doc, trigger);
  const sentence = { start: doc.start[first]!, end: doc.end[end - 1]! };
  const top = clauseOf(doc, Math.min(...chain.map((t) => depth(doc, t) * 10_000 + t)) % 10_000);
  const clause = spanOf(doc, withoutLink(doc, subtreeOf(doc, top)));
  const inside = roles.filter((r) => r.start >= sentence.start && r.end <= sentence.end);
  const start = Math.min(clause.start, ...inside.map((r) => r.start));
  return { start, end: Math.max(clause.end, ...inside.map((r) => r.end)) };
}

/** The words of a clause without the comma, colon or "and" that links it to what stands before. */
function withoutLink(doc: Doc, words: readonly number[]): readonly number[] {
  const first = words.findIndex((t) => !LINKS.has(doc.text.slice(doc.start[t], doc.end[t])) && doc.upos[t] !== "CCONJ");
  return first > 0 ? words.slice(first) : words;
}

const LINKS = new Set([",", ":", ";", "-", "–", "—", ")"]);

function depth(doc: Doc, token: number): number {
  let steps = 0;
  for (let t = token; t >= 0; t = doc.head[t] ?? -1) steps++;
  return steps;
}

/** The nearest clause at or above a token: a verb, or a predicate with a subject. */
function clauseOf(doc: Doc, token: number): number {
  for (let t = token; t >= 0; t = doc.head[t] ?? -1) {
    const clausal = doc.upos[t] === "VERB" || childrenOf(doc, t, "nsubj", "cop").length > 0;
    if ((clausal && !hasRelation(doc, t, "amod", "xcomp")) || (doc.head[t] ?? -1) < 0) return t;
  }
  return token;
}
