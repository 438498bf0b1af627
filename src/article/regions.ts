import { findHeads } from "./heads.ts";
import { type ItemList, mineItems } from "./items.ts";
import type { Line } from "./lines.ts";

/** A stretch of lines `[from, to)`: the page's main part, or what stands under a heading over other items. */
export interface Region {
  readonly from: number;
  readonly to: number;
  /** Line of the heading, or null for the main part. */
  readonly heading: number | null;
  readonly list: ItemList | null;
  /** Stamps that belong to the region's own article, not to items. */
  readonly stamps: readonly number[];
  /** The line of its article's title, where a head was found. */
  readonly title: number | null;
}

/** A list that scores less is not cut: below it the votes contradict each other. */
const LEAST_SCORE = 3;

/** Heads from which on a page holds several articles, and words of a paragraph over the first. */
const LEAST_HEADS = 2;
const LEAD_WORDS = 40;

/** Forms of stamps tried on a page. */
const MOST_FORMS = 6;

/**
 * Cuts a page's lines at the heads of its articles, where it holds several, and at headings over other items, and finds in each part the
 * list of items its stamps show.
 */
export function findRegions(lines: readonly Line[]): readonly Region[] {
  const heads = findHeads(lines);
  if (heads.length < LEAST_HEADS) return cutAtHeadings(lines, 0, lines.length, null);
  const first = heads[0]!;
  // What stands over the first head is the page's own, unless it is an article without one.
  const lead = lines.slice(0, first.from).some((line) => line.kind === "body" && line.words >= LEAD_WORDS);
  return [
    ...(lead ? cutAtHeadings(lines, 0, first.from, null) : []),
    ...heads.flatMap((head, i) => cutAtHeadings(lines, i === 0 && !lead ? 0 : head.from, heads[i + 1]?.from ?? lines.length, head.title)),
  ];
}

function cutAtHeadings(lines: readonly Line[], from: number, to: number, title: number | null): readonly Region[] {
  const regions: Region[] = [];
  const starts = [from - 1];
  // A heading over the title is one of the page's menu.
  for (let i = title ?? from; i < to; i += 1) if (lines[i]!.kind === "more") starts.push(i);
  for (const [i, heading] of starts.entries()) {
    const [start, end] = [heading + 1, starts[i + 1] ?? to];
    if (start >= end) continue;
    regions.push(readRegion(lines, start, end, i === 0 ? null : heading, i === 0 ? title : null));
  }
  return regions;
}

function readRegion(lines: readonly Line[], from: number, to: number, heading: number | null, title: number | null): Region {
  const stamps: number[] = [];
  for (let i = from; i < to; i += 1) if (isFull(lines[i]!)) stamps.push(i);
  if (heading !== null) {
    const list = mineBest(lines, from, to, stamps, true);
    return { from, to, heading, list: list && list.score >= LEAST_SCORE ? list : null, stamps: [], title };
  }
  return readMain(lines, from, to, stamps, title);
}

/** A page writes the stamps of its items in one form; dates of another form stand inside their text. The form that makes the best list wins. */
function mineBest(lines: readonly Line[], from: number, to: number, stamps: readonly number[], headed: boolean): ItemList | null {
  const forms = new Map<string, number[]>();
  for (const s of stamps) {
    const form = formOf(lines[s]!);
    const own = forms.get(form);
    if (own) own.push(s);
    else forms.set(form, [s]);
  }
  const common = [...forms.values()].filter((set) => set.length > 1).sort((a, b) => b.length - a.length || a[0]! - b[0]!);
  const sets = forms.size > 1 ? [stamps, ...common.slice(0, MOST_FORMS)] : [stamps];
  let best: ItemList | null = null;
  for (const set of sets) {
    const list = mineItems(lines, from, to, set, headed);
    // A form that leaves half of the stamps out must be much the better list.
    const worth = (one: ItemList | null) => (one ? one.score + one.items.length / stamps.length : Number.NEGATIVE_INFINITY);
    if (worth(list) > worth(best)) best = list;
  }
  return best;
}

/** A stamp's form: its digits and letters made alike. "An hour ago" and "5 hours ago" are one form. */
function formOf(line: Line): string {
  if (line.stamp?.kind === "relative") return "relative";
  const { rest } = line.stamp ?? { rest: "" };
  return line.text
    .replace(rest === "" ? "\u0000" : rest, "")
    .replace(/\d+/g, "0")
    .replace(/\p{L}+/gu, "a")
    .replace(/[\s|]+/g, " ")
    .trim();
}

/** A stamp that may date an item: a day of a year, or a distance from now. */
function isFull(line: Line): boolean {
  return line.stamp !== null && (line.stamp.kind === "relative" || line.stamp.year !== null || line.stamp.time !== null);
}

/** In the main part the first stamps may be the article's own, over its body or at its end. */
function readMain(lines: readonly Line[], from: number, to: number, stamps: readonly number[], title: number | null): Region {
  const none = (own: readonly number[]): Region => ({ from, to, heading: null, list: null, stamps: own, title });
  const firstBody = lines.slice(from, to).findIndex((line) => line.kind === "body") + from;
  const own = stamps.filter((s) => firstBody < from || s < firstBody);
  const later = stamps.slice(own.length);
  if (stamps.length < 2 || (later.length === 1 && !bodyAfter(lines, later[0]!, to))) return none(stamps);
  const all = title === null ? mineBest(lines, from, to, stamps, false) : null;
  const rest = later.length > 0 && own.length > 0 ? mineBest(lines, from, to, later, false) : null;
  if (all && all.score >= LEAST_SCORE && (!rest || all.score >= rest.score))
    return { from, to, heading: null, list: all, stamps: [], title };
  if (rest && rest.score >= LEAST_SCORE) return { from, to, heading: null, list: rest, stamps: own, title };
  return none(stamps);
}

function bodyAfter(lines: readonly Line[], from: number, to: number): boolean {
  return lines.slice(from, to).some((line) => line.kind === "body");
}
