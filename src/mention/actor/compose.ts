import { foldName } from "../../text/name-words.ts";
import { adjectiveOf, type Cast, meet, meetKnown, type Party, rulerAt, stateOf } from "./cast.ts";
import type { Phrase } from "./phrases.ts";

/** What a composed phrase stands for, and the rule that said so; null where it names nobody. */
export type Composed = { readonly party: Party; readonly rule: string } | null;

/** "Syrian" or "Taliban" before a role in a canonical name. */
export function label(cast: Cast, owner: Party): string {
  return owner.key.startsWith("state:") ? adjectiveOf(cast.lexicon, owner.key) : owner.name;
}

/** The government of a state: where a movement governs, that movement; `past` says the text means the one before. */
export function governmentOf(cast: Cast, state: string, past: boolean): Party {
  meetKnown(cast, state);
  const country = state.slice("state:".length);
  const adjective = adjectiveOf(cast.lexicon, state);
  const ruler = rulerAt(cast.lexicon, state, cast.date);
  if (ruler !== null && !past) return meetKnown(cast, ruler);
  // The government before a movement's is the one that earlier articles simply call the government.
  const over = past && ruler === null;
  return meet(cast, {
    key: over ? `gov:${country}:former` : `gov:${country}`,
    name: `${over ? "former " : ""}${adjective} government`,
    kind: "government",
    country,
    sector: "GOV",
    partyOf: state,
  });
}

const bodyNames: Record<string, string> = {
  forces: "armed forces",
  navy: "navy",
  airforce: "air force",
  police: "police",
  spies: "intelligence services",
  legislature: "parliament",
};

/** Bodies of a state or of an organisation: its forces, police, ministries, courts, embassies. */
function bodyOf(cast: Cast, phrase: Phrase, owner: Party, past: boolean): Composed {
  const { reading, topic } = phrase;
  const state = stateOf(cast, owner.key) ?? (owner.kind === "movement" && owner.country !== null ? rulerState(cast, owner) : null);
  const root = state === null ? owner : meetKnown(cast, state);
  const id = root.key.replace(/^state:/, "");
  const holder =
    owner.kind === "movement"
      ? owner.key
      : state !== null && rulerAt(cast.lexicon, state, cast.date) !== null
        ? governmentOf(cast, state, past).key
        : root.key;
  const facts = { kind: "organisation" as const, country: root.country, sector: reading.sector, partyOf: holder };
  const after = past ? ":former" : "";
  if (reading.class === "ministry") {
    if (topic === null) return null;
    return {
      party: meet(cast, { ...facts, key: `ministry:${id}:${topic}${after}`, name: `${label(cast, root)} ${topic} ministry` }),
      rule: "ministry",
    };
  }
  if (reading.class === "court" || reading.class === "institution") {
    return {
      party: meet(cast, {
        ...facts,
        key: `body:${id}:${foldName(reading.word)}${after}`,
        name: `${label(cast, root)} ${reading.word}`,
        plural: reading.plural,
      }),
      rule: reading.class,
    };
  }
  const name = `${past ? "former " : ""}${label(cast, root)} ${(/^coast/.test(reading.word) ? "coast guard" : bodyNames[reading.class]) ?? reading.word}`;
  return {
    party: meet(cast, {
      ...facts,
      key: `${reading.class}:${id}${/^coast/.test(reading.word) ? ":coast guard" : ""}${after}`,
      name,
      plural: reading.plural,
    }),
    rule: reading.class,
  };
}

function rulerState(cast: Cast, movement: Party): string | null {
  const ruled = cast.lexicon.rulers.find(
    (ruler) => ruler.movement === movement.key && rulerAt(cast.lexicon, ruler.state, cast.date) === movement.key,
  );
  return ruled?.state ?? null;
}

const counting =
  /^(?:\d.*|two|three|four|five|six|seven|eight|nine|ten|dozens?|hundreds?|thousands?|several|many|some|other|more|most|few|all|senior|top|unnamed|detained|released|freed|wounded|remaining)$/;

