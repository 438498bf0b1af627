import { childrenOf, hasRelation } from "../../syntax/tree.ts";
import type { Party } from "./cast.ts";
import { pairThatMet } from "./met.ts";
import { headToken, type Scene, subjectRank, wordBefore } from "./scene.ts";

const parties = new Set(["state", "government", "movement", "organisation"]);

/** "Both sides", "the sides", "the two countries", "the two leaders": the last word of the phrase at `at`, or null. */
export function matchPair(scene: Scene, at: number): number | null {
  const { list } = scene.words;
  const word = list[at]!;
  if (isMeeting(scene, at)) return at;
  const two =
    word.fold === "both" ||
    word.fold === "neither" ||
    word.fold === "either" ||
    // "The sides agreed": those who face each other.
    (word.fold === "the" && list[at + 1]?.fold === "sides" && list[at + 1]?.upos === "NOUN") ||
    (word.fold === "two" && /^(?:the|these|those)$/.test(wordBefore(list, at)?.fold ?? ""));
  if (!two) return null;
  for (let i = at + 1; i < Math.min(at + 4, list.length); i++) {
    const next = list[i]!;
    if (next.kind !== "word" || next.sentence !== word.sentence) return null;
    if (next.fold === "and") return null;
    // "The two leaders of the gang" are its own.
    if (scene.cast.lexicon.roles.pairNouns.has(next.fold)) return list[i + 1]?.fold === "of" ? null : i;
    if (!/^(?:ADJ|NOUN|DET|ADV|VERB|PROPN)$/.test(next.upos)) return null;
  }
  return null;
}

/** "Delegations are to meet in May": those of the two who talk, whose article opens on them. */
function isMeeting({ words }: Scene, at: number): boolean {
  const { list, doc } = words;
  const { fold, token } = list[at]!;
  if (fold !== "delegations" && fold !== "negotiators") return false;
  const before = wordBefore(list, at);
  const verb = doc.head[token] ?? -1;
  const bare = before === undefined || /^(?:SCONJ|CCONJ|PUNCT)$/.test(before.upos) || before.kind === "mark";
  return bare && hasRelation(doc, token, "nsubj") && /^(?:meet|talk|negotiate|convene|gather)$/.test(doc.lemma[verb] ?? "");
}

/** Who says, in the same sentence, what "both sides" do: seldom one of them. Without a tree, everyone named in the sentence. */
function speakersAbove(scene: Scene, at: number): ReadonlySet<string> {
  const { words, mentions, cast, memory } = scene;
  const { doc, list } = words;
  const { token, sentence } = list[at]!;
  const parsed = doc.sentences[sentence]?.parsed === true;
  const subjects = new Set<number>();
  for (let t = token, up = doc.head[t] ?? -1; up >= 0 && !hasRelation(doc, t, "conj", "advcl"); t = up, up = doc.head[t] ?? -1) {
    for (const subject of childrenOf(doc, up, "nsubj"))
      for (const one of [subject, ...childrenOf(doc, subject, "conj")]) if (one !== token) subjects.add(one);
    if (hasRelation(doc, t, "ccomp", "parataxis")) break;
  }
  const speakers = new Set<string>();
  for (let i = mentions.length - 1; i >= Math.max(0, mentions.length - 80) && doc.sentenceOf[mentions[i]!.head] === sentence; i--) {
    const { head, actor } = mentions[i]!;
    const party = cast.parties.get(actor);
    if (party !== undefined && (!parsed || subjects.has(head))) speakers.add(memory.root(party)).add(party.key);
  }
  return speakers;
}

/** True where an article deals with two other parties far more: "Hamas and Hezbollah" once, in a text about two states. */
function inShadow({ memory }: Scene, a: Party, b: Party, times = 2): boolean {
  const counts = new Map<string, number>();
  for (const { party, count } of memory.traces.values())
    if (parties.has(party.kind)) counts.set(memory.root(party), (counts.get(memory.root(party)) ?? 0) + count);
  const most = Math.max(...[a, b].map((party) => counts.get(memory.root(party)) ?? 0));
  return [...counts].filter(([root, count]) => root !== memory.root(a) && root !== memory.root(b) && count > times * most).length > 1;
}

