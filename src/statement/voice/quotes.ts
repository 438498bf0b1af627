import type { Doc } from "../../model/doc.ts";
import type { Span } from "../../model/span.ts";
import { type Mark, type MarkKind, readMarks } from "./marks.ts";
import { readParagraphs } from "./paragraphs.ts";

/** Words between quotation marks: offsets in the text, marks included; `inner` leaves them out. */
export interface Quote extends Span {
  readonly inner: Span;
  /** Index of the quote whose speech goes on here in a new paragraph, or null. */
  readonly continues: number | null;
  /** Index of the quote it stands in, or null. */
  readonly within: number | null;
}

interface Draft {
  readonly open: Mark;
  close: Mark | null;
  parent: Draft | null;
  /** Set when it runs to the end of its paragraph unclosed. */
  runsTo: number | null;
  continues: Draft | null;
}

function pairMarks(text: string, marks: readonly Mark[]): Draft[] {
  const drafts: Draft[] = [];
  let stack: Draft[] = [];
  for (const mark of marks) {
    let at = mark.closes ? stack.findLastIndex((draft) => pairs(draft.open.kind, mark.kind)) : -1;
    // Texts put together from several keyboards open with “ and close with ".
    if (at < 0 && mark.closes && !opensFor(text, mark)) at = stack.findLastIndex((draft) => mixes(draft.open.kind, mark.kind));
    const reopens = mark.opens && (at < 0 || opensFor(text, mark));
    if (at >= 0 && !reopens) {
      stack[at]!.close = mark;
      stack = stack.slice(0, at);
    } else if (mark.opens) {
      // The same mark opened twice: the first was never closed.
      const same = stack.findIndex((draft) => draft.open.kind === mark.kind);
      if (same >= 0) stack = stack.slice(0, same);
      const draft: Draft = { open: mark, close: null, parent: stack.at(-1) ?? null, runsTo: null, continues: null };
      drafts.push(draft);
      stack.push(draft);
    }
  }
  return drafts;
}

/** True for a mark that opens rather than closes where it could do both. */
function opensFor(text: string, mark: Mark): boolean {
  return mark.opens && /\s/.test(text[mark.at - 1] ?? " ");
}

const DOUBLE = new Set<MarkKind>(["straight", "curly"]);

function mixes(open: MarkKind, close: MarkKind): boolean {
  return DOUBLE.has(open) && DOUBLE.has(close);
}

function pairs(open: MarkKind, close: MarkKind): boolean {
  return open === "low" ? close === "curly" : open === close;
}

/** The quote a paragraph leaves open at its end: the last one that stands in no other and never closed. */
function leftOpen(text: string, paragraph: Span, drafts: readonly Draft[]): Draft | null {
  const outer = drafts.findLast((draft) => draft.parent === null);
  if (outer === undefined || outer.close !== null) return null;
  const before = text.slice(paragraph.start, outer.open.at).trimEnd();
  return before === "" || /[,:.!?…—–-]$/.test(before) || /[”"»'’]$/.test(before) ? outer : null;
}

// An opener without a closer in so many characters was more likely a slip than so long a speech.
const LONGEST_OPEN = 1500;

/** Where a quote that its paragraph leaves open ends: with the paragraph, or, where that goes on for long, with its own sentence. */
function openEnd(text: string, from: number, end: number): number {
  if (end - from <= LONGEST_OPEN) return end;
  const stop = text.slice(from, end).search(/[.!?]\s+\p{Lu}/u);
  return stop < 0 ? end : from + stop + 1;
}

/**
 * Quotes of a text in order of their openers. A quote may run over paragraphs that each open anew and close only at the end;
 * an opener that finds no closer in its paragraph and no such sequel counts only where a speech could begin (after a stop, a colon
 * or at the start), and single marks never do without a sequel. Linear in the length of the text.
 */
export function findQuotes(doc: Pick<Doc, "text">): readonly Quote[] {
  const { text } = doc;
  const all: Draft[] = [];
  let carried: Draft | null = null;
  for (const paragraph of readParagraphs(text)) {
    const drafts = pairMarks(text, readMarks(text, paragraph.start, paragraph.end));
    const first = drafts[0];
    if (carried !== null) {
      const goesOn = first !== undefined && first.open.at === paragraph.start && first.open.kind === carried.open.kind;
      if (goesOn) first.continues = carried;
      else if (carried.open.kind === "single" || carried.open.kind === "curlySingle") carried.runsTo = null;
    }
    carried = leftOpen(text, paragraph, drafts);
    if (carried !== null) carried.runsTo = openEnd(text, carried.open.at, paragraph.end);
    all.push(...drafts);
  }
  if (carried !== null && (carried.open.kind === "single" || carried.open.kind === "curlySingle")) carried.runsTo = null;
  return settle(all);
}

function settle(drafts: readonly Draft[]): Quote[] {
  const kept = drafts.filter((draft) => draft.close !== null || draft.runsTo !== null);
  const index = new Map(kept.map((draft, i) => [draft, i]));
  const keptParent = (draft: Draft): number | null => {
    for (let up = draft.parent; up !== null; up = up.parent) {
      const at = index.get(up);
      if (at !== undefined) return at;
    }
    return null;
  };
  return kept.map((draft) => {
    const { open, close } = draft;
    const end = close === null ? draft.runsTo! : close.at + close.length;
    const inner = { start: open.at + open.length, end: close === null ? end : close.at };
    const continues = draft.continues === null ? null : (index.get(draft.continues) ?? null);
    return { start: open.at, end, inner, continues, within: keptParent(draft) };
  });
}
