import { ownerOf } from "../../syntax/owner.ts";
import { isPassive } from "../../syntax/passive.ts";
import { casesOf, childrenOf, firstConjunct, hasRelation, subtreeOf } from "../../syntax/tree.ts";
import { isParty, partyOf } from "../kin.ts";
import { isNegated } from "../modality/negation.ts";
import { CONFLICT } from "../move/conflict.ts";
import { participantsAt } from "../participant.ts";
import { isOneOf } from "../sets.ts";
import type { Silence } from "./silence.ts";

/** "an end of the bombing", "the risk of an attack", "the lifting of the sanctions": the noun above undoes what it holds. A blow that X is feared to strike is told as one that may come. */
export const undone: Silence = (scene, { trigger, nominal, eventType }, { modality }, { actors }) => {
  const first = firstConjunct(scene.doc, trigger);
  const above = scene.doc.head[first] ?? -1;
  const feared = modality === "hypothetical" && CONFLICT.has(eventType) && isOneOf(scene, above, "feeling");
  return (
    nominal &&
    !(feared && actors.some((a) => isParty(scene.actors, a.actor))) &&
    hasRelation(scene.doc, first, "nmod", "obl") &&
    casesOf(scene.doc, first).some((c) => c === "of" || c === "to" || c === "from" || c === "toward" || c === "towards") &&
    isOneOf(scene, above, "undoing")
  );
};

/** "cut three million in grants to X": what the verb above ends is counted in what it would give. */
export const cutShort: Silence = (scene, { trigger, nominal }) => {
  const { doc } = scene;
  let at = trigger;
  while (hasRelation(doc, at, "nmod", "obl") && casesOf(doc, at).some((c) => c === "in" || c === "of")) at = doc.head[at] ?? -1;
  const verb = hasRelation(doc, at, "obj", "nsubj:pass") ? (doc.head[at] ?? -1) : at;
  const ends = (scene.lexicons.acts.supports.get(doc.lemma[verb] ?? "") ?? []).some((s) => s.kind === "end" && !s.particle);
  return nominal && at !== trigger && doc.upos[verb] === "VERB" && ends;
};

/** "the truce collapsed", "after the ceasefire ended": nobody holds fire by it, and who broke it is not told. "The blockade must end" is asked. */
export const lapsed: Silence = (scene, { mode, words, trigger, nominal }, { modality }) => {
  if (mode !== "ceasefire" || !nominal || modality === "asked") return false;
  const { doc } = scene;
  // The parser may give the noun to the verb of the next clause.
  const next = Math.max(...subtreeOf(doc, trigger)) + 1;
  const own = words.flatMap((t) => (hasRelation(doc, t, "nsubj") ? [doc.head[t] ?? -1] : []));
  return [...own, ...(doc.xpos[next] === "VBD" ? [next] : [])].some((verb) => isOneOf(scene, verb, "lapse"));
};

/** "has never been put under sanctions", "is not in talks with X": what one is not under or in is not there. */
export const notUnder: Silence = ({ doc }, { trigger, nominal }) =>
  nominal &&
  hasRelation(doc, trigger, "obl") &&
  casesOf(doc, trigger).some((c) => c === "under" || c === "in" || c === "into") &&
  childrenOf(doc, trigger, "det", "nmod:poss").length === 0 &&
  isNegated(doc, doc.head[trigger] ?? -1);

/** "agreed to eliminate all tariffs on X", "slashing duties": a verb that lessens what the noun names does not bring it about. */
export const lessened: Silence = (scene, { trigger, nominal }) => {
  const first = firstConjunct(scene.doc, trigger);
  return nominal && hasRelation(scene.doc, first, "obj", "nsubj:pass") && isOneOf(scene, scene.doc.head[first] ?? -1, "lessening");
};

/** "a court paused X's cuts", "tried to stop X's attacks": whoever ends what another does gives in to nobody. */
export const ofAnother: Silence = (scene, { eventType, words, trigger, reversed }, { modality }, { actors, recipients }) => {
  const { doc } = scene;
  if (!(eventType === "RETREAT" || eventType === "CONCEDE") || !(reversed || isOneOf(scene, trigger, "ending"))) return false;
  const noun = words.find((w) => w !== trigger && doc.upos[w] === "NOUN") ?? -1;
  const owners = noun < 0 ? [] : participantsAt(doc, ownerOf(doc, noun), scene.index).map((p) => partyOf(scene.actors, p.actor));
  const enders = (modality === "asked" ? recipients : actors).map((p) => partyOf(scene.actors, p.actor));
  return owners.length > 0 && enders.length > 0 && !owners.some((o) => enders.includes(o));
};

/** "such laws, now struck down": a law that nobody is said to have undone is refused to nobody. */
export const annulled: Silence = (scene, { eventType, trigger, nominal }, _move, { actors }) =>
  eventType === "REJECT" && !nominal && actors.length === 0 && isPassive(scene.doc, trigger) && isOneOf(scene, trigger, "annulling");
