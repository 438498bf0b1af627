import type { PageLexicon } from "../lexicon/pages.ts";
import type { PageReading } from "../model/reading.ts";
import { type PageSplit, splitText } from "./glued.ts";
import { splitMarked } from "./marked.ts";

/**
 * Finds the articles and teasers of a page, dates them and lifts out captions and credits. Everything else is left over with its reason.
 * All offsets are UTF-16 units in the page's text. Never throws on text, however broken.
 */
export function splitPage(reading: PageReading, lexicon: PageLexicon): PageSplit {
  return (reading.markup && splitMarked(reading, reading.markup, lexicon)) ?? splitText(reading, lexicon);
}
