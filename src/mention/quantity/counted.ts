import type { Doc } from "../../model/doc.ts";

const REACH = 8;
const NOUNS = new Set(["NOUN", "PROPN"]);
const WITHIN = new Set(["NOUN", "PROPN", "ADJ", "ADV", "NUM", "SYM"]);

/** The noun a number counts, as a token: its head in the tree, else the last noun of the group after it; -1 where it counts none. */
export function countedNoun(doc: Doc, numberToken: number, after: number): number {
  const sentence = doc.sentences[doc.sentenceOf[numberToken]!];
  if (sentence === undefined) return -1;
  const governor = doc.head[numberToken]!;
  if (
    sentence.parsed &&
    doc.relation[numberToken]!.startsWith("nummod") &&
    governor >= after &&
    governor < after + REACH &&
    NOUNS.has(doc.upos[governor]!)
  ) {
    return governor;
  }
  return lastNoun(doc, after, Math.min(sentence.end, after + REACH));
}

function lastNoun(doc: Doc, from: number, end: number): number {
  let found = -1;
  for (let i = from; i < end; i += 1) {
    const tag = doc.upos[i]!;
    if (NOUNS.has(tag)) {
      // A plural closes the group: in "200 soldiers Friday" the count is of soldiers.
      found = i;
      if (doc.xpos[i] === "NNS" || doc.xpos[i] === "NNPS") return i;
    } else if (found >= 0 || !isWithin(doc, i)) break;
  }
  return found;
}

// Participles describe too: "12 armed men".
function isWithin(doc: Doc, i: number): boolean {
  return WITHIN.has(doc.upos[i]!) || doc.xpos[i] === "VBN" || doc.xpos[i] === "VBG" || doc.text[doc.start[i]!] === "-";
}
