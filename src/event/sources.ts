import type { Article } from "../model/article.ts";
import type { Span } from "../model/span.ts";
import type { Statement } from "../model/statement.ts";
import { holdsWords } from "../text/words.ts";

/** Whose words a statement is, once copies and wire text are credited to where they came from. */
export interface Source {
  /** The key accounts are folded under. */
  readonly key: string;
  /** The name to show. */
  readonly name: string;
  /** The article the words are credited to. */
  readonly article: string;
}

/** Finds the independent source of each statement: a copied passage is the account of the article it came from, wire text that of its agency. */
export function makeSources(articles: readonly Article[]): (statement: Statement) => Source {
  const byId = new Map(articles.map((one) => [one.id, one]));
  const sourceOf = (article: Article, evidence: Span | null, seen: ReadonlySet<string>): Source => {
    const copy = evidence && article.copies.find((one) => holdsWords(article.text, one, evidence) && !seen.has(one.of));
    const original = copy && byId.get(copy.of);
    if (original) {
      // The original may itself be a copy as a whole; where within it the passage stands is not known here.
      const whole = original.copies.find((one) => one.end - one.start >= original.text.trim().length * 0.8 && !seen.has(one.of));
      return sourceOf(original, whole ? { start: whole.start, end: whole.end } : null, new Set([...seen, article.id]));
    }
    const name = article.agency ?? article.publisher ?? article.headline;
    return { key: foldOutlet(name), name, article: article.id };
  };
  return (statement) => {
    const article = byId.get(statement.article);
    if (!article) return { key: statement.article, name: statement.article, article: statement.article };
    return sourceOf(article, statement.evidence, new Set());
  };
}

/** The name of an outlet without case, article, domain ending and punctuation, so that one outlet is one account. */
export function foldOutlet(name: string): string {
  const folded = name
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/^(?:https?:\/\/)?(?:www\.)?/, "")
    .replace(/\.(?:com|org|net|co\.uk|info|news)$/, "")
    .replace(/^the\s+/, "")
    .replaceAll(/[^\p{L}\p{N}]+/gu, "");
  return folded || name;
}
