import type { PageLexicon } from "../lexicon/pages.ts";
import type { Article, Published } from "../model/article.ts";
import type { Leftover, Notice } from "../model/page.ts";
import type { PageReading } from "../model/reading.ts";
import type { Span } from "../model/span.ts";
import { buildArticle, type Draft } from "./build.ts";
import { solveMonth } from "./constraint.ts";
import { datelineDate, readDateline } from "./dateline.ts";
import { decideOrder, formatRange, NO_DATE, relativeDate, retrievedRange, solveObserved, stampValue } from "./dates.ts";
import { type Fields, readItem, readMainArticle, repeatedLabels, spanOf } from "./fields.ts";
import { type Prose, readProse } from "./inlay/index.ts";
import { languageOf } from "./language.ts";
import { type Line, lineKey, readLines } from "./lines.ts";
import { findRegions, type Region } from "./regions.ts";
import { findTitledCuts } from "./titled.ts";

export interface PageSplit {
  readonly articles: readonly Article[];
  readonly leftovers: readonly Leftover[];
  /** When the page seems to have been taken (EDTF), or null. */
  readonly observed: string | null;
  readonly notices: readonly Notice[];
}

/** An item with more words than this holds an article, not its teaser: list items of real pages stay below 90. */
const ARTICLE_WORDS = 120;

/** One article or teaser before its date is known. */
interface Piece {
  readonly kind: "article" | "teaser";
  readonly from: number;
  readonly to: number;
  readonly fields: Fields;
  /** The line of the stamp that stands with it. */
  readonly stamp: number | null;
  readonly listed: boolean;
}

/** Splits a page that is only text into its articles and teasers; what belongs to none is left over with the rule that cut it. */
export function splitText(reading: PageReading, lexicon: PageLexicon): PageSplit {
  return splitLines(reading, readLines(reading.page.text, lexicon), lexicon);
}

/** The same for some of a page's lines. */
export function splitLines(reading: PageReading, lines: readonly Line[], lexicon: PageLexicon): PageSplit {
  const { page } = reading;
  const regions = findRegions(lines);
  const pieces = regions.flatMap((region) => readPieces(lines, region, lexicon));
  const dates = dateAll(reading, lines, pieces, lexicon);
  const proses = pieces.map((piece) => readPiece(page.text, lines, piece, lexicon));
  const drafts = pieces.map((piece, i) => draftOf(reading, lines, piece, proses[i]!, dates.published[i]!, lexicon));
  const articles = drafts.map((draft) => buildArticle(page, draft));
  const notices: Notice[] = [];
  if (articles.length === 0) notices.push(nothingFound(page.id, page.text));
  const leftovers = findLeftovers(lines, pieces, proses);
  notices.push(...tellLost(page.id, lines, leftovers));
  for (const region of regions) if (region.heading === null && !region.list) notices.push(...tellUnsure(page.id, lines, region, lexicon));
  return { articles, leftovers, observed: dates.observed, notices };
}

function tellUnsure(page: string, lines: readonly Line[], region: Region, lexicon: PageLexicon): readonly Notice[] {
  return findTitledCuts(lines, region.from, region.to, lexicon)
    .unsure.slice(0, 5)
    .map((i) => {
      const reason = `"${lines[i]!.text.slice(0, 80)}" may begin another article; the page was not cut there. Split the page by hand if it does.`;
      return { page, rule: "article/unsure-cut", reason, ...spanOf(lines[i]!) };
    });
}

/** Words of prose that stand together in no article from which on a reader is told. */
const LOST_WORDS = 80;

/** Prose that stands in no article's text and is nothing the page says of itself: an article may be missing. */
function tellLost(page: string, lines: readonly Line[], leftovers: readonly Leftover[]): readonly Notice[] {
  // Whole lines only: the site's words inside a paragraph are no prose.
  const left = new Set(leftovers.filter(({ rule }) => rule === "line/body").map(({ start }) => start));
  const runs: Line[][] = [];
  let open = false;
  for (const line of lines) {
    const lost = line.kind === "body" && left.has(line.start);
    if (lost && open) runs.at(-1)!.push(line);
    else if (lost) runs.push([line]);
    open = lost || (open && line.kind !== "body");
  }
  return runs
    .map((run) => ({ run, words: run.reduce((sum, line) => sum + line.words, 0) }))
    .filter(({ words }) => words >= LOST_WORDS)
    .map(({ run, words }) => {
      const reason = `${words} words from "${run[0]!.text.slice(0, 60)}" on stand in no article and were left out. If they are one, put it into a page of its own.`;
      return { page, rule: "article/left-out", reason, start: run[0]!.start, end: run.at(-1)!.end };
    });
}

