import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { loadCore } from "../../src/sentence/index.ts";
import { digestDoc } from "../support/digest.ts";

const here = (path: string) => new URL(path, import.meta.url);
const core = loadCore(readFileSync(here("../../data/core.bin")));
const text = readFileSync(here("fixture.txt"), "utf8");

describe("the bytes of a Doc", () => {
  const [, ...expected] = readFileSync(here("digest.txt"), "utf8").trim().split("\n");

  it.each([1, 16, 32])("are the same on every machine and Node, %i sentences a batch", (batch) =>
    expect([digestDoc(text, core, batch)]).toEqual(expected),
  );
});
