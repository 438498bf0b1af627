import type { Doc } from "../../model/doc.ts";
import type { Span } from "../../model/span.ts";
import type { Draft } from "./draft.ts";
import type { Quoted } from "./quoted.ts";
import type { Run } from "./tree.ts";

/** True where a quote fills its sentences: nothing but stops between it and their bounds. */
function fillsSentences(doc: Doc, run: Run): boolean {
  const opening = doc.sentences[doc.sentenceOf[run.first]!]!;
  const closing = doc.sentences[doc.sentenceOf[run.end - 1]!]!;
  const loose = (from: number, to: number) => !/[\p{L}\p{N}]/u.test(to > from ? doc.text.slice(doc.start[from]!, doc.end[to - 1]!) : "");
  return loose(opening.first, run.first) && loose(run.end, closing.end);
}

function lastToken(draft: Draft): number {
  return Math.max(draft.cue?.end ?? 0, draft.source?.end ?? 0, ...draft.content.map((run) => run.end));
}

function paragraphOf(doc: Doc, paragraphs: readonly Span[]): Int32Array {
  const of = new Int32Array(doc.length);
  let at = 0;
  for (let i = 0; i < doc.length; i++) {
    while (at + 1 < paragraphs.length && doc.start[i]! >= paragraphs[at]!.end) at++;
    of[i] = at;
  }
  return of;
}

/**
 * Gives quotes that no cue claims to who spoke last: the next sentence of the same paragraph, a speech that reopens in the next,
 * paragraphs of quotes after "X said:". A paragraph that is all quote after another speaker's becomes a voice without a cue.
 */
export function readSequels(doc: Doc, quoted: Quoted, paragraphs: readonly Span[], drafts: readonly Draft[]): Draft[] {
  const claimed = new Set(drafts.flatMap((draft) => draft.quotes));
  const paragraph = paragraphOf(doc, paragraphs);
  const grown = new Map(drafts.map((draft) => [draft, draft]));
  const speakers = drafts
    .filter((draft) => draft.speech || draft.quotes.length > 0)
    .map((draft) => ({ draft, from: draft.cue?.first ?? draft.content[0]!.first, last: lastToken(draft) }))
    .sort((a, b) => a.last - b.last);
  const owner = new Map<number, Draft>();
  for (const draft of drafts) for (const quote of draft.quotes) owner.set(quote, draft);
  let at = -1;
  quoted.runs.forEach((run, index) => {
    while (at + 1 < speakers.length && speakers[at + 1]!.last <= run.first) at++;
    if (claimed.has(index)) return;
    const continued = quoted.quotes[index]!.continues;
    const earlier = index > 0 && continued !== null ? owner.get(index - 1) : undefined;
    const draft = earlier ?? nearestSpeaker(doc, paragraph, run, speakers[at]?.draft, owner.get(index - 1), fillsSentences(doc, run));
    if (draft === undefined) return;
    owner.set(index, draft);
    const now = grown.get(draft)!;
    grown.set(draft, { ...now, content: [...now.content, run].sort((a, b) => a.first - b.first), quotes: [...now.quotes, index] });
  });
  return drafts.map((draft) => grown.get(draft)!);
}

function nearestSpeaker(
  doc: Doc,
  paragraph: Int32Array,
  run: Run,
  speaker: Draft | undefined,
  previous: Draft | undefined,
  whole: boolean,
): Draft | undefined {
  if (!whole || speaker === undefined) return undefined;
  const here = paragraph[run.first]!;
  const end = lastToken(speaker);
  const ownSentence = doc.sentenceOf[Math.max(0, end - 1)]!;
  const adjacent = doc.sentenceOf[run.first]! - ownSentence <= 1;
  if (adjacent && paragraph[end - 1] === here) return speaker;
  // A run of quotes in one paragraph, or over paragraphs after a colon, stays with its speaker.
  const goesOn = previous === speaker || previous !== undefined;
  const colon = speaker.cue !== null && speaker.content.every((piece) => piece.first > speaker.cue!.first);
  if (goesOn && previous !== undefined && doc.sentenceOf[run.first]! - doc.sentenceOf[lastQuoteEnd(previous) - 1]! <= 1) {
    if (paragraph[lastQuoteEnd(previous) - 1] === here) return previous;
    if (colon && previous === speaker && introducedByColon(doc, speaker)) return previous;
  }
  return undefined;
}

function lastQuoteEnd(draft: Draft): number {
  return Math.max(1, ...draft.content.map((run) => run.end));
}

function introducedByColon(doc: Doc, draft: Draft): boolean {
  const first = draft.content.find((run) => run.first > (draft.cue?.end ?? 0));
  return first !== undefined && /:\s*$/.test(doc.text.slice(doc.start[draft.cue!.first]!, doc.start[first.first]!));
}
