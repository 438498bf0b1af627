import { agentOf } from "../../syntax/agent.ts";
import { FINITE } from "../../syntax/finite.ts";
import { subjectOf } from "../../syntax/subject.ts";
import { childrenOf, hasRelation, lowerAt, subtreeOf } from "../../syntax/tree.ts";
import { isOneOf } from "../sets.ts";
import type { Silence } from "./silence.ts";

/** Confidence under which a noun by itself tells no act. */
const WEAK = 0.5;

/** "wars of the past", "talks" in a list: a weak noun by itself. */
export const weakNoun: Silence = (_scene, act) => act.nominal && act.confidence < WEAK;

/** "evidence of bargaining skill": a form in -ing before a noun names no deed. */
export const attribute: Silence = ({ doc }, { trigger }) =>
  doc.xpos[trigger] === "VBG" && hasRelation(doc, trigger, "amod", "compound") && subjectOf(doc, trigger) < 0;

/** "as opposed to X", "its members, barring X": a participle that serves as a preposition. */
export const preposition: Silence = (scene, { trigger }) => {
  const { doc } = scene;
  const before = trigger > 0 ? lowerAt(doc, trigger - 1) : ",";
  if (doc.xpos[trigger] === "VBN" && before === "as" && trigger + 1 < doc.length && lowerAt(doc, trigger + 1) === "to") return true;
  const excepts = doc.xpos[trigger] === "VBG" && before === "," && isOneOf(scene, trigger, "excepting");
  return excepts && !subtreeOf(doc, trigger).some((t) => t > trigger && lowerAt(doc, t) === "from");
};

const DEGREES = new Set(["more", "less", "most", "very", "so", "too", "rather", "quite", "increasingly"]);

/** "are even more isolated from X": a participle that is told in degrees, of nobody's doing, is a state. */
export const graded: Silence = ({ doc }, { trigger }) =>
  doc.xpos[trigger] === "VBN" &&
  agentOf(doc, trigger) < 0 &&
  childrenOf(doc, trigger, "advmod").some((c) => c === trigger - 1 && DEGREES.has(lowerAt(doc, c)));

/** "X exports most of its tea to Y": trade in the plain present is how things are, no news. */
export const habitual: Silence = (scene, { trigger }) =>
  ["VBZ", "VBP"].includes(scene.doc.xpos[trigger] ?? "") && isOneOf(scene, trigger, "trading");

/** How far the noun of an act may stand from the verb that carries it. */
const REACH = 9;

/** "entered the town amid growing concern", "went ahead, raising fears": a noun this far from a verb, or behind a comma, is not carried by it. */
export const scattered: Silence = ({ doc }, { words, rules }) => {
  if (!rules.some((r) => r.startsWith("support."))) return false;
  const [first, last] = [Math.min(...words), Math.max(...words)];
  return last - first > REACH || Array.from({ length: last - first }, (_, i) => lowerAt(doc, first + i)).includes(",");
};

/** "announced talks with X had been suspended": the noun is what the next clause tells of, no object of the verb before it. */
export const ranOver: Silence = ({ doc }, { trigger, words, rules }) => {
  const noun = words.find((w) => hasRelation(doc, w, "obj") && doc.head[w] === trigger) ?? -1;
  if (noun < 0 || !rules.some((r) => r.startsWith("support."))) return false;
  const next = Math.max(...subtreeOf(doc, noun)) + 1;
  const verb = doc.upos[next] === "AUX" ? (doc.head[next] ?? -1) : -1;
  return verb > next && FINITE.has(doc.xpos[next] ?? "") && childrenOf(doc, verb, "nsubj", "nsubj:pass", "expl").length === 0;
};
