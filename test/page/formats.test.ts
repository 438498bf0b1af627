import { gzipSync, strToU8 } from "fflate";
import { describe, expect, test } from "vitest";
import { splitPage } from "../../src/article/index.ts";
import { loadPageLexicon } from "../../src/lexicon/pages.ts";
import { DEFAULT_LIMITS, type PageInput, readPage } from "../../src/page/index.ts";
import { growsLinearly } from "../support/growth.ts";
import { makeDocx, makeHtml, makePdf, makeWarc } from "./bytes.ts";

const lexicon = loadPageLexicon();
const bytes = (text: string) => new TextEncoder().encode(text);
const read = async (path: string, content: string | Uint8Array, more: Partial<PageInput> = {}) => {
  const { pages, notices } = await readPage({ path, bytes: typeof content === "string" ? bytes(content) : content, ...more }, lexicon);
  return { pages, notices, articles: pages.flatMap((page) => splitPage(page, lexicon).articles) };
};
const PROSE = [
  "The council of the harbour town voted on the new ferry after a debate that went on until the early morning.",
  "Its members had heard from the yard, from the fishers and from the people who live on the other side of the water.",
  "The yard said that it needs two more months, and that the price of steel has risen since the contract was signed.",
  "Fishers fear for the old port, where their boats have lain since before the railway came to the harbour town.",
];
const TITLE = "Harbour council votes on the new ferry";

