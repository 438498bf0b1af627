import type { Parties } from "../model/party.ts";
import { overlaps } from "../model/span.ts";
import { gapBetween, type Interval, lengthOf } from "../text/interval.ts";
import { containment, meets } from "../text/words.ts";
import type { Cluster } from "./cluster.ts";
import { comparePlaces } from "./places.ts";
import { isNarrow, type Telling } from "./telling.ts";

/** Least score at which a telling joins, by family: set on the relations in test/cases. */
const LEAST: Readonly<Record<string, number>> = { meet: 4.5, AGREE: 4.5, give: 5, ASSAULT: 5.5 };
const LEAST_ELSE = 5.5;

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
  const content = compareContent(telling, cluster, same);
  if (content === null) return null;
  const time = compareTime(telling, cluster, same, sides >= 3 && isStrong(telling, cluster));
  if (time === null) return null;
  const score = sides + content + time + compareRest(telling, cluster, story);
  return score >= (LEAST[telling.family] ?? LEAST_ELSE) ? score : null;
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

function inArticle(telling: Telling, cluster: Cluster): readonly Telling[] {
  return cluster.byArticle.get(telling.article.id) ?? [];
}

// A page flattened to one line has one paragraph: so many characters apart is no neighbour either.
const BESIDE = 600;

function isBeside(a: Telling, b: Telling): boolean {
  return Math.abs(a.paragraph - b.paragraph) <= 1 && Math.abs(a.statement.evidence.start - b.statement.evidence.start) <= BESIDE;
}

/** True where a telling stands in the same paragraph as one of the cluster, or in the next. */
function isNextTo(telling: Telling, cluster: Cluster): boolean {
  return inArticle(telling, cluster).some((one) => isBeside(one, telling));
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
  if (to === null) return telling.family === "give" && from === 1.5 ? 1 : null;
  return from + to;
}

function compareSide(a: ReadonlySet<string>, b: ReadonlySet<string>, parties: Parties): number | null {
  if (a.size === 0 || b.size === 0) return 0;
  if (meets(a, b)) return 1.5;
  return kinByCountry(a, b, parties) ? 0.75 : null;
}

function without(a: ReadonlySet<string>, b: ReadonlySet<string>): Set<string> {
  return new Set([...a].filter((one) => !b.has(one)));
}

function kinByCountry(a: ReadonlySet<string>, b: ReadonlySet<string>, parties: Parties): boolean {
  const countries = new Set([...a].map(parties.country).filter((one) => one !== null));
  return [...b].some((one) => countries.has(parties.country(one) ?? ""));
}

/** Cannot-link: other persons, other steps of a series, a call and a visit, a release and a withdrawal, places apart, an opposite polarity. */
function cannotBeOne(telling: Telling, cluster: Cluster, same: boolean): boolean {
  if (telling.named.size > 0 && cluster.named.size > 0 && !same) return true;
  if (telling.apart && cluster.byArticle.has(telling.article.id)) return true;
  for (const [noun, value] of telling.steps) if (cluster.steps.has(noun) && cluster.steps.get(noun) !== value) return true;
  if (isVerbal(telling.family) && isRepeat(telling, cluster)) return true;
  if (cluster.lasting !== telling.lasting) return true;
  if (telling.stage === "offered" && isOtherOffer(telling, cluster)) return true;
  const mode = telling.statement.mode;
  if (mode && cluster.modes.size > 0 && !cluster.modes.has(mode)) {
    if (telling.family !== "meet") return true;
    if ((mode === "phone") !== cluster.modes.has("phone")) return true;
  }
  if (telling.statement.modality !== "denied" && cluster.polarity !== null && cluster.polarity !== telling.statement.polarity) return true;
  if (telling.family !== "meet" && inArticle(telling, cluster).some((one) => sameBreath(one, telling))) return true;
  return !same && placesApart(telling, cluster);
}

