import type { RoleWord } from "../../lexicon/actor-tables.ts";
import type { ActorLexicon } from "../../lexicon/actors.ts";
import { type NameEntry, type TrieNode, writtenAs } from "../../lexicon/name-trie.ts";
import { isCapital, type Word, type Words } from "./words.ts";

/** A listed name found in the text: the words `[first, end)`. */
export interface NameUnit {
  readonly type: "name";
  readonly first: number;
  readonly end: number;
  readonly entries: readonly NameEntry[];
}

/** A word that describes who acts: "foreign minister", "rebels", "Ministry of Foreign Affairs" (with its topic). */
export interface RoleUnit {
  readonly type: "role";
  readonly first: number;
  readonly end: number;
  readonly readings: readonly RoleWord[];
  readonly topic: string | null;
}

/** A capitalised run that the lexicon does not know. */
export interface RunUnit {
  readonly type: "run";
  readonly first: number;
  readonly end: number;
}

/** A word that is no name and no role. */
export interface WordUnit {
  readonly type: "word";
  readonly first: number;
  readonly end: number;
}

/** What a sentence is read as, from left to right. */
export type Unit = NameUnit | RoleUnit | RunUnit | WordUnit;

/** The longest listed name that starts at word `at`, or null. */
export function matchName(list: readonly Word[], at: number, root: TrieNode): NameUnit | null {
  let node: TrieNode | undefined = root;
  const seen: Word[] = [];
  let best: NameUnit | null = null;
  for (let i = at; i < list.length && node !== undefined; i++) {
    const word = list[i]!;
    if (i > at && (word.breaks || word.sentence !== list[at]!.sentence)) break;
    if (word.kind === "mark" && i > at && /^['’,(]$/u.test(word.text)) continue;
    node = node.next.get(word.kind === "possessive" ? "s" : word.fold);
    seen.push(word);
    if (node === undefined || node.entries.length === 0) continue;
    const entries = node.entries.filter((entry) =>
      seen.every((word, n) => word.kind === "possessive" || writtenAs(entry.words[n] ?? "", word.text)),
    );
    if (entries.length > 0) best = { type: "name", first: at, end: i + 1, entries };
  }
  return best;
}

/** True for a title that only stands before a name ("Mullah X", "Mr X"): it begins that name's run. */
function isTitle(readings: readonly RoleWord[] | undefined, word: Word, next: Word | undefined): boolean {
  if (readings?.some((reading) => reading.class === "title") !== true || readings.some((reading) => reading.class === "office"))
    return false;
  return isCapital(word) && isCapital(next) && next?.sentence === word.sentence;
}

/** The longest role phrase that starts at word `at`, or null. A single word must be a noun. */
export function matchRole(list: readonly Word[], at: number, lexicon: ActorLexicon): RoleUnit | null {
  const { words, longest, topics } = lexicon.roles;
  let key = "";
  let best: RoleUnit | null = null;
  for (let i = at; i < list.length && i < at + longest + 2; i++) {
    const word = list[i]!;
    if (i > at && (word.breaks || word.sentence !== list[at]!.sentence)) break;
    if (word.kind === "mark") break;
    key = key === "" ? word.fold : `${key} ${word.kind === "possessive" ? "s" : word.fold}`;
    if (i === at && isTitle(words.get(key), word, list[i + 1])) return null;
    const readings = words.get(key)?.filter((reading) => reading.class !== "modifier" && reading.class !== "title");
    if (readings === undefined || readings.length === 0) continue;
    const alone = word.upos === "ADJ" && !/^(?:NOUN|PROPN|ADJ)$/.test(list[i + 1]?.upos ?? "") && list[i - 1]?.fold === "the";
    if (
      i === at &&
      !alone &&
      word.upos !== "NOUN" &&
      word.upos !== "PROPN" &&
      !(isCapital(word) && word.upos !== "VERB" && word.upos !== "ADV")
    )
      continue;
    best = { type: "role", first: at, end: i + 1, readings, topic: null };
  }
  return best === null ? null : addTopic(list, best, topics);
}

/** "Ministry of Foreign Affairs", "Department for Trade", "Minister of Defence": the topic belongs to the role. */
function addTopic(list: readonly Word[], unit: RoleUnit, topics: ReadonlyMap<string, string>): RoleUnit {
  const last = list[unit.end - 1]!.fold;
  if (/^(?:ministry|ministries|minister|ministers|department|secretary|office)$/.test(last)) {
    const before = list
      .slice(unit.first, unit.end - 1)
      .map((word) => word.fold)
      .join(" ");
    const compound = topics.get(before.replace(/^(?:deputy|vice|acting) /, ""));
    const of = list[unit.end]?.fold;
    if (compound === undefined && (of === "of" || of === "for")) {
      let key = "";
      let best: RoleUnit | null = null;
      for (let i = unit.end + 1; i < list.length && i < unit.end + 7; i++) {
        const word = list[i]!;
        if (word.kind !== "word") break;
        key = key === "" ? word.fold : `${key} ${word.fold}`;
        const topic = topics.get(key) ?? (word.fold === "affairs" ? key : undefined);
        if (topic !== undefined) best = { ...unit, end: i + 1, topic };
      }
      return best ?? unit;
    }
    return compound === undefined ? unit : { ...unit, topic: compound };
  }
  return unit;
}

const particles = new Set("al el bin bint ibn ben de da del della dos van von der den di du la le ould abu ul ur ud e y z st".split(" "));

function startsRun(words: Words, at: number): boolean {
  const word = words.list[at]!;
  if (word.kind !== "word" || !isCapital(word) || words.titleCase[word.sentence] === true) return false;
  if (/^(?:I|A)$/.test(word.text)) return false;
  const initial =
    at === 0 ||
    words.list[at - 1]!.sentence !== word.sentence ||
    words.list[at - 1]!.breaks ||
    /^["“”‘'(:]$/u.test(words.list[at - 1]!.text);
  if (/^(?:DET|PRON|AUX|ADP|CCONJ|SCONJ|PART|INTJ|NUM)$/.test(word.upos) || (initial && word.upos === "ADV")) return false;
  // "First Okafor left, then he came back": where the trained reader lets a person's name begin at the next word, the first is none of it.
  const next = words.list[at + 1]?.token;
  if (initial && word.upos !== "PROPN" && words.doc.names.some((name) => name.kind === "person" && name.first === next)) return false;
  return !initial || word.upos === "PROPN" || /^[\p{Lu}\p{N}]{2,}$/u.test(word.text) || isCapital(words.list[at + 1]);
}

/** "Van der" before a capital: particles that lead on to the rest of a name. */
function leadsOn(list: readonly Word[], at: number): boolean {
  let i = at;
  while (i < at + 3 && particles.has(list[i]?.fold ?? "") && !isCapital(list[i])) i++;
  return i > at && isCapital(list[i]) && list[i]!.sentence === list[at]!.sentence;
}

/** The capitalised run that starts at word `at`, with particles inside ("Mohammed bin Salman"), or null. It ends before a listed name or a role. */
export function matchRun(words: Words, at: number, stop: (i: number) => boolean): RunUnit | null {
  if (!startsRun(words, at)) return null;
  const { list } = words;
  let end = at + 1;
  for (let i = at + 1; i < list.length && i < at + 9; i++) {
    const word = list[i]!;
    if (word.sentence !== list[at]!.sentence || word.breaks) break;
    if (/^[[\]]$/.test(word.text)) continue;
    if (word.kind !== "word") break;
    // "Gaza The": a capital that begins the next line of a page.
    if (!word.joined && /^(?:DET|ADP|PRON|AUX|CCONJ|SCONJ)$/.test(word.upos) && !particles.has(word.fold)) break;
    if (isCapital(word) && (word.joined || !stop(i))) end = i + 1;
    else if (word.joined && !/^(?:VERB|ADJ|ADV)$/.test(word.upos) && !/(?:ed|ing|led|born|wide|style|made|era|run|held)$/.test(word.fold))
      end = i + 1;
    else if (!leadsOn(list, i)) break;
  }
  return { type: "run", first: at, end };
}

function isQualifier(word: Word, lexicon: ActorLexicon): boolean {
  const { roles } = lexicon;
  return roles.standing.has(word.fold) || roles.words.get(word.fold)?.some((reading) => reading.class === "modifier") === true;
}

/** "New Mexico", "Western Australia": a capital that makes another name of a state's. */
export function isNamePrefix(word: Word, next: Unit, lexicon: ActorLexicon): boolean {
  const [entry] = next.type === "name" ? next.entries : [];
  return entry?.use === "name" && entry.key.startsWith("state:") && isCapital(word) && lexicon.roles.prefixes.has(word.fold);
}

/** "Latin American", "North Vietnamese": the adjective of a state that tells a part of the world, or a state that is no more. */
function isOfQuarter(list: readonly Word[], { first, entries }: NameUnit, { roles }: ActorLexicon): boolean {
  const before = list[first - 1];
  if (before === undefined || before.sentence !== list[first]!.sentence || before.breaks || !isCapital(before)) return false;
  return roles.quarters.has(before.fold) && entries.every(({ use }) => use === "adjective" || use === "people" || use === "person");
}

/** "the Basra Oil Company", "Radio Kherson": a region or town inside a longer name. */
function isPieceOfName({ list, titleCase }: Words, { first, end, entries }: NameUnit): boolean {
  const { sentence, breaks } = list[first]!;
  if (entries[0]!.use !== "land" || titleCase[sentence] === true) return false;
  const [before, after] = [list[first - 1], list[end]];
  const opens = list[first - 2]?.sentence !== sentence;
  return (
    (after?.sentence === sentence && after.kind === "word" && !after.breaks && isCapital(after)) ||
    (before?.sentence === sentence && before.kind === "word" && !breaks && !opens && isCapital(before))
  );
}

/** Cuts an article's words into listed names, roles, unknown capitalised runs and plain words, longest first from the left. */
export function readUnits(words: Words, lexicon: ActorLexicon): readonly Unit[] {
  const { list } = words;
  const units: Unit[] = [];
  const known = (i: number) => {
    const name = matchName(list, i, lexicon.names);
    const another = name !== null && (isOfQuarter(list, name, lexicon) || isPieceOfName(words, name));
    return longer(another ? null : name, matchRole(list, i, lexicon));
  };
  for (let at = 0; at < list.length; ) {
    const found = list[at]!.kind === "word" ? known(at) : null;
    // "Former Chadian president": a capital at the head of a sentence makes no name of "former".
    const qualified = found === null && isQualifier(list[at]!, lexicon) && list[at + 1] !== undefined ? known(at + 1) : null;
    const qualifies = qualified !== null && !isNamePrefix(list[at]!, qualified, lexicon);
    const unit = found ??
      (qualifies || isDay(list, at, lexicon) ? null : matchRun(words, at, (i) => known(i) !== null || isDay(list, i, lexicon))) ?? {
        type: "word" as const,
        first: at,
        end: at + 1,
      };
    units.push(unit);
    at = unit.end;
  }
  return units;
}

/** "On Tuesday Okafor", "met Okafor Tuesday": a day before a name is no part of it, unless the name is an outlet's ("Sunday Mail"). */
function isDay(list: readonly Word[], at: number, { roles }: ActorLexicon): boolean {
  const next = list[at + 1];
  return roles.calendar.has(list[at]!.fold) && !(next !== undefined && (roles.orgWords.has(next.fold) || roles.thingWords.has(next.fold)));
}

function longer(name: NameUnit | null, role: RoleUnit | null): NameUnit | RoleUnit | null {
  if (name === null || role === null) return name ?? role;
  return role.end - role.first > name.end - name.first ? role : name;
}
