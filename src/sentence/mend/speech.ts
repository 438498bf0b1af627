import { below, edge, hang, hasTense, isNominal, isUnder, low, type Sentence } from "./columns.ts";
import { isTime } from "./time.ts";

const SAYS = new Set(["said", "says", "say", "saying"]);

/** "said rebels attacked Y": nobody says a person or a party, so what follows "said" is a clause, its noun the subject. */
export function mendSaid(s: Sentence): void {
  for (let noun = s.first + 1; noun < s.end; noun++) {
    const said = s.head[noun]!;
    if (s.relation[noun] !== "obj" || said > noun || !SAYS.has(low(s, said)) || !isNominal(s, noun)) continue;
    if (isTime(s, noun)) {
      s.relation[noun] = "obl:unmarked";
      continue;
    }
    const told = below(s, said, "ccomp").find((t) => t > noun);
    if (told !== undefined) {
      if (below(s, told, "nsubj", "nsubj:pass", "csubj", "expl").length === 0 && hasTense(s, told)) hang(s, noun, told, passive(s, told));
      continue;
    }
    const clause = below(s, noun, "acl", "acl:relcl").find((t) => isClause(s, t, noun));
    if (clause === undefined) continue;
    hang(s, clause, said, "ccomp");
    hang(s, noun, clause, "nsubj");
    if (s.xpos[clause] === "VBN" && below(s, clause, "aux", "aux:pass").length === 0) s.xpos[clause] = "VBD";
  }
}

const passive = (s: Sentence, verb: number): string => (below(s, verb, "aux:pass").length > 0 ? "nsubj:pass" : "nsubj");

/** A verb behind the noun that has no other subject and no relative word, and that can be a past tense. */
function isClause(s: Sentence, verb: number, noun: number): boolean {
  if (s.upos[verb] !== "VERB" || verb < noun || !["VBD", "VBZ", "VBP", "VBN"].includes(s.xpos[verb]!)) return false;
  if (below(s, verb, "nsubj", "nsubj:pass", "csubj", "mark", "obl:agent", "aux:pass").length > 0) return false;
  if (s.xpos[verb] !== "VBN") return true;
  return s.lemmas.seen.get(`VBD ${low(s, verb)}`) !== undefined || low(s, verb).endsWith("ed");
}

/** Verbs that give words or thoughts, whose "that" clause tells them. */
export const TELLS = new Set(
  "say tell warn inform assure announce argue state note declare insist add write report acknowledge admit confirm disclose explain predict stress suggest vow claim complain assert contend maintain testify reiterate".split(
    " ",
  ),
);

/** Nouns that are themselves told by a "that" clause, wherever they stand. */
const TOLD =
  /^(?:claim|allegation|accusation|suggestion|idea|fact|notion|belief|hope|fear|concern|news|possibility|evidence|demand|recommendation|condition|view|promise|warning|threat|assurance|signal|sign|decision|rumou?r|charge|argument|assertion|speculation|expectation|understanding|proof|doubt|feeling|impression|theory|complaint|conclusion|faith|confidence|point|extent|report)$/;

/** "told a committee that it would leave", "said in a letter that it had left": the clause is what is told; neither a committee nor a letter is what leaves. */
export function mendTold(s: Sentence): void {
  for (let verb = s.first + 3; verb < s.end; verb++) {
    const noun = s.head[verb]!;
    if ((s.relation[verb] !== "acl" && s.relation[verb] !== "acl:relcl") || noun > verb) continue;
    const that = below(s, verb, "mark", "obj").find((t) => low(s, t) === "that" && t > noun && t < verb);
    const subject = below(s, verb, "nsubj", "nsubj:pass", "expl").find((t) => t < verb);
    if (that === undefined || subject === undefined || subject < that || s.xpos[subject] === "WP") continue;
    // "that Peru had cut ties": tagged a conjunction before a verb with an object of its own, it is no object.
    const second = s.xpos[that] === "IN" && below(s, verb, "obj", "ccomp").some((t) => t > verb);
    if (s.relation[that] === "obj" && !second) continue;
    const within = below(s, noun, "case").some((t) => low(s, t) === "in");
    if (TOLD.test(s.lemma[noun]!) && !(within && s.lemma[noun] === "report")) continue;
    let said = noun;
    while (said >= s.first && !tells(s, said) && PHRASE.has(s.relation[said]!)) said = s.head[said]!;
    if (said < s.first || said > noun || !tells(s, said)) continue;
    // "reiterated its stance that …": what is said, unless it is who is told.
    if (s.head[noun] === said && s.relation[noun] === "obj" && !isTime(s, noun) && !TOLD_WHOM.has(s.lemma[said]!)) continue;
    if (below(s, said, "ccomp").some((t) => t > said)) continue;
    s.relation[that] = "mark";
    hang(s, verb, said, "ccomp");
  }
}

/** "said it had lost a ship, adding that …": who says more is who said the first. */
export function mendAdding(s: Sentence): void {
  for (let adding = s.first + 2; adding < s.end; adding++) {
    if (low(s, adding) !== "adding" || low(s, adding - 1) !== "," || s.xpos[adding] !== "VBG" || below(s, adding, "ccomp").length === 0)
      continue;
    let said = s.head[adding]!;
    while (said >= s.first && !(said < adding && tells(s, said))) said = s.head[said]!;
    if (said >= s.first && said !== s.head[adding]) hang(s, adding, said, "advcl");
  }
}

const tells = (s: Sentence, token: number): boolean => s.upos[token] === "VERB" && TELLS.has(s.lemma[token]!);

/** Those whose object is who is told. */
const TOLD_WHOM = new Set(["tell", "warn", "inform", "assure"]);

/** What hangs within a noun phrase, or such a phrase on its verb. */
const PHRASE = new Set(["nmod", "nmod:unmarked", "conj", "obl", "obl:unmarked", "obj", "iobj", "appos", "acl"]);

/** "…, the minister and an aide said": who stands behind a comma right before a verb of saying without a subject says it. */
export function mendSpeakers(s: Sentence): void {
  for (let verb = s.first + 2; verb < s.end; verb++) {
    if (!["said", "says"].includes(low(s, verb)) || below(s, verb, "nsubj", "aux", "mark").length > 0) continue;
    const above = s.relation[verb] === "parataxis" && s.head[verb]! < verb ? s.head[verb] : undefined;
    const told = below(s, verb, "ccomp").find((t) => t < verb) ?? above;
    if (told === undefined) continue;
    for (let noun = verb - 1; noun > told; noun--) {
      if (!isNominal(s, noun) || !LOOSE.has(s.relation[noun]!) || !isUnder(s, noun, told)) continue;
      const start = edge(s, noun);
      if (low(s, start - 1) !== "," && low(s, start) !== ",") continue;
      if (lastUnder(s, noun) !== verb - 1) continue;
      hang(s, noun, verb, "nsubj");
      break;
    }
  }
}

/** Where who speaks hangs when the parser takes it for a part of what is said. */
const LOOSE = new Set(["appos", "conj", "nsubj", "obl", "nmod", "parataxis"]);

function lastUnder(s: Sentence, top: number): number {
  let t = s.end - 1;
  while (!isUnder(s, t, top)) t--;
  return t;
}
