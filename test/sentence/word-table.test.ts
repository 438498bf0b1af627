import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { WordTable } from "../../src/sentence/word-table.ts";

const tableOf = (words: readonly string[], first = 0) => new WordTable(new TextEncoder().encode(words.join("\n")), words.length, first);

describe("WordTable", () => {
  test("gives the rows of its words, counted from the first", () => {
    const table = tableOf(["the", "état", "a"], 5);
    expect(["the", "état", "a"].map((word) => table.get(word))).toEqual([5, 6, 7]);
    expect(table.has("a")).toBe(true);
  });

  test("does not know the beginning of a word, a longer one, an empty one, or half a pair of surrogates", () => {
    const table = tableOf(["march", "marching"]);
    for (const word of ["marc", "marchi", "marchings", "", "\ud83d", "a".repeat(10_000)]) {
      expect(table.get(word)).toBeUndefined();
      expect(table.has(word)).toBe(false);
    }
  });

  test("refuses a list that is shorter or longer than told", () => {
    const bytes = new TextEncoder().encode("one\ntwo");
    expect(() => new WordTable(bytes, 3, 0)).toThrow(RangeError);
    expect(() => new WordTable(bytes, 1, 0)).toThrow(RangeError);
    expect(() => new WordTable(new TextEncoder().encode("one two three four five six seven".replaceAll(" ", "\n")), 1, 0)).toThrow(
      RangeError,
    );
  });

  test("answers as a map of the same words would", () => {
    const word = fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }).filter((w) => !w.includes("\n"));
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 200 }), fc.array(word), (words, others) => {
        const table = tableOf(words);
        const map = new Map(words.map((w, row) => [w, row]));
        for (const w of [...words, ...others]) expect(table.get(w)).toBe(map.get(w));
      }),
    );
  });
});
