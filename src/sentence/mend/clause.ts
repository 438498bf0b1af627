import { below, edge, hang, isNominal, isUnder, low, promote, type Sentence } from "./columns.ts";

const FINITE = new Set(["VBD", "VBZ", "VBP"]);

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

/** "…, the minister and an aide said": who stands behind a comma right before a verb of saying without a subject says it. */
export function mendSpeakers(s: Sentence): void {
  for (let verb = s.first + 2; verb < s.end; verb++) {
    if (!["said", "says"].includes(low(s, verb)) || below(s, verb, "nsubj", "aux", "mark").length > 0) continue;
    const told = below(s, verb, "ccomp").find((t) => t < verb);
    if (told === undefined) continue;
    for (let noun = verb - 1; noun > told; noun--) {
      if (!isNominal(s, noun) || !["appos", "conj"].includes(s.relation[noun]!) || !isUnder(s, noun, told)) continue;
      const start = edge(s, noun);
      if (low(s, start - 1) !== "," && low(s, start) !== ",") continue;
      if (lastUnder(s, noun) !== verb - 1) continue;
      hang(s, noun, verb, "nsubj");
      break;
    }
  }
}

function lastUnder(s: Sentence, top: number): number {
  let t = s.end - 1;
  while (!isUnder(s, t, top)) t--;
  return t;
}

/** "They want it back, said an aide": a verb before its subject and without "and" joins nothing. */
export function mendInquits(s: Sentence): void {
  for (let verb = s.first + 2; verb < s.end; verb++) {
    if (s.relation[verb] !== "conj" || !["said", "says"].includes(low(s, verb)) || below(s, verb, "cc").length > 0) continue;
    if (low(s, verb - 1) === "," && (below(s, verb, "nsubj")[0] ?? -1) > verb) s.relation[verb] = "parataxis";
  }
}

/** "branded the charges its army had lied untrue": of two subjects side by side the first belongs to the verb above. */
export function mendSubjects(s: Sentence): void {
  for (let verb = s.first + 2; verb < s.end; verb++) {
    const [first, second, third] = below(s, verb, "nsubj").filter((t) => t < verb);
    if (first === undefined || second === undefined || third !== undefined || s.relation[verb] !== "ccomp") continue;
    const above = s.head[verb]!;
    if (above > first || edge(s, second) !== first + 1 || below(s, above, "obj").length > 0 || below(s, verb, "mark").length > 0) continue;
    hang(s, first, above, "obj");
    hang(s, verb, first, "acl:relcl");
  }
}

/** "X, a friend of Y, accused Z": a past tense behind a comma is no participle; where no verb is the root, it is the sentence's. */
export function mendRoots(s: Sentence): void {
  for (let verb = s.first + 2; verb < s.end; verb++) {
    if (s.relation[verb] !== "acl" || !FINITE.has(s.xpos[verb]!) || low(s, verb - 1) !== ",") continue;
    let root = verb;
    while (s.head[root]! >= 0) root = s.head[root]!;
    if (!isNominal(s, root) || below(s, root, "cop", "nsubj", "case").length > 0 || below(s, verb, "mark", "nsubj").length > 0) continue;
    promote(s, verb, root, "nsubj");
  }
}
