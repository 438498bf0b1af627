import type { Leftover } from "../../model/page.ts";
import type { Span } from "../../model/span.ts";

/** A stretch inside a paragraph that is no prose of its article: a caption, a credit, the title of another story, a call of the site. Offsets in the page's text. */
export interface Inlay extends Span {
  readonly kind: Leftover["kind"];
  /** The rule that told it. */
  readonly rule: string;
}

/** What stays of a span when inlays are taken out, without the white space at the ends of each part. Inlays may overlap. */
export function without(text: string, span: Span, inlays: readonly Span[]): readonly Span[] {
  const parts: Span[] = [];
  let at = span.start;
  const add = (start: number, end: number) => {
    const piece = text.slice(start, end);
    if (piece.trim() !== "") parts.push({ start: start + piece.length - piece.trimStart().length, end: start + piece.trimEnd().length });
  };
  for (const inlay of [...inlays].sort((a, b) => a.start - b.start)) {
    if (inlay.start > at) add(at, Math.min(inlay.start, span.end));
    at = Math.max(at, Math.min(inlay.end, span.end));
  }
  if (at < span.end) add(at, span.end);
  return parts;
}
