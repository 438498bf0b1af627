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

const MARKERS = new Set(["if", "unless", "provided", "providing", "once", "until", "till", "lest", "in case"]);
/** Of these, what already was is a time and no condition. */
const TIMES = new Set(["once", "until", "till", "after", "when"]);
const ASSUMING = new Set(["provide", "assume", "suppose"]);
const DEPENDS = new Set(["depend", "hinge", "hang", "rest"]);
const DEPENDENT = new Set(["conditional", "contingent", "dependent"]);
const INVERTED = new Set(["should", "were", "had"]);

/** "if X", "unless X", "provided that X", "as long as X", "only after X" under the act or a word that governs it. */
function markedClause(doc: Doc, token: number): ConditionReading | null {
  const long = childrenOf(doc, token, "advmod").find(
    (c) => ["long", "soon"].includes(lowerAt(doc, c)) && lowerAt(doc, Math.max(0, c - 1)) === "as",
  );
  const under = long === undefined ? -1 : childOf(doc, long, "advcl");
  if (long !== undefined && under >= 0 && lowerAt(doc, long) === "long") return reading(doc, subtreeOf(doc, long), "condition:as long as");
  for (const clause of [token, ...vowed(doc, token)].flatMap((t) => [...childrenOf(doc, t, "advcl"), ...mistakenObject(doc, t)])) {
    const rule = isOfNext(doc, token, clause) ? null : markerOf(doc, clause);
    if (rule) return reading(doc, subtreeOf(doc, clause), `condition:${rule}`);
  }
  return sharedClause(doc, token) ?? strayClause(doc, token) ?? strayMarker(doc, token) ?? invertedBefore(doc, token);
}

/** "vowed to respond": what a word of one's own will holds out. */
function vowed(doc: Doc, token: number): readonly number[] {
  return HELD_OUT.has(doc.lemma[token] ?? "") ? childrenOf(doc, token, "xcomp") : [];
}

/** Verbs whose "if" asks. */
const ASKING = new Set("ask check consider decide determine discuss doubt find know learn question say see tell wonder".split(" "));

/** "vowed to respond if they attack": a clause that the parser took for the object of a verb which has none. */
function mistakenObject(doc: Doc, token: number): readonly number[] {
  if (ASKING.has(doc.lemma[token] ?? "")) return [];
  return childrenOf(doc, token, "ccomp").filter((c) => c > token && childrenOf(doc, c, "mark").some((m) => SURE.has(lowerAt(doc, m))));
}

/** "will leave and close the door if they stay": under one modal verb the last of the verbs holds the condition of all. */
function sharedClause(doc: Doc, token: number): ConditionReading | null {
  if (!childrenOf(doc, token, "aux").some((c) => doc.xpos[c] === "MD")) return null;
  const bare = childrenOf(doc, token, "conj").filter((c) => doc.xpos[c] === "VB" && childOf(doc, c, "nsubj", "aux", "mark") < 0);
  const clause = bare.flatMap((c) => childrenOf(doc, c, "advcl").filter((k) => k > c)).find((c) => markerOf(doc, c) !== null);
  const found = clause ?? loweredClause(doc, token);
  return found === undefined ? null : reading(doc, subtreeOf(doc, found), `condition:${markerOf(doc, found)}`);
}

/** "could drop the plan to leave if they pay": a condition that the parser hung on an infinitive further down. */
function loweredClause(doc: Doc, token: number): number | undefined {
  const isInfinitive = (t: number) => doc.xpos[t] === "VB" && casesOf(doc, t).includes("to") && childOf(doc, t, "nsubj") < 0;
  return subtreeOf(doc, token).find((t) => {
    const head = doc.head[t] ?? -1;
    const low = t > head && head > token && hasRelation(doc, t, "advcl") && isInfinitive(head) && SURE.has(markerOf(doc, t) ?? "");
    for (let up = low ? (doc.head[head] ?? -1) : -1; up >= token; up = doc.head[up] ?? -1) {
      if (up === token) return true;
      if (doc.upos[up] === "VERB" && !isInfinitive(up)) return false;
    }
    return false;
  });
}

