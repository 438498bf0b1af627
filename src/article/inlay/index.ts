import type { PageLexicon } from "../../lexicon/pages.ts";
import type { Span } from "../../model/span.ts";
import { findHead } from "./head.ts";
import { type Inlay, without } from "./inlay.ts";
import { findBoxes, findCalls } from "./notice.ts";
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
    const known = [...findCalls(text, own, lexicon), ...findBoxes(text, own, lexicon), ...findTeasers(text, own, lexicon)];
    known.push(...findPictures(text, own, known, lexicon));
    inlays.push(...known);
    if (span !== first) continue;
    const opened = readHead(text, without(text, own, known), headline, lexicon);
    inlays.push(...opened.inlays);
    signed = opened.signed;
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

/** Characters of a first paragraph in which a byline may begin. */
const HEAD = 900;

/** What the page says of itself stands over the byline, the byline over the text: `parts` are the prose of a first paragraph between what is none. */
function readHead(text: string, parts: readonly Span[], headline: string, lexicon: PageLexicon): Pick<Prose, "inlays" | "signed"> {
  const inlays: Inlay[] = [];
  let open = true;
  for (const part of parts) {
    if (part.start > parts[0]!.start + HEAD) break;
    const head: readonly Inlay[] = open ? findHead(text, part, headline, lexicon) : [];
    const start: number = head.at(-1)?.end ?? part.start;
    inlays.push(...head);
    open &&= text.slice(start, part.end).trim() === "";
    const byline = findSigned(text, { start, end: part.end }, lexicon);
    if (byline) return { inlays: [...inlays, ...byline.inlays], signed: byline.name };
  }
  return { inlays, signed: null };
}
