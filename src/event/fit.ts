import type { Parties } from "../model/party.ts";
import { gapBetween, lengthOf } from "../text/interval.ts";
import { containment, meets } from "../text/words.ts";
import { cannotBeOne, inArticle, isBeside, isNextTo, isVerbal, VERBAL } from "./apart.ts";
import type { Cluster } from "./cluster.ts";
import { comparePlaces, type Place } from "./places.ts";
import { isNarrow, type Telling } from "./telling.ts";

/** Least score at which a telling joins, by family: set on the relations in test/cases. */
const LEAST: Readonly<Record<string, number>> = {
  meet: 4.5,
  AGREE: 4.5,
  give: 4.5,
  break: 4.5,
  ASSAULT: 5.5,
  COERCE: 5.5,
  MOBILIZE: 5.5,
  PROTEST: 5.5,
  SANCTION: 5.5,
  SUPPORT: 6,
  ACCUSE: 5.5,
};
const LEAST_ELSE = 5;

// Whose doer nobody tells says less.
function leastOf({ family, from, mutual }: Telling, cluster: Cluster): number {
  if (family.startsWith("supposed")) return 6;
  return LEAST[family] ?? (mutual || (from.size > 0 && cluster.from.size > 0) ? LEAST_ELSE : LEAST_ELSE + 0.5);
}

// Two days told for one happening lie no farther apart than this, even where a person's name makes it certain.
const MOST_APART = 14;

/** How well a telling fits a cluster, or null where they cannot be of one happening or the evidence does not reach. */
export function measureFit(telling: Telling, cluster: Cluster, story: string, parties: Parties): number | null {
  if (telling.family !== cluster.family) return null;
  if (telling.when && cluster.when && gapBetween(telling.when, cluster.when) > MOST_APART) return null;
  const sides = compareSides(telling, cluster, parties);
  if (sides === null) return null;
  const same = meets(telling.named, cluster.named);
  const apart = cannotBeOne(telling, cluster, same);
  if (apart) return null;
  if (
    (telling.family === "meet" || telling.family === "AGREE") &&
    sides < 2 &&
    !isNextTo(telling, cluster) &&
    !sharesOccasion(telling, cluster)
  )
    return null;
  const content = compareContent(telling, cluster, same, sides);
  if (content === null) return null;
  const time = compareTime(telling, cluster, same, sides >= 3 && isStrong(telling, cluster));
  if (time === null) return null;
  const score = sides + content + time + compareRest(telling, cluster, story);
  return score >= leastOf(telling, cluster) ? score : null;
}

/** A meeting or an agreement of which only one side is told needs more than its month: the place, the round, the day in one article, or what it was about. */
function sharesOccasion(telling: Telling, cluster: Cluster): boolean {
  const { place } = telling;
  if (place && [...cluster.places.values()].some((one) => ["same", "within"].includes(comparePlaces(one, place)))) return true;
  if (meets(telling.steps.keys(), cluster.steps) || meets(telling.statement.issues, cluster.issues)) return true;
  if (
    telling.family === "AGREE" &&
    [...telling.things.values()].some((one) => !one.common && one.name !== "agreement" && cluster.things.has(one.name))
  )
    return true;
  return inArticle(telling, cluster).some((one) => sameDay(one, telling));
}

/** True where a telling cannot be of a cluster's happening, whatever else they share. */
export function clashes(telling: Telling, cluster: Cluster, parties: Parties): boolean {
  if (telling.family !== cluster.family || compareSides(telling, cluster, parties) === null) return true;
  const same = meets(telling.named, cluster.named);
  return cannotBeOne(telling, cluster, same) || compareTime(telling, cluster, same, isStrong(telling, cluster)) === null;
}

/** Both sides agree 3, one side known and the other unsaid 1.5, kin by country less; null where two said sides differ. */
function compareSides(telling: Telling, cluster: Cluster, parties: Parties): number | null {
  if (telling.mutual) {
    const all = telling.sides;
    const theirs = cluster.sides;
    let shared = 0;
    for (const one of all) if (theirs.has(one)) shared++;
    if (shared >= 2) return 3;
    // "A delegation arrived. Talks were held with the ministers.": each half names one side.
    if (shared === 0 && telling.statement.mode === "third-party") return null;
    if (shared === 0) return all.size <= 1 && theirs.size <= 1 && isNarrow(cluster.when) && isNextTo(telling, cluster) ? 1.5 : null;
    if (all.size === 1 || theirs.size === 1) return 1.5;
    return kinByCountry(without(all, theirs), without(theirs, all), parties) ? 2.25 : null;
  }
  const from = compareSide(telling.from, cluster.from, parties);
  const to = compareSide(telling.to, cluster.to, parties);
  if (from === null) return null;
  // Whom an act concerned is told in many ways (the prisoner, his state, nobody): a person concerned is weighed by name.
  if (to === null)
    return from === 1.5 && (telling.family === "give" || isLoose(telling.to, parties) || isLoose(cluster.to, parties)) ? 1 : null;
  return from + to;
}

