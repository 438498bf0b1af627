import { below, edge, hang, hasTense, isNominal, isUnder, low, promote, retag, type Sentence } from "./columns.ts";
import { isTime } from "./time.ts";

/** Nobody who writes for a newspaper takes back a word: what is called a repair is a clause beside the other. */
export function mendRepairs(s: Sentence): void {
  for (let t = s.first; t < s.end; t++) if (s.relation[t] === "reparandum") s.relation[t] = s.upos[t] === "VERB" ? "parataxis" : "dep";
}

/** Verbs that tell somebody that something is so: their "that" clause is no attribute of whom they tell. */
const TELLING = new Set("tell inform warn assure remind convince persuade notify advise teach show promise".split(" "));

/** "dropped its demand that X leave": a "that" clause behind an object says what that is; it is no circumstance. */
export function mendThatClauses(s: Sentence): void {
  for (let verb = s.first + 2; verb < s.end; verb++) {
    if (s.relation[verb] !== "advcl") continue;
    const that = below(s, verb, "mark").find((t) => low(s, t) === "that");
    const noun = that === undefined ? -1 : that - 1;
    if (noun < s.first || s.upos[noun] !== "NOUN" || s.relation[noun] !== "obj" || s.head[noun] !== s.head[verb]) continue;
    if (TELLING.has(s.lemma[s.head[verb]!]!)) s.relation[verb] = "ccomp";
    else hang(s, verb, noun, "acl");
  }
}

/** Nouns whose "to" clause says what they are about: nobody depends on the will of X in order to leave. */
const WILLED =
  /(?:ness|bility)$|^(?:intent|intention|desire|refusal|failure|bid|attempt|effort|decision|plan|pledge|promise|offer|threat|vow|request)$/;

/** "depends on X's willingness to leave": the infinitive right behind such a noun belongs to it, not to the verb above. */
export function mendPurposes(s: Sentence): void {
  for (let verb = s.first + 2; verb < s.end; verb++) {
    const noun = verb - 2;
    const to = s.relation[verb] === "advcl" && s.xpos[verb] === "VB" && low(s, verb - 1) === "to" && s.head[verb - 1] === verb;
    if (to && s.upos[noun] === "NOUN" && WILLED.test(s.lemma[noun]!) && isUnder(s, noun, s.head[verb]!)) hang(s, verb, noun, "acl");
  }
}

/** Verbs whose object is to do what the infinitive behind it says. */
const SWAYING = new Set(
  "ask tell urge press pressure push force compel persuade convince sway order command instruct direct beg implore invite encourage require oblige permit allow enable prompt lead cause".split(
    " ",
  ),
);

/** "swayed lawmakers to drop the plan": what whom one sways is to do is no purpose of the swaying. */
export function mendOrdered(s: Sentence): void {
  for (let verb = s.first + 2; verb < s.end; verb++) {
    const above = s.head[verb]!;
    if (s.relation[verb] !== "advcl" || s.xpos[verb] !== "VB" || low(s, verb - 1) !== "to" || s.head[verb - 1] !== verb) continue;
    if (
      above < verb &&
      SWAYING.has(s.lemma[above]!) &&
      s.upos[above] === "VERB" &&
      s.head[verb - 2] === above &&
      s.relation[verb - 2] === "obj"
    )
      s.relation[verb] = "xcomp";
  }
}

/** "Should X attack, Y will respond": the auxiliary that opens the sentence belongs to the verb before the comma, which makes a condition. */
export function mendInversions(s: Sentence): void {
  const helper = low(s, s.first) === "should" ? s.first : -1;
  if (helper < 0 || low(s, s.end - 1) === "?") return;
  let comma = helper + 1;
  while (comma < s.end && low(s, comma) !== ",") comma++;
  let verb = helper + 1;
  while (verb < comma && s.xpos[verb] !== "VB") verb++;
  let main = s.head[helper]!;
  if (main === verb || verb >= comma || main <= comma) main = main === verb ? s.head[verb]! : -1;
  if (main <= comma || !isUnder(s, verb, main)) return;
  for (let t = helper + 1; t < verb; t++)
    if (isNominal(s, t) && (s.head[t] === main || s.head[t] === verb) && below(s, t, "case").length === 0) hang(s, t, verb, "nsubj");
  hang(s, helper, verb, "aux");
  hang(s, verb, main, "advcl");
}

