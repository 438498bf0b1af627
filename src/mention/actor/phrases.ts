import type { RoleClass, RoleTable, RoleWord } from "../../lexicon/actor-tables.ts";
import { childrenOf } from "../../syntax/tree.ts";
import { determinerBefore, possessives, readLeft } from "./left.ts";
import type { NameUnit, RoleUnit, RunUnit, Unit } from "./units.ts";
import type { Word, Words } from "./words.ts";

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
  /** The role as written, lower case: "foreign ministers". */
  readonly words: string;
  readonly owner: Owner | null;
  /** Lower-case determiner, "" where there is none. */
  readonly determiner: string;
  readonly standing: "current" | "former" | "acting";
  /** What stands between owner and role: "senior", "military", and roles used as modifiers. */
  readonly qualifiers: readonly string[];
}

/** A unit of a sentence, or a role read with its owner. */
export type Item = Unit | Phrase;

const classOrder: readonly RoleClass[] = [
  "office",
  "government",
  "country",
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

/** Composes roles with their owners into phrases, from the left, so that a phrase may own the next role ("Syrian army spokesman"). */
export function readPhrases(units: readonly Unit[], words: Words, roles: RoleTable): readonly Item[] {
  const { list } = words;
  const stack: Item[] = [];
  const kept: Item[] = [];
  for (const unit of units) {
    if (unit.type !== "role") {
      stack.push(unit);
      continue;
    }
    const left = readLeft(stack, unit, words, roles);
    const owned = stack.splice(stack.length - left.taken, left.taken);
    let { determiner, standing, first } = left;
    // Owners stay on record as mentions of their own; the stack only keeps the phrase that holds them.
    // "Police" in "the police minister" is no police, "General" in "the General Staff" no general.
    const part = (item: Item) => item.type === "phrase" && left.owner !== item;
    for (const item of owned) if ((item.type !== "word" && !part(item)) || possessives.has(list[item.first]!.fold)) kept.push(item);
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
      words: list
        .slice(unit.first, unit.end)
        .map((word) => word.text.toLowerCase())
        .join(" "),
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
      // "backed by 'members' of the army": a mark that closes before the owner parts nothing.
      const mark = /^["'”’»]$/.test(list[item.end]?.text ?? "") ? 1 : 0;
      const link = list[item.end + mark];
      const speaks = /^(?:spoke|lawyer|attorney|official|diplomat|source|member|minister|envoy|representative|negotiator|ambassador)/.test(
        item.reading.word.split(" ").at(-1) ?? "",
      );
      // "The government in Lima", "a military court in Lima": that of the state whose capital it is. Another court sits for its town.
      const high = item.reading.class === "court" && (item.reading.word !== "court" || item.qualifiers.includes("military"));
      const governs = (high || /^(?:government|ministry)$/.test(item.reading.class)) && link?.fold === "in";
      if (
        link !== undefined &&
        ownedBy.has(link.fold) &&
        (link.fold === "of" || governs || (speaks && (link.fold !== "for" || /^(?:spoke|lawyer|attorney)/.test(item.reading.word))))
      ) {
        let at = item.end + mark + 1;
        while (/^(?:the|both|its|their)$/.test(list[at]?.fold ?? "")) at++;
        const target = startingAt.get(at);
        // "Officials in Seoul" speak for the state whose capital it is; "officials in Idaho" for nobody known.
        const seat = target?.type === "name" && target.entries.some((entry) => entry.use === "capital" || entry.use === "seat");
        if (
          target !== undefined &&
          (link.fold !== "in" || (seat && (governs || item.determiner === ""))) &&
          (target.type === "name" || target.type === "phrase" || target.type === "run")
        )
          result = { ...item, owner: target };
      }
    }
    if (result !== item) startingAt.set(item.first, result);
    out.push(result);
  }
  return out.reverse();
}

/** "The group that was fired upon", "the delegation which met him": a clause says which, so it need not be one told of before. */
export function isRestricted(words: Words, phrase: Phrase): boolean {
  const { doc, list } = words;
  const next = list[phrase.end];
  if (next === undefined || next.sentence !== list[phrase.head]!.sentence || !/^(?:that|which|who|whose|whom|where)$/.test(next.fold))
    return false;
  return childrenOf(doc, list[phrase.head]!.token, "acl:relcl").length > 0 || /^W/.test(doc.xpos[next.token] ?? "");
}

/** "The group Green Dawn": a name right behind says which one is meant. */
export function isNamed({ doc, list }: Words, phrase: Phrase): boolean {
  const head = list[phrase.head]!;
  const next = list[phrase.end];
  if (next === undefined || next.sentence !== head.sentence || next.kind !== "word" || next.upos !== "PROPN") return false;
  if (doc.names.some((name) => name.kind === "person" && name.first <= next.token && next.token < name.end)) return false;
  const above = [next.token, doc.head[next.token], doc.head[doc.head[next.token] ?? -1]];
  return above.includes(head.token) || above.includes(doc.head[head.token]);
}
