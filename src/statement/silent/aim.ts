import type { Doc, Modality } from "../../model/index.ts";
import { casesOf, childrenOf, hasRelation, lowerAt } from "../../syntax/tree.ts";
import { sharedHead } from "../modality/modal.ts";
import { isNegated } from "../modality/negation.ts";
import { readModality } from "../modality/read.ts";
import type { Scene } from "../read.ts";
import { isOneOf, isWordOf } from "../sets.ts";
import type { Silence } from "./silence.ts";

const OPEN = new Set<Modality>(["planned", "hypothetical", "asked"]);

/**
 * "gave money to support X", "rushed to attack X", "its zeal to defend X": an infinitive under a word that is not known to say what becomes of the
 * deed leaves open whether it was done. It tells an aim where somebody sets out for it, or decides, signs or launches something for it.
 */
export const openAim: Silence = (scene, { trigger, eventType }, { reading }) => {
  const { doc } = scene;
  // "the law allows X to seize it" has a rule of its own.
  const plain = reading.governor === null && reading.rules.every((r) => r.startsWith("tense:"));
  if (!plain || reading.modal !== null || !OPEN.has(reading.modality ?? "done")) return false;
  if (isBesideMatter(doc, trigger)) return true;
  const aim = infinitiveOver(doc, trigger);
  const head = aim < 0 ? -1 : (doc.head[aim] ?? -1);
  if (head < 0 || (aim !== trigger && readModality(doc, aim, scene.lexicons.control).governor !== null)) return false;
  // "will give ten million to help X"
  if (eventType === "AID" && isOneOf(scene, head, "giving")) return false;
  if (isNegated(doc, aim) || childrenOf(doc, head, "advmod").some((c) => lowerAt(doc, c) === "too")) return true;
  if (hasRelation(doc, aim, "xcomp")) return !isOneOf(scene, head, "setting-out");
  if (hasRelation(doc, aim, "acl")) return doc.upos[head] === "NOUN" && !isUndertaken(scene, aim);
  if (!hasRelation(doc, aim, "advcl") || doc.upos[head] !== "VERB") return false;
  // "should send troops to fight X": what is asked is the means.
  return reading.modality === "asked" || !(isOneOf(scene, head, "setting-out") || isUndertaken(scene, aim));
};

/** "would recognise the folly in attacking X", "will stay neutral in negotiating it": the matter of what is to come, where "will join them in attacking X" tells the deed. */
const isBesideMatter = (doc: Doc, token: number): boolean =>
  doc.xpos[token] === "VBG" &&
  hasRelation(doc, token, "advcl", "acl") &&
  casesOf(doc, token).includes("in") &&
  doc.lemma[doc.head[token] ?? -1] !== "join";

/** The infinitive that a deed is: its own, the one it is joined to ("to find and attack X"), or the one it is the means of ("to help X by attacking Y"); -1 where there is none. */
function infinitiveOver(doc: Doc, token: number): number {
  const cases = casesOf(doc, token);
  if (doc.xpos[token] === "VBG" && hasRelation(doc, token, "advcl") && cases.includes("by"))
    return infinitiveOver(doc, doc.head[token] ?? -1);
  // "its claim to have bombed X" looks back.
  const past = doc.xpos[token] === "VBN" && childrenOf(doc, token, "aux").some((c) => doc.lemma[c] === "have");
  if (doc.xpos[token] !== "VB" && !past) return -1;
  if (hasRelation(doc, token, "conj") && cases.length === 0) return infinitiveOver(doc, sharedHead(doc, token));
  return cases.some((m) => m === "to" || m === "in order") && childrenOf(doc, token, "cop").length === 0 ? token : -1;
}

/** "launched an offensive to take X", "signed a deal with X to cut it": the noun right before the "to", the one above it or the object of the verb above is a step that is taken. */
function isUndertaken(scene: Scene, aim: number): boolean {
  const { doc } = scene;
  const to = childrenOf(doc, aim, "mark").find((c) => lowerAt(doc, c) === "to") ?? 0;
  const before = to - 1;
  const above = before >= 0 && hasRelation(doc, before, "nmod") ? (doc.head[before] ?? -1) : -1;
  const head = doc.head[aim] ?? -1;
  const object = hasRelation(doc, aim, "advcl") ? childrenOf(doc, head, "obj").filter((c) => c < aim) : [head];
  // The form as well: a noun that the tagger takes for an adjective has no lemma of its own.
  const isStep = (t: number) =>
    isOneOf(scene, t, "undertaking") || isOneOf(scene, t, "agreement") || isWordOf(scene, lowerAt(doc, t), "undertaking");
  return [before, above, ...object].some((t) => t >= 0 && isStep(t));
}