describe("each format gives the article it holds", () => {
  test("HTML: furniture and captions out, metadata in", async () => {
    const { pages, articles, notices } = await read("a.html", makeHtml(TITLE, PROSE));
    expect(notices).toEqual([]);
    expect(articles).toHaveLength(1);
    expect(articles[0]).toMatchObject({ headline: TITLE, publisher: "The Quay", language: "en", text: PROSE.join("\n") });
    expect(articles[0]!.captions.map((c) => c.text)).toEqual(["The ferry at its berth in spring."]);
    expect(articles[0]!.published.value).toMatch(/^2024-05-03/);
    const page = pages[0]!.page;
    for (const piece of page.source!.slice(0, 20))
      expect(makeHtml(TITLE, PROSE).slice(piece.sourceStart, piece.sourceEnd)).toContain(page.text.slice(piece.start, piece.end));
    expect(page.source!.find((piece) => page.text.slice(piece.start, piece.end) === PROSE[1])!.element).toBe("html/body/main/article/p[2]");
  });

  test("MHTML and SingleFile say where and when they were saved", async () => {
    const mhtml = `From: <Saved by Blink>\r\nSnapshot-Content-Location: https://quay.example/ferry\r\nSubject: x\r\nDate: Mon, 6 May 2024 07:08:09 -0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\nContent-Location: https://quay.example/ferry\r\n\r\n${makeHtml(TITLE, PROSE)}\r\n--b--\r\n`;
    const saved = await read("a.mhtml", mhtml);
    expect(saved.pages[0]!.page).toMatchObject({ url: "https://quay.example/ferry", retrievedAt: "2024-05-06T07:08Z" });
    expect(saved.articles[0]!.text).toBe(PROSE.join("\n"));
    const single = await read(
      "b.html",
      makeHtml(TITLE, PROSE).replace(
        "<head>",
        "<head><!--\n Page saved with SingleFile \n url: https://quay.example/ferry \n saved date: Mon May 06 2024 07:08:09 GMT+0000 (UTC)\n-->",
      ),
    );
    expect(single.pages[0]!.page).toMatchObject({ url: "https://quay.example/ferry", retrievedAt: "2024-05-06T07:08Z" });
  });

  test("mail", async () => {
    const { articles } = await read(
      "a.eml",
      `From: The Quay <news@quay.example>\r\nSubject: ${TITLE}\r\nDate: Fri, 3 May 2024 09:30:00 +0000\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${PROSE.join("\r\n\r\n")}\r\n`,
    );
    expect(articles[0]).toMatchObject({ headline: TITLE, publisher: "The Quay", text: PROSE.join("\n") });
    expect(articles[0]!.published.value).toBe("2024-05-03T09:30Z");
  });

  test("Markdown without its marks, front matter read", async () => {
    const { articles } = await read(
      "a.md",
      `---\ntitle: ${TITLE}\ndate: 2024-05-03\nauthor: Ada Quill\n---\n# ${TITLE}\n\n${PROSE[0]!.replace("harbour town", "**harbour town**")}\n\n${PROSE[1]!.replace("the yard", "[the yard](https://yard.example)")}\n`,
    );
    expect(articles[0]).toMatchObject({ headline: TITLE, text: `${PROSE[0]}\n${PROSE[1]}`, byline: { name: "Ada Quill" } });
    expect(articles[0]!.published).toMatchObject({ value: "2024-05-03", basis: "meta" });
  });

  test("DOCX", async () => {
    const { articles } = await read("a.docx", makeDocx([TITLE, ...PROSE]));
    expect(articles[0]).toMatchObject({ headline: TITLE, text: PROSE.join("\n") });
  });

  test("PDF: lines of print joined into paragraphs", async () => {
    const cut = (text: string) => text.replace(/(.{40,60}) /g, "$1\n").split("\n");
    const { articles } = await read("a.pdf", makePdf([TITLE, "", ...cut(PROSE[0]!), "", ...cut(PROSE[1]!)]));
    expect(articles[0]).toMatchObject({ headline: TITLE, text: `${PROSE[0]}\n${PROSE[1]}` });
  });

  test("WARC, plain and compressed", async () => {
    const warc = makeWarc("https://quay.example/1", makeHtml(TITLE, PROSE)) + makeWarc("https://quay.example/2", "<p>gone</p>", 404);
    for (const content of [strToU8(warc), gzipSync(strToU8(warc))]) {
      const { pages, articles } = await read("a.warc.gz", content);
      expect(pages.map((p) => [p.page.url, p.page.retrievedAt])).toEqual([["https://quay.example/1", "2024-05-06T07:08:09Z"]]);
      expect(articles[0]!.text).toBe(PROSE.join("\n"));
    }
  });

  test("CSV and JSON lines: columns guessed, and settable", async () => {
    const csv = `id,Title,body,date\n1,"${TITLE}","${PROSE.join("\n")}",2024-05-03\n`;
    expect((await read("a.csv", csv)).articles[0]).toMatchObject({
      headline: TITLE,
      text: PROSE.join("\n"),
      published: { value: "2024-05-03" },
    });
    const row = { note: PROSE[3], words: PROSE.join(" "), title: TITLE };
    expect((await read("a.jsonl", `${JSON.stringify(row)}\n{broken\n`)).articles[0]!.text).toBe(PROSE.join(" "));
    expect((await read("a.jsonl", `${JSON.stringify(row)}\n`, { columns: { text: "note" } })).articles[0]!.text).toBe(PROSE[3]);
    expect((await read("a.jsonl", `${JSON.stringify(row)}\n{broken\n`)).notices.map((n) => n.rule)).toEqual(["page/bad-lines"]);
  });

  test("feeds: whole items are articles, summaries teasers", async () => {
    const rss = `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Quay</title><item><title>${TITLE}</title><link>https://quay.example/1</link><pubDate>Fri, 03 May 2024 09:30:00 GMT</pubDate><content:encoded><![CDATA[${PROSE.map((p) => `<p>${p}</p>`).join("")}]]></content:encoded></item><item><title>Rope makers strike</title><description>Rope makers have stopped work.</description></item></channel></rss>`;
    const { articles } = await read("feed.xml", rss);
    expect(articles.map((a) => [a.kind, a.headline, a.publisher, a.published.value])).toEqual([
      ["article", TITLE, "The Quay", "2024-05-03T09:30Z"],
      ["teaser", "Rope makers strike", "The Quay", null],
    ]);
    expect(articles[0]!.text).toBe(PROSE.join("\n"));
    const json = {
      version: "https://jsonfeed.org/version/1.1",
      title: "The Quay",
      items: [{ id: "1", title: TITLE, content_html: `<p>${PROSE[0]}</p>`, date_published: "2024-05-03T09:30:00Z" }],
    };
    expect((await read("feed.json", JSON.stringify(json))).articles[0]).toMatchObject({ headline: TITLE, text: PROSE[0] });
  });

  test("OPML lists feeds and holds no page", async () => {
    const { pages, notices } = await read(
      "a.opml",
      `<?xml version="1.0"?><opml version="2.0"><body><outline text="x" type="rss" xmlUrl="https://quay.example/feed"/></body></opml>`,
    );
    expect(pages).toEqual([]);
    expect(notices[0]).toMatchObject({ rule: "page/opml" });
    expect(notices[0]!.reason).toContain("https://quay.example/feed");
  });
});

