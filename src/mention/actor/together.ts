import { childrenOf, firstConjunct, hasRelation } from "../../syntax/tree.ts";
import { pairThatMet } from "./met.ts";
import { mention, type Scene, subjectRank } from "./scene.ts";
import { nearby } from "./unmeant.ts";

/** "Jordan and Egypt said they agreed", "the two sides … their": subjects side by side, of this sentence or the one before, for whom "they" stands. */
export function resolveTogether(scene: Scene, at: number, possessive: boolean): boolean {
  const { words, mentions, cast } = scene;
  const { doc, list } = words;
  const word = list[at]!;
  const near = mentions.slice(-nearby).filter((m) => m.form !== "pronoun" && m.form !== "possessive");
  for (let i = near.length - 1; i > 0; i--) {
    const b = near[i]!;
    const sentence = doc.sentenceOf[b.head] ?? 0;
    if (sentence < word.sentence - 1) return false;
    const first = firstConjunct(doc, b.head);
    const pair = b.rule === "pair" && (sentence === word.sentence || hasRelation(doc, word.token, "nsubj"));
    if (first === b.head && !pair) continue;
    if (subjectRank(words, first) < (sentence === word.sentence ? 1 : 2)) continue;
    if (!possessive && childrenOf(doc, doc.head[word.token] ?? -1, "nsubj").includes(first) && !hasRelation(doc, word.token, "nsubj"))
      continue;
    const all = near.filter((other) => firstConjunct(doc, other.head) === first);
    const [a] = all;
    if (a === undefined || new Set(all.map((other) => other.actor)).size < 2) continue;
    if (/\bor\b/.test(doc.text.slice(a.end, b.start))) return false;
    for (const key of new Set(all.map((other) => other.actor))) {
      mention(scene, cast.parties.get(key)!, at, at + 1, at, possessive ? "possessive" : "pronoun", "pronoun.together");
    }
    return true;
  }
  return false;
}

const MET: ReadonlySet<string> = new Set(["person", "state", "government", "movement"]);

/** "Paz met Ruiz. They discussed trade": the two who met in the sentence before, where the pronoun goes on as the subject of the next. */
export function resolveMet(scene: Scene, at: number): boolean {
  const { doc, list } = scene.words;
  const word = list[at]!;
  if (word.fold !== "they" || subjectRank(scene.words, word.token) < 2) return false;
  const two = pairThatMet(scene, word.sentence - 1, word.start, MET);
  const many = scene.mentions.slice(-nearby).some((m) => {
    const party = scene.cast.parties.get(m.actor)!;
    return (doc.sentenceOf[m.head] ?? 0) >= word.sentence - 1 && (party.plural || party.kind === "group");
  });
  if (two === null || many) return false;
  for (const party of two) mention(scene, party, at, at + 1, at, "pronoun", "pronoun.together");
  return true;
}
