import { findCopies } from "./copies.ts";
import { cutShared } from "./furniture.ts";
import type { PageSplit } from "./glued.ts";

/**
 * What only all pages together show: furniture that a site's articles share is cut, then copies are told. Call it once, after every page
 * is split and before anything is read in the articles. Pages keep their order.
 */
export function settlePages<T extends PageSplit>(splits: readonly T[]): readonly T[] {
  const trimmed = cutShared(splits.flatMap((split) => split.articles));
  const articles = findCopies(trimmed.map((one) => one.article));
  let at = 0;
  return splits.map((split) => {
    const [from, to] = [at, at + split.articles.length];
    at = to;
    const cut = trimmed.slice(from, to).flatMap((one) => one.cut);
    const leftovers = cut.length === 0 ? split.leftovers : [...split.leftovers, ...cut].sort((a, b) => a.start - b.start || a.end - b.end);
    return { ...split, articles: articles.slice(from, to), leftovers };
  });
}
