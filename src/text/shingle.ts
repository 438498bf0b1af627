import type { Span } from "../model/span.ts";

/** The words of a text in order, folded to compare: each with its place and a 32-bit hash. */
export interface WordRun {
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly hashes: Uint32Array;
}

/** Words in a shingle: with 4, a copy keeps most of its shingles under light edits and two texts on one event share few (measured on 13,366 pairs). */
export const SHINGLE_WORDS = 4;

/** Cuts a text into words (letters and digits; case, marks and apostrophes folded away). */
export function readWords(text: string): WordRun {
  const starts: number[] = [];
  const ends: number[] = [];
  const hashes: number[] = [];
  for (const m of text.matchAll(/[\p{L}\p{N}]+(?:['’ʼʻ][\p{L}]+)*/gu)) {
    starts.push(m.index);
    ends.push(m.index + m[0].length);
    hashes.push(hashWord(m[0].toLowerCase().replace(/['’ʼʻ]/g, "")));
  }
  return { starts: Uint32Array.from(starts), ends: Uint32Array.from(ends), hashes: Uint32Array.from(hashes) };
}

/** FNV-1a over UTF-16 units. */
function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i += 1) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** The hash of each run of `SHINGLE_WORDS` words, in order; one shorter hash for a text of fewer words; empty for none. */
export function shingle(words: WordRun): Uint32Array {
  const n = words.hashes.length;
  if (n === 0) return new Uint32Array(0);
  const width = Math.min(SHINGLE_WORDS, n);
  const out = new Uint32Array(n - width + 1);
  for (let i = 0; i < out.length; i += 1) {
    let hash = 0x9747b28c;
    for (let k = 0; k < width; k += 1) {
      hash = Math.imul(hash ^ words.hashes[i + k]!, 0x85ebca6b);
      hash = (hash << 13) | (hash >>> 19);
    }
    out[i] = hash >>> 0;
  }
  return out;
}

/** The share of the smaller set's shingles that the larger holds as well, 0–1; 0 where one is empty. (Broder's containment.) */
export function containment(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  if (small.size === 0) return 0;
  let shared = 0;
  for (const hash of small) if (large.has(hash)) shared += 1;
  return shared / small.size;
}

/**
 * The passages of a text whose shingles stand in `held`: runs of words with at most `gap` words between two matches, of at least
 * `least` matched words.
 */
export function sharedPassages(
  words: WordRun,
  shingles: Uint32Array,
  held: ReadonlySet<number>,
  gap: number,
  least: number,
): readonly Span[] {
  const spans: Span[] = [];
  let first = -1;
  let last = -1;
  let matched = 0;
  const close = () => {
    if (first >= 0 && matched >= least) spans.push({ start: words.starts[first]!, end: words.ends[last]! });
    first = -1;
    matched = 0;
  };
  for (let i = 0; i < shingles.length; i += 1) {
    if (!held.has(shingles[i]!)) continue;
    const end = Math.min(i + SHINGLE_WORDS, words.starts.length) - 1;
    if (first >= 0 && i > last + 1 + gap) close();
    if (first < 0) {
      first = i;
      matched = end - i + 1;
    } else matched += end - Math.max(last, i - 1);
    last = end;
  }
  close();
  return spans;
}
