import type { Doc } from "../../model/doc.ts";
import type { Span } from "../../model/span.ts";
import { activeSubjectOf } from "../../syntax/roles.ts";
import { ancestorsOf, casesOf, childrenOf, hasRelation, lowerAt } from "../../syntax/tree.ts";
import type { Party } from "./cast.ts";
import { otherState } from "./countries.ts";
import { mostSalient } from "./memory.ts";
import { mention, type Scene, subjectRank, wordAfter } from "./scene.ts";
import {
  goesOnUnknown,
  isEvent,
  isExpletive,
  isMentioned,
  isState,
  nearby,
  speakMany,
  subjectAbove,
  unknownPlural,
  unknownSubject,
} from "./unmeant.ts";

const singular: Record<string, "m" | "f"> = { he: "m", him: "m", his: "m", himself: "m", she: "f", her: "f", hers: "f", herself: "f" };
const thing = new Set(["it", "its", "itself"]);
const plural = new Set(["they", "them", "their", "theirs", "themselves"]);
const owning = new Set(["his", "her", "its", "their"]);

/** True when the word is a pronoun this resolver reads. */
export function isPronoun(fold: string): boolean {
  return fold in singular || thing.has(fold) || plural.has(fold);
}

type Sort = "person" | "it" | "they";

/** Who a pronoun stands for, by number, gender and salience; silent where two are as likely, or where the words say that it is no party. */
export function resolvePronoun(scene: Scene, at: number): void {
  const { words } = scene;
  const word = words.list[at]!;
  const gender = singular[word.fold];
  const sort: Sort = gender !== undefined ? "person" : thing.has(word.fold) ? "it" : "they";
  const noun = /^(?:NOUN|ADJ|PROPN|VERB|NUM)$/.test(wordAfter(words.list, at + 1)?.upos ?? "");
  const possessive = owning.has(word.fold) && (word.fold !== "her" || noun);
  if (sort === "it" && (hasRelation(words.doc, word.token, "expl") || isExpletive(scene, at) || isEvent(scene, word.token))) return;
  if (possessive && sort !== "person" && unknownSubject(scene, word.token)) return;
  if (sort === "they" && (unknownPlural(scene, at) || resolveTogether(scene, at, possessive))) return;
  const guest = possessive && isGuest(scene, word.token);
  const told = guest ? otherState(scene, word.token) : fromTree(scene, word.token, sort, possessive);
  if (guest && told === null) return;
  if (told === null && (unknownSpeaker(scene, word.token) || (sort !== "person" && goesOnUnknown(scene, at)))) return;
  const found = told ?? (sort === "it" && !possessive && isState(scene, word.token) ? null : antecedent(scene, at, sort, possessive));
  if (found === null) return;
  if (gender !== undefined && found.gender === "u") found.gender = gender;
  scene.resolved.set(at, found);
  mention(scene, found, at, at + 1, at, possessive ? "possessive" : "pronoun", `pronoun.${sort}`);
}

function antecedent(scene: Scene, at: number, sort: Sort, possessive: boolean): Party | null {
  const word = scene.words.list[at]!;
  const barred = subjectBeside(scene, word.token);
  const gender = singular[word.fold];
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
    return mostSalient(scene.memory, fits, {
      ...search,
      sentence,
      window: 3,
      lead: owning.has(word.fold) || /^s?he$/.test(word.fold) ? 0.2 : 0.5,
    });
  }
  if (sort === "it") {
    // Nobody accuses his own state.
    const doer = barred === null ? undefined : scene.cast.parties.get(barred);
    const own = doer === undefined ? null : scene.memory.root(doer);
    const fits = (party: Party) =>
      free(party) && scene.memory.root(party) !== own && party.kind !== "person" && party.kind !== "group" && party.sector !== "MED";
    return mostSalient(scene.memory, fits, { ...search, window: 1, least: -0.6, lead: possessive ? 0.5 : 0.6 });
  }
  const fits = (party: Party) => free(party) && (party.plural || party.kind === "group" || party.kind === "movement");
  return mostSalient(scene.memory, fits, { ...search, window: 1, least: -0.6, lead: 0.6 });
}

