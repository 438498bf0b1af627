import { casesOf, childrenOf, firstConjunct, hasRelation, lowerAt } from "../../syntax/tree.ts";
import { controlsAt } from "../modality/control.ts";
import { isAside, isKnown } from "../modality/event.ts";
import { modalOf } from "../modality/modal.ts";
import { isNegated } from "../modality/negation.ts";
import { CONFLICT } from "../move/conflict.ts";
import type { Silence } from "./silence.ts";

/** How many words an event may hang below the verb of its clause. */
const STEPS = 4;

/** "could not agree on a date for a meeting", "steps to ease Chilean exports": an event under a verb without tense, which no word says is known, is not told to have been. */
export const unanchored: Silence = ({ doc }, { trigger, nominal }, { modality, reading }) => {
  if (!nominal || doc.upos[trigger] === "VERB" || modality !== "done" || reading.governor !== null || isKnown(doc, trigger)) return false;
  for (let t = trigger, step = 0; t >= 0 && step < STEPS; t = doc.head[t] ?? -1, step++) {
    if (hasRelation(doc, t, "nmod", "obl") && casesOf(doc, t).some((c) => c === "toward" || c === "towards")) return true;
    if (isAside(doc, t) || (t !== trigger && isKnown(doc, t))) return false;
    const up = doc.head[t] ?? -1;
    if (up < 0 || hasRelation(doc, t, "nsubj", "nsubj:pass", "acl:relcl")) return false;
    // "to stay neutral in talks": so is a quality that somebody is to have.
    if (doc.upos[up] === "ADJ" && childrenOf(doc, up, "cop").some((c) => doc.xpos[c] === "VB")) return modalOf(doc, up) === null;
    if (doc.upos[up] === "VERB") return doc.xpos[up] === "VB" && modalOf(doc, up) === null && childrenOf(doc, up, "aux").length === 0;
  }
  return false;
};

/** "said that lifting the ban is the price of peace", "Repealing its law, lifting the ban.": an -ing form that is the subject of what follows, or heads a list without any verb, is told of nobody. */
export const listed: Silence = ({ doc }, { trigger }) => {
  const first = firstConjunct(doc, trigger);
  if (
    doc.upos[trigger] !== "VERB" ||
    doc.xpos[first] !== "VBG" ||
    [trigger, first].some((t) => childrenOf(doc, t, "aux", "nsubj").length > 0)
  )
    return false;
  return hasRelation(doc, first, "root") || lowerAt(doc, Math.max(0, first - 1)) === "that";
};

/** "I was not on its call with X": denied is that one was there. */
export const absent: Silence = ({ doc }, { trigger, nominal }, { modality, positive }) =>
  !positive &&
  modality === "done" &&
  nominal &&
  doc.upos[trigger] !== "VERB" &&
  childrenOf(doc, trigger, "cop").length > 0 &&
  casesOf(doc, trigger).length > 0;

/** "can produce missiles", "what they can offer": what one is able to do is no move, save to strike, or on a condition. */
export const able: Silence = (_scene, { nominal, eventType }, { modality, reading, condition }) =>
  !nominal &&
  modality === "hypothetical" &&
  condition === null &&
  (eventType === "MOBILIZE" || !CONFLICT.has(eventType)) &&
  reading.governor === null &&
  (reading.modal === "can" || reading.modal === "ca");

/** "talk of leaving the pact", "faced the shame of giving way": the -ing form behind the "of" of a thing says what it is about, and is told to be done by nobody. */
export const named: Silence = (scene, { trigger, nominal }, { modality, reading }) => {
  const { doc } = scene;
  const head = doc.head[trigger] ?? -1;
  if (nominal || reading.governor !== null || doc.xpos[trigger] !== "VBG") return false;
  // "pleaded guilty to killing X", "balks at paying"
  if (modality === "hypothetical") {
    const [mark, ...more] = casesOf(doc, trigger);
    const aimed = doc.upos[head] === "ADJ" || ((mark === "to" || mark === "at") && more.length === 0);
    return aimed && hasRelation(doc, trigger, "advcl", "acl");
  }
  if (modality !== "done") return false;
  // "agreed to steps including the return of the sailors": what belongs to a thing comes about as it does.
  const told = doc.upos[head] === "VERB" && !isNegated(doc, head) && controlsAt(doc, scene.lexicons.control, head).length === 0;
  if (hasRelation(doc, trigger, "acl", "advcl") && casesOf(doc, trigger).includes("including")) return !told;
  return (
    hasRelation(doc, trigger, "acl") &&
    casesOf(doc, trigger).includes("of") &&
    doc.upos[head] === "NOUN" &&
    scene.index.get(head) === undefined
  );
};

/** "asked the Chileans to leave" without the asking, "for their troops to leave": what somebody is to do stands under the word that bids it, and that word is not known. */
export const bidden: Silence = (scene, { trigger, nominal }, { modality, reading }) => {
  const { doc } = scene;
  const to = childrenOf(doc, trigger, "mark").find((c) => lowerAt(doc, c) === "to") ?? -1;
  if (nominal || to < 1 || modality !== "planned" || reading.governor !== null) return false;
  const head = doc.head[trigger] ?? -1;
  const bid = hasRelation(doc, trigger, "acl") ? head : hasRelation(doc, trigger, "advcl", "xcomp") ? to - 1 : -1;
  if (bid < 0 || scene.index.get(bid) === undefined) return false;
  return bid === head || (doc.head[bid] === head && hasRelation(doc, bid, "obj", "iobj"));
};

/** "Give them a clear sign", "and help protect it": a bare form with nobody before it and no helper commands, wishes or hangs on words that were lost. */
export const bare: Silence = ({ doc }, { trigger, nominal }, { modality, reading }) =>
  !nominal &&
  modality === "done" &&
  reading.governor === null &&
  doc.xpos[trigger] === "VB" &&
  hasRelation(doc, trigger, "root", "conj", "nmod", "parataxis", "appos") &&
  childrenOf(doc, trigger, "aux", "mark", "nsubj").length === 0;
