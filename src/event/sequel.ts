import type { Article } from "../model/article.ts";
import type { Span } from "../model/span.ts";
import type { Quantity } from "../model/values.ts";

const TOLL = /\b(?:were|was|are|had been)\s+(?:\w+\s+)?(?:killed|wounded|injured|hurt|dead)\b|\b(?:died|lost their lives)\b/i;
const TERMS =
  /^["“]?(?:under|as part of)\s+(?:the|this|that|its)\s+(?:[\p{L}-]+\s+)?(?:deal|agreement|accord|pact|treaty|truce|ceasefire|terms?)\b/iu;

/** The sentence after a stretch, in its paragraph; null where the paragraph ends there. */
export function sentenceAfter(text: string, stretch: Span): Span | null {
  const end = text.indexOf("\n", stretch.end);
  const rest = text.slice(stretch.end, end < 0 ? text.length : end);
  const ended = /[.!?]["”')]*$/u.test(text.slice(stretch.start, stretch.end));
  const start = ended ? /^\s+(?=\S)/u.exec(rest) : /^[^.!?]{0,200}?[.!?]["”')]*\s+(?=\S)/u.exec(rest);
  if (!start) return null;
  const from = stretch.end + start[0].length;
  const stop = /[.!?]["”')]*(?=\s|$)/u.exec(text.slice(from, stretch.end + rest.length));
  return { start: from, end: stop ? from + stop.index + stop[0].length : stretch.end + rest.length };
}

/** The next sentence, in the next paragraph where this one ends. */
function sentenceBehind(text: string, stretch: Span): Span | null {
  const own = sentenceAfter(text, stretch);
  if (own) return own;
  const from = text.indexOf("\n", stretch.end) + 1;
  return from > 0 ? (sentenceAfter(text, { start: from, end: from }) ?? lineAt(text, from)) : null;
}

function lineAt(text: string, start: number): Span {
  const stop = /[.!?]["”')]*(?=\s|$)|\n|$/u.exec(text.slice(start));
  return { start, end: start + (stop?.index ?? 0) + (stop?.[0].length ?? 0) };
}

/**
 * Numbers that the next sentence gives of the same happening: the toll of an attack ("Twelve people were killed."),
 * the terms of an agreement ("Under the deal …").
 */
export function sequelQuantities(type: string, article: Article, evidence: Span, quantities: readonly Quantity[]): readonly Quantity[] {
  const next =
    type === "ASSAULT" ? sentenceAfter(article.text, evidence) : type === "AGREE" ? sentenceBehind(article.text, evidence) : null;
  if (!next) return [];
  const words = article.text.slice(next.start, next.end);
  const told = type === "ASSAULT" ? words.length < 90 && TOLL.test(words) : TERMS.test(words);
  return told ? quantities.filter((one) => one.article === article.id && one.start >= next.start && one.end <= next.end) : [];
}
