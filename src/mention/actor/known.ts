import type { NameEntry } from "../../lexicon/name-trie.ts";
import { hasRelation } from "../../syntax/tree.ts";
import { meet, type Party } from "./cast.ts";
import { isDwarfed } from "./countries.ts";
import { resolveLand } from "./land.ts";
import { leadsAt } from "./leaders.ts";
import { headToken, mention, partyAt, type Scene, wordAfter, wordBefore } from "./scene.ts";
import type { NameUnit } from "./units.ts";
import { isCapital, type Word } from "./words.ts";

const locating = new Set("in at near outside inside around across into throughout within onto".split(" "));

/** Which of the actors that share a form is meant: the one whose country the article names, else the first listed. */
export function chooseEntry(scene: Scene, unit: NameUnit): NameEntry {
  const keys = new Set(unit.entries.map((entry) => entry.key));
  if (keys.size < 2) return unit.entries[0]!;
  const { known } = scene.cast.lexicon;
  return (
    unit.entries.find((entry) => scene.cast.parties.has(entry.key)) ??
    unit.entries.find((entry) => scene.cast.parties.has(`state:${known.get(entry.key)?.country}`)) ??
    unit.entries[0]!
  );
}

/** True where a capital's name stands for its state: it acts, is acted upon or is dealt with, and does not merely say where. */
export function actsAsState(scene: Scene, unit: NameUnit, use: "capital" | "seat"): boolean {
  const { list, doc } = scene.words;
  const { located } = scene.cast.lexicon.roles;
  let before = wordBefore(list, unit.first);
  if (before?.fold === "the") before = wordBefore(list, unit.first - 1);
  const after = wordAfter(list, unit.end);
  if (before !== undefined && locating.has(before.fold)) return false;
  const token = headToken(scene.words, unit.first, unit.end, unit.end - 1);
  if (use === "seat") return !isReached(scene, token, before?.fold);
  // "LIMA — The president": where the report comes from.
  if (wordBefore(list, unit.first) === undefined && /^[—–-]$/.test(after?.text ?? "")) return false;
  if (
    after?.text === "(" ||
    after?.fold === "based" ||
    (after?.text === "," && /^\p{Lu}/u.test(list[unit.end + 1]?.text ?? "") && list[unit.end + 2]?.text === ",")
  )
    return false;
  if (after?.kind === "possessive") return ownsAct(scene, unit);
  if (after !== undefined && located.has(after.fold)) return false;
  const parsed = doc.sentences[doc.sentenceOf[token] ?? 0]?.parsed === true;
  if (parsed) return actsInTree(scene, token, before?.fold);
  if (/^(?:to|from|of|for|on|via|through|towards?)$/.test(before?.fold ?? "")) return false;
  return after !== undefined && /^(?:VERB|AUX)$/.test(after.upos) ? true : /^(?:with|between|against|by|and)$/.test(before?.fold ?? "");
}

function actsInTree(scene: Scene, token: number, before: string | undefined): boolean {
  const { doc } = scene.words;
  const { roles } = scene.cast.lexicon;
  let at = token;
  for (let steps = 0; hasRelation(doc, at, "conj") && steps < 4; steps++) at = doc.head[at]!;
  const head = doc.head[at] ?? -1;
  const governor = head < 0 ? "" : (doc.lemma[head] ?? "");
  if (hasRelation(doc, at, "nsubj")) return doc.upos[head] === "VERB" || doc.upos[head] === "ADJ";
  if (hasRelation(doc, at, "obj", "iobj")) return !roles.moving.has(governor);
  if (hasRelation(doc, at, "compound", "amod"))
    return /^(?:authority|government|regime|official|administration|leadership|side|negotiator|delegation|demand|offer|proposal|decision|policy|ally|backer|force|troop|army)$/.test(
      governor,
    );
  if (hasRelation(doc, at, "obl", "nmod")) {
    const preposition = at === token ? before : undefined;
    // "University of X", "north of X", "the mayor of X", "Jane Roe from X": the town itself.
    const place =
      roles.placeWords.has(governor) || roles.orgWords.has(governor) || roles.located.has(governor) || doc.upos[head] === "PROPN";
    if (place && /^(?:of|from|via)$/.test(preposition ?? "")) return false;
    if (preposition === "to" || preposition === "from")
      return !roles.moving.has(governor) && !roles.moving.has(doc.lemma[doc.head[head] ?? -1] ?? "");
    return preposition === undefined
      ? !roles.moving.has(governor) && !scene.words.list.some((word) => word.token === at - 1 && locating.has(word.fold))
      : /^(?:with|between|against|by|for|on|upon|of|toward|towards|via|than|among|behind)$/.test(preposition);
  }
  return false;
}

