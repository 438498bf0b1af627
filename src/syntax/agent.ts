import type { Doc } from "../model/index.ts";
import { casesOf, childrenOf, hasRelation, lowerAt, subtreeOf } from "./tree.ts";

/** The "by" phrase of a passive or a nominalisation, or -1. Parsers often hang it on the noun before it: then the first one behind a passive counts. */
export function agentOf(doc: Doc, trigger: number): number {
  const [marked, named] = childrenOf(doc, trigger, "obl:agent");
  // "was let go by X": the phrase hangs on the second verb.
  const [bare] = childrenOf(doc, trigger, "xcomp");
  if (marked === undefined && bare === trigger + 1 && lowerAt(doc, bare) === "go") return agentOf(doc, bare);
  // "by the chancellor Y": a title taken apart from its name stands before it.
  if (marked !== undefined) return named !== undefined && named - marked < 5 && casesOf(doc, named).length === 0 ? named : marked;
  const own = childrenOf(doc, trigger, "obl", "nmod").find(
    (c) => casesOf(doc, c).includes("by") && !isOfOther(doc, c, trigger) && !isByline(doc, c),
  );
  return own ?? (doc.xpos[trigger] === "VBN" || doc.upos[trigger] === "NOUN" ? strayAgent(doc, trigger) : -1);
}

/** "A Day of Raids By Ann Lee": who wrote it did not do it. */
function isByline(doc: Doc, agent: number): boolean {
  return childrenOf(doc, agent, "case").some(
    (c) => doc.text.slice(doc.start[c], doc.end[c]) === "By" && c > doc.sentences[doc.sentenceOf[c] ?? 0]!.first,
  );
}

/** "was freed after its occupation by X": X occupied it, wherever the parser hung it. */
function isOfOther(doc: Doc, agent: number, trigger: number): boolean {
  const by = childrenOf(doc, agent, "case").find((c) => lowerAt(doc, c) === "by") ?? 0;
  const before = by - 1;
  return before > trigger && EVENTIVE.test(doc.lemma[before] ?? "") && casesOf(doc, before).some((c) => BESIDE.test(c));
}

/** The noun of a "by" that stands right behind the participle, or the first under a noun that hangs on the event. */
function strayAgent(doc: Doc, event: number): number {
  const next = event + 1 < doc.length && lowerAt(doc, event + 1) === "by" ? (doc.head[event + 1] ?? -1) : -1;
  if (next > event && doc.upos[next] !== "VERB" && doc.upos[next] !== "NUM") return next;
  const found = subtreeOf(doc, event).find(
    (t) =>
      t > event &&
      casesOf(doc, t).includes("by") &&
      ["PROPN", "NOUN"].includes(doc.upos[t] ?? "") &&
      reaches(doc, t, event) &&
      !isByline(doc, t) &&
      !isOfOther(doc, t, event),
  );
  return found ?? -1;
}

/** True where nothing between could have a "by" phrase of its own: no verb, and no event as an object. */
function reaches(doc: Doc, token: number, event: number): boolean {
  for (let t = doc.head[token] ?? -1; t >= 0 && t !== event; t = doc.head[t] ?? -1) {
    // "was freed after its occupation by X": X occupied it.
    const apart = !hasRelation(doc, t, "obl") || casesOf(doc, t).some((c) => BESIDE.test(c));
    if (doc.upos[t] === "VERB" || (apart && EVENTIVE.test(doc.lemma[t] ?? ""))) return false;
  }
  return true;
}

const BESIDE = /^(?:after|before|since|until|following|despite|amid)$/;

/** Endings of nouns that can have a "by" phrase of their own: "the attack by X". */
const EVENTIVE = /(?:ion|ment|al|ing|ack|ure|ease|ike)$/;
