import { below, hang, isNominal, isUnder, low, retag, type Sentence } from "./columns.ts";

/**
 * "Chile, the OAS and rich states accuse Peru of …", read as a sentence without a verb: the present tense right behind the last of those that "and"
 * joins is the verb, they are its subject, and the bare noun behind it is the object. A clause never stands before the noun that it is about.
 */
export function mendJoint(s: Sentence): void {
  if (low(s, s.end - 1) !== ".") return;
  for (let verb = s.first + 3; verb + 1 < s.end; verb++) {
    const slip = s.relation[verb] === "case" && s.xpos[verb] === "VBG" && !low(s, verb).endsWith("ing");
    if (!slip && !(s.relation[verb] === "acl" && s.xpos[verb] === "VBP")) continue;
    let root = verb;
    while (s.head[root]! >= 0) root = s.head[root]!;
    const last = verb - 1;
    if (root > last || !isNominal(s, root) || !isNominal(s, last) || !isPhrase(s, verb)) continue;
    if (below(s, root, "cop", "nsubj", "nsubj:pass", "case").length > 0 || below(s, verb, "mark", "nsubj", "aux", "cc").length > 0)
      continue;
    if (s.relation[last] !== "conj" || !isJoined(s, root, last)) continue;
    if (slip) retag(s, verb, "VERB", "VBP");
    const object = objectOf(s, verb, root);
    s.head[verb] = -1;
    s.relation[verb] = "root";
    s.head[root] = verb;
    s.relation[root] = "nsubj";
    if (object >= 0) {
      hang(s, object, verb, "obj");
      // What it is accused of.
      for (const t of below(s, object, "acl")) if (below(s, t, "mark").length > 0) hang(s, t, verb, "advcl");
    }
    for (let t = verb + 1; t < s.end; t++)
      if (s.head[t]! < verb && s.head[t]! >= s.first && s.relation[t] !== "cc")
        hang(s, t, verb, s.relation[t] === "nmod" ? "obl" : s.relation[t]!);
  }
}

/** True with an "and" between the two. */
function isJoined(s: Sentence, from: number, to: number): boolean {
  for (let t = from + 1; t < to; t++) if (s.relation[t] === "cc") return true;
  return false;
}

/** True where nothing with tense and no clause stands before the verb. */
function isPhrase(s: Sentence, verb: number): boolean {
  for (let t = s.first; t < verb; t++) if (s.upos[t] === "VERB" || s.upos[t] === "AUX" || low(s, t) === ":") return false;
  return true;
}

/** The noun behind the verb that no preposition opens and that hangs on it, on what stands before it, or above it; else -1. */
function objectOf(s: Sentence, verb: number, root: number): number {
  for (let t = verb + 1; t < s.end && s.upos[t] !== "PUNCT" && s.upos[t] !== "ADP" && s.upos[t] !== "VERB"; t++) {
    const above = s.head[t]!;
    if (isNominal(s, t) && (above === verb || above < verb || s.head[verb] === t) && isUnder(s, t, root))
      return below(s, t, "case").some((c) => c !== verb) ? -1 : t;
  }
  return -1;
}
