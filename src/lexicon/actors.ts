import { existsSync, readFileSync } from "node:fs";
import countries from "i18n-iso-countries";
import type { ActorKind } from "../model/actor.ts";
import { foldName } from "../text/name-words.ts";
import { type RoleTable, readActorRows, readList, readRoleTable } from "./actor-tables.ts";
import { mergeUserActors } from "./actor-user.ts";
import { addName, makeTrie, type TrieNode } from "./name-trie.ts";

/** An actor the lexicon knows. `key` is its identity: "state:FRA", "org:un", "user:blue-front". */
export interface KnownActor {
  readonly key: string;
  readonly name: string;
  readonly kind: ActorKind;
  /** ISO 3166-1 alpha-3, or null. */
  readonly country: string | null;
  readonly sector: string | null;
  /** Key of what it belongs to, or null. */
  readonly partyOf: string | null;
}

/** A movement that governs a state between two dates (EDTF; `until` null while it does). */
export interface Ruler {
  readonly state: string;
  readonly movement: string;
  readonly from: string;
  readonly until: string | null;
}

/** A head of state or government in office between two dates. `surname` is folded. */
export interface Leader {
  readonly name: string;
  readonly surname: string;
  readonly office: string;
  readonly country: string;
  readonly from: string;
  readonly until: string | null;
}

/** All that is known about actors before reading. */
export interface ActorLexicon {
  readonly known: ReadonlyMap<string, KnownActor>;
  readonly names: TrieNode;
  /** Key of a state → its first adjective ("Syrian"). */
  readonly adjectives: ReadonlyMap<string, string>;
  /** States that are kingdoms, sultanates, emirates or principalities by their full name. */
  readonly kingdoms: ReadonlySet<string>;
  readonly roles: RoleTable;
  /** Folded given name → the pronoun it takes. */
  readonly givenNames: ReadonlyMap<string, "m" | "f" | "u">;
  /** Folded given name → numbers of the sets of forms it belongs to ("Tom" and "Thomas" share one). */
  readonly shortNames: ReadonlyMap<string, ReadonlySet<number>>;
  readonly rulers: readonly Ruler[];
  /** Key a description composes to ("forces:ISR") → key of the actor it is. */
  readonly composed: ReadonlyMap<string, string>;
  readonly leaders: readonly Leader[];
}

/** The tables as text, and the ISO 3166 alpha-2 → alpha-3 codes the leaders' table needs. */
export interface ActorTables {
  readonly states: string;
  readonly capitals: string;
  readonly organisations: string;
  readonly roleWords: string;
  readonly givenNames: string;
  /** Rows name, office, alpha-2, from, to; empty where there is none. */
  readonly leaders: string;
  readonly alpha3: ReadonlyMap<string, string>;
}

type Known = Map<string, KnownActor>;

function addStates(table: string, known: Known, names: TrieNode): ReadonlyMap<string, string> {
  const first = new Map<string, string>();
  for (const [iso = "", name = "", others, adjectives, people] of readActorRows(table)) {
    const key = `state:${iso}`;
    known.set(key, { key, name, kind: "state", country: iso, sector: "GOV", partyOf: null });
    for (const form of [name, ...readList(others)]) addName(names, form, key, "name");
    const own = readList(adjectives);
    if (own[0] !== undefined) first.set(key, own.find((form) => form === iso.slice(0, 2)) ?? own[0]);
    for (const form of own) {
      addName(names, form, key, "adjective", true);
      if (!/(?:ese|[sz]h|ch|ss|[zx]|es|US|UK|UAE)$/.test(form)) addName(names, `${form}s`, key, "people");
    }
    for (const form of readList(people)) addName(names, form, key, /(?:s|men)$/.test(form) ? "people" : "person", !/(?:s|men)$/.test(form));
  }
  return first;
}

function addCapitals(table: string, names: TrieNode): void {
  for (const [name = "", party = "", kind = ""] of readActorRows(table)) {
    const listed = kind === "capital" || kind === "seat" || kind === "short" || kind === "belonging" || kind === "land";
    addName(names, name, partyKey(party)!, listed ? kind : "place");
  }
}

/** A party as the tables write it: alpha-3 of a state, or the key of an organisation. */
function partyKey(cell: string): string | null {
  if (cell === "" || cell === "-") return null;
  return /^[A-Z]{3}$/.test(cell) ? `state:${cell}` : `org:${cell}`;
}

