import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { loadCore, readDoc } from "../../src/sentence/index.ts";
import { hashBytes } from "../../src/text/hash.ts";

const here = (path: string) => new URL(path, import.meta.url);
const core = loadCore(readFileSync(here("../../data/core.bin")));
const text = readFileSync(here("fixture.txt"), "utf8");

/** Every number of a Doc to the last bit. */
function digest(batch: number): string {
  const { start, end, upos, xpos, lemma, head, relation, headProbability, sentences, names } = readDoc(text, core, {
    batch,
    parse: () => true,
  });
  const bits = Array.from(new Uint32Array(headProbability.buffer));
  const all = { start: [...start], end: [...end], upos, xpos, lemma, head: [...head], relation, bits, sentences, names };
  return hashBytes(new TextEncoder().encode(JSON.stringify(all)));
}

describe("the bytes of a Doc", () => {
  const [, ...expected] = readFileSync(here("digest.txt"), "utf8").trim().split("\n");

  it.each([1, 16, 32])("are the same on every machine and Node, %i sentences a batch", (batch) =>
    expect([digest(batch)]).toEqual(expected),
  );
});
