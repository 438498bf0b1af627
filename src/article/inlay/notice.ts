import type { PageLexicon } from "../../lexicon/pages.ts";
import type { Span } from "../../model/span.ts";
import { beginsWith } from "../lines.ts";
import type { Inlay } from "./inlay.ts";
import { lower, readSentences } from "./sentences.ts";

/** Characters of a sentence that show whether it is a notice. */
const OPENING = 90;

/** Whose the rights are; the sign may have come through a wrong character set. */
const RIGHTS = /^\*?(?:Copyright\s+(?:Â?©|\(c\)|(?:19|20)\d\d)|Â?©)/;

/** True where a sentence of the site's own begins: "All rights reserved", "Sign up for our …". It begins with a capital and no quotation mark. */
export function opensNotice(text: string, lexicon: PageLexicon): boolean {
  return opens(text, lexicon.notices) || opensClosing(text, lexicon);
}

/** True where a notice begins that only stands under an article: who edited it, whose the rights are. */
export function opensClosing(text: string, lexicon: PageLexicon): boolean {
  return opens(text, lexicon.closings) || RIGHTS.test(text.slice(0, OPENING));
}

function opens(text: string, cues: readonly string[]): boolean {
  if (!/^[*–—-]*\s*\p{Lu}(?:\p{Ll}|[ ’']\p{Ll}|\p{Lu}+(?: \p{Lu}+)? ?[:|])/u.test(text)) return false;
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
  const small = lower(text.slice(span.start, span.end));
  return lexicon.calls.flatMap((cue) => {
    const found: Inlay[] = [];
    for (let at = small.indexOf(cue); at >= 0; at = small.indexOf(cue, at + cue.length)) {
      const start = span.start + at;
      if (/\p{Lu}/u.test(text[start]!)) found.push({ start, end: start + cue.length, kind: "boilerplate", rule: "inlay/call" });
    }
    return found;
  });
}

/** Notices in a row that show a form or a box of the site: two may be sentences of somebody's. */
const LEAST_RUN = 3;

/** Boxes of the site between two sentences: three and more notices in a row ("Get the latest … Almost finished … There was a problem …"). */
export function findBoxes(text: string, span: Span, lexicon: PageLexicon): readonly Inlay[] {
  const found: Inlay[] = [];
  let run: Span[] = [];
  const close = () => {
    const [first, last] = [run[0], run.at(-1)];
    if (first && last && run.length >= LEAST_RUN) found.push({ start: first.start, end: last.end, kind: "boilerplate", rule: "inlay/box" });
    run = [];
  };
  for (const one of readSentences(text, span, lexicon)) {
    if (opensNotice(text.slice(one.start, one.end), lexicon)) run.push(one);
    else close();
  }
  close();
  return found;
}
