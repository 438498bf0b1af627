import { below, hang, isNominal, isUnder, low, promote, retag, type Sentence } from "./columns.ts";
import { isTime } from "./time.ts";

/** Words between a verb and its object that are the verb's own. */
const OWN = ["compound:prt", "advmod"];

/** "Clear out the camp": a particle shows a verb, here one that opens what is said and so is an order. */
export function mendOrders(s: Sentence): void {
  for (let word = s.first; word + 1 < s.end; word++) {
    if (!opens(s, word)) continue;
    const particle = s.relation[word + 1] === "compound:prt" && s.head[word + 1] === word;
    if (particle && s.upos[word] === "ADJ") retag(s, word, "VERB", "VB");
    if (s.xpos[word] === "VB" && ["compound", "amod"].includes(s.relation[word]!)) orderBefore(s, word);
  }
}

/** The first word of a sentence, a quotation or what follows a colon. */
function opens(s: Sentence, word: number): boolean {
  return word === s.first || (s.upos[word - 1] === "PUNCT" && low(s, word - 1) !== "," && s.xpos[word - 1] !== "HYPH");
}

/** "Hold sailors: expect a blockade": a bare verb form is no part of the noun behind it but governs it. */
function orderBefore(s: Sentence, word: number): void {
  const object = s.head[word]!;
  if (object < word || !isNominal(s, object)) return;
  const above = s.head[object]!;
  if (above > object && s.upos[above] === "VERB") {
    hang(s, word, above, "advcl");
    hang(s, object, word, "obj");
  } else promote(s, word, object, "obj");
}

/** "has long opposed quotas": "have" is no auxiliary of a noun, so the participle is the verb and the noun its object. */
export function mendAttributes(s: Sentence): void {
  for (let verb = s.first + 1; verb < s.end; verb++) {
    if (s.xpos[verb] !== "VBN" || s.relation[verb] !== "amod") continue;
    const object = s.head[verb]!;
    const helper = helperBefore(s, verb);
    if (helper < 0 || object < verb || !isNominal(s, object) || !["aux", "aux:pass"].includes(s.relation[helper]!)) continue;
    if (s.head[helper] !== object && s.head[helper] !== verb) continue;
    const others = below(s, object).filter((t) => t < verb || CLAUSAL.has(s.relation[t]!));
    s.upos[verb] = "VERB";
    promote(s, verb, object, "obj");
    for (const t of others) if (t !== verb) s.head[t] = verb;
  }
}

/** What hangs on a verb even where it follows the object. */
const CLAUSAL = new Set(["punct", "advcl", "parataxis", "ccomp", "obl", "obl:unmarked", "advmod"]);

/** "has", "have" or "had" right before a participle, adverbs passed over; else -1. */
function helperBefore(s: Sentence, verb: number): number {
  let t = verb - 1;
  while (t > s.first && (s.upos[t] === "ADV" || s.upos[t] === "PART")) t--;
  return ["has", "have", "had", "having"].includes(low(s, t)) ? t : -1;
}

/** "having killed": "have" makes no passive. "has (long opposed)": what hangs on an auxiliary belongs to its verb. */
export function mendAuxiliaries(s: Sentence): void {
  for (let t = s.first; t < s.end; t++) {
    if (s.relation[t] === "aux:pass" && s.lemma[t] === "have") s.relation[t] = "aux";
    const helper = s.head[t]!;
    if (helper >= 0 && ["aux", "aux:pass"].includes(s.relation[helper]!) && MAIN.has(s.relation[t]!))
      hang(s, t, s.head[helper]!, s.relation[t]!);
  }
}

/** "will be unfrozen", "has been closed": a participle behind "been", and one of an irregular verb behind a modal verb and "be", is a passive. */
export function mendPassives(s: Sentence): void {
  for (let t = s.first; t < s.end; t++) {
    const word = s.head[t]!;
    const lemma = s.lemmas.seen.get(`VBN ${low(s, word)}`);
    if (s.relation[t] !== "cop" || s.xpos[word] !== "JJ" || lemma === undefined) continue;
    const irregular = lemma !== low(s, word);
    const coming = irregular && low(s, t) === "be" && below(s, word, "aux").some((a) => s.xpos[a] === "MD");
    if (!coming && low(s, t) !== "been") continue;
    s.relation[t] = "aux:pass";
    if (!coming) continue;
    retag(s, word, "VERB", "VBN");
    for (const subject of below(s, word, "nsubj")) s.relation[subject] = "nsubj:pass";
  }
}

/** What an auxiliary never has. */
const MAIN = new Set(["nsubj", "nsubj:pass", "obj", "obl", "obl:unmarked", "advcl", "csubj", "ccomp", "xcomp"]);

