import type { RoleTable } from "../../lexicon/actor-tables.ts";
import type { ActorLexicon } from "../../lexicon/actors.ts";
import { isNamePrefix, matchName, type RunUnit, type Unit } from "./units.ts";
import { isCapital, type Word, type Words } from "./words.ts";

const orgClasses = new Set([
  "ministry",
  "institution",
  "body",
  "movement",
  "party",
  "court",
  "legislature",
  "armed",
  "spies",
  "navy",
  "airforce",
  "forces",
  "police",
]);

/** True when the word, written with a capital, may head or end the name of an organisation. */
function isOrgWord(word: Word, roles: RoleTable): boolean {
  return isCapital(word) && roles.orgWords.has(word.fold);
}

function capitalRole(unit: Unit | undefined, list: readonly Word[]): boolean {
  return (
    unit?.type === "role" &&
    isCapital(list[unit.first]) &&
    isCapital(list[unit.end - 1]) &&
    unit.readings.some((reading) => orgClasses.has(reading.class))
  );
}

/** "War" in "Institute for War Studies": a word for an act, written as a name. */
function capitalWord(unit: Unit | undefined, list: readonly Word[]): boolean {
  return unit?.type === "role" && unit.end - unit.first === 1 && isCapital(list[unit.first]) && unit.readings[0]!.class === "act";
}

/** True when `next` continues a name that `unit` began: nothing but a space between, same sentence. */
function adjacent(unit: Unit, next: Unit | undefined, list: readonly Word[]): next is Unit {
  if (next === undefined) return false;
  const word = list[next.first]!;
  return word.sentence === list[unit.first]!.sentence && !word.breaks && word.kind === "word";
}

/** "Michael Jordan", "Jordan Peterson", "Iran Air": a listed name that is only a part of another name. */
function absorbsName(unit: Unit, next: Unit, words: Words, lexicon: ActorLexicon): boolean {
  const { list } = words;
  if (words.titleCase[list[unit.first]!.sentence] === true) return false;
  if (unit.type === "run" && next.type === "name") {
    const first = list[unit.first]!;
    if (unit.end - unit.first === 1 && isNamePrefix(first, next, lexicon)) return true;
    if (unit.end - unit.first === 1 && next.entries[0]!.use === "name" && /^(?:mount|lake|cape)$/.test(first.fold)) return true;
    return (
      unit.end - unit.first === 1 &&
      next.end - next.first === 1 &&
      lexicon.givenNames.has(first.fold) &&
      next.entries[0]!.use !== "adjective"
    );
  }
  if (unit.type !== "name" || next.type !== "run" || unit.end - unit.first > 1) return false;
  const use = unit.entries[0]!.use;
  const before = list[unit.first - 1];
  const prepared = before?.sentence === list[unit.first]!.sentence && /^(?:for|to|of|in|on|from|with)$/.test(before?.fold ?? "");
  const given = next.end - next.first > 1 && lexicon.givenNames.has(list[next.first]!.fold);
  if (prepared || given) return false;
  const orgish = list.slice(next.first, next.end).some((word) => isOrgWord(word, lexicon.roles));
  if (orgish) return true;
  const state = unit.entries[0]!.key.startsWith("state:");
  const titled = lexicon.roles.words.get(list[next.first]!.fold)?.some((reading) => reading.class === "title") === true;
  return state && (use === "capital" || use === "name" || use === "place") && !titled && !/^[\p{Lu}.]+$/u.test(list[unit.first]!.text);
}

