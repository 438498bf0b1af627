import type { ControlLexicon } from "../../lexicon/control.ts";
import type { Doc } from "../../model/index.ts";

/** True where a word set of data/control-sets.tsv has the lemma of a token; false for no token. */
export function isOneOf(doc: Doc, token: number, set: string, lexicon: ControlLexicon): boolean {
  return lexicon.sets.get(set)?.has(doc.lemma[token] ?? "") ?? false;
}
