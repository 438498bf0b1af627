import type { Actor, EventType, Modality, Span, Statement } from "../model/index.ts";
import { contains } from "../model/index.ts";
import { spanOf, subtreeOf } from "../syntax/tree.ts";
import type { ActReading } from "./act/reading.ts";
import { readFactuality } from "./certainty/read.ts";
import { type ConditionReading, isImperative, readCondition } from "./condition.ts";
import { evidenceOf } from "./evidence.ts";
import { fillSlot } from "./fill.ts";
import { readIssues } from "./issue.ts";
import { isLeftOpen, type ModalityReading, ownControl, readModality } from "./modality.ts";
import { type PartyReading, readParties } from "./parties.ts";
import { deriveViews } from "./plover.ts";
import type { Scene } from "./read.ts";
import { readChain, voicesOver } from "./speaker.ts";
import { readWhen } from "./when.ts";

/** A statement before its id, with the tokens that later rules look at. */
export interface Draft {
  readonly act: ActReading;
  /** Tokens of the words that govern the act and are told by it. */
  readonly governors: readonly number[];
  readonly statement: Omit<Statement, "id">;
}

/** Acts that are a modality of their own: to demand is to ask, to threaten is to threaten. */
const OWN_MODALITY: Partial<Record<EventType, Modality>> = { REQUEST: "asked", THREATEN: "threatened", REJECT: "refused" };

