import type { PageLexicon } from "../lexicon/pages.ts";
import { NO_METADATA } from "../model/reading.ts";

export type { PageReading } from "../model/reading.ts";

import { decodeText } from "./charset.ts";
import { makePage, type PageInput, type PageReadings } from "./input.ts";
import { DEFAULT_LIMITS, type Limits } from "./limits.ts";
import { sniffType } from "./sniff.ts";

/** Reads one input into its pages; an input that cannot be read gives a Notice, never an exception. Libraries load when needed. */
export async function readPage(input: PageInput, lexicon: PageLexicon, limits: Limits = DEFAULT_LIMITS): Promise<PageReadings> {
  const type = sniffType(input);
  const { text } = decodeText(input.bytes, null);
  if (type === "text/html") {
    const { readHtml } = await import("./html.ts");
    return readHtml(input, text, lexicon, limits);
  }
  return { pages: [{ page: makePage(input, type, text), metadata: NO_METADATA }], notices: [] };
}