/** The words of a phrase that tell one group from another of its kind: "Tamil civilians", "health workers"; numbers do not. */
function kindOf(phrase: Phrase): string {
  return [...phrase.qualifiers.filter((word) => !counting.test(word)), foldName(phrase.reading.word)].join(" ");
}

/** True where more than a number tells which people or bodies of their kind are meant: "foreign ministries". */
export function tellsKind({ topic, qualifiers, reading }: Phrase): boolean {
  return topic !== null || reading.word.includes(" ") || qualifiers.some((word) => !counting.test(word));
}

/** People told of in the plural: one actor over all articles for a kind and owner ("US officials", "Chinese companies"), one an article where there is no owner. */
export function groupOf(cast: Cast, phrase: Phrase, owner: Party | null, party: boolean, surface: string): Composed {
  const { reading } = phrase;
  const id = owner === null ? `${cast.article}:-` : owner.key.replace(/^state:/, "");
  const office = reading.class === "office" || reading.class === "side";
  const which =
    office && owner !== null ? foldName(reading.word) : owner === null && surface.includes(" of ") ? foldName(surface) : kindOf(phrase);
  const key = `group:${id}:${which}`;
  const kind = reading.class === "armed" && owner !== null ? ("movement" as const) : ("group" as const);
  const told = surface.replace(/^[\d.,]+\s+/, "");
  const name = told.includes(" and ") && owner !== null ? `${label(cast, owner)} ${phrase.words}` : told;
  const partyOf = party ? (owner?.key ?? null) : null;
  return {
    party: meet(cast, { key, name, kind, country: owner?.country ?? null, sector: reading.sector, partyOf, plural: true }),
    rule: party ? "group.party" : "group",
  };
}

const AGAINST = /(?:^|\s)(?:anti|counter)[-–]/i;

/**
 * Who a phrase with an owner stands for: "the Syrian government" (a government, part of Syria), "Taliban fighters" (the Taliban),
 * "Chinese citizens" (a group of that country, part of nobody). Persons are left to the reader of persons. `surface` is the phrase as written.
 */
export function composeOwned(cast: Cast, phrase: Phrase, owner: Party, past: boolean, surface: string): Composed {
  const { reading } = phrase;
  // "The anti-X front": whom it is against is not who it is.
  if (/^(?:movement|party|armed)$/.test(reading.class) && AGAINST.test(surface)) return null;
  const self = { party: owner, rule: `self.${reading.class}` };
  if (owner.kind === "person" && /^(?:movement|party|armed)$/.test(reading.class)) {
    const own = owner.partyOf === null ? undefined : cast.parties.get(owner.partyOf);
    return own !== undefined && /^(?:movement|organisation)$/.test(own.kind) ? { party: own, rule: "self.person" } : null;
  }
  switch (reading.class) {
    case "country":
      return phrase.reading.plural ? someCountries(cast, phrase, owner, surface) : countryOf(cast, owner, self.rule);
    case "government": {
      const state = stateOf(cast, owner.key);
      if (reading.plural && /^(?:state|government)$/.test(reading.word) && (owner.kind !== "state" || reading.word === "state"))
        return someCountries(cast, phrase, owner, surface);
      if (/^(?:kingdom|monarchy|state)$/.test(reading.word) && owner.kind === "state") return self;
      return owner.kind === "state" && state !== null
        ? { party: governmentOf(cast, state, past), rule: past ? "government.former" : "government" }
        : self;
    }
    case "side":
      return reading.word === "side" ? self : groupOf(cast, phrase, owner, true, surface);
    case "forces":
      if (!reading.plural && cast.lexicon.roles.individuals.has(reading.word)) return null;
      return owner.kind === "movement" ? self : bodyOf(cast, phrase, owner, past);
    case "navy":
    case "airforce":
    case "police":
    case "spies":
    case "court":
    case "institution":
    case "ministry":
      return bodyOf(cast, phrase, owner, past);
    case "legislature":
      // A party's congress is a meeting.
      return owner.kind === "movement" || owner.sector === "PTY" ? null : bodyOf(cast, phrase, owner, past);
    case "armed":
    case "movement":
      // Who has left a movement does not act for it.
      if (owner.kind === "movement" && past && reading.plural) return groupOf(cast, phrase, owner, false, surface);
      if (owner.kind === "movement" || (reading.class === "movement" && owner.kind === "organisation")) return self;
      return reading.plural || reading.class === "armed" ? groupOf(cast, phrase, owner, false, surface) : null;
    case "party":
    case "body":
      if (owner.kind === "organisation" && reading.class === "party") return self;
      if (owner.key.startsWith("name:") && !reading.plural) return self;
      // "The Institute of X": a name of its own, which is not known.
      if (!reading.plural && reading.class === "body" && /^\p{Lu}/u.test(surface) && owner.kind !== "state") return null;
      return groupOf(cast, phrase, owner, false, surface);
    case "office":
      return reading.plural ? groupOf(cast, phrase, owner, owner.kind !== "person", surface) : null;
    case "person":
    case "civilian":
      return reading.plural || cast.lexicon.roles.collectives.has(reading.word)
        ? groupOf(cast, phrase, owner, reading.class === "person" && owner.kind !== "state", surface)
        : null;
    default:
      return null;
  }
}

