/** The words of data/tokens.tsv, by kind. */
export interface TokenWords {
  readonly titles: ReadonlySet<string>;
  readonly abbreviations: ReadonlySet<string>;
  readonly prefixes: ReadonlySet<string>;
  /** `cannot` → 3: where the word is cut. */
  readonly splits: ReadonlyMap<string, number>;
  readonly emoticons: ReadonlySet<string>;
  /** Words before a person's name that are no part of it: `president`, `colonel`. */
  readonly ranks: ReadonlySet<string>;
}

/** Reads the text of data/tokens.tsv; lines of an unknown kind are ignored. */
export function readTokenWords(tsv: string): TokenWords {
  const kinds = new Map<string, string[]>();
  for (const line of tsv.split("\n")) {
    const [kind, words] = line.split("\t");
    if (kind && words && !line.startsWith("#")) kinds.set(kind, words.split(" "));
  }
  const all = (kind: string): string[] => kinds.get(kind) ?? [];
  return {
    titles: new Set(all("title")),
    abbreviations: new Set([...all("abbreviation"), ...all("title")]),
    prefixes: new Set(all("prefix")),
    splits: new Map(all("split").map((pair) => [pair.replace("|", ""), pair.indexOf("|")])),
    emoticons: new Set(all("emoticon")),
    ranks: new Set(all("rank")),
  };
}
