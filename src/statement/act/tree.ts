import type { ActLexicon } from "../../lexicon/acts.ts";
import type { Doc, Upos } from "../../model/index.ts";

const NONE: ReadonlySet<string> = new Set();

/** A Doc with its words folded to lower case once, for matching. */
export interface Tree {
  readonly doc: Doc;
  /** Lower-case lemma of each token; an inflected form whose lemma no table knows is led back to one that it does. */
  readonly lemma: readonly string[];
  /** Lower-case form of each token. */
  readonly form: readonly string[];
  /** Words that say when: no party is named by them, and a parser may hang a verb's phrases on them. */
  readonly when: ReadonlySet<string>;
  /** Token and slot → what fills it, once that was asked. */
  readonly fillers: Map<string, readonly number[]>;
}

/** Folds the words of a Doc, in linear time. */
export function growTree(doc: Doc, lexicon: ActLexicon): Tree {
  const form: string[] = [];
  const lemma: string[] = [];
  for (let t = 0; t < doc.length; t++) {
    const own = doc.text.slice(doc.start[t], doc.end[t]).toLowerCase();
    form.push(own);
    lemma.push(knownLemma(own, doc.lemma[t]!.toLowerCase(), doc.upos[t]!, lexicon.words));
  }
  return { doc, lemma, form, when: lexicon.sets.get("when") ?? NONE, fillers: new Map() };
}

// A learned lemmatiser cuts unseen words wrongly ("blamed" to "blam"); the tables say which cut makes a word. A noun loses its plural only: a "band" is no "ban".
function knownLemma(form: string, lemma: string, upos: Upos, known: ReadonlySet<string>): string {
  if (known.has(lemma) || (upos !== "VERB" && upos !== "NOUN" && upos !== "PROPN" && upos !== "ADJ")) return lemma;
  for (const [ending, cuts] of ENDINGS)
    if (form.endsWith(ending) && (ending.endsWith("s") || (upos !== "NOUN" && upos !== "PROPN"))) {
      const stem = form.slice(0, -ending.length);
      for (const cut of cuts) if (known.has(stem + cut)) return stem + cut;
      if (stem.at(-1) === stem.at(-2) && known.has(stem.slice(0, -1))) return stem.slice(0, -1);
    }
  return known.has(form) ? form : lemma;
}

const ENDINGS: readonly (readonly [string, readonly string[]])[] = [
  ["ied", ["y"]],
  ["ies", ["y", "ie"]],
  ["ed", ["", "e"]],
  ["ing", ["", "e"]],
  ["es", ["", "e"]],
  ["s", [""]],
  ["d", [""]],
];
