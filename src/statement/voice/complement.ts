import type { Doc } from "../../model/doc.ts";
import { childOf, childrenOf, hasRelation, lowerAt } from "../../syntax/tree.ts";
import { stretchClause } from "./bounds.ts";
import { type Extents, extent, type Run } from "./extents.ts";
import { opensClause } from "./finite.ts";
import { readTurned } from "./turned.ts";

/**
 * How a word takes what is said: the frame by which the cue lexicon is counted.
 * `that` `if` `wh` `bare` `front` are clauses, `to` `ing` `small` reduced ones, `obj` a noun phrase (`obj+to`, `obj+of` … with what
 * is said of it), `p:about` … a phrase with that preposition, `pass` and `gap` what comes before (turned.ts), `none` nothing.
 * `quote`, `tag` and `tagend` are cues before and after quotation marks (slots.ts).
 */
export interface Complement {
  readonly frame: string;
  /** The tokens of what is said, before quotes are taken in. */
  readonly runs: readonly Run[];
  /** The preposition that belongs to the cue ("called for"), or null. */
  readonly particle: number | null;
}

/** True for the frames of direct speech: `quote` before its words, `tag` after them. */
export function isQuoted(frame: string): boolean {
  return frame === "quote" || frame === "tag" || frame === "tagend";
}

const WH = new Set(["what", "why", "how", "who", "whom", "where", "when", "which", "whose"]);
const PREPOSITIONS = new Set("about against around as at behind for from in into of on over to toward towards upon with".split(" "));

function marker(doc: Doc, clause: number): string {
  for (const child of childrenOf(doc, clause)) {
    if (child > clause) break;
    if (hasRelation(doc, child, "mark", "case")) return lowerAt(doc, child);
  }
  return "";
}

function clauseFrame(doc: Doc, extents: Extents, cue: number, clause: number): string {
  if (clause < cue) return "front";
  const mark = marker(doc, clause);
  if (mark === "that") return "that";
  if (mark === "if" || mark === "whether") return "if";
  const first = extents.low[clause]!;
  if (WH.has(lowerAt(doc, first))) return "wh";
  if (mark === "to") return "to";
  return doc.xpos[clause] === "VBG" && childOf(doc, clause, "aux", "nsubj") < 0 ? "ing" : "bare";
}

function openClauseFrame(doc: Doc, clause: number): string {
  if (marker(doc, clause) === "to") return "to";
  return doc.xpos[clause] === "VBG" ? "ing" : "small";
}

/** Runs of several dependents, from the first to the last of them. */
function around(extents: Extents, ...tokens: readonly number[]): Run {
  return {
    first: Math.min(...tokens.map((token) => extents.low[token]!)),
    end: Math.max(...tokens.map((token) => extents.high[token]!)) + 1,
  };
}

/** The phrase with a preposition that says what the cue is about: the nearest after it that is no date and no place to publish. */
function phraseAfter(doc: Doc, cue: number, circumstances: ReadonlySet<string>): number | null {
  for (const child of childrenOf(doc, cue)) {
    if (child < cue || !hasRelation(doc, child, "obl", "nmod", "advcl", "acl")) continue;
    // "said, as the siege went on": when it was said.
    if (marker(doc, child) === "as" && childOf(doc, child, "nsubj", "nsubj:pass") >= 0) continue;
    if (PREPOSITIONS.has(marker(doc, child)) && !circumstances.has(doc.lemma[child]!.toLowerCase())) return child;
  }
  return null;
}

function withObject(doc: Doc, extents: Extents, object: number, open: number | null, phrase: number | null): Complement {
  const under =
    open ??
    (phrase !== null && ["of", "for", "as", "against", "over", "about", "with", "to"].includes(marker(doc, phrase)) ? phrase : null);
  if (under === null) return { frame: "obj", runs: [beforeNextVerb(doc, extent(extents, object))], particle: null };
  const tail = open !== null ? openClauseFrame(doc, open) : marker(doc, under);
  return { frame: `obj+${tail}`, runs: [beforeNextVerb(doc, around(extents, object, under))], particle: null };
}

/** "blamed the crew for the leak and left": what a noun phrase says ends where a finite verb is joined that none before it leads up to. */
function beforeNextVerb(doc: Doc, run: Run): Run {
  for (let i = run.first + 1; i + 1 < run.end && !opensClause(doc, i); i++) {
    const verb = doc.upos[i + 1] === "ADV" ? i + 2 : i + 1;
    if (doc.upos[i] === "CCONJ" && opensClause(doc, verb)) return { first: run.first, end: i };
  }
  return run;
}

/** Verbs whose object is whom one speaks to. */
const ADDRESSING = new Set(["tell", "inform", "assure", "remind", "warn"]);

/** "Oslo called in two of them, Lima recalled a third": a verb with an object of its own tells something beside, and reports nothing before it. */
export const takesObject = (doc: Doc, cue: number): boolean => childOf(doc, cue, "obj") > cue && !ADDRESSING.has(doc.lemma[cue] ?? "");

/** What opens a clause beside the main one. */
const BESIDE = new Set(["after", "although", "as", "because", "before", "despite", "once", "since", "though", "until", "when", "while"]);

/**
 * A clause before its cue must have a verb of its own that is finite ("Rattling off figures, X promised …" reports nothing) and stand by itself
 * ("While Y left, X denied it"); an -ing form behind the cue and a comma tells what came of it ("…, X said, drawing a rebuke").
 */
