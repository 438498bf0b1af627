import type { Upos } from "../model/doc.ts";

/** The columns of a reading that are mended in place; `head` holds token indexes, -1 the root. */
export interface Columns {
  readonly forms: readonly string[];
  readonly upos: Upos[];
  readonly xpos: string[];
  readonly lemma: string[];
  readonly relation: string[];
  readonly head: Int32Array;
}

/** Words that are adjectives before a bare noun and verbs before a number or a name. */
const EITHER = new Set(["free", "open", "clear", "secure"]);

/**
 * "promised to free Captain X", "vowed to free two pilots": no adjective stands before a number, a determiner or a titled name, so the word is
 * the infinitive that its verb governs. "open to free trade" keeps its adjective.
 */
export function mendInfinitives(columns: Columns, first: number, end: number): void {
  for (let word = first + 1; word + 1 < end; word++) {
    if (columns.relation[word] === "amod" && EITHER.has(columns.forms[word]!.toLowerCase()) && isTo(columns, word - 1))
      mendInfinitive(columns, word);
  }
}

function isTo({ forms }: Columns, token: number): boolean {
  return forms[token]!.toLowerCase() === "to";
}

function mendInfinitive(columns: Columns, word: number): void {
  const { forms, upos, xpos, lemma, relation, head } = columns;
  if (!opensObject(columns, word + 1)) return;
  let object = head[word]!;
  while (head[object]! > word) object = head[object]!;
  const to = word - 1;
  const joined = to > 0 && upos[to - 1] === "CCONJ";
  const above = joined ? infinitiveAbove(columns, head[object]!) : head[object]!;
  if (above < 0 || above >= to || upos[above] !== "VERB") return;
  [upos[to], xpos[to], lemma[to], relation[to], head[to]] = ["PART", "TO", "to", "mark", word];
  [upos[word], xpos[word], lemma[word], relation[word], head[word]] = [
    "VERB",
    "VB",
    forms[word]!.toLowerCase(),
    joined ? "conj" : "xcomp",
    above,
  ];
  [relation[object], head[object]] = ["obj", word];
  if (joined) head[to - 1] = word;
}

/** A number, a determiner, or a name of at least two words, the first of which may be a title. */
function opensObject({ forms, upos }: Columns, token: number): boolean {
  const capital = (at: number) => /^\p{Lu}\p{Ll}/u.test(forms[at] ?? "");
  return upos[token] === "NUM" || upos[token] === "DET" || (capital(token) && upos[token + 1] === "PROPN" && capital(token + 1));
}

/** The verb with "to" that a token stands in or under: "to stop X and to …". */
function infinitiveAbove({ xpos, relation, head }: Columns, token: number): number {
  for (let at = token; at >= 0; at = head[at]!)
    if (xpos[at] === "VB" && xpos[at - 1] === "TO" && head[at - 1] === at && relation[at - 1] === "mark") return at;
  return -1;
}
