import type { Scene } from "./read.ts";

/** True where a word set of data/acts-sets.tsv has the lemma of a token. */
export function isOneOf({ doc, lexicons }: Scene, token: number, set: string): boolean {
  return lexicons.acts.sets.get(set)?.has(doc.lemma[token]?.toLowerCase() ?? "") ?? false;
}
