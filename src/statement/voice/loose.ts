import type { Doc } from "../../model/doc.ts";
import { childOf, childrenOf, hasRelation, lowerAt } from "../../syntax/tree.ts";
import { speakerAtEnd, speakerBetween, speakerOf } from "./beside.ts";
import { type Complement, takesObject } from "./complement.ts";
import type { Extents, Run } from "./extents.ts";
import { opensClause } from "./finite.ts";
import type { Quoted } from "./quoted.ts";
import type { SourceRun } from "./source.ts";

const LONGEST_SPEAKER = 16;
const LONGEST_DATE = 7;

/** Where the words after a reporting verb's addressee and circumstances begin. */
function afterAddressee(doc: Doc, extents: Extents, cue: number, end: number): number {
  let at = cue + 1;
  for (const child of childrenOf(doc, cue)) {
    if (child <= cue || !hasRelation(doc, child, "obj", "iobj", "obl", "advmod")) continue;
    const high = extents.high[child]!;
    let clause = child;
    while (clause <= high && !opensClause(doc, clause)) clause++;
    // A clause hung on the addressee by mistake ("told reporters the talks …") is what was said.
    if (clause > high) at = Math.max(at, high + 1);
    else at = Math.max(at, child + 1);
  }
  return Math.min(at, end);
}

/** "X told Y on Monday that P": from the word "that", or from what follows the addressee where a finite verb follows. */
function clauseAfter(doc: Doc, extents: Extents, cue: number): Complement | null {
  const { end } = doc.sentences[doc.sentenceOf[cue]!]!;
  let aside = false;
  for (let i = cue + 1; i < end && !opensClause(doc, i); i++) {
    aside ||= lowerAt(doc, i) === "," && doc.xpos[i + 1] === "VBG";
    if (!/^(?:that|whether|if)$/.test(lowerAt(doc, i)) || (doc.upos[i] !== "SCONJ" && doc.xpos[i] !== "IN")) continue;
    // "X said, adding that P": P is what is added; "X said, speaking in Y, that P": P is what is said.
    if (aside && lowerAt(doc, i - 1) !== ",") return null;
    return complement(lowerAt(doc, i) === "that" ? "that" : "if", { first: i, end });
  }
  const first = afterAddressee(doc, extents, cue, end);
  let verb = first;
  while (verb < end && !opensClause(doc, verb)) verb++;
  if (verb >= end || verb === first || /^[,;]$/.test(lowerAt(doc, first))) return null;
  // "testified about the night when …"
  if (/^(?:when|where)$/.test(lowerAt(doc, first))) return null;
  return /^(?:CCONJ|ADP|VERB|AUX|SCONJ)$/.test(doc.upos[first]!) ? null : complement("bare", { first, end });
}

/** "Lee said the boats used for …": a second subject behind the verb opens the clause whose own verb the tagger took for a participle. */
function clauseOfTwo(doc: Doc, cue: number): Complement | null {
  const subjects = childrenOf(doc, cue).filter((child) => hasRelation(doc, child, "nsubj"));
  const late = subjects.find((child) => child > cue);
  if (late === undefined || subjects[0]! > cue || !childrenOf(doc, late).some((c) => c > late && doc.xpos[c] === "VBN")) return null;
  return complement("bare", { first: cue + 1, end: doc.sentences[doc.sentenceOf[cue]!]!.end });
}

/** "…, hours after X had ordered it", "…, a charge X denies": the verb stands in a clause of its own that says when, or what the noun before it is. */
function isSubordinate(doc: Doc, first: number, cue: number): boolean {
  if (childrenOf(doc, cue).some((c) => first <= c && c < cue && hasRelation(doc, c, "mark"))) return true;
  return hasRelation(doc, cue, "acl") && doc.head[cue]! >= first && doc.head[cue]! < cue;
}

/** "P, an official close to X said on Friday.": a speaker without a verb of its own between the last comma and the cue. */
function clauseBefore(doc: Doc, quoted: Quoted, cue: number): Loose | null {
  const { first, end } = doc.sentences[doc.sentenceOf[cue]!]!;
  for (let i = cue + 1; i < end; i++) if (opensClause(doc, i) || lowerAt(doc, i) === ":") return null;
  // "While Y left, X denies being there": what it says stands behind it.
  if (childrenOf(doc, cue).some((c) => c > cue && hasRelation(doc, c, "xcomp", "ccomp") && lowerAt(doc, c - 1) !== ",")) return null;
  const speaker = speakerAtEnd(doc, quoted, cue);
  if (speaker === null || isSubordinate(doc, speaker.first, cue) || takesObject(doc, cue)) return null;
  for (let i = first; i < speaker.first - 1; i++)
    if (opensClause(doc, i)) return { complement: complement("front", { first, end: speaker.first - 1 }), speaker };
  return null;
}

