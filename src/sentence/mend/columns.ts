import type { Upos } from "../../model/doc.ts";
import { type Lemmas, lemmatise } from "../lemma.ts";

/** The columns of a reading that are mended in place; `head` holds token indexes, -1 the root. */
export interface Columns {
  readonly forms: readonly string[];
  readonly upos: Upos[];
  readonly xpos: string[];
  readonly lemma: string[];
  readonly relation: string[];
  readonly head: Int32Array;
  /** Probability of each head, 0–1, where it is known. */
  readonly probability?: Float32Array;
}

/** One parsed sentence of them, the tokens `[first, end)`. */
export interface Sentence extends Columns {
  readonly first: number;
  readonly end: number;
  readonly lemmas: Lemmas;
}

/** The form of a token in small letters, "" outside of the sentence. */
export function low({ forms, first, end }: Sentence, token: number): string {
  return token < first || token >= end ? "" : forms[token]!.toLowerCase();
}

/** Dependents in the order of the text; with relations given, only those that hang by exactly one of them. */
export function below(s: Sentence, token: number, ...relations: readonly string[]): number[] {
  const found: number[] = [];
  for (let t = s.first; t < s.end; t++)
    if (s.head[t] === token && (relations.length === 0 || relations.includes(s.relation[t]!))) found.push(t);
  return found;
}

/** True when the token is `top` or hangs somewhere under it. */
export function isUnder({ head }: Sentence, token: number, top: number): boolean {
  for (let t = token; t >= 0; t = head[t]!) if (t === top) return true;
  return false;
}

/** The first token of what hangs under a token, itself included. */
export function edge(s: Sentence, token: number): number {
  let t = s.first;
  while (!isUnder(s, t, token)) t++;
  return t;
}

/** Hangs a token elsewhere, unless that would close a circle. */
export function hang(s: Sentence, token: number, head: number, relation: string): void {
  if (head >= 0 && isUnder(s, head, token)) return;
  s.head[token] = head;
  s.relation[token] = relation;
}

/** Gives a token another tag, and the lemma that goes with it. */
export function retag(s: Sentence, token: number, upos: Upos, xpos: string): void {
  s.upos[token] = upos;
  s.xpos[token] = xpos;
  s.lemma[token] = lemmatise(s.forms[token]!, xpos, s.lemmas);
}

/** Puts `word`, which hangs under `old`, into its place; `old` hangs on it by `relation`. */
export function promote(s: Sentence, word: number, old: number, relation: string): void {
  const above = s.head[old]!;
  const by = s.relation[old]!;
  s.head[word] = above;
  s.relation[word] = by;
  s.head[old] = word;
  s.relation[old] = relation;
}

export const isNominal = ({ upos }: Sentence, token: number): boolean => upos[token] === "NOUN" || upos[token] === "PROPN";

const FINITE = new Set(["VBD", "VBZ", "VBP", "MD"]);

/** True when a verb or predicate, or one of its auxiliaries, shows tense. */
export function hasTense(s: Sentence, verb: number): boolean {
  return FINITE.has(s.xpos[verb]!) || below(s, verb, "aux", "aux:pass", "cop").some((t) => FINITE.has(s.xpos[t]!));
}
