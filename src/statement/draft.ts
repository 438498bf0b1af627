import type { EventType, Modality, Participant, Statement } from "../model/index.ts";
import { contains } from "../model/index.ts";
import { spanOf, subtreeOf } from "../syntax/tree.ts";
import type { ActReading } from "./act/reading.ts";
import { readFactuality } from "./certainty/read.ts";
import { readCondition } from "./condition.ts";
import { evidenceOf } from "./evidence.ts";
import { fillSlot } from "./fill.ts";
import { readIssues } from "./issue.ts";
import { readModality } from "./modality.ts";
import { readParties } from "./parties.ts";
import { deriveViews } from "./plover.ts";
import type { Scene } from "./read.ts";
import { readChain, voicesOver } from "./speaker.ts";
import { readWhen } from "./when.ts";

/** A statement before its id, with the tokens that later rules look at. */
export interface Draft {
  readonly act: ActReading;
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
  const over = voicesOver(scene.voices, { start: doc.start[act.trigger]!, end: doc.end[act.trigger]! });
  const chain = [act.trigger, ...(reading.governor ? [reading.governor.token] : []), ...(reading.inner ? [reading.inner.token] : [])];
  const condition = readCondition(doc, chain);
  const eventType = reading.inner?.control.modality === "asked" ? "REQUEST" : act.eventType;
  const modality = modalityOf(act, reading.modality, reading.modal, over.length > 0, condition !== null);
  const parties = readParties(scene, act, reading, modality, over[0] ?? null);
  if (!parties) return null;
  const evidence = evidenceOf(doc, chain, [...parties.actors, ...parties.recipients]);
  const certainty = readFactuality(doc, act.trigger, lexicons.certainty);
  const polarity = reading.positive ? "positive" : "negative";
  const attribution = readChain(doc, over, triggerSpan, scene.index, scene.actors);
  return {
    act,
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
      leaders: scene.leads.filter((l) => contains(evidence, { start: doc.start[l.trigger]!, end: doc.end[l.trigger]! })).flatMap((l) => l.leaders),
      objects: objectsOf(scene, act),
      issues: readIssues(doc, evidence, lexicons.issues),
      attribution,
      factuality: { holder: attribution[0]?.actor ?? (attribution.length > 1 ? "unnamed" : "author"), value: certainty.value, cues: certainty.cues },
      time: readWhen(doc, chain, scene.times),
      place: null,
      quantities: scene.quantities.flatMap((q, i) => (q.article === article.id && contains(evidence, q) ? [i] : [])),
      confidence: act.confidence,
      rules: [...act.rules, ...reading.rules, ...(condition ? [condition.rule] : []), ...parties.rules, ...certainty.rules],
    },
  };
}

/** An act's own modality, and what a future means: a party's word on what it will do is a promise or a threat. */
function modalityOf(act: ActReading, read: Modality, modal: string | null, spoken: boolean, conditional: boolean): Modality {
  const own = OWN_MODALITY[act.eventType];
  if (own && (read === "done" || read === "ongoing")) return own;
  const future = modal !== null && ["will", "'ll", "’ll", "shall", "would", "wo"].includes(modal);
  if (read === "promised" && CONFLICT.has(act.eventType)) return "threatened";
  if (read === "planned" && future && spoken) return CONFLICT.has(act.eventType) ? "threatened" : conditional ? "offered" : "promised";
  return read;
}

function objectsOf(scene: Scene, act: ActReading): readonly Participant[] | Statement["objects"] {
  const { doc } = scene;
  for (const slot of act.frame.object) {
    const token = fillSlot(doc, act.trigger, act.words, slot);
    if (token >= 0) return [spanOf(doc, subtreeOf(doc, token))];
  }
  return [];
}
