import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { analyze, loadTools } from "../../src/pipeline/index.ts";

const samples = new URL("../../samples/", import.meta.url);
const files = readdirSync(samples)
  .filter((name) => /\.(?:txt|html)$/.test(name))
  .map((name) => ({ path: name, bytes: new Uint8Array(readFileSync(new URL(name, samples))) }));
const tools = loadTools();

async function read(order: readonly (typeof files)[number][]): Promise<string> {
  async function* inputs() {
    yield* order;
  }
  return JSON.stringify(await analyze(inputs(), tools));
}

test("any order of the input files gives the same bytes, and a file given twice counts once", async () => {
  expect(files.length).toBeGreaterThan(2);
  const bytes = await read(files);
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(files, { minLength: files.length, maxLength: files.length }), async (order) => {
      expect(await read(order)).toBe(bytes);
    }),
    { numRuns: 5 },
  );
  expect(await read([...files, files[0]!])).toBe(bytes);
});