function tells(doc: Doc, extents: Extents, cue: number, clause: number): boolean {
  if (clause < 0) return true;
  if (clause > cue)
    return doc.xpos[clause] !== "VBG" || childOf(doc, clause, "aux", "nsubj") >= 0 || !isBehindComma(doc, extents.low[clause]!, cue);
  if (BESIDE.has(marker(doc, clause))) return false;
  for (let i = extents.low[clause]!; i <= extents.high[clause]! && i < cue; i++) if (/^(?:VBD|VBZ|VBP|MD)$/.test(doc.xpos[i]!)) return true;
  return false;
}

/** The comma may hang on the clause or stand before it. */
function isBehindComma(doc: Doc, first: number, cue: number): boolean {
  return [first, first - 1].some((t) => t > cue && lowerAt(doc, t) === ",");
}

/** "P and X says Q", "P, which shows Q": P is not what is said. */
function isJoined(doc: Doc, extents: Extents, cue: number): boolean {
  const subject = childOf(doc, cue, "nsubj");
  if (cue > 0 && lowerAt(doc, cue - 1) === "which") return true;
  if (subject < 0 || subject > cue) return false;
  const first = extents.low[subject]!;
  return doc.xpos[subject] === "WDT" || doc.upos[first] === "CCONJ" || (first > 0 && doc.upos[first - 1] === "CCONJ");
}

/** "fell in raids, aimed, X said, at the port": a tag between commas inside a participle's phrase is about that phrase alone; null elsewhere. */
function ownPhrase(doc: Doc, cue: number): Run | null {
  let end = cue;
  while (end > 0 && lowerAt(doc, end) !== ",") end--;
  let first = end;
  while (first > 0 && lowerAt(doc, first - 1) !== ",") first--;
  const tag = lowerAt(doc, cue + 1) === "," && doc.upos[cue + 2] === "ADP" && childOf(doc, cue, "nsubj") > end;
  return tag && first > 0 && /^VB[NG]$/.test(doc.xpos[first]!) && end - first < 4 ? { first, end } : null;
}

/** "Talks will be held on May 3, X said": the subject of the clause before the cue, where the tree hung it on the cue beside X; -1 elsewhere. */
function lostSubject(doc: Doc, extents: Extents, cue: number, clause: number): number {
  const [lost = -1, speaker = -1] = childrenOf(doc, cue, "nsubj");
  const bare = childOf(doc, clause, "nsubj", "nsubj:pass", "expl") < 0;
  return bare && lost >= 0 && speaker > clause && extents.high[lost]! + 1 === extents.low[clause] ? lost : -1;
}

function clauseRun(doc: Doc, extents: Extents, cue: number, clause: number): Run {
  const run = extent(extents, clause);
  const own = clause < cue ? ownPhrase(doc, cue) : null;
  if (own !== null) return own;
  const lost = clause < cue ? lostSubject(doc, extents, cue, clause) : -1;
  if (lost >= 0) return { first: extents.low[lost]!, end: run.end };
  return doc.upos[cue] === "VERB" && doc.xpos[clause] !== "VBG" ? stretchClause(doc, extents, cue, run) : run;
}

/** Reads the complement of a verb, noun or adjective. `circumstances` are nouns that only say when or where (Monday, statement, interview). */
export function readComplement(doc: Doc, extents: Extents, cue: number, circumstances: ReadonlySet<string>): Complement {
  const noun = doc.upos[cue] === "NOUN";
  const found = childOf(doc, cue, "ccomp");
  const reported = found < cue && isJoined(doc, extents, cue) ? -1 : found;
  const clause = reported < 0 && noun ? nounClause(doc, cue) : tells(doc, extents, cue, reported) ? reported : -1;
  if (clause >= 0) return { frame: clauseFrame(doc, extents, cue, clause), runs: [clauseRun(doc, extents, cue, clause)], particle: null };
  if (hasRelation(doc, cue, "parataxis") && !noun && childOf(doc, cue, "nsubj") >= 0) {
    const host = doc.head[cue]!;
    if (host < cue && !takesObject(doc, cue))
      return { frame: "front", runs: [ownPhrase(doc, cue) ?? { first: extents.low[host]!, end: extents.low[cue]! }], particle: null };
  }
  const direct = noun ? -1 : childOf(doc, cue, "obj");
  const object = direct < 0 && !noun ? childOf(doc, cue, "iobj") : direct;
  const open = childOf(doc, cue, "xcomp");
  const phrase = phraseAfter(doc, cue, circumstances);
  if (object >= 0) return withObject(doc, extents, object, open > object ? open : null, phrase);
  const called = open >= 0 && phrase !== null && phrase < open && marker(doc, open) === "to";
  if (open >= 0 && !called) return { frame: openClauseFrame(doc, open), runs: [extent(extents, open)], particle: null };
  const nothing: Complement = { frame: "none", runs: [], particle: null };
  if (phrase === null) return (doc.upos[cue] === "VERB" ? readTurned(doc, extents, cue) : null) ?? nothing;
  const preposition = childrenOf(doc, phrase).find((child) => child < phrase && hasRelation(doc, child, "case", "mark"))!;
  const first = Math.max(preposition + 1, extents.low[phrase]!);
  // "called on both sides to stop": the infinitive belongs to what is asked.
  const asked = open >= 0 && marker(doc, open) === "to" ? extents.high[open]! : -1;
  const runs = [{ first, end: Math.max(extents.high[phrase]!, asked) + 1 }];
  return { frame: `p:${lowerAt(doc, preposition)}`, runs, particle: preposition };
}

/** "the claim that …", "his refusal to …". */
function nounClause(doc: Doc, noun: number): number {
  for (const child of childrenOf(doc, noun)) {
    if (child < noun || !hasRelation(doc, child, "acl", "advcl")) continue;
    const mark = marker(doc, child);
    if (mark === "that" || mark === "to") return child;
  }
  return -1;
}
