import type { Actor } from "../model/actor.ts";
import type { Analysis } from "../model/analysis.ts";
import type { Article } from "../model/article.ts";
import type { Discrepancy } from "../model/event.ts";
import type { Statement } from "../model/statement.ts";

/** An analysis with its ids looked up once. Lookups of an id that is missing throw RangeError: `checkAnalysis` tells why. */
export interface Indexed {
  readonly analysis: Analysis;
  readonly statement: (id: string) => Statement;
  readonly article: (id: string) => Article;
  readonly actor: (id: string) => Actor;
  /** The party an actor acts for: itself, or the top of its `partyOf` chain. */
  readonly party: (id: string) => string;
  /** Names of the actors by id. */
  readonly names: ReadonlyMap<string, string>;
  /** The discrepancies of an event. */
  readonly verdictsOf: (event: string) => readonly Discrepancy[];
}

/** Looks up statements, articles and actors of an analysis by id. */
export function indexOf(analysis: Analysis): Indexed {
  const statement = lookup(analysis.statements, "statement");
  const article = lookup(analysis.articles, "article");
  const actor = lookup(analysis.actors, "actor");
  const party = (id: string): string => {
    const seen = new Set<string>();
    let at = id;
    for (let up = actor(at).partyOf; up !== null && !seen.has(up); up = actor(up).partyOf) {
      seen.add(up);
      at = up;
    }
    return at;
  };
  const names = new Map(analysis.actors.map((one) => [one.id, one.name]));
  const byEvent = new Map<string, Discrepancy[]>();
  for (const one of analysis.discrepancies) {
    const own = byEvent.get(one.event);
    if (own) own.push(one);
    else byEvent.set(one.event, [one]);
  }
  return { analysis, statement, article, actor, party, names, verdictsOf: (event) => byEvent.get(event) ?? [] };
}

function lookup<T extends { readonly id: string }>(items: readonly T[], noun: string): (id: string) => T {
  const byId = new Map(items.map((item) => [item.id, item]));
  return (id) => {
    const found = byId.get(id);
    if (!found) throw new RangeError(`No ${noun} has the id "${id}"; run demarche check on the file.`);
    return found;
  };
}

/** What a name asked for may mean: one actor, or the names that come near it. */
export type Match = { readonly actor: Actor } | { readonly actor: null; readonly near: readonly string[] };

function fold(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/^the\s+/, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Finds the actor a user names: by id, name or alias, letter case and accents aside; a party before its members. */
export function findActor(analysis: Analysis, name: string): Match {
  const wanted = fold(name);
  const weight = new Map<string, number>();
  for (const row of analysis.ledger) for (const id of row.dyad) weight.set(id, (weight.get(id) ?? 0) + row.entries.length);
  const hits = analysis.actors.filter(
    (a) =>
      a.id === name || fold(a.name) === wanted || a.country === name.toUpperCase() || a.aliases.some((alias) => fold(alias) === wanted),
  );
  const rank = (a: Actor) =>
    (a.id === name ? 4e6 : 0) + (fold(a.name) === wanted ? 2e6 : 0) + (a.partyOf === null ? 1e6 : 0) + (weight.get(a.id) ?? 0);
  const best = hits.toSorted((a, b) => rank(b) - rank(a) || (a.id < b.id ? -1 : 1))[0];
  if (best) return { actor: best };
  const near = analysis.actors
    .map((a) => ({ name: a.name, far: distance(fold(a.name), wanted) }))
    .filter(({ name: other, far }) => far <= 3 || fold(other).includes(wanted) || wanted.includes(fold(other)))
    .toSorted((a, b) => a.far - b.far || (a.name < b.name ? -1 : 1));
  return { actor: null, near: [...new Set(near.map((n) => n.name))].slice(0, 3) };
}

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, n) => n);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length] ?? 0;
}

/** The two parties with most moves between them, the one that made more of them first; null where there is none. Each of `parties` is one of the two. */
export function busiestPair(analysis: Analysis, parties: readonly string[] = []): readonly [string, string] | null {
  const pairs = new Map<string, Map<string, number>>();
  for (const row of analysis.ledger) {
    if (!parties.every((id) => row.dyad.includes(id))) continue;
    const made = pairs.get([...row.dyad].sort().join(" ")) ?? new Map(row.dyad.map((id) => [id, 0]));
    pairs.set([...row.dyad].sort().join(" "), made);
    for (const entry of row.entries) made.set(entry.from, (made.get(entry.from) ?? 0) + 1);
  }
  const sum = (made: ReadonlyMap<string, number>) => [...made.values()].reduce((a, b) => a + b, 0);
  const best = [...pairs].toSorted(([x, a], [y, b]) => sum(b) - sum(a) || (x < y ? -1 : 1))[0]?.[1];
  const [first, second] = [...(best ?? [])].toSorted(([x, a], [y, b]) => b - a || (x < y ? -1 : 1)).map(([id]) => id);
  return first !== undefined && second !== undefined ? [first, second] : null;
}
