/** The rows of a tab-separated table without its notes (`#`) and its heading line. */
export function readActorRows(table: string): readonly (readonly string[])[] {
  return table
    .split("\n")
    .filter((line) => line.trim() !== "" && !line.startsWith("#"))
    .slice(1)
    .map((line) => line.split("\t").map((cell) => cell.trim()));
}

/** The parts of a `|` list; an empty cell or `-` gives none. */
export function readList(cell: string | undefined): readonly string[] {
  return cell === undefined || cell === "" || cell === "-" ? [] : cell.split("|").map((part) => part.trim());
}

/** What a role word says of its bearer. */
export type RoleClass =
  | "government"
  | "country"
  | "side"
  | "forces"
  | "navy"
  | "airforce"
  | "police"
  | "spies"
  | "legislature"
  | "court"
  | "institution"
  | "ministry"
  | "armed"
  | "movement"
  | "party"
  | "body"
  | "office"
  | "person"
  | "civilian"
  | "title"
  | "honorific"
  | "standing"
  | "modifier"
  | "act";

/** A word that describes who acts. `word` is its singular, lower case; `plural` says which form was looked up. */
export interface RoleWord {
  readonly class: RoleClass;
  readonly sector: string | null;
  readonly word: string;
  readonly plural: boolean;
}

/** The words of data/role-words.tsv, folded as names are. */
export interface RoleTable {
  /** Folded phrase → its readings, in the order of the table. */
  readonly words: ReadonlyMap<string, readonly RoleWord[]>;
  /** Most words a phrase has. */
  readonly longest: number;
  /** Folded phrase of what a ministry deals with → its canonical topic. */
  readonly topics: ReadonlyMap<string, string>;
  readonly orgWords: ReadonlySet<string>;
  readonly placeWords: ReadonlySet<string>;
  readonly thingWords: ReadonlySet<string>;
  /** Days and months that begin no name: "On Tuesday Okafor". */
  readonly calendar: ReadonlySet<string>;
  readonly speech: ReadonlySet<string>;
  /** What forces hold: stations, bases, posts. */
  readonly sites: ReadonlySet<string>;
  /** What makes a body another's than the state's an article deals with: local, provincial, rival. */
  readonly elsewhere: ReadonlySet<string>;
  /** What makes the name of a state another's where it stands before it: "New", "Northern", "Air". */
  readonly prefixes: ReadonlySet<string>;
  /** What makes a part of the world, or a state that is no more, of the adjective behind it: "Latin American", "North Vietnamese". */
  readonly quarters: ReadonlySet<string>;
  /** Last words of names that a state's bodies bear where the state owns them: "Unit", "Directorate". */
  readonly stateBodies: ReadonlySet<string>;
  /** What tells some countries from others: Western, donor, neighbouring. */
  readonly countryKinds: ReadonlySet<string>;
  /** Verbs of blaming somebody for what he did. */
  readonly blaming: ReadonlySet<string>;
  /** Verbs of what is done to somebody for what he did. */
  readonly punishing: ReadonlySet<string>;
  /** Verbs of what somebody does with what is his own. */
  readonly disposing: ReadonlySet<string>;
  /** Verbs whose object hears them: accuse, urge. */
  readonly addressing: ReadonlySet<string>;
  /** Verbs with which a statement opens that somebody issues: inform, condemn, welcome. */
  readonly declaring: ReadonlySet<string>;
  /** Arms that a force's name is told by: a drone, a tank. */
  readonly machines: ReadonlySet<string>;
  /** Offices that many hold at once: an official, a diplomat. */
  readonly common: ReadonlySet<string>;
  /** Words for one member of a force: a soldier, a rebel. */
  readonly individuals: ReadonlySet<string>;
  /** Singular words for many people: a community, the public. */
  readonly collectives: ReadonlySet<string>;
  /** What happens in a town rather than what its government does. */
  readonly located: ReadonlySet<string>;
  /** Verbs and nouns of going to a place or being in one. */
  readonly moving: ReadonlySet<string>;
  /** Words of a visit, verb and noun. */
  readonly visiting: ReadonlySet<string>;
  /** Verbs of going abroad to see somebody. */
  readonly travelling: ReadonlySet<string>;
  /** Capitals, or the first words of such, where a union or its bodies sit as well. */
  readonly shared: ReadonlySet<string>;
  /** What follows an "it is" that stands for nobody. */
  readonly expletives: ReadonlySet<string>;
  /** What two parties are called together: sides, countries. */
  readonly pairNouns: ReadonlySet<string>;
  /** Verbs whose subject is an event rather than a party. */
  readonly eventVerbs: ReadonlySet<string>;
  /** Office → alpha-3 of the state it is an office of where none is named. */
  readonly defaults: ReadonlyMap<string, string>;
  /** Of these, the offices that nobody else holds: "the pope". */
  readonly soles: ReadonlySet<string>;
  /** Folded standing word → former, acting or current. */
  readonly standing: ReadonlyMap<string, "former" | "acting" | "current">;
}

