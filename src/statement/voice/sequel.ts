import type { Doc } from "../../model/doc.ts";
import type { Span } from "../../model/span.ts";
import type { Draft } from "./draft.ts";
import type { Run } from "./extents.ts";
import type { Quoted } from "./quoted.ts";

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

/** Who spoke last, and the token after the last word of it. */
interface Floor {
  readonly draft: Draft;
  readonly last: number;
}

/**
 * Gives quotes that no cue claims to who spoke last: the next sentences of the same paragraph, a speech that reopens in the next, and a
 * next paragraph that begins with a quote, as news writes a speech that goes on.
 */
export function readSequels(doc: Doc, quoted: Quoted, paragraphs: readonly Span[], drafts: readonly Draft[]): Draft[] {
  const claimed = new Map<number, Draft>();
  for (const draft of drafts) for (const quote of draft.quotes) claimed.set(quote, draft);
  const paragraph = paragraphOf(doc, paragraphs);
  const grown = new Map(drafts.map((draft) => [draft, draft]));
  const speakers: Floor[] = drafts
    .filter((draft) => draft.quotes.length > 0 || (draft.speech && draft.asserts && draft.source !== null))
    .map((draft) => ({ draft, last: lastToken(draft) }))
    .sort((a, b) => a.last - b.last);
  let next = 0;
  let floor: Floor | null = null;
  quoted.runs.forEach((run, index) => {
    while (next < speakers.length && speakers[next]!.last <= run.first) {
      if (floor === null || speakers[next]!.last >= floor.last) floor = speakers[next]!;
      next++;
    }
    if (claimed.has(index) || floor === null) return;
    const reopened = quoted.quotes[index]!.continues !== null;
    if (!reopened && !follows(doc, paragraph, floor, run)) return;
    const now = grown.get(floor.draft)!;
    const content = [...now.content, run].sort((a, b) => a.first - b.first);
    grown.set(floor.draft, { ...now, content, quotes: [...now.quotes, index] });
    floor = { draft: floor.draft, last: run.end };
  });
  return drafts.map((draft) => grown.get(draft)!);
}

/** True where a quote goes on with the speech before it: it fills its sentences, and nothing stands between. */
function follows(doc: Doc, paragraph: Int32Array, floor: Floor, run: Run): boolean {
  if (floor.last === 0 || !fillsSentences(doc, run)) return false;
  const before = floor.last - 1;
  if (doc.sentenceOf[run.first]! - doc.sentenceOf[before]! > 1) return false;
  const paragraphs = paragraph[run.first]! - paragraph[before]!;
  return paragraphs === 0 || (paragraphs === 1 && floor.draft.source !== null);
}
