import type { Doc } from "../../model/doc.ts";
import { childrenOf, lowerAt } from "../../syntax/tree.ts";
import type { Tense } from "./reading.ts";

const FUTURE = new Set(["will", "'ll", "’ll", "shall", "wo"]);
const PAST_AUX = new Set(["was", "were", "had", "did"]);

/**
 * The tense of the verb that governs a token: by the tree where the sentence has one, else by the nearest verb before, then after.
 * `loose` is a past that stands far above it ("announced an agreement to buy the bank in January"); `ahead` are words that point
 * forward whatever the tense ("payable", "due", "scheduled").
 */
export function tenseAt(doc: Doc, token: number, ahead: ReadonlySet<string>): Tense {
  const sentence = doc.sentences[doc.sentenceOf[token]!];
  if (sentence === undefined) return "none";
  const before = token > sentence.first ? lowerAt(doc, token - 1) : "";
  if (before === "since") return "past";
  if (ahead.has(before)) return "future";
  const found = sentence.parsed ? climb(doc, token, ahead) : nearestTense(doc, token, sentence.first, sentence.end);
  return (found === "past" || found === "loose") && DEADLINE.has(before) ? "none" : found;
}

// A date that ends something may lie on either side of what is told in the past.
const DEADLINE = new Set(["by", "until", "till", "through", "to"]);
const DEEP = 2;

function climb(doc: Doc, token: number, ahead: ReadonlySet<string>): Tense {
  let nouns = 0;
  let loose = false;
  for (let at = token, steps = 0; steps < 30 && at >= 0; steps += 1, at = doc.head[at]!) {
    if (at !== token && doc.upos[at] === "NOUN") nouns += 1;
    if (at !== token && isAhead(doc, at, ahead)) return "future";
    if (doc.upos[at] !== "VERB" && doc.upos[at] !== "AUX" && !hasAuxiliary(doc, at)) continue;
    const tense = tenseOfVerb(doc, at);
    if (tense === "open") return "none";
    if (tense === "infinitive") loose = true;
    else if (tense === "past") return loose || nouns >= DEEP ? "loose" : "past";
    else if (tense !== "none") return loose ? "future" : tense;
  }
  return loose ? "future" : "none";
}

// "became effective", "was due" told in the past lie behind.
function isAhead(doc: Doc, at: number, ahead: ReadonlySet<string>): boolean {
  if (!ahead.has(lowerAt(doc, at)) || doc.upos[at] === "NOUN") return false;
  return !childrenOf(doc, at).some((c) => PAST_AUX.has(lowerAt(doc, c))) && doc.relation[at] !== "xcomp";
}

function isAuxiliary(doc: Doc, child: number): boolean {
  return doc.relation[child]!.startsWith("aux") || doc.relation[child] === "cop";
}

function hasAuxiliary(doc: Doc, head: number): boolean {
  return childrenOf(doc, head).some((child) => isAuxiliary(doc, child));
}

function tenseOfVerb(doc: Doc, verb: number): Tense | "infinitive" | "open" {
  let auxiliary: Tense = "none";
  let toInfinitive = false;
  for (const i of childrenOf(doc, verb)) {
    const form = lowerAt(doc, i);
    if (form === "to" && doc.upos[i] === "PART") toInfinitive = true;
    if (!isAuxiliary(doc, i)) continue;
    if (FUTURE.has(form)) return "future";
    if (form === "would" || form === "'d") return "open";
    if (PAST_AUX.has(form)) auxiliary = "past";
    else if (auxiliary === "none" && (form === "has" || form === "have" || form === "'ve")) auxiliary = "past";
    else if (auxiliary === "none" && /^VB[ZP]$/.test(doc.xpos[i]!)) auxiliary = "present";
  }
  if (toInfinitive) return "infinitive";
  return auxiliary === "none" ? tenseOfTag(doc.xpos[verb]!) : auxiliary;
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