/** True where those concerned are persons whose party nobody tells. */
function isLoose(ids: ReadonlySet<string>, parties: Parties): boolean {
  return [...ids].every((id) => parties.actor(id)?.kind === "person" && parties.party(id) === id && parties.country(id) === null);
}

function compareSide(a: ReadonlySet<string>, b: ReadonlySet<string>, parties: Parties): number | null {
  if (a.size === 0 || b.size === 0) return 0;
  if (meets(a, b)) return 1.5;
  return kinByCountry(a, b, parties) ? 0.75 : null;
}

function without(a: ReadonlySet<string>, b: ReadonlySet<string>): Set<string> {
  return new Set([...a].filter((one) => !b.has(one)));
}

// Rebels are of their country and no part of their state.
function kinByCountry(a: ReadonlySet<string>, b: ReadonlySet<string>, parties: Parties): boolean {
  const countryOf = (id: string): string | null => (parties.actor(id)?.kind === "movement" ? null : parties.country(id));
  const countries = new Set([...a].map(countryOf).filter((one) => one !== null));
  return [...b].some((one) => countries.has(countryOf(one) ?? ""));
}

// The words of a cluster grow with it until anything fits: a telling is held against single ones.
const HELD_AGAINST = 8;

function likeness(telling: Telling, cluster: Cluster): number {
  return Math.max(...cluster.tellings.slice(0, HELD_AGAINST).map((one) => containment(telling.words, one.words)));
}

/** What the tellings are about: persons, things, words. Null where the family needs a common object and there is none. */
function compareContent(telling: Telling, cluster: Cluster, same: boolean, sides: number): number | null {
  const shared = [...telling.things.values()].filter((one) => cluster.things.has(one.name));
  const rare = shared.filter((one) => !one.common).length;
  const overlap = likeness(telling, cluster);
  // One word in common of two is chance.
  const alike = overlap >= 0.5 && overlap * Math.min(telling.words.size, cluster.words.size) >= 2;
  const words = Math.min(1.5, overlap * 2);
  const things = Math.min(3, rare * 2 + (shared.length - rare) * 0.75);
  const number = meets(telling.numbers, cluster.numbers);
  // Three parties that speak together are seldom the same three twice.
  const joint = [...telling.from].filter((one) => cluster.from.has(one)).length >= 3;
  const value = (same ? 3 : 0) + things + words + (number ? 1 : 0) + (joint ? 2 : 0);
  const { family } = telling;
  // A person named and one unnamed are one only where the day says so.
  if (family === "give" && (telling.named.size === 0) !== (cluster.named.size === 0) && rare === 0 && !sharesDay(telling, cluster))
    return null;
  // One way of giving between the same two in the same days.
  const alikeGiven =
    sides >= 3 &&
    telling.statement.mode !== null &&
    cluster.modes.has(telling.statement.mode) &&
    isNarrow(telling.when) &&
    isNarrow(cluster.when);
  if (family === "give") return same || shared.length > 0 || alike || number || alikeGiven ? value : null;
  // "US sanctions" of one and of another target are told in the same word.
  if (family === "SANCTION" && sides < 2 && rare < 2 && !same && !number && overlap < 0.3 && !sharesDay(telling, cluster)) return null;
  if (family === "ACCUSE" && (telling.from.size === 0) !== (cluster.from.size === 0)) return null;
  if (isVerbal(family)) {
    const about = rare > 0 && sides >= 3 && meets(telling.statement.issues, cluster.issues);
    return same || ((shared.length > 0 || number) && overlap >= 0.25) || alike || about || joint ? value : null;
  }
  if (family === "break") return rare > 0 ? value : null;
  // Of attacks and arrests without a day, only a name, a number or the same particulars tell that they are one.
  if (DAILY.has(family) && !(isNarrow(telling.when) && isNarrow(cluster.when)) && !isNextTo(telling, cluster)) {
    const many = cluster.tellings
      .slice(0, HELD_AGAINST)
      .some((one) => containment(telling.words, one.words) >= 0.5 && [...telling.rare].filter((word) => one.words.has(word)).length >= 3);
    // A whole land at war is no place to know an attack by.
    const placed = telling.place !== null && telling.place.country === null && cluster.places.has(telling.place.key) && overlap >= 0.4;
    const denies = telling.statement.modality === "denied" || cluster.polarity === null;
    const denied = denies && (sides >= 3 || inArticle(telling, cluster).length > 0);
    if (!same && !(number && overlap >= 0.25) && !placed && !many && !denied) return null;
  }
  if (family === "AGREE" && shared.length === 0 && overlap < 0.2 && telling.things.size > 0 && cluster.things.size > 0) return -1.5;
  if (family === "meet") return Math.min(1.5, value / 2);
  return value;
}

