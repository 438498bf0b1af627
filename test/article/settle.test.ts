import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { makeArticle } from "../../eval/generate/article.ts";
import { findCopies, settlePages, splitPage } from "../../src/article/index.ts";
import { loadPageLexicon } from "../../src/lexicon/pages.ts";
import type { Article } from "../../src/model/article.ts";
import { readPage } from "../../src/page/index.ts";

const lexicon = loadPageLexicon();
const THINGS = "harbour ferry steel rope salt grain lamp sail mast crane".split(" ");
const VERBS = "needs finds brings keeps loses sells paints mends counts moves".split(" ");
/** Sentences that share no run of four words with those of another seed. */
const prose = (seed: number, n: number) =>
  Array.from(
    { length: n },
    (_, i) =>
      `${THINGS[(seed + i) % 10]} ${seed}x${i} ${VERBS[(seed * 3 + i) % 10]} ${seed + i}a and ${i}b${seed} before ${seed}c${i} or ${i}d${seed}.`,
  ).join(" ");
const HEAD = "Please turn on the scripts of your browser to see all that this site has to show you today.";
const TAIL = "All that stands on this site belongs to the Quay and to nobody else at all.";

const splitAll = async (texts: readonly string[]) => {
  const splits = [];
  for (const [i, text] of texts.entries()) {
    const row = JSON.stringify({
      title: `Headline number ${i}`,
      text,
      url: `https://quay.example/${i}`,
      published: `2024-05-0${(i % 9) + 1}`,
    });
    const { pages } = await readPage({ path: `${i}.jsonl`, bytes: new TextEncoder().encode(row) }, lexicon);
    for (const page of pages) splits.push({ page: page.page, ...splitPage(page, lexicon) });
  }
  return splits;
};

describe("what a site's articles share at their ends is furniture", () => {
  test("cut where five articles share it, kept as a leftover", async () => {
    const bodies = Array.from({ length: 6 }, (_, i) => prose(i + 1, 8));
    const settled = settlePages(await splitAll(bodies.map((body) => `${HEAD} ${body} ${TAIL}`)));
    expect(settled.flatMap((s) => s.articles.map((a) => a.text))).toEqual(bodies);
    for (const { page, articles, leftovers } of settled) {
      expect(leftovers.filter((l) => l.rule === "shared").map((l) => page.text.slice(l.start, l.end).trim())).toEqual([HEAD, TAIL]);
      for (const s of articles[0]!.segments)
        expect(articles[0]!.text.slice(s.start, s.end)).toBe(page.text.slice(s.pageStart, s.pageStart + s.end - s.start));
    }
  });

  test("left alone where only four do", async () => {
    const settled = settlePages(await splitAll(Array.from({ length: 4 }, (_, i) => `${HEAD} ${prose(i + 1, 8)}`)));
    for (const { articles } of settled) expect(articles[0]!.text.startsWith(HEAD)).toBe(true);
  });

  test("an article told five times is a copy, not furniture", async () => {
    const settled = settlePages(await splitAll(Array.from({ length: 5 }, () => prose(3, 12))));
    for (const { articles } of settled) expect(articles[0]!.text).toBe(prose(3, 12));
  });
});

const article = (id: string, text: string, date: string, more: Partial<Article> = {}) => makeArticle({ id, text, date, ...more });

describe("copies", () => {
  test("a trimmed copy is credited to the earlier text", () => {
    const [wire, copy] = findCopies([
      article("wire", prose(1, 20), "2024-05-01"),
      article("copy", `HARBOUR CITY, May 2 — ${prose(1, 9)}`, "2024-05-02"),
    ]);
    expect(wire!.copies).toEqual([]);
    expect(copy!.copies.map((c) => c.of)).toEqual(["wire"]);
    expect(copy!.text.slice(copy!.copies[0]!.start, copy!.copies[0]!.end)).toBe(prose(1, 9).slice(0, -1));
  });

  test("of one day, the text signed by an agency is the source", () => {
    const [copy, wire] = findCopies([
      article("copy", `${prose(1, 20)} ${prose(9, 2)}`, "2024-05-01"),
      article("wire", prose(1, 20), "2024-05-01", { agency: "Reuters" }),
    ]);
    expect(copy!.copies.map((c) => c.of)).toEqual(["wire"]);
    expect(wire!.copies).toEqual([]);
  });

  test("a paragraph taken over word for word is a copy however short; one sentence of it, or one of other words, is not", () => {
    const wire =
      "(Harbour Press) - The coast guard said it had turned back nine boats near the cape on Friday. The fishermen's union said two of them sank.";
    const copied = (line: string) =>
      findCopies([
        article("a", `${prose(1, 9)}\n${wire}\n${prose(2, 9)}`, "2024-05-01"),
        article("b", `${prose(3, 9)}\n${line}\n${prose(4, 9)}`, "2024-05-02"),
      ])[1]!;
    const copy = copied(wire);
    expect(copy.copies.map((c) => copy.text.slice(c.start, c.end))).toEqual([wire.slice(1, -1)]);
    expect(copied(wire.slice(0, 91)).copies).toEqual([]);
    expect(copied(wire.replace("nine", "ten")).copies).toEqual([]);
    expect(copied(`“${wire}”`).copies).toEqual([]);
  });

  test("two articles that quote the same speech are no copies", () => {
    const speech = `“${prose(5, 8)}”`;
    const both = findCopies([
      article("a", `${prose(1, 20)} He said: ${speech}`, "2024-05-01"),
      article("b", `${prose(2, 20)} She heard: ${speech}`, "2024-05-02"),
    ]);
    expect(both.flatMap((a) => a.copies)).toEqual([]);
  });

  test("teasers and short notes are left alone; the order of the input changes nothing", () => {
    const list = [
      article("a", prose(1, 20), "2024-05-01"),
      article("b", prose(1, 20), "2024-05-02"),
      article("t", prose(1, 20), "2024-05-03", { kind: "teaser" }),
      article("s", prose(1, 1), "2024-05-03"),
    ];
    const byId = (articles: readonly Article[]) => new Map(articles.map((a) => [a.id, a.copies]));
    expect(byId(findCopies(list))).toEqual(byId(findCopies([...list].reverse())));
    expect(byId(findCopies(list)).get("t")).toEqual([]);
    expect(byId(findCopies(list)).get("s")).toEqual([]);
  });

  test("each copied passage is inside its article", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 25 })), { maxLength: 6 }), (parts) => {
        const made = findCopies(parts.map(([seed, n], i) => article(`a${i}`, prose(seed, n), `2024-05-0${i + 1}`)));
        for (const a of made)
          for (const c of a.copies) expect(c.start >= 0 && c.start < c.end && c.end <= a.text.length && c.of !== a.id).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
