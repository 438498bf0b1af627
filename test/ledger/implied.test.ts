import { describe, expect, it } from "vitest";
import { buildReading, type HandActor, type HandStatement } from "../../eval/events/hand.ts";
import { joinEvents } from "../../src/event/index.ts";
import { keepLedger } from "../../src/ledger/index.ts";
import { loadEventTables } from "../../src/lexicon/events.ts";
import type { LedgerRow } from "../../src/model/ledger.ts";

const tables = loadEventTables();
const ACTORS: readonly HandActor[] = [
  { id: "alba", name: "Albania", kind: "state", country: "ALB", aliases: ["Albania", "Albanian"] },
  { id: "peru", name: "Peru", kind: "state", country: "PER", aliases: ["Peru", "Peruvian"] },
  { id: "oman", name: "Oman", kind: "state", country: "OMN", aliases: ["Oman"] },
  { id: "ana", name: "Ana Mar", kind: "person" },
  { id: "prisoners", name: "prisoners", kind: "group" },
  { id: "leaders", name: "leaders", kind: "group", partyOf: "oman", aliases: ["leaders"] },
];

function keep(headline: string, lines: readonly (Partial<HandStatement> & { readonly text: string })[]): readonly LedgerRow[] {
  const text = lines.map((one) => one.text).join("\n");
  const statements = lines.map(({ text: words, ...one }, i) => ({
    id: `s${i}`,
    article: "a",
    in: words,
    on: words.split(" ")[1]!,
    act: "REQUEST",
    modality: "asked" as const,
    ...one,
  }));
  const reading = buildReading(ACTORS, [{ id: "a", publisher: "Paper", published: "2024-05-20", headline, text }], statements);
  return keepLedger({ ...reading, events: joinEvents(reading, tables).events });
}

const dyads = (rows: readonly LedgerRow[]): string[] => rows.map((row) => row.dyad.join("-"));

describe("a side left unsaid", () => {
  it("is the other of the two parties the headline names", () => {
    const rows = keep("Albania presses Peru on visas", [{ text: "Albania asked for visas.", from: ["alba"], objects: ["visas"] }]);
    expect(dyads(rows)).toEqual(["alba-peru"]);
    expect(rows[0]!.entries[0]).toMatchObject({ from: "alba", to: "peru", implied: "to" });
  });

  it("is the party the object names, whatever the headline says", () => {
    const rows = keep("Albania presses Peru on visas", [
      { text: "Albania asked for visas for Oman.", from: ["alba"], objects: ["visas for Oman"] },
    ]);
    expect(dyads(rows)).toEqual(["alba-oman"]);
  });

  it("stays open where nothing tells, and where the headline names three", () => {
    expect(keep("A quiet week", [{ text: "Albania asked for visas.", from: ["alba"] }])).toEqual([]);
    expect(keep("Albania, Peru and Oman meet", [{ text: "Albania asked for visas.", from: ["alba"] }])).toEqual([]);
  });

  it("is never guessed for a gift or an attack", () => {
    const rows = keep("Albania presses Peru on visas", [
      { text: "Albania freed some men.", from: ["alba"], act: "RETREAT/release", modality: "done" },
      { text: "Albania shelled a hill.", from: ["alba"], act: "ASSAULT", modality: "done" },
    ]);
    expect(rows).toEqual([]);
  });

  it("is who was told to do something, by the other", () => {
    const rows = keep("Albania presses Peru on visas", [{ text: "Peru was told to open up.", on: "told", to: ["peru"] }]);
    expect(rows[0]!.entries[0]).toMatchObject({ from: "alba", to: "peru", kind: "asked", implied: "from" });
  });

  it("marks nothing as implied where the words name both", () => {
    const rows = keep("Albania presses Peru on visas", [{ text: "Albania asked Peru for visas.", from: ["alba"], to: ["peru"] }]);
    expect(rows[0]!.entries[0]).not.toHaveProperty("implied");
  });
});

