import type { Doc, Span } from "../model/index.ts";
import { casesOf, childOf, childrenOf, hasRelation, lowerAt, sentenceAt, spanOf, subtreeOf } from "../syntax/tree.ts";

/** What a statement hangs on, with the rule that found it. */
export interface ConditionReading {
  readonly span: Span;
  /** Tokens of the condition: an act that stands among them is no claim. */
  readonly tokens: readonly number[];
  readonly rule: string;
  /** The verb of an imperative that stands for the condition, where it is one. */
  readonly imperative?: number;
}

const MARKERS = new Set(["if", "unless", "provided", "providing", "once", "until", "lest", "whether or not"]);
const EXCHANGES = ["in exchange for", "in return for", "on condition", "subject to", "conditional on", "contingent on", "pending"];
const DEPENDS = new Set(["depend", "hinge", "hang", "rest"]);

/** "if X", "unless X", "provided that X", "only after X" under the act or a word that governs it. */
function markedClause(doc: Doc, token: number): ConditionReading | null {
  for (const clause of childrenOf(doc, token, "advcl")) {
    const marks = casesOf(doc, clause);
    const asLongAs =
      marks.includes("as") &&
      subtreeOf(doc, clause)
        .slice(0, 4)
        .some((t) => lowerAt(doc, t) === "long");
    const onlyAfter =
      marks.some((m) => ["after", "when", "once"].includes(m)) &&
      subtreeOf(doc, clause).some((t) => lowerAt(doc, t) === "only" && t < clause);
    const marker = marks.find((m) => MARKERS.has(m));
    if (marker || asLongAs || onlyAfter)
      return reading(doc, subtreeOf(doc, clause), `condition:${marker ?? (asLongAs ? "as long as" : "only after")}`);
  }
  return null;
}

/** "in exchange for X", "in return for X", "depends on X". */
function boundPhrase(doc: Doc, token: number): ConditionReading | null {
  for (const phrase of childrenOf(doc, token, "obl", "nmod", "advcl", "obj").flatMap((c) => [c, ...childrenOf(doc, c, "nmod", "obl")])) {
    const words = doc.text.slice(spanOf(doc, subtreeOf(doc, phrase)).start, doc.end[phrase]).toLowerCase();
    const exchange = EXCHANGES.find((e) => words.startsWith(e));
    if (exchange) return reading(doc, subtreeOf(doc, phrase), `condition:${exchange}`);
    const depends = DEPENDS.has(doc.lemma[doc.head[phrase] ?? -1] ?? "") && casesOf(doc, phrase).some((c) => c === "on" || c === "upon");
    if (depends) return reading(doc, subtreeOf(doc, phrase), "condition:depends on");
  }
  return null;
}

/**
 * An imperative that is followed by what will come of it: "Free them: expect thanks", "Leave, and we will talk".
 * The imperative opens a sentence or a quotation, has no subject, and is closed by a colon, dash, comma or "and".
 */
function imperativeBefore(doc: Doc, token: number): ConditionReading | null {
  const { first } = sentenceAt(doc, token);
  const opening = childrenOf(doc, token, "parataxis", "ccomp", "conj", "dep", "advcl").filter((c) => c < token);
  const above = hasRelation(doc, token, "parataxis", "conj", "ccomp", "appos", "obj") ? [doc.head[token] ?? -1] : [];
  for (const clause of [...opening, ...above]) {
    if (clause < 0 || clause >= token || !isImperative(doc, clause)) continue;
    const before = subtreeOf(doc, clause).filter((t) => t < token && !isUnderToken(doc, t, token));
    const last = Math.max(...before.filter((t) => doc.upos[t] !== "PUNCT"));
    const link = [last + 1, last + 2].map((t) => doc.text.slice(doc.start[t], doc.end[t]));
    const told = (link.includes(":") && !isImperative(doc, token)) || isPresent(doc, token);
    const follows = (promises(doc, token) || told) && link.some((w) => [":", "–", "—", "-", ",", "and", "or"].includes(w));
    const opens = before
      .filter((t) => t < clause)
      .every((t) => t >= first && ["PUNCT", "CCONJ", "ADV", "SYM", "PART", "AUX"].includes(doc.upos[t] ?? ""));
    const words = before.filter((t) => t <= last);
    if (follows && opens) return { ...reading(doc, words, "condition:imperative"), imperative: clause };
  }
  return null;
}

const EQUATE = new Set(["equal", "mean", "bring", "earn", "buy"]);