/** Words of one's own will that take a condition before a word to its left does. */
const HELD_OUT = new Set(["warn", "warning", "threaten", "threat", "vow", "pledge", "promise"]);

/** "scolded them and warned of war if they stay": the condition belongs to the warning, unless a modal verb is over both. */
function isOfNext(doc: Doc, token: number, clause: number): boolean {
  if (childrenOf(doc, token, "aux").some((c) => doc.xpos[c] === "MD")) return false;
  const first = Math.min(...subtreeOf(doc, clause));
  for (let t = token + 1; t < first; t++) {
    if (HELD_OUT.has(doc.lemma[t] ?? "") && (hasRelation(doc, t, "conj") || childOf(doc, t, "cc") >= 0)) return true;
  }
  return false;
}

/** "will act if the bill — or any law — harms it": an "if" that the parser gave to a noun or a clause beside; up to the end of the sentence, dash or quotation. */
function strayMarker(doc: Doc, token: number): ConditionReading | null {
  const { end } = sentenceAt(doc, token);
  if (!childrenOf(doc, token, "aux").some((c) => doc.xpos[c] === "MD")) return null;
  for (let t = token + 1; t < end; t++) {
    if (QUOTES.has(formOf(doc, t)) || ENDING.has(formOf(doc, t))) return null;
    const marks = SURE.has(lowerAt(doc, t)) && hasRelation(doc, t, "mark") && !["even", "as", "what", "only"].includes(lowerAt(doc, t - 1));
    if (!marks) {
      // Another verb of its own subject stands between: the "if" is that one's.
      if (doc.upos[t] === "VERB" && childOf(doc, t, "nsubj", "nsubj:pass") >= 0) return null;
      continue;
    }
    const clause = doc.head[t] ?? -1;
    const beside = hasRelation(doc, clause, "nsubj") ? (doc.head[clause] ?? -1) : clause;
    const own = beside > t && hasRelation(doc, beside, "parataxis", "conj") && doc.head[beside] === token;
    return own
      ? reading(
          doc,
          subtreeOf(doc, beside).filter((w) => w >= t),
          `condition:${lowerAt(doc, t)}`,
        )
      : null;
  }
  return null;
}

const SURE = new Set(["if", "unless"]);

/** "Should they attack, X will answer", whatever the parser hung the "should" on. */
function invertedBefore(doc: Doc, token: number): ConditionReading | null {
  const close = closeBefore(doc, token);
  const first = close < 0 ? -1 : openingOf(doc, close);
  if (first < 0 || first + 1 >= close || formOf(doc, close) !== "," || !isInverted(doc, first, close)) return null;
  return promises(doc, token) || modalBehind(doc, token, close)
    ? reading(
        doc,
        Array.from({ length: close - first }, (_, i) => first + i),
        "condition:if",
      )
    : null;
}

const MODALS = new Set(["will", "would", "'ll", "’ll", "'d", "’d", "could", "might", "may", "can", "shall"]);
const modalBehind = (doc: Doc, token: number, close: number): boolean =>
  childrenOf(doc, token, "aux").some((c) => c > close && MODALS.has(lowerAt(doc, c)));

/** "Had they left,": an inverted helper opens, a verb form without tense stands before the comma, and nothing is asked. */
function isInverted(doc: Doc, first: number, close: number): boolean {
  if (!INVERTED.has(lowerAt(doc, first)) || doc.upos[first] === "VERB") return false;
  const { end } = sentenceAt(doc, first);
  const form = lowerAt(doc, first) === "had" ? ["VBN"] : lowerAt(doc, first) === "were" ? ["TO", "VBN", "VBG"] : ["VB"];
  const bare = Array.from({ length: close - first }, (_, i) => first + i).some((t) => form.includes(doc.xpos[t] ?? ""));
  return bare && !doc.text.slice(doc.start[first], doc.end[end - 1]).includes("?");
}

