import { hasRelation } from "../../syntax/tree.ts";
import { foldName } from "../../text/name-words.ts";
import { type Party, stateOf } from "./cast.ts";
import { composeOwned, governmentOf } from "./compose.ts";
import { definiteCountry, isDwarfed, statesNear, toldBeside } from "./countries.ts";
import { issuerOf } from "./issuer.ts";
import { holdsOffice, leftOffice } from "./leaders.ts";
import { mostSalient, mostTold, placeOf } from "./memory.ts";
import { isNamed, isRestricted, type Phrase } from "./phrases.ts";
import { partyAt, type Scene } from "./scene.ts";

/** True when a title is the role that a description names: "foreign minister" for "the minister", but not "prime minister". */
function bearsRole(title: string, wanted: string): boolean {
  const words = title.split(" ");
  const at = words.indexOf(wanted.split(" ").at(-1)!);
  if (at < 0) return wanted === "premier" && title.includes("prime minister");
  if (wanted.includes(" ")) return title.includes(wanted);
  // A chief justice is no chief.
  const next = words[at + 1];
  if (next !== undefined && !/^(?:of|for|to|in|at|on|from|and)$/.test(next)) return false;
  return !(wanted === "minister" && words[at - 1] === "prime") && !(wanted === "president" && words[at - 1] === "vice");
}

/** "The army", "the interior ministry" in an article that deals with one state above all: that state's; null where two are as salient. */
export function ofDominantState(scene: Scene, phrase: Phrase): Party | null {
  const { cast, memory, words } = scene;
  const { reading } = phrase;
  if (reading.class === "body" || reading.class === "institution" || (reading.class === "ministry" && phrase.topic === null)) return null;
  if (phrase.determiner === "this" || phrase.determiner === "that") return null;
  // "The drone" is one that was told of, "the force" any body of people.
  if (cast.lexicon.roles.machines.has(reading.word) || (reading.word === "force" && !reading.plural)) return null;
  // Every town has police and courts: those of a state are meant where it was just told of.
  const local = /^(?:police|court)$/.test(reading.class);
  const acts = (party: Party) => party.kind !== "group" && stateOf(cast, party.key) !== null;
  const party = mostSalient(memory, acts, {
    sentence: words.list[phrase.head]!.sentence,
    window: local ? 3 : 10,
    lead: 0.8,
    anyForm: !local,
    often: 0.6,
  });
  const state =
    (local && party === null && !namesHome(scene, phrase) ? null : homeHere(scene, phrase)) ??
    (party === null ? homeOfMovement(scene) : ifToldMost(scene, phrase, cast.parties.get(stateOf(cast, party.key)!) ?? null));
  return state === null ? null : (composeOwned(cast, phrase, state, false, "")?.party ?? null);
}

/** True in a sentence that names the state its article deals with: "the police in Germany". */
function namesHome({ items, words, home }: Scene, phrase: Phrase): boolean {
  const { sentence } = words.list[phrase.head]!;
  return items.some((item) => item.type === "name" && item.entries[0]!.key === home && words.list[item.first]!.sentence === sentence);
}

/** The state that issued the article, or else the one it deals with above all, unless another was just told of. */
function homeHere(scene: Scene, phrase: Phrase): Party | null {
  const issuer = issuerOf(scene);
  // To a movement the government is that of its country.
  const country = issuer?.kind === "movement" && issuer.country !== null ? `state:${issuer.country}` : null;
  const own = issuer === null ? null : (stateOf(scene.cast, issuer.key) ?? country);
  if (own !== null && scene.cast.lexicon.known.has(own)) return partyAt(scene.cast, own);
  if (scene.home === null) return null;
  const near = statesNear(scene, scene.words.list[phrase.head]!.token);
  return near.size === 0 || near.has(scene.home) ? partyAt(scene.cast, scene.home) : null;
}

/** The country of the movements an article tells of, where they are of one and it names no other state: what "the army" beside them is. */
function homeOfMovement({ cast, named }: Scene): Party | null {
  const countries = new Set([...cast.parties.values()].flatMap((party) => (party.kind === "movement" ? [party.country] : [])));
  const [country] = countries;
  const key = `state:${country}`;
  const others = [...named.stated].some((stated) => stated.startsWith("state:") && stated !== key);
  return countries.size === 1 && !others && cast.lexicon.known.has(key) ? partyAt(cast, key) : null;
}

