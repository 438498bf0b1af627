import { hasRelation } from "../../syntax/tree.ts";
import { foldName } from "../../text/name-words.ts";
import { type Party, stateOf } from "./cast.ts";
import { type Composed, composeBare, composeOwned, groupOf, label } from "./compose.ts";
import { ofDominantState, resolveDefinite } from "./definite.ts";
import { chooseEntry, isAnothers } from "./known.ts";
import { leaderGovernment } from "./leaders.ts";
import { apposed, learnedKind, learnedOwner } from "./learned.ts";
import { isPast } from "./past.ts";
import type { Owner, Phrase } from "./phrases.ts";
import { onePerson, soleOwner, tellRole } from "./roles.ts";
import { mention, partyAt, type Scene } from "./scene.ts";
import { sideBefore, theMovement } from "./side-before.ts";
import { isCapital, runText } from "./words.ts";

/** Who an owner was resolved to, or null. */
export function ownerOf(scene: Scene, owner: Owner | null): Party | null {
  if (owner === null) return null;
  if (owner.type === "name") {
    const entry = chooseEntry(scene, owner);
    const unsaid = (entry.use === "short" || entry.use === "belonging") && !scene.named.stated.has(entry.key);
    return isAnothers(scene, owner) || entry.use === "land" || entry.use === "place" || unsaid ? null : partyAt(scene.cast, entry.key);
  }
  if (owner.type === "run") return scene.named.runs.get(owner.first) ?? scene.resolved.get(owner.end - 1) ?? learnedOwner(scene, owner);
  if (owner.type === "pronoun" && scene.words.list[owner.first]!.fold === "whose") return whoseOwner(scene, owner.first);
  const found = scene.resolved.get(owner.type === "phrase" ? owner.head : owner.first) ?? null;
  // "EU member state leaders": those of the union.
  const member = found === null && owner.type === "phrase" && owner.reading.class === "country" && owner.first < owner.head;
  return member ? ownerOf(scene, owner.owner) : found;
}

/** "Peru, whose president": the state, government or movement named right before. */
function whoseOwner({ words, mentions, cast }: Scene, at: number): Party | null {
  const { start } = words.list[at]!;
  const before = mentions.findLast((m) => m.end <= start && m.form === "name");
  if (before === undefined || !/^,?\s+$/.test(words.doc.text.slice(before.end, start))) return null;
  const party = cast.parties.get(before.actor)!;
  return /^(?:state|government|movement)$/.test(party.kind) ? party : null;
}

/** Who a phrase stands for and the rule that says so; null where that is unclear. */
function decide(scene: Scene, phrase: Phrase, owner: Party | null, surface: string): Composed {
  const { cast } = scene;
  const person = (of: Party | null): Composed => {
    const one = onePerson(scene, phrase, of, surface);
    return one === null ? null : { party: one, rule: "person.described" };
  };
  const same = apposed(scene, phrase);
  if (same !== null) return { party: same, rule: "apposition" };
  const learned = learnedKind(scene, phrase);
  if (learned !== null) return { party: learned, rule: "learned" };
  if (owner === null && phrase.owner?.type === "run" && !phrase.reading.plural) {
    const { reading } = phrase;
    if (reading.class === "government") {
      const led = leaderGovernment(cast, { name: runText(scene.words, phrase.owner.first, phrase.owner.end) }, reading.word);
      if (led !== null) return { party: led, rule: "government.leader" };
    }
  }
  if (owner !== null) {
    // "the foreign minister … his government": who is only described leads none of his name.
    const nameless = owner.kind === "person" && owner.partyOf !== null && /^\p{Ll}/u.test(owner.name.split(/\s+/).at(-1) ?? "");
    const home =
      (nameless || isSubordinate(owner)) && phrase.reading.class === "government"
        ? cast.parties.get(stateOf(cast, owner.partyOf ?? "") ?? "")
        : undefined;
    if (home !== undefined) return composeOwned(cast, phrase, home, false, surface);
    const called = owner.kind === "person" || (owner.key.startsWith("name:") && !owner.name.includes(" "));
    const led = called && phrase.reading.class === "government" ? leaderGovernment(cast, owner, phrase.reading.word) : null;
    if (led !== null) return { party: led, rule: "government.leader" };
    return composeOwned(cast, phrase, owner, isPast(scene, phrase, owner), surface) ?? person(owner);
  }
  const behind = sideBefore(scene, phrase);
  if (behind !== null) return composeOwned(cast, phrase, behind, false, surface) ?? person(behind);
  const definite = isOwnName(scene, phrase) ? null : resolveDefinite(scene, phrase);
  if (definite !== null && fitsOwner(scene, phrase, definite)) return { party: definite, rule: "definite" };
  const sole = soleOwner(scene, phrase);
  if (sole !== null) return person(sole);
  const members = phrase.reading.plural && isOfKind(phrase) ? onlyMovement(scene, phrase) : null;
  if (members !== null) return groupOf(cast, { ...phrase, reading: { ...phrase.reading, class: "office" } }, members, true, surface);
  const one = /^(?:an?|another|one|first|second|third)$/.test(phrase.determiner) || phrase.topic !== null;
  return composeBare(cast, phrase, surface) ?? (one ? person(null) : null);
}

