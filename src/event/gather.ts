import type { Parties } from "../model/party.ts";
import { formatDay } from "../text/civil.ts";
import { formatMonth, lengthOf } from "../text/interval.ts";
import { compareText } from "../text/words.ts";
import { addTelling, beginCluster, type Cluster } from "./cluster.ts";
import { clashes, measureFit } from "./fit.ts";
import { isNarrow, type Telling } from "./telling.ts";

// Each key offers at most this many clusters: with it a telling costs the same in a dossier of ten articles and of ten thousand.
const OFFERED = 40;
// A key without a month, person, story or article holds a party's whole history: it offers less.
const OFFERED_WIDE = 12;
const NARROW_KEY = /\d{4}-\d\d(?:-\d\d)?$|\|[aps]:/;
// Tellings of a cluster that are looked at when two clusters are compared.
const LOOKED_AT = 6;

/**
 * Puts tellings of one happening together: blocking by (parties, act, month), by (party, act, object) and by (party, act, story),
 * then the best fitting cluster, the most specific tellings first. The order is made here, so the order of the input cannot matter.
 */
export function gather(tellings: readonly Telling[], storyOf: ReadonlyMap<string, string>, parties: Parties): readonly Cluster[] {
  const ordered = [...tellings].sort(bySpecificity);
  const blocks = new Map<string, Cluster[]>();
  const clusters: Cluster[] = [];
  for (const telling of ordered) {
    const story = storyOf.get(telling.article.id) ?? telling.article.id;
    const best = findBest(telling, keysOf(telling, story, true), blocks, story, parties);
    if (best) addTelling(best, telling, story);
    const home = best ?? beginCluster(telling, story);
    if (!best) clusters.push(home);
    for (const key of keysOf(telling, story, false)) offer(blocks, key, home);
  }
  return mergeClusters(clusters, storyOf, parties);
}

/**
 * A second look at whole clusters: what stayed apart because its first tellings said too little joins where one of them fits
 * and none of them clashes. Earlier (more specific) clusters take in later ones.
 */
function mergeClusters(clusters: readonly Cluster[], storyOf: ReadonlyMap<string, string>, parties: Parties): readonly Cluster[] {
  const storyOfTelling = (telling: Telling): string => storyOf.get(telling.article.id) ?? telling.article.id;
  const blocks = new Map<string, Cluster[]>();
  const kept: Cluster[] = [];
  for (const cluster of clusters) {
    const looked = cluster.tellings.slice(0, LOOKED_AT);
    const keys = [...new Set(looked.flatMap((one) => keysOf(one, storyOfTelling(one), true)))];
    let best: Cluster | null = null;
    let most = Number.NEGATIVE_INFINITY;
    for (const other of new Set(keys.flatMap((key) => blocks.get(key) ?? []))) {
      if (looked.some((one) => clashes(one, other, parties))) continue;
      const score = Math.max(...looked.map((one) => measureFit(one, other, storyOfTelling(one), parties) ?? Number.NEGATIVE_INFINITY));
      if (score > most) {
        most = score;
        best = other;
      }
    }
    if (best) for (const one of cluster.tellings) addTelling(best, one, storyOfTelling(one));
    else kept.push(cluster);
    const offered = new Set(looked.flatMap((one) => keysOf(one, storyOfTelling(one), false)));
    for (const key of offered) offer(blocks, key, best ?? cluster);
  }
  return kept;
}

function offer(blocks: Map<string, Cluster[]>, key: string, cluster: Cluster): void {
  const block = blocks.get(key);
  if (!block) blocks.set(key, [cluster]);
  else if (!block.includes(cluster)) {
    block.push(cluster);
    if (block.length > (NARROW_KEY.test(key) ? OFFERED : OFFERED_WIDE)) block.shift();
  }
}

