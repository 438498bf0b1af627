import type { EventTables } from "../lexicon/events.ts";
import type { Article } from "../model/article.ts";
import { makeId } from "../text/hash.ts";
import { gapBetween, type Interval, readInterval } from "../text/interval.ts";
import { compareText, stem } from "../text/words.ts";

/** Articles taken to be of one story, with the sum of their weights: its product with another sum is the mean cosine, times the sizes. */
interface Group {
  readonly members: number[];
  readonly sum: Map<string, number>;
}

interface Profile {
  readonly article: Article;
  readonly weights: ReadonlyMap<string, number>;
  readonly day: Interval | null;
}

// Swept from 0.24 to 0.33 over a day of 759 articles (eval/gold/events/stories.tsv): below, one country's politics run together; above, large stories fall apart.
const LEAST_COSINE = 0.27;
// Two articles of one outlet share its style and its beat, so they must share more.
const OWN_OUTLET = 0.08;
const LEAD = 900;
const RAREST = 12;
const WINDOW_DAYS = 21;
const OFFERED = 32;

/** Story id by article id: articles about the same thing, told within three weeks of each other, share one. TF-IDF cosine of headline and lead, average linkage. */
export function findStories(articles: readonly Article[], tables: EventTables): ReadonlyMap<string, string> {
  const profiles = makeProfiles(articles, tables);
  const pairs = comparePairs(profiles);
  pairs.sort((a, b) => b.cosine - a.cosine || compareText(a.key, b.key));
  const groupOf = profiles.map((_, i) => i);
  const groups = profiles.map((one, i): Group => ({ members: [i], sum: new Map(one.weights) }));
  const refused = new Set<string>();
  for (const { a, b } of pairs) {
    const [one, other] = [groups[groupOf[a]!]!, groups[groupOf[b]!]!];
    if (one === other) continue;
    const attempt = `${groupOf[a]}:${one.members.length}|${groupOf[b]}:${other.members.length}`;
    if (refused.has(attempt)) continue;
    if (cosine(one.sum, other.sum) / (one.members.length * other.members.length) < LEAST_COSINE) {
      refused.add(attempt);
      continue;
    }
    const [keep, drop] = one.members.length >= other.members.length ? [one, other] : [other, one];
    const home = groupOf[keep.members[0]!]!;
    for (const i of drop.members) groupOf[i] = home;
    keep.members.push(...drop.members);
    for (const [term, weight] of drop.sum) keep.sum.set(term, (keep.sum.get(term) ?? 0) + weight);
    drop.members.length = 0;
  }
  const stories = new Map<string, string>();
  for (const group of groups) {
    if (group.members.length === 0) continue;
    const ids = group.members.map((i) => profiles[i]!.article.id).sort();
    const story = makeId("story", ...ids);
    for (const id of ids) stories.set(id, story);
  }
  return stories;
}

function makeProfiles(articles: readonly Article[], tables: EventTables): Profile[] {
  const counted = [...articles]
    .sort((a, b) => compareText(a.id, b.id))
    .map((article) => {
      const counts = new Map<string, number>();
      countTerms(article.headline, 3, counts, tables);
      countTerms(article.text.slice(0, LEAD), 1, counts, tables);
      return { article, counts };
    });
  const furniture = findFurniture(counted);
  for (const { article, counts } of counted) for (const term of furniture.get(article.publisher ?? "") ?? []) counts.delete(term);
  const documents = new Map<string, number>();
  for (const { counts } of counted) for (const term of counts.keys()) documents.set(term, (documents.get(term) ?? 0) + 1);
  const total = counted.length;
  return counted.map(({ article, counts }) => {
    const weights = new Map<string, number>();
    let norm = 0;
    for (const [term, count] of counts) {
      const weight = (1 + Math.log(count)) * Math.log((total + 1) / (documents.get(term) ?? 1));
      weights.set(term, weight);
      norm += weight * weight;
    }
    const length = Math.sqrt(norm) || 1;
    for (const [term, weight] of weights) weights.set(term, weight / length);
    return { article, weights, day: readInterval(article.published.value) };
  });
}