/** The two parties last named side by side ("Kenya and Uganda", "US-Iran", "A with B") within a few sentences, or null. */
function lastCoordinated(scene: Scene, at: number, wanted: ReadonlySet<string>): readonly [Party, Party] | null {
  const { mentions, words, cast, memory } = scene;
  const { list, doc } = words;
  const here = list[at]!;
  const speakers = speakersAbove(scene, at);
  for (let i = mentions.length - 1; i > Math.max(0, mentions.length - 80); i--) {
    const b = mentions[i]!;
    if (b.end > here.start) continue;
    if (here.sentence - (doc.sentenceOf[b.head] ?? 0) > 3) return null;
    const second = cast.parties.get(b.actor)!;
    for (let j = i - 1; j >= Math.max(0, i - 3); j--) {
      const a = mentions[j]!;
      const first = cast.parties.get(a.actor)!;
      const between = doc.text.slice(a.end, b.start);
      if (!/^(?:\s+(?:and|with|against)\s+(?:the\s+)?|[-–/])$/.test(between)) continue;
      const apart = memory.root(first) !== memory.root(second) && !speakers.has(first.key);
      if (wanted.has(first.kind) && wanted.has(second.kind) && apart && !inShadow(scene, first, second)) return [first, second];
    }
  }
  return null;
}

/** "Peru said …, while Chile said …. Both nations": the two that alone do something in the sentence before, or null. */
function twoDoers(scene: Scene, at: number, wanted: ReadonlySet<string>): readonly Party[] | null {
  const { mentions, words, cast, memory } = scene;
  const { doc, list } = words;
  const here = list[at]!;
  const before = mentions.slice(-80).filter((m) => doc.sentenceOf[m.head] === here.sentence - 1);
  const doers = before.filter((m) => hasRelation(doc, m.head, "nsubj") && cast.parties.get(m.actor)?.sector !== "MED");
  const keys = new Set(doers.map((m) => (wanted.has("person") ? m.actor : memory.root(cast.parties.get(m.actor)!))));
  if (keys.size !== 2) return null;
  const two = [...keys].map((key) => cast.parties.get(key)!);
  return two.every((party) => wanted.has(party.kind)) ? two : null;
}

/** The two most salient parties told of before this sentence; persons and bodies count for what they belong to. Null where a third is as salient. */
function mostSalientTwo(scene: Scene, at: number, wanted: ReadonlySet<string>): readonly Party[] | null {
  const { memory, cast, words } = scene;
  const { sentence } = words.list[at]!;
  const scores = new Map<string, { count: number; sentence: number }>();
  const speakers = speakersAbove(scene, at);
  for (const trace of memory.traces.values()) {
    const key = wanted.has("person") ? trace.party.key : memory.root(trace.party);
    const party = cast.parties.get(key);
    if (party === undefined || !wanted.has(party.kind) || party.sector === "MED" || party.sector === "IGO") continue;
    if (sentence - trace.sentence > 20) continue;
    const old = scores.get(key) ?? { count: 0, sentence: 0 };
    scores.set(key, { count: old.count + trace.count, sentence: Math.max(old.sentence, trace.sentence) });
  }
  // Those an article deals with are told of all along; how lately matters less.
  const rank = [...scores].map(([key, told]) => [key, Math.log2(told.count + 1) - 0.15 * (sentence - told.sentence)] as const);
  const all = rank.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  // Who says so may be one of the two, but is hardly beside two others when an article deals with him above all.
  if (all[0] !== undefined && speakers.has(all[0][0])) return null;
  const ranked = all.filter(([key]) => !speakers.has(key));
  if (ranked.length < 2 || (ranked.length > 2 && ranked[1]![1] - ranked[2]![1] < 0.25)) return null;
  const two = ranked.slice(0, 2).map(([key]) => cast.parties.get(key)!);
  // A party or a firm and a state that are much told of are not for that the two sides of something.
  return two.filter((party) => party.kind === "organisation").length === 1 ? null : two;
}

/** A state and the movement in it that an article deals with above all. */
function homeAndMovement({ home, cast, memory }: Scene, wanted: ReadonlySet<string>): readonly Party[] | null {
  if (home === null || !wanted.has("movement")) return null;
  const counts = new Map<string, number>();
  for (const { party, count } of memory.traces.values()) {
    const root = memory.root(party);
    if (root !== home && parties.has(cast.parties.get(root)?.kind ?? "")) counts.set(root, (counts.get(root) ?? 0) + count);
  }
  const [first, second] = [...counts].sort(([, a], [, b]) => b - a);
  const other = first === undefined || first[1] < 2 * (second?.[1] ?? 0) ? undefined : cast.parties.get(first[0]);
  return other?.kind === "movement" && other.country === home.slice("state:".length) ? [cast.parties.get(home)!, other] : null;
}

/** Sentences at an article's head that say between whom it is. */
const OPENING = 4;

