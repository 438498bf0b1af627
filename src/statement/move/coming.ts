import type { Doc, EventType } from "../../model/index.ts";
import { casesOf, childOf, childrenOf, hasRelation, lowerAt, sentenceAt } from "../../syntax/tree.ts";
import type { ActReading } from "../act/reading.ts";
import type { ModalityReading } from "../modality/reading.ts";
import type { Scene } from "../read.ts";
import { isOneOf, isWordOf } from "../sets.ts";

const COMING = new Set(["will", "'ll", "’ll", "shall"]);

const UTTERED = new Set<EventType>(["ACCUSE", "REJECT", "REQUEST", "SUPPORT", "THREATEN", "SAY"]);

/** "will fly to X on Monday, visiting Y": a deed that goes along with one to come is to come as well; what is said beside it is said. */
export function isAlong(doc: Doc, { eventType, trigger }: ActReading): boolean {
  const free = doc.xpos[trigger] === "VBG" && hasRelation(doc, trigger, "advcl", "acl") && lowerAt(doc, Math.max(0, trigger - 1)) === ",";
  if (!free || UTTERED.has(eventType) || casesOf(doc, trigger).length > 0 || childrenOf(doc, trigger, "aux").length > 0) return false;
  let verb = doc.head[trigger] ?? -1;
  while (verb >= 0 && doc.upos[verb] !== "VERB") verb = doc.head[verb] ?? -1;
  return verb >= 0 && verb < trigger && childrenOf(doc, verb, "aux").some((c) => COMING.has(lowerAt(doc, c)));
}

/** "meet next week", "are meeting later on Monday", "visit it later this month": a present with a time to come. */
export function isComing(scene: Scene, act: ActReading, reading: ModalityReading): boolean {
  const { doc } = scene;
  if (act.nominal || reading.governor !== null) return false;
  const helpers = childrenOf(doc, act.trigger, "aux", "aux:pass", "cop");
  const past = [act.trigger, ...helpers].some((t) => ["VBD", "VBN", "MD"].includes(doc.xpos[t] ?? "") || doc.lemma[t] === "have");
  const present = !past && [act.trigger, ...helpers].some((t) => ["VBZ", "VBP"].includes(doc.xpos[t] ?? ""));
  const { end } = sentenceAt(doc, act.trigger);
  for (let t = act.trigger + 1; present && t < end && !["VBD", "VBZ", "VBP", "MD"].includes(doc.xpos[t] ?? ""); t++)
    if (tellsComing(scene, t)) return true;
  return false;
}

/** "next week", "tomorrow", "later this month", "later on Monday", "in the coming days". */
function tellsComing(scene: Scene, token: number): boolean {
  const { doc } = scene;
  const form = lowerAt(doc, token);
  if (form === "tomorrow") return true;
  const period = isOneOf(scene, token, "period");
  if (form === "later") return [token + 2, token + 1].some((t) => isWordOf(scene, lowerAt(doc, t), "period"));
  const words = childrenOf(doc, token)
    .filter((c) => c < token)
    .map((c) => lowerAt(doc, c));
  return period && (words.includes("next") || words.includes("coming") || (words.includes("later") && words.includes("this")));
}

/** "talks will resume", "the visit will take place", "a round of talks will be held": the verb that says of an event that it is to come, or -1. */
export function carrierToCome(scene: Scene, act: ActReading): number {
  const { doc } = scene;
  // "the next round of talks"
  const inRound = hasRelation(doc, act.trigger, "nmod") && casesOf(doc, act.trigger).includes("of");
  const event = inRound ? (doc.head[act.trigger] ?? -1) : act.trigger;
  const verb = tellerOf(doc, event);
  // "will dominate the talks", "will raise it at the summit"
  const attended =
    act.eventType === "CONSULT" &&
    !inRound &&
    (hasRelation(doc, event, "obj") ? isOneOf(scene, verb, "attending") : isAttended(doc, event));
  if (act.nominal && attended && childrenOf(doc, verb, "aux").some((c) => COMING.has(lowerAt(doc, c)))) return verb;
  if (!act.nominal || verb < 0 || !hasRelation(doc, event, "nsubj", "nsubj:pass")) return -1;
  const happens =
    act.words.includes(verb) ||
    doc.lemma[verb] === "hold" ||
    (doc.lemma[verb] === "take" && childrenOf(doc, verb, "obj").some((c) => doc.lemma[c] === "place" || doc.lemma[c] === "effect"));
  return happens && childrenOf(doc, verb, "aux").some((c) => COMING.has(lowerAt(doc, c))) ? verb : -1;
}

/** "The talks on X will be held, Y said": a parser may give the subject of what is said to the saying; the verb that the event is the subject of. */
function tellerOf(doc: Doc, event: number): number {
  const head = doc.head[event] ?? -1;
  if (head < 0 || !hasRelation(doc, event, "nsubj", "nsubj:pass")) return head;
  const said = childrenOf(doc, head, "ccomp").find((c) => c > event && c < head && childOf(doc, c, "nsubj", "nsubj:pass", "expl") < 0);
  return said ?? head;
}

/** "at the summit", "during the talks". */
export const isAttended = (doc: Doc, event: number): boolean =>
  hasRelation(doc, event, "obl") && casesOf(doc, event).some((c) => c === "at" || c === "during");