/** True for somebody whose titles are of those who serve a government: "her government" is her state's, not one named after her. */
function isSubordinate(owner: Party): boolean {
  const titles = owner.kind === "person" ? owner.roles.map((role) => foldName(role.title)) : [];
  return titles.length > 0 && titles.every((title) => SERVING.test(title) && !LEADING.test(title));
}

const SERVING = /\b(?:minister|spokes\p{L}+|envoy|ambassador|secretary|negotiator|adviser|advisor|diplomat|delegate)\b/u;
const LEADING = /\b(?:prime minister|president|premier|chancellor|king|queen|emir|sultan|leader|ruler|head)\b/;

/** "Two guerrillas", "detained rebels": some of those a movement is called, of whom no name or kind of their own tells. */
function isOfKind({ reading, determiner, qualifiers }: Phrase): boolean {
  if (!/^(?:rebel|guerrilla|insurgent)$/.test(reading.word) || !/^(?:|two|three|four|five|several)$/.test(determiner)) return false;
  return qualifiers.some((word) => TOLD.test(word)) || determiner !== "" ? qualifiers.every((word) => TOLD.test(word)) : false;
}

const TOLD =
  /^(?:\d+|two|three|four|five|six|seven|eight|nine|ten|several|dozens?|suspected|detained|captured|jailed|imprisoned|wounded|armed)$/;

/** The movement lately told of, where the article tells of no other. */
function onlyMovement(scene: Scene, phrase: Phrase): Party | null {
  const movements = [...scene.cast.parties.values()].filter(({ kind, key }) => kind === "movement" && !key.startsWith("group:"));
  return movements.length === 1 ? theMovement(scene, phrase) : null;
}

/** "The leadership of X", "the X police": whoever X is, not the one that the article is about; "the chairman of X" only who was called so. */
function fitsOwner(scene: Scene, phrase: Phrase, party: Party): boolean {
  const { owner } = phrase;
  if (owner === null || owner.type === "pronoun") return true;
  const text = foldName(runText(scene.words, owner.first, owner.end));
  return party.roles.some((role) => foldName(role.title).includes(text));
}

/** "The Court of Appeal", "the state of X", "the Alliance for X": a name of its own, which is not known. */
function isOwnName(scene: Scene, phrase: Phrase): boolean {
  const { list } = scene.words;
  const link = list[phrase.end];
  if (link === undefined || link.sentence !== list[phrase.head]!.sentence || !/^(?:of|for)$/.test(link.fold)) return false;
  if (/^(?:office|person|civilian)$/.test(phrase.reading.class)) return false;
  if (phrase.reading.word === "state") return true;
  const next = list[phrase.end + 1]?.fold === "the" ? list[phrase.end + 2] : list[phrase.end + 1];
  return isCapital(list[phrase.head]) && isCapital(next);
}

