import type { PageLexicon } from "../lexicon/pages.ts";
import type { Line } from "./lines.ts";

/** How a line between two stretches of prose compares with both: shares 0–1. */
export interface TitleSigns {
  /** Cosine of the words of the prose before and after. */
  readonly likeness: number;
  /** Share of the line's words that the prose after it has, and that the prose before it has. */
  readonly ahead: number;
  readonly behind: number;
  /** Share of the names after the line that stand before it too. */
  readonly names: number;
}

/** Words of prose looked at on either side. */
const REACH = 260;
/** Prose a part must have to be an article. */
const LEAST_WORDS = 60;

/** Lines `[from, to)` that may be the title of another article: no sentence, prose right before and soon after. */
export function titleCandidates(lines: readonly Line[], from: number, to: number): readonly number[] {
  const found: number[] = [];
  for (let i = from + 1; i < to - 1; i += 1) {
    const line = lines[i]!;
    if ((line.kind !== "short" && !(line.kind === "body" && line.words <= 32)) || line.words < 4 || line.words > 32) continue;
    if (/[.…:;,]["'”’)]*$/.test(line.text)) continue;
    const near = lines.slice(i + 1, Math.min(to, i + 6));
    if (near.some((l) => l.kind === "body")) found.push(i);
  }
  return found;
}

/** Compares the prose before and after a line. */
export function readSigns(lines: readonly Line[], start: number, at: number, to: number, lexicon: PageLexicon): TitleSigns {
  const before = gather(lines, at - 1, start - 1, -1);
  const after = gather(lines, at + 1, to, 1);
  const [a, b] = [countWords(before, lexicon), countWords(after, lexicon)];
  const title = [...countWords(lines[at]!.text, lexicon).keys()];
  const share = (words: ReadonlyMap<string, number>) => title.filter((word) => words.has(word)).length / Math.max(1, title.length);
  const [namesBefore, namesAfter] = [readNames(before), readNames(after)];
  const kept = [...namesAfter].filter((name) => namesBefore.has(name)).length;
  return { likeness: cosine(a, b), ahead: share(b), behind: share(a), names: namesAfter.size === 0 ? 0 : kept / namesAfter.size };
}

/** What a title's score must exceed, and how near to it a line is that might be one. Swept over 120 glued pages and 89 single articles. */
const LEAST_SCORE = 0.05;
const UNSURE = 0.12;
/** A title names what its article is about: at least this share of its words stand in it. */
const LEAST_AHEAD = 0.15;
/** Lines of one page compared with what stands around them: a page of more is a list, not glued articles. */
const MOST_TITLES = 400;
/** Candidates this near to each other are lines of one heading. */
const HEADING_LINES = 5;

export interface TitledCuts {
  readonly cuts: readonly number[];
  /** Lines that may be titles and were not cut at. */
  readonly unsure: readonly number[];
}

/** The titles at which a run of prose changes from one article to another, told by what changes with them. When unsure, it is not cut. */
export function findTitledCuts(lines: readonly Line[], from: number, to: number, lexicon: PageLexicon): TitledCuts {
  const cuts: number[] = [];
  const unsure: number[] = [];
  const candidates = titleCandidates(lines, from, to).slice(0, MOST_TITLES);
  const prose = countProse(lines, from, to);
  const between = (a: number, b: number) => (prose[b - from] ?? 0) - (prose[a - from] ?? 0);
  let start = from;
  for (let k = 0; k < candidates.length; k += 1) {
    const at = candidates[k]!;
    if (between(start, at) < LEAST_WORDS || between(at + 1, to) < LEAST_WORDS) continue;
    const rivals = candidates.slice(k, k + HEADING_LINES).filter((other) => other - at < HEADING_LINES);
    const scored = rivals.map((other) => ({ other, score: scoreTitle(readSigns(lines, start, other, to, lexicon)) }));
    const best = scored.reduce((a, b) => (b.score > a.score ? b : a));
    if (best.score > LEAST_SCORE) {
      cuts.push(best.other);
      start = best.other;
      while ((candidates[k + 1] ?? Number.POSITIVE_INFINITY) <= best.other) k += 1;
    } else if (scored[0]!.score > LEAST_SCORE - UNSURE) unsure.push(at);
  }
  return { cuts, unsure };
}

/** A title speaks of what follows and not of what went before; the words and the names change at it. */
function scoreTitle(signs: TitleSigns): number {
  return signs.ahead < LEAST_AHEAD ? Number.NEGATIVE_INFINITY : signs.ahead - signs.behind - 3 * signs.likeness - 2 * signs.names;
}

/** Words of prose before each line, from the first on. */
function countProse(lines: readonly Line[], from: number, to: number): Float64Array {
  const sums = new Float64Array(Math.max(0, to - from) + 1);
  for (let i = from; i < to; i += 1) sums[i - from + 1] = sums[i - from]! + (lines[i]!.kind === "body" ? lines[i]!.words : 0);
  return sums;
}

function gather(lines: readonly Line[], from: number, to: number, step: 1 | -1): string {
  const parts: string[] = [];
  let words = 0;
  for (let i = from; i !== to && words < REACH; i += step) {
    parts.push(lines[i]!.text);
    words += lines[i]!.words;
  }
  if (step < 0) parts.reverse();
  return parts.join("\n");
}

function countWords(text: string, lexicon: PageLexicon): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const m of text.toLowerCase().matchAll(/\p{L}{3,}/gu)) {
    if (lexicon.functionWords.has(m[0])) continue;
    const stem = m[0].slice(0, 5);
    counts.set(stem, (counts.get(stem) ?? 0) + 1);
  }
  return counts;
}

/** Capitalised words that do not begin a sentence. */
function readNames(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(/(?<=[\p{Ll}\p{N},;] )\p{Lu}[\p{L}’'-]{2,}/gu)].map((m) => m[0].replace(/['’]s$/, "").slice(0, 8)));
}

function cosine(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let dot = 0;
  const norm = (counts: ReadonlyMap<string, number>) => Math.sqrt([...counts.values()].reduce((sum, n) => sum + Math.log1p(n) ** 2, 0));
  for (const [word, n] of a) dot += Math.log1p(n) * Math.log1p(b.get(word) ?? 0);
  return dot / (norm(a) * norm(b) || 1);
}
