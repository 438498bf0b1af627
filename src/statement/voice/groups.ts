import type { CueLexicon } from "../../lexicon/cues.ts";
import type { Doc } from "../../model/doc.ts";
import { lowerAt } from "../../syntax/tree.ts";
import type { Draft } from "./draft.ts";
import { isSurelyPassive } from "./source.ts";

const LONGEST_GAP = 8;

/** True where the words between two cues are only a document and what it is ("issued [a written statement] saying") or "as". */
function onlyDocument(doc: Doc, lexicon: CueLexicon, from: number, to: number): boolean {
  if (to - from === 1 && lowerAt(doc, from) === "as") return true;
  let documents = 0;
  for (let i = from; i < to; i++) {
    if (lexicon.lists.get("document")?.has(doc.lemma[i]!.toLowerCase()) === true) documents++;
    else if (!/^(?:DET|ADJ|NOUN|PROPN|NUM|ADP|PRON|PUNCT)$/.test(doc.upos[i]!)) return false;
  }
  return documents > 0;
}

/** Makes one voice of "issued a statement saying P" and of "is quoted as saying P": the second cue with the words of the first before it. */
export function joinGroups(doc: Doc, lexicon: CueLexicon, drafts: readonly Draft[]): Draft[] {
  const ordered = [...drafts].sort((a, b) => (a.cue?.first ?? -1) - (b.cue?.first ?? -1));
  const dropped = new Set<Draft>();
  const joined = ordered.map((draft, i) => {
    const upper = ordered[i - 1];
    if (upper === undefined || !belongs(doc, lexicon, upper, draft)) return draft;
    dropped.add(upper);
    return { ...draft, cue: { first: upper.cue!.first, end: draft.cue!.end } };
  });
  return joined.filter((_, i) => !dropped.has(ordered[i]!));
}

/** True where the cue of the upper draft is the beginning of the lower one's. */
function belongs(doc: Doc, lexicon: CueLexicon, upper: Draft, lower: Draft): boolean {
  // "“P,” she said in the letter, referring to Q": the quote has its own cue.
  if (upper.quotes.length > 0) return false;
  if (upper.cue === null || lower.cue === null || lower.cueToken === null || doc.xpos[lower.cueToken] !== "VBG") return false;
  const gap = lower.cue.first - upper.cue.end;
  if (gap < 0 || gap > LONGEST_GAP || doc.sentenceOf[upper.cue.first] !== doc.sentenceOf[lower.cue.first]) return false;
  // "was quoted by the agency as saying": the quoted speak.
  if (lowerAt(doc, lower.cue.first - 1) === "as" && isSurelyPassive(doc, upper.cueToken ?? upper.cue.first)) return true;
  const same = upper.source === null || upper.source.head === lower.source?.head;
  return same && onlyDocument(doc, lexicon, upper.cue.end, lower.cue.first);
}
