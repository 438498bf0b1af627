import { below, hang, hasTense, isNominal, low, promote, type Sentence } from "./columns.ts";
import { TELLS } from "./speech.ts";

const PRESENT = new Set(["VBZ", "VBP", "MD"]);
const FINITE = new Set(["VBD", "VBZ", "VBP"]);
/** Where a verb without a subject hangs that may be the sentence's own. */
const LOOSE = ["acl", "conj", "parataxis", "appos", "ccomp", "advcl"];

/**
 * "X, a friend of Y, accused Z", "The win in Lima all but sealed it": where no verb is the root, the one past tense that hangs on the noun
 * without "and" or a subject is the sentence's verb.
 */
export function mendRoots(s: Sentence): void {
  for (let verb = s.first + 2; verb < s.end; verb++) {
    if (
      !LOOSE.includes(s.relation[verb]!) ||
      !FINITE.has(s.xpos[verb]!) ||
      below(s, verb, "mark", "nsubj", "nsubj:pass", "csubj", "cc").length > 0
    )
      continue;
    let root = verb;
    while (s.head[root]! >= 0) root = s.head[root]!;
    if (!isNominal(s, root) || root > verb || below(s, root, "cop", "nsubj", "nsubj:pass", "case").length > 0) continue;
    // "Our paper 2 min read The minister left …": what it tells hangs on a verb of telling, or is marked.
    const told = below(s, verb, "ccomp", "parataxis").some((t) => below(s, t, "mark").length === 0);
    if (told && !TELLS.has(s.lemma[verb]!)) continue;
    const comma = s.relation[verb] === "acl" && low(s, verb - 1) === ",";
    if (comma || (s.head[verb] === root && isAlone(s, verb, root))) promote(s, verb, root, "nsubj");
  }
}

/** True when a full sentence has no colon between the two and no other verb with tense on the root. */
function isAlone(s: Sentence, verb: number, root: number): boolean {
  if (low(s, s.end - 1) !== ".") return false;
  for (let t = root + 1; t < verb; t++) if (low(s, t) === ":") return false;
  return below(s, root).every((t) => t === verb || !hasTense(s, t));
}

/** "A poll conducted by X shows", "the parents of two killed in Y, have sued": of two verbs without "and" the present or perfect is the sentence's, the past form before it says what was done to the noun. */
export function mendReduced(s: Sentence): void {
  for (let verb = s.first + 3; verb < s.end; verb++) {
    const past = s.head[verb]!;
    if (!["conj", "advcl"].includes(s.relation[verb]!) || past > verb || past < s.first || s.xpos[past] !== "VBD") continue;
    if (below(s, verb, "nsubj", "nsubj:pass", "csubj", "expl", "mark", "cc").length > 0 || !isPresent(s, verb)) continue;
    const noun = below(s, past, "nsubj")
      .filter((t) => t < past)
      .at(-1);
    if (noun === undefined || TELLS.has(s.lemma[past]!) || TELLS.has(s.lemma[verb]!)) continue;
    if (below(s, past, "obj", "iobj", "ccomp", "xcomp", "aux").length > 0 || below(s, verb).some((t) => s.xpos[t] === "WRB")) continue;
    if (s.lemmas.seen.get(`VBN ${low(s, past)}`) === undefined && !low(s, past).endsWith("ed")) continue;
    const subject = below(s, past, "nsubj")[0]!;
    promote(s, verb, past, "acl");
    s.head[subject] = verb;
    s.relation[subject] = below(s, verb, "aux:pass").length > 0 ? "nsubj:pass" : "nsubj";
    hang(s, past, noun, "acl");
    s.xpos[past] = "VBN";
  }
}

/** A present tense, or a form that an auxiliary in the present makes one. */
function isPresent(s: Sentence, verb: number): boolean {
  return PRESENT.has(s.xpos[verb]!) || below(s, verb, "aux", "aux:pass", "cop").some((t) => PRESENT.has(s.xpos[t]!));
}
