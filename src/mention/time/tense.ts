import type { Doc } from "../../model/doc.ts";
import { childrenOf, lowerAt } from "../../syntax/tree.ts";
import type { Tense } from "./reading.ts";

const FUTURE = new Set(["will", "'ll", "’ll", "shall", "wo"]);
const PAST_AUX = new Set(["was", "were", "had", "did"]);

/** The tense of the verb that governs a token: by the tree where the sentence has one, else by the nearest verb before, then after. */
export function tenseAt(doc: Doc, token: number): Tense {
  const sentence = doc.sentences[doc.sentenceOf[token]!];
  if (sentence === undefined) return "none";
  if (!sentence.parsed) return nearestTense(doc, token, sentence.first, sentence.end);
  let at = token;
  for (let steps = 0; steps < 30 && at >= 0; steps += 1) {
    if (doc.upos[at] === "VERB" || doc.upos[at] === "AUX" || hasAuxiliary(doc, at)) {
      const tense = tenseOfVerb(doc, at);
      if (tense !== "none") return tense;
    }
    at = doc.head[at]!;
  }
  return "none";
}

function isAuxiliary(doc: Doc, child: number): boolean {
  return doc.relation[child]!.startsWith("aux") || doc.relation[child] === "cop";
}

function hasAuxiliary(doc: Doc, head: number): boolean {
  return childrenOf(doc, head).some((child) => isAuxiliary(doc, child));
}

function tenseOfVerb(doc: Doc, verb: number): Tense {
  let auxiliary: Tense = "none";
  let toInfinitive = false;
  for (const i of childrenOf(doc, verb)) {
    const form = lowerAt(doc, i);
    if (form === "to" && doc.upos[i] === "PART") toInfinitive = true;
    if (!isAuxiliary(doc, i)) continue;
    if (FUTURE.has(form)) return "future";
    if (PAST_AUX.has(form)) auxiliary = "past";
    else if (auxiliary === "none" && (form === "has" || form === "have" || form === "'ve")) auxiliary = "past";
    else if (auxiliary === "none" && /^VB[ZP]$/.test(doc.xpos[i]!)) auxiliary = "present";
  }
  if (auxiliary !== "none") return auxiliary;
  if (toInfinitive) return "future";
  return tenseOfTag(doc.xpos[verb]!);
}

function tenseOfTag(tag: string): Tense {
  if (tag === "VBD" || tag === "VBN") return "past";
  return tag === "VBZ" || tag === "VBP" ? "present" : "none";
}

function nearestTense(doc: Doc, token: number, first: number, end: number): Tense {
  for (let i = token; i >= first; i -= 1) {
    const tense = looseTense(doc, i, first);
    if (tense !== "none") return tense;
  }
  for (let i = token + 1; i < end; i += 1) {
    const tense = looseTense(doc, i, first);
    if (tense !== "none") return tense;
  }
  return "none";
}

function looseTense(doc: Doc, i: number, first: number): Tense {
  if (doc.upos[i] !== "VERB" && doc.upos[i] !== "AUX") return "none";
  const form = lowerAt(doc, i);
  if (FUTURE.has(form)) return "future";
  if (doc.xpos[i] === "VB") {
    for (let j = i - 1; j >= first && j >= i - 3; j -= 1) {
      if (FUTURE.has(lowerAt(doc, j)) || lowerAt(doc, j) === "to") return "future";
    }
  }
  return tenseOfTag(doc.xpos[i]!);
}
