import type { Doc } from "../../model/doc.ts";
import { childrenOf, hasRelation, lowerAt } from "../../syntax/tree.ts";
import type { Extents, Run } from "./extents.ts";

const FAR = 6;

/** Where a reported clause after its cue must end: before what else hangs on the cue, or on what the cue hangs on. */
function lastOf(doc: Doc, extents: Extents, cue: number, clause: Run): number {
  let { end } = doc.sentences[doc.sentenceOf[cue]!]!;
  for (let at = cue; at >= 0; at = doc.head[at]!) {
    // Inside a clause that its governor follows ("As X said P, Y left") the tree's own bound holds.
    if (at > cue && !(clause.first <= at && at < clause.end)) return Math.min(end, Math.max(clause.end, 0));
    for (const child of childrenOf(doc, at)) {
      if (child <= cue || extents.low[child]! < clause.end || !hasRelation(doc, child, "conj", "advcl", "parataxis", "acl", "nsubj"))
        continue;
      // "said P and that Q": Q is said too.
      if (at === cue && hasRelation(doc, child, "conj") && opensWithThat(doc, extents.low[child]!)) continue;
      // "say it is a copy and would let them in": so is what would be.
      if (at === cue && hasRelation(doc, child, "conj") && isSupposed(doc, child)) continue;
      // "said A had left and B had stayed": so is what goes on in the tense of what is reported.
      if (at === cue && hasRelation(doc, child, "conj") && isShifted(doc, cue, child)) continue;
      if (at !== cue || hasRelation(doc, child, "conj") || doc.xpos[child] === "VBG") end = Math.min(end, extents.low[child]!);
    }
    if (hasRelation(doc, at, "acl") && doc.head[at]! >= 0) return Math.min(end, extents.high[at]! + 1);
  }
  return end;
}

/** A verb with "would" or "could" and no subject of its own: it goes on with the clause, not with the word that reports it. */
function isSupposed(doc: Doc, verb: number): boolean {
  const own = childrenOf(doc, verb).filter((child) => child < verb);
  const modal = own.some((child) => doc.relation[child] === "aux" && /^(?:would|could|might)$/.test(lowerAt(doc, child)));
  return modal && !own.some((child) => hasRelation(doc, child, "nsubj") || /^(?:not|n't|n’t)$/.test(lowerAt(doc, child)));
}

/** A clause of its own subject, in the tense that past speech is reported in: "had left", "would leave". */
function isShifted(doc: Doc, cue: number, verb: number): boolean {
  const own = childrenOf(doc, verb).filter((child) => child < verb);
  const shifted = own.some((child) => doc.relation[child] === "aux" && /^(?:had|would|could|might)$/.test(lowerAt(doc, child)));
  return doc.xpos[cue] === "VBD" && shifted && own.some((child) => hasRelation(doc, child, "nsubj", "nsubj:pass"));
}

function opensWithThat(doc: Doc, first: number): boolean {
  return isThat(doc, doc.upos[first] === "CCONJ" ? first + 1 : first);
}

/** "that" as a conjunction; before a plural it is none of its noun, whatever its tag ("that talks would begin"). */
function isThat(doc: Doc, token: number): boolean {
  return lowerAt(doc, token) === "that" && (doc.xpos[token] === "IN" || /^NNP?S$/.test(doc.xpos[token + 1] ?? ""));
}

/** Tokens right after the cue that hang on it as addressee, time or manner, up to the first that does not. */
function firstOf(doc: Doc, extents: Extents, cue: number, clause: Run): number {
  let at = cue + 1;
  const own = childrenOf(doc, cue).filter(
    (child) => child > cue && hasRelation(doc, child, "obj", "iobj", "obl", "advmod", "compound", "nsubj", "discourse", "punct"),
  );
  for (const child of own) {
    if (extents.low[child]! >= clause.first) break;
    if (extents.low[child]! <= at && extents.high[child]! < clause.first) at = extents.high[child]! + 1;
  }
  // "said last week that P": the word that opens P, wherever the tree put it.
  for (let i = at; i < Math.min(at + FAR, clause.first); i++) if (isThat(doc, i)) return i;
  return Math.min(at, clause.first);
}

/**
 * A reported clause after its cue, stretched over words that the tree lost: from where the cue's own words end to where the sentence
 * or the next coordinated verb begins.
 */
export function stretchClause(doc: Doc, extents: Extents, cue: number, clause: Run): Run {
  if (clause.first <= cue) return clause;
  return { first: firstOf(doc, extents, cue, clause), end: Math.max(clause.end, lastOf(doc, extents, cue, clause)) };
}