function addOrganisations(
  table: string,
  known: Known,
  names: TrieNode,
): { readonly rulers: readonly Ruler[]; readonly composed: ReadonlyMap<string, string> } {
  const rulers: Ruler[] = [];
  const composed = new Map<string, string>();
  const cell = (text: string) => (text === "" || text === "-" ? null : text);
  for (const [id = "", name = "", kind = "", country = "-", sector = "-", partyOf = "-", others, rules] of readActorRows(table)) {
    const key = `org:${id}`;
    known.set(key, { key, name, kind: kind as ActorKind, country: cell(country), sector: cell(sector), partyOf: partyKey(partyOf) });
    for (const form of [name, ...readList(others)]) addName(names, form, key, "name");
    for (const rule of readList(rules)) {
      if (rule.startsWith("=")) {
        composed.set(rule.slice(1), key);
        continue;
      }
      const [state = "", span = ""] = rule.split(":");
      const [from = "", until = ".."] = span.split("/");
      rulers.push({ state: `state:${state}`, movement: key, from, until: until === ".." ? null : until });
    }
  }
  return { rulers, composed };
}

function readLeaders(table: string, alpha3: ReadonlyMap<string, string>): readonly Leader[] {
  return table
    .split("\n")
    .map((line) => line.split("\t"))
    .filter((row) => row.length >= 4 && !row[0]!.startsWith("#"))
    .map(([name = "", office = "", country = "", from = "", until = ""]) => ({
      name,
      surname: foldName(name).split(" ").at(-1) ?? "",
      office,
      country: alpha3.get(country) ?? country,
      from,
      until: until === "" ? null : until,
    }));
}

/** Given names with their pronoun, and which of them are forms of one name (each folded form → the sets it is in). */
function readGivenNames(table: string): Pick<ActorLexicon, "givenNames" | "shortNames"> {
  const givenNames = new Map<string, "m" | "f" | "u">();
  const shortNames = new Map<string, Set<number>>();
  let set = 0;
  for (const [gender = "u", list] of readActorRows(table)) {
    for (const name of readList(list)) {
      if (gender === "short") {
        set++;
        for (const form of name.split("/").map(foldName)) shortNames.set(form, (shortNames.get(form) ?? new Set()).add(set));
        continue;
      }
      const folded = foldName(name);
      givenNames.set(folded, givenNames.has(folded) && givenNames.get(folded) !== gender ? "u" : (gender as "m" | "f" | "u"));
    }
  }
  return { givenNames, shortNames };
}

/** Builds the lexicon out of its tables and, where given, the text of a user's actors.yaml (see docs/actors.md). Throws a RangeError that names the entry it cannot read. */
export function buildActorLexicon(tables: ActorTables, userActors?: string): ActorLexicon {
  const known: Known = new Map();
  const names = makeTrie();
  const adjectives = addStates(tables.states, known, names);
  addCapitals(tables.capitals, names);
  const kingdoms = new Set(
    readActorRows(tables.states)
      .filter(([, , others]) => /Kingdom|Sultanate|Emirates|Principality/.test(others ?? ""))
      .map(([iso]) => `state:${iso}`),
  );
  const { rulers, composed } = addOrganisations(tables.organisations, known, names);
  if (userActors !== undefined) mergeUserActors(userActors, known, names);
  const { givenNames, shortNames } = readGivenNames(tables.givenNames);
  const roles = readRoleTable(tables.roleWords, foldName);
  return {
    known,
    names,
    adjectives,
    kingdoms,
    roles,
    givenNames,
    shortNames,
    rulers,
    composed,
    leaders: readLeaders(tables.leaders, tables.alpha3),
  };
}

function readAlpha3(): ReadonlyMap<string, string> {
  return new Map(Object.entries(countries.getAlpha2Codes()));
}

/** Reads the lexicon from the folder `data/` (a URL that ends in a slash) and an optional user file's text. */
export function loadActorLexicon(data: URL = new URL("../../data/", import.meta.url), userActors?: string): ActorLexicon {
  const read = (file: string) => readFileSync(new URL(file, data), "utf8");
  const leaders = existsSync(new URL("times-tenures.tsv", data)) ? read("times-tenures.tsv") : "";
  return buildActorLexicon(
    {
      states: read("states.tsv"),
      capitals: read("capitals.tsv"),
      organisations: read("organisations.tsv"),
      roleWords: read("role-words.tsv"),
      givenNames: read("given-names.tsv"),
      leaders,
      alpha3: readAlpha3(),
    },
    userActors,
  );
}
