import type { Doc } from "../model/index.ts";
import { isDate, isDateWord } from "./date.ts";
import { standsForPossessive } from "./relative.ts";
import { casesOf, childOf, childrenOf, hasRelation } from "./tree.ts";

/** Whose an event is by its own words: "X's attack", "the X attack"; -1 where neither is said. */
export function ownerOf(doc: Doc, noun: number): number {
  const owner = childOf(doc, noun, "nmod:poss");
  if (owner >= 0) return standsForPossessive(doc, owner, noun);
  const named = nameBefore(doc, noun);
  return named >= 0 ? named : ownerOfDay(doc, noun);
}

/** Who holds a plan or a right: "X's plan", "the X plan", "a plan by X", "a plan from X"; -1 where unsaid. */
export function holderOf(doc: Doc, noun: number): number {
  const owner = ownerOf(doc, noun);
  if (owner >= 0) return owner;
  return childrenOf(doc, noun, "nmod").find((c) => casesOf(doc, c).some((k) => k === "by" || k === "from") && !isDate(doc, c)) ?? -1;
}

/** "its 3 June attack", "whose June attack": whose it is may hang on the day. */
export function ownerOfDay(doc: Doc, noun: number): number {
  for (let t = noun - 1; t >= 0 && noun - t < 9 && doc.sentenceOf[t] === doc.sentenceOf[noun]; t--) {
    if (hasRelation(doc, t, "nmod:poss")) return isDateWord(doc, doc.head[t] ?? -1) ? t : -1;
    const apart = isDateWord(doc, t) || doc.upos[t] === "PUNCT" || doc.upos[t] === "ADJ" || doc.upos[t] === "PART";
    if (!apart) return -1;
  }
  return -1;
}

/** The name or adjective of a nation before a noun: "the Chilean offer"; -1 where there is none. */
export function nameBefore(doc: Doc, noun: number): number {
  const own = childrenOf(doc, noun, "compound", "amod").find(
    (c) => doc.upos[c] === "PROPN" || /^[A-Z]/.test(doc.text.charAt(doc.start[c]!)),
  );
  return own ?? (isTakenForReceiver(doc, noun - 1) ? noun - 1 : -1);
}

const GIVING =
  /^(?:give|grant|offer|send|hand|deny|refuse|show|tell|ask|teach|lend|owe|promise|award|cost|sell|pay|bring|buy|make|allow|win|earn|guarantee|assure|supply|provide|save|spare)$/;

/** "rejected US demands": a name right before the object of a verb that gives nothing is no receiver, whatever the tree made of it. */
function isTakenForReceiver(doc: Doc, name: number): boolean {
  const verb = name >= 0 ? (doc.head[name] ?? -1) : -1;
  const taken = hasRelation(doc, name, "iobj") && doc.upos[name] === "PROPN" && hasRelation(doc, name + 1, "obj");
  return taken && doc.head[name + 1] === verb && !GIVING.test(doc.lemma[verb] ?? "");
}
