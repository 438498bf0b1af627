import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadTimeLexicon } from "../../../src/lexicon/times.ts";
import { loadUnitLexicon } from "../../../src/lexicon/units.ts";
import { findQuantities } from "../../../src/mention/quantity/index.ts";
import { findTimes } from "../../../src/mention/time/index.ts";
import type { Quantity } from "../../../src/model/index.ts";
import { growsLinearly } from "../../support/growth.ts";
import { docOfText } from "../time/core.ts";

const [units, times] = [loadUnitLexicon(), loadTimeLexicon()];

function read(text: string): readonly Quantity[] {
  const doc = docOfText(text);
  return findQuantities(doc, "a", findTimes(doc, { id: "a", published: "2023-05-17" }, times), units);
}

const told = (text: string): readonly string[] =>
  read(text).map((q) => `${text.slice(q.start, q.end)} = ${q.kind} ${q.low ?? "–"}..${q.high ?? "–"} ${q.unit}${q.mod ? ` ${q.mod}` : ""}`);

describe("numbers with a unit", () => {
  it.each([
    ["The dam cost up to $3 trillion.", "up to $3 trillion = money –..3000000000000 USD at-most"],
    ["The dam cost US$ 40m.", "US$ 40m = money 40000000..40000000 USD"],
    ["They lost billions of dollars.", "billions of dollars = money 2000000000..– USD"],
    ["They lost half a million euros.", "half a million euros = money 500000..500000 EUR"],
    ["They sowed 12.8 thousand hectares.", "12.8 thousand hectares = area 12800..12800 ha"],
    ["They mined about 1.4 million tons.", "about 1.4 million tons = mass 1400000..1400000 t about"],
    ["A 30% duty was set.", "30% = percent 30..30 %"],
    ["They moved several kilometres.", "several kilometres = length –..– km"],
    ["They moved 10 to 20 miles.", "10 to 20 miles = length 10..20 mi"],
    ["They pump 10 to 20 million barrels.", "10 to 20 million barrels = volume 10000000..20000000 bbl"],
    ["They pumped 5 to 2,000 litres.", "5 to 2,000 litres = volume 5..2000 l"],
    ["He was held for more than two years.", "more than two years = duration 2..– year more-than"],
  ])("%s", (text, expected) => expect(told(text)).toEqual([expected]));
});

describe("counted things", () => {
  it.each([
    ["At least 319 civilians were killed.", "At least 319 civilians = count 319..– civilian at-least"],
    ["More than 1,700 mostly rural voters stayed away.", "More than 1,700 mostly rural voters = count 1700..– voter more-than"],
    ["Dozens of bridges fell.", "Dozens of bridges = count 24..– bridge"],
    ["Fewer than ten boats came back.", "Fewer than ten boats = count –..10 boat less-than"],
  ])("%s", (text, expected) => expect(told(text)).toEqual([expected]));

  it("keeps two counts of one sentence apart", () => {
    expect(read("Almost 200 villagers and 13 American sailors were hurt.").map((q) => [q.low, q.unit, q.mod])).toEqual([
      [200, "villager", "almost"],
      [13, "sailor", null],
    ]);
  });
});

describe("what looks alike", () => {
  it("tells metres from millions, ages from counts, pence from pounds", () => {
    expect(told("She won the 50m race.")).toEqual(["50m = length 50..50 m"]);
    expect(told("The plague killed 50m people.")).toEqual(["50m people = count 50000000..50000000 people"]);
    expect(told("Maria Silva, 51, was freed.")).toEqual(["51 = other 51..51 year"]);
    expect(told("A loaf cost 80 pence.")).toEqual(["80 pence = money 0.8..0.8 GBP"]);
  });
});

describe("comparisons", () => {
  it("link a quantity to what it is compared to", () => {
    const [now, before] = read("The area fell to 12 hectares (compared to 230 hectares in 2019).");
    expect([now?.comparedTo, before?.comparedTo]).toEqual([1, null]);
    expect(read("Growth was 4%, up from 2%.")[0]?.comparedTo).toBe(1);
    expect(read("The price went from $30 to $45.").map((q) => [q.low, q.comparedTo])).toEqual([
      [30, null],
      [45, 0],
    ]);
  });

  it("do not link what stands apart", () => {
    expect(read("They lent $40 million. Rates rose 2%.").map((q) => q.comparedTo)).toEqual([null, null]);
  });
});

describe("what is no quantity", () => {
  it.each([
    "The council met on 14 March 2021.",
    "The election of 2019 was disputed.",
    "He came at 7:15 p.m. on Monday.",
    "It was done under Article 5 and Resolution 1441.",
    "The C-17, the M23 and the G7 were named.",
    "They won 6-3 against Covid-19.",
    "It was a one-off.",
    "The second round failed in the first hour.",
  ])("%s", (text) => expect(told(text)).toEqual([]));
});

describe("laws", () => {
  const pieces = fc.constantFrom(
    "$",
    "5",
    "1,400",
    "1.4",
    "million",
    "to",
    "-",
    "from",
    "between",
    "and",
    "people",
    "%",
    "half",
    "a",
    "dozen",
    "dozens",
    "of",
    "up",
    "at",
    "least",
    "/",
    "two",
    "hundred",
    "2019",
    ".",
    "\n",
    "US$",
    "€",
    "😀",
    "kg",
    "or",
    "more",
    "years",
  );

  it("spans lie in the text, in order, disjoint; a bound is never above the other; a comparison points into the list", () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (words) => {
        const text = words.join(" ");
        const found = read(text);
        let before = 0;
        for (const q of found) {
          expect(q.start).toBeGreaterThanOrEqual(before);
          expect(q.end).toBeGreaterThan(q.start);
          expect(q.end).toBeLessThanOrEqual(text.length);
          if (q.low !== null && q.high !== null) expect(q.low).toBeLessThanOrEqual(q.high);
          for (const bound of [q.low, q.high]) expect(bound === null || Number.isFinite(bound)).toBe(true);
          if (q.comparedTo !== null) expect(found[q.comparedTo]).toBeDefined();
          before = q.end;
        }
      }),
      { numRuns: 80 },
    );
  });

  it("reads a long line of figures in linear time", async () => {
    const piece = "between 5 and 7 million or 3/4 of $20-30 hundred thousand and a half ";
    const docs = new Map([1, 4].map((n) => [n, docOfText(piece.repeat(n * 75), false)]));
    expect(await growsLinearly((n) => findQuantities(docs.get(n)!, "a", [], units), 1)).toBe(true);
  });
});
