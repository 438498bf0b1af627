import type { EventType } from "../model/index.ts";
import { type ControlLexicon, loadControl } from "./control.ts";
import { parseTable, readData } from "./table.ts";

/** Where a role is looked for, seen from the words of the trigger: grammar, or a preposition ("with", "against" …). */
export type SlotName = string;

/** Slots of each role in order of preference. */
export interface ActFrame {
  readonly actor: readonly SlotName[];
  readonly recipient: readonly SlotName[];
  readonly object: readonly SlotName[];
}

/** One thing asked of the tree around a trigger: one of the slots is filled (by one of `words`, where given), or none is. */
export interface ActConstraint {
  readonly slots: readonly SlotName[];
  readonly negated: boolean;
  /** Lemmas and spaced phrases; null means that anything will do. */
  readonly words: ReadonlySet<string> | null;
}

/** A sense: a word, what must stand around it, and the act it then tells; `eventType` null says that it tells none. */
export interface ActSense {
  readonly id: string;
  readonly words: readonly string[];
  readonly constraints: readonly ActConstraint[];
  readonly eventType: EventType | null;
  readonly mode: string | null;
  readonly frame: ActFrame;
  readonly confidence: number;
}

/** What a verb does with an act named by its object or subject: does, undergoes or ends it; or it happens or stops by itself. */
export interface ActSupport {
  readonly id: string;
  readonly particle: string | null;
  /** Preposition under which the noun stands ("from" of "walk away from"), or null: then it is the object, or under the particle. */
  readonly preposition: string | null;
  readonly kind: "do" | "get" | "end" | "happen" | "stop";
  /** Types of noun it supports; null for all. */
  readonly types: ReadonlySet<string> | null;
}

/** Indexed by the lemma of the trigger's head word; senses with more constraints come first. */
export interface ActLexicon {
  readonly verbs: ReadonlyMap<string, readonly ActSense[]>;
  readonly nouns: ReadonlyMap<string, readonly ActSense[]>;
  readonly adjectives: ReadonlyMap<string, readonly ActSense[]>;
  readonly supports: ReadonlyMap<string, readonly ActSupport[]>;
  readonly control: ControlLexicon;
  readonly sets: ReadonlyMap<string, ReadonlySet<string>>;
  /** What an act becomes when it is ended: "SANCTION" or "SANCTION/expel" → type and mode. */
  readonly flips: ReadonlyMap<string, { readonly eventType: EventType | null; readonly mode: string | null }>;
  /** PLOVER contexts that follow from the act alone, by type or type/mode. */
  readonly contexts: ReadonlyMap<string, readonly string[]>;
  /** Every single word that the tables name. */
  readonly words: ReadonlySet<string>;
  /** Number of senses: lemma × part of speech × pattern. */
  readonly size: number;
}

/** The tables as text, so that a reader without a file system can hand them in. */
export interface ActTables {
  readonly senses: readonly string[];
  readonly sets: string;
  readonly frames: string;
  readonly support: string;
  readonly flips: string;
  readonly contexts: string;
}

const SENSE_FILES = [
  "acts-diplomacy.tsv",
  "acts-deeds.tsv",
  "acts-cooperation.tsv",
  "acts-verbal.tsv",
  "acts-conflict.tsv",
  "acts-nouns.tsv",
  "acts-not.tsv",
];

/** The act tables of data/. */
export function loadActLexicon(): ActLexicon {
  const tables = {
    senses: SENSE_FILES.map(readData),
    sets: readData("acts-sets.tsv"),
    frames: readData("acts-frames.tsv"),
    support: readData("acts-support.tsv"),
    flips: readData("acts-flips.tsv"),
    contexts: readData("acts-contexts.tsv"),
  };
  return buildActLexicon(tables, loadControl());
}

/** Builds the lexicon from its tables. Throws a RangeError naming the row that is wrong. */
export function buildActLexicon(tables: ActTables, control: ControlLexicon): ActLexicon {
  const sets = readSets(tables.sets);
  const frames = readFrames(tables.frames);
  const index = { v: new Map<string, ActSense[]>(), n: new Map<string, ActSense[]>(), a: new Map<string, ActSense[]>() };
  let size = 0;
  for (const row of tables.senses.flatMap((table) => rowsOf(table, "act table"))) {
    const into = index[row("pos") as "v" | "n" | "a"];
    if (!into) throw new RangeError(`act table: unknown part of speech "${row("pos")}" of "${row("words")}"`);
    for (const sense of readSenses(row, sets, frames)) {
      const key = keyOf(sense.words, row("pos"));
      into.set(key, [...(into.get(key) ?? []), sense]);
      size++;
    }
  }
  for (const map of Object.values(index)) for (const senses of map.values()) senses.sort((a, b) => weigh(b) - weigh(a));
  const flips = new Map(rowsOf(tables.flips, "flip table").map((row) => [row("act"), readAct(row("ended"))]));
  const contexts = new Map(rowsOf(tables.contexts, "act contexts").map((row) => [row("act"), list(row("contexts"))]));
  const supports = readSupports(tables.support);
  const words = new Set([
    ...Object.values(index).flatMap((map) => [...map.keys()]),
    ...supports.keys(),
    ...[...sets.values()].flatMap((set) => [...set]),
  ]);
  return { verbs: index.v, nouns: index.n, adjectives: index.a, supports, control, sets, flips, contexts, words, size };
}

