import { foldName } from "../../text/name-words.ts";
import { type Cast, meet, meetKnown, type Party, stateOf } from "./cast.ts";
import { holderAt, leadsAt } from "./leaders.ts";
import { mostSalient } from "./memory.ts";
import type { Phrase } from "./phrases.ts";
import { mention, type Scene } from "./scene.ts";
import { sideBefore } from "./side-before.ts";

/** A role told with a name: the person gets it, and belongs to what it is a role of. */
export function tellRole(scene: Scene, phrase: Phrase, role: { person: Party; tail: number }, told: Party | null): void {
  const { person, tail } = role;
  const { list, doc } = scene.words;
  const { reading } = phrase;
  const owner = told ?? defaultOwner(scene, phrase, person) ?? sideBefore(scene, phrase);
  const begin =
    phrase.owner !== null && phrase.owner.first < phrase.head && phrase.owner.type !== "pronoun" ? phrase.owner.end : phrase.first;
  // Two words before the role are enough of a title: what stands further left is the sentence's.
  const role0 = phrase.end - phrase.words.split(" ").length;
  const from = Math.max(list[begin]?.kind === "possessive" ? begin + 1 : begin, Math.min(role0, phrase.head) - 2);
  const title = doc.text
    .slice(list[Math.min(from, phrase.head)]!.start, list[Math.max(tail, phrase.end) - 1]!.end)
    .replace(/^[,\s]+|[,\s]+$/g, "");
  const represents = owner !== null && reading.class !== "civilian" && (reading.class !== "person" || owner.kind !== "state");
  person.roles.push({ title, of: represents ? owner.key : null, standing: phrase.standing });
  if (owner !== null && owner.key !== person.key) {
    const party = owner.kind === "person" ? owner.partyOf : owner.key;
    // A minister who also leads a party acts for the state.
    const lesser =
      person.partyOf !== null && stateOf(scene.cast, person.partyOf) !== null && (party === null || stateOf(scene.cast, party) === null);
    if (represents && party !== null && !lesser && (person.partyOf === null || phrase.standing !== "former")) person.partyOf = party;
    person.country ??= owner.country;
  }
  if (reading.sector !== null && person.sector === null && represents) person.sector = reading.sector;
  const gendered = /(?:wom[ae]n|queen|lady|princess|mother|wife|daughter)$/.test(reading.word)
    ? "f"
    : /(?:spokesman|king|prince|businessman|congressman|father|husband)$/.test(reading.word)
      ? "m"
      : null;
  if (gendered !== null && person.gender === "u") person.gender = gendered;
  scene.resolved.set(phrase.head, person);
  mention(scene, person, phrase.first, phrase.end, phrase.head, "description", "role");
}

/** What an office that nobody else holds belongs to: "the pope"; else null. */
export function soleOwner({ cast }: Scene, { reading }: Phrase): Party | null {
  const word = foldName(reading.word);
  const country = cast.lexicon.roles.soles.has(word) && !reading.plural ? cast.lexicon.roles.defaults.get(word) : undefined;
  return country === undefined ? null : meetKnown(cast, `state:${country}`);
}

/** What an office belongs to where the words do not say: a leader's own state, or the state whose office alone is called so. */
function defaultOwner(scene: Scene, phrase: Phrase, person: Party): Party | null {
  const { cast } = scene;
  if (phrase.owner !== null || phrase.reading.class !== "office") return null;
  const word = foldName(phrase.reading.word);
  const country = cast.lexicon.roles.defaults.get(word);
  const state = (country === undefined ? null : `state:${country}`) ?? leadsAt(cast, person.name, word);
  return state === null ? null : meetKnown(cast, state);
}

