import type { PageLexicon } from "../lexicon/pages.ts";
import type { PageReading } from "../model/reading.ts";
import type { Span } from "../model/span.ts";
import { detectLanguage } from "../text/language.ts";

/** The language of an article: what its words show, else what the page says of itself. */
export function languageOf(reading: PageReading, body: readonly Span[], lexicon: PageLexicon): string {
  const text = body.map((span) => reading.page.text.slice(span.start, span.end)).join("\n");
  const seen = detectLanguage(text, lexicon.functionWords);
  return seen === "und" ? (reading.metadata.language?.value ?? "und") : seen;
}
