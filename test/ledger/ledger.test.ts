import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildReading, type HandActor, type HandStatement } from "../../eval/events/hand.ts";
import { joinEvents } from "../../src/event/index.ts";
import { keepLedger } from "../../src/ledger/index.ts";
import { loadEventTables } from "../../src/lexicon/events.ts";
import type { LedgerRow } from "../../src/model/ledger.ts";

const tables = loadEventTables();
const ACTORS: readonly HandActor[] = [
  { id: "alba", name: "Albania", kind: "state", country: "ALB" },
  { id: "peru", name: "Peru", kind: "state", country: "PER", aliases: ["Peru", "Peruvian"] },
  { id: "minister", name: "Arta Hoxhaj", kind: "person", partyOf: "alba" },
  { id: "old-hand", name: "Dritan Leka", kind: "person", partyOf: "alba", former: true },
  { id: "quispe", name: "Inés Quispe", kind: "person", country: "PER" },
];

// Each line is one statement; the word in capitals opens it and is its trigger.
function ledger(lines: readonly (Partial<HandStatement> & { readonly text: string; readonly day: string })[]): readonly LedgerRow[] {
  const articles = lines.map((one, i) => ({ id: `a${i}`, publisher: `Paper ${i}`, published: one.day, text: one.text }));
  const statements = lines.map(({ text, day, ...one }, i) => ({
    id: `s${i}`,
    article: `a${i}`,
    in: text,
    on: text.split(" ")[0]!,
    act: "RETREAT/release",
    when: day,
    ...one,
  }));
  const reading = buildReading(ACTORS, articles, statements);
  const { events } = joinEvents(reading, tables);
  return keepLedger({ ...reading, events });
}

const ASK = {
  text: "ASKED for the release of all prisoners",
  day: "2024-01-10",
  act: "REQUEST",
  from: ["alba"],
  to: ["peru"],
  modality: "asked",
  objects: ["release of all prisoners"],
  issues: ["detainees"],
} as const;
const GIVEN = {
  text: "FREED all prisoners",
  day: "2024-02-01",
  from: ["peru"],
  to: ["alba"],
  objects: ["all prisoners"],
  issues: ["detainees"],
} as const;