/** The only two named side by side in an article's first sentences as those who act there: "Peru and the rebels have agreed to meet". */
function openingPair(scene: Scene, at: number, wanted: ReadonlySet<string>): readonly Party[] | null {
  const { mentions, words, cast, memory } = scene;
  const { doc, list } = words;
  const until = Math.min(OPENING, list[at]!.sentence);
  const pairs = new Map<string, readonly [Party, Party]>();
  const opening = mentions.filter((m) => (doc.sentenceOf[m.head] ?? 0) < until && !/^(?:owner|origin|name\.place|pair)$/.test(m.rule));
  opening.forEach((b) => {
    for (const a of opening) {
      const [first, second] = [cast.parties.get(a.actor)!, cast.parties.get(b.actor)!];
      if (b.start <= a.end || !wanted.has(first.kind) || !wanted.has(second.kind)) continue;
      if (!hasRelation(doc, a.head, "nsubj") || !/^\s+(?:and|with)\s+(?:the\s+)?$/.test(doc.text.slice(a.end, b.start))) continue;
      const roots = [memory.root(first), memory.root(second)];
      if (roots[0] !== roots[1]) pairs.set(roots.sort().join("|"), [first, second]);
    }
  });
  const [only] = pairs.values();
  const told = only !== undefined && pairs.size === 1 && !only.some(({ sector }) => sector === "IGO" || sector === "MED");
  return told && !inShadow(scene, only[0], only[1], 1.5) ? only : null;
}

/** What those who talk are called together. */
const SENDING = /^(?:delegations?|sides?|part(?:y|ies))$/;

/**
 * The two taken for "both delegations", unless somebody else's delegates or negotiators were told of: then a movement that sent them and the one of
 * the two in whose country it fights, or nobody.
 */
function thoseWhoSent({ cast, memory }: Scene, two: readonly Party[]): readonly Party[] | null {
  const roots = two.map((party) => memory.root(party));
  const sent = [...cast.parties.values()].filter(
    ({ kind, partyOf, name }) => kind === "group" && partyOf !== null && /delegat|negotiat/i.test(name),
  );
  const others = new Set(sent.map((party) => memory.root(party)).filter((root) => !roots.includes(root)));
  if (others.size === 0) return two;
  const other = others.size === 1 ? cast.parties.get([...others][0]!) : undefined;
  const state = other?.kind === "movement" ? two.find((party) => memory.root(party) === `state:${other.country}`) : undefined;
  return other === undefined || state === undefined ? null : [state, other];
}

/** What two persons are called together. */
const PERSONS = /^(?:leaders|presidents|premiers|ministers|diplomats|envoys|negotiators|officials|statesmen|politicians)$/;

/** Sentences back in which "the two ministers" met. */
const MET = 2;

/** The two persons who met each other in this sentence or one or two before. */
function justMet(scene: Scene, at: number, wanted: ReadonlySet<string>): readonly Party[] | null {
  const { sentence, start } = scene.words.list[at]!;
  if (!wanted.has("person")) return null;
  for (let back = 0; back <= MET; back++) {
    const two = pairThatMet(scene, sentence - back, start, wanted);
    if (two !== null) return two;
  }
  return null;
}

/** Writes down the two parties that "both sides" means: those last named side by side, else the two most salient. Silent where they are not clear. */
export function resolvePair(scene: Scene, at: number, last: number): void {
  const { words, mentions } = scene;
  const { list } = words;
  const noun = list[last]!.fold;
  const states = /^(?:countries|nations|states|neighbours|neighbors|capitals|powers|governments|armies)$/.test(noun);
  const wanted = states ? new Set(["state", "government"]) : PERSONS.test(noun) ? new Set(["person"]) : parties;
  const doers = list[at]!.fold === "both" && states && subjectRank(words, list[last]!.token) === 2 ? twoDoers(scene, at, wanted) : null;
  const sure =
    doers ??
    justMet(scene, at, wanted) ??
    lastCoordinated(scene, at, wanted) ??
    homeAndMovement(scene, wanted) ??
    openingPair(scene, at, wanted);
  const guess = sure === null && at !== last ? mostSalientTwo(scene, at, wanted) : null;
  const two = sure ?? (guess === null || !SENDING.test(noun) ? guess : thoseWhoSent(scene, guess));
  if (two === null) return;
  const head = headToken(words, at, last + 1, last);
  for (const party of two) {
    mentions.push({
      start: list[at]!.start,
      end: list[last]!.end,
      actor: party.key,
      head,
      form: "description",
      rule: "pair",
      first: list[at]!.token,
      last: list[last]!.token,
    });
  }
}
