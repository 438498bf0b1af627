import type { ActorKind } from "../../model/actor.ts";
import type { Party } from "./cast.ts";
import { pairThatMet } from "./met.ts";
import type { Phrase } from "./phrases.ts";
import { type Draft, headToken, type Scene } from "./scene.ts";
import { nearby } from "./unmeant.ts";

/** Sentences back in which those whom "the countries" takes up were named side by side; farther where they are counted. */
const REACH = 2;
const COUNTED_REACH = 4;
const numbers = ["two", "three", "four", "five"];
const states: ReadonlySet<ActorKind> = new Set<ActorKind>(["state", "government"]);
const persons: ReadonlySet<ActorKind> = new Set<ActorKind>(["person"]);

/** Parties named side by side, in the order of the text. */
type List = readonly { readonly party: Party; readonly sentence: number }[];

/** The lists of parties of some kinds ("Britain, France and Canada") before an offset, last first. A person's role and name are one. */
function listsBefore(scene: Scene, before: number, sentence: number, kinds: ReadonlySet<ActorKind>): readonly List[] {
  const { mentions, words, cast } = scene;
  const { doc } = words;
  const lists: { party: Party; sentence: number }[][] = [];
  let last: Draft | null = null;
  const near = mentions.slice(-nearby).filter((m) => m.end <= before && m.form !== "pronoun" && m.rule !== "owner" && m.rule !== "origin");
  for (const m of near.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const party = cast.parties.get(m.actor)!;
    const at = doc.sentenceOf[m.head] ?? 0;
    if (sentence - at > COUNTED_REACH || !kinds.has(party.kind) || m.rule === "pair") continue;
    const between: string = last === null ? "" : doc.text.slice(last.end, m.start);
    if (last !== null && m.actor === last.actor && between.trim() === "") last = m;
    else {
      if (last !== null && /^(?:\s*\([^)]{1,12}\))?\s*(?:,|,?\s+and|,?\s+as well as)\s+(?:the\s+)?$/.test(between))
        lists.at(-1)!.push({ party, sentence: at });
      else lists.push([{ party, sentence: at }]);
      last = m;
    }
  }
  return lists.filter((list) => list.length > 1).reverse();
}

/** "The three countries", "the governments", "the three leaders": those last named side by side, as many as are counted; null where none are. */
export function severalNamed(scene: Scene, phrase: Phrase): readonly Party[] | null {
  const { list } = scene.words;
  const count = numbers.indexOf(phrase.determiner) + 2;
  const the = count > 1 ? list[phrase.first - 2]?.fold : phrase.determiner;
  const { word, plural } = phrase.reading;
  const kinds = /^(?:country|nation|government|state)$/.test(word) ? states : PERSONS.test(word) ? persons : null;
  if (!plural || kinds === null || phrase.owner !== null || !/^(?:the|these|those)$/.test(the ?? "")) return null;
  if (phrase.qualifiers.length > 0 || list[phrase.end]?.fold === "of") return null;
  const head = list[phrase.head]!;
  const fits = (several: List) =>
    count > 1 ? several.length === count : several.length > 1 && head.sentence - several[0]!.sentence <= REACH;
  const found = listsBefore(scene, head.start, head.sentence, kinds).find(fits);
  if (found !== undefined) return found.map(({ party }) => party);
  return kinds === persons && count < 2 ? justMet(scene, head.sentence, head.start) : null;
}

/** What two or more persons are called together. */
const PERSONS = /(?:^|\s)(?:leader|minister|president|premier)$/;

/** "The ministers": the two who met each other in this sentence or the one before. */
function justMet(scene: Scene, sentence: number, before: number): readonly Party[] | null {
  return pairThatMet(scene, sentence, before, persons) ?? pairThatMet(scene, sentence - 1, before, persons);
}

/** Writes down each of several parties on the words of one phrase. */
export function tellSeveral(scene: Scene, phrase: Phrase, several: readonly Party[]): void {
  const { list } = scene.words;
  const first = phrase.first - (list[phrase.first - 1]?.fold === phrase.determiner && numbers.includes(phrase.determiner) ? 1 : 0);
  const head = headToken(scene.words, first, phrase.end, phrase.head);
  for (const party of several)
    scene.mentions.push({
      start: list[first]!.start,
      end: list[phrase.end - 1]!.end,
      actor: party.key,
      head,
      form: "description",
      rule: "pair",
      first: list[first]!.token,
      last: list[phrase.end - 1]!.token,
    });
}