/** "charged with freeing X": an -ing form behind a mark is a clause, not a noun. "weighs easing tariffs": right behind some verbs it has the object. */
export function mendGerunds(s: Sentence): void {
  for (let verb = s.first + 1; verb < s.end; verb++) {
    if (s.xpos[verb] !== "VBG" || s.upos[verb] !== "VERB") continue;
    if (s.relation[verb] === "obl" && below(s, verb, "mark").length > 0) s.relation[verb] = "advcl";
    giveObject(s, verb);
  }
}

/** Gives an -ing form right behind its verb the object that the parser gave to that verb, or took it for an attribute of. */
function giveObject(s: Sentence, gerund: number): void {
  const above = gerund - 1;
  const object = s.relation[gerund] === "amod" ? s.head[gerund]! : (below(s, above, "obj").find((t) => t > gerund) ?? -1);
  if (object < gerund || s.head[object] !== above || s.relation[object] !== "obj" || s.upos[above] !== "VERB") return;
  if (GOING_ON.has(s.lemma[gerund]!)) return;
  const attribute = s.relation[gerund] === "amod" && TAKING_GERUNDS.has(s.lemma[above]!);
  const clause = s.relation[gerund] === "xcomp" && s.head[gerund] === above && below(s, gerund, "obj").length === 0;
  if (!(attribute || clause)) return;
  hang(s, gerund, above, "xcomp");
  hang(s, object, gerund, "obj");
}

/** Verbs with a deed for their object. */
const TAKING_GERUNDS = new Set(
  "advocate avoid begin cease consider contemplate delay discuss favor favour finish halt keep mull oppose postpone propose recommend resume risk start stop suggest weigh".split(
    " ",
  ),
);
/** What tells what a thing is like: "oppose growing tensions", "fire warning shots". */
const GOING_ON = new Set(
  "compete conflict continue decline deepen emerge exist fall follow go grow increase lead linger live loom mount neighbor neighbour oppose pend remain rise rule warn widen work".split(
    " ",
  ),
);

/** "free two pilots", "killed 30 men": a noun right behind an active verb without a preposition is its object; a time would be called `obl:unmarked`. */
export function mendObjects(s: Sentence): void {
  for (let noun = s.first + 1; noun < s.end; noun++) {
    if (s.relation[noun] !== "obl" || !isNominal(s, noun) || below(s, noun, "case", "mark").length > 0) continue;
    const verb = verbBefore(s, noun);
    const above = s.head[noun]!;
    if (verb < 0 || (above !== verb && !(["xcomp", "advcl"].includes(s.relation[verb]!) && s.head[verb] === above))) continue;
    if (below(s, verb, "obj", "iobj", "ccomp", "xcomp", "aux:pass", "nsubj:pass", "cop").length === 0 && !isTime(s, noun))
      hang(s, noun, verb, "obj");
  }
}

/** What does not stand between a verb and its object. */
const BREAKS = new Set(["punct", "case", "mark", "fixed"]);

/** The verb before a noun with nothing between but what hangs on the noun, or the verb's particle; -1 where there is none. */
function verbBefore(s: Sentence, noun: number): number {
  let t = noun - 1;
  while (t > s.first && !BREAKS.has(s.relation[t]!) && (isUnder(s, t, noun) || OWN.includes(s.relation[t]!))) t--;
  const active = s.upos[t] === "VERB" && (s.xpos[t] !== "VBN" || below(s, t, "aux").length > 0);
  return active ? t : -1;
}

const COPULAR = new Set("become remain seem appear stay turn prove look feel sound keep end make call name brand elect appoint".split(" "));

/** "offered refuge": a bare noun behind a verb that has no object is no predicate, unless the verb is one of being or naming. */
export function mendPredicates(s: Sentence): void {
  for (let noun = s.first + 1; noun < s.end; noun++) {
    const verb = s.head[noun]!;
    if (s.relation[noun] !== "xcomp" || s.upos[noun] !== "NOUN" || verb < s.first || verb > noun || s.upos[verb] !== "VERB") continue;
    if (COPULAR.has(s.lemma[verb]!) || below(s, noun, "cop", "case", "mark", "nsubj", "aux").length > 0) continue;
    if (below(s, verb, "obj", "iobj", "aux:pass").length === 0 && s.xpos[noun] !== "VBG") s.relation[noun] = "obj";
  }
}

const DAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/i;

/** "carried out a strike Wednesday": what stands before a day with an article is no part of the day, but the object. */
export function mendDays(s: Sentence): void {
  for (let day = s.first + 2; day < s.end; day++) {
    const noun = day - 1;
    const verb = s.head[day]!;
    if (!DAY.test(s.forms[day]!) || s.relation[day] !== "obl:unmarked" || s.relation[noun] !== "compound" || s.head[noun] !== day) continue;
    if (s.xpos[noun] !== "NN" && s.xpos[noun] !== "NNS") continue;
    if (verb > noun || s.upos[verb] !== "VERB" || below(s, verb, "obj", "aux:pass").length > 0) continue;
    for (const t of below(s, day)) if (t < noun && s.relation[t] !== "punct") hang(s, t, noun, s.relation[t]!);
    hang(s, noun, verb, "obj");
  }
}