/** "Its prime minister" after "Israel's air force": a government and its highest offices belong to the state, not to a body of it. */
function lift(scene: Scene, phrase: Phrase, owner: Party | null): Party | null {
  const { cast } = scene;
  const { reading } = phrase;
  const high =
    reading.class === "government" ||
    (reading.class === "office" && /(?:president|prime minister|premier|king|queen|emir|chancellor)$/.test(reading.word));
  if (owner === null || !high || owner.kind !== "organisation") return owner;
  const state = /^(?:forces|navy|airforce|police|spies|ministry|body|legislature)/.test(owner.key) ? stateOf(cast, owner.key) : null;
  return state === null ? owner : cast.parties.get(state)!;
}

/** Writes down who a phrase describes; says nothing where that is unclear. */
export function resolvePhrase(scene: Scene, phrase: Phrase): void {
  if (phrase.reading.class === "act") return;
  if (isModifying(scene, phrase)) {
    resolveSite(scene, phrase);
    return;
  }
  const role = scene.named.roles.get(phrase.head);
  const owner = lift(scene, phrase, ownerOf(scene, phrase.owner));
  if (role !== undefined) {
    tellRole(scene, phrase, role, owner);
    return;
  }
  if (isPredicate(scene, phrase) || isDoneTo(scene, phrase)) return;
  const found = decide(scene, phrase, owner, shownAs(scene, phrase, owner));
  if (found === null) return;
  // "The authorities … their": the word, not the actor, says whether it is one or many.
  if (phrase.reading.plural) found.party.plural = true;
  scene.resolved.set(phrase.head, found.party);
  mention(scene, found.party, phrase.first, phrase.end, phrase.head, "description", found.rule);
  resolveOtherOwner(scene, phrase);
}

/** What somebody described is called: the words, and whose they are where the words do not say it ("its leaders" of X: "X leaders"). */
function shownAs({ words, cast }: Scene, phrase: Phrase, party: Party | null): string {
  const { owner, reading } = phrase;
  const text = runText(words, phrase.first, phrase.end).replace(/^[\d.,]+\s+/, "");
  if (party === null && reading.plural) return withOf(words, phrase, text);
  if (party === null || owner === null || party.kind === "group" || !/^(?:office|person|civilian|side)$/.test(reading.class)) return text;
  const country = owner.type === "phrase" && owner.reading.class === "country" && owner.first < phrase.head;
  if (owner.type !== "pronoun" && owner.first < phrase.head && !country) return text;
  const rest = country ? runText(words, owner.end + (words.list[owner.end]?.kind === "possessive" ? 1 : 0), phrase.end) : text;
  const opens = words.list[phrase.first - 1]?.sentence !== words.list[phrase.first]!.sentence;
  const whose = party.kind === "person" ? `${party.name}’s` : label(cast, party);
  return (opens ? rest.charAt(0).toLowerCase() + rest.slice(1) : rest).replace(
    /^(?:(?:former|then|late|senior|top|key)\s+)*/i,
    (before) => `${before}${whose} `,
  );
}

/** Most words of "of …" that a name takes in. */
const longest = 6;

/** "Members of the old guard": people of whom only the words behind "of" say who they are. */
function withOf(words: Scene["words"], phrase: Phrase, text: string): string {
  const { doc, list } = words;
  const of = list[phrase.end];
  if (of?.fold !== "of" || phrase.qualifiers.length > 0) return text;
  const head = doc.head[of.token] ?? -1;
  if (doc.head[head] !== list[phrase.head]!.token || doc.xpos[head] === "VBG") return text;
  let end = phrase.end + 1;
  while (list[end]?.kind === "word" && list[end]!.token <= head && end <= phrase.end + longest) end++;
  return list[end - 1]!.token === head ? `${text} ${runText(words, phrase.end, end)}` : text;
}

