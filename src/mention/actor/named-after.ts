import { hasRelation } from "../../syntax/tree.ts";
import type { Party } from "./cast.ts";
import { type Draft, type Scene, subjectRank } from "./scene.ts";
import type { RunUnit } from "./units.ts";
import { nearby } from "./unmeant.ts";

const SPEAKING =
  /^(?:say|tell|add|stress|warn|call|state|declare|note|argue|claim|describe|condemn|reject|urge|accuse|announce|insist|speak)$/;

/** How near the head of an article somebody is called by an office before the name. */
const OPENING = 4;

/**
 * "Peru's envoy to the UN has warned of a war. Carlos Vega said …": reporters open on what somebody is and name him in the next sentence. A full name
 * without a title, told of for the first time, whose bearer speaks right after the one who was called by an office: he holds it.
 */
export function placeByOffice(scene: Scene, run: RunUnit, person: Party): void {
  const { words, mentions, cast } = scene;
  const { doc, list } = words;
  const { sentence, token } = list[run.first]!;
  if (person.partyOf !== null || person.roles.length > 0 || run.end - run.first < 2 || sentence === 0 || sentence > OPENING) return;
  if (mentions.some((m) => m.actor === person.key) || !speaks(scene, token, list[run.end - 1]!.token)) return;
  const before = mentions.slice(-nearby).filter((m) => doc.sentenceOf[m.head] === sentence - 1);
  const described = before.filter((m) => m.rule === "person.described" && cast.parties.get(m.actor)?.key.startsWith("unnamed:"));
  const [one] = described;
  const office = one === undefined ? undefined : cast.parties.get(one.actor);
  const named = before.some((m) => cast.parties.get(m.actor)?.key.startsWith("person:"));
  if (
    one === undefined ||
    office?.partyOf == null ||
    described.length > 1 ||
    named ||
    !(speaks(scene, one.first, one.last) || isTitled(scene, one))
  )
    return;
  person.partyOf = office.partyOf;
  person.country ??= office.country;
  person.sector ??= office.sector;
}

/** "Duties harm trade: Peru's envoy": a headline that ends on who says so. */
function isTitled({ words: { doc } }: Scene, { start, last }: Draft): boolean {
  const { first, end } = doc.sentences[doc.sentenceOf[last] ?? 0]!;
  return last === end - 1 && /\S:\s*$/.test(doc.text.slice(doc.start[first], start));
}

/** True where one of some tokens is the subject of the main clause, whose verb is one of speech. */
function speaks({ words }: Scene, first: number, last: number): boolean {
  const { doc } = words;
  for (let t = first; t <= last; t++)
    if (hasRelation(doc, t, "nsubj") && subjectRank(words, t) === 2 && SPEAKING.test(doc.lemma[doc.head[t] ?? -1] ?? "")) return true;
  return false;
}