/** "The government", "the regime", "the kingdom": the one last told of, else that of the state the article deals with, unless it does what is told. */
export function definiteGovernment(scene: Scene, phrase: Phrase): Party | null {
  const { cast, memory, words } = scene;
  const { reading } = phrase;
  const search = { sentence: words.list[phrase.head]!.sentence, window: 20, lead: 0.2 };
  const find = (fits: (party: Party) => boolean) => mostSalient(memory, fits, search);

  if (/^(?:kingdom|monarchy|sultanate|emirate)$/.test(reading.word))
    return find((party) => party.kind === "state" && cast.lexicon.kingdoms.has(party.key) && !isDwarfed(scene, party));
  // "The authority" is a body of that name; the authorities govern.
  if (reading.word === "authority" && !reading.plural)
    return find((party) => party.kind === "organisation" && /authority$/i.test(party.name));
  const governs = (party: Party) =>
    party.kind === "government" || (party.kind === "movement" && cast.lexicon.rulers.some((r) => r.movement === party.key));
  // "The administration", without a name, is the United States' in English news where no other state's story is told.
  const american = cast.parties.get("state:USA");
  if (reading.word === "administration")
    return (
      find((party) => party.kind === "government" && /administration/i.test(party.name)) ??
      (american === undefined || isDwarfed(scene, american) ? null : governmentOf(cast, american.key, false))
    );
  // "In Brazil, where the government": the place of this sentence goes before whoever was spoken of last, and before whom the article is about.
  const near = () => mostSalient(memory, governs, { ...search, window: 4, lead: 0.3 });
  // "Peru changed its plan. The government sent troops": the state whose doing the sentence before told.
  const plain = /^(?:government|authority|cabinet)$/.test(reading.word);
  const just = () => (plain ? mostSalient(memory, (party) => party.kind === "state", { ...search, window: 1, lead: 1, least: 0.3 }) : null);
  // "The government in the capital", "the authorities in a province": whose capital or province is not known.
  if (isPlaced(scene, phrase)) return null;
  const most = () => mostTold(memory, (party) => governs(party) || party.kind === "state");
  const best =
    placeOf(memory, search.sentence) ??
    (plain ? homeHere(scene, phrase) : null) ??
    ifToldMost(scene, phrase, near()) ??
    just() ??
    (isDoer(scene, phrase) ? null : ifToldMost(scene, phrase, most())) ??
    homeOfMovement(scene);
  if (best === null) return null;
  if (governs(best)) return best;
  return reading.word === "state" ? null : (governmentTold(scene, best) ?? governmentOf(cast, best.key, false));
}

/** "The government opened a clinic": of a doer not told of shortly before it may be any, also that of a town. */
function isDoer({ words }: Scene, { head }: Phrase): boolean {
  return hasRelation(words.doc, words.list[head]!.token, "nsubj");
}

/**
 * The party thought of for "the government" or "the army", where its state is told of twice as much as any other, or no less and alone just before;
 * else null: a story of two states does not say whose is meant. A junta may be of a state told of less than its former friends.
 */
function ifToldMost(scene: Scene, phrase: Phrase, party: Party | null): Party | null {
  const own = party === null ? null : stateOf(scene.cast, party.key);
  if (party === null || own === null) return party;
  const told = toldBeside(scene, party);
  if (told.own >= 2 * told.other) return party;
  if (/^(?:junta|regime)$/.test(phrase.reading.word) || told.own < told.other) return null;
  const near = statesNear(scene, scene.words.list[phrase.head]!.token);
  return near.size === 1 && near.has(own) ? party : null;
}

/** True for a phrase with "in" or "at" and a name behind it, which says which one is meant. */
function isPlaced({ words }: Scene, { head, end }: Phrase): boolean {
  const { doc, list } = words;
  const link = list[end];
  if (link === undefined || !/^(?:in|at)$/.test(link.fold) || link.sentence !== list[head]!.sentence) return false;
  const place = doc.head[link.token] ?? -1;
  return doc.upos[place] === "PROPN" && doc.head[place] === list[head]!.token;
}