describe("charsets", () => {
  test.each([
    ["windows-1251", Uint8Array.from([0xd1, 0xee, 0xe2, 0xe5, 0xf2, 0x20, 0xe3, 0xee, 0xf0, 0xee, 0xe4, 0xe0, 0x2e]), "Совет города."],
    ["windows-1252", Uint8Array.from([0x63, 0x61, 0x66, 0xe9, 0x20, 0x93, 0x71, 0x94]), "café “q”"],
    ["utf-16le", Uint8Array.from([0xff, 0xfe, 0x41, 0, 0x42, 0]), "AB"],
  ])("%s", async (_, content, text) => expect((await read("a.txt", content)).pages[0]!.page.text).toBe(text));

  test("what cannot be decoded is told", async () => {
    const { notices } = await read(
      "a.txt",
      Uint8Array.from([...bytes("Совет города принял решение. "), 0xff, ...bytes(" Да, так и было. Совет города.")]),
    );
    expect(notices.map((n) => n.rule)).toEqual(["page/charset"]);
  });
});

describe("hostile inputs end in a Notice", () => {
  test.each([
    ["empty.txt", new Uint8Array(0), "page/empty"],
    ["noise.bin", Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256), "page/binary"],
    ["broken.pdf", bytes("%PDF-1.4\nnothing here"), "page/unreadable"],
    ["broken.docx", Uint8Array.from([...bytes("PK\u0003\u0004word/"), 1, 2, 3, 4]), "page/unreadable"],
    ["broken.gz", Uint8Array.from([0x1f, 0x8b, 9, 9, 9]), "page/unreadable"],
  ])("%s", async (path, content, rule) => {
    const { pages, notices } = await read(path, content);
    expect(pages).toEqual([]);
    expect(notices.map((n) => n.rule)).toEqual([rule]);
  });

  test("a document that unpacks to more than the limit is not unpacked", async () => {
    const bomb = makeDocx(["x"], { "word/media/zeros.bin": new Uint8Array(64 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(1_000_000);
    const { notices } = await readPage({ path: "bomb.docx", bytes: bomb }, lexicon, { ...DEFAULT_LIMITS, unpackedBytes: 1024 * 1024 });
    expect(notices.map((n) => n.rule)).toEqual(["page/unpacked-limit"]);
  });

  test("ten megabytes of tags inside each other", async () => {
    const deep = (tags: number) => read("deep.html", `<html><body>${"<div>".repeat(tags)}deep words`);
    const { pages, notices } = await deep(2_000_000);
    expect(notices.map((n) => n.rule)).toEqual(["page/markup-limit"]);
    expect(pages[0]!.page.text).toContain("deep words");
    expect(await growsLinearly(deep, 500_000)).toBe(true);
  });

  test("tags inside each other below the length limit", async () => {
    const { notices } = await read("deep.html", `<html><body>${"<div>".repeat(100_000)}deep words${"<p>".repeat(100_000)}`);
    expect(notices.map((n) => n.rule)).toEqual(["page/markup-limit"]);
  });

  test.each([
    ["brackets.md", "", "[", 400_000],
    ["links.md", "", "[a](", 100_000],
    ["ticks.md", "", "`a", 200_000],
    ["quotes.csv", 'a,b\n"', 'x""', 100_000],
    ["deep.jsonl", "", "[", 500_000],
    ["deep.opml", '<opml version="2.0"><body>', '<outline text="a">', 20_000],
  ])("%s takes time in proportion to its length", async (path, head, unit, times) => {
    const { pages, notices } = await read(path, head + unit.repeat(times));
    expect(pages.length + notices.length).toBeGreaterThan(0);
    expect(await growsLinearly((n) => read(path, head + unit.repeat(n)), times / 4)).toBe(true);
  });

  test("an input longer than the limit is read up to it", async () => {
    const { pages, notices } = await readPage({ path: "long.txt", bytes: bytes("A sentence of six words here. ".repeat(1000)) }, lexicon, {
      ...DEFAULT_LIMITS,
      inputBytes: 3000,
    });
    expect(notices.map((n) => n.rule)).toEqual(["page/too-long"]);
    expect(pages[0]!.page.text).toHaveLength(3000);
  });
});

describe("dates of HTML pages without metadata", () => {
  const page = (stamp: string, below = "") =>
    `<html><body><h1>${TITLE}</h1><p>${stamp}</p><div>${PROSE.map((p) => `<p>${p}</p>`).join("")}${PROSE.map((p) => `<p>Again: ${p}</p>`).join("")}</div>${below}</body></html>`;
  const list = `<aside><h3>More news</h3><ul>${[
    ["Salt prices rise for a third week", "4 May 2024"],
    [TITLE, "3 May 2024"],
    ["Rope makers end their long strike", "2 May 2024"],
  ]
    .map(([t, d]) => `<li><a href="/x">${t}</a><p>${d}</p></li>`)
    .join("")}</ul></aside>`;

  test("a stamp between the headline and the body", async () => {
    const { articles } = await read("a.html", page("3 May 2024, 10:15"));
    expect(articles[0]!.published).toMatchObject({ value: "2024-05-03T10:15", basis: "dateline" });
    expect(articles[0]!.text.startsWith(PROSE[0]!)).toBe(true);
  });

  test("hours ago, counted from when the page was taken", async () => {
    expect((await read("a.html", page("5 hours ago"), { retrievedAt: "2024-05-03T03:00:00Z" })).articles[0]!.published).toMatchObject({
      value: "2024-05-02",
      basis: "relative",
    });
    expect((await read("a.html", page("5 hours ago"))).articles[0]!.published).toMatchObject({ value: null, basis: "relative" });
  });

  test("a list under the article is teasers, and its own title there dates it", async () => {
    const { articles } = await read("a.html", page("", list));
    expect(articles.map((a) => [a.kind, a.headline, a.published.value, a.published.basis])).toEqual([
      ["article", TITLE, "2024-05-03", "list-item"],
      ["teaser", "Salt prices rise for a third week", "2024-05-04", "list-item"],
      ["teaser", TITLE, "2024-05-03", "list-item"],
      ["teaser", "Rope makers end their long strike", "2024-05-02", "list-item"],
    ]);
  });
});

describe("HTML pages of several pieces", () => {
  const prose = (topic: string) =>
    Array.from(
      { length: 4 },
      (_, i) =>
        `<p>The ${topic} council met for the ${i + 1}th time, heard its members for many hours, asked the yard for papers, and put off its vote on the ${topic} until the autumn, when the new members will sit.</p>`,
    ).join("");

  test("two articles in elements of their own", async () => {
    const html = `<html><body><article><h2>Harbour vote put off</h2><time datetime="2024-05-03">3 May</time>${prose("harbour")}</article><article><h2>Salt vote put off</h2><time datetime="2024-05-01">1 May</time><figure><figcaption>A salt pan.</figcaption></figure>${prose("salt")}</article></body></html>`;
    const { articles, notices } = await read("several.html", html);
    expect(notices).toEqual([]);
    expect(articles.map((a) => [a.headline, a.published.value, a.captions.map((c) => c.text)])).toEqual([
      ["Harbour vote put off", "2024-05-03", []],
      ["Salt vote put off", "2024-05-01", ["A salt pan."]],
    ]);
    expect(articles[1]!.text).not.toContain("harbour");
  });

  test("a furniture name takes a short block, never a paragraph of prose or several", async () => {
    const long = `${PROSE[1]} ${PROSE[2]}`;
    const html = `<html><body><article><h1>${TITLE}</h1><p>${PROSE[0]}</p><p class="newsletter">${long}</p><div class="promo">${prose("harbour")}</div><div class="newsletter">Get our letter every morning.</div><p>${PROSE[3]}</p></article></body></html>`;
    const { articles } = await read("guarded.html", html);
    for (const kept of [PROSE[0], long, "The harbour council met for the 2th time", PROSE[3]]) expect(articles[0]!.text).toContain(kept);
    expect(articles[0]!.text).not.toContain("Get our letter");
  });

  test("a list of cards is teasers with their dates", async () => {
    const card = (title: string, date: string) => `<div class="c"><h3><a href="/x">${title}</a></h3><span>${date}</span></div>`;
    const html = `<html><body><h1>News</h1>${["Harbour vote put off until autumn", "Salt prices rise for a third week", "Rope makers end their long strike"].map((t, i) => card(t, `${i + 1} May 2024`)).join("<br>")}</body></html>`;
    const { articles } = await read("list.html", html.replaceAll("<span>", "<p>").replaceAll("</span>", "</p>"));
    expect(articles.map((a) => [a.kind, a.headline, a.published.value])).toEqual([
      ["teaser", "Harbour vote put off until autumn", "2024-05-01"],
      ["teaser", "Salt prices rise for a third week", "2024-05-02"],
      ["teaser", "Rope makers end their long strike", "2024-05-03"],
    ]);
  });
});
