import type { Control, ControlLexicon } from "../../lexicon/control.ts";
import type { Doc } from "../../model/index.ts";
import { nameBefore } from "../../syntax/owner.ts";
import { casesOf, childrenOf, hasRelation } from "../../syntax/tree.ts";
import { controlAt } from "./control.ts";
import type { Governor } from "./reading.ts";
import { isOneOf } from "./sets.ts";

/** What is asked for does not stand behind these: "asked about the raid", "pushed back against the charge". */
const BESIDE = new Set(["about", "on", "over", "against", "with", "at", "from"]);

/** "pressed X on claims of cruelty" asks for no cruelty, "offered a prize for the raid" offers no raid; what takes "on" says so by a row of its own. */
export function isBeside(
  doc: Doc,
  lower: number,
  { modality, complement, positive }: Control,
  upper: number,
  lexicon: ControlLexicon,
): boolean {
  const nominal = doc.upos[lower] === "NOUN" || doc.upos[lower] === "PROPN";
  const cases = casesOf(doc, lower);
  // "pleaded guilty to threatening": nothing is asked by "to" before an -ing form.
  if (modality === "asked" && doc.upos[upper] === "VERB" && doc.xpos[lower] === "VBG" && cases.includes("to")) return true;
  // "raised it at a meeting", "refused it at the talks": where it was, save for what is aimed at.
  if (nominal && doc.upos[upper] === "VERB" && cases.includes("at") && !isOneOf(doc, upper, "aiming", lexicon)) return true;
  if (!nominal || complement !== "any") return false;
  // "suspended the talks over the raid": the raid is why.
  // "began with a raid": the raid was its beginning.
  if (modality === "ongoing") return cases.includes("with");
  if (modality === "done" && !positive) return cases.some((c) => c === "over" || c === "about");
  return modality === "asked"
    ? cases.some((c) => BESIDE.has(c))
    : doc.upos[upper] === "VERB" && GIVING.has(modality) && cases.includes("for");
}

/** "pleaded guilty to robbing X", "has gone as far as X in blaming them": nothing is asked for in an -ing form behind "to", and only "is going to" looks ahead. */
export function isOtherSense(doc: Doc, lower: number, upper: number, { modality }: Control): boolean {
  if (doc.lemma[upper] === "go" && modality === "planned") return doc.xpos[upper] !== "VBG";
  // "the votes required to remove X": what a thing is needed for is asked of nobody.
  if (doc.lemma[upper] === "require" && doc.relation[upper] === "acl") return true;
  // "accusations, which it rejects, of robbing X"
  if (modality === "refused" && doc.xpos[lower] === "VBG" && casesOf(doc, lower).includes("of")) return true;
  return modality === "asked" && doc.xpos[lower] === "VBG" && casesOf(doc, lower).includes("to");
}

/** What is given for something else: "promised money for the clean-up". */
export const GIVING = new Set<string>(["offered", "promised", "threatened", "denied"]);

/** "opposed Chile's decision to leave", "turned down his offer to help": whose it is, is said, and who answers it does nothing of the kind. */
export function isOwned(doc: Doc, { token }: Governor, lexicon: ControlLexicon): boolean {
  if (doc.upos[token] !== "NOUN") return false;
  const owners = childrenOf(doc, token, "nmod:poss");
  if (owners.some((p) => doc.upos[p] === "PROPN" || doc.upos[p] === "NOUN") || nameBefore(doc, token) >= 0) return true;
  const answer = hasRelation(doc, token, "obj", "nsubj:pass") ? (doc.head[token] ?? -1) : -1;
  return owners.length > 0 && answer >= 0 && controlAt(doc, lexicon, answer, "noun")?.modality === "refused";
}
