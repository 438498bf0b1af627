import type { Doc } from "../../model/index.ts";
import { FINITE } from "../../syntax/finite.ts";
import { casesOf, childrenOf, firstConjunct, hasRelation } from "../../syntax/tree.ts";
import { isOneOf } from "../sets.ts";
import type { Silence } from "./silence.ts";

/** "were offered a deal", "the UK is committed to it": an agreeing of nobody. */
export const agreedByNobody: Silence = (_scene, act, _move, { actors }) =>
  act.eventType === "AGREE" && !act.nominal && actors.length === 0 && !act.rules[0]?.startsWith("act.spoken");

/** "the terms agreed in X", "an agreed-upon route": a participle that says which terms are meant tells no agreeing of whoever speaks. */
export const mentioned: Silence = ({ doc }, { eventType, trigger, words }) =>
  eventType === "AGREE" &&
  words.length === 1 &&
  doc.xpos[trigger] === "VBN" &&
  (doc.relation[trigger] === "acl" ||
    hasRelation(doc, firstConjunct(doc, trigger), "amod") ||
    /^[-–]upon\b/.test(doc.text.slice(doc.end[trigger]!)));

/** "all agree that the plan failed", "agreed, saying it was so", "agreed with the plan": whoever agrees on what is or was so, or with a thing, shares an opinion, and undertakes nothing. */
export const opinion: Silence = (scene, { eventType, trigger }) => {
  const { doc } = scene;
  if (eventType !== "AGREE" || !isOneOf(scene, trigger, "concurring")) return false;
  const isThing = (t: number) => doc.upos[t] === "NOUN" && !scene.index.has(t) && !["person", "body"].some((set) => isOneOf(scene, t, set));
  const alone = childrenOf(doc, trigger, "obl", "obj", "xcomp", "ccomp", "advcl", "parataxis").length === 0;
  return (
    // "I agree", "those who agree"
    (alone && (doc.xpos[trigger] === "VBP" || doc.xpos[trigger] === "VBZ")) ||
    childrenOf(doc, trigger, "obl").some((c) => casesOf(doc, c).includes("with") && isThing(c)) ||
    childrenOf(doc, trigger, "advcl").some((c) => doc.xpos[c] === "VBG" && isOneOf(scene, c, "arguing")) ||
    childrenOf(doc, trigger, "ccomp").some((clause) => tellsOpinion(doc, clause))
  );
};

/** A clause that says how things are: a tense of its own and no modal verb, or "there will be". */
function tellsOpinion(doc: Doc, clause: number): boolean {
  const verbs = [clause, ...childrenOf(doc, clause, "aux", "aux:pass", "cop")];
  if (childrenOf(doc, clause, "expl").length > 0) return true;
  return verbs.some((t) => FINITE.has(doc.xpos[t] ?? "")) && !verbs.some((t) => doc.xpos[t] === "MD");
}
