import type { Doc } from "../../model/doc.ts";
import type { Span } from "../../model/span.ts";

/** A run of tokens `[first, end)` of a Doc. */
export interface Run {
  readonly first: number;
  readonly end: number;
}

/** The trees of a Doc, read downwards: the extent `[low, high]` of what hangs on each token. */
export interface Extents {
  readonly low: Int32Array;
  readonly high: Int32Array;
}

/** Builds the downward view once a Doc. Linear in its tokens. */
export function measureExtents(doc: Doc): Extents {
  const children: number[][] = Array.from({ length: doc.length }, () => []);
  const low = Int32Array.from({ length: doc.length }, (_, i) => i);
  const high = Int32Array.from(low);
  const order: number[] = [];
  for (let i = 0; i < doc.length; i++) {
    const head = doc.head[i]!;
    if (head >= 0) children[head]!.push(i);
    else order.push(i);
  }
  for (let at = 0; at < order.length; at++) for (const child of children[order[at]!]!) order.push(child);
  for (let at = order.length - 1; at >= 0; at--) {
    const token = order[at]!;
    const head = doc.head[token]!;
    if (head < 0) continue;
    low[head] = Math.min(low[head]!, low[token]!);
    high[head] = Math.max(high[head]!, high[token]!);
  }
  return { low, high };
}

/** What hangs on `token`, as one run. */
export function extent(extents: Extents, token: number): Run {
  return { first: extents.low[token]!, end: extents.high[token]! + 1 };
}

/** `runs` without the tokens of `hole`. */
export function without(runs: readonly Run[], hole: Run): Run[] {
  return runs.flatMap((run) => {
    if (hole.end <= run.first || run.end <= hole.first) return [run];
    const left = { first: run.first, end: hole.first };
    const right = { first: hole.end, end: run.end };
    return [left, right].filter((piece) => piece.end > piece.first);
  });
}

/** Cuts commas, stops and dashes off both ends; quotation marks and brackets stay. Null where no letter or digit is left. */
export function trimRun(doc: Doc, run: Run): Run | null {
  let { first, end } = run;
  const loose = (i: number) => /^[,;:.…—–-]+$/.test(doc.text.slice(doc.start[i]!, doc.end[i]!));
  while (first < end && loose(first)) first++;
  while (end > first && loose(end - 1)) end--;
  return end > first && /[\p{L}\p{N}]/u.test(doc.text.slice(doc.start[first], doc.end[end - 1])) ? { first, end } : null;
}

/** Offsets in the text of a run of tokens. */
export function spanOfRun(doc: Doc, run: Run): Span {
  return { start: doc.start[run.first]!, end: doc.end[run.end - 1]! };
}
