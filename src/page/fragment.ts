import { parseHTML } from "linkedom";
import type { MarkupBlock, PageMetadata, PageReading } from "../model/reading.ts";
import type { Span } from "../model/span.ts";
import { type Dom, takeOut } from "./clean.ts";
import { capText, makePage, type PageInput } from "./input.ts";
import type { Limits } from "./limits.ts";
import { stripTags, tokenize } from "./markup.ts";
import { readVisible } from "./visible.ts";

/** An item's own markup (of a feed, a document, a table's cell): all of it is the article's, captions apart. `excerpt` for a summary. */
export function readFragment(input: PageInput, html: string, metadata: PageMetadata, limits: Limits, excerpt = false): PageReading {
  if (tokenize(html, limits).broken) {
    const { text } = capText(input, stripTags(html), limits.textLength);
    return { page: makePage(input, "text/html", text), metadata, markup: { body: blockOfLines(text), removed: [], parts: [], excerpt } };
  }
  const document: Dom = parseHTML(`<!DOCTYPE html><html><body>${html}</body></html>`).document;
  const visible = readVisible(document.body, []);
  const captions = [...document.querySelectorAll("figcaption")].flatMap((element) =>
    takeOut(element, visible, "caption", "clean/figcaption"),
  );
  const body = blockOfLines(visible.text).filter(
    (line) => !captions.some((caption) => line.start < caption.end && caption.start < line.end),
  );
  return { page: makePage(input, "text/html", visible.text), metadata, markup: { body, removed: captions, parts: [], excerpt } };
}

/** The lines of a text as blocks of a body. */
function blockOfLines(text: string): readonly MarkupBlock[] {
  return lineSpans(text).map((span) => ({ ...span, name: "p", linked: 0 }));
}

/** The lines of a text that hold something. */
function lineSpans(text: string): readonly Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (const line of text.split("\n")) {
    const lead = line.length - line.trimStart().length;
    const length = line.trim().length;
    if (length > 0) spans.push({ start: from + lead, end: from + lead + length });
    from += line.length + 1;
  }
  return spans;
}
