import type { OutcomeLexicon } from "../lexicon/outcomes.ts";
import type { Doc, EventType, Span } from "../model/index.ts";
import { contains } from "../model/index.ts";
import { childOf, childrenOf, hasRelation, lowerAt, sentenceAt } from "../syntax/tree.ts";
import type { ActReading } from "./act/reading.ts";
import { type ConditionReading, isImperative, readCondition } from "./condition.ts";
import type { Voice } from "./voice/voice.ts";

const MUST = new Set(["must", "should", "ought"]);

/**
 * Moves that a party makes by speaking, without a verb that names them: what it tells the other to do ("you must leave"),
 * and what it holds out on a condition ("if you leave, good things will come"). Looked for in direct speech alone.
 */
export function readSpoken(doc: Doc, voices: readonly Voice[], told: ReadonlySet<number>, outcomes: OutcomeLexicon): readonly ActReading[] {
  const found: ActReading[] = [];
  for (let t = 0; t < doc.length; t++) {
    const words = told.has(t) || !isClause(doc, t) ? null : spokenWords(doc, voices, t);
    if (!words) continue;
    const condition = readCondition(doc, [t]);
    const type = condition ? held(doc, t, words, condition, outcomes) : null;
    if (condition && type && (type !== "THREATEN" || isHeldOut(doc, t, condition))) found.push(asAct(t, type, "act.spoken.if"));
    // "Leave, and we will talk" asks for what it makes the condition; "stay: expect war" does not.
    const asked = type === "COOPERATE" ? condition?.imperative : undefined;
    if (asked !== undefined && !found.some((f) => f.trigger === asked)) found.push(asAct(asked, "REQUEST", "act.spoken.told"));
    else if (!condition && isTold(doc, t) && !found.some((f) => f.trigger === t)) found.push(asAct(t, "REQUEST", "act.spoken.told"));
  }
  const warned = new Set(found.filter((f) => f.eventType === "THREATEN").map((f) => readCondition(doc, [f.trigger])?.imperative));
  return found.filter((f) => f.eventType !== "REQUEST" || !warned.has(f.trigger));
}

const OTHERS = new Set(["he", "she", "it", "this", "that", "there"]);
const OWN = new Set(["we", "i", "there"]);

/** True for the bad that a speaker holds out to the other side: "you" are spoken to, or "we will" under a condition that somebody can meet. Not for what would have come of things. */
function isHeldOut(doc: Doc, token: number, condition: ConditionReading): boolean {
  const { first, end } = sentenceAt(doc, token);
  const words = Array.from({ length: end - first }, (_, i) => first + i);
  const helpers = childrenOf(doc, token, "aux");
  if (helpers.some((c) => doc.lemma[c] === "have") && helpers.some((c) => doc.xpos[c] === "MD")) return false;
  if (condition.imperative !== undefined || words.some((t) => ["you", "your"].includes(lowerAt(doc, t)))) return true;
  const will = helpers.some((c) => ["will", "'ll", "’ll", "shall"].includes(lowerAt(doc, c)));
  const subject = childOf(doc, token, "nsubj", "expl");
  const met = condition.tokens.filter((t) => hasRelation(doc, t, "nsubj", "nsubj:pass", "expl"));
  return will && subject >= 0 && OWN.has(lowerAt(doc, subject)) && !met.some((t) => OTHERS.has(lowerAt(doc, t)));
}

function isClause(doc: Doc, token: number): boolean {
  return doc.upos[token] === "VERB" || (childOf(doc, token, "nsubj") >= 0 && childOf(doc, token, "cop") >= 0);
}

/** The direct speech a token stands in, the shortest first; null where nobody speaks it. */
function spokenWords(doc: Doc, voices: readonly Voice[], token: number): Span | null {
  const span = { start: doc.start[token]!, end: doc.end[token]! };
  const around = voices
    .filter((v) => v.speech)
    .flatMap((v) => v.content.filter((c) => contains(c, span) && (v.form === "direct" || isWhole(doc, c))));
  return around.sort((a, b) => a.end - a.start - (b.end - b.start))[0] ?? null;
}

/** True for a piece of somebody's words that is one quotation, though others are not: "according to X, they left. 'Stay away.'" */
function isWhole(doc: Doc, { start, end }: Span): boolean {
  const words = doc.text.slice(start, end);
  return /^['"“‘]/.test(words) && /['"”’]$/.test(words) && !/['"”’]\s.*['"“‘]/s.test(words.slice(1, -1));
}

/** "Leave now", "you need to leave", "you must leave": the other side is told to. */
function isTold(doc: Doc, token: number): boolean {
  if (hasRelation(doc, token, "root", "parataxis", "ccomp") || opensSentence(doc, token)) {
    if (isImperative(doc, token) && doc.lemma[token] !== "let" && !isThanks(doc, token) && !leadsTo(doc, token)) return true;
  }
  const subject = childOf(doc, token, "nsubj");
  if (subject < 0 || lowerAt(doc, subject) !== "you") return false;
  const needs = doc.lemma[token] === "need" || (doc.lemma[token] === "have" && childOf(doc, token, "xcomp") >= 0);
  return needs || childrenOf(doc, token, "aux").some((c) => MUST.has(lowerAt(doc, c)));
}

/** "Hold them: expect war": an imperative before a colon is a condition, however it was parsed. */
function leadsTo(doc: Doc, token: number): boolean {
  const { end } = sentenceAt(doc, token);
  for (let t = token + 1; t < end; t++) {
    const word = lowerAt(doc, t);
    if (word === ":") return true;
    if (["'", '"', "”", "’", ";"].includes(word)) return false;
  }
  return false;
}

function opensSentence(doc: Doc, token: number): boolean {
  let first = sentenceAt(doc, token).first;
  while (first < token && doc.upos[first] === "PUNCT") first++;
  return first === token;
}

/** "Look", "thank God": imperatives that ask nothing. */
function isThanks(doc: Doc, token: number): boolean {
  return ["thank", "look", "say", "see", "listen", "bless", "suppose", "remember", "imagine", "note", "expect"].includes(
    doc.lemma[token] ?? "",
  );
}

/** Whether good or bad is held out in the words of the sentence that are spoken, outside the condition; null where neither, or both, is. */
function held(doc: Doc, token: number, words: Span, condition: ConditionReading, outcomes: OutcomeLexicon): EventType | null {
  const { first, end } = sentenceAt(doc, token);
  let good = 0;
  let bad = 0;
  for (let t = first; t < end; t++) {
    if (condition.tokens.includes(t) || !contains(words, { start: doc.start[t]!, end: doc.end[t]! })) continue;
    const sign = outcomes.get(doc.lemma[t]?.toLowerCase() ?? "");
    if (sign === 1) good++;
    if (sign === -1) bad++;
  }
  return bad > 0 ? "THREATEN" : good > 0 ? "COOPERATE" : null;
}

function asAct(trigger: number, eventType: EventType, rule: string): ActReading {
  const frame = { actor: ["subj"], recipient: [], object: ["obj"] };
  return {
    trigger,
    words: [trigger],
    eventType,
    mode: null,
    contexts: [],
    frame,
    nominal: false,
    reversed: false,
    control: false,
    givesWayTo: [],
    governor: null,
    confidence: 0.5,
    rules: [rule],
  };
}
