import type { PageLexicon } from "../lexicon/pages.ts";
import { endsAsSentence, isCredit, type Line, lineKey } from "./lines.ts";

export type Lifted = "caption" | "credit";

/** No caption is longer, in words. */
const LONGEST_CAPTION = 75;

/**
 * Finds captions and credits among the lines `[from, to)` of an article: a credit by its own form, a caption by the credit under it
 * or by how it begins. A paragraph of prose with neither is never taken.
 */
export function findCaptions(lines: readonly Line[], from: number, to: number, lexicon: PageLexicon): ReadonlyMap<number, Lifted> {
  const lifted = new Map<number, Lifted>();
  for (let i = from; i < to; i += 1) {
    const line = lines[i]!;
    if (line.kind !== "stamp" && line.kind !== "more" && isCredit(line.text, line.words, lexicon)) {
      lifted.set(i, "credit");
      const above = lines[i - 1];
      if (above && i - 1 >= from && isCaption(above, lexicon)) lifted.set(i - 1, "caption");
    } else if (startsAsCaption(line, lexicon) && line.words <= LONGEST_CAPTION && !lifted.has(i)) {
      // "This picture" may open prose as well: without a credit below it, it must be no sentence, or say what is shown.
      if (/^[^.]{0,14}[:–—]/.test(line.text) || !endsAsSentence(line.text) || saysShown(line, lexicon)) lifted.set(i, "caption");
    }
  }
  return lifted;
}

/** A line above a credit: begins as captions do, or does not end as prose does. */
function isCaption(line: Line, lexicon: PageLexicon): boolean {
  if (line.words > LONGEST_CAPTION || line.kind === "stamp" || line.kind === "more" || line.kind === "byline") return false;
  return startsAsCaption(line, lexicon) || (!endsAsSentence(line.text) && line.words >= 4);
}

function saysShown(line: Line, lexicon: PageLexicon): boolean {
  const words = line.text.toLowerCase().match(/\p{L}+/gu) ?? [];
  return words.slice(0, 16).some((word) => lexicon.shown.has(word));
}

function startsAsCaption(line: Line, lexicon: PageLexicon): boolean {
  if (line.words < 4 || line.kind === "stamp" || line.kind === "furniture") return false;
  const key = lineKey(line.text.slice(0, 80));
  return lexicon.captions.some((cue) => key.startsWith(cue) && !/\p{L}/u.test(key[cue.length] ?? " "));
}
