import { below, hang, isNominal, low, retag, type Sentence } from "./columns.ts";

const FINITE = new Set(["VBD", "VBZ", "VBP", "MD"]);

/**
 * "The raid on Monday cost four rebels their lives.": a full sentence needs a finite verb. Where none is tagged, the one noun that can be a past
 * tense of the same spelling and stands right before another noun phrase is the verb. A plural behind a number is no verb.
 */
export function mendVerbless(s: Sentence): void {
  for (let t = s.first; t < s.end; t++)
    if (s.xpos[t] === "VBZ" && below(s, t, "nummod").some((n) => n === t - 1)) retag(s, t, "NOUN", "NNS");
  if (low(s, s.end - 1) !== ".") return;
  for (let t = s.first; t < s.end; t++) if (FINITE.has(s.xpos[t]!)) return;
  const verb = pastBefore(s);
  const subject = verb < 0 ? -1 : subjectOf(s, verb);
  if (subject >= s.first) rebuild(s, verb, subject);
}

/** The first singular noun right behind a noun that may be a past tense and opens on a number, an article, an owner or a name; else -1. */
function pastBefore(s: Sentence): number {
  for (let t = s.first + 1; t + 1 < s.end; t++) {
    const form = low(s, t);
    const next = s.upos[t + 1] === "NUM" || s.upos[t + 1] === "DET" || s.upos[t + 1] === "PROPN" || s.xpos[t + 1] === "PRP$";
    if (s.xpos[t] === "NN" && next && isNominal(s, t - 1) && s.lemmas.seen.get(`VBD ${form}`) === form) return t;
    if (s.upos[t] === "PUNCT" || s.upos[t] === "VERB") return -1;
  }
  return -1;
}

/** The last of the first run of nouns before the verb. */
function subjectOf(s: Sentence, verb: number): number {
  let t = s.first;
  while (t < verb && !isNominal(s, t)) t++;
  while (t + 1 < verb && isNominal(s, t + 1)) t++;
  return t < verb ? t : -1;
}

function rebuild(s: Sentence, verb: number, subject: number): void {
  let root = verb;
  while (s.head[root]! >= 0) root = s.head[root]!;
  retag(s, verb, "VERB", "VBD");
  s.head[verb] = -1;
  s.relation[verb] = "root";
  if (root !== verb) [s.head[root], s.relation[root]] = [verb, isNominal(s, root) ? "obj" : "parataxis"];
  [s.head[subject], s.relation[subject]] = [verb, "nsubj"];
  // Before the verb: the subject, what describes it, and phrases with their prepositions.
  for (let t = s.first; t < verb; t++) {
    if (t === subject || (s.head[t]! >= s.first && s.head[t]! < verb && s.head[t] !== root)) continue;
    if (s.relation[t] === "case") hang(s, t, nounAfter(s, t, verb), "case");
    else hang(s, t, subject, t > subject && isNominal(s, t) ? "nmod" : s.relation[t]!);
  }
  // Behind it: one object, or whom it befalls and what they lose.
  const first = nounAfter(s, verb, s.end);
  if (first === verb) return;
  hang(s, first, verb, "obj");
  const second = s.xpos[first + 1] === "PRP$" ? nounAfter(s, first + 1, s.end) : first;
  if (second > first) {
    hang(s, second, verb, "obj");
    s.relation[first] = "iobj";
  }
  for (let t = first + 1; t < s.end; t++) if (s.head[t] === root && root !== verb && root !== first) hang(s, t, verb, s.relation[t]!);
  for (const t of below(s, verb, "nmod")) s.relation[t] = "obl";
}

/** The last of the first run of nouns behind a token, or the token where there is none. */
function nounAfter(s: Sentence, from: number, end: number): number {
  let t = from + 1;
  while (t < end && !isNominal(s, t)) {
    if (s.upos[t] === "PUNCT" || s.upos[t] === "VERB" || s.upos[t] === "ADP") return from;
    t++;
  }
  while (t + 1 < end && isNominal(s, t + 1)) t++;
  return t < end ? t : from;
}
