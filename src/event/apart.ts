import { overlaps } from "../model/span.ts";
import { gapBetween, type Interval, lengthOf } from "../text/interval.ts";
import { meets } from "../text/words.ts";
import type { Cluster } from "./cluster.ts";
import { comparePlaces } from "./places.ts";
import type { Telling } from "./telling.ts";

/** Cannot-link: other persons, other steps of a series, a call and a visit, a release and a withdrawal, places apart, an opposite polarity. */
export function cannotBeOne(telling: Telling, cluster: Cluster, same: boolean): boolean {
  if (telling.named.size > 0 && cluster.named.size > 0 && !same) return true;
  if (telling.apart && cluster.byArticle.has(telling.article.id)) return true;
  for (const [noun, value] of telling.steps) {
    if (cluster.steps.has(noun) && cluster.steps.get(noun) !== value) return true;
    // "four rounds were held" are not the fifth.
    if (counts(cluster.numbers, noun, value)) return true;
  }
  for (const [noun, value] of cluster.steps) if (counts(telling.numbers, noun, value)) return true;
  if (isVerbal(telling.family) && isRepeat(telling, cluster)) return true;
  if (cluster.lasting !== telling.lasting) return true;
  if (telling.stage === "offered" && isOtherOffer(telling, cluster)) return true;
  if (modesApart(telling, cluster)) return true;
  if (telling.several !== cluster.several && [1, 2].includes((telling.several ? cluster.from : telling.from).size)) return true;
  if (telling.family === "meet" && inArticle(telling, cluster).some((one) => otherGuests(one, telling))) return true;
  if (telling.statement.modality !== "denied" && cluster.polarity !== null && cluster.polarity !== telling.statement.polarity) return true;
  if (telling.family !== "meet" && inArticle(telling, cluster).some((one) => sameBreath(one, telling))) return true;
  return !same && placesApart(telling, cluster);
}

/** Modes of which one paper's can be another's: what falls on a camp is a raid, a shelling or a strike. */
const NEIGHBOURS: readonly ReadonlySet<string>[] = [
  new Set(["aerial", "heavy-weapons", "explosives", "drone"]),
  new Set(["withdraw", "discontinue", "meet"]),
];

// A call and a visit are two; what is said or lies ahead is told apart by what it is about.
function modesApart(telling: Telling, cluster: Cluster): boolean {
  const { mode } = telling.statement;
  if (!mode || cluster.modes.size === 0 || cluster.modes.has(mode)) return false;
  if (telling.family === "meet") return (mode === "phone") !== cluster.modes.has("phone");
  if (isVerbal(telling.family)) return false;
  return !NEIGHBOURS.some((some) => some.has(mode) && meets(cluster.modes, some));
}

/** True where the same persons met others: an article tells of two meetings. */
function otherGuests(a: Telling, b: Telling): boolean {
  const own = (who: Telling["statement"]["actors"], telling: Telling): string[] =>
    [...new Set(who.map((one) => one.actor))].filter((id) => telling.persons.has(id)).sort();
  const [host, other] = [own(a.statement.actors, a), own(b.statement.actors, b)];
  const [guests, others] = [own(a.statement.recipients, a), own(b.statement.recipients, b)];
  return host.length > 0 && host.join() === other.join() && guests.length > 0 && others.length > 0 && !meets(guests, new Set(others));
}

// An offer under a condition and, weeks later, a promise without one are two moves.
function isOtherOffer(telling: Telling, cluster: Cluster): boolean {
  const { published, statement } = telling;
  if (!published || !cluster.published || gapBetween(published, cluster.published) <= 7) return false;
  return (statement.condition !== null) !== cluster.tellings.some((one) => one.statement.condition !== null);
}

function counts(numbers: ReadonlySet<string>, noun: string, value: number): boolean {
  return [...numbers].some((one) => one.startsWith(`count|${noun}|`) && Number(one.split("|")[2]) < value);
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

/** Families of what is said. */
export const VERBAL: ReadonlySet<string> = new Set(["asked", "threatened", "refused", "SAY", "ACCUSE", "SUPPORT", "PROTEST"]);

/** True where a family holds what is said or lies ahead. */
export function isVerbal(family: string): boolean {
  return VERBAL.has(family) || family.includes(":");
}

// A page flattened to one line has one paragraph: so many characters apart is no neighbour either.
const BESIDE = 600;

/** True where two tellings stand in one paragraph or in neighbouring ones. */
export function isBeside(a: Telling, b: Telling): boolean {
  return Math.abs(a.paragraph - b.paragraph) <= 1 && Math.abs(a.statement.evidence.start - b.statement.evidence.start) <= BESIDE;
}

/** True where a telling stands in the same paragraph as one of the cluster, or in the next. */
export function isNextTo(telling: Telling, cluster: Cluster): boolean {
  return inArticle(telling, cluster).some((one) => isBeside(one, telling));
}

/** A cluster's tellings in the article of this one. */
export function inArticle(telling: Telling, cluster: Cluster): readonly Telling[] {
  return cluster.byArticle.get(telling.article.id) ?? [];
}
