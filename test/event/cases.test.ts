import { describe, expect, it } from "vitest";
import { readRelations } from "../../eval/events/hand.ts";
import { scoreCase } from "../../eval/events/scoring.ts";
import { joinEvents } from "../../src/event/index.ts";
import { keepLedger } from "../../src/ledger/index.ts";
import { loadEventTables } from "../../src/lexicon/events.ts";

const tables = loadEventTables();
const cases = readRelations(new URL("../cases/relations/", import.meta.url));

describe("relations told by several outlets, read by hand", () => {
  it("are there", () => {
    expect(cases.map((one) => one.name)).toEqual(["ceasefire", "gulf-trawlers", "lake-patrol", "nuclear-talks", "trade-dispute"]);
  });

  for (const { name, reading, expected } of cases)
    it(`${name}: events, verdicts, links and ledger are as expected, and nothing more is joined or called a contradiction`, () => {
      const { events, discrepancies } = joinEvents(reading, tables);
      const rows = keepLedger({ ...reading, events });
      expect(scoreCase(expected, events, discrepancies, rows).misses).toEqual([]);
    });
});
