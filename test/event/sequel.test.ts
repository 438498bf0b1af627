import { describe, expect, it } from "vitest";
import { buildReading } from "../../eval/events/hand.ts";
import { sentenceAfter, sequelQuantities } from "../../src/event/sequel.ts";
import type { Quantity } from "../../src/model/values.ts";

const article = (text: string) => buildReading([], [{ id: "a", publisher: "A", published: "2026-01-02", text }], []).articles[0]!;

function count(text: string, words: string): Quantity {
  const start = text.indexOf(words);
  return {
    article: "a",
    start,
    end: start + words.length,
    kind: "count",
    low: 9,
    high: 9,
    unit: "people",
    mod: null,
    comparedTo: null,
    rule: "t",
  };
}

const span = (text: string, words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });

describe("the sentence behind", () => {
  it("is the next one of the paragraph, and none behind a paragraph's last", () => {
    const text = "A mine exploded near Gao. Nine people were killed. Mali mourned.\nNobody spoke.";
    const next = sentenceAfter(text, span(text, "A mine exploded near Gao."));
    expect(text.slice(next!.start, next!.end)).toBe("Nine people were killed.");
    expect(sentenceAfter(text, span(text, "Mali mourned."))).toBeNull();
  });

  it("gives an attack its toll", () => {
    const text = "A mine exploded near Gao. Nine people were killed.";
    expect(sequelQuantities("ASSAULT", article(text), span(text, "A mine exploded near Gao."), [count(text, "Nine people")])).toHaveLength(
      1,
    );
  });

  it("gives an agreement its terms, in the next paragraph too", () => {
    const text = "Mali and Niger signed a deal.\nUnder the deal Mali frees nine people, and Niger pays.";
    expect(
      sequelQuantities("AGREE", article(text), span(text, "Mali and Niger signed a deal."), [count(text, "nine people")]),
    ).toHaveLength(1);
  });

  it("gives nothing where it tells of something else", () => {
    const text = "A mine exploded near Gao. Nine people held a vigil.";
    expect(sequelQuantities("ASSAULT", article(text), span(text, "A mine exploded near Gao."), [count(text, "Nine people")])).toEqual([]);
    const deal = "Mali and Niger signed a deal. Nine people were killed.";
    expect(sequelQuantities("AGREE", article(deal), span(deal, "Mali and Niger signed a deal."), [count(deal, "Nine people")])).toEqual([]);
  });
});
