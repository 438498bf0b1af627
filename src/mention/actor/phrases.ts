import type { RoleClass, RoleTable, RoleWord } from "../../lexicon/actor-tables.ts";
import type { NameUnit, RoleUnit, RunUnit, Unit } from "./units.ts";
import type { Word } from "./words.ts";

/** Whom a phrase belongs to: "US" in "US envoy", "its" in "its army". */
export type Owner = NameUnit | RunUnit | Phrase | { readonly type: "pronoun"; readonly first: number; readonly end: number };

/** A noun phrase that describes who acts: the words `[first, end)`, determiner left out. */
export interface Phrase {
  readonly type: "phrase";
  readonly first: number;
  readonly end: number;
  /** Word that heads it. */
  readonly head: number;
  readonly reading: RoleWord;
  readonly topic: string | null;
  readonly owner: Owner | null;
  /** Lower-case determiner, "" where there is none. */
  readonly determiner: string;
  readonly standing: "current" | "former" | "acting";
  /** What stands between owner and role: "senior", "military", and roles used as modifiers. */
  readonly qualifiers: readonly string[];
}

export type Item = Unit | Phrase;

const determiners = new Set(
  "the a an this that these those another other both some any each every no all several many most two three four five first second third".split(
    " ",
  ),
);
const possessives = new Set(["its", "their", "his", "her", "our", "my", "your"]);
const linked =
  /^(?:backed|led|linked|allied|aligned|based|held|controlled|supported|funded|sponsored|affiliated|run|owned|trained|armed|brokered|mediated|born|educated|dominated|imposed|friendly|occupied|appointed|installed|made|speaking|engineered)$/;

const classOrder: readonly RoleClass[] = [
  "office",
  "government",
  "forces",
  "navy",
  "airforce",
  "police",
  "spies",
  "ministry",
  "legislature",
  "court",
  "institution",
  "side",
  "armed",
  "movement",
  "party",
  "body",
  "person",
  "civilian",
  "act",
];

/** The reading of a role that fits what stands before it. */
function chooseReading(unit: RoleUnit, owner: Owner | null): RoleWord {
  const readings = [...unit.readings].sort((a, b) => classOrder.indexOf(a.class) - classOrder.indexOf(b.class));
  const prefer = (c: RoleClass) => readings.find((reading) => reading.class === c);
  if (owner !== null) return prefer("legislature") ?? prefer("court") ?? readings[0]!;
  return prefer("movement") ?? readings[0]!;
}

interface Left {
  readonly owner: Owner | null;
  readonly first: number;
  readonly determiner: string;
  readonly qualifiers: readonly string[];
  readonly standing: "current" | "former" | "acting";
  /** How many items of the stack the phrase takes in. */
  readonly taken: number;
}

/** True for a word between owner and role. `counted`: a number was passed, before which no participle belongs to the phrase. */
function isModifier(word: Word, roles: RoleTable, counted: boolean): boolean {
  if (word.kind !== "word") return false;
  if (roles.words.get(word.fold)?.some((reading) => reading.class === "modifier") === true || roles.standing.has(word.fold)) return true;
  if (linked.test(word.fold) && word.joined) return true;
  if (word.upos === "VERB") return !counted && /^VB[NG]$/.test(word.tag) && !roles.speech.has(word.fold);
  return word.upos === "ADJ" || word.upos === "NUM" || (word.upos === "NOUN" && !/^[\p{Lu}]/u.test(word.text));
}

/** Reads leftwards from a role over its modifiers to its owner or determiner. */
function readLeft(stack: readonly Item[], unit: RoleUnit, list: readonly Word[], roles: RoleTable): Left {
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
    if (item.type === "name") {
      if (linked.test(list[item.end]?.fold ?? "") && list[item.end]?.joined) {
        first = item.first;
        continue;
      }
      return done(k, item);
    }
    if (item.type === "run") return stack[k + 1] === undefined && lastWord.kind === "word" ? done(k, item) : done(k + 1, null);
    if (item.type === "phrase") {
      if (stack[k + 1] !== undefined && qualifiers.length > 0 && item.reading.class === "office") return done(k + 1, null);
      if (item.owner !== null) return done(k, item);
      qualifiers.unshift(item.reading.word);
      first = item.first;
      return {
        ...done(k, null, item.determiner),
        standing: item.standing === "current" ? standing : item.standing,
        qualifiers: [...item.qualifiers, ...qualifiers],
        first: item.first,
      };
    }
    if (possessives.has(word.fold)) return done(k, { type: "pronoun", first: item.first, end: item.end });
    if (determiners.has(word.fold) && word.upos !== "NOUN") return done(k, null, word.fold);
    if (
      !isModifier(
        word,
        roles,
        list.slice(item.end, unit.first).some((other) => other.upos === "NUM"),
      )
    )
      return done(k + 1, null);
    standing = roles.standing.get(word.fold) ?? standing;
    if (!roles.standing.has(word.fold)) qualifiers.unshift(word.fold);
    first = item.first;
  }
  return done(0, null);
}