/** The government of a state that the article last told of, or null. */
function governmentTold(scene: Scene, state: Party): Party | null {
  const { cast, memory } = scene;
  const own = (party: Party) => party.kind === "government" && stateOf(cast, party.key) === state.key;
  return mostSalient(memory, own, { sentence: Number.MAX_SAFE_INTEGER, window: Number.MAX_SAFE_INTEGER, lead: 0 });
}

/** "The official", "the minister", "the diplomats": the person or group that bears the role. */
function definitePerson(
  scene: Scene,
  phrase: Phrase,
  find: (fits: (party: Party) => boolean, window?: number) => Party | null,
): Party | null {
  const { reading } = phrase;
  const { cast } = scene;

  if (reading.plural && reading.word === "ruler") return definiteGovernment(scene, phrase);
  if (reading.plural)
    return find((party) => party.kind === "group" && foldName(party.name).endsWith(foldName(pluralText(scene, phrase))), 5);
  const wanted = foldName(reading.word);
  const bears = (party: Party) =>
    party.kind === "person" &&
    !leftOffice(cast, party.name, wanted) &&
    (holdsOffice(cast, party.name, wanted) ||
      [...party.roles.map((role) => role.title), party.key.startsWith("person:") ? "" : party.name].some((title) =>
        bearsRole(foldName(title), wanted),
      ));
  return (
    find(bears) ??
    (reading.word === "official"
      ? find((party) => party.kind === "person" && party.roles.length > 0 && party.key.startsWith("unnamed:"), 4)
      : null)
  );
}

/** True for a group told of before by the same word. */
function isSameGroup(scene: Scene, phrase: Phrase, party: Party): boolean {
  return party.kind === "group" && foldName(party.name).endsWith(foldName(pluralText(scene, phrase)));
}

/** "The government team", "the rebel side": whose side it is stands before it. */
function ofNamedSide(scene: Scene, phrase: Phrase): Party | null {
  const { cast, memory, words } = scene;
  const whose = phrase.qualifiers.at(-1) ?? "";
  const search = { sentence: words.list[phrase.head]!.sentence, window: 12, lead: 0.2, often: 0.3 };
  const owner =
    whose === "government"
      ? definiteGovernment(scene, phrase)
      : /^(?:rebel|guerrilla|insurgent)$/.test(whose)
        ? mostSalient(memory, (party) => party.kind === "movement", search)
        : null;
  return owner === null ? null : (composeOwned(cast, phrase, owner, false, `${whose} ${pluralText(scene, phrase)}`)?.party ?? null);
}

/** "The group", "the bloc", "the alliance", "the movement". */
function definiteGroup(scene: Scene, phrase: Phrase, find: (fits: (party: Party) => boolean) => Party | null): Party | null {
  const { cast } = scene;
  const { word } = phrase.reading;
  if (phrase.qualifiers.some((one) => !/^(?:same|armed|terrorist|terror|militant|rebel|islamist|hardline|jihadist|separatist)$/.test(one)))
    return null;
  // A ministry, a court or a political party is no group.
  const organisation = (party: Party) =>
    party.kind === "organisation" && stateOf(cast, party.key) === null && !/^(?:MED|IGO|GOV|PTY)$/.test(party.sector ?? "");
  // "The group" is one of those told of by name, not several told of together.
  const grouped = (party: Party) => (party.kind === "movement" && !party.key.startsWith("group:")) || organisation(party);
  // The United Nations are neither.
  const union = (party: Party) => party.sector === "IGO" && party.key !== "org:un" && party.partyOf !== "org:un";
  if (word === "bloc") return find(union);
  // "The coalition" is one that was called so, not any movement.
  if (word === "coalition") return find((party) => grouped(party) && /\b(?:coalition|alliance)\b/i.test(party.name));
  if (word === "alliance") return find(union) ?? find((party) => party.kind === "movement");
  if (word === "movement" || phrase.qualifiers.length > 0) return find((party) => party.kind === "movement");
  // One name that nothing says more of may be a band's.
  const best = find((party) => grouped(party) || isBareName(party));
  return best !== null && grouped(best) ? best : null;
}

