import type { RoleTable } from "../../lexicon/actor-tables.ts";
import type { Item, Owner } from "./phrases.ts";
import type { RoleUnit } from "./units.ts";
import type { Word, Words } from "./words.ts";

const determiners = new Set(
  "the a an this that these those another other both some any each every no all several many most two three four five first second third".split(
    " ",
  ),
);

/** Pronouns that say whose. */
export const possessives: ReadonlySet<string> = new Set(["its", "their", "his", "her", "our", "my", "your", "whose"]);

/** What stands before a role and belongs to its phrase. */
export interface Left {
  readonly owner: Owner | null;
  readonly first: number;
  readonly determiner: string;
  readonly qualifiers: readonly string[];
  readonly standing: "current" | "former" | "acting";
  /** How many items of the stack the phrase takes in. */
  readonly taken: number;
}

/** Those who stand for a party at a body that is not theirs. */
const SENT = /^(?:envoy|ambassador|representative|delegate|mission)s?$/;

/** True for a word between owner and role. `counted`: a number was passed, before which no participle belongs to the phrase. */
function isModifier(word: Word, roles: RoleTable, counted: boolean): boolean {
  if (word.kind !== "word") return false;
  if (roles.words.get(word.fold)?.some((reading) => reading.class === "modifier") === true || roles.standing.has(word.fold)) return true;
  if (word.upos === "VERB") return !counted && /^VB[NG]$/.test(word.tag) && !roles.speech.has(word.fold);
  return word.upos === "ADJ" || word.upos === "NUM" || (word.upos === "NOUN" && !/^[\p{Lu}]/u.test(word.text));
}

/** False where the tree says that a word before the role does not hang in its phrase: "freeing hostages", "the bus carrying children". */
function hangsBefore(words: Words, word: Word, unit: RoleUnit): boolean {
  const { doc, list } = words;
  if (doc.sentences[doc.sentenceOf[word.token] ?? 0]?.parsed !== true) return true;
  const head = doc.head[word.token] ?? -1;
  return head > word.token && head <= list[unit.end - 1]!.token;
}

/** "Iran-backed", "US-designated", "Goma-based": a name that says by whom or where, not whose. */
function saysByWhom(item: Item, list: readonly Word[]): boolean {
  const next = list[item.end];
  return (item.type === "name" || item.type === "run") && next?.joined === true && !/^\p{Lu}/u.test(next.text);
}

/** "Political and security officials": two qualifiers side by side. */
function isPaired(second: Item | undefined, unit: RoleUnit, words: Words): boolean {
  if (second?.type !== "word") return false;
  const word = words.list[second.first]!;
  return /^(?:ADJ|NOUN)$/.test(word.upos) && hangsBefore(words, word, unit);
}

/** True where a word before a role belongs to it: a modifier, or the part of a compound. */
function qualifies(item: Item, unit: RoleUnit, words: Words, roles: RoleTable): boolean {
  const { list } = words;
  const word = list[item.first]!;
  const counted = list.slice(item.end, unit.first).some((other) => other.upos === "NUM");
  const joined =
    (word.joined && list[item.first - 1]?.kind === "word") || (list[item.end]?.joined === true && roles.standing.has(word.fold));
  const standing = roles.standing.has(word.fold) && item.end === unit.first;
  return joined || standing || (isModifier(word, roles, counted) && hangsBefore(words, word, unit));
}

