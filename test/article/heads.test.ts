import { describe, expect, it } from "vitest";
import { findHeads } from "../../src/article/heads.ts";
import { readLines } from "../../src/article/lines.ts";
import { loadPageLexicon } from "../../src/lexicon/pages.ts";

const lexicon = loadPageLexicon();

/** A paragraph of 40 words. */
const PROSE = `The harbour council said on Monday ${"that it would open the eastern quay to foreign ships ".repeat(3)}once repairs are done.`;

/** The titles of the heads of a page, with the first line of each where that is a section's label. */
function titles(...lines: string[]): string[] {
  const read = readLines(lines.join("\n"), lexicon);
  return findHeads(read).map(({ from, title }) => (from === title ? "" : `${read[from]!.text}: `) + read[title]!.text);
}

const article = [PROSE, "", PROSE, "", PROSE];

it("takes short names between tabs for a menu, and a correspondent for a byline", () =>
  expect(readLines("Home\tRegion\tLong reads\nFrom our correspondent Ana Ruiz in Lima", lexicon).map(({ kind }) => kind)).toEqual([
    "furniture",
    "byline",
  ]));

describe("the heads of the articles of a page", () => {
  it("are a title over a byline or a date over prose", () =>
    expect(
      titles(
        "Ports reopen after the long strike",
        "By Ana Ruiz",
        "",
        ...article,
        "",
        "Dockers vote on the new offer",
        "4 May 2025",
        "",
        ...article,
      ),
    ).toEqual(["Ports reopen after the long strike", "Dockers vote on the new offer"]));

  it("may stand off from the byline, under a section's label", () =>
    expect(titles("Analysis", "", "Why the strike lasted so long", "", "By Ana Ruiz", "4 May 2025 · 6 min read", "", ...article)).toEqual([
      "Analysis: Why the strike lasted so long",
    ]));

  it("may have a summary under the title, and an outlet or an office over the date", () =>
    expect(
      titles(
        "The quay that nobody wanted",
        "In the old harbour people have stopped waiting for ships, and count the days.",
        "",
        "4 May 2025",
        "",
        ...article,
        "",
        "Statement on the closing of the quay",
        "",
        "Ministry of Ports and Fisheries",
        "Lima, 5 May 2025",
        "",
        ...article,
      ),
    ).toEqual(["The quay that nobody wanted", "Statement on the closing of the quay"]));

  it("stand below a list of other items", () =>
    expect(
      titles(
        ...article,
        "",
        "Most read",
        "1. The price of anchovies doubles again",
        "2. A lighthouse for sale",
        "",
        "Dockers vote on the new offer",
        "By Ana Ruiz",
        "",
        ...article,
      ),
    ).toEqual(["Dockers vote on the new offer"]));

  it("are no subheads, which have neither byline nor date", () =>
    expect(titles(...article, "", "What the dockers want from the port", "", ...article)).toEqual([]));

  it("are no teasers, which have little prose", () =>
    expect(
      titles("Dockers vote on the new offer", "4 May 2025", PROSE, "", "Ports reopen after the long strike", "5 May 2025", PROSE),
    ).toEqual([]));

  it("are no entries of a chronicle, which have a date and no title", () =>
    expect(titles("3 May 2025", "", ...article, "", "4 May 2025", "", ...article)).toEqual([]));
});
