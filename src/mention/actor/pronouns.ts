import { activeSubjectOf } from "../../syntax/subject.ts";
import { ancestorsOf, childrenOf, hasRelation } from "../../syntax/tree.ts";
import type { Party } from "./cast.ts";
import { otherState } from "./countries.ts";
import { mostSalient } from "./memory.ts";
import { isGuest } from "./possessor.ts";
import { fromTree } from "./pronoun-tree.ts";
import { type Sort, singular, thing } from "./pronoun-words.ts";
import { mention, type Scene, wordAfter } from "./scene.ts";
import { lastNamedIn, quoteBefore, tokenAt, unknownSpeaker } from "./spoken.ts";
import { resolveMet, resolveTogether } from "./together.ts";
import { goesOnThing, goesOnUnknown, isEvent, isExpletive, isState, nearby, unknownPlural, unknownSubject } from "./unmeant.ts";

const owning = new Set(["his", "her", "its", "their"]);

/** Who a pronoun stands for, by number, gender and salience; silent where two are as likely, or where the words say that it is no party. */
export function resolvePronoun(scene: Scene, at: number): void {
  const { words } = scene;
  const word = words.list[at]!;
  const gender = singular.get(word.fold);
  const sort: Sort = gender !== undefined ? "person" : thing.has(word.fold) ? "it" : "they";
  const noun = /^(?:NOUN|ADJ|PROPN|VERB|NUM)$/.test(wordAfter(words.list, at + 1)?.upos ?? "");
  const possessive = owning.has(word.fold) && (word.fold !== "her" || noun);
  if (sort === "it" && (hasRelation(words.doc, word.token, "expl") || isExpletive(scene, at) || isEvent(scene, word.token))) return;
  if (possessive && sort !== "person" && unknownSubject(scene, word.token)) return;
  if (sort === "they" && (resolveMet(scene, at) || unknownPlural(scene, at) || resolveTogether(scene, at, possessive))) return;
  const guest = possessive && isGuest(scene, word.token);
  const told = guest ? otherState(scene, word.token) : fromTree(scene, word.token, sort, possessive);
  if (guest && told === null) return;
  if (told === null && (unknownSpeaker(scene, word.token) || (sort !== "person" && (goesOnUnknown(scene, at) || goesOnThing(scene, at)))))
    return;
  const found = told ?? (sort === "it" && !possessive && isState(scene, word.token) ? null : antecedent(scene, at, sort, possessive));
  if (found === null) return;
  if (possessive && found.sector === "JUD" && isTried(scene, word.token)) return;
  if (gender !== undefined && found.gender === "u") found.gender = gender;
  scene.resolved.set(at, found);
  mention(scene, found, at, at + 1, at, possessive ? "possessive" : "pronoun", `pronoun.${sort}`);
}

/** "A court jailed its leaders": they are not the court's. */
function isTried({ words, cast }: Scene, token: number): boolean {
  const { doc } = words;
  const own = doc.head[token] ?? -1;
  const readings = cast.lexicon.roles.words.get(doc.lemma[own] ?? "") ?? [];
  return hasRelation(doc, own, "obj") && readings.some((reading) => /^(?:office|armed|forces)$/.test(reading.class));
}

function antecedent(scene: Scene, at: number, sort: Sort, possessive: boolean): Party | null {
  const word = scene.words.list[at]!;
  const barred = subjectBeside(scene, word.token);
  const gender = singular.get(word.fold);
  const search = { sentence: word.sentence, often: 0.12 };
  const free = (party: Party) => party.key !== barred;
  if (sort === "person") {
    const spoken = quoteBefore(scene, word.token);
    const below = personsBelow(scene, at);
    const fits = (party: Party) =>
      free(party) &&
      !below.has(party.key) &&
      party.kind === "person" &&
      !lastNamedIn(scene, party, spoken) &&
      (party.gender === "u" || party.gender === gender);
    // However long the quote, its speaker was named before it.
    const sentence = spoken === null ? word.sentence : scene.words.doc.sentenceOf[tokenAt(scene.words.doc, spoken.start, word.token)]!;
    const found = mostSalient(scene.memory, fits, {
      ...search,
      sentence,
      window: 3,
      lead: owning.has(word.fold) || /^s?he$/.test(word.fold) ? 0.2 : 0.5,
    });
    // "Lopez met Ana Torres and her aides": one of whom nothing says he or she is hardly meant, save as who does it, while one is near of whom it is said.
    const known = (party: Party) => fits(party) && party.gender === gender;
    const rival = () => mostSalient(scene.memory, known, { ...search, sentence, window: 1, lead: 0 });
    return found?.gender === "u" && !hasRelation(scene.words.doc, word.token, "nsubj") && rival() !== null ? null : found;
  }
  if (sort === "it") {
    // Nobody accuses his own state.
    const doer = barred === null ? undefined : scene.cast.parties.get(barred);
    const own = doer === undefined ? null : scene.memory.root(doer);
    const fits = (party: Party) =>
      free(party) && scene.memory.root(party) !== own && party.kind !== "person" && party.kind !== "group" && party.sector !== "MED";
    const found = mostSalient(scene.memory, fits, { ...search, window: 1, least: -0.6, lead: possessive ? 0.5 : 0.6 });
    // "Talks with Peru failed because it": what only says more of another noun does not go on as a subject.
    const last = found && scene.mentions.findLast((m) => m.actor === found.key);
    return last && !possessive && scene.words.doc.relation[last.head] === "nmod" && last.form !== "possessive" ? null : found;
  }
  const fits = (party: Party) => free(party) && (party.plural || party.kind === "group" || party.kind === "movement");
  return mostSalient(scene.memory, fits, { ...search, window: 1, least: -0.6, lead: 0.6 });
}

/** "X met him": the subject of the verb whose object the pronoun is, and so not who it stands for; null where it is no object. */
function subjectBeside(scene: Scene, token: number): string | null {
  const { words, mentions } = scene;
  const { doc } = words;
  if (!hasRelation(doc, token, "obj", "iobj", "obl")) return null;
  const verb = doc.head[token] ?? -1;
  const own = childrenOf(doc, verb, "nsubj");
  // "X withdrew after accusing it of theft": X accused it.
  const above = own.length === 0 && doc.xpos[verb] === "VBG" && hasRelation(doc, verb, "advcl") ? activeSubjectOf(doc, verb) : -1;
  const subjects = above < 0 ? own : [above];
  for (
    let i = mentions.length - 1;
    i >= Math.max(0, mentions.length - nearby) && doc.sentenceOf[mentions[i]!.head] === doc.sentenceOf[token];
    i--
  ) {
    const { first, last, actor } = mentions[i]!;
    if (subjects.some((subject) => subject >= first && subject <= last)) return actor;
  }
  return null;
}

/** "He criticised X's party": those named in what the subject's verb governs are others than the subject. */
function personsBelow({ words, named }: Scene, at: number): ReadonlySet<string> {
  const { doc, list } = words;
  const { token, sentence } = list[at]!;
  const verb = doc.head[token] ?? -1;
  const below = new Set<string>();
  if (verb < 0 || !hasRelation(doc, token, "nsubj")) return below;
  for (let i = at + 1; i < at + 40 && list[i]?.sentence === sentence; i++) {
    const person = named.runs.get(i);
    if (person !== undefined && ancestorsOf(doc, list[i]!.token).includes(verb)) below.add(person.key);
  }
  return below;
}
