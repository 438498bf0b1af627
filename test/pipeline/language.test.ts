import { expect, test } from "vitest";
import { analyze, loadTools } from "../../src/pipeline/index.ts";

const tools = loadTools();

async function read(...pages: readonly string[]) {
  async function* inputs() {
    for (const [i, text] of pages.entries()) yield { path: `${i}.txt`, bytes: new TextEncoder().encode(text) };
  }
  return analyze(inputs(), tools);
}

const GERMAN = `Norwegen fordert Island zum Abzug auf

Norwegen hat Island am Montag aufgefordert, die Boote vor der Küste abzuziehen. Das teilte die Regierung in Oslo mit.
Island wies die Forderung zurück und drohte mit Sanktionen, wenn die Verhandlungen nicht bis zum Sommer beginnen.
`;
const ENGLISH = `Norway asks Iceland to withdraw boats

Norway asked Iceland on Monday to withdraw its boats from the coast, the government in Oslo said.
`;

test("an article in another language is kept, yields no statements, and says so", async () => {
  const { articles, statements, actors, notices, pages } = await read(GERMAN);
  expect(articles.map((a) => [a.language, a.headline])).toEqual([["de", "Norwegen fordert Island zum Abzug auf"]]);
  expect([statements, actors]).toEqual([[], []]);
  expect(notices.map((n) => [n.page, n.rule])).toEqual([[pages[0]!.id, "article/language"]]);
  expect(notices[0]!.reason).toContain("(de)");
});

test("what is in English beside it is read", async () => {
  const { articles, statements, notices } = await read(GERMAN, ENGLISH);
  const english = articles.find((a) => a.language === "en")!;
  expect(statements.map((s) => s.article)).toContain(english.id);
  expect(statements.every((s) => s.article === english.id)).toBe(true);
  expect(notices.map((n) => n.rule)).toEqual(["article/language"]);
  expect((await read(ENGLISH)).notices).toEqual([]);
});
