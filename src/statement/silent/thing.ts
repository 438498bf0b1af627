import type { Doc, EventType } from "../../model/index.ts";
import { agentOf } from "../../syntax/agent.ts";
import { isPassive } from "../../syntax/passive.ts";
import { childrenOf, lowerAt } from "../../syntax/tree.ts";
import { isOneOf } from "../sets.ts";
import { isVerdict } from "../verdict.ts";
import type { Silence } from "./silence.ts";

const ACTING = new Set(["he", "she", "they", "we", "i", "you", "who"]);

/** "the scheme allows X to travel", "a treaty that gives X the right", "a gap in its rules that let X in": what a thing leaves open is no party's concession. */
export const byThing: Silence = (scene, { eventType, trigger }, _move, { actors }) => {
  const { doc } = scene;
  if (eventType !== "CONCEDE" || !isOneOf(scene, trigger, "granting")) return false;
  const giver = toldOf(doc, trigger);
  const nameless = doc.upos[giver] === "NOUN" && scene.index.get(giver) === undefined && !WHO_ACT.some((set) => isOneOf(scene, giver, set));
  // "its decision allowed them to": what a party does is its own.
  const done = actors.length > 0 && isOneOf(scene, giver, "conduct");
  if (giver >= 0 && nameless && !done && !isPassive(doc, trigger)) return true;
  const subject = childrenOf(doc, trigger, "nsubj")[0] ?? -1;
  return (
    actors.length === 0 &&
    subject >= 0 &&
    ["VBZ", "VBP"].includes(doc.xpos[trigger] ?? "") &&
    !ACTING.has(lowerAt(doc, subject)) &&
    doc.upos[subject] !== "PROPN"
  );
};

const SPEAKING: ReadonlySet<EventType> = new Set(["ACCUSE", "REQUEST", "REJECT", "THREATEN", "SUPPORT", "SAY", "AGREE"]);

const GIVING: ReadonlySet<EventType> = new Set(["CONCEDE", "AID", "COOPERATE", "CONSULT", "SUPPORT", "AGREE"]);

const HAPPENINGS = /(?:tion|(?<!deci)sion|ment|ing|ack|ure|war|ban|ity|ism|ness|ance|ence|ship|dom)$/;

/** Sets of those who act, whatever their word ends in: a king, a warship, an alliance. */
const WHO_ACT = ["body", "person", "forces", "troops"];

const UNNAMED = /^(?:it|this|that|these|those|what|nothing|everything)$/;

/** Whoever or whatever a verb is told of; of "a rule that gives", the rule. */
function toldOf(doc: Doc, verb: number): number {
  const subject = childrenOf(doc, verb, "nsubj").find((c) => doc.relation[c] === "nsubj") ?? -1;
  return /^(?:which|that)$/.test(lowerAt(doc, subject)) && doc.relation[verb] === "acl:relcl" ? (doc.head[verb] ?? -1) : subject;
}

/** "the posting of X troops raised concerns", "his job offers him a platform", "a convention gives X the right": things do not speak, whosever they are, nor do they give. */
export const byThings: Silence = (scene, act, _move, { actors }) => {
  const { eventType, trigger, nominal, rules } = act;
  const { doc } = scene;
  const isThing = (t: number) =>
    doc.upos[t] === "NOUN" &&
    !WHO_ACT.some((set) => isOneOf(scene, t, set)) &&
    (HAPPENINGS.test(doc.lemma[t] ?? "") || isOneOf(scene, t, "thing"));
  // "the ban is unjust": a thing is judged. "it received permission": what undergoes it is the subject
  if (isVerdict(act) || rules.some((r) => r.startsWith("act.spoken") || (r.startsWith("support.get") && r !== "support.get.have")))
    return false;
  const speaker = childrenOf(doc, trigger, "nsubj").find((c) => doc.relation[c] === "nsubj") ?? -1;
  if (SPEAKING.has(eventType) && isThing(speaker) && actors.every((a) => a.start > doc.start[speaker]! || a.end < doc.start[speaker]!))
    return true;
  const agent = actors.length === 0 && isPassive(doc, trigger) ? agentOf(doc, trigger) : -1;
  if (agent >= 0 && (SPEAKING.has(eventType) || GIVING.has(eventType)) && isThing(agent)) return true;
  const giver = toldOf(doc, trigger);
  if (nominal || giver < 0 || !GIVING.has(eventType) || actors.length > 0) return false;
  return isThing(giver) || (doc.upos[giver] === "NOUN" && isOneOf(scene, giver, "paper")) || UNNAMED.test(lowerAt(doc, giver));
};
