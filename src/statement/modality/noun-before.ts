import type { ControlLexicon } from "../../lexicon/control.ts";
import type { Doc } from "../../model/index.ts";
import { gerundSubject } from "../../syntax/participle.ts";
import { casesOf, childrenOf, hasRelation, lowerAt } from "../../syntax/tree.ts";
import { controlAt } from "./control.ts";
import type { Governor } from "./reading.ts";
import { isOneOf } from "./sets.ts";

/** "made an offer to leave": the noun right before "to" or "of" governs, wherever the parser hung the clause; "a request for X to leave" as well. */
export function nounBefore(doc: Doc, lower: number, lexicon: ControlLexicon): Governor | null {
  if (doc.upos[lower] === "NOUN") return nounBeforeFor(doc, lower, lexicon);
  if (!hasRelation(doc, lower, "xcomp", "advcl", "acl", "ccomp")) return null;
  const mark = childrenOf(doc, lower, "mark", "case").find((m) => ["to", "of", "for", "that"].includes(lowerAt(doc, m)));
  // "its demand that Chile withdraw"
  if (mark !== undefined && lowerAt(doc, mark) === "that") {
    const asked = doc.upos[mark - 1] === "NOUN" && !hasRelation(doc, mark - 1, "nsubj") ? controlAt(doc, lexicon, mark - 1, "that") : null;
    return asked ? { token: mark - 1, control: asked } : null;
  }
  const before = gerundSubject(doc, lower);
  const upper = before >= 0 ? (doc.head[before] ?? -1) : -1;
  const last =
    upper === lower ? Math.min(...childrenOf(doc, before, "case")) - 1 : before >= 0 ? upper : mark === undefined ? -1 : mark - 1;
  const noun =
    last >= 0 && mark !== undefined && hasRelation(doc, last, "nmod") && casesOf(doc, last).includes("for") ? doc.head[last]! : last;
  // "claimed responsibility for killing X": it was done.
  const answered =
    noun >= 0 && mark !== undefined && lowerAt(doc, mark) === "for" && doc.xpos[lower] === "VBG" && isOneOf(doc, noun, "answered", lexicon);
  const control = noun >= 0 && doc.upos[noun] === "NOUN" && !answered ? controlAt(doc, lexicon, noun, "inf") : null;
  if (control) return { token: noun, control };
  if (mark === undefined) return null;
  if (hasRelation(doc, lower, "advcl", "xcomp")) return askingBefore(doc, doc.head[lower] ?? -1, mark, lexicon);
  // "a call from X for its allies to leave"
  const whom = doc.head[lower] ?? -1;
  return doc.relation[lower] === "acl" && casesOf(doc, whom).includes("for")
    ? askingBefore(doc, doc.head[whom] ?? -1, mark, lexicon)
    : null;
}

/** "lay the foundation for talks", "a push for a ban": the noun right before "for" governs what stands behind it. */
function nounBeforeFor(doc: Doc, lower: number, lexicon: ControlLexicon): Governor | null {
  const link = hasRelation(doc, lower, "obl", "nmod") ? childrenOf(doc, lower, "case").find((c) => lowerAt(doc, c) === "for") : undefined;
  const noun = link === undefined ? -1 : link - 1;
  const control = noun >= 0 && doc.upos[noun] === "NOUN" && noun !== doc.head[lower] ? controlAt(doc, lexicon, noun, "for") : null;
  return control ? { token: noun, control } : null;
}

/** "faced pressure from X to leave", "put pressure on X to leave": the noun of asking whose phrases run up to the "to". */
function askingBefore(doc: Doc, verb: number, mark: number, lexicon: ControlLexicon): Governor | null {
  for (const noun of childrenOf(doc, verb, "obj", "obl")) {
    if (noun > mark || doc.upos[noun] !== "NOUN") continue;
    const control = controlAt(doc, lexicon, noun, "inf");
    const between = Array.from({ length: mark - noun - 1 }, (_, i) => noun + 1 + i);
    if (control?.modality === "asked" && between.every((t) => doc.upos[t] !== "VERB" || hasRelation(doc, t, "case")))
      return { token: noun, control };
  }
  return null;
}
