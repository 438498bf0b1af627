import type { Doc } from "../../model/doc.ts";
import { childWith, extent, hasRelation, type Run, type Tree, wordAt } from "./tree.ts";

/**
 * How a word takes what is said: the frame by which the cue lexicon is counted.
 * `that` `if` `wh` `bare` `front` are clauses, `to` `ing` `small` reduced ones, `obj` a noun phrase (`obj+to`, `obj+of` … with what
 * is said of it), `p:about` … a phrase with that preposition, `none` nothing.
 */
export interface Complement {
  readonly frame: string;
  /** The tokens of what is said, before quotes are taken in. */
  readonly runs: readonly Run[];
  /** The preposition that belongs to the cue ("called for"), or null. */
  readonly particle: number | null;
  /** The verb under it in `to` and `ing` frames, or null. */
  readonly inner: number | null;
}

const WH = new Set(["what", "why", "how", "who", "whom", "where", "when", "which", "whose"]);
const PREPOSITIONS = new Set("about against around as at behind for from in into of on over to toward towards upon with".split(" "));

function marker(doc: Doc, tree: Tree, clause: number): string {
  for (const child of tree.children[clause]!) {
    if (child > clause) break;
    if (hasRelation(doc, child, "mark", "case")) return wordAt(doc, child);
  }
  return "";
}

function clauseFrame(doc: Doc, tree: Tree, cue: number, clause: number): string {
  if (clause < cue) return "front";
  const mark = marker(doc, tree, clause);
  if (mark === "that") return "that";
  if (mark === "if" || mark === "whether") return "if";
  const first = tree.low[clause]!;
  if (WH.has(wordAt(doc, first))) return "wh";
  if (mark === "to") return "to";
  return doc.xpos[clause] === "VBG" && childWith(doc, tree, clause, "aux", "nsubj") === null ? "ing" : "bare";
}

function openClauseFrame(doc: Doc, tree: Tree, clause: number): string {
  if (marker(doc, tree, clause) === "to") return "to";
  return doc.xpos[clause] === "VBG" ? "ing" : "small";
}

/** Runs of several dependents, from the first to the last of them. */
function around(tree: Tree, ...tokens: readonly number[]): Run {
  return {
    first: Math.min(...tokens.map((token) => tree.low[token]!)),
    end: Math.max(...tokens.map((token) => tree.high[token]!)) + 1,
  };
}

/** The phrase with a preposition that says what the cue is about: the nearest after it that is no date and no place to publish. */
function phraseAfter(doc: Doc, tree: Tree, cue: number, circumstances: ReadonlySet<string>): number | null {
  for (const child of tree.children[cue]!) {
    if (child < cue || !hasRelation(doc, child, "obl", "nmod", "advcl", "acl")) continue;
    if (PREPOSITIONS.has(marker(doc, tree, child)) && !circumstances.has(doc.lemma[child]!.toLowerCase())) return child;
  }
  return null;
}

function withObject(doc: Doc, tree: Tree, object: number, open: number | null, phrase: number | null): Complement {
  const under = open ?? (phrase !== null && ["of", "for", "as"].includes(marker(doc, tree, phrase)) ? phrase : null);
  if (under === null) return { frame: "obj", runs: [extent(tree, object)], particle: null, inner: null };
  const tail = open !== null ? openClauseFrame(doc, tree, open) : marker(doc, tree, under);
  return { frame: `obj+${tail}`, runs: [around(tree, object, under)], particle: null, inner: null };
}

/** Reads the complement of a verb, noun or adjective. `circumstances` are nouns that only say when or where (Monday, statement, interview). */
export function readComplement(doc: Doc, tree: Tree, cue: number, circumstances: ReadonlySet<string>): Complement {
  const noun = doc.upos[cue] === "NOUN";
  const clause = childWith(doc, tree, cue, "ccomp") ?? (noun ? nounClause(doc, tree, cue) : null);
  if (clause !== null)
    return { frame: clauseFrame(doc, tree, cue, clause), runs: [extent(tree, clause)], particle: null, inner: clause };
  if (hasRelation(doc, cue, "parataxis") && !noun && childWith(doc, tree, cue, "nsubj") !== null) {
    const host = doc.head[cue]!;
    if (host < cue) return { frame: "front", runs: [{ first: tree.low[host]!, end: tree.low[cue]! }], particle: null, inner: host };
  }
  const object = noun ? null : childWith(doc, tree, cue, "obj");
  const open = childWith(doc, tree, cue, "xcomp");
  const phrase = phraseAfter(doc, tree, cue, circumstances);
  if (object !== null) return withObject(doc, tree, object, open !== null && open > object ? open : null, phrase);
  if (open !== null) return { frame: openClauseFrame(doc, tree, open), runs: [extent(tree, open)], particle: null, inner: open };
  if (phrase === null) return { frame: "none", runs: [], particle: null, inner: null };
  const preposition = tree.children[phrase]!.find((child) => child < phrase && hasRelation(doc, child, "case", "mark"))!;
  const first = Math.max(preposition + 1, tree.low[phrase]!);
  const runs = [{ first, end: tree.high[phrase]! + 1 }];
  return { frame: `p:${wordAt(doc, preposition)}`, runs, particle: preposition, inner: null };
}

/** "the claim that …", "his refusal to …". */
function nounClause(doc: Doc, tree: Tree, noun: number): number | null {
  for (const child of tree.children[noun]!) {
    if (child < noun || !hasRelation(doc, child, "acl", "advcl")) continue;
    const mark = marker(doc, tree, child);
    if (mark === "that" || mark === "to") return child;
  }
  return null;
}
