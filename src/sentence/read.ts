import type { Doc, NameSpan, SentenceSpan, Upos } from "../model/doc.ts";
import { learnedRule } from "./boundary.ts";
import type { Core } from "./core.ts";
import { encode } from "./encoder.ts";
import { lemmatise } from "./lemma.ts";
import { canMatter, type SentenceView } from "./matter.ts";
import type { Columns } from "./mend/columns.ts";
import { mendSentence } from "./mend/index.ts";
import { decodeNames, tidyName } from "./names.ts";
import { agreeOnNames } from "./names-document.ts";
import { parseBatch, type Tree } from "./parser.ts";
import { attachPunctuation } from "./punctuation.ts";
import { scan, type TokenSpans } from "./scanner.ts";
import { type Tagged, tagBatch } from "./scores.ts";
import { ruleOf, splitSentences } from "./splitter.ts";

/** How to read. */
export interface ReadOptions {
  /** Which sentences get a tree; `canMatter` unless told. */
  readonly parse?: (sentence: SentenceView) => boolean;
  /** Most sentences in one pass through the network (1–32); the result is the same for all. */
  readonly batch?: number;
}

/** Tokens and sentences as given, for scoring against a treebank: spans in `text`, and the first token of each sentence. */
export interface GivenTokens {
  readonly tokens: TokenSpans;
  readonly firsts: readonly number[];
}

const BATCH = 16;
const BATCH_TOKENS = 768;
// Chosen by a sweep on uner-ewt.dev, 0.40 to 0.65: F1 .741 to .750, best here.
const LEAST_SURE = 0.56;
const HAD = /^(?:been|got|gotten|had|become|gone|come|happened)$/i;

/** Reads a text: tokens, sentences, tags, lemmas, names, and trees for the sentences that can matter. The same text gives the same Doc, always. */
export function readDoc(text: string, core: Core, options: ReadOptions = {}): Doc {
  const tokens = scan(text, core.tokens);
  const rule = core.splitter ? learnedRule(text, tokens, core.tokens, core.splitter) : ruleOf(text, tokens, core.tokens);
  return readTokens(text, { tokens, firsts: splitSentences(text, tokens, rule) }, core, options);
}

/** Reads a text whose tokens and sentences are known. */
export function readTokens(text: string, given: GivenTokens, core: Core, options: ReadOptions = {}): Doc {
  const { tokens, firsts } = given;
  const count = tokens.start.length;
  const draft: Draft = {
    forms: tokens.start.map((start, i) => text.slice(start, tokens.end[i])),
    upos: new Array<Upos>(count).fill("X"),
    xpos: new Array<string>(count).fill(""),
    lemma: new Array<string>(count).fill(""),
    relation: new Array<string>(count).fill(""),
    head: new Int32Array(count).fill(-1),
    probability: new Float32Array(count),
    nameOdds: new Float32Array(count * core.nameLabels.length),
  };
  const bounds = firsts.map((first, s) => ({ first, end: firsts[s + 1] ?? count }));
  const parsed = new Uint8Array(bounds.length);
  for (const group of groupsOf(bounds, options.batch ?? BATCH)) readGroup(group, bounds, draft, parsed, core, options.parse ?? canMatter);
  const sentenceOf = new Int32Array(count);
  const sentences: SentenceSpan[] = bounds.map(({ first, end }, s) => {
    sentenceOf.fill(s, first, end);
    return { first, end, parsed: parsed[s] === 1 };
  });
  const { upos, xpos, lemma, head, relation, probability } = draft;
  return {
    text,
    length: count,
    start: Int32Array.from(tokens.start),
    end: Int32Array.from(tokens.end),
    upos,
    xpos,
    lemma,
    head,
    relation,
    headProbability: probability,
    sentenceOf,
    sentences,
    names: namesOf(draft, bounds, core),
  };
}

interface Draft extends Columns {
  readonly probability: Float32Array;
  readonly nameOdds: Float32Array;
}

interface Bounds {
  readonly first: number;
  readonly end: number;
}

/** Sentence numbers, grouped with others of like length. */
function groupsOf(bounds: readonly Bounds[], most: number): number[][] {
  const size = (s: number): number => bounds[s]!.end - bounds[s]!.first;
  const order = bounds.map((_, s) => s).sort((a, b) => size(a) - size(b) || a - b);
  const groups: number[][] = [];
  let group: number[] = [];
  let tokens = 0;
  for (const s of order) {
    if (group.length > 0 && (group.length >= most || tokens + size(s) > BATCH_TOKENS)) {
      groups.push(group);
      group = [];
      tokens = 0;
    }
    group.push(s);
    tokens += size(s);
  }
  if (group.length > 0) groups.push(group);
  return groups;
}

