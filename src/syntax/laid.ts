import type { Doc } from "../model/index.ts";
import { casesOf, childOf, childrenOf, hasRelation, lowerAt } from "./tree.ts";

/** Verbs that say of their object what it did: parsers may hang the deed on the object itself. */
const LAYING = new Set(
  "accuse suspect convict acquit prevent stop bar deter blame criticise criticize condemn thank praise pressure pressurise force".split(
    " ",
  ),
);

/** True for a verb that says of its object what it did. */
export function isLaying(doc: Doc, verb: number): boolean {
  return LAYING.has(doc.lemma[verb] ?? "");
}

/** "accused X of shelling Y", "pressed X into leaving", "thanked X for freeing Y": what stands so behind an object is the object's doing. */
export function isLaid(doc: Doc, verb: number): boolean {
  const having = doc.xpos[verb] === "VBN" && childrenOf(doc, verb, "aux").some((c) => lowerAt(doc, c) === "having");
  // "accused X of a breach by seizing Y"
  const charged = doc.lemma[doc.head[verb] ?? -1] === "accuse";
  const laid = (doc.xpos[verb] === "VBG" || having) && casesOf(doc, verb).some((c) => LAID.has(c) || (charged && c === "by"));
  return laid && hasRelation(doc, verb, "advcl", "acl");
}

const LAID = new Set(["of", "from", "into", "for"]);

/** Verbs whose infinitive is done by their object, also where the parser hangs it beside them: "allowed X to leave". */
const STEERING =
  /^(?:allow|permit|enable|urge|order|force|press|pressure|push|invite|encourage|help|persuade|convince|sway|compel|direct|instruct|oblige|authorise|authorize|task)$/;

/** "pressed X to leave", "helped X and Y to meet": X, where an infinitive hangs beside or on the object; else -1. */
export function steered(doc: Doc, verb: number): number {
  const to = childrenOf(doc, verb, "mark").some((m) => lowerAt(doc, m) === "to") && doc.xpos[verb] === "VB";
  const head = doc.head[verb] ?? -1;
  if (!to || head < 0) return -1;
  if (hasRelation(doc, verb, "advcl") && STEERING.test(doc.lemma[head] ?? "")) {
    const object = childOf(doc, head, "obj");
    return object > head && object < verb ? object : -1;
  }
  const onObject = hasRelation(doc, verb, "acl") && doc.relation[verb] !== "acl:relcl" && hasRelation(doc, head, "obj");
  return onObject && STEERING.test(doc.lemma[doc.head[head] ?? -1] ?? "") ? head : -1;
}

/** The place where a form in -ing or an infinitive begins: its marker, or itself. */
function beginOf(doc: Doc, verb: number): number {
  return Math.min(verb, ...childrenOf(doc, verb, "mark", "advmod").filter((t) => t < verb));
}

/** The noun above the words right before a place that hangs by a preposition of the list on a noun of the pattern: "pressure on X", "thanks to X"; -1 elsewhere. */
function behind(doc: Doc, at: number, nouns: RegExp, prepositions: readonly string[]): number {
  const opened = at > 0 && /^[,"“”'’]$/.test(lowerAt(doc, at - 1)) ? at - 2 : at - 1;
  for (let t = opened; t >= 0; t = doc.head[t] ?? -1) {
    if (doc.upos[t] === "VERB") return -1;
    if (!hasRelation(doc, t, "nmod", "obl") || !casesOf(doc, t).some((c) => prepositions.includes(c))) continue;
    const above = doc.head[t] ?? -1;
    const holder = doc.upos[above] === "VERB" ? childOf(doc, above, "obj", "nsubj:pass") : above;
    return holder >= 0 && holder < t && nouns.test(doc.lemma[holder] ?? "") ? t : -1;
  }
  return -1;
}

const PRESSING = /^(?:pressure|call|appeal|demand|request|message|order|plea|ultimatum|permission|invitation|warning)$/;
const CREDITING = /^(?:appreciation|gratitude|thanks|praise|blame|criticism|congratulation)$/;

/** "put pressure on X to leave", "appealed to X, to open …", "expressed gratitude to X for freeing …": X, whatever the parser hung the form on; else -1. */
export function urgedBefore(doc: Doc, verb: number): number {
  const from = beginOf(doc, verb);
  const cases = casesOf(doc, verb);
  if (from === verb || !hasRelation(doc, verb, "advcl", "acl", "xcomp", "ccomp")) return -1;
  if (cases.includes("to") && doc.xpos[verb] === "VB") return behind(doc, from, PRESSING, ["on", "upon", "to"]);
  return doc.xpos[verb] === "VBG" && cases.includes("for") ? behind(doc, from, CREDITING, ["to", "of"]) : -1;
}

/** Nouns of what one means, is free or is known to do. */
const RESOLVE =
  /^(?:decision|plan|plot|scheme|right|attempt|effort|bid|move|proposal|offer|pledge|promise|vow|threat|refusal|readiness|willingness|intention|intent|desire|desires|ambition|campaign|strategy|failure|commitment|role|involvement|policy|practice|vote|resolve|determination|drive|push|unwillingness|reluctance|eagerness|ability|inability|mandate|mission|goal|aim|objective|choice)$/;

/** "rejected X's decision last week to leave", "its role in arming Y": the noun right before the form that says whose it is, whatever the parser hung the form on; -1 elsewhere. */
export function resolveBefore(doc: Doc, verb: number): number {
  const from = beginOf(doc, verb);
  const infinitive = doc.xpos[verb] === "VB" && casesOf(doc, verb).includes("to");
  const gerund = doc.xpos[verb] === "VBG" && casesOf(doc, verb).some((c) => c === "in" || c === "of");
  if (from === verb || !(infinitive || gerund) || !hasRelation(doc, verb, "advcl", "xcomp")) return -1;
  for (let t = from - 1; t >= 0 && from - t < 12; t--) {
    if (doc.upos[t] === "VERB") return -1;
    if (RESOLVE.test(doc.lemma[t] ?? "") && doc.upos[t] === "NOUN") return t;
    // Only a time or who has the plan may stand between.
    if (!["NOUN", "ADJ", "PROPN", "DET", "NUM", "PUNCT", "ADP", "PRON", "PART"].includes(doc.upos[t] ?? "")) return -1;
  }
  return -1;
}
