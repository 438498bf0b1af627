import type { Doc } from "../../model/doc.ts";
import { childOf, childrenOf, hasRelation, lowerAt } from "../../syntax/tree.ts";
import type { Complement } from "./complement.ts";
import { clauseStart, type Quoted } from "./quoted.ts";
import type { Run, Tree } from "./tree.ts";

const FINITE = /^(?:VBD|VBZ|VBP|MD)$/;

function isFiniteVerb(doc: Doc, token: number): boolean {
  return FINITE.test(doc.xpos[token]!);
}

/** Where the words after a reporting verb's addressee and circumstances begin. */
function afterAddressee(doc: Doc, tree: Tree, cue: number, end: number): number {
  let at = cue + 1;
  for (const child of childrenOf(doc, cue)) {
    if (child <= cue || !hasRelation(doc, child, "obj", "iobj", "obl", "advmod")) continue;
    const high = tree.high[child]!;
    let clause = child;
    while (clause <= high && !isFiniteVerb(doc, clause)) clause++;
    // A clause hung on the addressee by mistake ("told reporters the talks …") is what was said.
    if (clause > high) at = Math.max(at, high + 1);
    else at = Math.max(at, child + 1);
  }
  return Math.min(at, end);
}

/** "X told Y on Monday that P": from the word "that", or from what follows the addressee where a finite verb follows. */
function clauseAfter(doc: Doc, tree: Tree, cue: number): Complement | null {
  const { end } = doc.sentences[doc.sentenceOf[cue]!]!;
  for (let i = cue + 1; i < end && !isFiniteVerb(doc, i); i++)
    if (lowerAt(doc, i) === "that" && (doc.upos[i] === "SCONJ" || doc.xpos[i] === "IN")) return complement("that", { first: i, end });
  const first = afterAddressee(doc, tree, cue, end);
  let verb = first;
  while (verb < end && !isFiniteVerb(doc, verb)) verb++;
  if (verb >= end || verb === first || /^[,;]$/.test(lowerAt(doc, first))) return null;
  return /^(?:CCONJ|ADP|VERB|AUX|SCONJ)$/.test(doc.upos[first]!) ? null : complement("bare", { first, end });
}

/** "P, X said": what stands before the comma at the head of the sentence. */
function clauseBefore(doc: Doc, tree: Tree, quoted: Quoted, cue: number): Complement | null {
  const { first, end } = doc.sentences[doc.sentenceOf[cue]!]!;
  const start = clauseStart(doc, tree, quoted, cue);
  if (start <= first + 2 || start === cue || lowerAt(doc, start - 1) !== ",") return null;
  for (let i = cue + 1; i < end; i++) if (isFiniteVerb(doc, i)) return null;
  for (let i = first; i < start; i++) if (isFiniteVerb(doc, i)) return complement("front", { first, end: start - 1 });
  return null;
}

function complement(frame: string, run: Run): Complement {
  return { frame, runs: [run], particle: null, inner: null };
}

/**
 * With `afterOnly` the clause before is not looked for ("Playing it down, X said P": the tree took the wrong one).
 * Reads a reporting verb whose tree shows no reported clause by the order of its words; null where those show none either.
 * Only for verbs that mostly report clauses: parsers hang the clause elsewhere about once in ten.
 */
export function readLoose(doc: Doc, tree: Tree, quoted: Quoted, cue: number, afterOnly: boolean): Complement | null {
  if (quoted.of[cue] !== -1) return null;
  if (afterOnly) return childOf(doc, cue, "nsubj") < cue ? clauseAfter(doc, tree, cue) : null;
  return clauseAfter(doc, tree, cue) ?? clauseBefore(doc, tree, quoted, cue);
}
