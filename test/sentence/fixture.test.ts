import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { loadCore } from "../../src/sentence/core.ts";
import { encode } from "../../src/sentence/encoder.ts";
import { parseBatch } from "../../src/sentence/parser.ts";
import { tagBatch } from "../../src/sentence/scores.ts";

interface Expected {
  readonly forms: readonly string[];
  readonly tags: readonly string[];
  readonly heads: readonly number[];
  readonly relations: readonly string[];
  readonly headOdds: readonly number[];
  readonly nameOdds: readonly (readonly number[])[];
}

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const core = loadCore(readFileSync(here("../../data/core.bin")));
const expected: readonly Expected[] = JSON.parse(readFileSync(here("fixture.json"), "utf8"));
const CLOSE = 1e-3;

describe("WebAssembly against PyTorch, weights as shipped", () => {
  const sizes = expected.map(({ forms }) => forms.length);
  const encoded = encode(
    expected.map(({ forms }) => forms),
    core,
  );
  const tagged = tagBatch(encoded, sizes, core);
  const trees = parseBatch(
    encoded,
    sizes,
    sizes.map((_, i) => i),
    core,
  );

  it("covers fifty sentences", () => expect(expected.length).toBe(50));

  it("gives the same tags", () => {
    const tags = tagged.map(({ tags }) => Array.from(tags, (t) => `${core.tags[t]!.upos}|${core.tags[t]!.xpos}`));
    expect(tags).toEqual(expected.map((sentence) => sentence.tags));
  });

  it("gives the same trees", () => {
    expect(trees.map(({ heads }) => Array.from(heads, (h) => h + 1))).toEqual(expected.map((sentence) => sentence.heads));
    expect(trees.map(({ relations }) => Array.from(relations, (r) => core.relations[r]))).toEqual(expected.map((s) => s.relations));
  });

  it("gives the same probabilities to a thousandth", () => {
    for (const [s, sentence] of expected.entries()) {
      for (const [t, odds] of sentence.headOdds.entries()) expect(Math.abs(trees[s]!.probability[t]! - odds)).toBeLessThan(CLOSE);
      for (const [i, odds] of sentence.nameOdds.flat().entries()) expect(Math.abs(tagged[s]!.names[i]! - odds)).toBeLessThan(CLOSE);
    }
  });
});
