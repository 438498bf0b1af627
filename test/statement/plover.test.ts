import { describe, expect, it } from "vitest";
import { buildViewTable, loadViewTable } from "../../src/lexicon/plover.ts";
import { EVENT_TYPES, type Modality } from "../../src/model/index.ts";
import { deriveViews } from "../../src/statement/plover.ts";

const table = loadViewTable();
const MODALITIES: Modality[] = [
  "done",
  "ongoing",
  "planned",
  "asked",
  "offered",
  "promised",
  "threatened",
  "refused",
  "denied",
  "hypothetical",
];

describe("deriveViews", () => {
  it("has a row for every act, modality and polarity", () => {
    for (const type of EVENT_TYPES)
      for (const modality of MODALITIES)
        for (const polarity of ["positive", "negative"] as const)
          expect(deriveViews(table, type, modality, polarity).cameo, `${type} ${modality} ${polarity}`).toMatch(/^\d{2,3}$/);
  });

  it("keeps an act that was done", () => {
    for (const type of EVENT_TYPES) expect(deriveViews(table, type, "done", "positive")).toMatchObject({ plover: type, plv: type });
  });

  it.each([
    ["RETREAT", "promised", "positive", "CONCEDE", "AGREE"],
    ["CONSULT", "planned", "positive", "AGREE", "AGREE"],
    ["ASSAULT", "promised", "positive", "THREATEN", "THREATEN"],
    ["AID", "promised", "negative", "REJECT", "REJECT"],
    ["AID", "done", "negative", "SANCTION", "SANCTION"],
    ["ASSAULT", "done", "negative", "RETREAT", "RETREAT"],
    ["ASSAULT", "promised", "negative", "AGREE", "AGREE"],
    ["RETREAT", "asked", "positive", "REQUEST", "REQUEST"],
    ["SUPPORT", "refused", "positive", "REJECT", "REJECT"],
  ] as const)("%s %s %s: plover %s, plv %s", (type, modality, polarity, plover, plv) => {
    expect(deriveViews(table, type, modality, polarity)).toMatchObject({ plover, plv });
  });

  it("refuses a table with too few cells", () => {
    expect(() => buildViewTable("types\tmodalities\tpolarity\tplover\tplv\tcameo\nAID\t*\t*\tAID\n")).toThrow(RangeError);
  });
});
