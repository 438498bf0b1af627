import type { Doc } from "../../model/doc.ts";
import { childOf, childrenOf, hasRelation, lowerAt } from "../../syntax/tree.ts";
import { speakerAtEnd, speakerBetween, speakerOf } from "./beside.ts";
import type { Complement } from "./complement.ts";
import type { Extents, Run } from "./extents.ts";
import type { Quoted } from "./quoted.ts";
import type { SourceRun } from "./source.ts";

const LONGEST_SPEAKER = 16;
const LONGEST_DATE = 7;
const FINITE = /^(?:VBD|VBZ|VBP|MD)$/;

function isFiniteVerb(doc: Doc, token: number): boolean {
  return FINITE.test(doc.xpos[token]!);
}

/** Where the words after a reporting verb's addressee and circumstances begin. */
function afterAddressee(doc: Doc, extents: Extents, cue: number, end: number): number {
  let at = cue + 1;
  for (const child of childrenOf(doc, cue)) {
    if (child <= cue || !hasRelation(doc, child, "obj", "iobj", "obl", "advmod")) continue;
    const high = extents.high[child]!;
    let clause = child;
    while (clause <= high && !isFiniteVerb(doc, clause)) clause++;
    // A clause hung on the addressee by mistake ("told reporters the talks …") is what was said.
    if (clause > high) at = Math.max(at, high + 1);
    else at = Math.max(at, child + 1);
  }
  return Math.min(at, end);
}

/** "X told Y on Monday that P": from the word "that", or from what follows the addressee where a finite verb follows. */
function clauseAfter(doc: Doc, extents: Extents, cue: number): Complement | null {
  const { end } = doc.sentences[doc.sentenceOf[cue]!]!;
  for (let i = cue + 1; i < end && !isFiniteVerb(doc, i); i++)
    if (/^(?:that|whether|if)$/.test(lowerAt(doc, i)) && (doc.upos[i] === "SCONJ" || doc.xpos[i] === "IN"))
      return complement(lowerAt(doc, i) === "that" ? "that" : "if", { first: i, end });
  const first = afterAddressee(doc, extents, cue, end);
  let verb = first;
  while (verb < end && !isFiniteVerb(doc, verb)) verb++;
  if (verb >= end || verb === first || /^[,;]$/.test(lowerAt(doc, first))) return null;
  return /^(?:CCONJ|ADP|VERB|AUX|SCONJ)$/.test(doc.upos[first]!) ? null : complement("bare", { first, end });
}

/** "P, an official close to X said on Friday.": a speaker without a verb of its own between the last comma and the cue. */
function clauseBefore(doc: Doc, quoted: Quoted, cue: number): Loose | null {
  const { first, end } = doc.sentences[doc.sentenceOf[cue]!]!;
  for (let i = cue + 1; i < end; i++) if (isFiniteVerb(doc, i) || lowerAt(doc, i) === ":") return null;
  const speaker = speakerAtEnd(doc, quoted, cue);
  if (speaker === null) return null;
  for (let i = first; i < speaker.first - 1; i++)
    if (isFiniteVerb(doc, i)) return { complement: complement("front", { first, end: speaker.first - 1 }), speaker };
  return null;
}

/** A headline's "Harbour deal dead, says minister": a comma, the cue, and a speaker without a verb up to the end, no stop. */
function clauseInverted(doc: Doc, quoted: Quoted, cue: number): Loose | null {
  const sentence = doc.sentences[doc.sentenceOf[cue]!]!;
  let end = sentence.end;
  while (end > cue + 1 && doc.upos[end - 1] === "PUNCT") end--;
  if (end < sentence.end || cue < sentence.first + 3 || lowerAt(doc, cue - 1) !== "," || end === cue + 1 || end - cue > LONGEST_SPEAKER)
    return null;
  if (!/^(?:DET|PROPN|NOUN|ADJ|NUM)$/.test(doc.upos[cue + 1]!)) return null;
  for (let i = cue + 1; i < end; i++) if (isFiniteVerb(doc, i) || quoted.of[i] !== -1) return null;
  return { complement: complement("front", { first: sentence.first, end: cue - 1 }), speaker: speakerOf(doc, { first: cue + 1, end }) };
}

/** "The plan, Ann Lee said, was to leave": a tag between two commas inside its clause, where the verb of the clause comes next. */
export function readAside(doc: Doc, quoted: Quoted, cue: number): Loose | null {
  const { first, end } = doc.sentences[doc.sentenceOf[cue]!]!;
  // "said on Monday," too.
  let close = cue + 1;
  while (close < Math.min(end, cue + LONGEST_DATE) && /^(?:ADP|DET|NOUN|PROPN|NUM|ADV)$/.test(doc.upos[close]!)) close++;
  if (close + 1 >= end || lowerAt(doc, close) !== "," || !isFiniteVerb(doc, close + 1) || quoted.of[close + 1] !== -1) return null;
  let open = cue - 1;
  while (open > first && lowerAt(doc, open) !== ",") open--;
  const speaker = open > first ? speakerBetween(doc, quoted, open + 1, cue) : null;
  if (speaker === null || speaker.first !== open + 1) return null;
  const relative = /^(?:that|which|who)$/.test(lowerAt(doc, open - 1));
  const runs = [
    { first: relative ? open - 1 : first, end: open },
    { first: close + 1, end },
  ];
  return { complement: { frame: "front", runs, particle: null }, speaker };
}

/** A complement read by the order of words, with the speaker where that order shows it. */
export interface Loose {
  readonly complement: Complement;
  readonly speaker: SourceRun | null;
}

function complement(frame: string, run: Run): Complement {
  return { frame, runs: [run], particle: null };
}

/**
 * Reads a reporting verb whose tree shows no reported clause by the order of its words; null where those show none either.
 * Only for verbs that mostly report clauses: parsers hang the clause elsewhere about once in ten.
 * With `afterOnly` the clause before is not looked for ("Playing it down, X said P": the tree took the wrong one).
 */
export function readLoose(doc: Doc, extents: Extents, quoted: Quoted, cue: number, afterOnly: boolean): Loose | null {
  if (quoted.of[cue] !== -1 || (afterOnly && childOf(doc, cue, "nsubj") > cue)) return null;
  const inverted = afterOnly ? null : clauseInverted(doc, quoted, cue);
  if (inverted !== null) return inverted;
  const after = clauseAfter(doc, extents, cue);
  if (after !== null) return { complement: after, speaker: null };
  return afterOnly ? null : clauseBefore(doc, quoted, cue);
}