/** "Blue Workers Party", "Ministry of Women's Affairs", "Council for Peace": parts that make one name of an organisation. */
function absorbsOrg(parts: readonly Unit[], next: Unit, after: Unit | undefined, words: Words, lexicon: ActorLexicon): number {
  const { list } = words;
  const { roles, givenNames } = lexicon;
  const last = parts.at(-1)!;
  if (words.titleCase[list[next.first]!.sentence] === true) return 0;
  const capital = last.type === "role" && isCapital(list[last.first]) && isCapital(list[last.end - 1]);
  const common =
    next.type === "run" &&
    next.end - next.first === 1 &&
    (isOrgWord(list[next.first]!, roles) || roles.placeWords.has(list[next.first]!.fold));
  if (capital && common) return 1;
  // "Billie King", "Alan Judge": a surname that is an office elsewhere.
  const surname =
    next.type === "role" && next.end - next.first === 1 && isCapital(list[next.first]) && next.readings[0]!.class === "office";
  if (last.type === "run" && last.end - last.first <= 2 && surname && givenNames.has(list[last.first]!.fold) && parts.length === 1)
    return 1;
  const begun = last.type === "run" || (parts.length > 1 && last.type === "name");
  if (begun && capitalRole(next, list) && next.end - next.first === 1) return 1;
  // "Civil Aviation Authority", "Drug Enforcement Administration"; a president's administration is no name of its own.
  const authority = next.type === "role" && next.end - next.first === 1 && isCapital(list[next.first]) && list[next.first]!.fold;
  if (last.type === "run" && authority === "authority") return 1;
  if (last.type === "run" && authority === "administration" && last.end - last.first > 1 && !givenNames.has(list[last.first]!.fold))
    return 1;
  const orgStart = parts.length === 1 && (capitalRole(last, list) || (last.type === "run" && isOrgWord(list[last.end - 1]!, roles)));
  if (
    orgStart &&
    next.type === "word" &&
    /^(?:of|for|on|de|del|da|do|di|du)$/.test(list[next.first]!.fold) &&
    (after?.type === "run" || capitalWord(after, list))
  )
    return 2;
  // "Institute for War Studies": more of what the body deals with.
  if (parts.length > 2 && last.type === "role" && next.type === "run" && !givenNames.has(list[next.first]!.fold)) return 1;
  if (
    parts.length > 1 &&
    last.type === "run" &&
    next.type === "word" &&
    list[next.first]!.fold === "and" &&
    after?.type === "run" &&
    isOrgWord(list[parts[0]!.first]!, roles)
  )
    return 2;
  return 0;
}

/** "Sky News Arabia": one more word of the name of a known organisation. */
function extendsOrg(unit: Unit, next: Unit | undefined, words: Words, lexicon: ActorLexicon): next is RunUnit {
  if (unit.type !== "name" || !adjacent(unit, next, words.list) || next.type !== "run" || next.end - next.first > 1) return false;
  const known = lexicon.known.get(unit.entries[0]!.key);
  return (
    known?.kind === "organisation" &&
    !lexicon.givenNames.has(words.list[next.first]!.fold) &&
    words.titleCase[words.list[unit.first]!.sentence] !== true
  );
}

/** Joins units that together make one name the lexicon does not know. */
export function joinRuns(units: readonly Unit[], words: Words, lexicon: ActorLexicon): readonly Unit[] {
  const out: Unit[] = [];
  for (let i = 0; i < units.length; ) {
    const parts: Unit[] = [units[i]!];
    let at = i + 1;
    for (; parts[0]!.type !== "word" && adjacent(parts.at(-1)!, units[at], words.list); ) {
      const next = units[at]!;
      const taken = absorbsName(parts.at(-1)!, next, words, lexicon) ? 1 : absorbsOrg(parts, next, units[at + 1], words, lexicon);
      if (taken === 0) break;
      parts.push(...units.slice(at, at + taken));
      at += taken;
    }
    const only = parts[0]!;
    if (parts.length === 1 && only.type === "name" && extendsOrg(only, units[at], words, lexicon)) {
      out.push({ ...only, end: units[at]!.end });
      i = at + 1;
      continue;
    }
    out.push(parts.length === 1 ? parts[0]! : { type: "run", first: parts[0]!.first, end: parts.at(-1)!.end });
    i = at;
  }
  return out;
}

/** The listed party that one word of the text may name, or null. */
function listedAt({ list }: Words, at: number, lexicon: ActorLexicon): string | null {
  const unit = matchName(list, at, lexicon.names);
  return (unit?.end === at + 1 ? unit.entries.find((other) => other.use === "name")?.key : undefined) ?? null;
}