const LONGEST_CIRCUMSTANCE = 10;

/** True where nothing follows the cue in its sentence but when, where or by what means it was said: "on Friday", "in a statement late on Monday". */
function endsIts(doc: Doc, cue: number, circumstances: ReadonlySet<string>): boolean {
  const { end } = doc.sentences[doc.sentenceOf[cue]!]!;
  if (end - cue > LONGEST_CIRCUMSTANCE) return false;
  for (let i = cue + 1; i < end; i++) {
    const named = doc.upos[i] === "NOUN" || doc.upos[i] === "PROPN";
    const fits = named ? circumstances.has(doc.lemma[i]!.toLowerCase()) : /^(?:ADP|DET|ADJ|ADV|NUM)$/.test(doc.upos[i]!);
    // what is told of a year gone by ("the land it claimed in 1879") is no news of the day
    if (doc.upos[i] === "PUNCT" ? /^[;:]$/.test(lowerAt(doc, i)) : !fits || /^\d{4}$/.test(lowerAt(doc, i))) return false;
  }
  return true;
}

/** "The boat was sunk on Friday, the port confirmed in a statement.": a comma, a speaker, and the verb that ends the sentence, save for when and how it was said. */
export function readClosing(doc: Doc, quoted: Quoted, cue: number, circumstances: ReadonlySet<string>): Loose | null {
  if (quoted.of[cue] !== -1 || !/^VB[DZP]$/.test(doc.xpos[cue]!) || !endsIts(doc, cue, circumstances)) return null;
  const found = clauseBefore(doc, quoted, cue);
  // ", which they deny": about what was said.
  return found?.speaker && !/^(?:which|who|that|what|as)$/.test(lowerAt(doc, found.speaker.first)) ? found : null;
}

/**
 * "The harbour deal is dead, says the minister", "…, said an envoy who was there": a clause, a comma, the cue, and a speaker up to the end
 * without a verb outside what describes him, whatever the tree makes of them. A headline ("Harbour deal dead, says minister") needs no verb before the comma.
 */
export function readInverted(doc: Doc, quoted: Quoted, cue: number): Loose | null {
  const { first, end: stop } = doc.sentences[doc.sentenceOf[cue]!]!;
  let end = stop;
  while (end > cue + 1 && doc.upos[end - 1] === "PUNCT") end--;
  if (quoted.of[cue] !== -1 || cue < first + 3 || lowerAt(doc, cue - 1) !== "," || end === cue + 1) return null;
  if (!/^(?:DET|PROPN|NOUN|ADJ|NUM)$/.test(doc.upos[cue + 1]!)) return null;
  let speaker = cue + 1;
  while (speaker < end && !opensClause(doc, speaker) && !RELATIVE.has(lowerAt(doc, speaker)) && quoted.of[speaker] === -1) speaker++;
  const described = speaker < end && speaker > cue + 2 && RELATIVE.has(lowerAt(doc, speaker)) && opensClause(doc, speaker + 1);
  if ((speaker < end && !described) || speaker - cue > LONGEST_SPEAKER) return null;
  const told = (from: number, to: number) => doc.xpos.slice(from, to).some((_, i) => opensClause(doc, from + i));
  if (end < stop && (!/^VB[DZP]$/.test(doc.xpos[cue]!) || !told(first, cue - 1))) return null;
  const subjects = childrenOf(doc, cue).filter((child) => hasRelation(doc, child, "nsubj"));
  // "X, a nurse, told the agency": a subject before the verb and none behind it.
  if (subjects.length > 0 && subjects.every((subject) => subject < cue)) return null;
  const known = subjects.some((subject) => subject > cue);
  const found = known ? null : { ...speakerOf(doc, { first: cue + 1, end: speaker }), end };
  return { complement: complement("front", { first, end: cue - 1 }), speaker: found };
}

const RELATIVE = new Set(["who", "which", "whose"]);

/** "The plan, Ann Lee said, was to leave": a tag between two commas inside its clause, where the verb of the clause comes next. */
export function readAside(doc: Doc, quoted: Quoted, cue: number): Loose | null {
  const { first, end } = doc.sentences[doc.sentenceOf[cue]!]!;
  // "said on Monday," too.
  let close = cue + 1;
  while (close < Math.min(end, cue + LONGEST_DATE) && /^(?:ADP|DET|NOUN|PROPN|NUM|ADV)$/.test(doc.upos[close]!)) close++;
  if (close + 1 >= end || lowerAt(doc, close) !== "," || !opensClause(doc, close + 1) || quoted.of[close + 1] !== -1) return null;
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
  const after = clauseAfter(doc, extents, cue) ?? clauseOfTwo(doc, cue);
  if (after !== null) return { complement: after, speaker: null };
  return afterOnly ? null : clauseBefore(doc, quoted, cue);
}
