import type { Doc, EventType, Modality } from "../../model/index.ts";
import { isFiniteAt } from "../../syntax/finite.ts";
import { isPassive } from "../../syntax/passive.ts";
import { childOf, lowerAt } from "../../syntax/tree.ts";
import type { Draft } from "../draft.ts";
import { isParty } from "../kin.ts";
import type { Scene } from "../read.ts";
import { isOneOf } from "../sets.ts";

/** Acts that take two. */
const MUTUAL: ReadonlySet<EventType> = new Set(["CONSULT", "SAY", "SUPPORT", "AID", "COOPERATE"]);

const TOLD: ReadonlySet<Modality> = new Set(["done", "ongoing", "planned", "hypothetical"]);

/** "held a press conference", "by supporting growth": what takes two is no move while nobody stands on the other side, unless a main verb tells it of somebody. */
export function standsAlone(scene: Scene, { act, statement }: Draft): boolean {
  const { doc, actors: known } = scene;
  // "Take your time": what is told to nobody of a party is talk.
  if (act.rules[0] === "act.spoken.told" && !statement.recipients.some((p) => isParty(known, p.actor))) return true;
  const { actors, recipients, mode, eventType, modality } = statement;
  if (!MUTUAL.has(eventType) || !TOLD.has(modality) || actors.length + recipients.length > 1) return false;
  // "They met X", "are giving X a jet": the other side is told, and a main verb tells it of somebody.
  if (act.rules[0]?.startsWith("act.v.") && isOfSomebody(doc, act.trigger) && recipients.some((p) => isParty(known, p.actor))) return false;
  // "came back to the table": whoever sits there was told of before.
  if (eventType === "CONSULT") return mode === null && modality !== "ongoing" && (act.nominal || !isOneOf(scene, act.trigger, "seating"));
  return act.nominal || !isFiniteAt(doc, act.trigger) || eventType === "AID";
}

/** An active main verb of whom a name or a pronoun tells. */
function isOfSomebody(doc: Doc, verb: number): boolean {
  const subject = isPassive(doc, verb) || !isFiniteAt(doc, verb) ? -1 : childOf(doc, verb, "nsubj");
  return subject >= 0 && (doc.upos[subject] === "PROPN" || /^(?:he|she|they|i|we)$/.test(lowerAt(doc, subject)));
}
