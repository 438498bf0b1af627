import { Readability } from "@mozilla/readability";
import type { MarkupBlock } from "../model/reading.ts";
import type { Span } from "../model/span.ts";
import { type Dom, textNodes } from "./clean.ts";
import { BLOCKS, type VisibleText } from "./visible.ts";

/** The blocks of a page's main article, found by Readability on the cleaned document; empty where it finds none. Changes the document. */
export function findBody(document: Dom, visible: VisibleText): readonly MarkupBlock[] {
  // Readability writes to the console only when asked to; it throws on some broken documents, which then have no body.
  let content: Dom = null;
  try {
    content = new Readability(document, { serializer: (element: unknown) => element, keepClasses: true } as never).parse()?.content ?? null;
  } catch {
    return [];
  }
  return content ? readBlocks(content, visible) : [];
}

/** The blocks of an element as they stand in the page's text, in order. */
export function readBlocks(content: Dom, visible: VisibleText): readonly MarkupBlock[] {
  const blocks: MarkupBlock[] = [];
  let open: { holder: Dom; start: number; end: number; linked: number } | null = null;
  let cursor = 0;
  const close = () => {
    if (open) blocks.push({ start: open.start, end: open.end, name: open.holder?.localName ?? "div", linked: open.linked });
    open = null;
  };
  for (const node of textNodes(content)) {
    const span = visible.spans.get(node) ?? searchSpan(node, visible, cursor);
    if (!span) continue;
    cursor = span.end;
    const holder = blockOf(node, content);
    const gap: string = open ? visible.text.slice((open as { end: number }).end, span.start) : "";
    if (open && ((open as { holder: Dom }).holder !== holder || gap.includes("\n") || gap.length > 1)) close();
    const linked = inLink(node, content) ? span.end - span.start : 0;
    if (open)
      open = {
        ...(open as { holder: Dom; start: number; end: number; linked: number }),
        end: span.end,
        linked: (open as { linked: number }).linked + linked,
      };
    else open = { holder, start: span.start, end: span.end, linked };
  }
  close();
  return blocks;
}

/** Readability parses some pages anew and gives other nodes back: these are found by their words, after the last one found. */
function searchSpan(node: Dom, visible: VisibleText, from: number): Span | null {
  const words = String(node.data ?? "")
    .replace(/[ \t\r\n\f]+/g, " ")
    .replace(/^ | $/g, "");
  if (words === "") return null;
  const start = visible.text.indexOf(words, from);
  if (start < 0 || (words.length < 12 && start - from > 2000)) return null;
  return { start, end: start + words.length };
}

function blockOf(node: Dom, root: Dom): Dom {
  let at = node.parentNode;
  while (at && at !== root && !BLOCKS.has(at.localName)) at = at.parentNode;
  return at;
}

function inLink(node: Dom, root: Dom): boolean {
  for (let at = node.parentNode; at && at !== root; at = at.parentNode) {
    if (at.localName === "a") return true;
    if (BLOCKS.has(at.localName)) return false;
  }
  return false;
}
