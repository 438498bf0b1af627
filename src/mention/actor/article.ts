import type { ActorLexicon } from "../../lexicon/actors.ts";
import type { Doc } from "../../model/doc.ts";
import { foldName } from "../../text/name-words.ts";
import { type Cast, meet, meetKnown, type Party, rootOf } from "./cast.ts";
import { resolvePhrase } from "./describe.ts";
import { homeOf } from "./home.ts";
import { isOwn, resolveOwn } from "./issuer.ts";
import { resolveKnown } from "./known.ts";
import { resolveLandWord } from "./land.ts";
import { placePersons } from "./leaders.ts";
import { learnNames } from "./learned.ts";
import { placeByOffice } from "./named-after.ts";
import { matchPair, resolvePair } from "./pairs.ts";
import { readNamed } from "./persons.ts";
import { type Item, type Phrase, readPhrases } from "./phrases.ts";
import { isPronoun } from "./pronoun-words.ts";
import { resolvePronoun } from "./pronouns.ts";
import { resolveRelatives } from "./relatives.ts";
import { tellRest } from "./rest.ts";
import { claimSurnames, classifyRun, joinRuns } from "./runs.ts";
import { type Draft, mention, type Scene } from "./scene.ts";
import { severalNamed, tellSeveral } from "./several.ts";
import { type RunUnit, readUnits } from "./units.ts";
import { isCapital, readWords } from "./words.ts";

/** What one article tells of who is who: its cast, and mentions whose actors are keys of that cast. */
export interface ArticleCast {
  readonly cast: Cast;
  readonly mentions: readonly Draft[];
}

const acting = new Set([
  "government",
  "side",
  "forces",
  "navy",
  "airforce",
  "police",
  "spies",
  "legislature",
  "court",
  "institution",
  "ministry",
  "office",
]);

/** What the units that own a phrase own: someone who acts for them ("acting"), an act of theirs ("act"), or someone else. */
function readOwners(items: readonly Item[]): ReadonlyMap<number, "acting" | "act" | "other"> {
  const owners = new Map<number, "acting" | "act" | "other">();
  for (const item of items) {
    if (item.type !== "phrase" || item.owner === null || item.owner.type === "pronoun") continue;
    const at = item.owner.first;
    if (owners.get(at) !== "acting")
      owners.set(at, acting.has(item.reading.class) ? "acting" : item.reading.class === "act" ? "act" : "other");
  }
  return owners;
}

/** First word → the longest name, run or phrase that begins there. */
function firstItems(items: readonly Item[]): ReadonlyMap<number, Item> {
  const first = new Map<number, Item>();
  for (const item of items) if (item.type !== "word" && item.type !== "phrase" && !first.has(item.first)) first.set(item.first, item);
  return first;
}

/** Head words of the phrases that own another one. */
function ownersOf(items: readonly Item[]): ReadonlySet<number> {
  const heads = new Set<number>();
  for (const item of items)
    if (item.type === "phrase" && item.owner?.type === "phrase" && item.owner.head < item.head) heads.add(item.owner.head);
  return heads;
}

/** "Peru's Ana Paz" speaks for Peru; "Peruvian Ana Paz" is of that country. */
function placeByOwner(scene: Scene, run: RunUnit, person: Party): void {
  const { list } = scene.words;
  const possessive = list[run.first - 1]?.kind === "possessive";
  const unit = scene.nameEndingAt.get(possessive ? run.first - 1 : run.first);
  if (unit === undefined || list[run.first]!.sentence !== list[unit.first]!.sentence || run.end - run.first < 2) return;
  const state = scene.cast.parties.get(unit.entries[0]!.key);
  if (state?.kind !== "state") return;
  person.country ??= state.country;
  if (possessive) person.partyOf ??= state.key;
}

