import type { PageLexicon } from "../../lexicon/pages.ts";
import type { Span } from "../../model/span.ts";
import { beginsWith } from "../lines.ts";
import type { Inlay } from "./inlay.ts";

/** Characters of a sentence that show whether it is a notice. */
const OPENING = 90;

/** True where a sentence of the site's own begins: "All rights reserved", "Sign up for our …". It begins with a capital and no quotation mark. */
export function opensNotice(text: string, lexicon: PageLexicon): boolean {
  return opens(text, lexicon.notices) || opensClosing(text, lexicon);
}

/** True where a notice begins that only stands under an article: who edited it, whose the rights are. */
export function opensClosing(text: string, lexicon: PageLexicon): boolean {
  return opens(text, lexicon.closings) || /^\*?(?:©|copyright (?:©|\(c\)|\d{4}))/i.test(text.slice(0, OPENING));
}

function opens(text: string, cues: readonly string[]): boolean {
  if (!/^[*–—-]*\s*\p{Lu}(?:\p{Ll}|[ ’']\p{Ll})/u.test(text)) return false;
  const key = text
    .slice(0, OPENING)
    .toLowerCase()
    .replace(/\s+/g, " ")
    .replaceAll("’", "'")
    .replace(/^[^\p{L}]+/u, "");
  return cues.some((cue) => beginsWith(key, cue));
}

/** Whole calls of the site between two sentences, told word by word: "Story continues below …". */
export function findCalls(text: string, span: Span, lexicon: PageLexicon): readonly Inlay[] {
  const lower = text.slice(span.start, span.end).toLowerCase();
  return lexicon.calls.flatMap((cue) => {
    const found: Inlay[] = [];
    for (let at = lower.indexOf(cue); at >= 0; at = lower.indexOf(cue, at + cue.length)) {
      const start = span.start + at;
      if (/\p{Lu}/u.test(text[start]!)) found.push({ start, end: start + cue.length, kind: "boilerplate", rule: "inlay/call" });
    }
    return found;
  });
}
