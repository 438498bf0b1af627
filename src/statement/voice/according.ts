import type { Doc } from "../../model/doc.ts";
import { childOf, hasRelation, lowerAt } from "../../syntax/tree.ts";
import type { Draft } from "./draft.ts";
import { type Extents, extent, type Run, trimRun, without } from "./extents.ts";
import { opensClause } from "./finite.ts";
import type { Quoted } from "./quoted.ts";
import { mergeRuns } from "./slots.ts";
import { nominalRun, type SourceRun } from "./source.ts";

// Counted on PolNeAR train: 364 of the 386 found so are attributions.
const CHANCE = 0.94;

/** The nominal after "according to", wherever the parser hung the two words. */
function nominalAfter(doc: Doc, extents: Extents, to: number): number | null {
  const sentence = doc.sentences[doc.sentenceOf[to]!]!;
  for (const head of [doc.head[to]!, doc.head[to - 1]!])
    if (head > to && head < sentence.end && /^(?:NOUN|PROPN|PRON)$/.test(doc.upos[head]!)) return head;
  for (let i = to + 1; i < sentence.end; i++)
    if (/^(?:NOUN|PROPN|PRON)$/.test(doc.upos[i]!) && !hasRelation(doc, i, "compound", "nmod:poss") && extents.low[i]! > to) return i;
  return null;
}

/** A source without the marks behind it, and without what a comma and a participle set off ("its owners, compared with last year"). */
function trimmed(doc: Doc, source: SourceRun): SourceRun {
  let { end } = source;
  for (let i = source.head + 1; i + 1 < end; i++) if (lowerAt(doc, i) === "," && /^VB[NG]$/.test(doc.xpos[i + 1]!)) end = i;
  while (end > source.head + 1 && doc.upos[end - 1] === "PUNCT") end--;
  return { ...source, end };
}

/** A source up to the comma or stop that closes the phrase, where no verb stands between ("people familiar with the matter"). */
function stretched(doc: Doc, source: SourceRun): SourceRun {
  const sentence = doc.sentences[doc.sentenceOf[source.head]!]!;
  let end = source.end;
  while (end < sentence.end && doc.upos[end] !== "PUNCT" && !opensClause(doc, end)) end++;
  if (end < sentence.end && doc.upos[end] !== "PUNCT") return trimmed(doc, source);
  return end - source.first > 20 ? trimmed(doc, source) : trimmed(doc, { ...source, end });
}

/** The clause an adjunct belongs to: the nearest verb or root above it that is no part of the adjunct. */
export function clauseOf(doc: Doc, token: number, adjunct: Run): number {
  let at = token;
  while (doc.head[at]! >= 0) {
    at = doc.head[at]!;
    const inside = adjunct.first <= at && at < adjunct.end;
    if (!inside && doc.upos[at] === "VERB" && !hasRelation(doc, at, "acl", "amod")) break;
  }
  return at;
}

/** True for "…, according to X." at the end of its sentence: all of it is X's, whichever clause the parser hung the phrase on. */
function closesSentence(doc: Doc, phrase: Run): boolean {
  const { end } = doc.sentences[doc.sentenceOf[phrase.first]!]!;
  for (let i = phrase.end; i < end; i++) if (doc.upos[i] !== "PUNCT") return false;
  return phrase.first > 0 && lowerAt(doc, phrase.first - 1) === ",";
}

/** The verb or noun that a token's clause hangs on in the end, over the clauses between. */
function topOf(doc: Doc, token: number): number {
  let at = token;
  while (doc.head[at]! >= 0) at = doc.head[at]!;
  return at;
}

