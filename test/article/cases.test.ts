import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { settlePages, splitPage } from "../../src/article/index.ts";
import { loadPageLexicon } from "../../src/lexicon/pages.ts";
import { readPage } from "../../src/page/index.ts";

const lexicon = loadPageLexicon();
const cases = new URL("../cases/pages/", import.meta.url);

/** Expectations are made with UPDATE_CASES=1, refused in CI, and read in the diff before they are committed. */
test.each(readdirSync(cases))("%s", async (name) => {
  const file = readdirSync(new URL(`${name}/`, cases)).find((one) => one.startsWith("page."))!;
  const bytes = readFileSync(new URL(`${name}/${file}`, cases));
  const { pages, notices } = await readPage({ path: file, bytes }, lexicon);
  const splits = settlePages(pages.map((page) => ({ page: page.page, ...splitPage(page, lexicon) })));
  const got = splits.map(({ page, articles, leftovers, observed, notices: own }) => ({
    observed,
    articles: articles.map(({ kind, headline, publisher, byline, section, published, language, text, captions }) => ({
      kind,
      headline,
      publisher,
      byline,
      section,
      language,
      published: `${published.value} ${published.basis}: ${published.evidence.map((span) => page.text.slice(span.start, span.end)).join(" | ")}`,
      text: text.split("\n").map((line) => (line.length > 90 ? `${line.slice(0, 40)} … ${line.slice(-40)}` : line)),
      captions: captions.map((caption) => caption.text),
    })),
    leftovers: leftovers.map(
      ({ start, end, kind, rule }) => `${kind} ${rule}: ${page.text.slice(start, end).replace(/\s+/g, " ").slice(0, 70)}`,
    ),
    notices: [...notices, ...own].map((notice) => `${notice.rule}: ${notice.reason}`),
  }));
  const expected = new URL(`${name}/expected.json`, cases);
  if (process.env["UPDATE_CASES"] && !process.env["CI"]) writeFileSync(expected, `${JSON.stringify(got, null, 1)}\n`);
  expect(existsSync(expected)).toBe(true);
  expect(got).toEqual(JSON.parse(readFileSync(expected, "utf8")));
});
