import { readFileSync } from "node:fs";
import type { EventType, Modality } from "../model/statement.ts";
import { readRows } from "./rows.ts";

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
  readonly kind: "do" | "get" | "end" | "happen" | "stop";
  readonly modality: Modality | null;
  /** Types of noun it supports; null for all. */
  readonly types: ReadonlySet<string> | null;
}

/** Indexed by the lemma of the trigger's head word; senses with more constraints come first. */
export interface ActLexicon {
  readonly verbs: ReadonlyMap<string, readonly ActSense[]>;
  readonly nouns: ReadonlyMap<string, readonly ActSense[]>;
  readonly adjectives: ReadonlyMap<string, readonly ActSense[]>;
  readonly supports: ReadonlyMap<string, readonly ActSupport[]>;
  /** Control words with the modality they give to the act below them. */
  readonly controls: ReadonlyMap<string, Modality>;
  readonly sets: ReadonlyMap<string, ReadonlySet<string>>;
  /** What an act becomes when it is ended: "SANCTION" or "SANCTION/expel" → type and mode. */
  readonly flips: ReadonlyMap<string, { readonly eventType: EventType | null; readonly mode: string | null }>;
  /** Number of senses: lemma × part of speech × pattern. */
  readonly size: number;
}

/** The tables as text, so that a reader without a file system can hand them in. */
export interface ActTables {
  readonly senses: readonly string[];
  readonly sets: string;
  readonly frames: string;
  readonly support: string;
  readonly control: string;
  readonly flips: string;
}

const SENSE_FILES = ["acts-cooperation.tsv", "acts-verbal.tsv", "acts-conflict.tsv", "acts-nouns.tsv", "acts-not.tsv"];

/** Reads the act tables from a folder (data/ of this package where none is named). Throws a RangeError naming the row that is wrong. */
export function loadActLexicon(folder: URL = new URL("../../data/", import.meta.url)): ActLexicon {
  const read = (name: string): string => readFileSync(new URL(name, folder), "utf8");
  return buildActLexicon({
    senses: SENSE_FILES.map(read),
    sets: read("acts-sets.tsv"),
    frames: read("acts-frames.tsv"),
    support: read("acts-support.tsv"),
    control: read("acts-control.tsv"),
    flips: read("acts-flips.tsv"),
  });
}

/** Builds the lexicon from its tables. Throws a RangeError naming the row that is wrong. */
export function buildActLexicon(tables: ActTables): ActLexicon {
  const sets = readSets(tables.sets);
  const frames = readFrames(tables.frames);
  const index = { v: new Map<string, ActSense[]>(), n: new Map<string, ActSense[]>(), a: new Map<string, ActSense[]>() };
  let size = 0;
  for (const table of tables.senses)
    for (const row of readRows(table)) {
      const [pos = "", lemmas = "", pattern = "", act = "", frame = "", confidence = ""] = row;
      const into = index[pos as "v" | "n" | "a"];
      if (!into) throw new RangeError(`act table: unknown part of speech "${pos}" in "${row.join(" | ")}"`);
      const constraints = readConstraints(pattern, sets);
      const { eventType, mode } = readAct(act);
      const roles = readFrame(frame, frames, pos);
      for (const lemma of lemmas.split(" ").filter(Boolean)) {
        const words = lemma.split("_");
        const id = `act.${pos}.${lemma}${pattern ? `[${pattern}]` : ""}=${act}`;
        const key = pos === "n" || pos === "a" ? words.at(-1)! : words[0]!;
        const sense = {
          id,
          words,
          constraints,
          eventType,
          mode,
          frame: roles,
          confidence: confidence ? Number(confidence) : pos === "v" ? 0.8 : 0.6,
        };
        into.set(key, [...(into.get(key) ?? []), sense]);
        size++;
      }
    }
  for (const map of Object.values(index)) for (const senses of map.values()) senses.sort((a, b) => weigh(b) - weigh(a));
  const flips = new Map(readRows(tables.flips).map(([from = "", to = ""]) => [from, readAct(to)]));
  return {
    verbs: index.v,
    nouns: index.n,
    adjectives: index.a,
    supports: readSupports(tables.support),
    controls: readControls(tables.control),
    sets,
    flips,
    size,
  };
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
  for (const [name = "", words = ""] of readRows(table)) {
    const into = sets.get(name) ?? new Set<string>();
    for (const word of words.split(" ").filter(Boolean)) addWords(into, word, sets);
    sets.set(name, into);
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
  const list = (cell: string | undefined): string[] => (cell ?? "").split(",").filter((one) => one && one !== "-");
  return new Map(
    readRows(table).map(([name = "", actor, recipient, object]) => [
      name,
      { actor: list(actor), recipient: list(recipient), object: list(object) },
    ]),
  );
}

// A cell is the name of a frame, or recipient slots written out; nouns get the noun form of the frame where there is one.
function readFrame(cell: string, frames: ReadonlyMap<string, ActFrame>, pos: string): ActFrame {
  const name = cell || "plain";
  const frame = (pos === "v" ? undefined : frames.get(`${name}.n`)) ?? frames.get(name);
  if (!frame) throw new RangeError(`act table: unknown frame "${cell}"`);
  return frame;
}

function readSupports(table: string): Map<string, ActSupport[]> {
  const supports = new Map<string, ActSupport[]>();
  for (const [verbs = "", kind = "", modality = "", types = ""] of readRows(table))
    for (const verb of verbs.split(" ").filter(Boolean)) {
      const [lemma = "", particle = null] = verb.split("_");
      const support = {
        id: `support.${kind}.${verb}`,
        particle,
        kind: kind as ActSupport["kind"],
        modality: (modality || null) as Modality | null,
        types: types ? new Set(types.split(" ")) : null,
      };
      const list = supports.get(lemma) ?? [];
      supports.set(lemma, particle ? [support, ...list] : [...list, support]);
    }
  return supports;
}

function readControls(table: string): Map<string, Modality> {
  const controls = new Map<string, Modality>();
  for (const [modality = "", words = ""] of readRows(table))
    for (const word of words.split(" ").filter(Boolean)) controls.set(word, modality as Modality);
  return controls;
}
