import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findQuotes } from "../../src/statement/voice/quotes.ts";
import { growsLinearly } from "../support/growth.ts";

const outer = (text: string) =>
  findQuotes({ text })
    .filter((quote) => quote.within === null)
    .map((quote) => text.slice(quote.inner.start, quote.inner.end));

describe("quotation marks of every make", () => {
  it.each([
    ["“We will go,” he said.", ["We will go,"]],
    ['"We will go," he said. "Soon."', ["We will go,", "Soon."]],
    ["'We will go,' he said. 'Soon.'", ["We will go,", "Soon."]],
    ["‘We will go,’ he said.", ["We will go,"]],
    ["Er sagte: „Wir gehen.“ Dann ging er.", ["Wir gehen."]],
    ["Il a dit « nous partons » hier.", [" nous partons "]],
    ["``We will go,'' he said.", ["We will go,"]],
    ['(“Yes,” she wrote.) "No," he said', ["Yes,", "No,"]],
  ])("%s", (text, quotes) => expect(outer(text)).toEqual(quotes));

  it("keeps a quote inside a quote apart", () => {
    const quotes = findQuotes({ text: "“They told us ‘leave now’ and we left,” she said." });
    expect(quotes.map((quote) => quote.within)).toEqual([null, 0]);
  });
  it("takes single marks inside double ones for inner quotes", () => {
    expect(outer("\"He said 'no deal' twice,\" the envoy recalled.")).toEqual(["He said 'no deal' twice,"]);
  });
});

describe("a quote that never closes", () => {
  it("runs to the end of its paragraph", () => {
    expect(outer("He said: “We will go. We will stay.")).toEqual(["We will go. We will stay."]);
  });
  it("ends with its sentence where the text goes on for long", () => {
    expect(outer(`He said: “We will go. ${"The port was closed all day. ".repeat(80)}`)).toEqual(["We will go."]);
  });
});

describe("marks that are no quotation marks", () => {
  it.each([
    "The workers' union and the miners' union met.",
    "It's the envoys' view that they can't win.",
    "The wall is 6' high and 12' wide.",
    "In the '90s and the '80s, rock 'n' roll ruled.",
    "He measured 5'11\" without shoes.",
    "Tell 'em it's the ministers’ fault.",
    "The boys’ and girls’ schools stayed shut.",
  ])("%s", (text) => expect(outer(text)).toEqual([]));

  it("reads through a plural possessive inside single quotes", () => {
    expect(outer("'The workers' union will not sign,' he said.")).toEqual(["The workers' union will not sign,"]);
    expect(outer("‘The workers’ union will not sign,’ he said.")).toEqual(["The workers’ union will not sign,"]);
  });
  it("reads through a measure inside single quotes", () => {
    expect(outer("'We built a 6' wall there,' said the mayor.")).toEqual(["We built a 6' wall there,"]);
  });
  it("still closes after an s where nothing surer follows", () => {
    expect(outer("He spoke of 'red lines' and left.")).toEqual(["red lines"]);
  });
});

describe("quotes over paragraphs", () => {
  for (const [open, close] of [
    ["“", "”"],
    ['"', '"'],
    ["'", "'"],
  ] as const)
    it(`reopen with ${open}`, () => {
      const text = `He said: ${open}We came in peace.\n\n${open}We leave in peace.\n\n${open}That is all.${close}\n\nThe crowd left.`;
      const quotes = findQuotes({ text });
      expect(quotes.map((quote) => text.slice(quote.inner.start, quote.inner.end))).toEqual([
        "We came in peace.",
        "We leave in peace.",
        "That is all.",
      ]);
      expect(quotes.map((quote) => quote.continues)).toEqual([null, 0, 1]);
    });
  it("does not run over where the next paragraph does not reopen", () => {
    const text = "“We came in peace,” he said. “We leave.\n\nThe crowd left.";
    expect(outer(text)).toEqual(["We came in peace,", "We leave."]);
  });
  it("never lets a lone single mark swallow its paragraph", () => {
    expect(outer("Go 'way from here.\n\nThe crowd left.")).toEqual([]);
  });
});

describe("whatever the text", () => {
  const noise = fc.string({
    unit: fc.constantFrom("a", "s ", "6", " ", "\n", '"', "'", "“", "”", "‘", "’", "„", "«", "»", ",", "."),
    maxLength: 200,
  });
  it("spans lie in the text, in order of their openers, properly nested", () => {
    fc.assert(
      fc.property(noise, (text) => {
        const quotes = findQuotes({ text });
        quotes.forEach((quote, i) => {
          expect(quote.start).toBeLessThan(quote.inner.start);
          expect(quote.inner.end).toBeLessThanOrEqual(quote.end);
          expect(quote.inner.start).toBeLessThanOrEqual(quote.inner.end);
          expect(quote.end).toBeLessThanOrEqual(text.length);
          if (i > 0) expect(quotes[i - 1]!.start).toBeLessThan(quote.start);
          if (quote.within !== null) expect(quotes[quote.within]!.end).toBeGreaterThanOrEqual(quote.end);
          expect(text.slice(quote.start, quote.end)).not.toMatch(/\n/);
        });
      }),
    );
  });
  it("takes time in proportion to the text", async () => {
    const find = (n: number) => findQuotes({ text: "'a s' \" “b ".repeat(n) });
    expect(await growsLinearly(find, 5000)).toBe(true);
  });
});
