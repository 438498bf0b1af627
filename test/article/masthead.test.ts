import { expect, test } from "vitest";
import { splitPage } from "../../src/article/index.ts";
import { loadPageLexicon } from "../../src/lexicon/pages.ts";
import { readPage } from "../../src/page/index.ts";

const lexicon = loadPageLexicon();
const PROSE =
  "The ministers of both states met in the port on Monday and spoke for three hours about the ferry, the fish and the customs duty.";
const first = async (text: string) => {
  const { pages } = await readPage({ path: "page.txt", bytes: new TextEncoder().encode(text) }, lexicon);
  const [article] = splitPage(pages[0]!, lexicon).articles;
  return [article?.publisher, article?.headline, article?.byline?.name, article?.byline?.role];
};

test("the outlet's name over the headline is the publisher, by a word that outlets are named with", async () => {
  expect(await first(`The Harbour Gazette\n\nMinisters meet over the ferry\nBy Ines Orvik, port correspondent\n\n${PROSE}\n`)).toEqual([
    "The Harbour Gazette",
    "Ministers meet over the ferry",
    "Ines Orvik",
    "port correspondent",
  ]);
});

test("what follows a bar or stands in brackets is no part of the name", async () => {
  expect((await first(`Jornal do Cais (English service)\n\nMinisters meet over the ferry\n\n${PROSE}\n`))[0]).toBe("Jornal do Cais");
  expect((await first(`Cais Weekly | English edition\n\nMinisters meet over the ferry\n\n${PROSE}\n`))[0]).toBe("Cais Weekly");
});

test("navigation is no headline, and tells that an outlet's name stands over it", async () => {
  expect(
    (await first(`Northern Light\nHome | World | Business | Opinion\n\nMinisters meet over the ferry\n\n${PROSE}\n`)).slice(0, 2),
  ).toEqual(["Northern Light", "Ministers meet over the ferry"]);
});

test("a headline that comes first stays the headline", async () => {
  expect((await first(`Ministers Visit Island\n\nA ferry may sail again\n\n${PROSE}\n`)).slice(0, 2)).toEqual([null, expect.any(String)]);
  expect((await first(`Ministers meet over the ferry\n\n${PROSE}\n`)).slice(0, 2)).toEqual([null, "Ministers meet over the ferry"]);
});
