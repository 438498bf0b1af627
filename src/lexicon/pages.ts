import { parseTable, readData } from "./table.ts";

/** What the page and article stages know of words: cues of lines, names of months, agencies. All keys in lower case. */
export interface PageLexicon {
  readonly more: ReadonlySet<string>;
  /** Whole lines of furniture. */
  readonly furniture: ReadonlySet<string>;
  /** Starts of lines of furniture. */
  readonly furnitureStarts: readonly string[];
  readonly credits: readonly string[];
  readonly captions: readonly string[];
  /** Verbs by which a caption says what is to be seen. */
  readonly shown: ReadonlySet<string>;
  /** Verbs by which prose says that somebody spoke: a caption has none. */
  readonly told: ReadonlySet<string>;
  readonly roles: ReadonlySet<string>;
  readonly sections: ReadonlySet<string>;
  /** Words that begin a note under an article: who reported, whom to follow, where to subscribe. */
  readonly notes: readonly string[];
  /** Agencies by their names in lower case. */
  readonly agencies: ReadonlyMap<string, string>;
  /** The languages a function word belongs to. */
  readonly functionWords: ReadonlyMap<string, readonly string[]>;
  /** Calls over the first sentence of a text of one line, and whole calls between its sentences. */
  readonly openings: readonly string[];
  readonly calls: readonly string[];
  /** Starts of sentences of the site's own; those that only stand under an article are the closings. */
  readonly notices: readonly string[];
  readonly closings: readonly string[];
  /** Words of a note on the author. */
  readonly bios: ReadonlySet<string>;
  /** Words that follow an author's name before the text: "reporting from". */
  readonly signed: readonly string[];
  /** Names of states and of towns that governments sit in. */
  readonly places: ReadonlySet<string>;
  readonly prefixes: readonly string[];
  readonly bylines: readonly string[];
  /** Words that outlets are named with. */
  readonly masts: ReadonlySet<string>;
  /** Small words inside a name. */
  readonly small: ReadonlySet<string>;
  readonly zones: ReadonlySet<string>;
  readonly months: ReadonlyMap<string, number>;
  readonly weekdays: ReadonlyMap<string, number>;
  /** Hours in a unit of elapsed time. */
  readonly units: ReadonlyMap<string, number>;
  readonly ago: ReadonlySet<string>;
  readonly now: ReadonlyMap<string, number>;
  /** Words of class names and ids, with what an element so marked is. */
  readonly clean: ReadonlyMap<string, "boilerplate" | "caption" | "credit">;
  /** Abbreviations that stand before a name and never end a sentence; others, which end none before a number. */
  readonly titles: ReadonlySet<string>;
  readonly abbreviations: ReadonlySet<string>;
}

/** Reads the page lexicon from data/; throws where the package is broken. */
export function loadPageLexicon(): PageLexicon {
  const rowsOf = (file: string) => parseTable(readData(file), file);
  const cues = rowsOf("pages-cues.tsv");
  const times = rowsOf("pages-times.tsv");
  const cuesOf = (kind: string) => cues.filter((row) => row["kind"] === kind).map((row) => row["word"] ?? "");
  const tokens = readData("tokens.tsv");
  const tokensOf = (kind: string) => new Set(new RegExp(`^${kind}\\t(.*)$`, "m").exec(tokens)?.[1]?.split(" "));
  const numbersOf = (kind: string) =>
    new Map(times.filter((row) => row["kind"] === kind).map((row) => [row["word"] ?? "", Number(row["value"])]));
  const furniture = cuesOf("furniture");
  const longestFirst = (words: string[]) => words.sort((a, b) => b.length - a.length);
  return {
    more: new Set(cuesOf("more")),
    furniture: new Set(furniture.filter((cue) => !cue.endsWith("*"))),
    furnitureStarts: furniture.filter((cue) => cue.endsWith("*")).map((cue) => cue.slice(0, -1)),
    credits: cuesOf("credit"),
    captions: cuesOf("caption"),
    shown: new Set(cuesOf("shown")),
    told: new Set(cuesOf("told")),
    roles: new Set(cuesOf("role")),
    sections: new Set(cuesOf("section")),
    notes: cuesOf("note"),
    agencies: new Map(rowsOf("pages-agencies.tsv").map((row) => [(row["agency"] ?? "").toLowerCase(), row["agency"] ?? ""])),
    functionWords: groupWords(rowsOf("pages-words.tsv")),
    openings: longestFirst(cuesOf("opening")),
    calls: longestFirst(cuesOf("call")),
    notices: cuesOf("notice"),
    closings: cuesOf("closing"),
    bios: new Set(cuesOf("bio")),
    signed: longestFirst(cuesOf("signed")),
    places: new Set([...rowsOf("states.tsv"), ...rowsOf("capitals.tsv")].map((row) => (row["name"] ?? "").toLowerCase())),
    prefixes: longestFirst(cuesOf("prefix")),
    bylines: longestFirst(cuesOf("byline")),
    masts: new Set(cuesOf("mast")),
    small: new Set(cuesOf("small")),
    zones: new Set(cuesOf("zone")),
    months: numbersOf("month"),
    weekdays: numbersOf("weekday"),
    units: numbersOf("unit"),
    ago: new Set(numbersOf("ago").keys()),
    now: numbersOf("now"),
    clean: new Map(rowsOf("pages-clean.tsv").map((row) => [row["word"] ?? "", row["kind"] as "boilerplate"])),
    titles: tokensOf("title"),
    abbreviations: tokensOf("abbreviation"),
  };
}

function groupWords(rows: readonly Readonly<Record<string, string>>[]): ReadonlyMap<string, readonly string[]> {
  const words = new Map<string, string[]>();
  for (const { word = "", language = "" } of rows) words.set(word, [...(words.get(word) ?? []), language]);
  return words;
}
