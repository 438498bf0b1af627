import { hasRelation } from "../../syntax/tree.ts";
import { foldName } from "../../text/name-words.ts";
import { type Cast, meet, type Party } from "./cast.ts";
import { chooseEntry } from "./known.ts";
import type { Named } from "./persons.ts";
import type { Item, Phrase } from "./phrases.ts";
import { classifyRun } from "./runs.ts";
import { partyAt, type Scene } from "./scene.ts";
import { isCapital, runText, type Word, type Words } from "./words.ts";

const kinds = new Set(["armed", "movement", "party", "body", "institution"]);

/** True when a phrase calls something an armed movement: "a rebel group", "the militia". */
function isArmed(phrase: Phrase, cast: Cast): boolean {
  const armed = (word: string) =>
    word === "armed" || cast.lexicon.roles.words.get(word)?.some((reading) => reading.class === "armed") === true;
  return phrase.reading.class === "armed" || (phrase.reading.class === "movement" && phrase.qualifiers.some(armed));
}

/** The last word of the name that a phrase stands behind as apposition ("X, a militia", "X (YZ), a party"), or null. */
function namedBefore(list: readonly Word[], phrase: Phrase): number | null {
  let at = phrase.first - 1;
  if (phrase.determiner !== "") at--;
  if (list[at]?.text !== ",") return null;
  at--;
  if (list[at]?.text === ")") {
    while (at > 0 && list[at]!.text !== "(" && list[at]!.sentence === list[phrase.head]!.sentence) at--;
    at--;
  }
  return list[at]?.kind === "word" ? at : null;
}

/** False where the tree says that a phrase behind a comma is no apposition: "In March, the group attacked". */
function apposes(words: Words, phrase: Phrase): boolean {
  const { doc, list } = words;
  const token = list[phrase.head]!.token;
  if (/^an?$/.test(phrase.determiner)) return true;
  return doc.sentences[doc.sentenceOf[token] ?? 0]?.parsed !== true || !hasRelation(doc, token, "nsubj", "obj", "obl");
}

/** "Cartel del Sur", "Red Valley Militia": a name that says what it is by its first or last word. */
function saysArmed(words: Words, first: number, end: number, cast: Cast): boolean {
  const armed = (at: number) =>
    isCapital(words.list[at]) && cast.lexicon.roles.words.get(words.list[at]!.fold)?.some((reading) => reading.class === "armed") === true;
  return end - first > 1 && (armed(first) || armed(end - 1));
}

function meetMovement(cast: Cast, name: string): void {
  meet(cast, { key: `name:${foldName(name)}`, name, kind: "movement", sector: "REB", plural: true });
}

/** "The Dorani network", in a sentence that tells of terrorists or fighters: a movement named after a family or a place. */
function isArmedKind(phrase: Phrase, words: Words, cast: Cast): boolean {
  const { reading, owner } = phrase;
  const { list } = words;
  if (reading.class !== "movement" || owner?.type !== "run" || owner.end !== phrase.end - 1 || list[owner.end]?.joined !== false)
    return false;
  const { sentence } = list[phrase.head]!;
  const armed = (word: Word) => cast.lexicon.roles.words.get(word.fold)?.some((other) => other.class === "armed") === true;
  for (let i = phrase.end; list[i]?.sentence === sentence; i++) if (armed(list[i]!)) return true;
  for (let i = owner.first - 1; list[i]?.sentence === sentence; i--) if (armed(list[i]!)) return true;
  return false;
}

/** The movement learned under its name and kind: "the Dorani network"; null where none is. */
export function learnedKind(scene: Scene, phrase: Phrase): Party | null {
  if (phrase.reading.class !== "movement" || phrase.owner?.type !== "run") return null;
  return scene.cast.parties.get(`name:${foldName(runText(scene.words, phrase.owner.first, phrase.end))}`) ?? null;
}

/** What an article says an unknown name is: "the Blue Sun militia", "Blue Sun, a rebel group". Learned before reading, so that earlier mentions count. */
export function learnNames(items: readonly Item[], words: Words, cast: Cast, named: Named): void {
  const runEnds = new Map<number, { first: number; end: number }>();
  for (const item of items) if (item.type === "run" && !named.runs.has(item.first)) runEnds.set(item.end - 1, item);
  for (const { first, end } of runEnds.values()) if (saysArmed(words, first, end, cast)) meetMovement(cast, runText(words, first, end));
  for (const item of items) {
    if (item.type !== "phrase" || !kinds.has(item.reading.class) || (item.reading.plural && item.reading.class !== "armed")) continue;
    if (isArmedKind(item, words, cast)) meetMovement(cast, runText(words, item.owner!.first, item.end));
    const before = apposes(words, item) ? namedBefore(words.list, item) : null;
    const owner = item.owner?.type === "run" && item.owner.first < item.head ? runEnds.get(item.owner.end - 1) : undefined;
    const run = (before === null ? undefined : runEnds.get(before)) ?? owner;
    const modifier = run !== undefined && run.end - run.first === 1 && cast.lexicon.roles.words.has(words.list[run.first]!.fold);
    if (
      run === undefined ||
      modifier ||
      /^(?:thing|place|person)$/.test(classifyRun({ type: "run", ...run }, words, cast.lexicon)) ||
      (run === owner && /^(?:body|institution)$/.test(item.reading.class))
    )
      continue;
    const text = runText(words, run.first, run.end);
    const armed = isArmed(item, cast);
    const name = run === owner && item.reading.class === "party" ? `${text} ${item.reading.word}` : text;
    const sector = armed ? "REB" : item.reading.sector;
    meet(cast, { key: `name:${foldName(text)}`, name, kind: armed ? "movement" : "organisation", sector, plural: armed });
  }
}

/** Who is named directly behind a phrase: "the militant group Hamas". */
function namedAfter(scene: Scene, at: number): Party | undefined {
  const item = scene.startingAt.get(at);
  if (item?.type === "name") return partyAt(scene.cast, chooseEntry(scene, item).key);
  return item?.type === "run" ? (learnedOwner(scene, item) ?? undefined) : undefined;
}

/** The party a phrase is an apposition of, or null. */
export function apposed(scene: Scene, phrase: Phrase): Party | null {
  if (!kinds.has(phrase.reading.class) || phrase.reading.plural || phrase.owner?.type === "pronoun") return null;
  const before = apposes(scene.words, phrase) ? namedBefore(scene.words.list, phrase) : null;
  const party = before === null ? namedAfter(scene, phrase.end) : scene.resolved.get(before);
  return party !== undefined && /^(?:movement|organisation)$/.test(party.kind) ? party : null;
}

/** The actor learned under the name that stands before its kind: "Blue Sun" in "the Blue Sun militia". */
export function learnedOwner(scene: Scene, run: { readonly first: number; readonly end: number }): Party | null {
  return scene.cast.parties.get(`name:${foldName(runText(scene.words, run.first, run.end))}`) ?? null;
}