/** "“We will pay if they leave,” X said": a condition between what is said and the verb of saying belongs to what is said. */
function strayClause(doc: Doc, token: number): ConditionReading | null {
  const saying = hasRelation(doc, token, "ccomp") ? (doc.head[token] ?? -1) : -1;
  for (const clause of saying > token ? childrenOf(doc, saying, "advcl") : []) {
    const rule = clause > token && clause < saying ? markerOf(doc, clause) : null;
    if (rule && childrenOf(doc, saying, "nsubj").every((subject) => subject > clause))
      return reading(doc, subtreeOf(doc, clause), `condition:${rule}`);
  }
  return null;
}

/** The word that makes a clause a condition, or null. "even if" and "as if" make none. */
function markerOf(doc: Doc, clause: number): string | null {
  const words = subtreeOf(doc, clause);
  const first = words.findIndex((t) => doc.upos[t] !== "PUNCT");
  const opening = words.slice(first, first + 4).map((t) => lowerAt(doc, t));
  if (ASSUMING.has(doc.lemma[clause] ?? "") && childOf(doc, clause, "nsubj", "obj") < 0 && childOf(doc, clause, "ccomp") >= 0)
    return lowerAt(doc, clause);
  if (INVERTED.has(opening[0] ?? "") && childrenOf(doc, clause, "aux", "cop").includes(words[first] ?? -1)) return "if";
  if (opening[0] === "even" || (opening[0] === "as" && opening[1] === "if")) return null;
  if (opening[0] === "as" && opening[1] === "long") return "as long as";
  const marks = [
    ...casesOf(doc, clause),
    ...childrenOf(doc, clause, "advmod")
      .map((c) => lowerAt(doc, c))
      .filter((w) => w === "once"),
  ];
  const only = opening.includes("only") && marks.some((m) => TIMES.has(m));
  const marker = marks.find((m) => MARKERS.has(m)) ?? (only ? "only after" : undefined);
  // "and even if"
  if (childrenOf(doc, clause, "mark").some((m) => m > 0 && lowerAt(doc, m - 1) === "even")) return null;
  return marker && !(isPast(doc, clause) && (only || TIMES.has(marker))) && isTensed(doc, clause, marker) ? marker : null;
}

/** "until X paid": it has been, unless the clause it stands in is still to come. */
function isPast(doc: Doc, clause: number): boolean {
  const past = [clause, ...childrenOf(doc, clause, "aux", "aux:pass", "cop")].some((t) => doc.xpos[t] === "VBD");
  return past && !isToCome(doc, doc.head[clause] ?? -1);
}

/** "would talk", "refused to talk": not yet so when it was said. */
function isToCome(doc: Doc, verb: number): boolean {
  const aux = childrenOf(doc, verb, "aux");
  return aux.some((c) => doc.xpos[c] === "MD") || (doc.xpos[verb] === "VB" && !aux.some((c) => doc.lemma[c] === "do"));
}

/** "until the end" is a time; "until they leave" may be a condition. */
function isTensed(doc: Doc, clause: number, marker: string): boolean {
  return !TIMES.has(marker) || doc.upos[clause] === "VERB" || childOf(doc, clause, "cop") >= 0;
}

/** "in exchange for X", "depends on X", "conditional on X", "pending X", "can be no talks without X". */
function boundPhrase(doc: Doc, token: number): ConditionReading | null {
  for (const phrase of childrenOf(doc, token, "obl", "nmod", "advcl", "obj").flatMap((c) => [
    c,
    ...childrenOf(doc, c, "nmod", "obl", "amod"),
  ])) {
    const exchange = exchangeAt(doc, phrase);
    if (exchange) return exchange;
    const cases = casesOf(doc, phrase);
    const head = doc.head[phrase] ?? -1;
    const on = cases.some((c) => c === "on" || c === "upon");
    const depends = DEPENDS.has(doc.lemma[head] ?? "") || DEPENDENT.has(doc.lemma[head] ?? "");
    if (on && depends) return reading(doc, subtreeOf(doc, phrase), "condition:depends on");
    if (on && doc.lemma[phrase] === "condition") return reading(doc, subtreeOf(doc, phrase), "condition:on condition");
    if (cases.includes("pending")) return reading(doc, subtreeOf(doc, phrase), "condition:pending");
    const open = childrenOf(doc, token, "aux").some((c) => doc.xpos[c] === "MD");
    if (open && cases.includes("without") && hasRelation(doc, phrase, "obl", "advcl") && !isNoMatter(doc, phrase))
      return reading(doc, subtreeOf(doc, phrase), "condition:without");
  }
  return dependsOn(doc, token);
}

