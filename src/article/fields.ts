import type { PageLexicon } from "../lexicon/pages.ts";
import type { Byline } from "../model/article.ts";
import type { Span } from "../model/span.ts";
import { findByline, isName } from "./byline.ts";
import { findCaptions } from "./captions.ts";
import type { Item, Layout } from "./items.ts";
import { endsAsSentence, type Line, lineKey } from "./lines.ts";

/** What the lines of one item or article say, by their place around its prose. Indices are of lines. */
export interface Fields {
  readonly title: number | null;
  readonly body: readonly number[];
  readonly captions: readonly number[];
  readonly credits: readonly number[];
  readonly byline: Byline | null;
  readonly publisher: string | null;
  readonly section: string | null;
  readonly words: number;
}

/** Words of the longest headlines. */
const LONGEST_TITLE = 40;

/** Labels that stand in two or more items of a list: sections and outlets rather than titles. */
export function repeatedLabels(items: readonly (readonly Line[])[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const item of items) {
    const keys = new Set(item.filter((line) => line.kind === "label" || line.kind === "short").map((line) => lineKey(line.text)));
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, n]) => n > 1).map(([key]) => key));
}

/** Reads one item of a list. Its title is the line just over its prose, so a picture's text may stand over the title. */
export function readItem(lines: readonly Line[], item: Item, layout: Layout, repeated: ReadonlySet<string>, lexicon: PageLexicon): Fields {
  const { from, to } = item;
  const firstBody = findBody(lines, from, to);
  const lifted = firstBody < 0 ? new Map<number, string>() : findCaptions(lines, firstBody, to, lexicon);
  const echo = lines.slice(from, to).find((line) => line.kind === "echo");
  const publisher = echo ? echo.text.replace(/^[\s\-–—]+/, "") : null;
  const shorts: number[] = [];
  const body: number[] = [];
  for (let i = from; i < to; i += 1) {
    const line = lines[i]!;
    if (lifted.has(i)) continue;
    if (line.kind === "body") body.push(i);
    else if ((line.kind === "short" || line.kind === "label") && lineKey(line.text) !== lineKey(publisher ?? "\u0000")) shorts.push(i);
  }
  const isSection = (i: number) =>
    lines[i]!.words <= 3 && (lexicon.sections.has(lineKey(lines[i]!.text)) || repeated.has(lineKey(lines[i]!.text)));
  const title = chooseTitle(
    lines,
    item,
    layout,
    shorts.filter((i) => !isSection(i)),
    shorts,
  );
  const stampRest =
    lines
      .slice(from, to)
      .map((line) => line.stamp?.rest ?? "")
      .find((rest) => rest !== "") ?? null;
  const section = shorts.find((i) => i !== title && isSection(i));
  const sectionText =
    section === undefined ? (stampRest && lexicon.sections.has(lineKey(stampRest)) ? stampRest : null) : lines[section]!.text;
  const span: readonly [number, number] = [from, firstBody < 0 ? to : firstBody];
  return {
    title,
    body: fillBody(lines, body, title, shorts, isSection),
    captions: [...lifted].filter(([, kind]) => kind === "caption").map(([i]) => i),
    credits: [...lifted].filter(([, kind]) => kind === "credit").map(([i]) => i),
    byline: findByline(lines, span, [(body.at(-1) ?? to - 1) + 1, to], lexicon)?.byline ?? null,
    publisher: publisher ?? (stampRest && sectionText !== stampRest ? stampRest : null),
    section: sectionText,
    words: body.reduce((sum, i) => sum + lines[i]!.words, 0),
  };
}

/**
 * Where the stamp is part of an item's head, the title stands beside it: over it, else under it. Where it closes the item, the title
 * stands over the prose, perhaps under a picture's text.
 */
