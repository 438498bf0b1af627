import type { Line } from "./lines.ts";

/** A range of lines `[from, to)` that is one item of a list, with the line of its stamp. */
export interface Item {
  readonly from: number;
  readonly to: number;
  readonly stamp: number;
}

/** How a list's items lie around their stamps: cut `lines` lines before the stamp, or after it. */
export interface Layout {
  readonly anchor: "before" | "after";
  readonly lines: number;
}

export interface ItemList {
  readonly layout: Layout;
  readonly items: readonly Item[];
  /** Sum of the votes for this layout over the items' mean; a list below 0 is not to be cut. */
  readonly score: number;
}

const LAYOUTS: readonly Layout[] = [
  { anchor: "before", lines: 0 },
  { anchor: "before", lines: 1 },
  { anchor: "before", lines: 2 },
  { anchor: "before", lines: 3 },
  { anchor: "before", lines: 4 },
  { anchor: "after", lines: 0 },
  { anchor: "after", lines: 1 },
  { anchor: "after", lines: 2 },
];

/**
 * Learns from the lines themselves how the items of a list lie around their stamps, and cuts them.
 * The layouts are few; the page votes: blank lines, what begins and ends the list, titles, and the sequence of kinds that repeats.
 * `headed` says that a heading over the list stands just before `from`. Null where there is no stamp or no layout fits.
 */
export function mineItems(lines: readonly Line[], from: number, to: number, stamps: readonly number[], headed: boolean): ItemList | null {
  let best: ItemList | null = null;
  for (const layout of LAYOUTS) {
    const items = cutItems(lines, from, to, stamps, layout, headed);
    if (!items) continue;
    const score = scoreItems(lines, from, to, items, layout, headed);
    if (!best || score > best.score + 1e-9) best = { layout, items, score };
  }
  return best;
}

function cutItems(
  lines: readonly Line[],
  from: number,
  to: number,
  stamps: readonly number[],
  layout: Layout,
  headed: boolean,
): readonly Item[] | null {
  const { anchor, lines: k } = layout;
  if (stamps.length === 0) return null;
  const cuts: number[] = [];
  if (anchor === "before") {
    for (const [i, s] of stamps.entries()) {
      const cut = s - k;
      if (cut < from || (i > 0 && cut <= stamps[i - 1]!)) return null;
      cuts.push(cut);
    }
    return stamps.map((stamp, i) => ({ from: cuts[i]!, to: cuts[i + 1] ?? to, stamp }));
  }
  for (const [i, s] of stamps.entries()) {
    const cut = s + 1 + k;
    if (cut > to || cut > (stamps[i + 1] ?? to)) return null;
    cuts.push(cut);
  }
  const first = headed ? from : Math.max(from, stamps[0]! - typicalReach(stamps, cuts));
  return stamps.map((stamp, i) => ({ from: i === 0 ? first : cuts[i - 1]!, to: cuts[i]!, stamp })).filter((item) => lines[item.from]);
}

/** How many lines before its stamp an item that closes with it begins: the median over the other items. */
function typicalReach(stamps: readonly number[], cuts: readonly number[]): number {
  const reaches = stamps.slice(1).map((s, i) => s - cuts[i]!);
  return reaches.length === 0 ? 2 : reaches.sort((a, b) => a - b)[Math.floor(reaches.length / 2)]!;
}

const isTitle = (line: Line | undefined) => line !== undefined && (line.kind === "short" || line.kind === "label");

function scoreItems(lines: readonly Line[], from: number, to: number, items: readonly Item[], layout: Layout, headed: boolean): number {
  const n = items.length;
  const share = (test: (item: Item, i: number) => boolean) => items.filter(test).length / n;
  const inner = (item: Item) => lines.slice(item.from, item.to);
  // Prose between the cut and the stamp would be torn from its item.
  const torn = share((item) => {
    const [a, b] = layout.anchor === "before" ? [item.from, item.stamp] : [item.stamp + 1, item.to];
    return lines.slice(a, b).some((line) => line.kind === "body" || line.kind === "more");
  });
  const titled = share((item) => titleBeforeBody(inner(item)));
  const gaps = share((_, i) => (i === 0 && !headed) || standsOff(lines, items, i));
  const echo = layout.anchor === "before" && layout.lines > 0 ? share((item) => echoes(lines, item)) : 0;
  const shapes = modalShare(items.map((item) => shapeOf(inner(item))));
  const openings = modalShare(items.map((item) => lines[item.from]?.kind ?? ""));
  const small = (layout.lines + (layout.anchor === "after" ? 0.5 : 0)) * 0.05;
  return titled * 2 - torn * 4 + gaps + echo * 2 + shapes * 2 + openings + edges(lines, from, to, items, layout, headed) - small;
}

/** What the first and the last item say: nothing of the list may be left over at either end. */
function edges(lines: readonly Line[], from: number, to: number, items: readonly Item[], layout: Layout, headed: boolean): number {
  const [first, last] = [items[0]!, items[items.length - 1]!];
  const orphansBefore = headed ? lines.slice(from, first.from).filter((line) => line.kind !== "furniture").length : 0;
  let score = headed ? (orphansBefore === 0 ? 1 : -Math.min(2, orphansBefore)) : 0;
  if (layout.anchor === "after") {
    const left = lines.slice(last.to, to);
    score += left.some((line) => line.kind === "body") ? -2 : left.some((line) => isTitle(line)) ? -0.5 : 1;
    if (!titleBeforeBody(lines.slice(first.from, first.to))) score -= 2;
  } else if (!titleBeforeBody(lines.slice(last.from, last.to))) score -= 2;
  return score;
}

/** Holds a title, and the title stands before the prose if there is any. */
function titleBeforeBody(item: readonly Line[]): boolean {
  const body = item.findIndex((line) => line.kind === "body");
  return (body < 0 ? item : item.slice(0, body)).some((line) => line.kind === "short" || (line.kind === "label" && line.words > 1));
}

/** More blank lines before the item's first line than anywhere else between the two stamps around it. */
function standsOff(lines: readonly Line[], items: readonly Item[], i: number): boolean {
  const item = items[i]!;
  const before = i === 0 ? item.from : items[i - 1]!.stamp + 1;
  const after = Math.max(item.stamp, item.from);
  const own = lines[item.from]?.gap ?? 0;
  let others = 0;
  for (let k = before; k <= Math.max(after, item.from); k++) if (k !== item.from) others = Math.max(others, lines[k]?.gap ?? 0);
  return own > others;
}

/** The line before the stamp stands again after it: an outlet named twice. */
function echoes(lines: readonly Line[], item: Item): boolean {
  const plain = (line: Line | undefined) => line?.text.replace(/^[\s\-–—]+/, "").toLowerCase();
  const opening = plain(lines[item.from]);
  return opening !== undefined && item.from < item.stamp && plain(lines[item.stamp + 1]) === opening;
}

/** The sequence of kinds, runs of the same kind written once; a picture's text or a label may be missing. */
function shapeOf(item: readonly Line[]): string {
  const kinds = item.filter((line) => line.kind !== "furniture").map((line) => (line.kind === "label" ? "short" : line.kind));
  return kinds.filter((kind, i) => kind !== kinds[i - 1]).join(" ");
}

function modalShare(values: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return Math.max(0, ...counts.values()) / Math.max(1, values.length);
}