/** "EU countries", "European governments", "Gulf states": several states, one group for each way of saying which; null where nothing says which. */
function someCountries(cast: Cast, phrase: Phrase, owner: Party | null, surface: string): Composed {
  const { countryKinds } = cast.lexicon.roles;
  const kind =
    phrase.reading.word.includes(" ") || phrase.owner?.type === "run" || phrase.qualifiers.some((word) => countryKinds.has(word));
  if (owner === null ? !kind : owner.kind !== "organisation") return null;
  const name = surface.replace(/^[\d.,]+\s+/, "");
  const key = `group:${cast.article}:${foldName(name)}`;
  return { party: meet(cast, { key, name, kind: "group", sector: "IGO", plural: true }), rule: "countries" };
}

/** "Her country": the state somebody belongs to; "the country of X": X. */
function countryOf(cast: Cast, owner: Party, rule: string): Composed {
  const state = owner.kind === "state" ? owner.key : owner.kind === "person" ? stateOf(cast, owner.key) : null;
  return state === null ? null : { party: meetKnown(cast, state), rule };
}

/** Who a plural phrase without owner or article stands for: "protesters", "analysts", "rebels". */
export function composeBare(cast: Cast, phrase: Phrase, surface: string): Composed {
  const { reading, determiner } = phrase;
  const leaning = /^(?:armed|movement)$/.test(reading.class) && phrase.qualifiers.some((word) => /^(?:pro|anti|counter)-/.test(word));
  if (leaning)
    return {
      party: meet(cast, { key: `name:${foldName(surface)}`, name: surface, kind: "movement", sector: "REB", plural: true }),
      rule: "leaning",
    };
  if (reading.plural && (reading.class === "country" || /^(?:state|government)$/.test(reading.word)))
    return someCountries(cast, phrase, null, surface);
  if (!reading.plural || determiner === "the" || /^(?:these|those|both)$/.test(determiner)) return null;
  // "Press freedom groups", "foreign ministries": a kind of bodies; "groups" says nothing.
  const kind = tellsKind(phrase);
  const campaigning =
    reading.class === "body" && /^(?:rights|human rights|aid|advocacy|monitoring|lobby) (?:group|agency)$/.test(reading.word);
  const bodies = campaigning || (kind && /^(?:movement|ministry)$/.test(reading.class));
  if (!bodies && !/^(?:office|person|civilian|armed|forces)$/.test(reading.class)) return null;
  // Tanks and drones without an owner are things.
  if (cast.lexicon.roles.machines.has(reading.word)) return null;
  return groupOf(cast, phrase, null, false, surface);
}