/** "The group", "the regime", "the party", "the official": the most salient of its kind, or null. */
export function resolveDefinite(scene: Scene, phrase: Phrase): Party | null {
  const { cast, memory, words } = scene;
  const { reading, determiner } = phrase;
  const bareForces =
    determiner === "" &&
    reading.class === "forces" &&
    phrase.qualifiers.some((word) => /^(?:army|government|state|security|military)$/.test(word));
  if (bareForces) return isRestricted(words, phrase) ? null : ofDominantState(scene, phrase);
  if (!/^(?:the|this|that)$/.test(determiner) || (reading.class === "government" && phrase.standing === "former")) return null;
  const search = { sentence: words.list[phrase.head]!.sentence, window: 12, lead: 0.2, often: 0.3 };
  const find = (fits: (party: Party) => boolean, window = search.window) => mostSalient(memory, fits, { ...search, window });
  const ends = (party: Party) =>
    [party.name, ...party.names.keys()].some((name) => foldName(name).split(" ").includes(foldName(reading.word)));
  const ofThatName = () => {
    const named = find((party) => party.kind === "organisation" && ends(party) && isCalled(scene, phrase, party));
    return reading.class === "ministry" ? ifToldMost(scene, phrase, named) : named;
  };
  if (reading.plural && /^(?:movement|party|body|institution|ministry|court|legislature)$/.test(reading.class)) return null;
  if (phrase.qualifiers.some((word) => word === "only" || cast.lexicon.roles.elsewhere.has(word))) return null;
  if (/^(?:government|police|court|legislature)$/.test(reading.class) && phrase.qualifiers.includes("state")) return null;
  if (
    /^(?:movement|armed|side|person|civilian)$/.test(reading.class) &&
    (isRestricted(scene.words, phrase) || isNamed(scene.words, phrase))
  )
    return null;
  switch (reading.class) {
    case "armed":
      // "The cartels", "the militias" are several, "the fighter" is one man; "the fighters" may be those of one movement.
      if (reading.plural !== cast.lexicon.roles.individuals.has(reading.word)) return null;
      return find((party) => party.kind === "movement");
    case "movement":
      return definiteGroup(scene, phrase, find);
    case "country":
      return definiteCountry(scene, phrase);
    case "government":
      return reading.plural && /^(?:state|government)$/.test(reading.word) ? null : definiteGovernment(scene, phrase);
    case "party":
      // "The opposition", "the ruling party" need not be the party just told of.
      return /\b(?:opposition|ruling)\b/.test(reading.word) ? null : find((party) => party.sector === "PTY");
    case "office":
    case "person":
      return definitePerson(scene, phrase, find);
    case "ministry":
    case "court":
    case "institution":
    case "legislature":
    case "body":
    case "forces":
    case "police":
      return ofThatName() ?? ofDominantState(scene, phrase);
    case "civilian":
      return reading.plural ? find((party) => isSameGroup(scene, phrase, party), 4) : null;
    case "side":
      return ofNamedSide(scene, phrase) ?? find((party) => isSameGroup(scene, phrase, party), 6);
    default:
      return null;
  }
}

/** True for someone told of by one word alone, of whom the article does not say what he or it is. */
function isBareName(party: Party): boolean {
  return party.key.startsWith("person:") && party.roles.length === 0 && party.partyOf === null && !party.name.includes(" ");
}

/** True where every word with a capital before the role is one of the party's: the General Court is not the Supreme Court. */
function isCalled({ words }: Scene, { first, head }: Phrase, party: Party): boolean {
  const known = new Set([party.name, ...party.names.keys()].flatMap((name) => foldName(name).split(" ")));
  return words.list.slice(first, head).every(({ text }) => !/^\p{Lu}/u.test(text) || known.has(foldName(text)));
}

/** The role as written: "negotiators", "delegation". */
function pluralText(scene: Scene, phrase: Phrase): string {
  return scene.words.list[phrase.end - 1]!.text;
}
