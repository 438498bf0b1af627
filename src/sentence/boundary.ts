import { bucket, normalForm, shape } from "./features.ts";
import type { TokenSpans } from "./scanner.ts";
import { type Candidate, ruleOf } from "./splitter.ts";
import type { TokenWords } from "./token-words.ts";

/** Number of weights of the splitter. */
export const BOUNDARY_WEIGHTS = 16384;

/** Judges whether a sentence ends at a candidate: a logistic model over the words around it and what the hand-made rule says. */
export function learnedRule(text: string, tokens: TokenSpans, words: TokenWords, weights: Float32Array): (candidate: Candidate) => boolean {
  const features = boundaryFeatures(text, tokens, words);
  const form = (i: number): string => text.slice(tokens.start[i] ?? text.length, tokens.end[i]);
  return (candidate) => {
    // `at 6 p.m. Moscow time`, `8 a.m. GMT`: the corpora have too few of them to learn from.
    if (/^[ap]\.m\.$/i.test(form(candidate.mark)) && (form(candidate.next + 1) === "time" || /^[A-Z]{2,4}$/.test(form(candidate.next))))
      return false;
    let sum = 0;
    for (const index of features(candidate)) sum += weights[index]!;
    return sum > 0;
  };
}

/** The weights that speak at a candidate. */
export function boundaryFeatures(text: string, tokens: TokenSpans, words: TokenWords): (candidate: Candidate) => number[] {
  const rule = ruleOf(text, tokens, words);
  const count = tokens.start.length;
  const form = (i: number): string => (i < 0 || i >= count ? "" : normalForm(text.slice(tokens.start[i], tokens.end[i])));
  return (candidate) => {
    const { mark, next, first } = candidate;
    const verdict = rule(candidate) ? "+" : "-";
    const before = mark > first ? form(mark - 1) : "^";
    const own = form(mark);
    const after = form(next);
    const second = form(next + 1);
    const low = own.toLowerCase();
    const lowAfter = after.toLowerCase();
    const since = Math.min(4, mark - first) + (mark - first > 12 ? 1 : 0) + (mark - first > 40 ? 1 : 0);
    const closed = next > mark + 1 ? form(mark + 1) : "";
    const glued = tokens.start[next] === tokens.end[next - 1] ? "g" : "s";
    const shapes = `${shape(own)} ${shape(after)}`;
    const texts = [
      verdict,
      `${verdict}${shapes}`,
      `${verdict}${glued}${closed}${shape(after)}`,
      `${low}`,
      `${low} ${shape(after)}`,
      `${shape(own)} ${lowAfter}`,
      `${verdict} ${lowAfter}`,
      `${low} ${lowAfter}`,
      `${before.toLowerCase()} ${low}`,
      `${shape(before)} ${shapes}`,
      `${shapes} ${shape(second)}`,
      `${lowAfter} ${second.toLowerCase()}`,
      `${shape(own)} ${shape(after)} ${second.toLowerCase()}`,
      `${since} ${shape(own)}`,
      `${verdict} ${since}`,
      `${shape(before)} ${low} ${lowAfter}`,
      `${shape(form(mark - 2))} ${shape(before)} ${shapes}`,
    ];
    return texts.map((part, kind) => bucket(part, kind + 16, BOUNDARY_WEIGHTS));
  };
}
