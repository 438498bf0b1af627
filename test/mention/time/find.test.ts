import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadTimeLexicon } from "../../../src/lexicon/times.ts";
import { findTimes } from "../../../src/mention/time/index.ts";
import type { Time } from "../../../src/model/index.ts";
import { growsLinearly } from "../../support/growth.ts";
import { docOfText } from "./core.ts";

const lexicon = loadTimeLexicon();
const PUBLISHED = "2023-05-17"; // a Wednesday

const read = (text: string, published: string | null = PUBLISHED): readonly Time[] =>
  findTimes(docOfText(text), { id: "a", published }, lexicon);

/** `expression=value` of each time found. */
const told = (text: string, published: string | null = PUBLISHED): readonly string[] =>
  read(text, published).map((t) => `${text.slice(t.start, t.end)}=${t.value}${t.mod ? ` ${t.mod}` : ""}`);

describe("what is written out", () => {
  it.each([
    ["They met on March 3, 2019.", "March 3, 2019=2019-03-03"],
    ["They met on 3 March 2019.", "3 March 2019=2019-03-03"],
    ["They met on the 3rd of March 2019.", "the 3rd of March 2019=2019-03-03"],
    ["They met from March 3-5, 2019.", "March 3-5, 2019=2019-03-03/2019-03-05"],
    ["The pact of 2019-03-03 holds.", "2019-03-03=2019-03-03"],
    ["It was stamped 10/27/89.", "10/27/89=1989-10-27"],
    ["It was stamped 29.04.2015.", "29.04.2015=2015-04-29"],
    ["The bridge was built in June 1994.", "June 1994=1994-06"],
    ["The harbour grew in the 1990s.", "the 1990s=199X"],
    ["The harbour grew in the nineteenth century.", "the nineteenth century=18XX"],
    ["The harbour froze in the winter of 1994.", "the winter of 1994=1994-12/1995-02"],
    ["They signed in early 2020.", "early 2020=2020 START"],
    ["They signed at the end of November 2020.", "the end of November 2020=2020-11 END"],
    ["Exports rose in the third quarter of 2021.", "the third quarter of 2021=2021-07/2021-09"],
    ["Exports rose in the first half of 2021.", "the first half of 2021=2021-01/2021-06"],
  ])("%s", (text, expected) => expect(told(text)).toEqual([expected]));
});

describe("what hangs on the day of printing", () => {
  it.each([
    ["They met on Monday.", "Monday=2023-05-15"],
    ["They met on Wednesday.", "Wednesday=2023-05-17"],
    ["They met last Wednesday.", "last Wednesday=2023-05-10"],
    ["They will meet on Friday.", "Friday=2023-05-19"],
    ["The port has been shut since Friday.", "Friday=2023-05-12"],
    ["The treaty was signed on July 19.", "July 19=2022-07-19"],
    ["The envoy resigned in December.", "December=2022-12"],
    ["The envoy will resign in December.", "December=2023-12"],
    ["He came yesterday.", "yesterday=2023-05-16"],
    ["He came on Tuesday evening.", "Tuesday evening=2023-05-16T18:00/2023-05-16T22:00"],
    ["He came at 7:15 p.m. on Tuesday.", "7:15 p.m. on Tuesday=2023-05-16T19:15"],
    ["The talks were held last week.", "last week=2023-05-08/2023-05-14"],
    ["The talks were held last month.", "last month=2023-04"],
    ["The election was held last year.", "last year=2022"],
    ["The law was passed earlier this year.", "earlier this year=2023 BEFORE"],
    ["The law was passed two years ago.", "two years ago=2021"],
    ["The law was passed ten days ago.", "ten days ago=2023-05-07"],
    ["A meeting will be held in the coming weeks.", "the coming weeks=2023-05-17/.."],
    ["He was away for the past week.", "the past week=2023-05-10/2023-05-17"],
    ["The city has grown in recent years.", "recent years=../2023-05-17"],
  ])("%s", (text, expected) => expect(told(text)).toEqual([expected]));

  it("lets a weekday fix the year of its date", () => {
    expect(told("The hall opened on Saturday, April 25.")).toEqual(["Saturday, April 25=2020-04-25"]);
  });

  it("looks ahead at what is due, whatever the tense", () => {
    expect(told("The board declared a dividend payable June 15.")).toEqual(["June 15=2023-06-15"]);
    expect(told("The board extended the offer to June 15.")).toEqual(["June 15=2023-06-15"]);
  });

  it("says no more than a vague publication lets it", () => {
    expect(told("It was agreed last month.", "2023-05")).toEqual(["last month=2023-04"]);
    expect(told("It was agreed last week.", "2023-05")).toEqual(["last week=2023-04-24/2023-05-28"]);
    expect(read("It was agreed on Friday.", "2023-05")[0]).toMatchObject({ value: null, basis: "unresolved" });
  });

  it("resolves nothing of the kind without a publication", () => {
    for (const text of ["He came yesterday.", "It was signed last month.", "They met on Monday.", "It was signed in July."])
      expect(read(text, null)).toMatchObject([{ value: null, basis: "unresolved" }]);
  });
});

