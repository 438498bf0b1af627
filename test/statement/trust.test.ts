import { describe, expect, it } from "vitest";
import { loadTrust } from "../../src/lexicon/trust.ts";
import { SURE } from "../../src/model/statement.ts";
import { analyze, loadTools } from "../../src/pipeline/index.ts";
import { trustOf } from "../../src/statement/trust.ts";

const tools = loadTools();

/** The confidence of the only statement of a text. */
async function confidenceOf(text: string): Promise<number> {
  async function* page() {
    yield { path: "case.txt", bytes: new TextEncoder().encode(`News of the day\n\n${text}\n`) };
  }
  const { statements } = await analyze(page(), tools);
  expect(statements).toHaveLength(1);
  return statements[0]!.confidence;
}

describe("confidence", () => {
  it("is a logistic model of the signs a reading bears; a sign without a weight counts nothing", () => {
    const weights = new Map([
      ["reading", Math.log(3)],
      ["negative", -Math.log(3)],
    ]);
    expect(trustOf(weights, new Map([["reading", 1]]))).toBe(0.75);
    expect(
      trustOf(
        weights,
        new Map([
          ["reading", 1],
          ["negative", 1],
        ]),
      ),
    ).toBe(0.5);
    expect(
      trustOf(
        weights,
        new Map([
          ["reading", 1],
          ["unheard of", 5],
        ]),
      ),
    ).toBe(0.75);
  });

  it("is higher for a plain sentence than for the same act told far from its doer", async () => {
    const plain = await confidenceOf("Norway imposed sanctions on Belarus.");
    const tangled = await confidenceOf(
      "Norway, a small country whose ports had for many long years served ships of every flag and every trade, imposed sanctions on Belarus.",
    );
    expect(plain).toBeGreaterThan(SURE);
    expect(tangled).toBeLessThan(plain);
  });

  it("has a weight for what every reading bears", () => {
    expect([...loadTrust().keys()]).toEqual(expect.arrayContaining(["reading", "act alone", "doubtful tree", "length"]));
  });
});
