import type { Span } from "../../model/span.ts";

/** Paragraphs: the lines of a text that hold more than white space, trimmed. Offsets in the text. */
export function readParagraphs(text: string): readonly Span[] {
  const paragraphs: Span[] = [];
  for (const match of text.matchAll(/[^\n\r\u2028\u2029]+/g)) {
    const line = match[0];
    const start = match.index + line.length - line.trimStart().length;
    const end = match.index + line.trimEnd().length;
    if (end > start) paragraphs.push({ start, end });
  }
  return paragraphs;
}
