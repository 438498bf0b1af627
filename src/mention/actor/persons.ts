import { hasRelation } from "../../syntax/tree.ts";
import { foldWord } from "../../text/name-words.ts";
import { type Cast, meet, type Party } from "./cast.ts";
import type { Item, Phrase } from "./phrases.ts";
import { classifyRun } from "./runs.ts";
import type { RunUnit } from "./units.ts";
import { isCapital, runText, type Word, type Words } from "./words.ts";

/** The runs of an article that name someone, and the phrases that say what a named person is. */
export interface Named {
  /** First word of a run → who it names. */
  readonly runs: ReadonlyMap<number, Party>;
  /** First word of a run → where the name itself begins, titles left out. */
  readonly nameStart: ReadonlyMap<number, number>;
  /** Keys of the states that the article names in full. */
  readonly stated: ReadonlySet<string>;
  /** Head word of a phrase → the person it describes and where the title ends. */
  readonly roles: ReadonlyMap<number, { readonly person: Party; readonly tail: number }>;
}

const CROWNS = /^(?:king|queen|prince|princess|emperor|empress|sultan|emir|pope)$/;

const personal = new Set(["office", "person", "civilian", "armed", "forces", "police"]);

interface Run {
  readonly run: RunUnit;
  /** First word of the name proper, titles left out. */
  readonly first: number;
  readonly titled: boolean;
  readonly kind: "person" | "organisation" | "place" | "thing" | "unknown";
}

/** Leaves out the titles a run begins with: "Gen", "Mullah", "Mr". */
function stripTitles(run: RunUnit, words: Words, cast: Cast, demonyms: ReadonlySet<number>): Run {
  let first = run.first;
  const { roles, givenNames } = cast.lexicon;
  const isTitle = (i: number) => cast.lexicon.roles.words.get(words.list[i]!.fold)?.some((reading) => reading.class === "title") === true;
  for (let i = run.first; i < run.end - 1; i++) if (isTitle(i)) first = i + 1;
  // "Intelligence Directorate Ivan Petrov": the name begins with the given name behind the word for a body.
  for (let i = run.first; i < run.end - 2; i++) {
    const topic =
      i === run.first &&
      /^(?:of|for)$/.test(words.list[i - 1]?.fold ?? "") &&
      /^(?:minister|secretary|commissioner|ministry)$/.test(words.list[i - 2]?.fold ?? "");
    const dealt = words.list[i]!.fold === "affairs" || (topic && roles.topics.has(words.list[i]!.fold));
    const body = topic || roles.orgWords.has(words.list[i]!.fold) || /^(?:of|for)$/.test(words.list[i]!.fold);
    if (dealt || (body && givenNames.has(words.list[i + 1]!.fold))) first = i + 1;
  }
  const kind = first > run.first ? "person" : classifyRun(run, words, cast.lexicon);
  // "Freed American Grace Hill": one of a people, whatever the last word means elsewhere.
  const pair = run.end - run.first === 2 && (kind === "place" || kind === "unknown") && !certain(run, words) && demonyms.has(run.first);
  return { run, first, titled: first > run.first, kind: pair ? "person" : kind };
}

/** True where the trained reader is sure that a run is no person. */
function certain(run: RunUnit, words: Words): boolean {
  const last = words.list[run.end - 1]!.token;
  return words.doc.names.some((name) => name.first <= last && name.end > last && name.kind !== "person" && name.probability >= 0.6);
}

/** The run that a role runs on to: "spokesman X", "envoy for Syria X", "foreign minister, X,". */
function runAfter(
  items: readonly Item[],
  at: number,
  phrase: Phrase,
  list: readonly Word[],
  found: ReadonlyMap<number, Run>,
): { run: RunUnit; comma: boolean; tail: number } | null {
  let comma = false;
  let other = false;
  let end = phrase.end;
  for (let i = at + 1; i < items.length && i < at + 14; i++) {
    const item = items[i]!;
    if (item.first < end && item.end <= end) continue;
    const word = list[item.first]!;
    if (word.sentence !== list[phrase.head]!.sentence || word.breaks) return null;
    if (word.text === "(" && list[item.first + 2]?.text === ")") {
      end = item.first + 3;
      continue;
    }
    if (item.type === "run") {
      // "an aide to president X": the president is X, and not the aide.
      if (other && !comma) return null;
      // "for the Middle East, X": a run behind a preposition tells where the office is for, unless nothing else follows.
      const place = !comma && /^(?:for|to|of|on|at|in|the|and)$/.test(list[item.first - 1]?.fold ?? "");
      const name = found.get(item.first)?.first ?? item.first;
      if (!place || name > item.first) return { run: item, comma, tail: comma ? end : name };
      end = item.end;
      continue;
    }
    if (comma) {
      // "Its prime minister, Sheikh X": a second title stands between.
      const next = items[i + 1];
      const second = item.type === "phrase" && item.owner === null && next?.type === "run" && next.first === item.end;
      return second ? { run: next, comma, tail: end } : null;
    }
    if (item.type === "word" && word.text === ",") comma = true;
    else if (item.type === "word" && (word.kind !== "word" || !/^(?:NOUN|ADJ|ADP|CCONJ|DET|PROPN)$/.test(word.upos))) return null;
    else {
      other ||=
        item.type === "phrase" && /^(?:office|person)$/.test(item.reading.class) && !item.reading.plural && list[phrase.end]?.fold === "to";
      if (i === at + 1 && item.type === "word" && (word.upos !== "ADP" || !/^(?:office|person)$/.test(phrase.reading.class))) return null;
      end = item.end;
    }
  }
  return null;
}

