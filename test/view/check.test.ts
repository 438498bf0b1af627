import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkAnalysis } from "../../src/view/check.ts";
import { sampleAnalysis } from "./sample.ts";

// biome-ignore lint/suspicious/noExplicitAny: the harm done here is not of the model
type Loose = Record<string, any>;

/** The paths `check` names once `harm` was done to a sound analysis. */
function findingsAfter(harm: (analysis: Loose) => void): readonly string[] {
  const analysis: Loose = structuredClone(sampleAnalysis());
  harm(analysis);
  return checkAnalysis(analysis).findings.map((finding) => finding.path);
}

describe("check", () => {
  it("finds nothing in a sound analysis, having looked at everything", () => {
    const { findings, spans, quotes, ids } = checkAnalysis(sampleAnalysis());
    expect(findings).toEqual([]);
    expect(quotes).toBe(sampleAnalysis().statements.length);
    expect(spans).toBeGreaterThan(200);
    expect(ids).toBeGreaterThan(200);
  });

  it("names the place of what is wrong", () => {
    expect(findingsAfter((a) => (a["statements"][2].quote += "x"))).toEqual(["$.statements[2].quote"]);
    expect(findingsAfter((a) => (a["statements"][2].trigger.end = 99_999))).toEqual(["$.statements[2].trigger"]);
    expect(findingsAfter((a) => (a["statements"][0].actors[0].actor = "nobody"))).toEqual(["$.statements[0].actors[0].actor"]);
    expect(findingsAfter((a) => (a["statements"][1].id = a["statements"][0].id))).toContain("$.statements[1].id");
    expect(findingsAfter((a) => (a["articles"][0].segments[0].end -= 3))).toContain("$.articles[0].segments[1]");
    expect(findingsAfter((a) => a["articles"][0].segments.pop())).toEqual(["$.articles[0].segments"]);
    expect(findingsAfter((a) => (a["articles"][0].segments[0].pageStart = 99_999))).toEqual(["$.articles[0].segments[0].pageStart"]);
    expect(findingsAfter((a) => (a["ledger"][0].entries[0].statements = []))).toEqual(["$.ledger[0].entries[0].statements"]);
    expect(findingsAfter((a) => (a["ledger"][0].entries[0].from = "ury"))).toEqual(["$.ledger[0].entries[0].from"]);
    expect(findingsAfter((a) => (a["ledger"][1].entries[2].answers = "none"))).toEqual(["$.ledger[1].entries[2].answers"]);
    expect(findingsAfter((a) => (a["discrepancies"][0].event = "none"))).toEqual(["$.discrepancies[0].event[0]"]);
    expect(findingsAfter((a) => (a["pages"][0].articles = []))).toContain("$.articles[0].page");
  });

  it("reports a wrong shape by its path and never throws", () => {
    expect(findingsAfter((a) => (a["statements"][3].modality = "shouted"))).toEqual(["$.statements[3].modality"]);
    fc.assert(fc.property(fc.jsonValue(), (value) => checkAnalysis(value).findings.length > 0));
  });

  it("finds any shifted piece of evidence", () => {
    const many = sampleAnalysis().statements.length;
    fc.assert(
      fc.property(fc.nat(many - 1), fc.integer({ min: 1, max: 40 }), (n, by) => {
        const found = findingsAfter((a) => {
          a["statements"][n].evidence = { start: a["statements"][n].evidence.start + by, end: a["statements"][n].evidence.end + by };
        });
        return found.some((path) => path.startsWith(`$.statements[${n}]`));
      }),
      { numRuns: 30 },
    );
  });
});