function readGroup(
  group: readonly number[],
  bounds: readonly Bounds[],
  draft: Draft,
  parsed: Uint8Array,
  core: Core,
  wanted: (s: SentenceView) => boolean,
): void {
  const forms = group.map((s) => draft.forms.slice(bounds[s]!.first, bounds[s]!.end));
  const sizes = forms.map((sentence) => sentence.length);
  const encoded = encode(forms, core);
  const tagged = tagBatch(encoded, sizes, core);
  const chosen: number[] = [];
  group.forEach((s, i) => {
    const first = bounds[s]!.first;
    writeTags(tagged[i]!, first, draft, core);
    draft.nameOdds.set(tagged[i]!.names, first * core.nameLabels.length);
    const end = first + sizes[i]!;
    const view: SentenceView = {
      forms: forms[i]!,
      upos: draft.upos.slice(first, end),
      xpos: draft.xpos.slice(first, end),
      lemma: draft.lemma.slice(first, end),
      names: namedTokens(tagged[i]!.names, core.nameLabels.length),
    };
    if (wanted(view)) chosen.push(i);
  });
  parseBatch(encoded, sizes, chosen, core).forEach((tree, n) => {
    const s = group[chosen[n]!]!;
    parsed[s] = 1;
    writeTree(tree, bounds[s]!.first, draft, core);
  });
}

function writeTags(tagged: Tagged, first: number, draft: Draft, core: Core): void {
  for (let t = 0; t < tagged.tags.length; t++) {
    const { upos, xpos } = core.tags[tagged.tags[t]!]!;
    draft.upos[first + t] = upos as Upos;
    draft.xpos[first + t] = xpos;
    draft.lemma[first + t] = lemmatise(draft.forms[first + t]!, xpos, core.lemmas);
  }
  // `'s` is short for "has" before been, got, had and the like; the tags alone cannot tell it from "is".
  for (let t = 0; t + 1 < tagged.tags.length; t++) {
    const at = first + t;
    const next = draft.upos[at + 1] === "ADV" ? at + 2 : at + 1;
    if (/^['’]s$/i.test(draft.forms[at]!) && draft.xpos[at] === "VBZ" && HAD.test(draft.forms[next] ?? "")) draft.lemma[at] = "have";
  }
}

function writeTree(tree: Tree, first: number, draft: Draft, core: Core): void {
  const punctuation = Array.from(
    tree.relations,
    (relation, t) => core.relations[relation] === "punct" && draft.upos[first + t] === "PUNCT",
  );
  attachPunctuation(tree.heads, punctuation, draft.forms.slice(first, first + tree.heads.length));
  for (let t = 0; t < tree.heads.length; t++) {
    const head = tree.heads[t]!;
    draft.head[first + t] = head < 0 ? -1 : first + head;
    draft.relation[first + t] = core.relations[tree.relations[t]!]!;
    draft.probability[first + t] = tree.probability[t]!;
  }
  mendSentence(draft, first, first + tree.heads.length, core.lemmas);
}

/** Tokens that are more likely part of a name than not; label 0 is O. */
function namedTokens(odds: Float32Array, labels: number): number {
  let named = 0;
  for (let at = 0; at < odds.length; at += labels) if (odds[at]! < 0.5) named++;
  return named;
}

function namesOf(draft: Draft, bounds: readonly Bounds[], core: Core): NameSpan[] {
  const labels = core.nameLabels;
  agreeOnNames(draft.forms, draft.nameOdds, labels);
  const names: NameSpan[] = [];
  for (const { first, end } of bounds) {
    const odds = draft.nameOdds.subarray(first * labels.length, end * labels.length);
    const forms = draft.forms.slice(first, end);
    for (const found of decodeNames(odds, end - first, labels)) {
      const name = found.probability >= LEAST_SURE ? tidyName(found, forms, core.tokens.ranks) : undefined;
      if (!name || name.kind === "other") continue;
      names.push({ first: first + name.first, end: first + name.end, kind: name.kind, probability: name.probability });
    }
  }
  return names;
}
