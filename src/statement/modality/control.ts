import type { Complement, Control, ControlLexicon } from "../../lexicon/control.ts";
import type { Doc } from "../../model/index.ts";
import { childOf, hasRelation, lowerAt } from "../../syntax/tree.ts";

/** A word listed for nouns takes them after "for" as well; one listed for "for" or "against" takes no other. */
function fits(listed: Complement, complement: Complement): boolean {
  return listed === complement || (listed === "any" && complement !== "against") || (listed === "noun" && complement === "for");
}

const POS: Readonly<Record<string, string>> = { VERB: "verb", AUX: "verb", NOUN: "noun", PROPN: "noun", ADJ: "adj", ADV: "adj" };

export function controlAt(doc: Doc, lexicon: ControlLexicon, upper: number, complement: Complement): Control | null {
  return controlsAt(doc, lexicon, upper).find((c) => fits(c.complement, complement)) ?? null;
}

/** What is listed of a word, with its particle ("rule out"); a passive participle may be listed as an adjective: "is set to", "is prepared to". */
export function controlsAt(doc: Doc, lexicon: ControlLexicon, token: number): readonly Control[] {
  // "held off paying", "went on to pay": the parser may give the particle to the next verb, or take it for an adverb.
  const next = token + 1 < doc.length && !hasRelation(doc, token + 1, "case") ? `${doc.lemma[token]}_${lowerAt(doc, token + 1)}` : "";
  const particle = childOf(doc, token, "compound:prt");
  const own = particle >= 0 ? `${doc.lemma[token]}_${lowerAt(doc, particle)}` : (doc.lemma[token] ?? "");
  const lemma = particle < 0 && lexicon.has(`${next}/verb`) ? next : own;
  const adjective = doc.xpos[token] === "VBN" ? (lexicon.get(`${lowerAt(doc, token)}/adj`) ?? []) : [];
  // "called on the authorities to act": those are people.
  if (lemma === "authority" && doc.xpos[token] === "NNS") return adjective;
  return [...adjective, ...(lexicon.get(`${lemma}/${POS[doc.upos[token] ?? ""]}`) ?? [])];
}
