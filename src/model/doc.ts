/** The 17 universal parts of speech (universaldependencies.org/u/pos). */
export type Upos =
  | "ADJ"
  | "ADP"
  | "ADV"
  | "AUX"
  | "CCONJ"
  | "DET"
  | "INTJ"
  | "NOUN"
  | "NUM"
  | "PART"
  | "PRON"
  | "PROPN"
  | "PUNCT"
  | "SCONJ"
  | "SYM"
  | "VERB"
  | "X";

/** What a name names, as the language core tells it. */
export type NameKind = "person" | "organisation" | "place";

/** A proper name found in the text: a run of tokens `[first, end)`. */
export interface NameSpan {
  readonly first: number;
  readonly end: number;
  readonly kind: NameKind;
  /** Calibrated probability that the run is a name of that kind, 0–1. */
  readonly probability: number;
}

/** A sentence: the tokens `[first, end)`. `parsed` is false where no tree was asked for: its heads are -1 and its relations "". */
export interface SentenceSpan {
  readonly first: number;
  readonly end: number;
  readonly parsed: boolean;
}

/**
 * The text of one article, read: a struct of arrays, one slot a token.
 * Laws (tested): `text.slice(start[i], end[i])` is token i; token spans are ordered, disjoint and cover every
 * character that is no white space; a parsed sentence has one root and no cycle.
 */
export interface Doc {
  readonly text: string;
  /** Number of tokens. */
  readonly length: number;
  /** UTF-16 offsets of each token in `text`. */
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly upos: readonly Upos[];
  /** Penn Treebank tags (VBD, NNP, …). */
  readonly xpos: readonly string[];
  readonly lemma: readonly string[];
  /** Index of the head token in this Doc, -1 for the root of a sentence. */
  readonly head: Int32Array;
  /** Universal Dependencies relation to the head, with the subtypes `nsubj:pass aux:pass nmod:poss acl:relcl obl:agent` kept where the model knows them. */
  readonly relation: readonly string[];
  /** Calibrated probability of the chosen head, 0–1. */
  readonly headProbability: Float32Array;
  /** Index into `sentences` for each token. */
  readonly sentenceOf: Int32Array;
  readonly sentences: readonly SentenceSpan[];
  /** Ordered by `first`, disjoint. */
  readonly names: readonly NameSpan[];
}
