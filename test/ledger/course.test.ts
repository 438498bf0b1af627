import { describe, expect, it } from "vitest";
import { buildReading, type HandActor, type HandStatement } from "../../eval/events/hand.ts";
import { joinEvents } from "../../src/event/index.ts";
import { findMovedDemands } from "../../src/ledger/demands.ts";
import { diffLedgers, keepLedgerAsOf } from "../../src/ledger/diff.ts";
import { readDirection } from "../../src/ledger/direction.ts";
import { keepLedger, type LedgerInput } from "../../src/ledger/index.ts";
import { loadEventTables, loadPloverScores } from "../../src/lexicon/events.ts";
import type { Quantity } from "../../src/model/values.ts";

const tables = loadEventTables();
const scores = loadPloverScores();
const ACTORS: readonly HandActor[] = [
  { id: "alba", name: "Albania", kind: "state", country: "ALB" },
  { id: "peru", name: "Peru", kind: "state", country: "PER" },
];

type Line = Partial<HandStatement> & { readonly text: string; readonly told: string };

function read(lines: readonly Line[]): LedgerInput & { readonly quantities: readonly Quantity[] } {
  const articles = lines.map((one, i) => ({ id: `a${i}`, publisher: `Paper ${i}`, published: one.told, text: one.text }));
  const statements = lines.map(({ text, told, ...one }, i) => ({
    id: `s${i}`,
    article: `a${i}`,
    in: text,
    on: text.split(" ")[0]!,
    act: "RETREAT/release",
    from: ["peru"],
    to: ["alba"],
    when: told,
    issues: ["detainees"],
    ...one,
  }));
  const reading = buildReading(ACTORS, articles, statements);
  return { ...reading, events: joinEvents(reading, tables).events };
}

const FREED: Line = { text: "FREED ten prisoners", told: "2024-02-01", objects: ["prisoners"] };
const THREAT: Line = {
  text: "THREATENED sanctions",
  told: "2024-03-01",
  act: "SANCTION",
  modality: "threatened",
  from: ["alba"],
  to: ["peru"],
};

describe("the direction", () => {
  function course(lines: readonly Line[]) {
    const input = read(lines);
    return readDirection(["alba", "peru"], input, keepLedger(input), scores);
  }

  it("opens each month to its moves and says what it counts", () => {
    const direction = course([FREED, THREAT]);
    expect(direction.points.map((one) => one.month)).toEqual(["2024-02", "2024-03"]);
    expect(direction.points[0]!.moves[0]!.statements).toEqual(["s0"]);
    expect(direction.points[0]!.value).toBeCloseTo(6.5 * 0.9 * 0.5, 3);
    expect(direction.points[1]!.value).toBeLessThan(0);
    expect(direction.sentence).toMatch(/^Mixed: 1 step given and 1 threat\.$/);
    expect(direction.counted.given).toHaveLength(1);
  });

  it("counts an event once however many papers tell it, and weighs it a little more", () => {
    const [one, two] = [course([FREED]), course([FREED, { ...FREED, text: "RELEASED ten prisoners" }])];
    expect(two.points[0]!.moves).toHaveLength(1);
    expect(two.points[0]!.value).toBeGreaterThan(one.points[0]!.value);
    expect(two.points[0]!.value).toBeLessThan(one.points[0]!.value * 2);
  });

  it("puts what is dated by its year alone under the year, not under January", () => {
    expect(course([{ ...FREED, when: "2021" }]).points.map((one) => one.month)).toEqual(["2021"]);
    expect(course([{ ...FREED, when: "2021-11/2022-06" }]).points).toEqual([]);
  });

  it("moves nothing by what is supposed, denied or unsaid", () => {
    expect(course([{ ...FREED, modality: "hypothetical" }]).course).toBe("unknown");
    expect(course([{ ...FREED, modality: "denied" }]).points).toEqual([]);
    expect(course([{ ...FREED, polarity: "negative" }]).points).toEqual([]);
  });
});

describe("demands that moved", () => {
  const ask = (text: string, told: string, more: Partial<HandStatement>): Line => ({
    text,
    told,
    act: "REQUEST",
    modality: "asked",
    from: ["alba"],
    to: ["peru"],
    ...more,
  });
  function moved(first: Line, second: Line): string[] {
    const input = read([first, second]);
    return findMovedDemands(keepLedger(input), input.statements, input.articles, input.quantities).map((one) => one.how);
  }

  it("tells a raised sum, a widened scope, a condition", () => {
    const sum = (words: string, n: number, told: string): Line =>
      ask(`ASKED for ${words} in damages`, told, { objects: [`${words} in damages`], numbers: [`${words}|money|${n}|${n}|USD`] });
    expect(moved(sum("$5 million", 5e6, "2024-01-01"), sum("$9 million", 9e6, "2024-06-01"))).toEqual(["raised"]);
    expect(moved(sum("$9 million", 9e6, "2024-01-01"), sum("$5 million", 5e6, "2024-06-01"))).toEqual(["lowered"]);
    expect(
      moved(
        ask("ASKED for prisoners", "2024-01-01", { objects: ["prisoners"] }),
        ask("ASKED for prisoners and remains", "2024-06-01", { objects: ["prisoners", "remains"] }),
      ),
    ).toEqual(["widened"]);
  });

  it("keeps quiet about the same demand, and about another one", () => {
    expect(
      moved(
        ask("ASKED for prisoners", "2024-01-01", { objects: ["prisoners"] }),
        ask("ASKED for prisoners", "2024-06-01", { objects: ["prisoners"] }),
      ),
    ).toEqual([]);
    expect(
      moved(
        ask("ASKED for prisoners", "2024-01-01", { objects: ["prisoners"] }),
        ask("ASKED for visas", "2024-06-01", { objects: ["visas"] }),
      ),
    ).toEqual([]);
  });
});

describe("two dates, two clocks", () => {
  // Freed in February, told only in May.
  const late: Line = { ...FREED, told: "2024-05-10", when: "2024-02-01" };

  it("shows by March what had happened, and not what was known", () => {
    const input = read([late, { ...THREAT, told: "2024-01-05" }]);
    const happened = diffLedgers(input, "2024-01-31", "2024-03-31", "happened");
    expect(happened.rows).toHaveLength(1);
    expect(happened.rows[0]!.added).toHaveLength(1);
    expect(diffLedgers(input, "2024-01-31", "2024-03-31", "known").rows).toEqual([]);
    expect(diffLedgers(input, "2024-03-31", "2024-05-31", "known").rows[0]!.added).toHaveLength(1);
  });

  it("does not call an entry new because another paper tells it later", () => {
    const input = read([FREED, { ...FREED, text: "RELEASED ten prisoners", told: "2024-02-05", when: "2024-02-01" }]);
    expect(diffLedgers(input, "2024-02-02", "2024-02-28", "known").rows).toEqual([]);
  });

  it("refuses what is no date", () => {
    expect(() => keepLedgerAsOf(read([FREED]), "soon", "known")).toThrow(RangeError);
  });
});
