import type { Doc } from "../../model/doc.ts";
import { childOf, childrenOf, lowerAt } from "../../syntax/tree.ts";
import { type Complement, readComplement } from "./complement.ts";
import { type Extents, extent, type Run, trimRun, without } from "./extents.ts";
import { clauseStart, type Quoted, quoteAfter, quoteBefore } from "./quoted.ts";

export type CuePos = "V" | "N" | "A";

/** A word that could be a cue, with how it takes what would be said. */
export interface Slot {
  readonly cue: number;
  readonly pos: CuePos;
  readonly complement: Complement;
  /** What the tree alone gives, where `complement` is a quote that may prove to be somebody else's. */
  readonly plain: Complement | null;
  /** Indexes of the quotes it stands beside, in order. */
  readonly quotes: readonly number[];
}

/** V, N or A for words that can be cues, null for others and for words inside quotes. */
export function cuePos(doc: Doc, token: number): CuePos | null {
  switch (doc.upos[token]) {
    case "VERB":
      return "V";
    case "NOUN":
      return "N";
    case "ADJ":
      return "A";
    default:
      return null;
  }
}

/**
 * Reads a token as a possible cue. The frame is `quote` where a quote stands before or after it; else that of its complement.
 */
export function readSlot(doc: Doc, extents: Extents, quoted: Quoted, cue: number, pos: CuePos, circumstances: ReadonlySet<string>): Slot {
  const complement = readComplement(doc, extents, cue, circumstances);
  const inside = quoted.of[cue] !== -1;
  // "…,” saying" takes what follows; a participle tags no quote.
  const participle = doc.xpos[cue] === "VBG" && childOf(doc, cue, "aux") < 0;
  // "He denied that P" after somebody's quote has its own clause.
  const reports = /^(?:that|if|wh)$/.test(complement.frame);
  const tagged = pos === "V" && !inside && !participle && !reports ? quoteBefore(doc, extents, quoted, cue) : null;
  // "“… of it!” She praised the port": a sentence of its own, with its own object.
  const after = pos === "A" || inside ? null : quoteAfter(doc, quoted, cue);
  const apart =
    complement.runs.some((run) => run.first > cue) && after === null && tagged !== null && !sameSentence(doc, quoted, tagged, cue);
  const before = apart ? null : tagged;
  const quotes = [before, after].filter((index) => index !== null);
  if (quotes.length === 0) return { cue, pos, complement, plain: null, quotes };
  const runs = quotes.map((index) => quoted.runs[index]!);
  const framed: Complement = {
    frame: before === null ? "quote" : tagFrame(doc, cue),
    runs: joined(doc, extents, quoted, cue, complement, runs),
    particle: null,
  };
  return { cue, pos, complement: framed, plain: complement, quotes };
}

function sameSentence(doc: Doc, quoted: Quoted, index: number, cue: number): boolean {
  return doc.sentenceOf[quoted.runs[index]!.end - 1] === doc.sentenceOf[cue];
}

/** A tag that ends with its verb ("…,” she thundered.") is one whatever the verb. */
function tagFrame(doc: Doc, cue: number): string {
  return cue + 1 < doc.length && doc.upos[cue + 1] === "PUNCT" ? "tagend" : "tag";
}

/** Quotes, and the words of the same clause outside the marks ("The plan is “bad,” he said"). */
function joined(doc: Doc, extents: Extents, quoted: Quoted, cue: number, complement: Complement, quotes: readonly Run[]): Run[] {
  // Of a clause before the cue, what stands after the closing mark is the speaker's name.
  const close = Math.max(0, ...quotes.filter((run) => run.end <= cue).map((run) => run.end));
  const clipped = complement.runs.map((run) => {
    if (run.first >= close || run.end > cue) return run;
    const quote = quotes.find((one) => one.first >= run.first && one.end === close);
    const led = quote === undefined || leadStart(doc, quoted, run.first, quote) < quote.first || quote.first === run.first;
    return { first: led ? run.first : quote.first, end: Math.min(run.end, close) };
  });
  const reported = ["front", "bare", "that"].includes(complement.frame) ? clipped : [];
  const own: Run = { first: clauseStart(doc, extents, quoted, cue), end: cue + 1 };
  const sentence = doc.sentences[doc.sentenceOf[cue]!]!;
  const lead = quotes
    .filter((run) => run.end <= own.first)
    .map((run) => ({ first: Math.min(run.first, leadStart(doc, quoted, sentence.first, run)), end: run.end }));
  const all = [...lead, ...quotes.filter((run) => run.first > cue), ...reported.flatMap((run) => without([run], own))];
  return mergeRuns(all.flatMap((run) => trimRun(doc, run) ?? []));
}

/** A quote that breaks into the middle of its sentence takes the words before it along. */
function leadStart(doc: Doc, quoted: Quoted, first: number, run: Run): number {
  for (let i = run.first - 1; i >= first; i--) if (quoted.of[i] !== -1 || /^[.!?:]$/.test(lowerAt(doc, i))) return run.first;
  return run.first - first <= 12 || goesOn(doc, run.first) ? first : run.first;
}

/** True for a quote that goes on with the clause around it: no comma before it, a small letter in it. */
function goesOn(doc: Doc, first: number): boolean {
  const inner = doc.text.slice(doc.end[first]!).trimStart();
  return first > 0 && doc.upos[first - 1] !== "PUNCT" && /^\p{Ll}/u.test(inner);
}

/** Runs in order, overlapping and touching ones made one. */
export function mergeRuns(runs: readonly Run[]): Run[] {
  const merged: { first: number; end: number }[] = [];
  for (const run of [...runs].sort((a, b) => a.first - b.first)) {
    const last = merged.at(-1);
    if (last !== undefined && run.first <= last.end) last.end = Math.max(last.end, run.end);
    else merged.push({ ...run });
  }
  return merged;
}

/** The words of the cue: its auxiliaries, negation and adverbs before it, a particle or preposition after it. */
export function cueRun(doc: Doc, extents: Extents, cue: number, particle: number | null): Run {
  let { first, end } = { first: cue, end: cue + 1 };
  const own = new Set(childrenOf(doc, cue));
  const leads = (i: number) =>
    own.has(i) && /^(?:aux|aux:pass|advmod|cop|compound:prt)$/.test(doc.relation[i]!) && extent(extents, i).first === i;
  while (first > 0 && leads(first - 1)) first--;
  while (end < doc.length && own.has(end) && doc.relation[end] === "compound:prt") end++;
  let gap = end;
  while (particle !== null && gap < particle && gap - end < 2 && doc.upos[gap] === "ADV") gap++;
  if (particle === gap) end = gap + 1;
  return { first, end };
}
