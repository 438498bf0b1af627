import type { ControlLexicon } from "../../lexicon/control.ts";
import type { Doc, Modality } from "../../model/index.ts";
import { isFiniteAt } from "../../syntax/finite.ts";
import { casesOf, childOf, childrenOf, hasRelation, lowerAt } from "../../syntax/tree.ts";
import { isDueTo, MODAL, modalOf, PAST_OF_WILL } from "./modal.ts";
import { isOneOf } from "./sets.ts";
import type { ReadClause } from "./tenseless.ts";

/** Phrases beside the clause: what they name is there already. */
const ASIDE = new Set(["after", "before", "following", "since", "during", "despite", "amid", "because of", "over", "given"]);

const INDEFINITE = new Set(["a", "an", "any", "no", "another", "some", "every", "each"]);

/** "after the raid", "despite its attacks": what stands beside the clause is there already. */
export const isAside = (doc: Doc, token: number): boolean =>
  hasRelation(doc, token, "obl", "advcl", "nmod") && casesOf(doc, token).some((c) => ASIDE.has(c));

/** True for "the raid", "Chile's raid": words that take the event as known. */
export function isKnown(doc: Doc, token: number): boolean {
  return childrenOf(doc, token, "det", "nmod:poss").some((c) => !INDEFINITE.has(lowerAt(doc, c)));
}

/** "Chilean attacks": whose they are is said by a name before the noun. */
export const isNamed = (doc: Doc, token: number): boolean =>
  childrenOf(doc, token, "amod", "compound").some((c) => /^\p{Lu}/u.test(doc.text.slice(doc.start[c])));

/** An event told by a noun takes its doubt from its adjectives and from the clause it stands in: "a possible visit", "may be a step towards a deal". */
export function eventOf(doc: Doc, token: number, lexicon: ControlLexicon, above: ReadClause): Modality {
  // "the next round of talks"
  const round = hasRelation(doc, token, "nmod") && isOneOf(doc, doc.head[token] ?? -1, "round", lexicon) ? [doc.head[token]!] : [];
  // "planned measures, including sanctions"
  const whole = hasRelation(doc, token, "nmod") && casesOf(doc, token).includes("including") ? [doc.head[token]!] : [];
  const attribute = [token, ...round, ...whole]
    .flatMap((t) => childrenOf(doc, t, "amod", "compound"))
    .flatMap((c) => lexicon.get(`${lowerAt(doc, c)}/attr`) ?? [])[0];
  if (attribute) return attribute.modality as Modality;
  if (isOpenEvent(doc, token, lexicon)) return "hypothetical";
  for (let t = token, steps = 0; t >= 0 && steps < 6; t = doc.head[t] ?? -1, steps++) {
    if (isAside(doc, t)) return "done";
    const up = doc.head[t] ?? -1;
    if (up >= 0 && isFiniteAt(doc, up) && hasRelation(doc, t, "nsubj", "csubj"))
      return isUnsure(doc, up, lexicon) ? "hypothetical" : subjectOf(doc, token, up, lexicon);
    // "left for talks with X"
    if (up >= 0 && isOneOf(doc, up, "moving", lexicon) && hasRelation(doc, t, "obl") && casesOf(doc, t).includes("for")) return "planned";
    if (up >= 0 && doc.upos[up] === "VERB") return underVerb(doc, token, up, above, lexicon);
  }
  return "done";
}

/** "thought of imposing sanctions": never an adjective of what is imposed, though the parser takes it for one. */
function isThoughtOf(doc: Doc, token: number): boolean {
  const gerund = childrenOf(doc, token, "amod").find((c) => lowerAt(doc, c) === "imposing") ?? -1;
  return gerund > 0 && ["of", "on", "at", "against", "from", "without"].includes(lowerAt(doc, gerund - 1));
}

