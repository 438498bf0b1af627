import type { Doc } from "../../model/doc.ts";
import type { Span } from "../../model/span.ts";
import { childrenOf, lowerAt } from "../../syntax/tree.ts";
import type { Draft } from "./draft.ts";
import type { Run } from "./extents.ts";
import type { Quoted } from "./quoted.ts";

/**
 * The sentences that a quote fills: nothing but stops between it and their bounds, or a few words without a verb before it that its own
 * go on with (The port "and its owners have broken the law."), where who speaks is known. Null where it fills none.
 */
function filledBy(doc: Doc, run: Run, known: boolean): Run | null {
  const opening = doc.sentences[doc.sentenceOf[run.first]!]!;
  const closing = doc.sentences[doc.sentenceOf[run.end - 1]!]!;
  const loose = (from: number, to: number) => !/[\p{L}\p{N}]/u.test(to > from ? doc.text.slice(doc.start[from]!, doc.end[to - 1]!) : "");
  if (!loose(run.end, closing.end)) return null;
  if (loose(opening.first, run.first)) return run;
  const led = doc.xpos.slice(opening.first, run.first).every((tag) => !/^(?:VB[DZPNG]?|MD|[,:])$/.test(tag));
  const finite = doc.xpos.slice(run.first, closing.end).some((tag) => /^(?:VBD|VBZ|VBP|MD)$/.test(tag));
  const small = /^["“‘']?\s*\p{Ll}/u.test(doc.text.slice(doc.start[run.first]!));
  return known && led && finite && small && run.first - opening.first <= LONGEST_LEAD ? { first: opening.first, end: run.end } : null;
}

const LONGEST_LEAD = 6;

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
  // What is praised or condemned is not put forward; the quote after it is, and makes a voice of its own.
  const grown = new Map(drafts.filter((draft) => draft.asserts).map((draft) => [draft, draft]));
  const speakers: Floor[] = drafts
    .filter((draft) => draft.quotes.length > 0 || (draft.speech && draft.source !== null && (draft.asserts || isMade(doc, draft))))
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
    const filled = filledBy(doc, run, floor.draft.source !== null);
    if (!reopened && !(filled !== null && follows(doc, paragraph, floor, run))) return;
    const now = grown.get(floor.draft) ?? goesOn(floor.draft);
    const content = [...now.content, filled ?? run].sort((a, b) => a.first - b.first);
    grown.set(floor.draft, { ...now, content, quotes: [...now.quotes, index] });
    floor = { draft: floor.draft, last: run.end };
  });
  const more = [...grown].filter(([draft]) => !draft.asserts).map(([, voice]) => voice);
  return [...drafts.map((draft) => (draft.asserts ? grown.get(draft)! : draft)), ...more];
}

function goesOn({ source, probability }: Draft): Draft {
  return { cue: null, cueToken: null, source, content: [], probability, rule: "goes-on", speech: true, asserts: true, quotes: [] };
}

/** True where a quote that fills its sentences goes on with the speech before it: nothing stands between. */
function follows(doc: Doc, paragraph: Int32Array, floor: Floor, run: Run): boolean {
  if (floor.last === 0) return false;
  const before = floor.last - 1;
  if (doc.sentenceOf[run.first]! - doc.sentenceOf[before]! > 1) return false;
  const paragraphs = paragraph[run.first]! - paragraph[before]!;
  return paragraphs === 0 || (paragraphs === 1 && floor.draft.source !== null);
}

/** "praised the port", "condemned the raid": an act of speech that was done, though what it is about is not put forward. */
function isMade(doc: Doc, { cueToken }: Draft): boolean {
  if (cueToken === null || doc.upos[cueToken] !== "VERB" || !/^VB[DZP]$/.test(doc.xpos[cueToken]!)) return false;
  return !childrenOf(doc, cueToken).some((child) => child < cueToken && /^(?:not|n't|n’t|never|did|to)$/.test(lowerAt(doc, child)));
}
