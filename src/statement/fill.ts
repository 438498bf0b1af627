import type { Doc } from "../model/index.ts";
import { agentOf } from "../syntax/agent.ts";
import { isDate } from "../syntax/date.ts";
import { objectsOf } from "../syntax/infinitive.ts";
import { objectOf } from "../syntax/object.ts";
import { underPreposition } from "../syntax/oblique.ts";
import { ownerOf } from "../syntax/owner.ts";
import { subjectOf } from "../syntax/subject.ts";
import { casesOf, childOf, childrenOf, hasRelation, lowerAt, subtreeOf } from "../syntax/tree.ts";

/** The token that fills a slot of a trigger, a verb or noun, or (`adjectival`) a predicate such as "is supposed to" ("subj", "obj", "comp-subj", "comp-obj", "poss", or a preposition), or -1. */
export function fillSlot(doc: Doc, trigger: number, words: readonly number[], slot: string, adjectival = false): number {
  if (slot === "subj") return adjectival ? bearerOf(doc, trigger) : subjectOf(doc, trigger);
  if (slot === "obj") return objectOf(doc, trigger);
  if (slot === "iobj") return objectsOf(doc, trigger, "iobj")[0] ?? -1;
  if (slot === "poss") return ownerOf(doc, words.find((w) => doc.upos[w] === "NOUN") ?? heldAt(doc, trigger));
  if (slot === "by") return [trigger, ...words].map((w) => agentOf(doc, w)).find((t) => t >= 0) ?? -1;
  if (slot === "comp-subj") return complementSubject(doc, trigger);
  if (slot === "comp-obj") return complementObject(doc, trigger);
  if (slot === "ccomp" || slot === "xcomp") return childOf(doc, trigger, slot);
  return prepositional(doc, trigger, words, slot);
}

/** Of whom a quality is told: "X is willing", "X remains opposed", "X is grateful and willing", "senators critical of it"; -1 where unsaid. */
function bearerOf(doc: Doc, quality: number): number {
  const own = childOf(doc, quality, "nsubj", "nsubj:pass");
  const head = doc.head[quality] ?? -1;
  if (own >= 0 || head < 0) return own;
  if (hasRelation(doc, quality, "amod", "acl")) return head < quality ? head : -1;
  if (!hasRelation(doc, quality, "xcomp", "conj")) return -1;
  const made = hasRelation(doc, quality, "xcomp") ? childOf(doc, head, "obj") : -1;
  return made >= 0 ? made : bearerOf(doc, head);
}

/** A preposition may hang on the verb, on a word of the trigger, or on its object, where parsers often put it. */
function prepositional(doc: Doc, trigger: number, words: readonly number[], preposition: string): number {
  // "demanded the firm withdraw from X": a clause with a subject keeps its phrases to itself.
  const objects = childrenOf(doc, trigger, "obj", "nsubj:pass", "xcomp").filter(
    (o) => !hasRelation(doc, o, "xcomp") || childOf(doc, o, "nsubj") < 0,
  );
  // "cut food supplies and flights to X", "gave a million in aid to X"
  const listed = objects
    .filter((o) => hasRelation(doc, o, "obj"))
    .flatMap((o) => childrenOf(doc, o, "conj").filter((t) => !doc.text.slice(doc.start[o], doc.start[t]).includes(";")))
    .filter((t) => childOf(doc, t, "appos", "flat") < 0 && !childrenOf(doc, t, "compound").some((c) => doc.upos[c] === "PROPN"));
  const sums = childrenOf(doc, trigger, "obl").filter((o) => casesOf(doc, o).includes("in") && childOf(doc, o, "det", "nmod:poss") < 0);
  const things = [...listed, ...(preposition === "with" ? [] : sums)].filter((t) => doc.upos[t] === "NOUN" && !isDate(doc, t));
  // "withdrew from talks with X", "spoke by telephone with X"
  const ways = preposition === "with" ? ["from", "by"] : ["by"];
  const means = childrenOf(doc, trigger, "obl").filter((o) => casesOf(doc, o).some((c) => ways.includes(c)));
  // "imposed duties on 3 June against X"
  const days = childrenOf(doc, trigger, "obl").filter((o) => isDate(doc, o));
  const holders = [trigger, ...words, ...objects, ...objects.flatMap((o) => measured(doc, o)), ...means, ...days, ...things];
  for (const holder of holders) {
    const found = underPreposition(doc, holder, preposition);
    if (found >= 0) return isCompanion(doc, found) ? -1 : found;
  }
  // Behind a noun that tells an event, parsers hang a phrase on whatever stands between: "talks last month with X".
  // "a ceasefire and the release of X": X is of the release alone.
  // "the ban, but teams from X", "the siege of a town; the raid on X": what is set apart keeps its phrases to itself.
  const apart = childrenOf(doc, trigger, "conj").filter(
    (c) => (preposition === "of" && childOf(doc, c, "det") >= 0) || isSetApart(doc, trigger, c),
  );
  const beyond = apart.flatMap((c) => subtreeOf(doc, c));
  const under =
    doc.upos[trigger] === "NOUN"
      ? subtreeOf(doc, trigger).find((t) => t > trigger && casesOf(doc, t).includes(preposition) && !beyond.includes(t))
      : undefined;
  // "the aggression of A against B", "talks in A between B and C": B hangs on A, and nothing else can be against or between.
  const between = under === undefined ? "" : doc.upos[doc.head[under] ?? -1];
  const near = under !== undefined && !isClausal(doc, under, trigger);
  if (near && (between === "NOUN" || (between === "PROPN" && (preposition === "against" || preposition === "between")))) return under;
  // "the likelihood of a strike on X": X hangs on the likelihood.
  const above = doc.head[trigger] ?? -1;
  const beside =
    doc.upos[trigger] === "NOUN" && hasRelation(doc, trigger, "nmod") && (preposition === "on" || preposition === "against")
      ? childrenOf(doc, above, "nmod").find((t) => t > trigger && casesOf(doc, t).includes(preposition) && !isDate(doc, t))
      : undefined;
  if (beside !== undefined) return beside;
  if (preposition === "with" && doc.upos[trigger] === "VERB") return strayPartner(doc, trigger, words);
  return preposition === "on" ? prepositional(doc, trigger, words, "upon") : -1;
}

