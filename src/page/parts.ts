import type { PageLexicon } from "../lexicon/pages.ts";
import type { MarkupFindings } from "../model/reading.ts";
import type { Span } from "../model/span.ts";
import { readBlocks } from "./body.ts";
import { type Dom, textNodes } from "./clean.ts";
import { toIsoDate } from "./isodate.ts";
import type { VisibleText } from "./visible.ts";

/** Words a paragraph of prose has, and an article of several on one page. */
const PARAGRAPH_WORDS = 20;
const ARTICLE_WORDS = 120;
/** One article with more of the page's prose than this is the page's article; the others are comments or cards. */
const MAIN_SHARE = 0.75;

/** The articles of a page that holds several, each in an `<article>` of its own with a heading and prose; empty for a page of one. */
export function findParts(document: Dom, visible: VisibleText, lexicon: PageLexicon): MarkupFindings["parts"] {
  const holders: Dom[] = [...document.querySelectorAll("article")].filter((one: Dom) => !one.parentNode?.closest?.("article"));
  if (holders.length < 2) return [];
  const sized = holders.map((holder) => ({ holder, words: proseWords(holder) })).filter((one) => one.words >= ARTICLE_WORDS);
  const all = sized.reduce((sum, one) => sum + one.words, 0);
  if (sized.length < 2 || sized.some((one) => one.words > all * MAIN_SHARE)) return [];
  const parts = sized.flatMap(({ holder }) => {
    const heading: Dom = holder.querySelector("h1,h2,h3");
    const headline = heading ? spanOf(heading, visible) : null;
    const time: Dom = holder.querySelector("time");
    const stamp: string | null = time ? (time.getAttribute("datetime") ?? time.textContent) : null;
    const body = readBlocks(holder, visible).filter((block) => !headline || block.start >= headline.end);
    return headline ? [{ headline, body, stamp: stamp ? toIsoDate(stamp, lexicon) : null }] : [];
  });
  return parts.length < 2 ? [] : parts;
}

function proseWords(holder: Dom): number {
  let words = 0;
  for (const p of holder.querySelectorAll("p")) {
    const n = String(p.textContent).split(/\s+/).length;
    if (n >= PARAGRAPH_WORDS) words += n;
  }
  return words;
}

function spanOf(element: Dom, visible: VisibleText): Span | null {
  const spans = textNodes(element).flatMap((node) => visible.spans.get(node) ?? []);
  return spans.length === 0 ? null : { start: spans[0]!.start, end: spans[spans.length - 1]!.end };
}
