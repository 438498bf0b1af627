import type { Doc } from "../../model/doc.ts";
import { FINITE } from "../../syntax/finite.ts";
import { childOf, lowerAt } from "../../syntax/tree.ts";

/** A verb that shows a clause of its own. */
export function opensClause(doc: Doc, token: number): boolean {
  return FINITE.has(doc.xpos[token]!) && !isParticiple(doc, token);
}

/** "a person briefed on the talks": a participle right behind its noun that the tagger took for a past tense has no subject of its own. */
function isParticiple(doc: Doc, token: number): boolean {
  return (
    doc.xpos[token] === "VBD" &&
    doc.upos[token - 1] === "NOUN" &&
    /^(?:about|by|for|from|in|on|to|with)$/.test(lowerAt(doc, token + 1)) &&
    childOf(doc, token, "nsubj", "expl", "aux") < 0
  );
}
