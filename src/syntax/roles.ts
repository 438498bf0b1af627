import type { Doc } from "../model/doc.ts";
import { child, children, form, headOf, isRelation } from "./tree.ts";

const NEGATIONS = new Set(["not", "never", "no", "neither", "nor", "hardly", "without"]);

/** True where a verb is passive: `was killed`, `be signed by`. */
export function isPassive(doc: Doc, verb: number): boolean {
  return child(doc, verb, "nsubj:pass", "aux:pass", "csubj:pass", "obl:agent") !== undefined;
}

/** True where a token is negated by a word of its own: not, never, no, neither, nor, hardly, without. */
export function isNegated(doc: Doc, token: number): boolean {
  return children(doc, token, "advmod", "det", "cc", "mark", "case", "cc:preconj").some((below) =>
    NEGATIONS.has(doc.lemma[below] as string),
  );
}

/**
 * The subject a verb has itself or shares: by coordination (`came and left`), by control (`wants to leave`), or as the noun a clause
 * describes (`the envoy who left`, `troops killing`). undefined where none is found.
 */
export function subjectOf(doc: Doc, verb: number): number | undefined {
  const own = children(doc, verb, "nsubj", "csubj").filter((token) => !isRelation(doc, token, "nsubj:outer"));
  const last = own[own.length - 1];
  if (last !== undefined) return isRelativePronoun(doc, last, verb) ? headOf(doc, verb) : last;
  const head = headOf(doc, verb);
  if (head === undefined) return undefined;
  if (isRelation(doc, verb, "conj"))
    return isPassive(doc, head) === isPassive(doc, verb) || !isPassive(doc, verb) ? subjectOf(doc, head) : undefined;
  if (isRelation(doc, verb, "xcomp")) return child(doc, head, "obj", "iobj") ?? subjectOf(doc, head);
  if (isRelation(doc, verb, "advcl") && doc.xpos[verb] !== "VBN") return subjectOf(doc, head);
  if (isRelation(doc, verb, "acl") && doc.xpos[verb] === "VBG") return head;
  return undefined;
}

function isRelativePronoun(doc: Doc, token: number, verb: number): boolean {
  return isRelation(doc, verb, "acl:relcl") && /^W/.test(doc.xpos[token] as string)
    ? true
    : isRelation(doc, verb, "acl:relcl") && form(doc, token).toLowerCase() === "that";
}

/** Who does it: the subject of an active verb, the `by` phrase of a passive one. undefined where the text does not say. */
export function doerOf(doc: Doc, verb: number): number | undefined {
  if (!isPassive(doc, verb) && !isBareParticiple(doc, verb)) return subjectOf(doc, verb);
  return (
    child(doc, verb, "obl:agent") ??
    children(doc, verb, "obl").find((token) => prepositionOf(doc, token) === "by" && doc.upos[token] !== "NUM")
  );
}

/** Whom or what it is done to: the object of an active verb, the subject of a passive one (`shot by police` gives the noun it describes). */
export function undergoerOf(doc: Doc, verb: number): number | undefined {
  if (isBareParticiple(doc, verb)) return headOf(doc, verb);
  if (isPassive(doc, verb)) return subjectOf(doc, verb);
  return child(doc, verb, "obj") ?? child(doc, verb, "iobj");
}

function isBareParticiple(doc: Doc, verb: number): boolean {
  return isRelation(doc, verb, "acl") && !isRelation(doc, verb, "acl:relcl") && doc.xpos[verb] === "VBN";
}

/** The preposition (or `'s`, `to`) in front of a noun, in lower case, several words joined by a space (`because of`); "" where there is none. */
export function prepositionOf(doc: Doc, noun: number): string {
  const first = child(doc, noun, "case");
  if (first === undefined) return "";
  return [first, ...children(doc, first, "fixed")].map((token) => form(doc, token).toLowerCase()).join(" ");
}

/** The dependents of a verb or noun that follow one of the prepositions: `complements(doc, met, "with")`. */
export function complements(doc: Doc, token: number, ...prepositions: readonly string[]): readonly number[] {
  return children(doc, token, "obl", "nmod").filter((below) => prepositions.includes(prepositionOf(doc, below)));
}