describe("what hangs on what is told", () => {
  it.each([
    ["The army left in 2011. The rebels entered the city that summer.", "that summer=2011-06/2011-08"],
    ["The pact was signed on July 19. The neighbours had made peace the previous month.", "the previous month=2022-06"],
    [
      "The court freed one captive on 3 March 2019. A second was freed less than two weeks later.",
      "less than two weeks later=2019-03-03/2019-03-17 LESS_THAN",
    ],
    ["The mission opened in June 1994. It closed a year later.", "a year later=1995-06"],
    ["From May 8 to 14 prices rose. In the previous week they had fallen.", "the previous week=2023-05-01/2023-05-07"],
    ["In 2011 the old ruler fled. The council was named in March.", "March=2011-03"],
  ])("%s", (text, expected) => expect(told(text)).toContain(expected));

  it("is unresolved, never dated by publication, where nothing was told", () => {
    for (const text of [
      "Two weeks later the captives came home.",
      "The rebels entered the city that summer.",
      "The neighbours had made peace the previous month.",
    ]) {
      const [time] = read(text);
      expect(time, text).toMatchObject({ value: null, basis: "unresolved" });
    }
  });
});

describe("terms of office", () => {
  it("knows a leader's term, and the years within", () => {
    expect(told("The pact dates from Obama's first term.")).toEqual(["Obama's first term=2009-01-20/2013-01-20"]);
    expect(told("It was drafted in the last year of Obama's first term.")).toEqual([
      "the last year of Obama's first term=2012-01-20/2013-01-20",
    ]);
    expect(told("During his second term, Obama signed the pact.")).toEqual(["his second term=2013-01-20/2017-01-20"]);
  });

  it("begins a stretch at the taking of office", () => {
    const [time] = read("In the two months since Angela Merkel became chancellor, the talks have gone on.", "2006-02-01");
    expect(time).toMatchObject({ value: "2005-11-22/2006-01-22", basis: "event", type: "DURATION" });
  });

  it("does not guess whose term it is", () => {
    expect(read("Merkel met Obama. His first term was hard.").map((t) => t.value)).not.toContain("2009-01-20/2013-01-20");
    expect(read("The Springfield mayor's first term was hard.")).toEqual([]);
    expect(read("Ann Obama won. In her first term she was ill.").map((t) => t.value)).not.toContain("2009-01-20/2013-01-20");
    expect(told("In Obama's first term it was drafted.")).toEqual(["Obama's first term=2009-01-20/2013-01-20"]);
  });
});

