import type { Doc } from "../model/index.ts";
import { FINITE, isFiniteAt } from "./finite.ts";
import { casesOf, childOf, childrenOf, hasRelation, isUnder, lowerAt, sentenceAt } from "./tree.ts";

/** The subject of a finite verb that the parser hung elsewhere, or -1: each way in which a long sentence leads it astray. */
export function straySubject(doc: Doc, verb: number): number {
  for (const way of [swallowedSubject, reportedSubject, datedSubject, partedSubject, joinedSubject]) {
    const found = way(doc, verb);
    if (found >= 0) return found;
  }
  return -1;
}

/** The first of a predicate's own words: what helps or qualifies it before it. */
function beginOf(doc: Doc, verb: number): number {
  return Math.min(verb, ...childrenOf(doc, verb, "aux", "cop", "advmod", "case").filter((t) => t < verb && doc.upos[t] !== "SCONJ"));
}

/** The last word before a place, marks passed over; -1 at the sentence's beginning. */
function wordBefore(doc: Doc, at: number): number {
  let t = at - 1;
  while (t >= sentenceAt(doc, at).first && doc.upos[t] === "PUNCT") t--;
  return t >= sentenceAt(doc, at).first ? t : -1;
}

const CONJUNCTIONS = new Set(["after", "before", "since", "until", "as", "than"]);

/** "days after A and B called for …": a subject that the parser took for the phrase of a word that opens the clause. */
function swallowedSubject(doc: Doc, verb: number): number {
  const head = doc.head[verb] ?? -1;
  if (!FINITE.has(doc.xpos[verb] ?? "") || !hasRelation(doc, verb, "ccomp", "advcl", "conj") || childOf(doc, verb, "mark", "cc") >= 0)
    return -1;
  let phrase = verb - 1;
  while (phrase >= 0 && doc.head[phrase] !== head) phrase = doc.head[phrase] ?? -1;
  const opened = phrase >= 0 && hasRelation(doc, phrase, "obl", "nmod") && casesOf(doc, phrase).some((c) => CONJUNCTIONS.has(c));
  return opened ? phrase : -1;
}

const SAYING = /^(?:say|tell|add|warn|reiterate|claim|insist|believe|think|hope|note|stress|announce|report|argue|confirm|repeat)$/;

/** "said the ministers, among others, would stay": who is said to do it, taken for what is said. */
function reportedSubject(doc: Doc, verb: number): number {
  const before = wordBefore(doc, beginOf(doc, verb));
  if (!isFiniteAt(doc, verb) || !hasRelation(doc, verb, "ccomp", "conj", "parataxis", "root")) return -1;
  for (let t = before; t >= 0; t = doc.head[t] ?? -1) {
    if (doc.upos[t] === "VERB") return -1;
    const above = doc.head[t] ?? -1;
    const taken = hasRelation(doc, t, "obj", "iobj") && above >= 0 && above < t && SAYING.test(doc.lemma[above] ?? "");
    if (taken) return childrenOf(doc, above, "obj", "iobj").every((o) => o === t) && above !== verb ? t : -1;
  }
  return -1;
}

const SPAN = /^(?:day|week|month|year|morning|afternoon|evening|night|weekend|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/i;

/** "Last year, A, B and C banned …": a list of doers taken for another name of the time before it. */
function datedSubject(doc: Doc, verb: number): number {
  let last = wordBefore(doc, beginOf(doc, verb));
  while (last >= 0 && hasRelation(doc, last, "flat", "compound", "conj")) last = doc.head[last] ?? -1;
  const time = last >= 0 ? (doc.head[last] ?? -1) : -1;
  const named = time >= 0 && time < last && hasRelation(doc, last, "appos") && SPAN.test(doc.lemma[time] ?? "");
  return named && isFiniteAt(doc, verb) && isUnder(doc, time, verb) ? last : -1;
}

/** "the army, seeking to hold on, had attacked": the participle between the commas took the subject. */
function partedSubject(doc: Doc, verb: number): number {
  const from = beginOf(doc, verb);
  if (!isFiniteAt(doc, verb) || !hasRelation(doc, verb, "conj", "ccomp", "advcl") || childOf(doc, verb, "cc", "mark") >= 0) return -1;
  if (from === 0 || lowerAt(doc, from - 1) !== ",") return -1;
  for (let t = from - 2; t > sentenceAt(doc, verb).first; t--) {
    if (doc.xpos[t] !== "VBG" || lowerAt(doc, t - 1) !== ",") continue;
    const own = childOf(doc, t, "nsubj");
    return own >= 0 && own < t && childOf(doc, t, "aux") < 0 && isUnder(doc, from - 2, t) ? own : -1;
  }
  return -1;
}

/** "the ore has helped, but a ban on coal threatens …": a noun that the parser joined to the verb before it. */
function joinedSubject(doc: Doc, verb: number): number {
  if (!isFiniteAt(doc, verb) || !hasRelation(doc, verb, "conj") || childOf(doc, verb, "expl") >= 0) return -1;
  for (let t = wordBefore(doc, beginOf(doc, verb)); t >= 0; t = doc.head[t] ?? -1) {
    if (!["NOUN", "PROPN", "PRON", "NUM", "ADJ"].includes(doc.upos[t] ?? "")) return -1;
    const above = doc.head[t] ?? -1;
    if (hasRelation(doc, t, "conj") && doc.upos[above] === "VERB") return above !== verb && childOf(doc, t, "cc") >= 0 ? t : -1;
  }
  return -1;
}

/** A finite main verb without a subject: the noun before it that the parser hung on something behind it; -1 elsewhere. */
export function displacedSubject(doc: Doc, verb: number): number {
  const helpers = childrenOf(doc, verb, "aux", "advmod").filter((t) => t < verb);
  const from = Math.min(verb, ...helpers);
  const finite = [verb, ...helpers].some((t) => FINITE.has(doc.xpos[t] ?? ""));
  const noun = from - 1;
  if (!finite || noun < sentenceAt(doc, verb).first || !["NOUN", "PROPN"].includes(doc.upos[noun] ?? "")) return -1;
  return (doc.head[noun] ?? -1) > verb && hasRelation(doc, noun, "nmod", "compound", "obl") ? noun : -1;
}

/**
 * "X said it was wrong, called for talks and condemned Y": a past tense in a list of what X did, hung on the words that X said as their participle:
 * the subject of the first of the list, whose last the word is followed by; -1 elsewhere.
 */
export function listedSubject(doc: Doc, verb: number): number {
  const head = doc.head[verb] ?? -1;
  if (!/^VB[DN]$/.test(doc.xpos[verb] ?? "") || !hasRelation(doc, verb, "advcl", "conj", "parataxis") || head > verb) return -1;
  if (lowerAt(doc, verb - 1) !== "," || childOf(doc, verb, "nsubj", "nsubj:pass", "aux", "aux:pass", "mark", "obl:agent") >= 0) return -1;
  const said = hasRelation(doc, head, "ccomp") ? (doc.head[head] ?? -1) : -1;
  // "called for it", "accused Y": no participle of what was said has an object.
  const done = childOf(doc, verb, "obj") > verb || (doc.lemma[verb] === "call" && lowerAt(doc, verb + 1) === "for");
  if (said < 0 || said > head || doc.xpos[said] !== "VBD" || !done) return -1;
  const last = [said, verb]
    .flatMap((t) => childrenOf(doc, t, "conj"))
    .find((c) => c > verb && doc.xpos[c] === "VBD" && childOf(doc, c, "cc") >= 0);
  return last === undefined ? -1 : childOf(doc, said, "nsubj");
}