function nothingFound(page: string, text: string): Notice {
  const reason =
    text.trim() === ""
      ? "The page holds no text."
      : "No article was found: the page holds no paragraph of prose. Check that the text was copied whole.";
  return { page, rule: "article/none", reason, start: null, end: null };
}

function readPieces(lines: readonly Line[], region: Region, lexicon: PageLexicon): readonly Piece[] {
  const pieces: Piece[] = [];
  const { list } = region;
  if (region.heading === null) {
    const to = list?.items[0]?.from ?? region.to;
    const starts = [region.from, ...(list ? [] : findTitledCuts(lines, region.from, to, lexicon).cuts)];
    for (const [i, from] of starts.entries()) {
      const end = starts[i + 1] ?? to;
      const fields = readMainArticle(lines, from, end, lexicon, i > 0 ? from : region.title);
      // What stands over a head's title is no date of it.
      const stamp = region.stamps.find((s) => s >= Math.max(from, region.title ?? from) && s < end) ?? null;
      if (fields.words > 0) pieces.push({ kind: "article", from, to: end, fields, stamp, listed: false });
    }
  }
  if (!list) return pieces;
  const repeated = repeatedLabels(list.items.map((item) => lines.slice(item.from, item.to)));
  for (const item of list.items) {
    const fields = readItem(lines, item, list.layout, repeated, lexicon);
    if (fields.title === null && fields.words === 0) continue;
    const kind = fields.words >= ARTICLE_WORDS ? "article" : "teaser";
    pieces.push({ kind, from: item.from, to: item.to, fields, stamp: item.stamp, listed: true });
  }
  return pieces;
}

interface Dated {
  readonly published: readonly Published[];
  readonly observed: string | null;
}

/** Dates every piece: by its own stamp, by the list item with the same title, then by what its text says of months. */
function dateAll(reading: PageReading, lines: readonly Line[], pieces: readonly Piece[], lexicon: PageLexicon): Dated {
  const textOf = (piece: Piece) => piece.fields.body.map((i) => lines[i]!.text).join("\n");
  const stamps = lines.flatMap((line) => (line.stamp ? [line.stamp] : []));
  const order = decideOrder(stamps);
  const relative = pieces.flatMap((piece) => {
    const stamp = piece.stamp === null ? null : lines[piece.stamp]!.stamp;
    return stamp?.kind === "relative" ? [{ hours: stamp.hours, text: textOf(piece) }] : [];
  });
  const range = retrievedRange(reading.page.retrievedAt) ?? solveObserved(relative, lexicon);
  const stamped = pieces.map((piece): Published => {
    const line = piece.stamp === null ? null : lines[piece.stamp]!;
    if (!line?.stamp) return NO_DATE;
    const evidence = [spanOf(line)];
    if (line.stamp.kind === "relative") return relativeDate(line.stamp.hours, range, textOf(piece), evidence, lexicon);
    const value = stampValue(line.stamp, order);
    return value ? { value, basis: piece.listed ? "list-item" : "dateline", evidence } : NO_DATE;
  });
  const newest = stamped
    .flatMap((p) => (p.value && p.basis !== "relative" ? [p.value] : []))
    .sort()
    .at(-1);
  const observed = range
    ? formatRange(Math.floor(range.low / 24), Math.floor(range.high / 24))
    : newest
      ? `${newest.slice(0, 10)}/..`
      : null;
  const latest = range ? formatRange(Math.floor(range.high / 24), Math.floor(range.high / 24)) : (newest?.slice(0, 10) ?? null);
  const titles = datedTitles(lines, pieces, stamped);
  const published = stamped.map((date, i) => {
    const piece = pieces[i]!;
    // What the page's own metadata says stands before any line: it was written for machines.
    if (!piece.listed && reading.metadata.published)
      return { value: reading.metadata.published.value, basis: "meta" as const, evidence: [] };
    if (date.basis !== "none") return date;
    return (
      echoedDate(lines, piece, titles, stamped, i) ??
      signedDate(reading, lines, piece, latest, lexicon) ??
      constrained(lines, piece, latest, lexicon) ??
      NO_DATE
    );
  });
  return { published, observed };
}

/** A list item with the article's own title dates the article. */
function echoedDate(
  lines: readonly Line[],
  piece: Piece,
  titles: ReadonlyMap<string, number>,
  dates: readonly Published[],
  i: number,
): Published | null {
  const twin = titles.get(titleKey(lines, piece) ?? "");
  return twin === undefined || twin === i ? null : { ...dates[twin]!, basis: "list-item" };
}

/** The first dated piece of each title. */
function datedTitles(lines: readonly Line[], pieces: readonly Piece[], dates: readonly Published[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const [i, piece] of pieces.entries()) {
    const key = titleKey(lines, piece);
    if (key && dates[i]!.value !== null && !found.has(key)) found.set(key, i);
  }
  return found;
}