/** "without delay", "even without the loan". */
function isNoMatter(doc: Doc, phrase: number): boolean {
  const without = childrenOf(doc, phrase, "case", "mark").find((c) => lowerAt(doc, c) === "without") ?? 0;
  return lowerAt(doc, phrase) === "delay" || lowerAt(doc, Math.max(0, without - 1)) === "even";
}

/** "the aid depends on X", "made the aid conditional on X": the word that ties what is done stands above it. */
function dependsOn(doc: Doc, token: number): ConditionReading | null {
  const above = doc.head[token] ?? -1;
  if (above < 0 || !hasRelation(doc, token, "nsubj", "obj", "nsubj:pass")) return null;
  const ties = [above, ...childrenOf(doc, above, "xcomp", "advmod")].filter(
    (t) => DEPENDS.has(doc.lemma[t] ?? "") || DEPENDENT.has(doc.lemma[t] ?? ""),
  );
  const on = ties
    .flatMap((t) => childrenOf(doc, t, "obl", "nmod", "advcl"))
    .find((c) => casesOf(doc, c).some((m) => m === "on" || m === "upon"));
  return on === undefined ? null : reading(doc, subtreeOf(doc, on), "condition:depends on");
}

/** "in exchange for X", "in return for X", whatever the parser hung the price on. */
function exchangeAt(doc: Doc, phrase: number): ConditionReading | null {
  const own = ["exchange", "return"].includes(lowerAt(doc, phrase)) && casesOf(doc, phrase).includes("in");
  const price = own && phrase + 1 < doc.length && lowerAt(doc, phrase + 1) === "for" ? (doc.head[phrase + 1] ?? -1) : -1;
  if (price < 0) return null;
  const words = [...new Set([phrase - 1, phrase, ...subtreeOf(doc, price)])].filter((t) => t >= phrase - 1);
  return reading(doc, words, `condition:in ${lowerAt(doc, phrase)} for`);
}

/**
 * An imperative that is followed by what will come of it: "Free them: expect thanks", "Leave, and we will talk".
 * The imperative opens a sentence or a quotation, has no subject, and is closed by a colon, dash, comma or "and".
 * Read off the words, not the tree: parsers hang such pairs on each other in many ways.
 */
function imperativeBefore(doc: Doc, token: number): ConditionReading | null {
  const close = closeBefore(doc, token);
  const first = close < 0 ? -1 : openingOf(doc, close);
  if (first < 0 || first >= close || !isOrder(doc, first)) return null;
  const words = Array.from({ length: close - first }, (_, i) => first + i);
  const last = words.at(-1)!;
  if (words.some((t) => doc.upos[t] === "PUNCT" && ENDING.has(formOf(doc, t))) || first === token) return null;
  // Of a word right behind a colon or "and" that is itself told to somebody nothing comes, save what is to be expected.
  const link = [last + 1, last + 2].map((t) => formOf(doc, t));
  // "grow, eat well, and shut the door": one order after the other, save where the next tells what to expect.
  const marked = link.some((w) => [":", "–", "—", "-", "--"].includes(w)) || doc.lemma[token] === "expect";
  if (isImperative(doc, token) && !marked) return null;
  const comes = promises(doc, token) || (isPresent(doc, token) && link.some((w) => w !== ",")) || link.includes(":");
  const past = [token, ...childrenOf(doc, token, "aux", "cop")].some((t) => doc.xpos[t] === "VBD");
  return comes && !past ? { ...reading(doc, words, "condition:imperative"), imperative: first } : null;
}

const LINKS = new Set([":", "–", "—", "-", "--", ",", "and", "or"]);
const QUOTES = new Set(["'", '"', "“", "”", "‘", "’", "«", "»", "``", "''"]);
const ENDING = new Set([".", "!", "?", ";", ...QUOTES]);
const formOf = (doc: Doc, token: number): string => doc.text.slice(doc.start[token], doc.end[token]).toLowerCase();

