import { foldName } from "../../text/name-words.ts";
import { compareText } from "../../text/words.ts";
import type { ArticleCast } from "./article.ts";
import { type Party, rootOf } from "./cast.ts";
import { samePerson, soundOf } from "./spelling.ts";

/** A person as one article tells of him. */
interface Node {
  readonly article: string;
  readonly party: Party;
  readonly words: readonly string[];
  /** Keys of the parties his current roles belong to. */
  readonly parties: ReadonlySet<string>;
  readonly shortNames: ReadonlyMap<string, ReadonlySet<number>>;
  /** A given name alone, which names nobody outside its article. */
  readonly bare: boolean;
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
      const parties = new Set(party.roles.flatMap((role) => (role.of === null ? [] : [rootOf(cast, role.of)])));
      const words = foldName(party.name).split(" ");
      const { shortNames, givenNames } = cast.lexicon;
      nodes.push({ article: cast.article, party, words, parties, shortNames, bare: words.length === 1 && givenNames.has(words[0]!) });
    }
  }
  // Longest name first, then by name and article: the order in which articles came must not matter.
  return nodes.sort(
    (a, b) =>
      b.words.length - a.words.length ||
      compareText(a.words.join(" "), b.words.join(" ")) ||
      compareText(a.article, b.article) ||
      compareText(a.party.key, b.party.key),
  );
}

interface Cluster {
  readonly members: { readonly node: Node; readonly rule: string }[];
  /** The different names its members go by. */
  readonly forms: Map<string, readonly string[]>;
  readonly parties: Set<string>;
  readonly articles: Set<string>;
}

/** Where a name is looked for: its family name's sound, and that sound with any one letter left out; two names one slip apart share such a key. */
function soundKeys(words: readonly string[]): readonly string[] {
  const family = words.at(-1)!;
  const sound = soundOf(family);
  return family.length < 5 ? [sound] : [sound, ...new Set(Array.from(sound, (_, i) => sound.slice(0, i) + sound.slice(i + 1)))];
}

/** Joins full names first, by spelling; then names of one word, where only one person over all articles can be meant. */
function clusterPersons(nodes: readonly Node[]): readonly Cluster[] {
  const clusters: Cluster[] = [];
  const index = new Map<string, Set<number>>();
  const byForm = new Map<string, number>();
  for (const node of nodes) {
    const form = node.words.join(" ");
    const same = node.bare ? undefined : byForm.get(form);
    const found = same === undefined ? findCluster(clusters, index, node) : { at: same, rule: "same name" };
    const at = found?.at ?? clusters.length;
    if (found === null) clusters.push({ members: [], forms: new Map(), parties: new Set(), articles: new Set() });
    const cluster = clusters[at]!;
    cluster.members.push({ node, rule: found?.rule ?? "first" });
    cluster.articles.add(node.article);
    for (const party of node.parties) cluster.parties.add(party);
    if (!cluster.forms.has(form)) {
      cluster.forms.set(form, node.words);
      for (const key of soundKeys(node.words)) index.set(key, (index.get(key) ?? new Set()).add(at));
    }
    if (!node.bare) byForm.set(form, at);
  }
  return clusters;
}

/** The one cluster a name fits; where several fit, the one whose roles it shares; null where none or no single one does. */
function findCluster(
  clusters: readonly Cluster[],
  index: ReadonlyMap<string, ReadonlySet<number>>,
  node: Node,
): { at: number; rule: string } | null {
  const near = new Set(soundKeys(node.words).flatMap((key) => [...(index.get(key) ?? [])]));
  const fits: { at: number; rule: string; shared: boolean }[] = [];
  for (const at of near) {
    const cluster = clusters[at]!;
    if (node.bare && !cluster.articles.has(node.article)) continue;
    const shared = [...node.parties].some((party) => cluster.parties.has(party));
    const apart = node.parties.size > 0 && cluster.parties.size > 0 && !shared;
    for (const words of cluster.forms.values()) {
      const rule = samePerson(words, node.words, { shared, apart, shortNames: node.shortNames });
      if (rule === null) continue;
      fits.push({ at, rule, shared });
      break;
    }
  }
  if (fits.length === 1) return fits[0]!;
  const sharing = fits.filter((fit) => fit.shared);
  return sharing.length === 1 ? sharing[0]! : null;
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
  for (const { members } of clusterPersons(nodesOf(casts))) {
    const name = foldName(members[0]!.node.party.name);
    let key = `person:${name}`;
    for (let n = 2; named.has(key); n++) key = `person:${name}#${n}`;
    named.add(key);
    for (const { node, rule } of members) set(node.article, node.party.key, key, rule);
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
      for (const name of party.names.keys()) {
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
