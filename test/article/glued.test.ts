import { expect, test } from "vitest";
import { splitPage } from "../../src/article/index.ts";
import { loadPageLexicon } from "../../src/lexicon/pages.ts";
import { readPage } from "../../src/page/index.ts";

const lexicon = loadPageLexicon();
const split = async (text: string) => {
  const { pages } = await readPage({ path: "page.txt", bytes: new TextEncoder().encode(text) }, lexicon);
  return { text, ...splitPage(pages[0]!, lexicon) };
};
const prose = (topic: string, sentences: number) =>
  Array.from(
    { length: sentences },
    (_, i) => `The ${topic} council met for the ${i + 1}th time and heard what its members had to say.`,
  ).join(" ");

const LIST = `Harbour council votes on the new ferry

The council of the harbour town voted on the ferry after a long debate.

${prose("harbour", 6)}

Latest news

Kemalar va bandargoh

Ferry builders ask for more time

The yard says that it needs two more months to build the ferry.

Economy

29.04.2025, 17:39

Harbour council votes on the new ferry

The council of the harbour town voted on the ferry after a long debate.

Politics

04.03.2025, 12:38
`;

test("a list under a heading is cut at stamps that close its items, and the article's own title dates it", async () => {
  const { articles } = await split(LIST);
  expect(articles.map((a) => [a.kind, a.headline, a.section, a.published.value, a.published.basis])).toEqual([
    ["article", "Harbour council votes on the new ferry", null, "2025-03-04T12:38", "list-item"],
    ["teaser", "Ferry builders ask for more time", "Economy", "2025-04-29T17:39", "list-item"],
    ["teaser", "Harbour council votes on the new ferry", "Politics", "2025-03-04T12:38", "list-item"],
  ]);
});

test("stamps that open their items under an outlet named twice", async () => {
  const item = (outlet: string, hours: number, title: string, topic: string) =>
    `\n\n${outlet}\n${hours} hours ago\n- ${outlet}\n${title}\n${prose(topic, 12)} Follow us on: Facebook Short link:\n`;
  const { articles } = await split(
    `Fishers want the old port back\n${prose("fishing", 9)}\nComments\nRelated Articles${item("The Quay", 3, "Salt prices rise", "salt")}${item("Net Weekly", 4, "Rope makers strike", "rope")}`,
  );
  expect(articles.map((a) => [a.kind, a.headline, a.publisher])).toEqual([
    ["article", "Fishers want the old port back", null],
    ["article", "Salt prices rise", "The Quay"],
    ["article", "Rope makers strike", "Net Weekly"],
  ]);
  expect(articles[1]!.text.endsWith("say.")).toBe(true);
});

test("every segment is the page's own text", async () => {
  const { text, articles } = await split(LIST);
  for (const a of articles)
    for (const s of a.segments) expect(a.text.slice(s.start, s.end)).toBe(text.slice(s.pageStart, s.pageStart + s.end - s.start));
});

test("an undated article that tells one meeting by month and by distance is dated by both", async () => {
  const { articles } = await split(
    `Envoys return to the island\nIn talks last month with the envoys in Port Lena the council asked for grain. ${prose("island", 5)}\nThe May talks in Port Lena were led by the harbour master. ${prose("grain", 5)}\nRelated news\n\nSecond headline about boats\n12.08.2023, 10:00\n\nThird headline about nets\n11.08.2023, 10:00\n`,
  );
  expect(articles[0]!.published).toMatchObject({ value: "2023-06", basis: "constraint" });
});

test("a page of one article is not cut", async () => {
  const { articles } = await split(
    `One headline over the story\n12 May 2024\n${prose("first", 5)}\n\nA subhead here\n${prose("second", 5)}\n`,
  );
  expect(articles.map((a) => [a.headline, a.published.value, a.published.basis])).toEqual([
    ["One headline over the story", "2024-05-12", "dateline"],
  ]);
});

test("a sentence that begins like a call of the site stays in the article", async () => {
  const kept = [
    "Follow the money, said the head of the council, and you will find the yard.",
    "Donate is what the fishers did, and more than once, before the winter came to the port.",
    "Share prices of the yard fell after the vote of the council on Tuesday evening.",
  ];
  const { articles } = await split(`Council votes on the ferry\n${prose("harbour", 3)}\n${kept.join("\n")}\n${prose("ferry", 3)}\n`);
  for (const line of kept) expect(articles[0]!.text).toContain(line);
});

test("two countries with a slash between them are no picture credit", async () => {
  const { articles } = await split(`Lena/Quay: Talks on Salt Resume\n${prose("salt", 6)}\n`);
  expect(articles.map((a) => a.headline)).toEqual(["Lena/Quay: Talks on Salt Resume"]);
});

test("prose that belongs to no article is told, not lost in silence", async () => {
  const { notices, articles } = await split(
    `Harbour council votes on the new ferry\n\n${prose("harbour", 6)}\n\nRelated articles\n\n${prose("lighthouse", 8)}\n`,
  );
  expect(articles).toHaveLength(1);
  expect(notices.map(({ rule, reason }) => `${rule}: ${reason}`)).toEqual([
    expect.stringMatching(/^article\/left-out: \d+ words from "The lighthouse council met/),
  ]);
});

test("a page whose prose all stands in its article tells of none left out", async () => {
  const { notices } = await split(
    `Harbour council votes on the new ferry\n\n${prose("harbour", 16)}\n\nRelated articles\n\nA lighthouse for sale\n`,
  );
  expect(notices).toEqual([]);
});