/** "any attack will be answered", "conditions for talks", "warned of a raid": what is spoken of as a thing to come or not. */
function isOpenEvent(doc: Doc, token: number, lexicon: ControlLexicon): boolean {
  if (childrenOf(doc, token, "det").some((c) => lowerAt(doc, c) === "any") || isThoughtOf(doc, token)) return true;
  const up = doc.head[token] ?? -1;
  // "aimed at the release of X"
  if (up >= 0 && doc.lemma[up] === "aim" && hasRelation(doc, token, "obl", "nmod") && casesOf(doc, token).includes("at")) return true;
  if (up < 0 || isKnown(doc, token)) return false;
  const cases = casesOf(doc, token);
  // "a defence against Chilean aggression": a guard is kept against what may come.
  if (hasRelation(doc, token, "nmod") && isOneOf(doc, up, "guard", lexicon) && cases.some((c) => c === "against" || c === "from"))
    return true;
  if (hasRelation(doc, token, "nmod") && cases.includes("for") && !isNamed(doc, token))
    return doc.upos[up] === "NOUN" && !isOneOf(doc, up, "answered", lexicon);
  return hasRelation(doc, token, "obl") && cases.includes("of") && doc.lemma[up] === "warn";
}

/** "a truce looks unlikely", "talks are possible": what is said of the event is how sure it is. */
function isUnsure(doc: Doc, predicate: number, lexicon: ControlLexicon): boolean {
  return [predicate, ...childrenOf(doc, predicate, "xcomp", "advmod").filter((c) => c > predicate)].some((t) => {
    const row = doc.upos[t] === "ADJ" || doc.upos[t] === "ADV" ? lexicon.get(`${doc.lemma[t]}/adj`)?.[0] : undefined;
    const more = childrenOf(doc, t, "xcomp", "csubj", "advcl", "ccomp").length > 0;
    return !more && row?.complement === "any" && row.modality === "hypothetical";
  });
}

/** "sanctions are in the works", "a truce is on the table": what is said to be on its way, or to be talked about. */
function pendingAt(doc: Doc, predicate: number, lexicon: ControlLexicon): Modality | null {
  if (childOf(doc, predicate, "cop") < 0 || !casesOf(doc, predicate).some((c) => c === "in" || c === "on" || c === "under")) return null;
  if (isOneOf(doc, predicate, "prepared", lexicon)) return "planned";
  return isOneOf(doc, predicate, "mooted", lexicon) ? "hypothetical" : null;
}

/** What stands as the subject of "would mean" is thought of; of "could help", where it is not known. */
function subjectOf(doc: Doc, token: number, verb: number, lexicon: ControlLexicon): Modality {
  // "talks are to resume", "are due to resume"
  if (isDueTo(doc, verb) || (doc.lemma[verb] === "due" && childOf(doc, verb, "xcomp", "advcl", "csubj") > verb)) return "planned";
  const pending = pendingAt(doc, verb, lexicon);
  if (pending) return pending;
  const modal = modalOf(doc, verb);
  // "there will be talks"
  if (modal !== null && childOf(doc, verb, "expl") >= 0) return PAST_OF_WILL.has(modal) ? "hypothetical" : (MODAL[modal] ?? "done");
  const open = modal !== null && (PAST_OF_WILL.has(modal) || (MODAL[modal] !== "planned" && !isKnown(doc, token)));
  return open ? "hypothetical" : "done";
}

function underVerb(doc: Doc, token: number, verb: number, above: ReadClause, lexicon: ControlLexicon): Modality {
  // "agreed to hold the third round of talks", "committed to holding a Peru-Chile dialogue": what is to be held has not been, though it has a name.
  const event = hasRelation(doc, token, "nmod") && isOneOf(doc, doc.head[token] ?? -1, "round", lexicon) ? (doc.head[token] ?? -1) : token;
  const held = doc.lemma[verb] === "hold" && hasRelation(doc, event, "obj");
  // "cannot hide the facts of the raid": what hangs on another noun as a known event is there.
  if (hasRelation(doc, token, "nmod") && !held && (isKnown(doc, token) || isNamed(doc, token))) return "done";
  // "may have been moved by Chile's calls": what is somebody's and stands beside the verb is there.
  if (hasRelation(doc, token, "obl", "obl:agent") && childrenOf(doc, token, "nmod:poss").some((c) => doc.upos[c] === "PROPN"))
    return "done";
  if (["may", "might", "could", "would", "can"].includes(modalOf(doc, verb) ?? "")) return "hypothetical";
  // "will mark his third visit": what it will be is still to come.
  if (doc.lemma[verb] === "mark" && modalOf(doc, verb) === "will") return "planned";
  if (!held && (isKnown(doc, token) || isNamed(doc, token))) return "done";
  const said = above(verb);
  if (said === "done" || said === "ongoing" || said === "denied") return "done";
  return said === "planned" || (held && said === "promised") ? "planned" : "hypothetical";
}
