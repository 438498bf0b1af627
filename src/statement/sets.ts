import type { Scene } from "./read.ts";

/** True where a word set of data/acts-sets.tsv has a word, given in lower case. */
export function isWordOf({ lexicons }: Scene, word: string, set: string): boolean {
  return lexicons.acts.sets.get(set)?.has(word) ?? false;
}

/** True where a word set of data/acts-sets.tsv has the lemma of a token. */
export function isOneOf(scene: Scene, token: number, set: string): boolean {
  return isWordOf(scene, scene.doc.lemma[token]?.toLowerCase() ?? "", set);
}