describe("who is no party", () => {
  it("makes no row: people described, of no party and no country; a common noun names nobody", () => {
    const rows = keep("Albania presses Peru on visas", [
      { text: "Albania freed prisoners.", from: ["alba"], to: ["prisoners"], act: "RETREAT/release", modality: "done" },
      { text: "Albania asked for the release of leaders.", from: ["alba"], objects: ["leaders"] },
    ]);
    expect(dyads(rows)).toEqual(["alba-peru"]);
    expect(rows[0]!.entries.map((one) => one.kind)).toEqual(["asked"]);
  });
});

describe("a person of no party", () => {
  it("has no row, as giver or as receiver", () => {
    const rows = keep("A quiet week", [
      { text: "Ana Mar asked Peru for visas.", from: ["ana"], to: ["peru"] },
      { text: "Peru told Ana Mar to wait.", from: ["peru"], to: ["ana"] },
    ]);
    expect(rows).toEqual([]);
  });
});

describe("the reach of a state", () => {
  it("ends with the last article about the two, not with the last of all", () => {
    const reading = buildReading(
      ACTORS,
      [
        { id: "a", publisher: "A", published: "2024-05-20", text: "Albania asked Peru for visas." },
        { id: "b", publisher: "B", published: "2024-09-01", text: "Albania asked Oman for aid." },
      ],
      [
        { id: "s0", article: "a", in: "Albania asked Peru for visas.", on: "asked", act: "REQUEST", from: ["alba"], to: ["peru"] },
        { id: "s1", article: "b", in: "Albania asked Oman for aid.", on: "asked", act: "REQUEST", from: ["alba"], to: ["oman"] },
      ],
    );
    const rows = keepLedger({ ...reading, events: joinEvents(reading, tables).events });
    expect(rows.map((one) => one.upTo)).toEqual(["2024-09-01", "2024-05-20"]);
  });

  it("is the one another telling of the same event names, and none where it names another mover", () => {
    const [one, other] = ["Albania dropped the duty on Peruvian wool on 3 May 2024.", "Albania dropped the duty on wool on 3 May 2024."];
    const told = (from: string): readonly LedgerRow[] => {
      const both = { on: "dropped", act: "RETREAT", when: "2024-05-03", issues: ["tariffs"] };
      const reading = buildReading(
        ACTORS,
        [
          { id: "a", publisher: "A", published: "2024-05-05", text: one },
          { id: "b", publisher: "B", published: "2024-05-05", text: other },
        ],
        [
          { ...both, id: "s0", article: "a", in: one, from: ["alba"], to: ["peru"], objects: ["the duty on Peruvian wool"] },
          { ...both, id: "s1", article: "b", in: other, from: [from], objects: ["the duty on wool"] },
        ],
      );
      const [event] = joinEvents({ ...reading, statements: [reading.statements[0]!] }, tables).events;
      return keepLedger({ ...reading, events: [{ ...event!, statements: ["s0", "s1"] }] });
    };
    expect(told("alba").map((row) => row.entries.map((entry) => entry.statements))).toEqual([[["s0", "s1"]]]);
    expect(told("oman").flatMap((row) => row.entries.flatMap((entry) => (entry.from === "alba" ? entry.statements : [])))).toEqual(["s0"]);
  });

  it("takes no step without a day for the answer to a dated ask", () => {
    const rows = keep("Albania presses Peru on visas", [
      {
        text: "Albania asked Peru for passage.",
        from: ["alba"],
        to: ["peru"],
        when: "2024-05-01",
        objects: ["passage"],
        issues: ["visas"],
      },
      { text: "Peru gave a stamp.", from: ["peru"], to: ["alba"], act: "CONCEDE", modality: "done", objects: ["stamp"], issues: ["visas"] },
    ]);
    expect(rows[0]!.entries.map((one) => one.answers)).toEqual([null, null]);
  });
});
