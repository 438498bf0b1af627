import type { Complement } from "../../lexicon/control.ts";
import type { Doc } from "../../model/index.ts";
import { gerundSubject } from "../../syntax/participle.ts";
import { casesOf, childOf, childrenOf, hasRelation, lowerAt, subtreeOf } from "../../syntax/tree.ts";

const GOVERNED = new Set(["of", "for", "to", "about", "on", "over", "against", "from", "with", "at"]);
const LINKS = ["to", "of", "for", "from", "against", "on", "about", "at"];
/** Before an -ing form alone: "pressed X into leaving", "tasked X with freeing", "interested in hosting", "leaned towards leaving". */
const GERUND_LINKS = ["into", "with", "in", "toward", "towards"];
/** How the lower word hangs on the upper one, in the words of data/control.tsv; null where no control can pass. */
export function complementOf(doc: Doc, lower: number, upper: number): Complement | null {
  // "asked why it had left"
  if (hasRelation(doc, lower, "ccomp") && (isQuestion(doc, lower) || isBehindThat(doc, lower))) return null;
  if (hasRelation(doc, lower, "ccomp")) return casesOf(doc, lower).includes("to") ? "inf" : "that";
  // "signals that X wants to leave": a "that" before the verb is no object of it.
  const objects = childrenOf(doc, upper, "obj", "iobj", "nsubj:pass").filter((c) => lowerAt(doc, c) !== "that");
  if (hasRelation(doc, lower, "xcomp")) return objects.length > 0 ? "obj-inf" : "inf";
  const cases = casesOf(doc, lower);
  // "is free to work with you": a parser may take what stands behind for the subject.
  if (hasRelation(doc, lower, "csubj") && lower > upper && doc.upos[upper] === "ADJ") {
    if (cases.includes("to")) return "inf";
    if (cases.includes("that")) return "that";
  }
  // "its demand that Chile withdraw"
  if (hasRelation(doc, lower, "acl") && doc.upos[upper] === "NOUN" && cases.includes("that")) return "that";
  // What stands before, or behind "in order", is a purpose of the whole.
  const clause = hasRelation(doc, lower, "acl") || (hasRelation(doc, lower, "advcl") && lower > upper && !cases.includes("in order"));
  const gerund = doc.xpos[lower] === "VBG";
  // "the chance of X being freed"
  const undergone = childrenOf(doc, lower, "aux:pass").some((c) => lowerAt(doc, c) === "being") && doc.upos[upper] === "NOUN";
  if (undergone && doc.relation[lower] === "acl") return "inf";
  // "make no apology for leaving" gives no leave to go: "for" has rows of its own.
  if (gerund && clause && cases.includes("for")) return "for";
  // "the prospect of X leaving"
  if (hasRelation(doc, lower, "acl") && gerundSubject(doc, lower) >= 0 && doc.head[gerundSubject(doc, lower)] === upper) return "inf";
  const linked = cases.some((m) => LINKS.includes(m) || (gerund && GERUND_LINKS.includes(m)));
  if (clause && doc.relation[lower] !== "acl:relcl" && linked) {
    if (gerund && cases.includes("against")) return "against";
    return childOf(doc, upper, "obj", "nsubj:pass") >= 0 ? "obj-inf" : "inf";
  }
  // "ruled out joining it": right behind the verb, an -ing form is its object whatever the parser says.
  const close = doc.xpos[lower - 1] === "RP" ? lower - 2 : lower - 1;
  if (gerund && cases.length === 0 && close === upper && doc.upos[upper] === "VERB" && hasRelation(doc, lower, "advcl", "acl"))
    return "inf";
  const nominal = doc.upos[lower] === "NOUN" || doc.upos[lower] === "PROPN" || doc.xpos[lower] === "VBG";
  // "considers the raid wrong": the object of a judgement, which is there. "hopes the raid will end it": the subject of the next verb.
  if (nominal && hasRelation(doc, lower, "obj")) return isJudged(doc, lower, upper) || isNextSubject(doc, lower) ? null : "noun";
  if (nominal && hasRelation(doc, lower, "nsubj:pass")) return "noun";
  // "At the talks X asked": what stands before the verb is where and when it was.
  if (hasRelation(doc, lower, "obl") && lower < upper) return null;
  // "asked for talks", not "asked during talks".
  if (!nominal || !cases.some((c) => GOVERNED.has(c)) || !hasRelation(doc, lower, "obl", "nmod", "advcl", "acl")) return null;
  if (cases.includes("against")) return "against";
  return cases.includes("for") ? "for" : "noun";
}

/** "denied that, left the pact and sued": before a comma and a verb without a subject "that" is what was denied. */
function isBehindThat(doc: Doc, clause: number): boolean {
  const that = childrenOf(doc, clause, "mark").find((c) => lowerAt(doc, c) === "that") ?? -1;
  return that >= 0 && lowerAt(doc, that + 1) === "," && childOf(doc, clause, "nsubj", "nsubj:pass", "expl") < 0;
}

/** A clause opened by "why", "how", "when" or "where". */
function isQuestion(doc: Doc, clause: number): boolean {
  const subject = childOf(doc, clause, "nsubj", "nsubj:pass");
  const opening = subject < 0 ? -1 : Math.min(...subtreeOf(doc, subject)) - 1;
  return opening >= 0 && doc.xpos[opening] === "WRB";
}

const isJudged = (doc: Doc, lower: number, upper: number): boolean =>
  doc.lemma[upper] === "consider" &&
  childrenOf(doc, upper, "xcomp").some((c) => c > lower && (doc.upos[c] === "ADJ" || doc.upos[c] === "NOUN"));

/** True where a finite helper follows right behind an object and finds no other subject. */
function isNextSubject(doc: Doc, lower: number): boolean {
  const next = Math.max(...subtreeOf(doc, lower)) + 1;
  const verb = doc.xpos[next] === "MD" ? (doc.head[next] ?? -1) : -1;
  return verb > next && doc.sentenceOf[verb] === doc.sentenceOf[lower] && childOf(doc, verb, "nsubj", "nsubj:pass") < 0;
}