function chooseTitle(
  lines: readonly Line[],
  item: Item,
  layout: Layout,
  titles: readonly number[],
  shorts: readonly number[],
): number | null {
  const firstBody = findBody(lines, item.from, item.to);
  const head = (i: number) => firstBody < 0 || i < firstBody;
  if (layout.anchor === "before") {
    // An author's name or a section may stand between the title and the stamp.
    const near = (among: readonly number[]) => among.find((i) => lines[i]!.words >= 4 && !isName(lines[i]!.text)) ?? among[0];
    const above = titles.filter((i) => i < item.stamp);
    // Title and summary over a stamp: the summary is the longer one. Otherwise the title stands next to the stamp.
    const [top, last] = [above.find((i) => lines[i]!.words >= 4), above.at(-1)];
    const summed = top !== undefined && last !== undefined && top !== last && lines[last]!.words > lines[top]!.words;
    const over = summed ? top : near([...above].reverse());
    const under = near(titles.filter((i) => i > item.stamp && head(i)));
    const found =
      over !== undefined && under !== undefined && lines[over]!.words < 4 && isName(lines[over]!.text) ? under : (over ?? under);
    if (found !== undefined) return found;
    // A headline may be as long as prose; it does not end as prose does.
    if (firstBody >= 0 && lines[firstBody]!.words <= LONGEST_TITLE && !endsAsSentence(lines[firstBody]!.text)) return firstBody;
    return shorts.find(head) ?? shorts[0] ?? null;
  }
  const persons = titles.filter((i) => !(lines[i]!.words <= 3 && isName(lines[i]!.text)));
  const pool = [persons.filter(head), titles.filter(head), shorts.filter(head), titles, shorts].find((among) => among.length > 0) ?? [];
  if (firstBody >= 0) return pool.at(-1) ?? null;
  const plain = pool.filter((i) => !endsAsSentence(lines[i]!.text));
  return plain.find((i) => lines[i]!.words >= 4) ?? longest(lines, plain.length > 0 ? plain : pool);
}

/** Reads an article from its lines (`told` is its title where that is already known): a header, then prose with what interrupts it, then a footer. */
export function readMainArticle(
  lines: readonly Line[],
  from: number,
  to: number,
  lexicon: PageLexicon,
  told: number | null = null,
): Fields {
  const known = told ?? findSoleTitle(lines, from, to);
  const lifted = findCaptions(lines, from, to, lexicon);
  const prose = (i: number) => lines[i]!.kind === "body" && !lifted.has(i) && i !== known;
  const bodies: number[] = [];
  for (let i = from; i < to; i += 1) if (prose(i)) bodies.push(i);
  const [first, last] = [bodies[0] ?? to, bodies.at(-1) ?? to - 1];
  const header: readonly [number, number] = [from, first];
  const found = findByline(lines, header, [last + 1, to], lexicon);
  const body: number[] = [];
  for (let i = first; i <= last && bodies.length > 0; i += 1) {
    const kind = lines[i]!.kind;
    if (
      !lifted.has(i) &&
      !found?.lines.includes(i) &&
      (kind === "body" || kind === "short" || kind === "label" || kind === "echo" || kind === "byline")
    )
      body.push(i);
  }
  const mast = known === null && from === 0 ? findMasthead(lines, first, lexicon) : null;
  const title = known ?? findTitle(lines, mast === null ? from : mast.line + 1, first, lifted, lexicon);
  const labels = Array.from({ length: first - from }, (_, k) => from + k).filter((i) => lines[i]!.kind === "label" && i !== title);
  const section = labels.find((i) => lexicon.sections.has(lineKey(lines[i]!.text)));
  return {
    title,
    body,
    captions: [...lifted].filter(([, kind]) => kind === "caption").map(([i]) => i),
    credits: [...lifted].filter(([, kind]) => kind === "credit").map(([i]) => i),
    byline: found?.byline ?? null,
    publisher: mast?.name ?? null,
    section: section === undefined ? null : lines[section]!.text,
    words: bodies.reduce((sum, i) => sum + lines[i]!.words, 0),
  };
}

/** Words of a headline that ends as a sentence does, and of the one line that holds its whole article. */
const SENTENCE_TITLE = 25;
const WHOLE_ARTICLE = 80;