// Acts that come day after day: a day's difference makes two of them.
const DAILY: ReadonlySet<string> = new Set(["ASSAULT", "COERCE", "PROTEST", "MOBILIZE"]);

/** True where a day's difference can be a time zone or a slip: same sides and a thing, a place or a step in common. */
function isStrong(telling: Telling, cluster: Cluster): boolean {
  if (isVerbal(telling.family) || DAILY.has(telling.family)) return false;
  const { place } = telling;
  const placed = place !== null && [...cluster.places.values()].some((one) => comparePlaces(one, place) === "same");
  if (telling.family === "meet") return placed || meets(telling.steps.keys(), cluster.steps);
  return [...telling.things.values()].some((one) => !one.common && cluster.things.has(one.name));
}

/** Time: 2 where both are narrow and meet, 1 where one is broad, little where unsaid; null where they exclude each other. */
function compareTime(telling: Telling, cluster: Cluster, same: boolean, strong: boolean): number | null {
  const { when } = telling;
  if (when && cluster.when) {
    const gap = gapBetween(when, cluster.when);
    if (gap === 1 && strong) return 0.5;
    if (gap > 0) return same && gap <= MOST_APART && !VERBAL.has(telling.family) ? 0 : null;
    return isNarrow(when) && isNarrow(cluster.when) ? 2 : 1;
  }
  const known = when ?? cluster.when;
  if (known) {
    const told = when ? cluster.published : telling.published;
    if (!told) return 0.5;
    if (told.high < known.low && telling.stage === "real") return null;
    const after = gapBetween(known, told);
    if (DAILY.has(telling.family) && after > 10 && !same) return null;
    // An undated sentence beside a dated one goes on with it.
    if (isNarrow(known) && isNextTo(telling, cluster)) return 2;
    // What is dated by its year alone is background, however late it is told.
    if (lengthOf(known) > 300) return 0;
    return after <= 10 ? 1 : after <= 45 ? 0.5 : -0.5;
  }
  if (telling.weekday !== null && cluster.weekdays.size > 0) return cluster.weekdays.has(telling.weekday) ? 1.5 : null;
  if (!telling.published && !cluster.published) return 0.5;
  if (!telling.published || !cluster.published) return 0;
  const apart = gapBetween(telling.published, cluster.published);
  // The same words weeks later are said anew.
  if (apart > 14 && isVerbal(telling.family)) return null;
  return apart <= 3 ? 1 : apart <= 14 ? 0.5 : -1;
}

function sharesDay(telling: Telling, cluster: Cluster): boolean {
  return (
    telling.when !== null &&
    cluster.when !== null &&
    lengthOf(telling.when) <= 7 &&
    lengthOf(cluster.when) <= 7 &&
    gapBetween(telling.when, cluster.when) === 0
  );
}

function sameDay(a: Telling, b: Telling): boolean {
  return a.when !== null && b.when !== null && a.when.low === b.when.low && a.when.high === b.when.high && lengthOf(a.when) <= 3;
}

// A city whose country is not known can lie in the country another names.
function placeScore(ways: readonly { readonly one: Place; readonly way: string }[], place: Place): number {
  if (ways.some(({ way }) => way === "same" || way === "within")) return 1;
  return ways.some(({ one, way }) => way === "unknown" && (one.whole || place.whole)) ? 0 : -0.5;
}

/** True where two persons of two parties take part in both. */
function samePersons(a: Telling, b: Telling): boolean {
  return new Set([...a.persons].filter(([id]) => b.persons.has(id)).map(([, party]) => party)).size >= 2;
}

function compareRest(telling: Telling, cluster: Cluster, story: string): number {
  let score = 0;
  const { place } = telling;
  if (place && cluster.places.size > 0)
    score += placeScore(
      [...cluster.places.values()].map((one) => ({ one, way: comparePlaces(one, place) })),
      place,
    );
  if (telling.statement.mode && cluster.modes.has(telling.statement.mode)) score += 1;
  if (telling.family === "meet" && !telling.when && !cluster.when && cluster.tellings.some((one) => samePersons(one, telling)))
    score += 0.75;
  if (meets(telling.steps.keys(), cluster.steps)) score += 1;
  if (meets(telling.statement.issues, cluster.issues)) score += 0.75;
  else if (isVerbal(telling.family) && telling.statement.issues.length > 0 && cluster.issues.size > 0) score -= 1.5;
  if (cluster.stories.has(story)) score += 0.75;
  // Who denies takes up what the article has told.
  if (telling.statement.modality === "denied" && inArticle(telling, cluster).length > 0) score += 0.75;
  const near = (one: Telling): boolean => isBeside(one, telling) || sameDay(one, telling);
  if (inArticle(telling, cluster).some(near)) score += 0.5;
  return score;
}