/** "Peru's Financial Records Unit", "the Peruvian Security Council": a body of the state before its name. */
function placeBody(scene: Scene, run: RunUnit, party: Party): void {
  const { list } = scene.words;
  const last = list[run.end - 1]!;
  if (party.partyOf !== null || party.kind !== "organisation" || !scene.cast.lexicon.roles.stateBodies.has(last.fold)) return;
  const unit = scene.nameEndingAt.get(list[run.first - 1]?.kind === "possessive" ? run.first - 1 : run.first);
  const state =
    unit === undefined || list[unit.first]!.sentence !== last.sentence ? undefined : scene.cast.parties.get(unit.entries[0]!.key);
  if (state?.kind !== "state" || /^(?:capital|land)$/.test(unit!.entries[0]!.use)) return;
  party.partyOf = state.key;
  party.country = state.country;
  party.sector = "GOV";
}

/** "By Ana Ruiz The Chilean army": an author's line glued to the text, which names nobody who acts. */
function isByline({ list }: Scene["words"], run: RunUnit): boolean {
  const [by, before, next] = [list[run.first - 1], list[run.first - 2], list[run.end]];
  if (by?.text !== "By" || (before !== undefined && before.sentence === by.sentence)) return false;
  return next !== undefined && next.kind === "word" && isCapital(next) && !next.joined;
}

/** Writes down a run: the person it names, or an organisation learned by its name and its abbreviation. */
function resolveRun(scene: Scene, run: RunUnit, kind: string): void {
  const { words, cast, named } = scene;
  const { list, doc } = words;
  if (isByline(words, run)) return;
  const person = named.runs.get(run.first);
  const first = person === undefined ? run.first : (named.nameStart.get(run.first) ?? run.first);
  const text = doc.text.slice(list[first]!.start, list[run.end - 1]!.end);
  const form = list[run.end]?.kind === "possessive" ? "possessive" : "name";
  if (person !== undefined) {
    placeByOwner(scene, run, person);
    placeByOffice(scene, run, person);
    scene.resolved.set(run.end - 1, person);
    mention(scene, person, first, run.end, run.end - 1, form, "person");
    return;
  }
  const key = `name:${foldName(text)}`;
  if (kind !== "organisation" && !cast.parties.has(key)) return;
  const party = meet(cast, { key, name: text, kind: "organisation" });
  placeBody(scene, run, party);
  scene.resolved.set(run.end - 1, party);
  mention(scene, party, run.first, run.end, run.end - 1, form, "learned");
}

/** An abbreviation in brackets behind a name: "Blue Workers Party (BWP)". Both name one actor from then on. */
function learnAbbreviations(items: readonly Item[], scene: Scene): ReadonlyMap<string, string> {
  const { list, doc } = scene.words;
  const short = new Map<string, string>();
  items.forEach((item, at) => {
    if (item.type !== "run" || list[item.first - 1]?.text !== "(" || list[item.end]?.text !== ")" || item.end - item.first > 2) return;
    const before = items[at - 2];
    const text = doc.text.slice(list[item.first]!.start, list[item.end - 1]!.end);
    if (before?.type !== "run" || before.end - before.first < 2 || !/^\p{Lu}[\p{L}\p{N}-]{1,7}$/u.test(text)) return;
    const initials = list
      .slice(before.first, before.end)
      .map((word) => word.fold[0])
      .join("");
    const letters = [...text.toLowerCase().replace(/[^\p{L}]/gu, "")];
    let from = 0;
    for (const letter of letters) from = initials.indexOf(letter, from) + 1 || 99;
    if (from >= 99 && letters.length > 2 && initials[0] !== letters[0]) return;
    short.set(text, foldName(doc.text.slice(list[before.first]!.start, list[before.end - 1]!.end)));
  });
  return short;
}

