import type { Doc, SentenceSpan, Upos } from "../model/index.ts";
import { childrenOf, hasRelation } from "./tree.ts";

/**
 * What a token must be, and what must hang on it. Reads like a sentence:
 * `{ lemma: OFFER, upos: "VERB", has: { nsubj: { as: "who" } }, may: { obj: { as: "what" } }, lacks: ["aux:pass"] }`.
 */
export interface Pattern {
  /** One lemma, or a set of them. */
  readonly lemma?: string | ReadonlySet<string>;
  readonly upos?: Upos | readonly Upos[];
  readonly xpos?: string | readonly string[];
  /** Relation to its own head; `nsubj` also stands for its subtypes. */
  readonly relation?: string | readonly string[];
  /** Name under which the token is reported. */
  readonly as?: string;
  /** By relation: a dependent that must be there. The first that fits is taken. */
  readonly has?: Readonly<Record<string, Pattern>>;
  /** By relation: a dependent that is reported where it is there. */
  readonly may?: Readonly<Record<string, Pattern>>;
  /** Relations that must not be there. */
  readonly lacks?: readonly string[];
}

/** Token indexes by the names that a pattern gives with `as`. */
export type Captures = Readonly<Record<string, number>>;

/** The captures of a pattern at a token, or undefined where it does not fit. */
export function match(doc: Doc, token: number, pattern: Pattern): Captures | undefined {
  if (!fits(doc, token, pattern)) return undefined;
  const captures: Record<string, number> = {};
  for (const [relation, inner] of Object.entries(pattern.has ?? {})) {
    const found = firstMatch(doc, token, relation, inner);
    if (!found) return undefined;
    Object.assign(captures, found);
  }
  for (const [relation, inner] of Object.entries(pattern.may ?? {})) Object.assign(captures, firstMatch(doc, token, relation, inner) ?? {});
  if (pattern.as !== undefined) captures[pattern.as] = token;
  return captures;
}

function firstMatch(doc: Doc, token: number, relation: string, pattern: Pattern): Captures | undefined {
  for (const below of childrenOf(doc, token, relation)) {
    const found = match(doc, below, pattern);
    if (found) return found;
  }
  return undefined;
}

function fits(doc: Doc, token: number, pattern: Pattern): boolean {
  const { lemma, upos, xpos, relation, lacks } = pattern;
  const own = doc.lemma[token] as string;
  if (lemma !== undefined && (typeof lemma === "string" ? own !== lemma : !lemma.has(own))) return false;
  if (upos !== undefined && !isOneOf(doc.upos[token] as string, upos)) return false;
  if (xpos !== undefined && !isOneOf(doc.xpos[token] as string, xpos)) return false;
  if (relation !== undefined && !hasRelation(doc, token, ...(typeof relation === "string" ? [relation] : relation))) return false;
  return !lacks || childrenOf(doc, token, ...lacks).length === 0;
}

function isOneOf(value: string, wanted: string | readonly string[]): boolean {
  return typeof wanted === "string" ? value === wanted : wanted.includes(value);
}

/** Every place in a sentence where a pattern fits, in the order of the text. */
export function findAll(
  doc: Doc,
  sentence: SentenceSpan,
  pattern: Pattern,
): readonly { readonly token: number; readonly captures: Captures }[] {
  const found: { token: number; captures: Captures }[] = [];
  for (let token = sentence.first; token < sentence.end; token++) {
    const captures = match(doc, token, pattern);
    if (captures) found.push({ token, captures });
  }
  return found;
}
