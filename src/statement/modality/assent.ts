import type { Doc } from "../../model/index.ts";
import { isFiniteAt } from "../../syntax/finite.ts";
import { casesOf, childOf, childrenOf, lowerAt } from "../../syntax/tree.ts";
import { MODAL, modalOf } from "./modal.ts";

/** The clauses with a subject of their own that hang on a verb: "agreed that X would pay", "agreed X would pay". */
export const clausesOf = (doc: Doc, verb: number): readonly number[] =>
  childrenOf(doc, verb, "ccomp").filter((c) => childOf(doc, c, "nsubj", "nsubj:pass") >= 0 && !casesOf(doc, c).includes("to"));

/** "agreed that the raid was wrong", "agrees that X should pay": a view; what one agrees to do stands behind "will" or "would", or in no tense. */
export function isView(doc: Doc, verb: number): boolean {
  const modal = modalOf(doc, verb);
  if (modal !== null) return MODAL[modal] !== "planned";
  return isFiniteAt(doc, verb) && doc.lemma[verb] !== lowerAt(doc, verb);
}