describe("the ledger", () => {
  it("ties an ask to the step that meets it", () => {
    const [row] = ledger([ASK, GIVEN]);
    expect(row!.dyad).toEqual(["alba", "peru"]);
    expect(row!.issue).toBe("detainees");
    expect(row!.entries.map((one) => one.kind)).toEqual(["asked", "given"]);
    expect(row!.entries[1]!.answers).toBe(row!.entries[0]!.id);
    expect(row!.state).toBe("met");
  });

  it("calls silence unanswered, and says how far the sources reach", () => {
    const [row] = ledger([ASK, { text: "MET again", day: "2024-03-05", act: "CONSULT", from: ["alba"], to: ["peru"], issues: ["trade"] }]);
    expect(row!.state).toBe("unanswered");
    expect(row!.rule).toContain("2024-03-05");
    expect(row!.upTo).toBe("2024-03-05");
  });

  it("takes a verb of threatening and the threat it words for one move, and two threats of one breath for two", () => {
    const text = "Peru warned that it would shut the port and would expel the envoys.";
    const threats = (objects: readonly string[]): number => {
      const one = { article: "a", in: text, from: ["peru"], to: ["alba"], modality: "threatened" as const, issues: ["trade"] };
      const reading = buildReading(
        ACTORS,
        [{ id: "a", publisher: "A", published: "2024-05-05", text }],
        [
          { ...one, id: "s0", on: "warned", act: "THREATEN", objects },
          { ...one, id: "s1", on: "shut", act: "SANCTION", objects: ["the port"] },
        ],
      );
      const rows = keepLedger({ ...reading, events: joinEvents(reading, tables).events });
      return rows.flatMap((row) => row.entries).length;
    };
    expect(threats([])).toBe(1);
    expect(threats(["that it would shut the port"])).toBe(1);
    expect(threats(["would expel the envoys"])).toBe(2);
  });

  it("does not let an earlier step answer a later ask", () => {
    const [row] = ledger([{ ...GIVEN, day: "2023-12-01" }, ASK]);
    expect(row!.state).toBe("unanswered");
  });

  it("knows a refusal, and a deadlock after asking again", () => {
    const refusal = { ...GIVEN, text: "REFUSED to free them", modality: "refused" as const, objects: [] };
    expect(ledger([ASK, refusal])[0]!.state).toBe("refused");
    expect(ledger([ASK, refusal, { ...ASK, day: "2024-06-10" }])[0]!.state).toBe("deadlocked");
  });

  it("meets a part where less is given than was asked", () => {
    const some = { ...GIVEN, text: "FREED a journalist", objects: ["journalist"] };
    expect(ledger([ASK, some])[0]!.state).toBe("partly met");
  });

  it("keeps an ask open that was answered with a condition", () => {
    const counter = {
      ...GIVEN,
      text: "WOULD free them if visas are granted",
      modality: "offered" as const,
      if: "if visas are granted",
      objects: [],
    };
    const [row] = ledger([ASK, counter]);
    expect(row!.entries.map((one) => one.kind)).toEqual(["asked", "conditional"]);
    expect(row!.state).toBe("open");
  });

  it("lets an ask lapse after two years without a word", () => {
    const rows = ledger([ASK, { text: "MET", day: "2026-06-01", act: "CONSULT", from: ["alba"], to: ["peru"], issues: ["trade"] }]);
    expect(rows.find((one) => one.issue === "detainees")!.state).toBe("lapsed");
  });

  it("counts one event told by several papers as one entry", () => {
    const [row] = ledger([GIVEN, { ...GIVEN, text: "RELEASED all prisoners" }]);
    expect(row!.entries).toHaveLength(1);
    expect(row!.entries[0]!.statements).toEqual(["s0", "s1"]);
  });

  it("lifts persons to their party and a foreign prisoner to his state", () => {
    const rows = ledger([{ text: "RELEASED Inés Quispe", day: "2024-02-01", from: ["minister"], to: ["quispe"] }]);
    expect(rows).toHaveLength(1);
    expect(rows[0]!.dyad).toEqual(["alba", "peru"]);
    expect(rows[0]!.entries[0]).toMatchObject({ from: "alba", to: "peru", kind: "given" });
    const object = ledger([
      { text: "RELEASED a Peruvian teacher", day: "2024-02-01", from: ["minister"], objects: ["a Peruvian teacher"] },
    ]);
    expect(object[0]!.dyad).toEqual(["alba", "peru"]);
  });

  it("never reads an analyst's guess, a plan or a negated gift as a gift", () => {
    const kinds = (more: Partial<HandStatement>): string[] => ledger([{ ...GIVEN, ...more }])[0]!.entries.map((one) => one.kind);
    expect(kinds({ modality: "hypothetical" })).toEqual(["said"]);
    expect(kinds({ modality: "planned" })).toEqual(["said"]);
    expect(kinds({ polarity: "negative" })).toEqual(["said"]);
    expect(kinds({ modality: "denied" })).toEqual(["said"]);
  });

  it("marks entries that rest on unnamed or former voices alone", () => {
    const soft = (said: string): boolean => ledger([{ ...ASK, said }])[0]!.entries[0]!.soft;
    expect(soft("unnamed:alba")).toBe(true);
    expect(soft("named:old-hand")).toBe(true);
    expect(soft("named:minister")).toBe(false);
    expect(soft("author")).toBe(false);
  });

  it("gives the same bytes in any order", () => {
    const lines = [
      ASK,
      GIVEN,
      { ...ASK, day: "2024-06-10" },
      { ...GIVEN, text: "REFUSED", modality: "refused" as const, day: "2024-07-01" },
    ];
    const articles = lines.map((one, i) => ({ id: `a${i}`, publisher: `P${i}`, published: one.day, text: one.text }));
    const statements = lines.map(({ text, day, ...one }, i) => ({
      id: `s${i}`,
      article: `a${i}`,
      in: text,
      on: text.split(" ")[0]!,
      act: "RETREAT/release",
      when: day,
      ...one,
      objects: [],
    }));
    const reading = buildReading(ACTORS, articles, statements);
    const { events } = joinEvents(reading, tables);
    const expected = JSON.stringify(keepLedger({ ...reading, events }));
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...reading.statements], { minLength: 4 }),
        fc.shuffledSubarray([...reading.articles], { minLength: 4 }),
        fc.shuffledSubarray([...events], { minLength: events.length }),
        (mixed, papers, told) => {
          expect(JSON.stringify(keepLedger({ articles: papers, actors: reading.actors, statements: mixed, events: told }))).toBe(expected);
        },
      ),
      { numRuns: 30 },
    );
  });
});