/** "boats which, according to X, had left", "left the pact, which cost a million, according to X, that year": only what the pronoun opens is X's; null elsewhere. */
function relativeAround(doc: Doc, phrase: Run): Run | null {
  const apart = lowerAt(doc, phrase.first - 1) === ",";
  const last = apart ? phrase.first - 2 : phrase.first - 1;
  const { first, end } = doc.sentences[doc.sentenceOf[phrase.first]!]!;
  if (last > first && /^(?:WDT|WP)$/.test(doc.xpos[last]!)) return { first: last, end };
  if (!apart || closesSentence(doc, phrase)) return null;
  let pronoun = last;
  while (pronoun > first && lowerAt(doc, pronoun - 1) !== ",") pronoun--;
  return pronoun > first && /^(?:WDT|WP)$/.test(doc.xpos[pronoun]!) ? { first: pronoun, end } : null;
}

/** The quote that ends in a comma just before the phrase, or -1. */
function quoteRightBefore(doc: Doc, quoted: Quoted, at: number): number {
  const index = at < 2 ? -1 : Math.max(quoted.of[at - 1]!, quoted.of[at - 2]!);
  if (index === -1) return -1;
  const { inner, end } = quoted.quotes[index]!;
  const close = doc.text.slice(inner.start, inner.end).trimEnd();
  const apart = doc.text.slice(end, doc.start[at]!);
  return /[,?!]$/.test(close) || /^\s*,/.test(apart) ? (apart.includes("\n") ? -1 : index) : -1;
}

/** "In Lee's words, P", "In her words: “P”" at the head of a sentence: the rest of the sentence is hers. */
function readWords(doc: Doc, extents: Extents, { first, end }: Run): Draft | null {
  if (lowerAt(doc, first) !== "in") return null;
  for (let at = first + 2; at < Math.min(end - 2, first + LONGEST_OWNER); at++) {
    if (lowerAt(doc, at) !== "words" || !/^[,:]$/.test(lowerAt(doc, at + 1))) continue;
    const owner = childOf(doc, at, "nmod:poss");
    const content = owner < 0 ? null : trimRun(doc, { first: at + 2, end });
    if (content === null) return null;
    const run = nominalRun(doc, extents, owner, at);
    const last = /^['’]s?$/.test(lowerAt(doc, run.end - 1)) ? run.end - 1 : run.end;
    return {
      cue: { first: at, end: at + 1 },
      cueToken: at,
      source: { ...run, end: last },
      content: [content],
      probability: CHANCE,
      rule: "according.words",
      speech: true,
      asserts: true,
      quotes: [],
    };
  }
  return null;
}

const LONGEST_OWNER = 10;

/** "according to X, P" and "P, according to X": everything else in the clause, or the quote before it, is X's. */
export function readAccording(doc: Doc, extents: Extents, quoted: Quoted): Draft[] {
  const drafts = doc.sentences.flatMap((sentence) => readWords(doc, extents, sentence) ?? []);
  for (let i = 0; i + 1 < doc.length; i++) {
    if (lowerAt(doc, i) !== "according" || lowerAt(doc, i + 1) !== "to" || quoted.of[i] !== -1) continue;
    const head = nominalAfter(doc, extents, i + 1);
    if (head === null || doc.sentenceOf[head] !== doc.sentenceOf[i]) continue;
    const source = stretched(doc, { ...nominalRun(doc, extents, head, i + 1), first: i + 2 });
    if (source.end <= source.first) continue;
    const phrase: Run = { first: i, end: source.end };
    const clause = closesSentence(doc, phrase) ? topOf(doc, head) : clauseOf(doc, head, phrase);
    const before = quoteRightBefore(doc, quoted, i);
    const runs = [relativeAround(doc, phrase) ?? extent(extents, clause), ...(before >= 0 ? [quoted.runs[before]!] : [])];
    const content = mergeRuns(runs)
      .flatMap((run) => without([run], phrase))
      .flatMap((run) => trimRun(doc, run) ?? []);
    if (content.length === 0) continue;
    const quotes = before >= 0 ? [before] : [];
    drafts.push({
      cue: { first: i, end: i + 2 },
      cueToken: i,
      source,
      content,
      probability: CHANCE,
      rule: "according",
      speech: true,
      asserts: true,
      quotes,
    });
  }
  return drafts;
}
