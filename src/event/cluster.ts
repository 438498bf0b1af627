import type { Interval } from "../text/interval.ts";
import type { Place } from "./places.ts";
import type { Telling } from "./telling.ts";
import type { Thing } from "./things.ts";

/** Tellings taken to be of one happening, with what they say together. */
export interface Cluster {
  readonly tellings: Telling[];
  readonly family: string;
  from: ReadonlySet<string>;
  to: ReadonlySet<string>;
  sides: ReadonlySet<string>;
  named: ReadonlySet<string>;
  things: ReadonlyMap<string, Thing>;
  words: ReadonlySet<string>;
  issues: ReadonlySet<string>;
  modes: ReadonlySet<string>;
  places: ReadonlyMap<string, Place>;
  steps: ReadonlyMap<string, number>;
  numbers: ReadonlySet<string>;
  stories: ReadonlySet<string>;
  /** Its tellings by article: neighbours are looked for there, so that an event told a thousand times costs no more to join. */
  readonly byArticle: Map<string, Telling[]>;
  readonly lasting: boolean;
  readonly several: boolean;
  weekdays: ReadonlySet<number>;
  /** Of the tellings that are no denial; null while there is none. */
  polarity: "positive" | "negative" | null;
  /** The first day any teller was published, and the last day one of those was that say "again". */
  firstTold: number;
  lastAgain: number;
  /** The days all tellings agree on, or null while none gives a time. */
  when: Interval | null;
  /** From the first to the last day any teller was published. */
  published: Interval | null;
}

const NONE: ReadonlySet<string> = new Set();
const NO_DAYS: ReadonlySet<number> = new Set();

/** Begins a cluster with its first telling, whose sets it shares until it grows: most happenings are told once. */
export function beginCluster(telling: Telling, story: string): Cluster {
  const { statement, place } = telling;
  return {
    tellings: [telling],
    family: telling.family,
    from: telling.from,
    to: telling.to,
    sides: telling.sides,
    named: telling.named,
    things: telling.things,
    words: telling.words,
    issues: statement.issues.length > 0 ? new Set(statement.issues) : NONE,
    modes: statement.mode ? new Set([statement.mode]) : NONE,
    places: new Map(place ? [[place.key, place]] : []),
    steps: telling.steps,
    numbers: telling.numbers,
    stories: new Set([story]),
    byArticle: new Map([[telling.article.id, [telling]]]),
    lasting: telling.lasting,
    several: telling.several,
    weekdays: telling.weekday === null ? NO_DAYS : new Set([telling.weekday]),
    polarity: statement.modality === "denied" ? null : statement.polarity,
    firstTold: telling.published?.high ?? Number.POSITIVE_INFINITY,
    lastAgain: telling.again ? (telling.published?.low ?? Number.NEGATIVE_INFINITY) : Number.NEGATIVE_INFINITY,
    when: telling.when,
    published: telling.published,
  };
}

/** Takes a telling into a cluster. */
export function addTelling(cluster: Cluster, telling: Telling, story: string): void {
  const other = beginCluster(telling, story);
  cluster.tellings.push(telling);
  for (const key of ["from", "to", "sides", "named", "words", "issues", "modes", "numbers", "stories"] as const)
    cluster[key] = unite(cluster[key], other[key]);
  cluster.weekdays = unite(cluster.weekdays, other.weekdays);
  cluster.things = uniteMaps(cluster.things, other.things);
  cluster.places = uniteMaps(cluster.places, other.places);
  cluster.steps = uniteMaps(cluster.steps, other.steps);
  const own = cluster.byArticle.get(telling.article.id);
  if (own) own.push(telling);
  else cluster.byArticle.set(telling.article.id, [telling]);
  cluster.polarity ??= other.polarity;
  cluster.firstTold = Math.min(cluster.firstTold, other.firstTold);
  cluster.lastAgain = Math.max(cluster.lastAgain, other.lastAgain);
  if (telling.when) cluster.when = cluster.when ? (intersect(cluster.when, telling.when) ?? cluster.when) : telling.when;
  const { published } = telling;
  if (published && cluster.published)
    cluster.published = { low: Math.min(cluster.published.low, published.low), high: Math.max(cluster.published.high, published.high) };
  else cluster.published ??= published;
}

function unite<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): ReadonlySet<T> {
  if (a.size === 0) return b;
  for (const one of b) if (!a.has(one)) return new Set([...a, ...b]);
  return a;
}

function uniteMaps<T>(a: ReadonlyMap<string, T>, b: ReadonlyMap<string, T>): ReadonlyMap<string, T> {
  if (a.size === 0) return b;
  for (const key of b.keys()) if (!a.has(key)) return new Map([...b, ...a]);
  return a;
}

function intersect(a: Interval, b: Interval): Interval | null {
  const low = Math.max(a.low, b.low);
  const high = Math.min(a.high, b.high);
  return low <= high ? { low, high } : null;
}