/** "They want it back, said an aide": a verb before its subject and without "and" joins nothing. */
export function mendInquits(s: Sentence): void {
  for (let verb = s.first + 2; verb < s.end; verb++) {
    if (s.relation[verb] !== "conj" || !["said", "says"].includes(low(s, verb)) || below(s, verb, "cc").length > 0) continue;
    if (low(s, verb - 1) === "," && (below(s, verb, "nsubj")[0] ?? -1) > verb) s.relation[verb] = "parataxis";
  }
}

/** "King A and Queen B visit": of two subjects the one behind "and" is the second half of the first; "days after X left" is a time, "himself" no other. */
export function mendDoubles(s: Sentence): void {
  for (let verb = s.first + 1; verb < s.end; verb++) {
    const [first, second] = below(s, verb, "nsubj");
    if (first === undefined || second === undefined) continue;
    if (second > verb) {
      // "an aide said Monday": who speaks stands before or behind the verb, not on both sides.
      if (isTime(s, second) && first < verb && !isTime(s, first)) s.relation[second] = "obl:unmarked";
    } else if (EMPHATIC.has(low(s, second))) hang(s, second, first, "nmod:unmarked");
    else if (below(s, second, "cc").length > 0) hang(s, second, first, "conj");
    else if (isTime(s, first)) s.relation[first] = "obl:unmarked";
    else if (second === first + 1 && isNominal(s, second)) descriptive(s, first, second);
  }
}

/** "the minister himself": says again who. */
const EMPHATIC = new Set(["himself", "herself", "itself", "themselves"]);

/** "the ruling junta met", "the commissioner X left": the first of two words side by side describes the second; a title keeps what it has. */
function descriptive(s: Sentence, word: number, noun: number): void {
  const title = s.upos[word] === "NOUN" && s.upos[noun] === "PROPN" && s.xpos[word] !== "VBG";
  if (!title) for (const t of below(s, word)) if (t < word) hang(s, t, noun, s.relation[t]!);
  hang(s, word, noun, title ? "nmod:desc" : s.upos[word] === "NOUN" || s.upos[word] === "PROPN" ? "compound" : "amod");
}

/** Verbs whose "it" may stand for nothing. */
const IMPERSONAL = new Set("be seem appear happen take turn look matter come remain make rain snow follow emerge".split(" "));

/** "it plans to leave", "once it became known": "it" is somebody or something but before a few verbs. */
export function mendIts(s: Sentence): void {
  for (let t = s.first; t < s.end; t++) {
    const verb = s.head[t]!;
    if (s.relation[t] !== "expl" || low(s, t) !== "it" || verb < t || s.upos[verb] !== "VERB" || IMPERSONAL.has(s.lemma[verb]!)) continue;
    if (below(s, verb, "nsubj", "nsubj:pass", "aux:pass", "csubj", "cop").length === 0) s.relation[t] = "nsubj";
  }
}

/** "is due to attend": what is due is told by "due", what it is due to do by the infinitive. */
export function mendDue(s: Sentence): void {
  for (let due = s.first + 1; due + 2 < s.end; due++) {
    const verb = due + 2;
    if (low(s, due) !== "due" || low(s, due + 1) !== "to" || s.xpos[verb] !== "VB" || s.head[due] !== verb) continue;
    const others = below(s, verb).filter((t) => t < due || s.relation[t] === "punct");
    retag(s, due, "ADJ", "JJ");
    promote(s, due, verb, "xcomp");
    for (const t of others) s.head[t] = due;
    s.head[due + 1] = verb;
    s.relation[due + 1] = "mark";
  }
}

/** What opens a clause of time, reason or contrast: no relative clause. */
const CIRCUMSTANCE = new Set(["while", "because", "although", "though", "if", "unless", "after", "before", "whereas"]);

/** "X is in A, while Y went to B": a clause with such a word and a subject of its own tells nothing of the noun before. */
export function mendCircumstances(s: Sentence): void {
  for (let verb = s.first + 2; verb < s.end; verb++) {
    if (s.relation[verb] !== "acl:relcl" || !below(s, verb, "mark").some((t) => CIRCUMSTANCE.has(low(s, t)))) continue;
    let above = s.head[verb]!;
    while (s.head[above]! >= 0 && s.upos[above] !== "VERB" && below(s, above, "cop").length === 0) above = s.head[above]!;
    if (below(s, verb, "nsubj", "nsubj:pass").length > 0) hang(s, verb, above, "advcl");
  }
}