/** True where a semicolon or "but" stands before what a noun is joined with. */
function isSetApart(doc: Doc, noun: number, other: number): boolean {
  return (
    childrenOf(doc, other, "cc").some((c) => lowerAt(doc, c) === "but") || doc.text.slice(doc.start[noun], doc.start[other]).includes(";")
  );
}

/** "signed deals worth a million with X", "discussed the plan and its cost with their X counterpart": the partner, whatever the parser hung it on; or -1. */
function strayPartner(doc: Doc, trigger: number, words: readonly number[]): number {
  const things = [trigger, ...words, ...childrenOf(doc, trigger, "obj")].flatMap((t) => childrenOf(doc, t, "amod", "acl"));
  const prices = things.filter((t) => doc.lemma[t] === "worth").flatMap((t) => subtreeOf(doc, t));
  const met = subtreeOf(doc, trigger)
    .filter((t) => doc.lemma[t] === "counterpart" && childOf(doc, t, "nmod:poss") >= 0)
    .map((t) => (hasRelation(doc, t, "nmod:desc") ? (doc.head[t] ?? t) : t));
  return [...prices, ...met].find((t) => t > trigger && casesOf(doc, t).includes("with") && !isClausal(doc, t, trigger)) ?? -1;
}

/** "along with X": who does it too. */
export function isCompanion(doc: Doc, token: number): boolean {
  return childrenOf(doc, token, "case").some(
    (c) => lowerAt(doc, c) === "along" || (lowerAt(doc, c) === "with" && c > 0 && lowerAt(doc, c - 1) === "along"),
  );
}

/** True where another verb stands between a phrase and the trigger above it. */
function isClausal(doc: Doc, token: number, trigger: number): boolean {
  for (let t = doc.head[token] ?? -1; t >= 0 && t !== trigger; t = doc.head[t] ?? -1) if (doc.upos[t] === "VERB") return true;
  return false;
}

/** "the fifth round of talks was held": the talks; the trigger itself where it is no passive verb. */
function heldAt(doc: Doc, trigger: number): number {
  const round = doc.upos[trigger] === "VERB" ? childOf(doc, trigger, "nsubj:pass") : -1;
  return round < 0 ? trigger : (measured(doc, round).at(-1) ?? round);
}

/** "millions of dollars of bounties": what is measured, all the way down. */
function measured(doc: Doc, noun: number): readonly number[] {
  return childrenOf(doc, noun, "nmod")
    .filter((c) => casesOf(doc, c).includes("of"))
    .flatMap((c) => [c, ...measured(doc, c)]);
}

/** "threatened to abandon X": X, or -1. */
function complementObject(doc: Doc, trigger: number): number {
  // "flew to see X": what one goes for stands right behind the going.
  const next = trigger + 2 < doc.length && lowerAt(doc, trigger + 1) === "to" && doc.head[trigger + 2] === trigger ? trigger + 2 : -1;
  const clause = childOf(doc, trigger, "xcomp");
  return clause >= 0 ? objectOf(doc, clause) : hasRelation(doc, next, "advcl") ? objectOf(doc, next) : -1;
}

function complementSubject(doc: Doc, trigger: number): number {
  for (const clause of childrenOf(doc, trigger, "ccomp", "xcomp")) {
    const found = subjectOf(doc, clause);
    if (found >= 0) return found;
  }
  return -1;
}