/** The mark or "and" that closes what stands before a clause: the first token of ", and", or -1. */
function closeBefore(doc: Doc, token: number): number {
  const own = childrenOf(doc, token, "nsubj", "nsubj:pass", "aux", "aux:pass", "cop", "advmod", "discourse").filter((c) => c < token);
  let at = Math.min(token, ...own.flatMap((c) => (hasRelation(doc, c, "nsubj", "nsubj:pass") ? subtreeOf(doc, c) : [c]))) - 1;
  while (doc.upos[at] === "ADV") at--;
  const { first } = sentenceAt(doc, token);
  if (at <= first || !LINKS.has(formOf(doc, at))) return -1;
  return LINKS.has(formOf(doc, at - 1)) ? at - 1 : at;
}

/** The first word of the sentence or quotation that runs up to a token. */
function openingOf(doc: Doc, close: number): number {
  let at = close - 1;
  const { first } = sentenceAt(doc, close);
  while (at > first && !QUOTES.has(formOf(doc, at - 1))) at--;
  while (at < close && (QUOTES.has(formOf(doc, at)) || ["please", "just", "so", "and", "but"].includes(formOf(doc, at)))) at++;
  return at;
}

/** A bare verb form that opens: tagged as one, or as an adjective or noun that has an object or a particle. */
function isOrder(doc: Doc, token: number): boolean {
  if (childOf(doc, token, "nsubj", "nsubj:pass", "csubj") >= 0) return false;
  if (doc.xpos[token] === "VB" || doc.xpos[token] === "VBP") return true;
  const taken = childOf(doc, token, "obj", "compound:prt") > token;
  return taken && (doc.xpos[token] === "JJ" || doc.xpos[token] === "NN");
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

/** Where an imperative never stands: below another word as its infinitive, its attribute or its object. */
const BELOW = ["xcomp", "acl", "acl:relcl", "amod", "compound", "nmod", "csubj"];

/** A bare verb form without subject, modal or "to", at the head of its clause; one joined to another verb only where that is an imperative as well. */
export function isImperative(doc: Doc, token: number): boolean {
  if (!(doc.xpos[token] === "VB" || doc.xpos[token] === "VBP") || childOf(doc, token, "nsubj", "nsubj:pass", "csubj") >= 0) return false;
  if (hasRelation(doc, token, ...BELOW) || !leadsClause(doc, token)) return false;
  const above = doc.head[token] ?? -1;
  if (hasRelation(doc, token, "conj") && above < token && !isImperative(doc, above)) return false;
  const helpers = childrenOf(doc, token, "aux", "mark");
  return helpers.every((h) => doc.lemma[h] === "do" || lowerAt(doc, h) === "please");
}

/** Nothing but adverbs and helpers lies between a verb and the mark, the "and" or the sentence's beginning before it. */
function leadsClause(doc: Doc, token: number): boolean {
  const { first } = sentenceAt(doc, token);
  let t = token - 1;
  while (t >= first && ["ADV", "AUX", "PART", "INTJ"].includes(doc.upos[t] ?? "")) t--;
  return t < first || ["PUNCT", "CCONJ", "SYM"].includes(doc.upos[t] ?? "");
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
  for (const token of chain.flatMap((t) => [...upwards(doc, t), ...readyFor(doc, t)])) {
    const found =
      markedClause(doc, token) ??
      clauseBehind(doc, token) ??
      boundPhrase(doc, token) ??
      imperativeBefore(doc, token) ??
      equation(doc, token);
    if (found) return found;
  }
  return null;
}

/** "urged them to stay and warned of war if they left": the clause that the parser hung on the first of the verbs. */
function clauseBehind(doc: Doc, token: number): ConditionReading | null {
  const upper = hasRelation(doc, token, "conj") ? (doc.head[token] ?? -1) : -1;
  const clause = childrenOf(doc, upper, "advcl").find((c) => c > token && markerOf(doc, c) !== null);
  if (upper < 0 || clause === undefined || childrenOf(doc, upper, "conj").some((c) => c > token && c < clause)) return null;
  return reading(doc, subtreeOf(doc, clause), `condition:${markerOf(doc, clause)}`);
}

/** "ready to cap it if …": what one is ready for waits for the same condition. */
function readyFor(doc: Doc, token: number): readonly number[] {
  return doc.upos[token] === "ADJ" ? childrenOf(doc, token, "xcomp") : [];
}

/** A token and the verbs whose infinitive it is: "will help to free X if …". */
function upwards(doc: Doc, token: number): readonly number[] {
  const above = hasRelation(doc, token, "xcomp") ? (doc.head[token] ?? -1) : -1;
  return above < 0 ? [token] : [token, ...upwards(doc, above)];
}

const SUPPOSING = new Set(["if", "unless", "whether", "lest", "in case", "provided", "providing"]);
const WAITING = new Set(["once", "until", "till"]);

/** True where the act stands inside somebody's condition: it is supposed, not told. */
export function insideCondition(doc: Doc, trigger: number): boolean {
  if (isOrder(doc, trigger) && laterClauses(doc, trigger).some((t) => imperativeBefore(doc, t)?.imperative === trigger)) return true;
  for (let t = trigger; t >= 0; t = doc.head[t] ?? -1) {
    const noun = nounOf(doc, t);
    if (isSupposed(doc, t) || isPrice(doc, t) || (noun >= 0 && isPrice(doc, noun))) return true;
  }
  return isOpening(doc, trigger);
}

/** "X's readiness to pay": the noun right before the "to" of a clause, wherever the parser hung the clause; -1 where there is none. */
function nounOf(doc: Doc, clause: number): number {
  const to = hasRelation(doc, clause, "advcl", "xcomp") ? childrenOf(doc, clause, "mark").find((c) => lowerAt(doc, c) === "to") : undefined;
  return to !== undefined && to > 0 && doc.upos[to - 1] === "NOUN" ? to - 1 : -1;
}

/** "Had they sought to leave, …": before the comma of such an opening nothing is told. */
function isOpening(doc: Doc, trigger: number): boolean {
  const { end } = sentenceAt(doc, trigger);
  const first = openingOf(doc, trigger);
  let close = first;
  while (close < end && formOf(doc, close) !== ",") close++;
  return trigger < close && close < end && isInverted(doc, first, close);
}

/** "if X", "whether X", "once X happens": a clause that waits to come true. A main clause that the parser gave the "if" of its own clause counts too. */
function isSupposed(doc: Doc, clause: number): boolean {
  const marks = [...casesOf(doc, clause), ...childrenOf(doc, clause, "advmod").map((c) => lowerAt(doc, c))];
  if (marks.some((m) => SUPPOSING.has(m))) return true;
  if (!hasRelation(doc, clause, "advcl") || !marks.some((m) => WAITING.has(m))) return false;
  const present = [clause, ...childrenOf(doc, clause, "aux", "aux:pass", "cop")].some((t) => ["VBZ", "VBP"].includes(doc.xpos[t] ?? ""));
  return present || isToCome(doc, doc.head[clause] ?? -1);
}

/** "in exchange for the pullout", "depends on the pullout": what the other side is to give. */
function isPrice(doc: Doc, phrase: number): boolean {
  const tie = doc.lemma[doc.head[phrase] ?? -1] ?? "";
  const on = casesOf(doc, phrase).some((c) => c === "on" || c === "upon");
  if (on && (tie === "depend" || tie === "hinge" || DEPENDENT.has(tie))) return true;
  const first = Math.min(...childrenOf(doc, phrase, "case", "mark"));
  if (!Number.isFinite(first) || lowerAt(doc, first) !== "for" || first < 2) return false;
  return lowerAt(doc, first - 2) === "in" && ["exchange", "return"].includes(lowerAt(doc, first - 1));
}

/** The clauses behind a token in its sentence. */
function laterClauses(doc: Doc, token: number): readonly number[] {
  const { end } = sentenceAt(doc, token);
  return Array.from({ length: end - token - 1 }, (_, i) => token + 1 + i).filter((t) => doc.upos[t] === "VERB" || doc.upos[t] === "ADJ");
}
