import { foldName } from "../../text/name-words.ts";
import type { ArticleCast } from "./article.ts";
import type { Party } from "./cast.ts";
import { samePerson, sameSpelling } from "./spelling.ts";

/** A person as one article tells of him. */
interface Node {
  readonly article: string;
  readonly party: Party;
  readonly words: readonly string[];
  /** Keys of the parties his current roles belong to. */
  readonly parties: ReadonlySet<string>;
}

/** One decision of who is who: the article's key, the key over all articles, and why. */
export interface Merge {
  readonly article: string;
  readonly from: string;
  readonly to: string;
  readonly rule: string;
}

/** Who is who over all articles: `keyOf` maps an article's key to the key over all. */
export interface MergeMap {
  readonly keyOf: (article: string, key: string) => string;
  readonly merges: readonly Merge[];
}

function nodesOf(casts: readonly ArticleCast[]): readonly Node[] {
  const nodes: Node[] = [];
  for (const { cast } of casts) {
    for (const party of cast.parties.values()) {
      if (!party.key.startsWith("person:") || party.names.size === 0) continue;
      const parties = new Set(party.roles.flatMap((role) => (role.of === null ? [] : [role.of])));
      nodes.push({ article: cast.article, party, words: foldName(party.name).split(" "), parties });
    }
  }
  // Longest name first, then by name and article: the order in which articles came must not matter.
  return nodes.sort(
    (a, b) =>
      b.words.length - a.words.length ||
      compare(a.words.join(" "), b.words.join(" ")) ||
      compare(a.article, b.article) ||
      compare(a.party.key, b.party.key),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

interface Cluster {
  readonly nodes: Node[];
  readonly parties: Set<string>;
}

/** Joins full names first, by spelling; then names of one word, where only one person over all articles can be meant. */
function clusterPersons(nodes: readonly Node[]): readonly { readonly cluster: Cluster; readonly rules: readonly string[] }[] {
  const clusters: { cluster: Cluster; rules: string[] }[] = [];
  // Only names that share the sound of their last or first word can be one person: the rest need not be compared.
  const index = new Map<string, Set<number>>();
  const sounds = (words: readonly string[]) => [...new Set([words.at(-1)!, words[0]!].map((word) => sameSpelling.key(word)))];
  for (const node of nodes) {
    const near = new Set<number>();
    for (const sound of sounds(node.words)) for (const i of index.get(sound) ?? []) near.add(i);
    const fits = [...near]
      .sort((a, b) => a - b)
      .flatMap((i) => {
        const rule = bestRule(clusters[i]!.cluster, node);
        return rule === null ? [] : [{ i, rule }];
      });
    const sure = fits.filter((fit) => fit.rule === "same name");
    const chosen = fits.length === 1 ? fits[0] : node.words.length > 1 ? (sure.length === 1 ? sure[0] : fits[0]) : undefined;
    const at = chosen?.i ?? clusters.length;
    if (chosen === undefined) clusters.push({ cluster: { nodes: [], parties: new Set() }, rules: [] });
    const { cluster, rules } = clusters[at]!;
    cluster.nodes.push(node);
    rules.push(chosen?.rule ?? "first");
    for (const party of node.parties) cluster.parties.add(party);
    for (const sound of sounds(node.words)) index.set(sound, (index.get(sound) ?? new Set()).add(at));
  }
  return clusters;
}

function bestRule(cluster: Cluster, node: Node): string | null {
  let found: string | null = null;
  for (const other of cluster.nodes) {
    const shared = [...node.parties].some((party) => cluster.parties.has(party));
    const apart = node.parties.size > 0 && cluster.parties.size > 0 && !shared;
    const rule = samePerson(other.words, node.words, { shared, apart, oneArticle: other.article === node.article });
    if (rule === "same name") return rule;
    found ??= rule;
  }
  return found;
}

/** Decides which actors of different articles are one. Independent of the order of the articles. */
export function mergeCasts(casts: readonly ArticleCast[]): MergeMap {
  const map = new Map<string, string>();
  const merges: Merge[] = [];
  const set = (article: string, from: string, to: string, rule: string) => {
    map.set(`${article}\u0000${from}`, to);
    merges.push({ article, from, to, rule });
  };
  const named = new Set<string>();
  for (const { cluster, rules } of clusterPersons(nodesOf(casts))) {
    let key = `person:${foldName(cluster.nodes[0]!.party.name)}`;
    for (let n = 2; named.has(key); n++) key = `person:${foldName(cluster.nodes[0]!.party.name)}#${n}`;
    named.add(key);
    for (const [i, node] of cluster.nodes.entries()) set(node.article, node.party.key, key, rules[i]!);
  }
  joinAbbreviations(casts, set);
  return { keyOf: (article, key) => map.get(`${article}\u0000${key}`) ?? key, merges };
}

/** An abbreviation learned in one article names the same organisation in the others, where only one is known by it. */
function joinAbbreviations(casts: readonly ArticleCast[], set: (article: string, from: string, to: string, rule: string) => void): void {
  const owners = new Map<string, Set<string>>();
  for (const { cast } of casts) {
    for (const party of cast.parties.values()) {
      if (!party.key.startsWith("name:")) continue;
      for (const name of party.names) {
        const folded = `name:${foldName(name)}`;
        if (folded !== party.key) owners.set(folded, (owners.get(folded) ?? new Set()).add(party.key));
      }
    }
  }
  for (const { cast } of casts) {
    for (const party of cast.parties.values()) {
      const full = owners.get(party.key);
      if (full?.size === 1) set(cast.article, party.key, [...full][0]!, "abbreviation");
    }
  }
}