/** The word a sense is filed under: the head of its phrase ("put" of "put forward", "strike" of "air strike", "state" of "state of siege"). */
function keyOf(words: readonly string[], pos: string): string {
  return pos === "v" || words[1] === "of" ? words[0]! : words.at(-1)!;
}

/** A row, asked for its cells by column. */
type Row = (column: string) => string;

function rowsOf(text: string, name: string): Row[] {
  return parseTable(text, name).map((cells) => (column) => (cells[column] ?? "").trim());
}

const list = (cell: string, separator = " "): string[] => cell.split(separator).filter((one) => one !== "" && one !== "-");

function readSenses(row: Row, sets: ReadonlyMap<string, ReadonlySet<string>>, frames: ReadonlyMap<string, ActFrame>): ActSense[] {
  const pos = row("pos");
  const pattern = row("pattern");
  const act = row("act");
  const constraints = readConstraints(pattern, sets);
  const { eventType, mode } = readAct(act);
  const frame = readFrame(row("frame"), frames, pos);
  const confidence = row("confidence") ? Number(row("confidence")) : pos === "v" ? 0.8 : 0.6;
  return list(row("words")).map((lemma) => {
    const id = `act.${pos}.${lemma}${pattern ? `[${pattern}]` : ""}=${act}`;
    return { id, words: lemma.split("_"), constraints, eventType, mode, frame, confidence };
  });
}

// The sense that asks for most speaks first, and of two that ask alike the one that says "no act".
function weigh(sense: ActSense): number {
  const asked = sense.constraints.reduce((sum, one) => sum + (one.negated ? 1 : one.words ? 4 : 2), 0);
  return asked * 4 + (sense.words.length - 1) * 12 + (sense.eventType === null ? 1 : 0);
}

function readAct(act: string): { eventType: EventType | null; mode: string | null } {
  if (act === "-") return { eventType: null, mode: null };
  const [type = "", mode] = act.split("/");
  if (!EVENT_TYPES.has(type)) throw new RangeError(`act table: unknown type "${act}"`);
  return { eventType: type as EventType, mode: mode ?? null };
}

const EVENT_TYPES: ReadonlySet<string> = new Set(
  "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT SAY".split(
    " ",
  ),
);

function readSets(table: string): Map<string, ReadonlySet<string>> {
  const sets = new Map<string, Set<string>>();
  for (const row of rowsOf(table, "word sets")) {
    if (sets.has(row("name"))) throw new RangeError(`act table: two sets called "${row("name")}"`);
    const into = new Set<string>();
    for (const word of list(row("words"))) addWords(into, word, sets);
    sets.set(row("name"), into);
  }
  return sets;
}

function addWords(into: Set<string>, word: string, sets: ReadonlyMap<string, ReadonlySet<string>>): void {
  if (!word.startsWith("@")) {
    into.add(word.replaceAll("_", " "));
    return;
  }
  const set = sets.get(word.slice(1));
  if (!set) throw new RangeError(`act table: unknown set "${word}"`);
  for (const member of set) into.add(member);
}

function readConstraints(pattern: string, sets: ReadonlyMap<string, ReadonlySet<string>>): ActConstraint[] {
  return pattern
    .split(" ")
    .filter(Boolean)
    .map((part) => {
      const negated = part.startsWith("!");
      const [slot = "", values] = (negated ? part.slice(1) : part).split(":");
      const slots = slot.split("|");
      if (values === undefined) return { slots, negated, words: null };
      const words = new Set<string>();
      for (const value of values.split("|")) addWords(words, value, sets);
      return { slots, negated, words };
    });
}

function readFrames(table: string): Map<string, ActFrame> {
  const slots = (row: Row, role: string): string[] => list(row(role), ",");
  return new Map(
    rowsOf(table, "frames").map((row) => [
      row("name"),
      { actor: slots(row, "actor"), recipient: slots(row, "recipient"), object: slots(row, "object") },
    ]),
  );
}

// Nouns get the noun form of the frame where there is one; a predicate ("is critical of X") has a subject as a verb has.
function readFrame(cell: string, frames: ReadonlyMap<string, ActFrame>, pos: string): ActFrame {
  const name = cell || "plain";
  const frame = (pos === "n" ? frames.get(`${name}.n`) : undefined) ?? frames.get(name);
  if (!frame) throw new RangeError(`act table: unknown frame "${cell}"`);
  return frame;
}

function readSupports(table: string): Map<string, ActSupport[]> {
  const supports = new Map<string, ActSupport[]>();
  for (const row of rowsOf(table, "support verbs"))
    for (const verb of list(row("verbs"))) {
      const [lemma = "", particle = null, preposition = null] = verb.split("_");
      const kind = row("kind") as ActSupport["kind"];
      const support = {
        id: `support.${kind}.${verb}`,
        particle,
        preposition,
        kind,
        types: row("types") ? new Set(list(row("types"))) : null,
      };
      const known = supports.get(lemma) ?? [];
      // a verb with its particle says more than the verb alone
      supports.set(lemma, particle ? [support, ...known] : [...known, support]);
    }
  return supports;
}