describe("parts of what is dated", () => {
  it.each([
    ["They met in the first week of April 2019.", "the first week of April 2019=2019-04-01/2019-04-07"],
    ["They met in the last week of March 2019.", "the last week of March 2019=2019-03-25/2019-03-31"],
    ["Exports fell in the first three months of 2019.", "the first three months of 2019=2019-01/2019-03"],
    ["A bomb fell on the night of March 3, 2019.", "the night of March 3, 2019=2019-03-03T20:00/2019-03-04T06:00"],
    ["They met on the weekend of March 9, 2019.", "the weekend of March 9, 2019=2019-03-09/2019-03-10"],
    ["They met on 24 and 25 March 2019.", "24 and 25 March 2019=2019-03-24/2019-03-25"],
    ["She left the day after tomorrow.", "the day after tomorrow=2023-05-19"],
  ])("%s", (text, expected) => expect(told(text)).toEqual([expected]));

  it("counts from a day that is known", () => {
    expect(told("It came two weeks before March 15, 2019.")).toEqual(["two weeks before March 15, 2019=2019-03-01"]);
    expect(told("It came a day after Obama took office.")).toEqual(["a day after Obama took office=2009-01-21"]);
    expect(told("It was signed in Obama's last year in office.")).toEqual(["Obama's last year in office=2016-01-20/2017-01-20"]);
    expect(read("It came two weeks after the flood.").map((t) => t.value)).toEqual(["P2W"]);
  });

  it("hangs mornings and days on the day told", () => {
    expect(told("On March 3 the envoy landed. The next morning he left.")).toContain("The next morning=2023-03-04T06:00/2023-03-04T12:00");
    expect(told("On March 3 the envoy landed. He had left the day before.")).toContain("the day before=2023-03-02");
    expect(read("He had left the day before.")).toMatchObject([{ value: null, basis: "unresolved" }]);
  });
});

describe("lengths and sets", () => {
  it.each([
    ["It took nearly two weeks.", "nearly two weeks=P2W LESS_THAN"],
    ["It took more than three decades.", "more than three decades=P30Y MORE_THAN"],
    ["It took at least 18 months.", "at least 18 months=P18M EQUAL_OR_MORE"],
    ["It took two and a half years.", "two and a half years=P2Y6M"],
    ["It took several years.", "several years=PXY"],
    ["A two-year truce began.", "two-year=P2Y"],
    ["They meet every two weeks.", "every two weeks=P2W"],
    ["They meet each Thursday.", "each Thursday=XXXX-WXX-4"],
  ])("%s", (text, expected) => expect(told(text)).toEqual([expected]));
});

describe("what is no time", () => {
  it.each([
    "They may march on the capital.",
    "He seconded the motion in the second hall.",
    "A 27-year-old driver was freed.",
    "About 2000 people came.",
    "The M23 and the G7 were named under Article 5.",
    "April Jones spoke.",
    "The prices fall when demand falls.",
    "She won a quarter of the votes.",
    "The bridge may last for ever.",
  ])("%s", (text) => expect(told(text)).toEqual([]));
});

describe("laws", () => {
  const pieces = fc.constantFrom(
    "on",
    "July",
    "19",
    ",",
    "2021",
    "the",
    "last",
    "two",
    "weeks",
    "ago",
    "Friday",
    "-",
    "'",
    "of",
    "early",
    "\n",
    ".",
    "12:30",
    "p.m.",
    "half",
    "a",
    "year",
    "1990s",
    "“",
    "😀",
    "since",
    "term",
  );

  it("spans lie in the text, in order, disjoint, and never empty", () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (words) => {
        const text = words.join(" ");
        let before = 0;
        for (const time of read(text)) {
          expect(time.start).toBeGreaterThanOrEqual(before);
          expect(time.end).toBeGreaterThan(time.start);
          expect(time.end).toBeLessThanOrEqual(text.length);
          expect(time.value === null).toBe(time.basis === "unresolved");
          before = time.end;
        }
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    "March 3 - 4 of the early late 1990s last ",
    "the first week of ",
    "two days after ",
    "the end of the beginning of ",
    "his first term , ",
    "twenty hundred and a half ",
  ])("reads %s over and over in linear time", async (piece) => {
    const docs = new Map([1, 4].map((n) => [n, docOfText(`${piece.repeat(n * 150)}March 3`, false)]));
    expect(await growsLinearly((n) => findTimes(docs.get(n)!, { id: "a", published: PUBLISHED }, lexicon), 1)).toBe(true);
  });
});
