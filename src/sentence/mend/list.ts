import { below, edge, hang, low, type Sentence } from "./columns.ts";

/** "A, B and C" of names: B is no other name of A, but the second of three. "A, the capital, and C" stays, and so does "Lima, Peru and Quito, Ecuador". */
export function mendLists(s: Sentence): void {
  for (let top = s.first; top < s.end; top++) {
    if (s.upos[top] !== "PROPN") continue;
    // "the leaders of A, the B and C": the second may hang on the leaders.
    const above = s.relation[top] === "nmod" ? s.head[top]! : top;
    const named = [...below(s, top, "appos"), ...below(s, above, "appos")].filter((t) => t > top && isBare(s, t));
    const second = named.at(-1);
    if (second === undefined) continue;
    const last = [...below(s, second, "conj"), ...below(s, top, "conj")].find((t) => t > second && closes(s, t, second));
    if (last === undefined || below(s, last, "appos").length > 0) continue;
    for (const t of [...named, last]) hang(s, t, top, "conj");
  }
}

/** A name behind a comma with nothing of its own but a title, an article and the rest of the list. */
function isBare(s: Sentence, name: number): boolean {
  const own = below(s, name).every(
    (t) =>
      ["conj", "cc", "punct", "flat", "compound", "det", "nmod:desc"].includes(s.relation[t]!) ||
      (s.relation[t] === "amod" && s.xpos[t]!.startsWith("NNP")),
  );
  return s.upos[name] === "PROPN" && own && [edge(s, name), edge(s, name) - 1].some((t) => low(s, t) === ",");
}

/** "A, B and rich donors urge": a plural noun right before the verb of which it is a subject. */
function isSubjectOfMany(s: Sentence, last: number): boolean {
  let top = last;
  while (["conj", "appos"].includes(s.relation[top]!)) top = s.head[top]!;
  return s.xpos[last] === "NNS" && s.relation[top] === "nsubj" && s.head[top] === last + 1 && s.xpos[last + 1] !== "VBZ";
}

/** "B and C", "B, and C". */
function closes(s: Sentence, last: number, second: number): boolean {
  const joint = below(s, last, "cc")[0];
  if (joint === undefined || !(s.upos[last] === "PROPN" || isSubjectOfMany(s, last))) return false;
  for (let t = second + 1; t < joint; t++) if (s.relation[t] !== "flat" && low(s, t) !== ",") return false;
  return true;
}