/** One person described but not named: "an American official", "the Turkish president". */
export function onePerson(scene: Scene, phrase: Phrase, owner: Party | null, surface: string): Party | null {
  const { cast } = scene;
  const { reading, determiner } = phrase;
  if (/^(?:forces|armed)$/.test(reading.class) && !cast.lexicon.roles.individuals.has(reading.word)) return null;
  if (reading.plural || !/^(?:office|person|civilian|forces|armed)$/.test(reading.class)) return null;
  const belongs =
    owner !== null &&
    owner.kind !== "person" &&
    (reading.class === "office" || reading.class === "forces" || (reading.class === "person" && owner.kind !== "state"))
      ? owner.key
      : null;
  if (cast.lexicon.roles.collectives.has(reading.word)) return null;
  const common = cast.lexicon.roles.common.has(reading.word);
  if (owner !== null && reading.class === "office" && !/^(?:an?|another)$/.test(determiner)) {
    const holder = holderOf(cast, phrase, owner) ?? leaderOf(cast, phrase, owner);
    if (holder !== null) {
      // Who is called "the Peruvian president" acts for Peru.
      if (phrase.standing === "current") holder.partyOf ??= belongs;
      holder.country ??= owner.country;
      return holder;
    }
    if (!common) {
      const id = (stateOf(cast, owner.key) ?? owner.key).replace(/^state:/, "");
      const key = `office:${id}:${foldName(`${phrase.topic ?? ""} ${reading.word}`)}${phrase.standing === "former" ? `:former:${cast.article}` : ""}`;
      return meet(cast, { key, name: surface, kind: "person", country: owner.country, sector: reading.sector, partyOf: belongs });
    }
    const before = mostSalient(
      scene.memory,
      (party) => party.key.startsWith("unnamed:") && party.partyOf === belongs && foldName(party.name).endsWith(foldName(reading.word)),
      { sentence: scene.words.list[phrase.head]!.sentence, window: 6, lead: 0 },
    );
    if (before !== null && determiner !== "") return before;
  }
  if (reading.class === "civilian" && owner === null && determiner !== "another") return null;
  return meet(cast, {
    key: `unnamed:${cast.article}:${phrase.head}`,
    name: surface,
    kind: "person",
    country: owner?.country ?? null,
    sector: reading.sector,
    partyOf: belongs,
  });
}

const leading =
  /^(?:president|prime minister|premier|chancellor|king|queen|emir|sultan|supreme leader|de facto leader|interim president)\b/;

/** "The Peruvian leader" of a state: the one named person of the article who leads it, by the table of leaders or by his title; null where two do. */
function leaderOf(cast: Cast, phrase: Phrase, owner: Party): Party | null {
  if (phrase.reading.word !== "leader" || phrase.qualifiers.length > 0 || phrase.standing !== "current" || owner.kind !== "state")
    return null;
  const day = cast.date ?? "9999";
  const listed = cast.lexicon.leaders.filter(
    (leader) => `state:${leader.country}` === owner.key && leader.from <= day && (leader.until === null || day <= leader.until),
  );
  const leads = (party: Party) =>
    listed.some((leader) => foldName(party.name).split(" ").at(-1) === leader.surname) ||
    party.roles.some(
      (role) =>
        role.of !== null && role.standing === "current" && stateOf(cast, role.of) === owner.key && leading.test(foldName(role.title)),
    );
  const named = [...cast.parties.values()].filter((party) => party.key.startsWith("person:") && leads(party));
  const first = named.filter((party) => listed.some((leader) => foldName(party.name).split(" ").at(-1) === leader.surname));
  return named.length === 1 ? named[0]! : first.length === 1 ? first[0]! : null;
}

/** The one named person of the article who holds this office: "Iran's foreign minister" after his name was told. */
function holderOf(cast: Cast, phrase: Phrase, owner: Party): Party | null {
  const wanted = foldName(phrase.reading.word);
  const state = stateOf(cast, owner.key) ?? owner.key;
  const held = [...cast.parties.values()].filter(
    (party) =>
      party.kind === "person" &&
      party.roles.some(
        (role) =>
          role.of !== null &&
          role.standing === phrase.standing &&
          (stateOf(cast, role.of) ?? role.of) === state &&
          foldName(role.title).split(" ").slice(0, 6).join(" ").includes(wanted),
      ),
  );
  if (cast.lexicon.roles.common.has(wanted)) return null;
  // Who held the office at the article's date goes before who is called so: a past president keeps his title.
  const surname = phrase.standing === "current" && state.startsWith("state:") ? holderAt(cast, state, wanted) : null;
  const named = [...cast.parties.values()].filter(
    (party) => party.key.startsWith("person:") && foldName(party.name).split(" ").at(-1) === surname,
  );
  // An article without a date may be of another's time.
  const another = cast.date === null && held.some((party) => party !== named[0]);
  if (named.length === 1 && !another) return named[0]!;
  return held.length === 1 && (surname === null || named.length > 0) ? held[0]! : null;
}