/** Reads one article: names, roles, descriptions and pronouns in the order of the text. `published` is an EDTF date or null. */
export function readArticle(
  article: { readonly id: string; readonly published: string | null; readonly doc: Doc },
  lexicon: ActorLexicon,
): ArticleCast {
  const words = readWords(article.doc);
  const cast: Cast = { article: article.id, date: article.published, lexicon, parties: new Map() };
  const units = claimSurnames(joinRuns(readUnits(words, lexicon), words, lexicon), words, lexicon);
  const items = readPhrases(units, words, lexicon.roles);
  // Who is named at all decides which of two actors a shared form means, so names come before everything else.
  for (const item of items)
    if (
      item.type === "name" &&
      new Set(item.entries.map((entry) => entry.key)).size === 1 &&
      !/^(?:land|place|short|belonging)$/.test(item.entries[0]!.use)
    )
      meetKnown(cast, item.entries[0]!.key);
  const named = readNamed(items, words, cast);
  const scene: Scene = {
    words,
    cast,
    named,
    home: homeOf(items, words, cast),
    items,
    memory: { traces: new Map(), root: (party) => rootOf(cast, party.key) },
    mentions: [],
    resolved: new Map(),
    owning: ownersOf(items),
    startingAt: firstItems(items),
    nameEndingAt: new Map(items.flatMap((item) => (item.type === "name" ? [[item.end, item] as const] : []))),
    runEndingAt: new Map(items.flatMap((item) => (item.type === "run" ? [[item.end, item.first] as const] : []))),
    phraseHeads: new Set(items.flatMap((item) => (item.type === "phrase" ? [item.head] : []))),
  };
  learnNames(items, words, cast, named);
  const short = learnAbbreviations(items, scene);
  const owners = readOwners(items);
  const walk = [...items].sort((a, b) => at(a) - at(b) || order(a) - order(b));
  for (const item of walk) {
    if (item.type === "name") resolveKnown(scene, item, owners.get(item.first) ?? null);
    else if (item.type === "run") resolveRunOrShort(scene, item, short);
    else if (item.type === "phrase") resolvePhraseOrPair(scene, item);
    else if (item.type === "word") resolveWord(scene, item.first);
  }
  resolveRelatives(scene);
  tellRest(scene);
  placePersons(cast, scene.home);
  return { cast, mentions: scene.mentions };
}

// A phrase whose owner stands behind it ("a spokesman for the ministry") is read after that owner.
const at = (item: Item): number =>
  item.type !== "phrase"
    ? item.end - 1
    : item.owner !== null && item.owner.first > item.head
      ? Math.max(item.head, at(item.owner as Item) + 0.5)
      : item.head;
const order = (item: Item) => (item.type === "phrase" ? 1 : 0);

function resolveRunOrShort(scene: Scene, run: RunUnit, short: ReadonlyMap<string, string>): void {
  const { list, doc } = scene.words;
  const text = doc.text.slice(list[run.first]!.start, list[run.end - 1]!.end);
  const full = short.get(text);
  if (full === undefined) {
    const long = [...short.values()].includes(foldName(text));
    resolveRun(scene, run, long && !scene.named.runs.has(run.first) ? "organisation" : classifyRun(run, scene.words, scene.cast.lexicon));
    return;
  }
  const party = scene.cast.parties.get(`name:${full}`);
  if (party === undefined) return;
  scene.resolved.set(run.end - 1, party);
  mention(scene, party, run.first, run.end, run.end - 1, list[run.end]?.kind === "possessive" ? "possessive" : "name", "abbreviation");
}

function resolvePhraseOrPair(scene: Scene, phrase: Phrase): void {
  const before = scene.words.list[phrase.first - 1]?.fold === phrase.determiner;
  const pair = before && /^(?:both|two|the)$/.test(phrase.determiner) ? phrase.first - 1 : null;
  const begin = pair !== null ? matchPair(scene, pair) : matchPair(scene, phrase.first);
  if (begin !== null && begin >= phrase.head) {
    resolvePair(scene, pair ?? phrase.first, begin);
    return;
  }
  const several = severalNamed(scene, phrase);
  if (several === null) resolvePhrase(scene, phrase);
  else tellSeveral(scene, phrase, several);
}

function resolveWord(scene: Scene, first: number): void {
  const word = scene.words.list[first]!;
  if (word.kind !== "word") return;
  if (isPronoun(word.fold)) resolvePronoun(scene, first);
  else if (isOwn(word.text)) resolveOwn(scene, first);
  else resolveLandWord(scene, first);
  const last = matchPair(scene, first);
  // A pair whose noun describes an actor by itself is read with its phrase.
  if (last !== null && !scene.phraseHeads.has(last)) resolvePair(scene, first, last);
}
