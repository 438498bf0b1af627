import { readFileSync } from "node:fs";

/** The words the event room compares by, as the tables in data/ have them. */
export interface EventTables {
  /** Class of a thing by its word or phrase (words joined by a space); `common` where sharing the class alone does not make one event of two tellings. */
  readonly things: ReadonlyMap<string, { readonly name: string; readonly common: boolean }>;
  /** Phrases after which stands what was got in return, longest first. */
  readonly exchange: readonly string[];
  /** Phrases that say nothing was got in return, longest first. */
  readonly nothing: readonly string[];
  /** Phrases after which a reason stands, longest first. */
  readonly reason: readonly string[];
  /** Words that call a plan off. */
  readonly cancel: readonly string[];
  /** Nouns whose ordinal tells one step of a series from the next. */
  readonly step: ReadonlySet<string>;
  /** Words that set a happening apart from one told before. */
  readonly apart: ReadonlySet<string>;
  /** Words that say an act was done before. */
  readonly again: ReadonlySet<string>;
  /** Phrases that make an act last or come again and again. */
  readonly lasting: readonly string[];
  /** How the words begin by which talks or an agreement are left. */
  readonly leave: readonly string[];
  /** Words for a meeting that is going on while it is told. */
  readonly brief: ReadonlySet<string>;
  /** Words for a crowd of states. */
  readonly several: ReadonlySet<string>;
  /** Words before an act that tell it as decided. */
  readonly decided: readonly string[];
  /** Words without content. */
  readonly stop: ReadonlySet<string>;
  /** Value of an ordinal word ("first" 1). */
  readonly ordinals: ReadonlyMap<string, number>;
}

/** Reads the event tables from a folder (data/ of this package where none is named). */
export function loadEventTables(folder: URL = new URL("../../data/", import.meta.url)): EventTables {
  return buildEventTables(read("event-things.tsv", folder), read("event-cues.tsv", folder));
}

/** Builds the event tables from their text. Throws a RangeError naming a row without its second column. */
export function buildEventTables(things: string, cues: string): EventTables {
  const classes = new Map<string, { name: string; common: boolean }>();
  for (const [name = "", words] of rowsOf(things)) {
    if (words === undefined) throw new RangeError(`event-things: no words for "${name}"`);
    const one = { name: name.replace("*", ""), common: name.endsWith("*") };
    for (const word of words.split(" ")) classes.set(word.replaceAll("_", " "), one);
  }
  const kinds = new Map<string, string[]>();
  for (const [kind = "", phrases] of rowsOf(cues)) {
    if (phrases === undefined) throw new RangeError(`event-cues: no phrases for "${kind}"`);
    kinds.set(kind, [...(kinds.get(kind) ?? []), ...phrases.split("|")]);
  }
  const longestFirst = (kind: string): string[] => [...(kinds.get(kind) ?? [])].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return {
    things: classes,
    exchange: longestFirst("exchange"),
    nothing: longestFirst("nothing"),
    reason: longestFirst("reason"),
    cancel: longestFirst("cancel"),
    step: new Set(kinds.get("step")),
    apart: new Set(kinds.get("apart")),
    again: new Set(kinds.get("again")),
    lasting: longestFirst("lasting"),
    leave: longestFirst("leave"),
    brief: new Set(kinds.get("brief")),
    several: new Set(kinds.get("several")),
    decided: longestFirst("decided"),
    stop: new Set(kinds.get("stop")),
    ordinals: new Map((kinds.get("ordinal") ?? []).map((word, i) => [word, i + 1])),
  };
}

/** Score of an act on PLOVER's scale, by `TYPE` or `TYPE/mode`. */
export type PloverScores = ReadonlyMap<string, number>;

/** Reads data/plover-scores.tsv. */
export function loadPloverScores(folder: URL = new URL("../../data/", import.meta.url)): PloverScores {
  return new Map(
    rowsOf(read("plover-scores.tsv", folder)).map(([type, mode, score]) => [mode === "-" ? `${type}` : `${type}/${mode}`, Number(score)]),
  );
}

function read(name: string, folder: URL): string {
  return readFileSync(new URL(name, folder), "utf8");
}

function rowsOf(table: string): string[][] {
  return table
    .split("\n")
    .filter((line) => line.trim() !== "" && !line.startsWith("#"))
    .map((line) => line.trimEnd().split("\t"));
}
