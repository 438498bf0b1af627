import { low, retag, type Sentence } from "./columns.ts";

/** Words that are adjectives before a bare noun and verbs before a number or a name. */
const EITHER = new Set(["free", "open", "clear", "secure"]);

/**
 * "promised to free Captain X", "vowed to free two pilots": no adjective stands before a number, a determiner or a titled name, so the word is
 * the infinitive that its verb governs. "open to free trade" keeps its adjective.
 */
export function mendInfinitives(s: Sentence): void {
  for (let word = s.first + 1; word + 1 < s.end; word++) {
    if (low(s, word - 1) !== "to") continue;
    if (s.relation[word] === "amod" && EITHER.has(low(s, word))) mendInfinitive(s, word);
    else if (isUntagged(s, word)) retag(s, word, "VERB", "VB");
  }
}

/** "to" as the mark of a word right behind it that bears no tag of a verb: the tree knows better than the tag. */
function isUntagged({ forms, upos, relation, head }: Sentence, word: number): boolean {
  const clause = ["xcomp", "advcl", "acl", "ccomp", "conj", "csubj"].includes(relation[word]!);
  const other = upos[word] === "NOUN" || upos[word] === "ADJ";
  return other && clause && relation[word - 1] === "mark" && head[word - 1] === word && /^\p{Ll}+$/u.test(forms[word]!);
}

function mendInfinitive(s: Sentence, word: number): void {
  const { upos, xpos, lemma, relation, head } = s;
  if (!opensObject(s, word + 1)) return;
  let object = head[word]!;
  while (head[object]! > word) object = head[object]!;
  const to = word - 1;
  const joined = to > 0 && upos[to - 1] === "CCONJ";
  const above = joined ? infinitiveAbove(s, head[object]!) : head[object]!;
  if (above < 0 || above >= to || upos[above] !== "VERB") return;
  [upos[to], xpos[to], lemma[to], relation[to], head[to]] = ["PART", "TO", "to", "mark", word];
  [upos[word], xpos[word], lemma[word], relation[word], head[word]] = ["VERB", "VB", low(s, word), joined ? "conj" : "xcomp", above];
  [relation[object], head[object]] = ["obj", word];
  if (joined) head[to - 1] = word;
}

/** A number, a determiner, or a name of at least two words, the first of which may be a title. */
function opensObject({ forms, upos }: Sentence, token: number): boolean {
  const capital = (at: number) => /^\p{Lu}\p{Ll}/u.test(forms[at] ?? "");
  return upos[token] === "NUM" || upos[token] === "DET" || (capital(token) && upos[token + 1] === "PROPN" && capital(token + 1));
}

/** The verb with "to" that a token stands in or under: "to stop X and to …". */
function infinitiveAbove({ xpos, relation, head }: Sentence, token: number): number {
  for (let at = token; at >= 0; at = head[at]!)
    if (xpos[at] === "VB" && xpos[at - 1] === "TO" && head[at - 1] === at && relation[at - 1] === "mark") return at;
  return -1;
}
