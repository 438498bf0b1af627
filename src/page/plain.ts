import type { PageLexicon } from "../lexicon/pages.ts";
import { NO_METADATA } from "../model/reading.ts";
import { capText, makePage, type PageInput, type PageReadings } from "./input.ts";
import type { Limits } from "./limits.ts";

/** Reads plain text: the page's text is the file's, character by character. */
export function readPlain(input: PageInput, text: string, _lexicon: PageLexicon, limits: Limits): PageReadings {
  const capped = capText(input, text, limits.textLength);
  return { pages: [{ page: makePage(input, "text/plain", capped.text), metadata: NO_METADATA }], notices: capped.notices };
}