/** Reads leftwards from a role over its modifiers to its owner or determiner. */
export function readLeft(stack: readonly Item[], unit: RoleUnit, words: Words, roles: RoleTable): Left {
  const { list } = words;
  const qualifiers: string[] = [];
  let first = unit.first;
  let standing: Left["standing"] = "current";
  const sentence = list[unit.first]!.sentence;
  const done = (k: number, owner: Owner | null, determiner = ""): Left => ({
    owner,
    first: owner !== null && owner.type !== "pronoun" ? Math.min(owner.first, first) : first,
    determiner,
    qualifiers,
    standing,
    taken: stack.length - k,
  });
  for (let k = stack.length - 1; k >= 0 && stack.length - k < 8; k--) {
    const item = stack[k]!;
    const word = list[item.first]!;
    const lastWord = list[item.end - 1]!;
    if (word.sentence !== sentence || list[item.end]?.breaks === true) return done(k + 1, null);
    if (item.type === "word" && word.kind === "possessive") {
      const before = stack[k - 1];
      return before !== undefined && before.type !== "word" && before.type !== "role" ? done(k - 1, before) : done(k + 1, null);
    }
    if (saysByWhom(item, list)) {
      first = item.first;
      continue;
    }
    if (item.type === "name") {
      if (word.joined && /^(?:pro|anti|counter|non|ex)$/.test(list[item.first - 1]?.fold ?? "")) {
        qualifiers.unshift(`${list[item.first - 1]!.fold}-${word.text}`);
        first = item.first - 1;
        k--;
        continue;
      }
      // "Peru's UN envoy": the owner stands before, the body is where the envoy is.
      const whose = item.end === unit.first && SENT.test(list[unit.end - 1]!.fold) ? stack[k - 1] : undefined;
      if (whose?.type === "word" && list[whose.first]!.kind === "possessive") {
        first = item.first;
        continue;
      }
      return done(k, item);
    }
    if (item.type === "run") return stack[k + 1] === undefined && lastWord.kind === "word" ? done(k, item) : done(k + 1, null);
    if (item.type === "phrase") {
      if (stack[k + 1] !== undefined && qualifiers.length > 0 && item.reading.class === "office") return done(k + 1, null);
      const body = item.reading.class === "office" && !/^(?:office|person)$/.test(unit.readings[0]!.class) && stack[k + 1] === undefined;
      // "A leader's state visit", "Iran's state media": a kind of visit, not the visit of a state.
      const kind = item.reading.word === "state" && stack[k + 1] === undefined;
      if (item.owner !== null && !body && !kind) return done(k, item);
      qualifiers.unshift(item.reading.word);
      first = item.first;
      return {
        ...done(k, item.owner, item.determiner),
        standing: item.standing === "current" ? standing : item.standing,
        qualifiers: [...item.qualifiers, ...qualifiers],
        first: item.first,
      };
    }
    if (/^(?:least|most|than)$/.test(word.fold)) return done(k + 1, null);
    if (possessives.has(word.fold)) return done(k, { type: "pronoun", first: item.first, end: item.end });
    if (determiners.has(word.fold) && word.upos !== "NOUN") return done(k, null, word.fold);
    if (word.fold === "and" && qualifiers.length > 0 && isPaired(stack[k - 1], unit, words)) continue;
    if (!qualifies(item, unit, words, roles)) return done(k + 1, null);
    // "A 20-year-old man" is no former one.
    const told = word.joined ? undefined : roles.standing.get(word.fold);
    standing = told ?? standing;
    if (told === undefined) qualifiers.unshift(word.fold);
    first = item.first;
  }
  return done(0, null);
}

/** The determiner before a phrase whose owner was found: "the US envoy", "a Syrian official". */
export function determinerBefore(
  stack: readonly Item[],
  list: readonly Word[],
  roles: RoleTable,
): { determiner: string; standing: Left["standing"] | null; taken: number; first: number | null } {
  let taken = 0;
  let standing: Left["standing"] | null = null;
  let first: number | null = null;
  for (let k = stack.length - 1; k >= 0 && taken < 8; k--, taken++) {
    const item = stack[k]!;
    const word = list[item.first]!;
    if (saysByWhom(item, list)) continue;
    if (item.type !== "word" || word.kind !== "word") break;
    // "A 20-year-old Chilean tourist": one word in several pieces, which is no standing.
    if (word.joined || list[item.end]?.joined === true) {
      if (roles.standing.has(word.fold) && !word.joined) standing = roles.standing.get(word.fold)!;
      continue;
    }
    if (determiners.has(word.fold)) return { determiner: word.fold, standing, taken: taken + 1, first };
    if (!isModifier(word, roles, true) || word.upos === "NOUN") break;
    standing = roles.standing.get(word.fold) ?? standing;
    first = item.first;
  }
  return { determiner: "", standing, taken: standing === null ? 0 : taken, first: standing === null ? null : first };
}
