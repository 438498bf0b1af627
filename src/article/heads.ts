import { isName } from "./byline.ts";
import { endsAsSentence, type Line } from "./lines.ts";

/** Where an article begins on a page that holds several: its title, over a byline or a date, over prose. */
export interface Head {
  /** First line: the title, or the section's label over it. */
  readonly from: number;
  readonly title: number;
}

/** Lines between a title and its prose: section, outlet, author, date, share buttons, a caption. */
const HEAD_LINES = 12;
/** Words of a paragraph, of a summary under a title, and of the shortest title. */
const PARAGRAPH = 20;
const SUMMARY = 45;
const TITLE = 4;
/** Words of prose that make an article. */
const ARTICLE = 100;

/**
 * The heads of a page's articles. Each has its own byline or date between title and prose, so subheads and items of lists are none;
 * and prose enough under it, so teasers are none. Linear in the number of lines.
 */
export function findHeads(lines: readonly Line[]): readonly Head[] {
  const heads: Head[] = [];
  for (let body = 1; body < lines.length; body += 1) {
    if (!isParagraph(lines[body]!)) continue;
    const head = headOver(lines, body, heads.at(-1)?.title ?? -1);
    if (head !== null) heads.push(head);
  }
  return heads.filter((head, i) => countProse(lines, head.title + 1, heads[i + 1]?.from ?? lines.length) >= ARTICLE);
}

const isParagraph = (line: Line): boolean => line.kind === "body" && line.words >= PARAGRAPH;

/** Words of prose from a head on, up to a heading over other items. */
function countProse(lines: readonly Line[], from: number, to: number): number {
  let words = 0;
  for (let i = from; i < to && lines[i]!.kind !== "more"; i += 1) if (lines[i]!.kind === "body") words += lines[i]!.words;
  return words;
}

/** The head that stands over a paragraph; null where no title with a byline or date does. */
function headOver(lines: readonly Line[], body: number, after: number): Head | null {
  const top = topOf(lines, body, after);
  const sign = lastSign(lines, top, body);
  if (sign < 0) return null;
  let [from, to] = [groupStart(lines, sign, top), sign];
  const own = titleIn(lines, from, to);
  if (own >= 0 && !(isOffice(lines[own]!) && loneTitle(lines, from, top) >= 0)) return { from: labelOver(lines, own, top), title: own };
  // The byline stands off from the title: the nearest group above that has one.
  for (let steps = 0; steps < 2 && from > top; steps += 1) {
    to = from;
    from = groupStart(lines, to - 1, top);
    const title = titleIn(lines, from, to);
    if (title >= 0) return { from: labelOver(lines, title, top), title };
  }
  return null;
}

/** The first line that may belong to the head over a paragraph: below the prose before it and any heading over other items. */
function topOf(lines: readonly Line[], body: number, after: number): number {
  let summed = false;
  let i = body - 1;
  for (; i > after && body - i <= HEAD_LINES; i -= 1) {
    const line = lines[i]!;
    if (line.kind === "more") break;
    if (line.kind !== "body") continue;
    // One summary may stand under the title.
    const above = lines[i - 1];
    const summary = !summed && line.words <= SUMMARY && line.gap === 0 && above !== undefined && isTitle(above) && i < body - 1;
    if (!summary) break;
    summed = true;
  }
  return i + 1;
}

/** The byline or date nearest to the paragraph, with those that stand right over it. */
function lastSign(lines: readonly Line[], top: number, body: number): number {
  let sign = body - 1;
  while (sign >= top && !isSign(lines[sign]!)) sign -= 1;
  if (sign < top) return -1;
  while (sign > top && lines[sign]!.gap === 0 && isSign(lines[sign - 1]!)) sign -= 1;
  return sign;
}

const isSign = (line: Line): boolean =>
  line.kind === "byline" || line.kind === "stamp" || (line.kind === "label" && line.words >= 2 && isName(line.text));

/** The first line of the lines that stand together, without a blank one between them. */
function groupStart(lines: readonly Line[], at: number, top: number): number {
  let from = at;
  while (from > top && lines[from]!.gap === 0) from -= 1;
  return from;
}

/** The first line in `[from, to)` that a title can be, or -1. */
function titleIn(lines: readonly Line[], from: number, to: number): number {
  for (let i = from; i < to; i += 1) if (isTitle(lines[i]!)) return i;
  return -1;
}

const isTitle = (line: Line): boolean =>
  line.kind === "short" && line.words >= TITLE && (!endsAsSentence(line.text) || /[?!]["'”’]?$/.test(line.text));

/** A title that stands alone in its group right over the group that begins at `from`, or -1. */
function loneTitle(lines: readonly Line[], from: number, top: number): number {
  const line = from > top ? lines[from - 1] : undefined;
  return line !== undefined && line.gap > 0 && isTitle(line) && !isOffice(line) ? from - 1 : -1;
}

/** "Office of the Spokesperson", "Ministry of Foreign Affairs": every word but the small ones has a capital. */
function isOffice(line: Line): boolean {
  const words = line.text.match(/\p{L}[\p{L}'’-]*/gu) ?? [];
  return words.every((word) => /^\p{Lu}/u.test(word) || word.length <= 3);
}

/** The section's label over a title, or the title. */
function labelOver(lines: readonly Line[], title: number, top: number): number {
  let from = title;
  while (from > top && title - from < 2 && lines[from - 1]!.kind === "label") from -= 1;
  return from;
}