/** The phrase that stands behind a name: "X, the envoy of Y", "X, 45, a spokesman", "X is the president". */
function phraseAfter(items: readonly Item[], at: number, run: RunUnit, words: Words, found: ReadonlyMap<number, Run>): Phrase | null {
  const { list } = words;
  let comma = false;
  let copula = false;
  for (let i = at + 1; i < items.length && i < at + 9; i++) {
    const item = items[i]!;
    if (item.first < run.end) continue;
    const word = list[item.first]!;
    if (word.sentence !== list[run.first]!.sentence || word.breaks) return null;
    if (item.type === "phrase") {
      const other =
        /^(?:another|other|some|several|many|two)$/.test(item.determiner) || item.reading.plural || item.owner?.type === "pronoun";
      return comma && !other && runAfter(items, i, item, list, found)?.comma !== false && (copula || describes(words, run, item))
        ? item
        : null;
    }
    if (item.type === "run") return null;
    if (item.type === "name") continue;
    if (word.text === ",") comma = true;
    else if (/^(?:is|was|as|who|serves|served|became|then|now|currently)$/.test(word.fold)) {
      comma = true;
      copula ||= !/^(?:who|then|now)$/.test(word.fold);
    } else if (word.upos !== "NUM" && word.upos !== "DET" && word.upos !== "ADJ" && word.kind !== "possessive") return null;
  }
  return null;
}

/** False where the tree says that a phrase behind a name is not about it: "he admires X, the official said". */
function describes(words: Words, run: RunUnit, phrase: Phrase): boolean {
  const { doc, list } = words;
  const token = list[phrase.head]!.token;
  if (doc.sentences[doc.sentenceOf[token] ?? 0]?.parsed !== true || !hasRelation(doc, token, "nsubj", "obj", "obl")) return true;
  let end = phrase.end;
  while (end < phrase.end + 7 && list[end]?.kind === "word" && /^(?:ADP|DET|NOUN|PROPN|ADJ|CCONJ)$/.test(list[end]!.upos)) end++;
  if (list[end]?.text === ",") return true;
  const [from, to] = [list[run.first]!.token, list[run.end - 1]!.token];
  const head = doc.head[token] ?? -1;
  return head >= from && head <= to;
}

function speaks(run: RunUnit, words: Words, cast: Cast): boolean {
  const { list, doc } = words;
  for (const at of [run.end, run.first - 1]) {
    const word = list[at];
    if (word?.kind === "word" && word.upos === "VERB" && cast.lexicon.roles.speech.has(doc.lemma[word.token] ?? "")) return true;
  }
  return false;
}

/** What the roles beside runs of capitals say of them, by the first word of the run; `tail` is where the description ends. */
function describedIn(
  items: readonly Item[],
  words: Words,
  cast: Cast,
  found: ReadonlyMap<number, Run>,
): ReadonlyMap<number, readonly { readonly phrase: Phrase; readonly tail: number }[]> {
  const { list } = words;
  const described = new Map<number, { phrase: Phrase; tail: number }[]>();
  const tell = (run: RunUnit, phrase: Phrase, tail: number) =>
    described.set(run.first, [...(described.get(run.first) ?? []), { phrase, tail }]);
  items.forEach((item, at) => {
    if (item.type === "run") {
      const after = phraseAfter(items, at, item, words, found);
      if (after !== null && personal.has(after.reading.class)) tell(item, after, after.end);
    }
    if (
      item.type !== "phrase" ||
      !personal.has(item.reading.class) ||
      item.reading.plural ||
      cast.lexicon.roles.collectives.has(item.reading.word) ||
      // "the X military in Y" is no title.
      (item.reading.class === "forces" && !cast.lexicon.roles.individuals.has(item.reading.word))
    )
      return;
    const next = runAfter(items, at, item, list, found);
    if (next === null) return;
    const closed = /^[,.]$/.test(list[next.run.end]?.text ?? "");
    const the = item.determiner === "the" && item.reading.class === "office" && closed;
    const before =
      next.comma && ((/^(?:an?|another)$/.test(item.determiner) && !closed) || (item.owner === null && item.topic === null && !the));
    if (!before) tell(next.run, item, next.tail);
  });
  return described;
}