// An offer under a condition and, weeks later, a promise without one are two moves.
function isOtherOffer(telling: Telling, cluster: Cluster): boolean {
  const { published, statement } = telling;
  if (!published || !cluster.published || gapBetween(published, cluster.published) <= 7) return false;
  return (statement.condition !== null) !== cluster.tellings.some((one) => one.statement.condition !== null);
}

// Who asks again, days after he was told to have asked, asks a second time.
function isRepeat(telling: Telling, cluster: Cluster): boolean {
  const { published } = telling;
  if (!published) return false;
  return (telling.again && published.low - cluster.firstTold > 2) || cluster.lastAgain - published.high > 2;
}

// Two acts of one sentence with two words for them are two: who asks for a release and for aid asks twice.
function sameBreath(a: Telling, b: Telling): boolean {
  if (!overlaps(a.statement.evidence, b.statement.evidence)) return false;
  return a.statement.trigger.start !== b.statement.trigger.start;
}

// Places of two countries keep meetings and attacks apart unless the day is the same: then the places contradict each other.
function placesApart(telling: Telling, cluster: Cluster): boolean {
  const { place } = telling;
  if (!place || cluster.places.size === 0) return false;
  if ([...cluster.places.values()].some((one) => comparePlaces(one, place) !== "apart")) return false;
  return (
    !(isDay(telling.when) && isDay(cluster.when) && telling.when?.low === cluster.when?.low) && !meets(telling.steps.keys(), cluster.steps)
  );
}

function isDay(when: Interval | null): boolean {
  return when !== null && lengthOf(when) === 1;
}

const VERBAL: ReadonlySet<string> = new Set(["asked", "threatened", "refused", "SAY", "ACCUSE", "SUPPORT", "PROTEST"]);

function isVerbal(family: string): boolean {
  return VERBAL.has(family) || family.includes(":");
}

/** What the tellings are about: persons, things, words. Null where the family needs a common object and there is none. */
function compareContent(telling: Telling, cluster: Cluster, same: boolean): number | null {
  const shared = [...telling.things.values()].filter((one) => cluster.things.has(one.name));
  const rare = shared.filter((one) => !one.common).length;
  const overlap = containment(telling.words, cluster.words);
  // One word in common of two is chance.
  const alike = overlap >= 0.5 && overlap * Math.min(telling.words.size, cluster.words.size) >= 2;
  const words = Math.min(1.5, overlap * 2);
  const things = Math.min(3, rare * 2 + (shared.length - rare) * 0.75);
  const number = meets(telling.numbers, cluster.numbers);
  const value = (same ? 3 : 0) + things + words + (number ? 1 : 0);
  const { family } = telling;
  // A person named and one unnamed are one only where the day says so.
  if (family === "give" && (telling.named.size === 0) !== (cluster.named.size === 0) && rare === 0 && !sharesDay(telling, cluster))
    return null;
  if (family === "give") return same || shared.length > 0 || alike || number ? value : null;
  if (isVerbal(family)) return same || ((shared.length > 0 || number) && overlap >= 0.25) || alike ? value : null;
  // Of attacks and arrests without a day, only a place, a name or a number in common tells that they are one.
  if (DAILY.has(family) && !telling.when && !cluster.when) {
    const placed = telling.place !== null && cluster.places.has(telling.place.key);
    if (!same && !number && !(placed && overlap >= 0.4)) return null;
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
  if (!telling.published || !cluster.published) return 0;
  const apart = gapBetween(telling.published, cluster.published);
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

function compareRest(telling: Telling, cluster: Cluster, story: string): number {
  let score = 0;
  const { place } = telling;
  if (place && cluster.places.size > 0)
    score += [...cluster.places.values()].some((one) => ["same", "within"].includes(comparePlaces(one, place))) ? 1 : -0.5;
  if (telling.statement.mode && cluster.modes.has(telling.statement.mode)) score += 1;
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