/** "visited Lima", "a visit to Lima", "flew to Lima": who goes there calls on its state, unless others sit there too. */
function isVisited(scene: Scene, unit: NameUnit): boolean {
  const { doc } = scene.words;
  const { visiting, travelling, shared } = scene.cast.lexicon.roles;
  const token = headToken(scene.words, unit.first, unit.end, unit.end - 1);
  const head = doc.head[token] ?? -1;
  const governor = head < 0 ? "" : (doc.lemma[head] ?? "");
  const before = wordBefore(scene.words.list, unit.first)?.fold ?? "";
  if (shared.has(scene.words.list[unit.first]!.fold) || wordAfter(scene.words.list, unit.end)?.kind === "possessive") return false;
  if (hasRelation(doc, token, "obj")) return visiting.has(governor) && doc.upos[head] === "VERB";
  // "paid a visit to Lima"; "spoke on a visit to Lima" may be of anybody.
  if (hasRelation(doc, token, "nmod")) return visiting.has(governor) && before === "to" && hasRelation(doc, head, "obj");
  return hasRelation(doc, token, "obl") && travelling.has(governor) && (before === "to" || (governor === "arrive" && before === "in"));
}

/** "Kyiv's demand", and any possession of a state that the article deals with; not "the town's synagogue". */
function ownsAct(scene: Scene, unit: NameUnit): boolean {
  const { list } = scene.words;
  const { roles } = scene.cast.lexicon;
  const next = list[unit.end + 1]?.fold ?? "";
  if (roles.located.has(next) || roles.placeWords.has(next)) return false;
  const described = [1, 2, 3].some((n) => roles.words.has(list[unit.end + n]?.fold ?? ""));
  return described || scene.memory.traces.has(chooseEntry(scene, unit).key);
}

/** "Returned to the White House", "left the Kremlin": where someone goes, not who acts. */
function isReached(scene: Scene, token: number, before: string | undefined): boolean {
  const { doc } = scene.words;
  const { moving } = scene.cast.lexicon.roles;
  const governor = doc.lemma[doc.head[token] ?? -1] ?? "";
  if (hasRelation(doc, token, "obj")) return moving.has(governor);
  return (
    hasRelation(doc, token, "obl", "nmod") &&
    /^(?:to|from|outside|of)$/.test(before ?? "") &&
    (moving.has(governor) || before === "outside")
  );
}

/** Writes down a listed name: a party by name, a seat as metonym, a people as group. Adjectives wait for what they belong to. */
export function resolveKnown(scene: Scene, unit: NameUnit, owns: "acting" | "act" | "other" | null): void {
  const entry = chooseEntry(scene, unit);
  const { list } = scene.words;
  const last = unit.end - 1;
  const owned = wordAfter(list, unit.end)?.kind === "possessive";
  const name = (party: Party, form: "name" | "demonym", rule: string) =>
    mention(scene, party, unit.first, unit.end, last, owned ? "possessive" : form, rule);
  if (entry.use === "place" || (entry.use === "short" && !isShort(scene, unit, entry.key)) || isAnothers(scene, unit)) return;
  if (entry.use === "land") {
    resolveLand(scene, unit);
    return;
  }
  if (entry.use === "belonging" && !scene.named.stated.has(entry.key)) return;
  const party = partyAt(scene.cast, entry.key);
  scene.resolved.set(last, party);
  if (entry.use === "capital" || entry.use === "seat") {
    if (owns === "acting" || (owns === "act" && actOfState(scene, unit)) || actsAsState(scene, unit, entry.use))
      mention(scene, party, unit.first, unit.end, last, "metonym", "metonym");
    // Where a movement rules, who goes there calls on it, and the words do not say so.
    else if (entry.use === "capital" && !scene.cast.lexicon.rulers.some((r) => r.state === party.key) && isVisited(scene, unit))
      mention(scene, party, unit.first, unit.end, last, "metonym", "name.place");
    // "fired rockets at Lima", "sent tanks into Lima"
    else if (entry.use === "capital" && /^(?:at|into|onto)$/.test(beforeName(scene, unit) ?? "")) resolveLand(scene, unit);
    return;
  }
  if (
    entry.use === "people" &&
    !scene.cast.parties.has(`group:${party.country}:people`) &&
    beforeWord(scene, unit) === "the" &&
    !/^(?:who|in|living|held|detained|abroad|from)$/.test(wordAfter(list, unit.end)?.fold ?? "") &&
    wordBefore(list, unit.first - 1)?.fold !== "of"
  ) {
    mention(scene, party, unit.first, unit.end, last, "demonym", "nominal");
    return;
  }
  if (entry.use === "people" || entry.use === "person") {
    resolvePeople(scene, unit, party, entry.use === "person");
    return;
  }
  const both = unit.entries.some((other) => other.key === entry.key && other.use === "adjective");
  if (entry.use === "adjective" || entry.use === "belonging" || both) {
    const form = entry.use === "adjective" || entry.use === "belonging" ? "demonym" : "name";
    if (owns === "acting" || owns === "act") name(party, form, "owner");
    else if (owns === null && form === "demonym" && saysOrigin(scene, unit)) name(party, "demonym", "origin");
    else if (owns === null && entry.use === "adjective") resolveNominal(scene, unit, party);
    else if (entry.use === "belonging") return;
    else if (owns === null) name(party, "name", "name");
    return;
  }
  if (owns === "other" && party.kind === "state" && !owned) return;
  const place = party.kind === "state" && locating.has(beforeName(scene, unit) ?? "");
  name(party, "name", place ? "name.place" : "name");
}

