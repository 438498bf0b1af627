import type { ControlLexicon } from "../../lexicon/control.ts";
import type { Doc, Modality } from "../../model/index.ts";
import { governorsOf } from "../modality/governors.ts";

/** The nearest word above an act that makes something of it ("agreed to begin releasing": agreed), or null. */
export function governorOf(
  doc: Doc,
  token: number,
  lexicon: ControlLexicon,
): { readonly token: number; readonly modality: Modality } | null {
  for (const { token: at, control } of governorsOf(doc, token, lexicon))
    if (control.modality !== "same" && control.modality !== "skip") return { token: at, modality: control.modality };
  return null;
}

/** True for a word that may stand over an act. */
export function isControl(doc: Doc, token: number, lexicon: ControlLexicon): boolean {
  const pos = doc.upos[token] === "VERB" ? "verb" : doc.upos[token] === "ADJ" ? "adj" : "noun";
  return lexicon.has(`${doc.lemma[token]}/${pos}`);
}