/** "Paulo Chile … Chile said": the name of a party that a person of the article bears is his, unless an adjective or a longer name tells of that party too. */
export function claimSurnames(units: readonly Unit[], words: Words, lexicon: ActorLexicon): readonly Unit[] {
  const borne = new Set<string>();
  for (const unit of units) {
    if (unit.type !== "run" || unit.end - unit.first < 2 || !lexicon.givenNames.has(words.list[unit.first]!.fold)) continue;
    const party = listedAt(words, unit.end - 1, lexicon);
    if (party !== null) borne.add(party);
  }
  for (const unit of units)
    if (unit.type === "name")
      for (const { key, use } of unit.entries) if (use === "adjective" || use === "people" || unit.end - unit.first > 1) borne.delete(key);
  const bears = (unit: Unit) =>
    unit.type === "name" && unit.end - unit.first === 1 && borne.has(listedAt(words, unit.first, lexicon) ?? "");
  return borne.size === 0 ? units : units.map((unit) => (bears(unit) ? { type: "run", first: unit.first, end: unit.end } : unit));
}

/** What a run of capitals seems to name. */
export type RunKind = "person" | "organisation" | "place" | "thing" | "unknown";

/** What a capitalised run names, by its own words and the trained reader's names; the words around it are judged elsewhere. */
export function classifyRun(run: RunUnit, words: Words, lexicon: ActorLexicon): RunKind {
  const { roles, givenNames } = lexicon;
  let end = run.end;
  while (end > run.first + 1 && /^\d+$/.test(words.list[end - 1]!.text)) end--;
  const own = words.list.slice(run.first, end);
  const last = own.at(-1)!;
  const many = own.length > 1;
  // "Christian Berg", "April Lund": a given name is no thing where a surname follows.
  const given = many && givenNames.has(own[0]!.fold);
  if (own.some((word, i) => isCapital(word) && roles.thingWords.has(word.fold) && !(given && i === 0))) return "thing";
  // "R-Ohio": a party and a district behind a member's name.
  if (many && own[0]!.text.length === 1 && own[1]!.joined) return "thing";
  const name = words.doc.names.find((name) => name.first <= last.token && name.end > last.token);
  // A piece of a longer name ("Coordination" in "Office for the Coordination of Aid") names nobody.
  const piece = name !== undefined && (own[0]!.token - name.first > 1 || name.end - last.token > 2);
  const told = name !== undefined && !piece && name.probability >= 0.6 ? name.kind : null;
  // "Mount Kenya University" is a body named after a place.
  if (many && isCapital(own[0]) && roles.placeWords.has(own[0]!.fold) && !roles.orgWords.has(last.fold)) return "place";
  if (
    many &&
    /^(?:airport|airbase|airfield|peninsula|strait|province|district|governorate|hospital|stadium|hotel|refinery)$/.test(last.fold)
  )
    return "place";
  if (many && told === "person" && !roles.orgWords.has(last.fold)) return "person";
  const common = roles.orgWords.has(last.fold) || roles.placeWords.has(last.fold) || roles.words.has(last.fold);
  if (!many && (common || /^\p{Lu}{2,}$/u.test(last.text))) return "unknown";
  if (
    many &&
    roles.placeWords.has(
      own
        .slice(-2)
        .map((word) => word.fold)
        .join(" "),
    )
  )
    return "place";
  if (many && roles.orgWords.has(last.fold) && !given) return "organisation";
  if (many && roles.placeWords.has(last.fold) && !given) return "place";
  if (many && isOrgWord(own[0]!, roles) && own.some((word) => /^(?:of|for|on)$/.test(word.fold))) return "organisation";
  if (many && isCapital(own[0]) && roles.placeWords.has(own[0]!.fold)) return "place";
  if (given && !own.some((word) => /^(?:of|for)$/.test(word.fold))) return "person";
  return told ?? "unknown";
}