const CONFLICT = new Set<EventType>(["SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "PROTEST", "THREATEN"]);

/** Reads one act into a statement; null where the words make no claim, or name nobody who could stand in it. */
export function draftStatement(scene: Scene, act: ActReading): Draft | null {
  const { doc, article, lexicons } = scene;
  const reading = readModality(doc, act.trigger, lexicons.control);
  if (reading.modality === null) return null;
  const triggerSpan = spanOf(doc, act.words.length > 0 ? act.words : [act.trigger]);
  const chain = [act.trigger, ...(reading.governor ? [reading.governor.token] : []), ...(reading.inner ? [reading.inner.token] : [])];
  // "agreed to meet" is told of them, not said by them: the word that governs an act is no voice over it.
  const over = voicesOver(scene.voices, { start: doc.start[act.trigger]!, end: doc.end[act.trigger]! }).filter(
    (v) => v.cueToken === null || !chain.includes(v.cueToken),
  );
  const condition = readCondition(doc, chain) ?? spokenCondition(scene, act.trigger);
  const eventType = isLeftOpen(doc, act.trigger)
    ? "THREATEN"
    : reading.inner?.control.modality === "asked"
      ? "REQUEST"
      : act.mode === "agreement"
        ? "AGREE"
        : act.eventType;
  const said =
    reading.modality === "done" && PLAIN.has(act.eventType)
      ? (ownControl(doc, act.trigger, lexicons.control) ?? reading.modality)
      : reading.modality;
  const modality =
    isImperative(doc, act.trigger) && act.eventType !== "THREATEN"
      ? "asked"
      : modalityOf(act, said, reading, over.length > 0, condition !== null);
  // What is not ruled out is held open: a threat where it is bad, no news where it is not.
  const open = isLeftOpen(doc, act.trigger);
  if (open && !isBad(scene, act.trigger)) return null;
  const told = isImperative(doc, act.trigger) && act.rules[0] !== "act.spoken.told";
  // An imperative tells nothing that was done: in somebody's mouth it asks, elsewhere it is no news.
  if (told && over[0]?.form !== "direct") return null;
  const parties = readParties(scene, act, reading, modality, over);
  if (!parties || tooThin(scene, act, parties)) return null;
  const evidence = evidenceOf(doc, chain, [...parties.actors, ...parties.recipients]);
  const certainty = readFactuality(doc, act.trigger, lexicons.certainty);
  const polarity = reading.positive || open ? "positive" : "negative";
  const attribution = readChain(doc, over, triggerSpan, scene.index, scene.actors);
  return {
    act,
    governors: chain.slice(1),
    statement: {
      article: article.id,
      evidence,
      trigger: triggerSpan,
      quote: article.text.slice(evidence.start, evidence.end),
      eventType,
      mode: act.mode,
      contexts: act.contexts,
      plover: deriveViews(lexicons.views, eventType, modality, polarity).plover,
      modality,
      polarity,
      condition: condition ? { ...condition.span, statement: null } : null,
      ...parties.roles,
      leaders: scene.leads
        .filter((l) => contains(evidence, { start: doc.start[l.trigger]!, end: doc.end[l.trigger]! }))
        .flatMap((l) => l.leaders),
      objects: objectsOf(scene, act),
      issues: issuesOf(scene, act, evidence),
      attribution,
      factuality: {
        holder: attribution[0]?.actor ?? (attribution.length > 1 ? "unnamed" : "author"),
        value: certainty.value,
        cues: certainty.cues,
      },
      time: readWhen(doc, chain, scene.times),
      place: null,
      quantities: scene.quantities.flatMap((q, i) => (q.article === article.id && contains(evidence, q) ? [i] : [])),
      confidence: act.confidence,
      rules: [...act.rules, ...reading.rules, ...(condition ? [condition.rule] : []), ...parties.rules, ...certainty.rules],
    },
  };
}

/** Acts that say no more than their control word: what it does, they do. */
const PLAIN = new Set<EventType>(["AGREE", "CONCEDE", "REJECT", "COOPERATE", "CONSULT", "AID"]);

const JOINT = new Set<EventType>(["CONSULT", "AGREE", "SUPPORT", "COOPERATE", "AID", "REJECT", "ACCUSE"]);

/** A noun alone ("ties with X", "the ceasefire") tells no act: a doer must be named, and for what takes two, both; or somebody by name to whom it was done. */
function tooThin(scene: Scene, act: ActReading, parties: PartyReading): boolean {
  if (!act.nominal) return false;
  const both = parties.actors.length > 0 && (parties.recipients.length > 0 || parties.actors.length > 1);
  const carried = act.words.length > 1 && act.rules.some((r) => r.startsWith("support."));
  if (parties.actors.length > 0) return JOINT.has(act.eventType) && !both && !carried;
  return !CONFLICT.has(act.eventType) && !parties.recipients.some((r) => isNamedPerson(scene.actors.get(r.actor)));
}

function isNamedPerson(actor: Actor | undefined): boolean {
  return actor?.kind === "person" && actor.aliases.some((name) => /^\p{Lu}\S* .*\p{Lu}/u.test(name));
}

/** An act's own modality, and what a future means: a party's word on what it will do is a promise or a threat. */
function modalityOf(
  act: ActReading,
  read: Modality,
  { modal, positive }: ModalityReading,
  spoken: boolean,
  conditional: boolean,
): Modality {
  // Told in speech: what the other is to do is asked, what is held out on a condition is offered or threatened.
  if (act.rules[0] === "act.spoken.if") return act.eventType === "THREATEN" ? "threatened" : "offered";
  const own = OWN_MODALITY[act.eventType];
  if (own && (read === "done" || read === "ongoing")) return own;
  const future = modal !== null && ["will", "'ll", "’ll", "shall", "would", "wo"].includes(modal);
  // "promised to stop attacking" is no threat.
  const hostile = CONFLICT.has(act.eventType) && positive;
  if (hostile && (read === "promised" || (read === "offered" && act.eventType === "THREATEN"))) return "threatened";
  if (read === "planned" && future && spoken) return hostile ? "threatened" : conditional ? "offered" : "promised";
  return read;
}

/** "warned: leave, or …": the condition may stand in the words that the act speaks. */
function spokenCondition(scene: Scene, trigger: number): ConditionReading | null {
  const { doc } = scene;
  const voice = scene.voices.find((v) => v.cueToken === trigger);
  if (!voice) return null;
  for (let t = 0; t < doc.length; t++) {
    const inside = voice.content.some((c) => contains(c, { start: doc.start[t]!, end: doc.end[t]! }));
    const found = inside && (doc.upos[t] === "VERB" || doc.upos[t] === "ADJ") ? readCondition(doc, [t]) : null;
    if (found) return found;
  }
  return null;
}

/** What the words raise, and what the act is about by itself. */
function issuesOf(scene: Scene, act: ActReading, evidence: Span): readonly string[] {
  const raised = readIssues(scene.doc, evidence, scene.lexicons.issues);
  const own = scene.lexicons.actIssues.get(`${act.eventType}/${act.mode}`);
  return own && !raised.includes(own) ? [own, ...raised] : raised;
}

function isBad(scene: Scene, token: number): boolean {
  return subtreeOf(scene.doc, token).some((t) => scene.lexicons.outcomes.get(scene.doc.lemma[t]?.toLowerCase() ?? "") === -1);
}

function objectsOf(scene: Scene, act: ActReading): Statement["objects"] {
  const { doc } = scene;
  for (const slot of act.frame.object) {
    const token = fillSlot(doc, act.trigger, act.words, slot);
    if (token >= 0) return [spanOf(doc, subtreeOf(doc, token))];
  }
  return [];
}
