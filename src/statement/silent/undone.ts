import { casesOf, firstConjunct, hasRelation, subtreeOf } from "../../syntax/tree.ts";
import { isOneOf } from "../sets.ts";
import type { Silence } from "./silence.ts";

/** "an end of the bombing", "the risk of an attack", "the lifting of the sanctions": the noun above undoes what it holds. */
export const undone: Silence = (scene, { trigger, nominal }) => {
  const first = firstConjunct(scene.doc, trigger);
  return (
    nominal &&
    hasRelation(scene.doc, first, "nmod", "obl") &&
    casesOf(scene.doc, first).some((c) => c === "of" || c === "to" || c === "from" || c === "toward" || c === "towards") &&
    isOneOf(scene, scene.doc.head[first] ?? -1, "undoing")
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

/** "the truce collapsed", "after the ceasefire ended": nobody holds fire by it, and who broke it is not told. */
export const lapsed: Silence = (scene, { mode, words, trigger, nominal }) => {
  if (mode !== "ceasefire" || !nominal) return false;
  const { doc } = scene;
  // The parser may give the noun to the verb of the next clause.
  const next = Math.max(...subtreeOf(doc, trigger)) + 1;
  const own = words.flatMap((t) => (hasRelation(doc, t, "nsubj") ? [doc.head[t] ?? -1] : []));
  return [...own, ...(doc.xpos[next] === "VBD" ? [next] : [])].some((verb) => isOneOf(scene, verb, "lapse"));
};
