import type { Doc } from "../../model/doc.ts";
import { childrenOf, lowerAt } from "../../syntax/tree.ts";
import type { Draft } from "./draft.ts";
import type { SourceRun } from "./source.ts";

// Everything behind such a line is the speech itself; a line of the editors at its end is the exception.
const CHANCE = 0.9;

const WHOLE = /\b(?:full|complete|entire|verbatim) (?:text|transcript)\b|\b(?:text|transcript) of\b/i;
const FOLLOWS = /\b(?:follows|following|below|reads)\b[^.!?]{0,20}$/i;
const SPEECH = new Set(["statement", "speech", "remark", "address", "letter", "message", "declaration", "intervention"]);

/** "The full text of X's speech is as follows: …": from there to the end of the article X speaks. */
export function readText(doc: Doc): Draft[] {
  for (const { first, end } of doc.sentences) {
    const colon = tokensOf(first, Math.min(end + 1, doc.length)).find((t) => lowerAt(doc, t) === ":") ?? -1;
    if (colon < 0 || colon >= doc.length - 2) continue;
    const lead = doc.text.slice(doc.start[first], doc.start[colon]);
    const source = WHOLE.test(lead) && FOLLOWS.test(lead.trimEnd()) ? speakerOf(doc, first, colon) : null;
    if (source === null) continue;
    const content = { first: colon + 1, end: doc.length };
    const cue = { first: colon, end: colon + 1 };
    return [
      { cue, cueToken: colon, source, content: [content], probability: CHANCE, rule: "text", speech: true, asserts: true, quotes: [] },
    ];
  }
  return [];
}

const tokensOf = (first: number, end: number): number[] => Array.from({ length: end - first }, (_, i) => first + i);

/** Whose speech it is: "X's statement", "his speech", "the statement of X", "remarks by X"; null where the words do not say. */
function speakerOf(doc: Doc, first: number, end: number): SourceRun | null {
  for (const t of tokensOf(first, end).filter((one) => SPEECH.has(doc.lemma[one] ?? ""))) {
    const head = childrenOf(doc, t, "nmod:poss", "nmod").find((c) => c >= first && c < end);
    if (head !== undefined) return { first: head, end: head + 1, head };
  }
  return null;
}