function titleKey(lines: readonly Line[], piece: Piece): string | null {
  return piece.fields.title === null ? null : lineKey(lines[piece.fields.title]!.text);
}

function signedDate(
  reading: PageReading,
  lines: readonly Line[],
  piece: Piece,
  latest: string | null,
  lexicon: PageLexicon,
): Published | null {
  const body = piece.fields.body.slice(0, 1).map((i) => spanOf(lines[i]!));
  return datelineDate(readDateline(reading.page, body, lexicon), latest);
}

function constrained(lines: readonly Line[], piece: Piece, latest: string | null, lexicon: PageLexicon): Published | null {
  const first = piece.fields.body[0];
  const last = piece.fields.body.at(-1);
  if (first === undefined || last === undefined) return null;
  // Joined by line breaks, so that offsets can be turned back into the page's.
  const parts = piece.fields.body.map((i) => lines[i]!);
  const solved = solveMonth(parts.map((line) => line.text).join("\n"), latest, lexicon);
  return solved && { ...solved, evidence: solved.evidence.map((span) => toPage(parts, span)) };
}

function toPage(parts: readonly Line[], span: Span): Span {
  let offset = 0;
  for (const line of parts) {
    if (span.start < offset + line.text.length)
      return { start: line.start + span.start - offset, end: line.start + Math.min(span.end - offset, line.text.length) };
    offset += line.text.length + 1;
  }
  return span;
}

/** A teaser's prose is its own words; an article's is what its paragraphs hold besides captions and the site's words. */
function readPiece(text: string, lines: readonly Line[], piece: Piece, lexicon: PageLexicon): Prose {
  const body = piece.fields.body.map((i) => spanOf(lines[i]!));
  const headline = piece.fields.title === null ? "" : lines[piece.fields.title]!.text;
  return piece.kind === "article" ? readProse(text, body, headline, lexicon) : { body, inlays: [], signed: null };
}

function draftOf(
  reading: PageReading,
  lines: readonly Line[],
  piece: Piece,
  prose: Prose,
  published: Published,
  lexicon: PageLexicon,
): Draft {
  const { fields } = piece;
  const { metadata } = reading;
  const title = fields.title === null ? null : lines[fields.title]!;
  const { body } = prose;
  const captions = [...fields.captions.map((i) => spanOf(lines[i]!)), ...prose.inlays.filter((one) => one.kind === "caption")];
  return {
    kind: piece.kind,
    headline: title?.text ?? metadata.headline?.value ?? "",
    headlineSpan: title ? spanOf(title) : null,
    standfirst: null,
    body,
    captions: captions.sort((a, b) => a.start - b.start),
    publisher: fields.publisher ?? (piece.listed ? null : (metadata.publisher?.value ?? null)),
    agency: (piece.listed ? null : metadata.agency?.value) ?? readDateline(reading.page, body, lexicon).agency,
    byline:
      fields.byline ??
      (prose.signed === null ? null : { name: prose.signed, role: null }) ??
      (piece.listed ? null : metadata.byline && { name: metadata.byline.name, role: metadata.byline.role }),
    section: fields.section,
    language: languageOf(reading, body, lexicon),
    url: piece.listed ? null : (metadata.url?.value ?? reading.page.url),
    published,
    modified: null,
  };
}

/** Everything of the page that stands in no article's text and is no headline, with the reason. */
function findLeftovers(lines: readonly Line[], pieces: readonly Piece[], proses: readonly Prose[]): readonly Leftover[] {
  const leftovers: Leftover[] = [];
  const kept = new Set<number>();
  const lifted = new Map<number, "caption" | "credit">();
  for (const [k, piece] of pieces.entries()) {
    for (const i of piece.fields.captions) lifted.set(i, "caption");
    for (const i of piece.fields.credits) lifted.set(i, "credit");
    if (piece.kind === "teaser") {
      leftovers.push({ start: lines[piece.from]!.start, end: lines[piece.to - 1]!.end, kind: "teaser", rule: "list-item" });
      for (let i = piece.from; i < piece.to; i += 1) kept.add(i);
      continue;
    }
    for (const i of piece.fields.body) kept.add(i);
    if (piece.fields.title !== null) kept.add(piece.fields.title);
    leftovers.push(...proses[k]!.inlays);
  }
  for (const [i, line] of lines.entries()) {
    if (kept.has(i)) continue;
    const kind = lifted.get(i) ?? "boilerplate";
    leftovers.push({ ...spanOf(line), kind, rule: kind === "boilerplate" ? `line/${line.kind}` : kind });
  }
  return leftovers.sort((a, b) => a.start - b.start || a.end - b.end);
}