/** A short sentence that stands alone over a whole article in one line is its headline. */
function findSoleTitle(lines: readonly Line[], from: number, to: number): number | null {
  const [title, text] = [lines[from], lines[from + 1]];
  if (from !== 0 || to !== 2 || lines.length !== 2 || !title || !text) return null;
  const sole = title.kind === "body" && title.words <= SENTENCE_TITLE && text.gap > 0 && text.words >= WHOLE_ARTICLE;
  return sole ? from : null;
}

/** Words of the longest mastheads. */
const MAST_WORDS = 6;

/** The outlet's own name at the head of a page: its first line, by a word that outlets are named with or by the navigation under it, with a headline still to come. */
function findMasthead(
  lines: readonly Line[],
  first: number,
  lexicon: PageLexicon,
): { readonly line: number; readonly name: string } | null {
  const line = lines[0];
  if (!line || first < 2 || (line.kind !== "short" && line.kind !== "label") || endsAsSentence(line.text)) return null;
  const name = line.text.split(/\s*[|(,]\s*|\s+[-–—]\s+/)[0]!.trim();
  const words = name.split(/\s+/);
  const headline = lines.slice(1, first).some((l) => (l.kind === "short" && l.words >= 3) || (l.kind === "label" && l.words === 3));
  const titled = words.every((w) => /^\p{Lu}/u.test(w) || lexicon.small.has(w.toLowerCase()));
  const named = words.some((w) => lexicon.masts.has(w.toLowerCase())) || (lines[1]!.kind === "furniture" && lines[1]!.words >= 3);
  return headline && titled && named && words.length <= MAST_WORDS ? { line: 0, name } : null;
}

/** The first line over the prose that is long enough for a headline and near enough to it. */
function findTitle(
  lines: readonly Line[],
  from: number,
  first: number,
  lifted: ReadonlyMap<number, string>,
  lexicon: PageLexicon,
): number | null {
  const candidates: number[] = [];
  for (let i = Math.max(from, first - 14); i < first; i += 1) {
    const line = lines[i]!;
    if (!lifted.has(i) && (line.kind === "short" || line.kind === "label") && !lexicon.sections.has(lineKey(line.text))) candidates.push(i);
  }
  return candidates.find((i) => lines[i]!.words >= 4) ?? longest(lines, candidates);
}

/** Words of a summary that is no sentence. */
const SUMMARY_WORDS = 6;
/** Words of prose above which an item is an article: what stands inside its prose belongs to it. */
const ARTICLE_WORDS = 120;

/** An item's prose with what belongs to it: short lines inside an article's prose; under a teaser's title a summary that is no sentence. */
function fillBody(
  lines: readonly Line[],
  body: readonly number[],
  title: number | null,
  shorts: readonly number[],
  isSection: (i: number) => boolean,
): readonly number[] {
  const prose = body.filter((i) => i !== title);
  const words = prose.reduce((sum, i) => sum + lines[i]!.words, 0);
  const [first, last] = [prose[0], prose.at(-1)];
  const inside = (i: number) => first !== undefined && last !== undefined && i > first && i < last && words >= ARTICLE_WORDS;
  const summary = (i: number) => title !== null && i > title && words < ARTICLE_WORDS && lines[i]!.words >= SUMMARY_WORDS && !isSection(i);
  const more = shorts.filter((i) => i !== title && (inside(i) || summary(i)));
  return more.length === 0 ? prose : [...prose, ...more].sort((a, b) => a - b);
}

/** The first line of prose in `[from, to)`; −1 where there is none. */
function findBody(lines: readonly Line[], from: number, to: number): number {
  for (let i = from; i < to; i += 1) if (lines[i]!.kind === "body") return i;
  return -1;
}

function longest(lines: readonly Line[], among: readonly number[]): number | null {
  return among.reduce<number | null>((best, i) => (best === null || lines[i]!.words > lines[best]!.words ? i : best), null);
}

/** The span of a line. */
export function spanOf(line: Line): Span {
  return { start: line.start, end: line.end };
}
