import type { ControlLexicon } from "../../lexicon/control.ts";
import type { Doc } from "../../model/index.ts";
import { nameBefore } from "../../syntax/owner.ts";
import { casesOf, childOf, childrenOf, hasRelation } from "../../syntax/tree.ts";
import type { Governor } from "./reading.ts";
import { isOneOf } from "./sets.ts";

/** Before a decision that is there: what comes of it or is held against it. */
const BEHIND = new Set(["over", "after", "following", "since", "despite", "because of", "due to", "about", "by"]);

/** "criticised Chile over its decision to leave", "Chile's decision to leave has angered Peru": what somebody's decision has led to was decided and done. "announced its decision to leave" tells a plan. */
export function isTaken(doc: Doc, { token, control }: Governor, trigger: number, lexicon: ControlLexicon): boolean {
  if (control.modality !== "planned" || !isOneOf(doc, token, "taken", lexicon) || doc.upos[token] !== "NOUN") return false;
  const owned = childrenOf(doc, token, "nmod:poss").length > 0 || nameBefore(doc, token) >= 0;
  if (!owned || childOf(doc, trigger, "nsubj") >= 0) return false;
  if (hasRelation(doc, token, "obl", "nmod")) return casesOf(doc, token).some((c) => BEHIND.has(c));
  // "the mistrust and its decision to leave have hurt it"
  const joined = hasRelation(doc, token, "conj") ? (doc.head[token] ?? -1) : token;
  const verb = doc.head[joined] ?? -1;
  const past =
    verb >= 0 &&
    (doc.xpos[verb] === "VBD" || (doc.xpos[verb] === "VBN" && childrenOf(doc, verb, "aux").some((c) => doc.lemma[c] === "have")));
  if (!past) return false;
  return hasRelation(doc, joined, "nsubj") || (hasRelation(doc, token, "obj") && isOneOf(doc, verb, "judged", lexicon));
}
