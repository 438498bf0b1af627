import type { Article } from "../model/article.ts";
import type { Leftover } from "../model/page.ts";
import type { Span } from "../model/span.ts";
import { makeId } from "../text/hash.ts";
import { readWords, SHINGLE_WORDS, shingle, type WordRun } from "../text/shingle.ts";

/** Words that this many articles of one site share at their ends are the site's own. */
const ARTICLES = 5;
/** Words of furniture at least to cut: a dateline and a title shared by four stories stay below. */
const HEAD_WORDS = 12;
const TAIL_WORDS = 8;
/** Words in a row that furniture may hold of its own (a date, a name). */
const GAP = 6;
/** An article of which more than this share is shared is a copy, not furniture. */
const MOST = 0.6;

interface Read {
  readonly article: Article;
  readonly words: WordRun;
  readonly shingles: Uint32Array;
}

export interface Trimmed {
  readonly article: Article;
  /** What was cut, in the page's text. */
  readonly cut: readonly Leftover[];
}

/**
 * Cuts from the head and tail of articles what five or more articles of the same site share word for word: menus, notices, calls that a
 * flattened page keeps. Needs several articles of a site; alone, an article is left as it is. No list of phrases is used.
 */
export function cutShared(articles: readonly Article[]): readonly Trimmed[] {
  const sites = new Map<string, Read[]>();
  const reads = articles.map((article): Read => {
    const words = readWords(article.text);
    const read = { article, words, shingles: shingle(words) };
    const site = siteOf(article);
    if (article.kind === "article" && site) sites.set(site, [...(sites.get(site) ?? []), read]);
    return read;
  });
  const shared = new Map([...sites].filter(([, own]) => own.length >= ARTICLES).map(([site, own]) => [site, countShared(own)]));
  return reads.map((read) => {
    const furniture = shared.get(siteOf(read.article) ?? "");
    const kept = furniture && read.article.kind === "article" ? keptSpan(read, furniture) : null;
    return kept ? trim(read.article, kept) : { article: read.article, cut: [] };
  });
}

function siteOf(article: Article): string | null {
  return /^https?:\/\/(?:www\.)?([^/]+)/i.exec(article.url ?? "")?.[1]?.toLowerCase() ?? article.publisher;
}

function countShared(reads: readonly Read[]): ReadonlySet<number> {
  const counts = new Map<number, number>();
  for (const { shingles } of reads) for (const hash of new Set(shingles)) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  return new Set([...counts].filter(([, n]) => n >= ARTICLES).map(([hash]) => hash));
}

/** The part of an article's text between the furniture at its ends; null where there is none. */
function keptSpan({ article, words, shingles }: Read, furniture: ReadonlySet<number>): Span | null {
  const n = words.starts.length;
  const held = new Uint8Array(n);
  for (const [i, hash] of shingles.entries()) if (furniture.has(hash)) held.fill(1, i, Math.min(n, i + SHINGLE_WORDS));
  if (held.reduce((sum, one) => sum + one, 0) > n * MOST) return null;
  const first = runFrom(held, 0, 1);
  const last = runFrom(held, n - 1, -1);
  const head = first >= HEAD_WORDS ? first : 0;
  const tail = last >= TAIL_WORDS ? last : 0;
  if ((head === 0 && tail === 0) || head + tail >= n) return null;
  return {
    start: head === 0 ? 0 : openAt(article.text, words.starts[head]!),
    end: tail === 0 ? article.text.length : closeAt(article.text, words.ends[n - tail - 1]!),
  };
}

/** How many words from an end are furniture, gaps within it included. */
function runFrom(held: Uint8Array, at: number, step: 1 | -1): number {
  let length = 0;
  let gap = 0;
  for (let i = at, seen = 1; i >= 0 && i < held.length; i += step, seen += 1) {
    if (held[i]) {
      length = seen;
      gap = 0;
    } else {
      gap += 1;
      if (gap > GAP) break;
    }
  }
  return length;
}

/** Characters in which a sentence cut in two is looked for. */
const SENTENCE = 160;

/** A kept text begins with its opening marks; where that is inside a sentence, with the sentence: too much is better than too little. */
function openAt(text: string, at: number): number {
  let start = at;
  while (start > 0 && /["'“‘(«[]/.test(text[start - 1]!)) start -= 1;
  if (!/\p{Ll}/u.test(text[at] ?? "")) return start;
  const before = text.slice(Math.max(0, start - SENTENCE), start);
  const ends = [...before.matchAll(/[.!?…]["'”’)]*\s+(?=\S)/g)].at(-1);
  return ends ? start - before.length + ends.index + ends[0].length : start;
}

/** A kept text ends with its closing marks; where the next word goes on in the sentence, with the sentence. */
function closeAt(text: string, at: number): number {
  let end = at;
  while (end < text.length && /[.!?…"'”’)»\]]/.test(text[end]!)) end += 1;
  if (!/^[ \u00a0]\p{Ll}/u.test(text.slice(end, end + 2))) return end;
  const stop = /[.!?…]["'”’)]*(?=\s|$)/.exec(text.slice(end, end + SENTENCE));
  return stop ? end + stop.index + stop[0].length : end;
}

function trim(article: Article, kept: Span): Trimmed {
  const text = article.text.slice(kept.start, kept.end);
  const segments = article.segments.flatMap((s) => {
    const [start, end] = [Math.max(s.start, kept.start), Math.min(s.end, kept.end)];
    return start < end ? [{ start: start - kept.start, end: end - kept.start, pageStart: s.pageStart + start - s.start }] : [];
  });
  const cut = article.segments.flatMap((s): Leftover[] => {
    const parts = [
      { start: s.start, end: Math.min(s.end, kept.start) },
      { start: Math.max(s.start, kept.end), end: s.end },
    ];
    return parts
      .filter((part) => part.start < part.end)
      .map((part) => ({
        start: s.pageStart + part.start - s.start,
        end: s.pageStart + part.end - s.start,
        kind: "boilerplate",
        rule: "shared",
      }));
  });
  const at = (offset: number) => Math.min(Math.max(0, offset - kept.start), text.length);
  const captions = article.captions.map((c) => ({ ...c, start: at(c.start), end: at(c.end) }));
  const place = article.headlineSpan?.start ?? segments[0]?.pageStart ?? 0;
  return { article: { ...article, id: makeId(article.page, place, text), text, segments, captions }, cut };
}
