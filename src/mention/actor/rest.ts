import { casesOf, childrenOf, hasRelation } from "../../syntax/tree.ts";
import { meet } from "./cast.ts";
import { type Composed, groupOf, tellsKind } from "./compose.ts";
import { isDoneTo, isModifying, isPredicate } from "./describe.ts";
import type { Phrase } from "./phrases.ts";
import { mention, type Scene } from "./scene.ts";
import { runText } from "./words.ts";

const PEOPLE = /^(?:office|person|civilian|armed)$/;
const BODIES = /^(?:body|movement|party)$/;
/** Those told of before: "the two leaders", "the cartels". */
const TOLD = /^(?:the|this|that|these|those|both|two|three)$/;
/** One who is new to the text. */
const NEW = /^(?:an?|one)$/;
const COUNT = /^(?:[\d.,]+ )?(?:dozen|hundred|thousand|million)s? /;
const NOBODY = /^(?:no|any|every|each)$/;

/**
 * Those whom the text tells only by what they are and nobody else was meant by: "the strikers", "all political parties", "a shopkeeper",
 * "the fishing industry". They are called so, and are read last: no pronoun and no "the group" stands for them.
 */
export function tellRest(scene: Scene): void {
  for (const item of scene.items) {
    if (item.type !== "phrase" || item.owner !== null || scene.resolved.has(item.head) || scene.owning.has(item.head)) continue;
    if (isModifying(scene, item) || isPredicate(scene, item) || isPart(scene, item) || isNamePart(scene, item)) continue;
    if (isDoneTo(scene, item) || isJoinedPart(scene, item)) continue;
    const found = composeRest(scene, item, runText(scene.words, item.first, item.end).replace(COUNT, ""));
    if (found !== null) mention(scene, found.party, item.first, item.end, item.head, "description", "rest");
  }
}

/** "a hostage and truce deal", "the leaders of both states": a noun that only says what kind, and one that others tell more of. A thing done by a body is its doer's own. */
function isPart({ words, mentions }: Scene, { head, reading }: Phrase): boolean {
  const { doc, list } = words;
  const token = list[head]!.token;
  if (hasRelation(doc, token, "compound", "amod") || (BODIES.test(reading.class) && hasRelation(doc, token, "nsubj"))) return true;
  const of = childrenOf(doc, token, "nmod").filter((c) => casesOf(doc, c).includes("of"));
  return reading.class !== "civilian" && mentions.some((m) => of.includes(m.head));
}

/** "a hostage and truce deal": joined to a word of the same kind before a third, it only says what kind, whatever the parser joined. */
function isJoinedPart({ words, items }: Scene, { head, reading }: Phrase): boolean {
  const { doc, list } = words;
  const token = list[head]!.token;
  if (reading.plural || !["and", "or"].includes(list[head + 1]?.fold ?? "")) return false;
  const other = childrenOf(doc, token, "conj")[0] ?? -1;
  const at = list.findIndex((word, i) => i > head && word.token === other);
  const alone = at > head + 2 && childrenOf(doc, other, "det", "nmod:poss", "nummod").length === 0;
  return alone && doc.upos[other] === "NOUN" && !items.some((item) => item.type === "phrase" && item.head === at);
}

/** "the Pilots and Sailors Forum": a word with a capital beside another, over "and" too, is of a name. */
function isNamePart({ words }: Scene, { head }: Phrase): boolean {
  const { list } = words;
  const capital = (at: number) => /^\p{Lu}/u.test(list[at]?.text ?? "");
  return capital(head) && (capital(head + 1) || (list[head + 1]?.fold === "and" && capital(head + 2)));
}

function composeRest({ cast }: Scene, phrase: Phrase, surface: string): Composed {
  const { reading, determiner } = phrase;
  const { collectives, machines, individuals } = cast.lexicon.roles;
  const body = BODIES.test(reading.class);
  if (/^(?:office|armed)$/.test(reading.class) && TOLD.test(determiner)) return null;
  if (NOBODY.test(determiner) || machines.has(reading.word) || !(body || PEOPLE.test(reading.class))) return null;
  // "the companies", "a group": which, only the words before it tell.
  if (body && !tellsKind(phrase)) return null;
  if (reading.plural || collectives.has(reading.word)) return groupOf(cast, phrase, null, false, surface);
  if (!body && (!NEW.test(determiner) || (reading.class === "armed" && !individuals.has(reading.word)))) return null;
  const kind = body ? "organisation" : "person";
  return {
    party: meet(cast, { key: `unnamed:${cast.article}:${phrase.head}`, name: surface, kind, sector: reading.sector }),
    rule: "rest",
  };
}
