import { describe, expect, it } from "vitest";
import type { z } from "zod";
import type { Analysis } from "../../src/model/analysis.ts";
import { analysisJsonSchema, analysisSchema } from "../../src/view/schema.ts";
import { sampleAnalysis } from "./sample.ts";

type Mutable<T> = T extends readonly [infer A, infer B]
  ? [Mutable<A>, Mutable<B>]
  : T extends readonly (infer U)[]
    ? Mutable<U>[]
    : T extends object
      ? { -readonly [K in keyof T]: Mutable<T[K]> }
      : T;
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
type Flat<T> = T extends readonly [infer A, infer B]
  ? [Flat<A>, Flat<B>]
  : T extends (infer U)[]
    ? Flat<U>[]
    : T extends object
      ? { [K in keyof T]: Flat<T[K]> }
      : T;

// Fails to compile where the schema and the model part ways, key by key.
const agrees: Same<Flat<Mutable<Analysis>>, Flat<z.infer<typeof analysisSchema>>> = true;

describe("the schema of demarche/analysis@1", () => {
  it("agrees with the model's types", () => expect(agrees).toBe(true));

  it("takes an analysis as it is", () => {
    const analysis = sampleAnalysis();
    expect(analysisSchema.parse(analysis)).toEqual(analysis);
  });

  it("lets keys be added and refuses keys that are missing", () => {
    const analysis = sampleAnalysis();
    expect(analysisSchema.safeParse({ ...analysis, later: 1 }).success).toBe(true);
    const { ledger: _ledger, ...rest } = analysis;
    expect(analysisSchema.safeParse(rest).success).toBe(false);
  });

  it("is published as JSON Schema 2020-12, naming every key, closing none", () => {
    const schema = analysisJsonSchema() as { $schema: string; required: string[]; properties: Record<string, unknown> };
    expect(schema.$schema).toBe("https://json-schema.org/draft/2020-12/schema");
    expect(schema.required).toEqual(Object.keys(sampleAnalysis()));
    expect(JSON.stringify(schema)).not.toContain("additionalProperties");
  });
});