function findBest(
  telling: Telling,
  keys: readonly string[],
  blocks: ReadonlyMap<string, readonly Cluster[]>,
  story: string,
  parties: Parties,
): Cluster | null {
  const seen = new Set<Cluster>();
  let best: Cluster | null = null;
  let most = Number.NEGATIVE_INFINITY;
  let second = Number.NEGATIVE_INFINITY;
  for (const key of keys)
    for (const cluster of blocks.get(key) ?? []) {
      if (seen.has(cluster)) continue;
      seen.add(cluster);
      const score = measureFit(telling, cluster, story, parties);
      if (score === null) continue;
      if (score > most) {
        second = most;
        most = score;
        best = cluster;
      } else second = Math.max(second, score);
    }
  // Between two happenings it fits alike, a telling without a week stays alone: a wrong join would make false contradictions.
  return best && most === second && (telling.when === null || lengthOf(telling.when) > 7) ? null : best;
}

/** The most specific first: short times, both sides known, persons named; then by date and place, so that ties fall the same way on every machine. */
function bySpecificity(a: Telling, b: Telling): number {
  return (
    spread(a) - spread(b) ||
    missing(a) - missing(b) ||
    (a.published?.low ?? 0) - (b.published?.low ?? 0) ||
    compareText(a.article.id, b.article.id) ||
    a.statement.evidence.start - b.statement.evidence.start ||
    compareText(a.statement.id, b.statement.id)
  );
}

function spread(telling: Telling): number {
  if (!telling.when) return 4;
  const days = lengthOf(telling.when);
  return days <= 7 ? 0 : days <= 31 ? 1 : days <= 366 ? 2 : 3;
}

function missing(telling: Telling): number {
  return (
    (telling.from.size === 0 ? 1 : 0) +
    (telling.to.size === 0 && !(telling.mutual && telling.from.size > 1) ? 1 : 0) +
    (telling.named.size === 0 ? 0.5 : 0)
  );
}

// So many parties of one telling are looked up; a list of twenty states would make two hundred pairs.
const MOST_SIDES = 6;

/** The keys a telling is offered under, or looked up by: a telling of one day looks among its own and the neighbouring days only. */
function keysOf(telling: Telling, story: string, asking: boolean): string[] {
  const { family } = telling;
  const sides = [...telling.sides].sort().slice(0, MOST_SIDES);
  const stamps = stampsOf(telling, asking);
  // The narrow ones come first: among those before them, none is without a time.
  const wide = !asking || !isNarrow(telling.when);
  const keys: string[] = [`${family}|a:${telling.article.id}`];
  for (const person of telling.named) keys.push(`${family}|p:${person}`);
  for (const [i, one] of sides.entries()) {
    keys.push(`${family}|${one}|s:${story}`);
    const about = [...sides.slice(i + 1)];
    for (const [name, thing] of telling.things) if (!thing.common) about.push(`t:${name}`);
    for (const other of about) {
      for (const stamp of stamps) keys.push(`${family}|${one}|${other}|${stamp}`);
      if (wide) keys.push(`${family}|${one}|${other}`);
    }
    // What says little is looked for among all that its side did in that month.
    if (!asking || about.length === 0) for (const stamp of stamps.length > 0 ? stamps : ["-"]) keys.push(`${family}|${one}||${stamp}`);
    if (telling.place) for (const stamp of stamps) keys.push(`${family}|${one}|l:${telling.place.key}|${stamp}`);
  }
  return keys;
}

/** Days or months the happening can lie in; a telling without a time lies in the month it was published or the one before. */
function stampsOf(telling: Telling, asking: boolean): string[] {
  const { when, published } = telling;
  if (when && lengthOf(when) <= 3) {
    const days = asking ? { low: when.low - 1, high: when.high + 1 } : when;
    const stamps = Array.from({ length: lengthOf(days) }, (_, i) => formatDay(days.low + i));
    return asking ? stamps : [...stamps, ...new Set([formatMonth(when.low), formatMonth(when.high)])];
  }
  const base = isNarrow(when) ? when : when === null && published ? { low: published.low - 31, high: published.high } : null;
  if (!base || !Number.isFinite(base.low) || !Number.isFinite(base.high)) return [];
  const months = new Set<string>();
  for (let day = base.low; day <= base.high && months.size < 3; day += 28) months.add(formatMonth(day));
  months.add(formatMonth(base.high));
  return [...months];
}
