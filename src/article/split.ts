import type { PageLexicon } from "../lexicon/pages.ts";
import type { PageReading } from "../model/reading.ts";
import { type PageSplit, splitText } from "./glued.ts";
import { isThin, splitMarked } from "./marked.ts";

/**
 * Finds the articles and teasers of a page, dates them and lifts out captions and credits. Everything else is left over with its reason.
 * All offsets are UTF-16 units in the page's text. Never throws on text, however broken.
 */
export function splitPage(reading: PageReading, lexicon: PageLexicon): PageSplit {
  const marked = reading.markup ? splitMarked(reading, reading.markup, lexicon) : null;
  if (marked && !isThin(marked)) return marked;
  const text = splitText(reading, lexicon);
  // A page of markup without prose of its own may be a list: its stamps tell.
  return marked &&
    text.articles.filter((article) => article.published.basis === "list-item" || article.published.basis === "relative").length < 2
    ? marked
    : text;
}
