import { below, hang, hasTense, isNominal, low, retag, type Sentence } from "./columns.ts";

const NAMED =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december)$/;
const WITH = new Set(["in", "on", "since", "by", "until"]);
const PART = new Set(["early", "late", "mid"]);
/** "March Street" is no month. */
const WAY = new Set(["street", "road", "avenue", "square", "bridge", "boulevard", "movement", "brigade"]);

/**
 * "In May Chilean troops arrested a man", "since April Chilean planes have bombed": a month or a day with its preposition is a time, and the noun
 * behind it, which no article opens, is who the verb tells of, where nobody else is.
 */
export function mendDates(s: Sentence): void {
  for (let day = s.first + 1; day + 1 < s.end; day++) {
    if (s.xpos[day] !== "NNP" || s.relation[day] !== "compound" || !NAMED.test(low(s, day)) || WAY.has(low(s, day + 1))) continue;
    const part = PART.has(low(s, day - 1)) ? day - 1 : day;
    const preposition = part - 1;
    const noun = s.head[day]!;
    const verb = noun < day ? -1 : s.head[noun]!;
    if (verb < noun || !WITH.has(low(s, preposition)) || !isNominal(s, noun)) continue;
    // "In May Chilean forces shelled the town": of a sentence without another verb the participle with an object is the past tense.
    const past = s.xpos[verb] === "VBN" && s.relation[verb] === "root" && below(s, verb, "obj").length > 0;
    if (!past && !hasTense(s, verb)) continue;
    if (!["case", "mark"].includes(s.relation[preposition]!) || ![noun, verb].includes(s.head[preposition]!)) continue;
    // "In Monday talks Chile agreed": somebody else is told of.
    const told = below(s, verb, "nsubj", "nsubj:pass", "csubj", "expl");
    const lost = s.relation[noun] === "obl" && told.length === 0 && below(s, noun, "case").every((t) => t === preposition);
    if (!lost && !told.includes(noun)) continue;
    if (past && below(s, verb, "aux", "aux:pass").length === 0) retag(s, verb, "VERB", "VBD");
    hang(s, day, verb, "obl");
    hang(s, preposition, day, "case");
    if (part < day) hang(s, part, day, "amod");
    if (lost) hang(s, noun, verb, below(s, verb, "aux:pass").length > 0 ? "nsubj:pass" : "nsubj");
  }
}
