import { describe, expect, test } from "vitest";
import { splitPage } from "../../src/article/index.ts";
import { loadPageLexicon } from "../../src/lexicon/pages.ts";
import { readPage } from "../../src/page/index.ts";

const lexicon = loadPageLexicon();
const read = async (first: string, retrievedAt: string | null = null) => {
  const text = `Council votes on the ferry\n${first} and the members heard the yard for many hours before they voted.\nThe yard will build the ferry in two years, the council said.\n`;
  const { pages } = await readPage({ path: "a.txt", bytes: new TextEncoder().encode(text), retrievedAt }, lexicon);
  return splitPage(pages[0]!, lexicon).articles[0]!;
};

describe("datelines", () => {
  test.each([
    ["PORT LENA, March 5 (Reuters) - The council met", "Reuters", "2024-03-05"],
    ["PORT LENA, Lena, May 21, 2023 (AP) — The council met", "AP", "2023-05-21"],
    ["PORT LENA, 5 December. /TASS/. The council met", "TASS", "2023-12-05"],
    ["PORT LENA (AFP) – The council met", "AFP", null],
  ])("%s", async (first, agency, value) => {
    const article = await read(first, "2024-06-01T10:00:00Z");
    expect([article.agency, article.published.value, article.published.basis]).toEqual([agency, value, value ? "dateline" : "none"]);
    expect(article.text.startsWith(first.slice(0, 9))).toBe(true);
  });

  test.each([
    "The council (AP) met on March 5 - again",
    "On March 5 the council met",
    "PORT LENA is a town whose council (Reuters was told) met on March 5",
    "Lena Port (Harbour) – on 5 March the council met",
  ])("no dateline: %s", async (first) =>
    expect(await read(first, "2024-06-01T10:00:00Z")).toMatchObject({ agency: null, published: { value: null } }),
  );

  test("without a year written or a day the page was taken, the year is not guessed", async () => {
    expect((await read("PORT LENA, March 5 (Reuters) - The council met")).published.value).toBeNull();
  });
});