/** The determiner before a phrase whose owner was found: "the US envoy", "a Syrian official". */
function determinerBefore(
  stack: readonly Item[],
  list: readonly Word[],
  roles: RoleTable,
): { determiner: string; standing: Left["standing"] | null; taken: number; first: number | null } {
  let taken = 0;
  let standing: Left["standing"] | null = null;
  let first: number | null = null;
  for (let k = stack.length - 1; k >= 0 && taken < 5; k--, taken++) {
    const item = stack[k]!;
    const word = list[item.first]!;
    if (item.type !== "word" || word.kind !== "word") break;
    if (determiners.has(word.fold)) return { determiner: word.fold, standing, taken: taken + 1, first };
    if (!isModifier(word, roles, true) || word.upos === "NOUN") break;
    standing = roles.standing.get(word.fold) ?? standing;
    first = item.first;
  }
  return { determiner: "", standing, taken: standing === null ? 0 : taken, first: standing === null ? null : first };
}

/** Composes roles with their owners into phrases, from the left, so that a phrase may own the next role ("Syrian army spokesman"). */
export function readPhrases(units: readonly Unit[], list: readonly Word[], roles: RoleTable): readonly Item[] {
  const stack: Item[] = [];
  const kept: Item[] = [];
  for (const unit of units) {
    if (unit.type !== "role") {
      stack.push(unit);
      continue;
    }
    const left = readLeft(stack, unit, list, roles);
    const owned = stack.splice(stack.length - left.taken, left.taken);
    let { determiner, standing, first } = left;
    // Owners stay on record as mentions of their own; the stack only keeps the phrase that holds them.
    for (const item of owned) if (item.type !== "word" || possessives.has(list[item.first]!.fold)) kept.push(item);
    if (left.owner !== null && left.owner.type !== "pronoun" && determiner === "") {
      if (left.owner.type === "phrase" || list[left.owner.end]?.kind !== "possessive") {
        const before =
          left.owner.type === "phrase"
            ? {
                determiner: left.owner.determiner,
                standing: left.owner.standing === "current" ? null : left.owner.standing,
                taken: 0,
                first: null,
              }
            : determinerBefore(stack, list, roles);
        determiner = before.determiner;
        if (standing === "current" && before.standing !== null && left.owner.type !== "phrase") standing = before.standing;
        first = before.first ?? first;
        stack.splice(stack.length - before.taken, before.taken);
      }
    }
    const reading = chooseReading(unit, left.owner);
    const head = unit.topic !== null && /^(?:of|for)$/.test(list[unit.first + 1]?.fold ?? "") ? unit.first : unit.end - 1;
    stack.push({
      type: "phrase",
      first,
      end: unit.end,
      head,
      reading,
      topic: unit.topic,
      owner: left.owner,
      determiner,
      standing,
      qualifiers: left.qualifiers,
    });
  }
  return attachRight(
    [...kept, ...stack].sort((a, b) => a.first - b.first || b.end - a.end),
    list,
  );
}

const ownedBy = new Set(["of", "from", "at", "in", "with", "for"]);

/** "leader of the Taliban", "officials from Iran", "spokesman for the ministry": an owner after the role. */
function attachRight(items: readonly Item[], list: readonly Word[]): readonly Item[] {
  const startingAt = new Map<number, Item>();
  for (const item of items) if (!startingAt.has(item.first) && item.type !== "word") startingAt.set(item.first, item);
  const out: Item[] = [];
  for (let i = items.length - 1; i >= 0; i--) {
    const item = items[i]!;
    let result = item;
    if (item.type === "phrase" && (item.owner === null || item.owner.type === "pronoun")) {
      const link = list[item.end];
      const speaks = /^(?:spoke|lawyer|attorney|official|diplomat|source|member|minister|envoy|representative|negotiator|ambassador)/.test(
        item.reading.word.split(" ").at(-1) ?? "",
      );
      if (
        link !== undefined &&
        ownedBy.has(link.fold) &&
        (link.fold === "of" ||
          (speaks && (link.fold !== "for" || /^(?:spoke|lawyer|attorney)/.test(item.reading.word)) && link.fold !== "in"))
      ) {
        let at = item.end + 1;
        while (/^(?:the|both|its|their)$/.test(list[at]?.fold ?? "")) at++;
        const target = startingAt.get(at);
        if (target !== undefined && (target.type === "name" || target.type === "phrase" || target.type === "run"))
          result = { ...item, owner: target };
      }
    }
    if (result !== item) startingAt.set(item.first, result);
    out.unshift(result);
  }
  return out;
}