const longestSpeech = 2000;

/** "…,” he added": the words between the quotation marks right before a pronoun, or null. Offsets in the text. */
function quoteBefore(scene: Scene, token: number): Span | null {
  const { doc } = scene.words;
  const end = doc.start[token]!;
  const before = doc.text.slice(Math.max(0, end - longestSpeech), end);
  const close = /[,.!?…]["”]\s*$/u.exec(before);
  if (close === null) return null;
  const open = before.lastIndexOf(before[close.index + 1] === "”" ? "“" : '"', close.index);
  return open < 0 ? null : { start: end - before.length + open, end };
}

/** The first token from an offset on, looked for backwards from a token behind it. */
function tokenAt(doc: Doc, start: number, from: number): number {
  let token = from;
  while (token > 0 && doc.start[token - 1]! >= start) token--;
  return token;
}

/** True for a party that was last named in somebody's words: it is not the one who speaks them. */
function lastNamedIn(scene: Scene, party: Party, spoken: Span | null): boolean {
  const last = spoken && scene.mentions.findLast((m) => m.actor === party.key && m.form !== "pronoun" && m.form !== "possessive");
  if (!last) return false;
  const { doc } = scene.words;
  const start = doc.start[last.head]!;
  const before = doc.text.slice(Math.max(0, start - longestSpeech), start);
  return start >= spoken.start || before.lastIndexOf("“") > before.lastIndexOf("”");
}

/** The mention whose words hold a token of the last sentences, or undefined. */
function mentionedAt(scene: Scene, token: number): Party | undefined {
  const found = scene.mentions.slice(-nearby).find((m) => m.head === token && m.form !== "possessive");
  return found === undefined ? undefined : scene.cast.parties.get(found.actor);
}

/** "X said that it would", where nobody knows who X is: most often X itself, and so nobody else. */
function unknownSpeaker(scene: Scene, token: number): boolean {
  const { doc } = scene.words;
  const subject = subjectAbove(doc, token);
  const names = /^(?:NOUN|PROPN)$/.test(doc.upos[subject] ?? "") || isPronoun(lowerAt(doc, subject));
  return subject >= 0 && subject < token && names && !isMentioned(scene, subject);
}

/** Who the tree says a pronoun stands for, or null: see the three cases inside. */
function fromTree(scene: Scene, token: number, sort: Sort, possessive: boolean): Party | null {
  const { cast } = scene;
  const { doc } = scene.words;
  const own = possessive ? (doc.head[token] ?? -1) : token;
  const fits = (party: Party | undefined) => {
    if (party === undefined || party.sector === "MED") return null;
    const many = party.plural || party.kind === "movement" || party.kind === "group";
    const gender = singular[doc.text.slice(doc.start[token], doc.end[token]).toLowerCase()] ?? "u";
    if (gender !== "u" && party.gender !== "u" && party.gender !== gender) return null;
    if (sort === "they" && speakMany(doc, token)) return party;
    return (sort === "person") === (party.kind === "person") && (sort !== "they" || many) ? party : null;
  };
  // "Iran's ambition and its support": the owner of the noun beside.
  if (possessive && hasRelation(doc, own, "conj")) {
    const owner = childrenOf(doc, doc.head[own]!, "nmod:poss")[0];
    const found = owner === undefined ? undefined : scene.mentions.slice(-nearby).find((m) => m.first <= owner && owner <= m.last);
    if (found !== undefined) return fits(cast.parties.get(found.actor));
  }
  // "criticised X over its plan", "broke off talks with X over its plan": the plan is X's.
  if (possessive && sort === "it") {
    const other = overWhat(scene, token, own);
    const found = other < 0 ? null : fits(mentionedAt(scene, other));
    if (found !== null) return found;
  }
  // "Talks between X and his counterparts": X's.
  const beside =
    possessive && lowerAt(doc, token - 1) === "and" ? scene.mentions.slice(-nearby).find((m) => m.last === token - 2) : undefined;
  const companion = beside === undefined || beside.form === "possessive" ? null : fits(cast.parties.get(beside.actor));
  if (companion !== null) return companion;
  const sameOwner = possessive ? ownerBefore(scene, token) : null;
  if (sameOwner !== null) return fits(sameOwner);
  const blamed = possessive && sort === "it" ? blamedFor(scene, own) : -1;
  if (blamed >= 0) {
    const found = fits(mentionedAt(scene, blamed));
    if (found !== null) return found;
  }
  // "Not to provoke X, in order to keep him from it": who is kept from it is the one above.
  const aim = doc.head[token] ?? -1;
  if (sort === "person" && !possessive && hasRelation(doc, token, "obj") && hasRelation(doc, aim, "advcl") && doc.xpos[aim] === "VB") {
    const above = childrenOf(doc, doc.head[aim]!, "obj").find((o) => o < aim);
    const found = above === undefined ? null : fits(mentionedAt(scene, above));
    if (found !== null) return found;
  }
  const kept = possessive && sort !== "person" ? keeper(scene, token, own) : null;
  if (kept !== null && fits(kept) !== null) return kept;
  let verb = doc.head[own] ?? -1;
  // "Russia said that its forces", "Iran said it would": the subject of a clause under a verb of speech.
  const subject = subjectAbove(doc, own);
  if (subject >= 0) {
    if (subject > token) return null;
    // "Walsh's office said he": the person whose office it is.
    const whose = sort === "person" ? childrenOf(doc, subject, "nmod:poss")[0] : undefined;
    const owner =
      whose === undefined
        ? undefined
        : scene.mentions.slice(-nearby).find((m) => m.first <= whose && whose <= m.last && m.form === "possessive");
    return fits(mentionedAt(scene, subject)) ?? (owner === undefined ? null : fits(cast.parties.get(owner.actor)));
  }
  while (verb >= 0 && doc.upos[verb] !== "VERB") verb = doc.head[verb] ?? -1;
  const above = verb < 0 ? -1 : (doc.head[verb] ?? -1);
  // "Accused X of breaking its word", "urged X to free its prisoners": the object above does the act.
  if (!possessive || above < 0 || !hasRelation(doc, verb, "advcl", "xcomp", "acl") || !/^VBG?$/.test(doc.xpos[verb] ?? "")) return null;
  if (doc.xpos[verb] === "VBG" && !casesOf(doc, verb).some((mark) => /^(?:of|for|from)$/.test(mark))) return null;
  const object = childrenOf(doc, above, "obj", "iobj").find((o) => o < token);
  return object === undefined ? null : fits(mentionedAt(scene, object));
}

/** "X fought on until Y withdrew its troops": whoever withdraws troops withdraws his own; null where nobody does. */
function keeper(scene: Scene, token: number, own: number): Party | null {
  const { doc } = scene.words;
  const verb = hasRelation(doc, own, "obj") ? (doc.head[own] ?? -1) : -1;
  if (verb < 0 || !scene.cast.lexicon.roles.disposing.has(doc.lemma[verb] ?? "")) return null;
  const subject = activeSubjectOf(doc, verb);
  return (subject < 0 || subject > token ? undefined : mentionedAt(scene, subject)) ?? null;
}

/** "Over its plan to cut off the town and its blockade": what stands behind "and its" is whose the first was. */
function ownerBefore(scene: Scene, token: number): Party | null {
  const { doc } = scene.words;
  const listed = hasRelation(doc, doc.head[token] ?? -1, "conj", "appos");
  if (lowerAt(doc, token - 1) !== "and" && !(listed && lowerAt(doc, token - 1) === ",")) return null;
  for (let t = token - 2; t >= (doc.sentences[doc.sentenceOf[token] ?? 0]?.first ?? 0); t--) {
    if (hasRelation(doc, t, "nsubj")) return null;
    if (lowerAt(doc, t) !== lowerAt(doc, token) && !(listed && hasRelation(doc, t, "nmod:poss"))) continue;
    const before = scene.mentions.slice(-nearby).find((m) => m.first <= t && t <= m.last && m.form === "possessive");
    return before === undefined ? null : (scene.cast.parties.get(before.actor) ?? null);
  }
  return null;
}

/** "X condemned Y after its troops fired": the one blamed is the one whose troops did it; -1 where nobody is. */
function blamedFor(scene: Scene, own: number): number {
  const { doc } = scene.words;
  const verb = doc.head[own] ?? -1;
  const blames = doc.head[verb] ?? -1;
  if (verb < 0 || blames < 0 || !hasRelation(doc, own, "nsubj") || !hasRelation(doc, verb, "advcl")) return -1;
  if (!casesOf(doc, verb).some((mark) => /^(?:after|because|when|as)$/.test(mark))) return -1;
  return scene.cast.lexicon.roles.blaming.has(doc.lemma[blames] ?? "") ? (childrenOf(doc, blames, "obj")[0] ?? -1) : -1;
}

/** "X broke off talks with Y and summoned its envoy": nobody summons or expels his own. */
function isGuest(scene: Scene, token: number): boolean {
  const { doc } = scene.words;
  const own = doc.head[token] ?? -1;
  const envoy = /^(?:ambassador|envoy|diplomat|attaché|attache|consul)$/.test(doc.lemma[own] ?? "") && hasRelation(doc, own, "obj");
  return envoy && /^(?:summon|expel)$/.test(doc.lemma[doc.head[own] ?? -1] ?? "");
}

/**
 * The one whose matter stands behind "over", or behind "after", "following", "since" or "for" where the verb says that somebody is punished for it:
 * the last object, or noun behind "with", "on" or "against", between the verb and that word; -1 where none does.
 */
function overWhat(scene: Scene, token: number, own: number): number {
  const { doc } = scene.words;
  const above = doc.head[own] ?? -1;
  const following = hasRelation(doc, own, "obj") && lowerAt(doc, above) === "following" ? above : undefined;
  const mark = childrenOf(doc, own, "case", "mark").find((c) => /^(?:over|after|following|since|for)$/.test(lowerAt(doc, c))) ?? following;
  if (mark === undefined || mark > token) return -1;
  let verb = above;
  while (verb >= 0 && (doc.upos[verb] !== "VERB" || verb === mark)) verb = doc.head[verb] ?? -1;
  const { blaming, punishing } = scene.cast.lexicon.roles;
  const lemma = doc.lemma[verb] ?? "";
  if (lowerAt(doc, mark) !== "over" && !blaming.has(lemma) && !punishing.has(lemma)) return -1;
  for (let t = mark - 1; t > verb && verb >= 0; t--) {
    if (doc.upos[t] === "VERB") return -1;
    const other = hasRelation(doc, t, "obj") || casesOf(doc, t).some((c) => /^(?:with|on|against)$/.test(c));
    if (other && mentionedAt(scene, t) !== undefined) return t;
  }
  return -1;
}

/** The first word of the list that a token is coordinated in, whether each word hangs on the first or on the one before. */
function firstOfList(doc: Doc, token: number): number {
  let at = token;
  for (let steps = 0; hasRelation(doc, at, "conj") && steps < 20; steps++) at = doc.head[at]!;
  return at;
}

/** "Jordan and Egypt said they agreed", "the two sides … their": subjects side by side, of this sentence or the one before, for whom "they" stands. */
function resolveTogether(scene: Scene, at: number, possessive: boolean): boolean {
  const { words, mentions, cast } = scene;
  const { doc, list } = words;
  const word = list[at]!;
  const near = mentions.slice(-nearby).filter((m) => m.form !== "pronoun" && m.form !== "possessive");
  for (let i = near.length - 1; i > 0; i--) {
    const b = near[i]!;
    const sentence = doc.sentenceOf[b.head] ?? 0;
    if (sentence < word.sentence - 1) return false;
    const first = firstOfList(doc, b.head);
    const pair = b.rule === "pair" && (sentence === word.sentence || hasRelation(doc, word.token, "nsubj"));
    if (first === b.head && !pair) continue;
    if (subjectRank(words, first) < (sentence === word.sentence ? 1 : 2)) continue;
    if (!possessive && childrenOf(doc, doc.head[word.token] ?? -1, "nsubj").includes(first) && !hasRelation(doc, word.token, "nsubj"))
      continue;
    const all = near.filter((other) => firstOfList(doc, other.head) === first);
    const [a] = all;
    if (a === undefined || new Set(all.map((other) => other.actor)).size < 2) continue;
    if (/\bor\b/.test(doc.text.slice(a.end, b.start))) return false;
    for (const key of new Set(all.map((other) => other.actor))) {
      mention(scene, cast.parties.get(key)!, at, at + 1, at, possessive ? "possessive" : "pronoun", "pronoun.together");
    }
    return true;
  }
  return false;
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

function isPerson(scene: Scene, key: string | undefined): boolean {
  const party = key === undefined ? undefined : scene.cast.parties.get(key);
  return party?.kind === "person" || party?.kind === "group";
}

/** "who", "which", "whose", "that": the noun that the relative clause hangs on, where that noun is an actor. */
export function resolveRelatives(scene: Scene): void {
  const { words, mentions, cast } = scene;
  const { doc, list } = words;
  const byToken = new Map<number, string>();
  for (const draft of mentions) {
    if (draft.form === "pronoun" || draft.form === "possessive") continue;
    // A name and the role before it are two mentions of one person: the clause may hang on either.
    if (cast.parties.get(draft.actor)?.kind === "person") {
      for (let token = draft.first; token <= draft.last; token++) if (!byToken.has(token)) byToken.set(token, draft.actor);
    }
    byToken.set(draft.head, draft.actor);
  }
  const found: { at: number; actor: string }[] = [];
  list.forEach((word, at) => {
    if (!/^(?:who|whom|which|whose|that)$/.test(word.fold) || !/^W/.test(doc.xpos[word.token] ?? "")) return;
    let token = word.token;
    for (let steps = 0; steps < 6 && token >= 0; steps++) {
      if (doc.relation[token] === "acl:relcl") break;
      token = doc.head[token] ?? -1;
    }
    const antecedent = token < 0 ? -1 : (doc.head[token] ?? -1);
    // "By the side of X, whom": a person right before "who" is meant, wherever the tree hangs the clause.
    const personal = /^who/.test(word.fold);
    const near = personal ? [word.token - 1, word.token - 2].map((t) => byToken.get(t)).find((key) => isPerson(scene, key)) : undefined;
    if (near === undefined && (antecedent < 0 || antecedent >= word.token)) return;
    // Where the reader of trees is at a loss (under 0.3: in trials its far antecedents were wrong there), the name right before is meant.
    const lost = token >= 0 && (doc.headProbability[token] ?? 1) < 0.3;
    const beside = lost ? [word.token - 1, word.token - 2].map((t) => byToken.get(t)).find((key) => key !== undefined) : undefined;
    const actor = near ?? byToken.get(antecedent) ?? beside;
    if (personal && actor !== undefined && cast.parties.get(actor)?.kind === "state") return;
    if (actor !== undefined) found.push({ at, actor });
  });
  for (const { at, actor } of found) {
    const word = list[at]!;
    const party = cast.parties.get(actor);
    if (party !== undefined)
      mentions.push({
        start: word.start,
        end: word.end,
        actor,
        head: word.token,
        form: word.fold === "whose" ? "possessive" : "pronoun",
        rule: "pronoun.relative",
        first: word.token,
        last: word.token,
      });
  }
}
