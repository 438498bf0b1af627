import type { PageLexicon } from "../../lexicon/pages.ts";
import type { Span } from "../../model/span.ts";
import { findHead } from "./head.ts";
import { type Inlay, without } from "./inlay.ts";
import { findCalls } from "./notice.ts";
import { findPictures } from "./picture.ts";
import { findSigned } from "./signed.ts";
import { findTail } from "./tail.ts";
import { findTeasers } from "./teaser.ts";

export type { Inlay } from "./inlay.ts";

/** The prose of an article's paragraphs, and what stood inside them and is none, in the order of the page. */
export interface Prose {
  readonly body: readonly Span[];
  readonly inlays: readonly Inlay[];
  /** Who signs the first paragraph, or null. */
  readonly signed: string | null;
}

/** Takes out of paragraphs what a flattened page has run into them. What is not sure stays; where nothing would, all does. */
export function readProse(text: string, paragraphs: readonly Span[], headline: string, lexicon: PageLexicon): Prose {
  const first = paragraphs[0];
  const last = paragraphs.at(-1);
  if (!first || !last) return { body: [], inlays: [], signed: null };
  const tail = findTail(text, last, lexicon);
  const inlays: Inlay[] = tail ? [tail] : [];
  let signed: string | null = null;
  for (const span of paragraphs) {
    const own = without(text, span, inlays)[0];
    if (!own) continue;
    const calls = findCalls(text, own, lexicon);
    inlays.push(...calls);
    if (span === first) {
      // What the page says of itself stands over the byline, the byline over the text.
      const open = without(text, own, calls)[0] ?? own;
      const head = findHead(text, { start: open.start, end: own.end }, headline, lexicon);
      const byline = findSigned(text, { start: head.at(-1)?.end ?? open.start, end: own.end }, lexicon);
      inlays.push(...head, ...(byline?.inlays ?? []));
      signed = byline?.name ?? null;
    }
    const known = [...calls, ...findTeasers(text, own, lexicon)];
    inlays.push(...known.slice(calls.length), ...findPictures(text, own, [...inlays, ...known], lexicon));
  }
  const body = paragraphs.flatMap((span) =>
    without(
      text,
      span,
      inlays.filter((one) => one.start < span.end && one.end > span.start),
    ),
  );
  if (body.length === 0) return { body: paragraphs, inlays: [], signed: null };
  return { body, inlays: inlays.sort((a, b) => a.start - b.start || a.end - b.end), signed };
}