// Words in more than half of an outlet's articles are its furniture or its beat, not a story: eight articles at least, to tell.
function findFurniture(
  counted: readonly { readonly article: Article; readonly counts: ReadonlyMap<string, number> }[],
): ReadonlyMap<string, readonly string[]> {
  const outlets = new Map<string, { articles: number; terms: Map<string, number> }>();
  for (const { article, counts } of counted) {
    const name = article.publisher ?? "";
    const outlet = outlets.get(name) ?? { articles: 0, terms: new Map<string, number>() };
    outlets.set(name, outlet);
    outlet.articles++;
    for (const term of counts.keys()) outlet.terms.set(term, (outlet.terms.get(term) ?? 0) + 1);
  }
  const found = new Map<string, readonly string[]>();
  for (const [name, { articles, terms }] of outlets)
    if (name !== "" && articles >= 8)
      found.set(
        name,
        [...terms].filter(([, count]) => count > articles / 2).map(([term]) => term),
      );
  return found;
}

function countTerms(text: string, times: number, counts: Map<string, number>, tables: EventTables): void {
  for (const match of text.matchAll(/[\p{L}\p{N}]+(?:[-'’][\p{L}\p{N}]+)*/gu)) {
    const lower = match[0].toLowerCase();
    const term = stem(lower);
    if (term.length < 3 || tables.stop.has(lower) || tables.stop.has(term)) continue;
    // A name says more of what a story is about than a word.
    const capital = match[0] !== lower && /^\p{Lu}/u.test(match[0]);
    counts.set(term, (counts.get(term) ?? 0) + times * (capital ? 1.5 : 1));
  }
}

interface Pair {
  readonly a: number;
  readonly b: number;
  readonly cosine: number;
  readonly key: string;
}

/** Candidates share one of their rarest words; a word that very many share offers only its nearest in time. */
function comparePairs(profiles: readonly Profile[]): Pair[] {
  const byTerm = new Map<string, number[]>();
  profiles.forEach((profile, i) => {
    for (const term of topTerms(profile)) {
      const list = byTerm.get(term);
      if (list) list.push(i);
      else byTerm.set(term, [i]);
    }
  });
  const pairs: Pair[] = [];
  const seen = new Set<number>();
  for (const list of byTerm.values()) {
    const inTime = [...list].sort((a, b) => (profiles[a]!.day?.low ?? 0) - (profiles[b]!.day?.low ?? 0) || a - b);
    for (let i = 0; i < inTime.length; i++)
      for (let j = i + 1; j < Math.min(inTime.length, i + 1 + OFFERED); j++) {
        // In order of time, what is too late for one is followed by nothing but later ones.
        if (!nearInTime(profiles[inTime[i]!]!, profiles[inTime[j]!]!)) break;
        const a = Math.min(inTime[i]!, inTime[j]!);
        const b = Math.max(inTime[i]!, inTime[j]!);
        const key = a * profiles.length + b;
        if (seen.has(key)) continue;
        seen.add(key);
        const value = likeness(profiles[a]!, profiles[b]!);
        if (value >= LEAST_COSINE) pairs.push({ a, b, cosine: value, key: `${profiles[a]!.article.id}|${profiles[b]!.article.id}` });
      }
  }
  return pairs;
}

function topTerms(profile: Profile): string[] {
  return [...profile.weights]
    .sort((a, b) => b[1] - a[1] || compareText(a[0], b[0]))
    .slice(0, RAREST)
    .map(([term]) => term);
}

function nearInTime(a: Profile, b: Profile): boolean {
  return !a.day || !b.day || gapBetween(a.day, b.day) <= WINDOW_DAYS;
}

function cosine(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [term, weight] of small) sum += weight * (large.get(term) ?? 0);
  return sum;
}

/** The cosine of two profiles, lowered where one outlet wrote both. */
function likeness(a: Profile, b: Profile): number {
  const own = a.article.publisher !== null && a.article.publisher === b.article.publisher;
  return cosine(a.weights, b.weights) - (own ? OWN_OUTLET : 0);
}