/** "after X pointed out", "could mean X would leave": a bare noun right before a finite verb that has no subject is its subject. */
export function mendBareSubjects(s: Sentence): void {
  for (let verb = s.first + 1; verb < s.end; verb++) {
    const clause = s.relation[verb] === "advcl" || s.relation[verb] === "ccomp";
    if (!clause || s.upos[verb] !== "VERB" || below(s, verb, "nsubj", "nsubj:pass", "csubj", "expl").length > 0) continue;
    const start = Math.min(verb, ...below(s, verb, "aux", "aux:pass"));
    const noun = topBefore(s, start);
    if (noun < s.first || !FINITE_HEAD.has(s.xpos[start]!) || isTime(s, noun) || below(s, noun, "case").length > 0) continue;
    const swallowed = s.relation[noun] === "obj" && s.head[noun] === s.head[verb] && s.relation[verb] === "ccomp";
    const passive = below(s, verb, "aux:pass").length > 0 ? "nsubj:pass" : "nsubj";
    if (swallowed || (s.relation[noun] === "obl" && s.head[noun] === verb)) hang(s, noun, verb, passive);
  }
}

/** "Working with X is vital, an aide said": an -ing clause before a predicate with tense and no subject is that subject, not a circumstance of the saying. */
export function mendClauseSubjects(s: Sentence): void {
  for (let verb = s.first; verb < s.end; verb++) {
    if (s.relation[verb] !== "advcl" || s.xpos[verb] !== "VBG" || below(s, verb, "mark", "aux").length > 0) continue;
    const told = below(s, s.head[verb]!, "ccomp").find((t) => t > verb && t < s.head[verb]!);
    if (told === undefined || below(s, told, "nsubj", "nsubj:pass", "csubj", "expl").length > 0 || !hasTense(s, told)) continue;
    let t = verb + 1;
    while (t < told && s.forms[t] !== ",") t++;
    if (t === told) hang(s, verb, told, "csubj");
  }
}

const FINITE_HEAD = new Set(["VBD", "VBZ", "VBP", "MD"]);

/** The top of the noun phrase that ends right before a token, or -1. */
function topBefore(s: Sentence, token: number): number {
  let t = token - 1;
  if (t < s.first || !["NOUN", "PROPN"].includes(s.upos[t]!)) return -1;
  while (s.relation[t] === "flat" && s.head[t]! >= s.first) t = s.head[t]!;
  return t;
}

/** "has “condemned” X": "have" without "been" makes no passive. */
export function mendVoices(s: Sentence): void {
  for (let t = s.first; t < s.end; t++) {
    if (s.relation[t] !== "nsubj:pass" || below(s, s.head[t]!, "aux:pass").length > 0) continue;
    if (below(s, s.head[t]!, "aux").some((a) => s.lemma[a] === "have")) s.relation[t] = "nsubj";
  }
}

/** "wants X to help": what stands before "to" is no object of the infinitive but of the verb above. */
export function mendWants(s: Sentence): void {
  for (let noun = s.first + 1; noun < s.end; noun++) {
    const verb = s.head[noun]!;
    if (s.relation[noun] !== "obj" || verb < noun || s.xpos[verb] !== "VB" || s.relation[verb] !== "xcomp" || !isNominal(s, noun)) continue;
    const to = below(s, verb, "mark").find((t) => low(s, t) === "to");
    const above = s.head[verb]!;
    if (to !== undefined && to > noun && above < noun && s.upos[above] === "VERB" && below(s, above, "obj").length === 0)
      hang(s, noun, above, "obj");
  }
}

/** "called on X to leave": X is not whoever leaves, but is to leave. */
export function mendCalls(s: Sentence): void {
  for (let verb = s.first + 4; verb < s.end; verb++) {
    const called = s.head[verb]!;
    const above = called < s.first ? -1 : s.head[called]!;
    if (s.relation[verb] !== "acl" || s.xpos[verb] !== "VB" || above < s.first || s.lemma[above] !== "call" || s.upos[above] !== "VERB")
      continue;
    if (below(s, called, "case").some((t) => low(s, t) === "on" || low(s, t) === "upon")) hang(s, verb, above, "xcomp");
  }
}

/** "branded the charges its army had lied untrue": of two subjects side by side the first belongs to the verb above. */
export function mendSubjects(s: Sentence): void {
  for (let verb = s.first + 2; verb < s.end; verb++) {
    const [first, second, third] = below(s, verb, "nsubj").filter((t) => t < verb);
    if (first === undefined || second === undefined || third !== undefined || s.relation[verb] !== "ccomp") continue;
    const above = s.head[verb]!;
    if (
      EMPHATIC.has(low(s, second)) ||
      above > first ||
      edge(s, second) !== first + 1 ||
      below(s, above, "obj").length > 0 ||
      below(s, verb, "mark").length > 0
    )
      continue;
    hang(s, first, above, "obj");
    hang(s, verb, first, "acl:relcl");
  }
}
