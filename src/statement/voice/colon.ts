import type { CueLexicon } from "../../lexicon/cues.ts";
import type { Doc } from "../../model/doc.ts";
import type { Span } from "../../model/span.ts";
import { lowerAt } from "../../syntax/tree.ts";
import type { Draft } from "./draft.ts";
import type { Run } from "./extents.ts";
import type { Quoted } from "./quoted.ts";

// Counted on PolNeAR train: 99 of the 167 found so are attributions.
const CHANCE = 0.59;
const LONGEST_SPEAKER = 8;
/** In characters. */
const LONGEST_TURN = 2500;

const SPEAKER_POS = /^(?:PROPN|NOUN|ADJ|DET|ADP|PART|NUM|CCONJ|PUNCT)$/;

/** The token a short run of words hangs on. */
export function headOfRun(doc: Doc, run: Run): number {
  for (let i = run.first; i < run.end; i++) {
    const head = doc.head[i]!;
    if ((head < run.first || head >= run.end) && /^(?:PROPN|NOUN|PRON|ADJ)$/.test(doc.upos[i]!)) return i;
  }
  return run.end - 1;
}

function isSpeaker(doc: Doc, lexicon: CueLexicon, run: Run): boolean {
  if (run.end <= run.first || run.end - run.first > LONGEST_SPEAKER) return false;
  let names = 0;
  for (let i = run.first; i < run.end; i++) {
    if (!SPEAKER_POS.test(doc.upos[i]!) && !(run.end - run.first <= 2 && /^\p{Lu}/u.test(doc.text.slice(doc.start[i]!)))) return false;
    if (lexicon.lists.get("label")?.has(lowerAt(doc, i)) === true) return false;
    if (doc.upos[i] === "PROPN" || /^\p{Lu}/u.test(doc.text.slice(doc.start[i]!, doc.end[i]!))) names++;
  }
  if (names === 0) return false;
  // A turn in a transcript is in capitals; else the speaker is a name.
  const written = doc.text.slice(doc.start[run.first]!, doc.end[run.end - 1]!);
  return !/\p{Ll}/u.test(written) || doc.names.some((name) => name.first < run.end && run.first < name.end);
}

/** "Lund: a dozen boats have sunk": a place says where, unless what is said there stands in quotation marks. */
function isPlaceLine(doc: Doc, run: Run): boolean {
  return doc.names.some((name) => name.kind === "place" && name.first === run.first && name.end === run.end);
}

/** True for words that can be said: a verb or a quotation mark among them ("1,501" after a name is a tally). */
function isSaid(doc: Doc, run: Run): boolean {
  for (let i = run.first; i < run.end; i++) if (/^(?:VERB|AUX)$/.test(doc.upos[i]!) || /^["“'‘«„]/.test(lowerAt(doc, i))) return true;
  return false;
}

/** The colon after a short run of words from `first` on, or -1. */
function colonAfter(doc: Doc, first: number, end: number): number {
  for (let i = first; i < end && i - first <= LONGEST_SPEAKER; i++) if (lowerAt(doc, i) === ":") return i < end - 2 ? i : -1;
  return -1;
}

function draftOf(doc: Doc, speaker: Run, colon: number, content: Run, quotes: readonly number[]): Draft {
  const cue = { first: colon, end: colon + 1 };
  const source = { ...speaker, head: headOfRun(doc, speaker) };
  return { cue, cueToken: colon, source, content: [content], probability: CHANCE, rule: "colon", speech: true, asserts: true, quotes };
}

/**
 * A speaker, a colon and what is said: at the head of a paragraph a headline ("X: we will …") or a turn in a transcript, up to the
 * paragraph's end; at the head of any sentence only before a quote.
 */
export function readColon(doc: Doc, quoted: Quoted, lexicon: CueLexicon, paragraphs: readonly Span[]): Draft[] {
  const drafts: Draft[] = [];
  let at = 0;
  for (const { first, end: last } of doc.sentences) {
    while (at + 1 < paragraphs.length && paragraphs[at]!.end <= doc.start[first]!) at++;
    const paragraph = paragraphs[at];
    let end = last;
    const opens = paragraph !== undefined && doc.start[first] === paragraph.start;
    // A text without line breaks is no turn of a transcript.
    const turn = opens && paragraph.end - paragraph.start <= LONGEST_TURN;
    if (turn) while (end < doc.length && doc.start[end]! < paragraph.end) end++;
    const colon = quoted.of[first] === -1 ? colonAfter(doc, first, Math.max(end, Math.min(doc.length, last + 3))) : -1;
    if (colon < 0 || !isSpeaker(doc, lexicon, { first, end: colon })) continue;
    const index = quoted.of[colon + 1]!;
    if (index !== -1) drafts.push(draftOf(doc, { first, end: colon }, colon, quoted.runs[index]!, [index]));
    else if (opens && isSaid(doc, { first: colon + 1, end }) && !isPlaceLine(doc, { first, end: colon }))
      drafts.push(draftOf(doc, { first, end: colon }, colon, { first: colon + 1, end }, []));
  }
  return drafts;
}
