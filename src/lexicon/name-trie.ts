import { foldWord, splitName } from "../text/name-words.ts";

/** How a listed form stands for its actor. */
export type NameUse = "name" | "adjective" | "people" | "person" | "capital" | "seat" | "short" | "belonging" | "land" | "place";

/** A listed form of an actor's name. */
export interface NameEntry {
  readonly key: string;
  readonly use: NameUse;
  /** The words as listed, for the check of capitals. */
  readonly words: readonly string[];
  /** One person of that people ("Afghan", "Briton") rather than several. */
  readonly one: boolean;
}

/** A word of a name with the words that may follow it, and the actors that bear the name so far. */
export interface TrieNode {
  readonly next: Map<string, TrieNode>;
  readonly entries: NameEntry[];
}

/** An empty trie of folded words. */
export function makeTrie(): TrieNode {
  return { next: new Map(), entries: [] };
}

/** Adds a form to the trie; a form already listed for the same actor and use is left as it is. */
export function addName(root: TrieNode, form: string, key: string, use: NameUse, one = false): void {
  const words = splitName(form);
  let node = root;
  for (const word of words) {
    const folded = foldWord(word);
    const next = node.next.get(folded) ?? makeTrie();
    node.next.set(folded, next);
    node = next;
  }
  if (words.length > 0 && !node.entries.some((entry) => entry.key === key && entry.use === use))
    node.entries.push({ key, use, words, one });
}

/** Takes a form of one actor out of the trie. */
export function removeName(root: TrieNode, form: string, key: string): void {
  let node: TrieNode | undefined = root;
  for (const word of splitName(form)) node = node?.next.get(foldWord(word));
  if (node === undefined) return;
  const kept = node.entries.filter((entry) => entry.key !== key);
  node.entries.length = 0;
  node.entries.push(...kept);
}

/** True when a word of the text is written as the list wants it: acronyms in capitals, capitalised words with a capital. */
export function writtenAs(listed: string, seen: string): boolean {
  const bare = listed.replaceAll(".", "");
  if (/^[\p{Lu}\p{N}+]{2,6}$/u.test(bare) && /\p{Lu}/u.test(bare))
    return bare === seen.replaceAll(".", "") || (bare.length > 4 && /^\p{Lu}/u.test(seen));
  if (bare.length <= 5 && /^\p{Lu}\p{Ll}+\p{Lu}/u.test(bare)) return bare === seen.replaceAll(".", "");
  return !/^\p{Lu}/u.test(bare) || /^[\p{Lu}\p{N}]/u.test(seen);
}
