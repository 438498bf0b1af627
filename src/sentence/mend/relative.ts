import { below, hang, low, type Sentence } from "./columns.ts";

/** "a case brought by Peru that could harm it": "that" tells which one is meant; a bare name needs no telling, so the clause goes to the common noun above it. */
export function mendRelatives(s: Sentence): void {
  for (let verb = s.first + 3; verb < s.end; verb++) {
    const name = s.head[verb]!;
    if (s.relation[verb] !== "acl:relcl" || name > verb || s.upos[name] !== "PROPN") continue;
    if (!below(s, verb).some((t) => t < verb && t > name && low(s, t) === "that")) continue;
    // "a modern Peru that leads", "our Peru that was".
    if (below(s, name, "det", "amod", "nmod:poss").some((t) => low(s, t) !== "the")) continue;
    let noun = name;
    while (noun >= s.first && s.upos[noun] !== "NOUN" && WITHIN.has(s.relation[noun]!)) noun = s.head[noun]!;
    if (noun >= s.first && s.upos[noun] === "VERB" && s.relation[noun] === "acl") noun = s.head[noun]!;
    if (noun >= s.first && noun < name && s.upos[noun] === "NOUN") hang(s, verb, noun, "acl:relcl");
  }
}

/** What hangs within a noun phrase or on a participle of one. */
const WITHIN = new Set(["nmod", "nmod:unmarked", "conj", "appos", "obl:agent", "obl"]);
