import type { OutcomeLexicon } from "../lexicon/outcomes.ts";
import type { Doc, EventType, Span } from "../model/index.ts";
import { contains } from "../model/index.ts";
import { childOf, childrenOf, hasRelation, isUnder, lowerAt, sentenceAt } from "../syntax/tree.ts";
import type { ActReading } from "./act/reading.ts";
import { isImperative } from "./condition/imperative.ts";
import { readCondition } from "./condition/read.ts";
import type { ConditionReading } from "./condition/reading.ts";
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
    if (condition && type && isHeldOut(doc, t, type, condition) && isLaidDown(doc, t, condition))
      found.push(asAct(t, type, "act.spoken.if"));
    // "Leave, and we will talk" asks for what it makes the condition; "stay: expect war" does not.
    const ordered = type === "COOPERATE" ? condition?.imperative : undefined;
    if (ordered !== undefined && !found.some((f) => f.trigger === ordered)) found.push(asked(ordered, "act.spoken.told"));
    else if (!condition && isTold(doc, t) && !found.some((f) => f.trigger === t)) found.push(asked(t, "act.spoken.told"));
  }
  const warned = new Set(found.filter((f) => f.eventType === "THREATEN").map((f) => readCondition(doc, [f.trigger])?.imperative));
  return found.filter((f) => f.eventType !== "REQUEST" || !warned.has(f.trigger));
}

const NOBODY = new Set(["it", "this", "that", "there", "he", "she", "i", "we", "who", "which", "what"]);

/**
 * True for a condition that one side lays down for another: an imperative, or a clause on "you", "they" or somebody who is named. What hangs on
 * "it", on the speaker, on how things turn out ("if necessary", "if it means war", "until we are safe") or on what never was is reasoning.
 */
function isLaidDown(doc: Doc, token: number, { tokens, imperative, rule }: ConditionReading): boolean {
  // "Eat well, and shut the door": the second is one more thing that is told.
  if (imperative !== undefined) return !(hasRelation(doc, token, "conj") && isImperative(doc, token));
  if (rule === "condition:until" || tokens.some((t) => lowerAt(doc, t) === "had" || lowerAt(doc, t) === "even")) return false;
  const subjects = tokens.filter((t) => hasRelation(doc, t, "nsubj"));
  return subjects.length > 0 && !NOBODY.has(lowerAt(doc, subjects[0]!)) && !tokens.some((t) => doc.relation[t] === "expl");
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
  if (opens(doc, token)) {
    if (isImperative(doc, token) && doc.lemma[token] !== "let" && !isThanks(doc, token) && !leadsTo(doc, token)) return true;
  }
  const subject = childOf(doc, token, "nsubj");
  if (subject < 0 || lowerAt(doc, subject) !== "you" || hasRelation(doc, token, "acl:relcl")) return false;
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

const LEADS = new Set(["do", "n't", "n’t", "not", "never", "please", "just", "simply", "and", "but", "so", "then", "now"]);
const STOPS = new Set([":", ";", "–", "—", ".", "!", "'", '"', "“", "‘", "”", "’"]);

/** True for a verb with no words of its clause before it but "please", "don't" and the like: it opens a sentence, a quotation or a main clause, or follows a clause of its own or who is called ("Omar, leave"). */
export function opens(doc: Doc, token: number): boolean {
  const { first } = sentenceAt(doc, token);
  let at = token - 1;
  while (at >= first && LEADS.has(lowerAt(doc, at))) at--;
  if (at < first || STOPS.has(lowerAt(doc, at))) return true;
  if (lowerAt(doc, at) !== ",") return false;
  at--;
  // "If you pay, expect thanks": what goes before is a clause of the verb's own.
  if (childrenOf(doc, token, "advcl").some((clause) => isUnder(doc, at, clause))) return true;
  while (at >= first && doc.upos[at] === "PROPN") at--;
  return at < first || STOPS.has(lowerAt(doc, at));
}

const FUTURE = new Set(["will", "'ll", "’ll", "wo", "shall", "would", "'d", "’d", "can", "could", "may", "might"]);

/** "if we must choose", "if necessary, he has options", "if that happened in another town, it would have": what somebody does for themselves, what did not come about, and what is there already and bad, is held out to nobody. */
function isHeldOut(doc: Doc, token: number, type: EventType, { tokens, rule, imperative }: ConditionReading): boolean {
  if (imperative !== undefined && !opens(doc, imperative)) return false;
  const mine = (t: number): boolean => hasRelation(doc, t, "nsubj", "nsubj:pass") && ["i", "we"].includes(lowerAt(doc, t));
  if (imperative === undefined && tokens.some(mine)) return false;
  const helpers = childrenOf(doc, token, "aux").map((c) => lowerAt(doc, c));
  if (type === "THREATEN" && rule === "condition:if" && !helpers.some((h) => FUTURE.has(h)) && !isImperative(doc, token)) return false;
  const unreal = helpers.includes("have") && helpers.length > 1;
  return !unreal && !(rule === "condition:if" && tokens.some((t) => doc.xpos[t] === "VBD"));
}

/** "Look", "thank God": imperatives that ask nothing. */
function isThanks(doc: Doc, token: number): boolean {
  return ["thank", "look", "say", "see", "listen", "bless", "suppose", "remember", "needless", "imagine", "note", "expect"].includes(
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

/** An asking that is told by no word of asking. */
export const asked = (trigger: number, rule: string): ActReading => asAct(trigger, "REQUEST", rule);

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