/** The regular plural of an English noun phrase: "army chief" → "army chiefs", "authority" is listed with its own. */
function pluralOf(word: string): string {
  if (/(s|x|ch|sh)$/.test(word)) return `${word}es`;
  return /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`;
}

/** "intelligence agency/agencies": where one word is given for a phrase, it is the plural of the phrase's last. */
function irregular(word: string, plural: string): string {
  return plural.includes(" ") ? plural : word.replace(/[^ ]+$/, plural);
}

/** Kinds of rows of data/role-words.tsv that are plain sets of words. */
const ROLE_SETS = [
  "orgword",
  "placeword",
  "thingword",
  "calendar",
  "speech",
  "site",
  "common",
  "individual",
  "collective",
  "eventverb",
  "located",
  "moving",
  "visiting",
  "travelling",
  "shared",
  "expletive",
  "pairnoun",
  "elsewhere",
  "machine",
  "prefix",
  "quarter",
  "statebody",
  "countrykind",
  "blaming",
  "punishing",
  "disposing",
  "addressing",
  "declaring",
  "sole",
] as const;

/** Reads data/role-words.tsv. Keys are folded as names are, hyphens as spaces. */
export function readRoleTable(table: string, fold: (name: string) => string): RoleTable {
  const words = new Map<string, RoleWord[]>();
  const topics = new Map<string, string>();
  const standing = new Map<string, "former" | "acting" | "current">();
  const defaults = new Map<string, string>();
  const sets: Record<string, Set<string>> = Object.fromEntries(ROLE_SETS.map((kind) => [kind, new Set()]));
  const put = (form: string, entry: RoleWord) => {
    const key = fold(form);
    const list = words.get(key) ?? [];
    if (!list.some((other) => other.class === entry.class)) words.set(key, [...list, entry]);
  };
  for (const [kind = "", sector = "-", cell] of readActorRows(table)) {
    const items = readList(cell);
    const set = sets[kind];
    if (kind === "default") for (const item of items) defaults.set(fold(item), sector);
    else if (set !== undefined) for (const item of items) set.add(fold(item));
    else if (kind === "topic") for (const item of items) topics.set(fold(item), items[0]!);
    else if (kind === "standing") for (const item of items) standing.set(fold(item), sector as "former" | "acting" | "current");
    else
      for (const item of items) {
        const [word = "", last] = item.split("/");
        const entry = { class: kind as RoleClass, sector: sector === "-" ? null : sector, word };
        const plural = last === undefined ? pluralOf(word) : irregular(word, last);
        put(word, { ...entry, plural: false });
        if (kind !== "title" && kind !== "modifier") put(plural, { ...entry, plural: plural !== word });
      }
  }
  const longest = Math.max(...[...words.keys()].map((key) => key.split(" ").length));
  const set = (kind: (typeof ROLE_SETS)[number]) => sets[kind]!;
  return {
    words,
    longest,
    topics,
    orgWords: set("orgword"),
    placeWords: set("placeword"),
    thingWords: set("thingword"),
    calendar: set("calendar"),
    speech: set("speech"),
    sites: set("site"),
    common: set("common"),
    individuals: set("individual"),
    collectives: set("collective"),
    eventVerbs: set("eventverb"),
    located: set("located"),
    moving: set("moving"),
    visiting: set("visiting"),
    travelling: set("travelling"),
    shared: set("shared"),
    expletives: set("expletive"),
    pairNouns: set("pairnoun"),
    elsewhere: set("elsewhere"),
    machines: set("machine"),
    prefixes: set("prefix"),
    quarters: set("quarter"),
    stateBodies: set("statebody"),
    countryKinds: set("countrykind"),
    blaming: set("blaming"),
    punishing: set("punishing"),
    disposing: set("disposing"),
    addressing: set("addressing"),
    declaring: set("declaring"),
    defaults,
    soles: set("sole"),
    standing,
  };
}