const TAKES_ING = /^(?:deny|admit|avoid|stop|begin|start|finish|consider|suggest|propose)$/;
const CHARGED = /^(?:accused|suspected|guilty|convicted|blamed)$/;

/** "Denied arming rebels", "suspected of funding gangs": an -ing form that such a word opens is what is done to them, whatever the parser calls it. */
export function isDoneTo({ words }: Scene, { first, head }: Phrase): boolean {
  const { doc, list } = words;
  const opens = list[first]?.token ?? -1;
  if (first === head || opens < 1 || doc.xpos[opens] !== "VBG" || doc.sentenceOf[opens] !== doc.sentenceOf[opens - 1]) return false;
  return TAKES_ING.test(doc.lemma[opens - 1] ?? "") || (list[first - 1]?.fold === "of" && CHARGED.test(list[first - 2]?.fold ?? ""));
}

/** "Recognised as the government", "designated as terrorists": a phrase that says what someone is taken for, and names nobody. */
export function isPredicate(scene: Scene, phrase: Phrase): boolean {
  const { list } = scene.words;
  const at = phrase.first - (phrase.determiner === "" ? 1 : 2);
  if (list[at]?.fold !== "as" || list[at]!.sentence !== list[phrase.head]!.sentence || phrase.reading.class === "side") return false;
  return /^as$/.test(list[at]!.text) && !hasRelation(scene.words.doc, list[phrase.head]!.token, "nsubj");
}

/** "Greek and Turkish ministers": the phrase is told of the owner before "and" too. */
function resolveOtherOwner(scene: Scene, phrase: Phrase): void {
  const { owner } = phrase;
  const { list } = scene.words;
  if (owner?.type !== "name" || !phrase.reading.plural || owner.first >= phrase.head || list[owner.first - 1]?.fold !== "and") return;
  const other = scene.nameEndingAt.get(owner.first - 1);
  if (other === undefined || !other.entries.some((entry) => entry.use === "adjective" || entry.use === "name")) return;
  const party = ownerOf(scene, other);
  const found =
    party === null
      ? null
      : composeOwned(scene.cast, phrase, party, isPast(scene, phrase, party), runText(scene.words, other.first, phrase.end));
  if (found !== null) mention(scene, found.party, other.first, phrase.end, phrase.head, "description", `shared.${found.rule}`);
}

/** "The police station at X", "an army base": the state whose forces hold the place; told of as a place only. */
function resolveSite(scene: Scene, phrase: Phrase): void {
  const { list } = scene.words;
  if (!/^(?:forces|police|navy|airforce)$/.test(phrase.reading.class) || !scene.cast.lexicon.roles.sites.has(list[phrase.end]!.fold))
    return;
  const state = ofDominantState(scene, phrase);
  if (state !== null) mention(scene, state, phrase.head, phrase.end, phrase.head, "description", "origin");
}

/** "Army base", "government shutdown": the role only says what kind of thing the next noun is. */
export function isModifying(scene: Scene, phrase: Phrase): boolean {
  const { list, doc } = scene.words;
  if (phrase.reading.plural || scene.named.roles.has(phrase.head) || scene.owning.has(phrase.head)) return false;
  const next = list[phrase.end];
  if (next === undefined || next.sentence !== list[phrase.head]!.sentence || next.kind !== "word") return false;
  // "The government points out that": a verb that the tagger took for a noun.
  if (next.tag === "NNS" && /^(?:out|up|that|it|he|she|they|to)$/.test(list[phrase.end + 1]?.fold ?? "")) return false;
  const token = list[phrase.end - 1]!.token;
  const compound = hasRelation(doc, token, "compound") && (doc.head[token] ?? -1) > token;
  if (compound && /^(?:NOUN|PROPN)$/.test(next.upos) && !scene.startingAt.has(phrase.end)) return true;
  return next.upos === "NOUN" && next.start - list[phrase.end - 1]!.end <= 1;
}
