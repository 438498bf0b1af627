import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { AnalysedPage, Analysis } from "../model/analysis.ts";
import type { Article } from "../model/article.ts";
import type { Finding } from "../view/check.ts";

/**
 * Compares a sound analysis with the files it was read from: the SHA-256 of their bytes, and for plain text
 * every segment of its articles, character by character. Paths are taken as they stand, from the working folder.
 */
export async function compareSources(analysis: Analysis): Promise<readonly Finding[]> {
  const found: Finding[] = [];
  for (const [p, page] of analysis.pages.entries()) {
    const bytes = await readFile(page.path).catch(() => null);
    const path = `$.pages[${p}]`;
    if (bytes === null) found.push({ path: `${path}.path`, message: `${page.path} cannot be read` });
    else if (createHash("sha256").update(bytes).digest("hex") !== page.sha256)
      found.push({ path: `${path}.sha256`, message: `the bytes of ${page.path} are not those that were read` });
    else if (page.mediaType === "text/plain") found.push(...compareText(analysis, page, new TextDecoder().decode(bytes)));
  }
  return found;
}

function compareText(analysis: Analysis, page: AnalysedPage, text: string): readonly Finding[] {
  // A page whose text was changed while it was decoded (another encoding, a byte order mark) cannot be compared here.
  if (text.length !== page.length) return [];
  return analysis.articles.flatMap((article, a) => (article.page === page.id ? compareSegments(article, `$.articles[${a}]`, text) : []));
}

function compareSegments(article: Article, path: string, text: string): readonly Finding[] {
  return article.segments.flatMap((segment, n) => {
    const length = segment.end - segment.start;
    const same = text.slice(segment.pageStart, segment.pageStart + length) === article.text.slice(segment.start, segment.end);
    return same ? [] : [{ path: `${path}.segments[${n}]`, message: `the page reads otherwise from ${segment.pageStart} on` }];
  });
}
