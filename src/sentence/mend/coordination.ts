import { below, hang, hasTense, low, type Sentence } from "./columns.ts";

/** What opens a question within a sentence: "how they lost and what it cost". */
const QUESTION = new Set(["WDT", "WP", "WRB", "WP$"]);
const NONFINITE = new Set(["VB", "VBG", "VBN"]);

/**
 * "ran on his ability to mend it and accused X", "agreed to meet and discuss it": "and" joins verbs of one form. A finite verb goes to the finite
 * verb above, an infinitive or an -ing form to the last one of its form before it.
 */
export function mendConjuncts(s: Sentence): void {
  for (let verb = s.first + 2; verb < s.end; verb++) {
    const first = s.head[verb]!;
    if (s.relation[verb] !== "conj" || first > verb || s.upos[verb] !== "VERB" || s.upos[first] !== "VERB") continue;
    if (below(s, verb).some((t) => t < verb && QUESTION.has(s.xpos[t]!))) continue;
    // No participle goes with an infinitive: "to share its skill and called on donors".
    const past = s.xpos[first] === "VB" && isBarePast(s, verb);
    const other = past || hasTense(s, verb) ? finiteAbove(s, verb, first) : likeBefore(s, verb, first);
    if (other < s.first) continue;
    if (past) s.xpos[verb] = "VBD";
    hang(s, verb, other, "conj");
  }
}

/** A participle behind "and" without an auxiliary or who did it, which is not spelt as the infinitive is. */
function isBarePast(s: Sentence, verb: number): boolean {
  if (s.xpos[verb] !== "VBN" || low(s, verb) === s.lemma[verb]) return false;
  return below(s, verb, "cc").length > 0 && below(s, verb, "aux", "aux:pass", "obl:agent").length === 0;
}

/** The nearest finite verb above one that is not finite, or -1. */
function finiteAbove(s: Sentence, verb: number, first: number): number {
  // A regular past tense may be a participle: "seized and sold".
  const sure = s.xpos[verb] !== "VBD" || below(s, verb, "nsubj").length > 0 || s.xpos[first] !== "VBN";
  const modal = s.xpos[first] === "VB" && s.xpos[verb] === "VBD" && below(s, verb, "nsubj", "nsubj:pass", "aux").length === 0;
  if (!sure || (hasTense(s, first) && !modal)) return -1;
  const told = below(s, verb, "mark").length > 0;
  let t = s.head[first]!;
  while (t >= s.first && !(t < verb && s.upos[t] === "VERB" && hasTense(s, t) && (!told || s.relation[t] === "ccomp"))) t = s.head[t]!;
  return t;
}

/** The last verb of the same form before a verb that bears no tense and stands beside one of another form, or -1. */
function likeBefore(s: Sentence, verb: number, first: number): number {
  const form = s.xpos[verb]!;
  if (form === s.xpos[first] || !NONFINITE.has(form) || form === "VBN") return -1;
  for (let t = verb - 1; t > first; t--) if (s.xpos[t] === form && s.upos[t] === "VERB" && ABOVE.has(s.relation[t]!)) return t;
  return -1;
}

/** What hangs as a clause of its own. */
const ABOVE = new Set(["xcomp", "advcl", "acl", "ccomp", "csubj"]);