/** "A full withdrawal means peace": what the noun before stands for is the condition of what comes behind. */
function equation(doc: Doc, token: number): ConditionReading | null {
  if (!EQUATE.has(doc.lemma[token] ?? "") || isImperative(doc, token)) return null;
  const own = childOf(doc, token, "nsubj");
  let noun = own >= 0 ? own : token - 1;
  while (own < 0 && noun > sentenceAt(doc, token).first && doc.upos[noun] === "PUNCT") noun--;
  if (doc.upos[noun] !== "NOUN" || noun > token) return null;
  const words = subtreeOf(doc, noun).filter((t) => t <= noun);
  return reading(doc, words, "condition:equation");
}

function isUnderToken(doc: Doc, token: number, top: number): boolean {
  for (let t = token; t >= 0; t = doc.head[t] ?? -1) if (t === top) return true;
  return false;
}

/** A bare verb form without subject, modal or "to". */
export function isImperative(doc: Doc, token: number): boolean {
  if (!(doc.xpos[token] === "VB" || doc.xpos[token] === "VBP") || childOf(doc, token, "nsubj", "nsubj:pass", "csubj") >= 0) return false;
  const helpers = childrenOf(doc, token, "aux", "mark");
  return helpers.every((h) => doc.lemma[h] === "do" || lowerAt(doc, h) === "please");
}

/** "… and the border closes": a present of its own subject tells what comes of it. */
function isPresent(doc: Doc, token: number): boolean {
  return ["VBZ", "VBP"].includes(doc.xpos[token] ?? "") && childOf(doc, token, "nsubj") >= 0;
}

/** A clause that tells what will come: "will", "can", or another imperative such as "expect". */
function promises(doc: Doc, token: number): boolean {
  const modal = childrenOf(doc, token, "aux").some((c) => ["will", "'ll", "’ll", "shall", "can", "may", "would"].includes(lowerAt(doc, c)));
  return modal || isImperative(doc, token);
}

function reading(doc: Doc, tokens: readonly number[], rule: string): ConditionReading {
  const words = tokens.filter((t) => doc.upos[t] !== "PUNCT");
  return { span: spanOf(doc, words.length > 0 ? words : tokens), tokens, rule };
}

/** The condition an act stands under, looked for at the act itself and at the words that govern it; null where there is none. */
export function readCondition(doc: Doc, chain: readonly number[]): ConditionReading | null {
  for (const token of chain) {
    const found = markedClause(doc, token) ?? boundPhrase(doc, token) ?? imperativeBefore(doc, token) ?? equation(doc, token);
    if (found) return found;
  }
  return null;
}

const SUPPOSING = new Set(["if", "unless", "whether", "lest", "in case", "provided", "providing"]);
const WAITING = new Set(["once", "until", "till"]);

/** True where the act stands inside somebody's condition: it is supposed, not told. */
export function insideCondition(doc: Doc, trigger: number): boolean {
  if (isImperative(doc, trigger) && followers(doc, trigger).some((t) => readCondition(doc, [t])?.tokens.includes(trigger))) return true;
  for (let t = trigger; t >= 0; t = doc.head[t] ?? -1) if (isSupposed(doc, t) || isPrice(doc, t)) return true;
  return false;
}

/** "if X", "whether X", "once X happens": a clause that waits to come true. A main clause that the parser gave the "if" of its own clause counts too. */
function isSupposed(doc: Doc, clause: number): boolean {
  const marks = [...casesOf(doc, clause), ...childrenOf(doc, clause, "advmod").map((c) => lowerAt(doc, c))];
  if (marks.some((m) => SUPPOSING.has(m))) return true;
  const present = [clause, ...childrenOf(doc, clause, "aux", "aux:pass", "cop")].some((t) => ["VBZ", "VBP"].includes(doc.xpos[t] ?? ""));
  return present && hasRelation(doc, clause, "advcl") && marks.some((m) => WAITING.has(m));
}

/** "in exchange for the pullout": what the other side is to give. */
function isPrice(doc: Doc, phrase: number): boolean {
  const first = Math.min(...childrenOf(doc, phrase, "case", "mark"));
  if (!Number.isFinite(first) || lowerAt(doc, first) !== "for" || first < 2) return false;
  return lowerAt(doc, first - 2) === "in" && ["exchange", "return"].includes(lowerAt(doc, first - 1));
}

/** The clauses that may follow from an imperative: what hangs on it, or what it hangs on. */
function followers(doc: Doc, imperative: number): readonly number[] {
  return [...childrenOf(doc, imperative, "parataxis", "conj", "ccomp", "appos", "obj", "dep"), doc.head[imperative] ?? -1].filter(
    (t) => t > imperative,
  );
}