/** "Turkish steel", "European wine": whose goods, money or land it is. No party acts there; a measure against them concerns it. */
function saysOrigin(scene: Scene, unit: NameUnit): boolean {
  const { list } = scene.words;
  let at = unit.end;
  // "an Iraqi military airfield"
  while (at < unit.end + 2 && list[at]?.upos === "ADJ" && isSmall(list[at])) at++;
  return list[at]?.upos === "NOUN" && list[at]!.sentence === list[unit.first]!.sentence && isSmall(list[at]);
}

function isSmall(word: Word | undefined): boolean {
  return word?.kind === "word" && /^\p{Ll}/u.test(word.text) && !word.joined;
}

/** "Netflix Japan", "the Blue Labour Party", "the Labour Party of Malta": a listed name that is part of another's. */
export function isAnothers(scene: Scene, unit: NameUnit): boolean {
  const { cast, words, named } = scene;
  const { list } = words;
  const entry = chooseEntry(scene, unit);
  const known = cast.lexicon.known.get(entry.key);
  const before = scene.runEndingAt.get(unit.first);
  const joined =
    before !== undefined &&
    // "Attacking Peru's law": a verb whose capital is the sentence's.
    !(unit.first - before === 1 && /^VB[GND]$/.test(list[before]!.tag)) &&
    list[before]!.sentence === list[unit.first]!.sentence &&
    words.titleCase[list[before]!.sentence] !== true &&
    !named.runs.has(before) &&
    !cast.lexicon.roles.thingWords.has(list[unit.first - 1]!.fold);
  if (known?.kind === "state")
    return entry.use === "name" && list[unit.first]!.joined !== true && (joined || isLastOfName(scene, unit) || isOfMembers(scene, unit));
  // "The Marine Science Congress": one word of a name that ends as many do.
  if (joined && unit.end - unit.first === 1 && cast.lexicon.roles.orgWords.has(list[unit.first]!.fold)) return true;
  // "Congress" alone, "the Senate": where another state's story is told, that one's or a party.
  const common = unit.end - unit.first === 1 && cast.lexicon.roles.words.has(list[unit.first]!.fold);
  if (known?.sector === "LEG" && common) {
    const whose = scene.nameEndingAt.get(unit.first);
    const state = `state:${known.country}`;
    if (whose !== undefined) return whose.entries[0]!.key.startsWith("state:") && whose.entries[0]!.key !== state;
    if (isStagedAbroad(scene, state)) return true;
    return cast.lexicon.known.has(state) && isDwarfed(scene, partyAt(cast, state));
  }
  if (known?.sector !== "PTY") return false;
  const of = list[unit.end];
  const at = list[unit.end + 1]?.fold === "the" ? unit.end + 2 : unit.end + 1;
  const next = scene.startingAt.get(at);
  const abroad = (name: NameUnit) => !name.entries.some((other) => cast.lexicon.known.get(other.key)?.country === known.country);
  if (of !== undefined && /^(?:of|for)$/.test(of.fold) && isCapital(list[at])) return next?.type !== "name" || abroad(next);
  const owner = scene.nameEndingAt.get(list[unit.first - 1]?.kind === "possessive" ? unit.first - 1 : unit.first);
  return joined || (owner !== undefined && owner.entries[0]!.key.startsWith("state:") && abroad(owner));
}

/** True where an article names neither a state nor who leads it, but a movement of another. */
function isStagedAbroad({ cast, named }: Scene, state: string): boolean {
  if (named.stated.has(state)) return false;
  const all = [...cast.parties.values()];
  if (all.some(({ kind, name }) => kind === "person" && leadsAt(cast, name) === state)) return false;
  return all.some(({ kind, country }) => kind === "movement" && country !== null && `state:${country}` !== state);
}

