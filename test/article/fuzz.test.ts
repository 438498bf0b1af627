import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { splitPage } from "../../src/article/index.ts";
import { loadPageLexicon } from "../../src/lexicon/pages.ts";
import { readPage } from "../../src/page/index.ts";

const lexicon = loadPageLexicon();
const LINES = [
  "",
  "",
  "Latest news",
  "Related articles",
  "5 hours ago",
  "an hour ago",
  "29.04.2025, 17:39",
  "March 3, 2024",
  "03/04/2024",
  "Politics",
  "- The Quay",
  "The Quay",
  "By Ada Quill",
  "Handout/Port Office",
  "This photo shows the ferry at its berth.",
  "Harbour council votes on the new ferry",
  "Salt prices rise",
  "Comments",
  "“",
  "...",
  "\u00a0",
  "\ufeff",
  "Ада Квилл",
  "港口",
  "🚢 boats",
  "The council of the harbour town voted on the ferry after a long debate that went on until morning.",
  `${"The council met again and heard its members. ".repeat(12)}Follow us on: Facebook Short link:`,
] as const;
const pageText = fc
  .array(
    fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...LINES) }, { weight: 1, arbitrary: fc.string({ maxLength: 60, unit: "binary" }) }),
    { maxLength: 60 },
  )
  .map((lines) => lines.join("\n"));

const read = async (text: string, path = "page.txt") => {
  const { pages, notices } = await readPage({ path, bytes: new TextEncoder().encode(text) }, lexicon);
  return { pages, notices, splits: pages.map((page) => splitPage(page, lexicon)) };
};

describe("whatever a page holds", () => {
  test("each article's text is the page's own, character by character; nothing stands in two places", async () => {
    await fc.assert(
      fc.asyncProperty(pageText, async (text) => {
        const { pages, splits } = await read(text);
        for (const [i, split] of splits.entries()) {
          const page = pages[i]!.page.text;
          const taken = new Uint8Array(page.length);
          for (const article of split.articles) {
            let covered = 0;
            for (const s of article.segments) {
              expect(article.text.slice(s.start, s.end)).toBe(page.slice(s.pageStart, s.pageStart + s.end - s.start));
              covered += article.text.slice(s.start, s.end).replace(/\s/g, "").length;
              for (let k = s.pageStart; k < s.pageStart + s.end - s.start; k += 1) {
                expect(taken[k]).toBe(0);
                taken[k] = 1;
              }
            }
            expect(covered).toBe(article.text.replace(/\s/g, "").length);
            for (const c of article.captions) expect(page.slice(c.pageStart, c.pageStart + c.text.length)).toBe(c.text);
            if (article.headlineSpan) expect(page.slice(article.headlineSpan.start, article.headlineSpan.end)).toBe(article.headline);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  test("nothing is lost: what no article holds is a headline or left over with a rule", async () => {
    await fc.assert(
      fc.asyncProperty(pageText, async (text) => {
        const { pages, splits } = await read(text);
        for (const [i, split] of splits.entries()) {
          const page = pages[i]!.page.text;
          const known = new Uint8Array(page.length);
          const mark = (start: number, end: number) => known.fill(1, start, end);
          for (const a of split.articles) {
            for (const s of a.segments) mark(s.pageStart, s.pageStart + s.end - s.start);
            if (a.headlineSpan) mark(a.headlineSpan.start, a.headlineSpan.end);
          }
          for (const l of split.leftovers) {
            expect(l.start >= 0 && l.start < l.end && l.end <= page.length && l.rule !== "").toBe(true);
            mark(l.start, l.end);
          }
          const lost =
            [...page].length === 0
              ? ""
              : Array.from({ length: page.length }, (_, k) => (known[k] ? "" : page[k]))
                  .join("")
                  .trim();
          expect(lost).toBe("");
        }
      }),
      { numRuns: 300 },
    );
  });

  test("the same bytes give the same articles", async () => {
    await fc.assert(
      fc.asyncProperty(pageText, async (text) => {
        expect(await read(text)).toEqual(await read(text));
      }),
      { numRuns: 40 },
    );
  });

  test("broken markup ends in pages or a Notice, and the map leads back to the source", async () => {
    const piece = fc.constantFrom(
      "<p>",
      "</p>",
      "<div class='share ad'>",
      "</div>",
      "<article>",
      "</article>",
      "<h1>Harbour vote</h1>",
      "<!--",
      "-->",
      "<script>",
      "</script>",
      "&amp;",
      "&#8217;",
      "<figcaption>",
      "<td>",
      "<a href='x'>",
      "</a>",
      "<",
      ">",
      "text of some words",
      "A paragraph, with commas, of prose that is long enough to be one and ends here.",
      "\n",
      "<time datetime='2024-05-03'>",
      "<template>",
      "<svg>",
      "<noscript>",
      '<script type="application/ld+json">{"@type":"NewsArticle","headline":',
      "}</script>",
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 80 }), async (pieces) => {
        const source = `<html><body>${pieces.join("")}`;
        const { pages, splits } = await read(source, "page.html");
        for (const [i, { page }] of pages.entries()) {
          for (const p of page.source ?? []) {
            expect(p.sourceEnd).toBeLessThanOrEqual(source.length);
            // A text node begins where its words do, or at an entity that stands for them.
            const first = page.text.slice(p.start, p.end).split(/[\s&’<>]/)[0]!;
            expect(source.slice(p.sourceStart, p.sourceEnd)).toContain(first);
          }
          for (const a of splits[i]!.articles)
            for (const s of a.segments)
              expect(a.text.slice(s.start, s.end)).toBe(page.text.slice(s.pageStart, s.pageStart + s.end - s.start));
        }
      }),
      { numRuns: 300 },
    );
  });

  test("bytes of any kind under any name end in pages or a Notice", async () => {
    const names =
      "a.txt a.html a.mhtml a.eml a.md a.pdf a.docx a.warc a.warc.gz a.csv a.tsv a.jsonl a.json a.xml a.rss a.opml a.gz a".split(" ");
    const heads = [
      "",
      "%PDF-1.7\n",
      "PK\u0003\u0004",
      "WARC/1.0\r\n",
      "<?xml version='1.0'?><rss><channel><item>",
      "<opml>",
      "From: a\r\n\r\n",
      "{",
      "[",
      'a,b\n"',
      "---\n: [\n---\n",
      "<html>",
      "\u001f\u008b\b",
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...names),
        fc.constantFrom(...heads),
        fc.uint8Array({ maxLength: 200 }),
        async (path, head, tail) => {
          const bytes = Uint8Array.from([...[...head].map((c) => c.charCodeAt(0)), ...tail]);
          const { pages, notices } = await readPage({ path, bytes }, lexicon);
          for (const page of pages) splitPage(page, lexicon);
          expect(pages.length + notices.length).toBeGreaterThan(0);
          for (const notice of notices) expect(notice.reason.length).toBeGreaterThan(10);
        },
      ),
      { numRuns: 500 },
    );
  });
});
