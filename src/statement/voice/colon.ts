import type { CueLexicon } from "../../lexicon/cues.ts";
import type { Doc } from "../../model/doc.ts";
import type { Span } from "../../model/span.ts";
import { lowerAt } from "../../syntax/tree.ts";
import type { Draft } from "./draft.ts";
import type { Run } from "./tree.ts";

// Swept on PolNeAR dev by hand-set steps of .1: a name, a colon and a clause at the head of a paragraph speak in about 7 of 10.
const CHANCE = 0.7;
const LONGEST_SPEAKER = 8;

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

/** True for words that can be said: a verb or a quotation mark among them ("1,501" after a name is a tally). */
function isSaid(doc: Doc, run: Run): boolean {
  for (let i = run.first; i < run.end; i++) if (/^(?:VERB|AUX)$/.test(doc.upos[i]!) || /^["“'‘«„]/.test(lowerAt(doc, i))) return true;
  return false;
}

/** A speaker, a colon and what is said, at the head of a paragraph: a headline ("X: we will …") or a turn in a transcript. */
export function readColon(doc: Doc, lexicon: CueLexicon, paragraphs: readonly Span[]): Draft[] {
  const drafts: Draft[] = [];
  let token = 0;
  for (const paragraph of paragraphs) {
    while (token < doc.length && doc.start[token]! < paragraph.start) token++;
    const first = token;
    let end = first;
    while (end < doc.length && doc.start[end]! < paragraph.end) end++;
    let colon = first;
    while (colon < end && colon - first <= LONGEST_SPEAKER && lowerAt(doc, colon) !== ":") colon++;
    token = end;
    if (colon >= end - 2 || lowerAt(doc, colon) !== ":") continue;
    const speaker = { first, end: colon };
    if (!isSpeaker(doc, lexicon, speaker) || !isSaid(doc, { first: colon + 1, end })) continue;
    const source = { ...speaker, head: headOfRun(doc, speaker) };
    const content = [{ first: colon + 1, end }];
    drafts.push({
      cue: { first: colon, end: colon + 1 },
      cueToken: colon,
      source,
      content,
      probability: CHANCE,
      rule: "colon",
      speech: true,
      quotes: [],
    });
  }
  return drafts;
}