/** "Age UK welcomed it": letters for a state right behind the one word, with a capital, that opens the sentence. */
function isLastOfName({ words, cast }: Scene, unit: NameUnit): boolean {
  const { list } = words;
  const [word, before] = [list[unit.first]!, list[unit.first - 1]];
  const opens = before !== undefined && before.sentence === word.sentence && list[unit.first - 2]?.sentence !== word.sentence;
  if (!opens || words.titleCase[word.sentence] === true || !/^\p{Lu}{2,}$/u.test(word.text) || !isCapital(before)) return false;
  return /^(?:NOUN|PROPN)$/.test(before.upos) && !cast.lexicon.roles.calendar.has(before.fold) && !before.breaks;
}

/** "The Steel Workers of America": a name in the plural before "of" takes in the state behind it. */
function isOfMembers({ words }: Scene, unit: NameUnit): boolean {
  const { list } = words;
  const of = list[unit.first - 1]?.fold === "the" ? unit.first - 2 : unit.first - 1;
  const members = list[of - 1];
  if (list[of]?.fold !== "of" || members?.sentence !== list[unit.first]!.sentence || words.titleCase[members.sentence] === true)
    return false;
  return members.tag === "NNPS" && isCapital(members) && isCapital(list[of - 2]);
}

/** "The North" for a state that the article has named in full. */
function isShort(scene: Scene, unit: NameUnit, key: string): boolean {
  const { list } = scene.words;
  const next = wordAfter(list, unit.end);
  return (
    beforeWord(scene, unit) === "the" &&
    scene.named.stated.has(key) &&
    !(next !== undefined && /^\p{Lu}/u.test(next.text) && next.kind === "word")
  );
}

/** "Washington views", "Moscow's offer", but not "the Washington deal": an act of the government rather than an event in the town. */
function actOfState(scene: Scene, unit: NameUnit): boolean {
  const { list } = scene.words;
  const { located } = scene.cast.lexicon.roles;
  let at = unit.end;
  if (list[at]?.kind === "possessive") at++;
  for (let i = at; i < at + 4 && list[i]?.kind === "word"; i++)
    if (located.has(list[i]!.fold) || located.has(list[i]!.fold.replace(/s$/, ""))) return list[unit.end]?.kind === "possessive";
  return true;
}

function beforeWord(scene: Scene, unit: NameUnit): string | undefined {
  return wordBefore(scene.words.list, unit.first)?.fold;
}

function beforeName(scene: Scene, unit: NameUnit): string | undefined {
  const { list } = scene.words;
  const before = wordBefore(list, unit.first);
  return before?.fold === "the" ? wordBefore(list, unit.first - 1)?.fold : before?.fold;
}

/** "Afghans", "two Americans", "a Briton": people of a country, who do not act for it. */
function resolvePeople(scene: Scene, unit: NameUnit, state: Party, one: boolean): void {
  const { cast, words } = scene;
  const text = words.doc.text.slice(words.list[unit.first]!.start, words.list[unit.end - 1]!.end);
  const country = state.country;
  const key = one ? `unnamed:${cast.article}:${unit.first}` : `group:${country}:people`;
  const party = meet(cast, { key, name: text, kind: one ? "person" : "group", country, sector: "CVL", plural: !one });
  scene.resolved.set(unit.end - 1, party);
  mention(scene, party, unit.first, unit.end, unit.end - 1, "demonym", one ? "people.one" : "people");
}

/** "The French refused", "the Chinese": an adjective that stands alone for the party; "an American": one person. */
function resolveNominal(scene: Scene, unit: NameUnit, state: Party): void {
  const { list, doc } = scene.words;
  const before = wordBefore(list, unit.first);
  const after = wordAfter(list, unit.end);
  const alone = after === undefined || after.kind === "mark" || /^(?:VERB|AUX|ADP|CCONJ|SCONJ|PRON)$/.test(after.upos);
  // "the French-led force": who leads it acts by it.
  const led = list.slice(unit.end, unit.end + 3).some((word) => word.fold === "led");
  if (list[unit.end]?.joined === true && led) mention(scene, state, unit.first, unit.end, unit.end - 1, "demonym", "owner");
  if (list[unit.end]?.joined === true) return;
  if (after?.upos === "CCONJ" && scene.startingAt.has(unit.end + 1)) return;
  if (!alone || doc.upos[list[unit.end - 1]!.token] === "VERB") return;
  if (before?.fold === "the") mention(scene, state, unit.first, unit.end, unit.end - 1, "demonym", "nominal");
  else if (/^(?:an?|another|one)$/.test(before?.fold ?? "")) resolvePeople(scene, unit, state, true);
}