/** Finds the persons and organisations that an article names by itself, and what it says they are. */
export function readNamed(items: readonly Item[], words: Words, cast: Cast): Named {
  const { list } = words;
  const runs = new Map<number, Party>();
  const nameStart = new Map<number, number>();
  const roles = new Map<number, { person: Party; tail: number }>();
  const found = new Map<number, Run>();
  const demonyms = new Set(
    items.flatMap((item) =>
      item.type === "name" && item.entries.some((entry) => entry.use === "adjective" && entry.one) ? [item.end] : [],
    ),
  );
  for (const item of items) if (item.type === "run") found.set(item.first, stripTitles(item, words, cast, demonyms));
  for (const run of twoInOne([...found.values()], list)) found.delete(run.run.first);
  const described = describedIn(items, words, cast, found);
  // "National Daily": a capital makes a name of a word that elsewhere tells of people.
  const told = (run: Run) =>
    described
      .get(run.run.first)
      ?.some(
        ({ phrase }) => !/^(?:civilian|person)$/.test(phrase.reading.class) || !isCapital(list[phrase.head]) || phrase.head > run.first,
      ) === true;
  const isPerson = (run: Run) =>
    run.kind === "person" ||
    (run.kind === "unknown" && (told(run) || (speaks(run.run, words, cast) && list[run.run.first - 1]?.fold !== "the")));
  const ordered = [...found.values()].sort((a, b) => b.run.end - b.first - (a.run.end - a.first) || a.run.first - b.run.first);
  const people: { folds: readonly string[]; party: Party; crowned: boolean }[] = [];
  for (const run of ordered) {
    const folds = list.slice(run.first, run.run.end).map((word) => foldWord(word.text));
    const single = folds.length === 1;
    // "King X" has the given name X: he is not somebody whose last name it is.
    const crowned = CROWNS.test(list[run.first - 1]?.fold ?? "");
    const known = people.filter((person) =>
      crowned && single ? person.crowned && person.folds[0] === folds[0] : namesSame(person.folds, folds),
    );
    if (known.length > 1 || (known.length === 0 && !crowned && !isPerson(run))) continue;
    if (run.kind === "organisation" && known.length === 0) continue;
    if (single && run.kind !== "person" && known.length === 0 && /^\p{Lu}{2,}$/u.test(list[run.first]!.text)) continue;
    const text = runText(words, crowned && single ? run.first - 1 : run.first, run.run.end).replace(/[[\]]/g, "");
    const party =
      known[0]?.party ??
      meet(cast, { key: `person:${cast.article}:${people.length}`, name: text, kind: "person", gender: genderOf(run, words, cast) });
    if (known.length === 0) people.push({ folds, party, crowned });
    else if (party.gender === "u") party.gender = genderOf(run, words, cast);
    runs.set(run.run.first, party);
    nameStart.set(run.run.first, run.first);
    for (const { phrase, tail } of described.get(run.run.first) ?? []) roles.set(phrase.head, { person: party, tail });
  }
  return { runs, nameStart, roles, stated: statedIn(items) };
}

/** "the Lee-Berg call": two whom the article also names in full stand there, and not a third whose last name is Berg. */
function twoInOne(runs: readonly Run[], list: readonly Word[]): readonly Run[] {
  const joined = ({ first, run }: Run) => run.end - first === 2 && list[first + 1]!.joined;
  const folds = ({ first, run }: Run) => list.slice(first, run.end).map((word) => word.fold);
  const full = runs.flatMap((r) => (joined(r) || r.run.end - r.first < 2 ? [] : [folds(r)]));
  return runs.filter((r) => joined(r) && folds(r).every((word) => full.some((name) => namesSame(name, [word]))));
}

function statedIn(items: readonly Item[]): ReadonlySet<string> {
  return new Set(
    items.flatMap((item) => (item.type === "name" && /^(?:name|adjective)$/.test(item.entries[0]!.use) ? [item.entries[0]!.key] : [])),
  );
}

/** True when a short form may stand for a full name within one article: its surname, its last words, or itself; "Xi" for "Xi Jinping". */
export function namesSame(full: readonly string[], short: readonly string[]): boolean {
  if (short.length > full.length) return false;
  const tail = full.slice(-short.length);
  if (tail.every((word, i) => word === short[i])) return true;
  if (short.length >= 2) return full[0] === short[0] && full.at(-1) === short.at(-1);
  return full.length >= 2 && full.length <= 3 && full[0] === short[0] && full[0]!.length <= 4;
}

function genderOf(run: Run, words: Words, cast: Cast): "m" | "f" | "u" {
  const before = words.list.slice(run.run.first, run.first).map((word) => word.fold);
  if (before.some((word) => /^(?:mr|sir|king|prince|mullah|imam|sheikh|lord)$/.test(word))) return "m";
  if (before.some((word) => /^(?:mrs|ms|miss|queen|princess|lady|dame|baroness)$/.test(word))) return "f";
  return run.run.end - run.first > 1 ? (cast.lexicon.givenNames.get(words.list[run.first]!.fold) ?? "u") : "u";
}
