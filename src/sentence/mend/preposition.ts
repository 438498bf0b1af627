import { below, edge, hang, isNominal, isUnder, low, type Sentence } from "./columns.ts";
import { isTime } from "./time.ts";

/** Prepositions of more than one word, or before a number, whose inner words look like strays. */
const WITH_ADVERB = new Set(["at", "of", "for", "by", "in"]);

/** "after growing pressure", "including from then-Governor X": a preposition belongs to the noun, not to a word before it that describes the noun. */
export function mendCases(s: Sentence): void {
  for (let word = s.first; word < s.end; word++) {
    if (s.relation[word] !== "case" || s.xpos[word] === "POS") continue;
    let top = s.head[word]!;
    if (top < word || !DESCRIBING.has(s.relation[top]!) || isFixed(s, word, top)) continue;
    while (s.head[top]! > top && DESCRIBING.has(s.relation[top]!)) top = s.head[top]!;
    if (isNominal(s, top)) hang(s, word, top, "case");
  }
}

const DESCRIBING = new Set(["amod", "compound", "nmod:desc", "advmod"]);

/** "at least", "in particular", "for now", "by far": the preposition and the word are one adverb. */
function isFixed(s: Sentence, word: number, top: number): boolean {
  return s.upos[top] === "ADV" ? WITH_ADVERB.has(low(s, word)) && top === word + 1 && s.xpos[top + 1] !== "HYPH" : low(s, top) === "least";
}

/** "killing of more than 30 civilians": a preposition stands before its noun; one behind it goes to the noun that follows, and that noun to the one before. */
export function mendPhrases(s: Sentence): void {
  for (let word = s.first + 1; word < s.end; word++)
    if (s.relation[word] === "case" && s.xpos[word] === "IN" && s.head[word]! < word && low(s, word) === "of") mendLateOf(s, word);
  for (let noun = s.first + 1; noun < s.end; noun++)
    if ((s.relation[noun] === "nmod" || s.relation[noun] === "compound") && s.head[noun]! > noun) mendEarlyPhrase(s, noun);
}

function mendLateOf(s: Sentence, of: number): void {
  for (let noun = of + 1; noun < s.end && s.upos[noun] !== "PUNCT" && s.upos[noun] !== "VERB"; noun++) {
    if (!isNominal(s, noun) || s.head[noun] === noun + 1) continue;
    if (below(s, noun, "case").some((t) => t < noun)) return;
    hang(s, of, noun, "case");
    return;
  }
}

/** "all of the groups, the killing …": a phrase with its preposition hangs on what stands before it, never on a noun behind. */
function mendEarlyPhrase(s: Sentence, noun: number): void {
  const preposition = below(s, noun, "case").find((t) => t < noun && s.xpos[t] === "IN");
  let before = (preposition ?? s.first) - 1;
  while (before >= s.first && ["flat", "compound"].includes(s.relation[before]!) && s.head[before]! < before) before = s.head[before]!;
  if (preposition === undefined || before < s.first) return;
  if (isNominal(s, before) || s.upos[before] === "PRON" || s.upos[before] === "DET" || s.upos[before] === "NUM")
    hang(s, noun, before, "nmod");
}

const TALK = new Set(["talk", "negotiation", "discussion", "dialogue", "consultation"]);

/** "suspended talks on a deal with X": what talks are about, and with whom, is told of the talks, not of the verb. */
export function mendTopics(s: Sentence): void {
  for (let word = s.first + 1; word < s.end; word++) {
    const topic = s.head[word]!;
    if (
      s.relation[word] !== "case" ||
      !["on", "about", "over", "with", "between"].includes(low(s, word)) ||
      topic < word ||
      s.relation[topic] !== "obl"
    )
      continue;
    if (TALK.has(s.lemma[word - 1]!) && s.relation[word - 1] === "obj" && s.head[word - 1] === s.head[topic])
      hang(s, topic, word - 1, "nmod");
  }
}

const ACCUSING = new Set(["accuse", "charge", "convict", "suspect", "indict", "acquit"]);

/** "was charged with smuggling by a court": behind a passive of accusing, "by" names who accuses, not who did the deed. */
export function mendAccusers(s: Sentence): void {
  for (let noun = s.first + 4; noun < s.end; noun++) {
    const deed = s.head[noun]!;
    const verb = deed < s.first ? -1 : s.head[deed]!;
    if (verb < s.first || s.relation[noun] !== "nmod" || !ACCUSING.has(s.lemma[verb]!) || s.relation[deed] === "nsubj:pass") continue;
    const passive = below(s, verb, "aux:pass").length > 0 && below(s, verb, "obl:agent").length === 0;
    if (passive && deed > verb && below(s, noun, "case").some((t) => low(s, t) === "by")) hang(s, noun, verb, "obl:agent");
  }
}

/** "by Peru Prime Minister X": two nouns side by side under one preposition are one phrase. */
export function mendTitles(s: Sentence): void {
  for (let noun = s.first + 1; noun < s.end; noun++) {
    const before = edge(s, noun) - 1;
    if (before < s.first || !isNominal(s, noun) || s.upos[before] !== "PROPN" || s.head[before] !== s.head[noun]) continue;
    if (s.relation[before] !== s.relation[noun] || !["obl", "obl:agent", "nmod"].includes(s.relation[noun]!) || isTime(s, noun)) continue;
    const [preposition, ...more] = below(s, before);
    if (preposition === undefined || s.relation[preposition] !== "case" || more.length > 0 || below(s, noun, "case", "det").length > 0)
      continue;
    hang(s, before, noun, "compound");
    hang(s, preposition, noun, "case");
  }
}

/** "cancelled aid to Peru, expelled its envoy": a phrase before a comma belongs to the noun it follows, not to the verb behind the comma. */
export function mendAhead(s: Sentence): void {
  for (let noun = s.first + 3; noun < s.end; noun++) {
    const verb = s.head[noun]!;
    if (s.relation[noun] !== "obl" || verb < noun || s.relation[verb] !== "conj" || below(s, noun, "case").length !== 1) continue;
    const before = edge(s, noun) - 1;
    const above = s.head[verb]!;
    const comma = low(s, noun + 1) === "," && noun + 1 < verb;
    if (comma && before > above && isNominal(s, before) && !isUnder(s, before, verb)) hang(s, noun, before, "nmod");
  }
}
