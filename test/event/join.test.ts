import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildReading, type HandActor, type HandArticle, type HandStatement, type Reading } from "../../eval/events/hand.ts";
import { joinEvents } from "../../src/event/index.ts";
import { loadEventTables } from "../../src/lexicon/events.ts";

const tables = loadEventTables();
const ACTORS: readonly HandActor[] = [
  { id: "alba", name: "Albania", kind: "state", country: "ALB" },
  { id: "peru", name: "Peru", kind: "state", country: "PER" },
  { id: "oman", name: "Oman", kind: "state", country: "OMN" },
  { id: "alba-mission", name: "Albanian delegation", kind: "group", partyOf: "alba" },
  { id: "hoxha", name: "Arta Hoxhaj", kind: "person", partyOf: "alba" },
  { id: "leka", name: "Dritan Leka", kind: "person", partyOf: "alba" },
  { id: "lekka", name: "Dritan Lekka", kind: "person", partyOf: "alba" },
  { id: "quispe", name: "Inés Quispe", kind: "person", country: "PER" },
  { id: "rojas", name: "Marco Rojas", kind: "person", country: "PER" },
  { id: "lima", name: "Lima", kind: "organisation", country: "PER" },
  { id: "chile", name: "Chile", kind: "state", country: "CHL" },
  { id: "crowd", name: "rebels", kind: "group" },
  { id: "tirana", name: "Tirana", kind: "organisation", country: "ALB" },
];

function read(articles: readonly HandArticle[], statements: readonly HandStatement[]): Reading {
  return buildReading(ACTORS, articles, statements);
}

function paper(id: string, text: string, published: string | null = "2024-05-20", more: Partial<HandArticle> = {}): HandArticle {
  return { id, publisher: `Paper ${id}`, published, text, ...more };
}

function together(reading: Reading, ...ids: readonly string[]): boolean {
  const { events } = joinEvents(reading, tables);
  return events.some((event) => ids.every((id) => event.statements.includes(id)));
}

const VISIT = "An Albanian delegation led by Arta Hoxhaj arrived in Lima on 14 May 2024.";
const TALKS = "The delegation held talks with Peru's ministers.";
const MEETING = "Last week's May meeting was led on the Albanian side by Dritan Leka.";

function meeting(): Reading {
  return read(
    [paper("a", `${VISIT}\n${TALKS}`, "2024-05-16"), paper("b", MEETING, "2024-05-23")],
    [
      {
        id: "visit",
        article: "a",
        in: VISIT,
        on: "arrived",
        act: "CONSULT/visit",
        from: ["alba-mission=Albanian delegation"],
        led: ["hoxha=Arta Hoxhaj@alba"],
        when: "2024-05-14",
        where: "Lima",
      },
      {
        id: "talks",
        article: "a",
        in: TALKS,
        on: "talks",
        act: "CONSULT",
        from: ["alba-mission=The delegation"],
        to: ["peru=Peru's ministers"],
        when: "2024-05-14",
        basis: "narrative",
      },
      {
        id: "meeting",
        article: "b",
        in: MEETING,
        on: "meeting",
        act: "CONSULT",
        from: ["alba=Albanian side"],
        to: ["peru"],
        led: ["leka=Dritan Leka@alba"],
        when: "2024-05",
      },
    ],
  );
}

describe("joining", () => {
  it("takes a visit, talks and a meeting of the same parties in one month for one event", () => {
    expect(together(meeting(), "visit", "talks", "meeting")).toBe(true);
  });

  it("keeps meetings of two months apart", () => {
    const march = "In March 2024 Albania and Peru met.";
    const reading = read(
      [paper("a", "Albania and Peru met on 14 May 2024."), paper("b", march)],
      [
        {
          id: "may",
          article: "a",
          in: "Albania and Peru met on 14 May 2024.",
          on: "met",
          act: "CONSULT",
          from: ["alba=Albania", "peru=Peru"],
          when: "2024-05-14",
        },
        { id: "march", article: "b", in: march, on: "met", act: "CONSULT", from: ["alba=Albania", "peru=Peru"], when: "2024-03" },
      ],
    );
    expect(together(reading, "may", "march")).toBe(false);
  });

  it("keeps the second round from the third", () => {
    const [second, third] = ["The second round of talks between Albania and Peru ended.", "Albania and Peru held a third round of talks."];
    const reading = read(
      [paper("a", second), paper("b", third)],
      [
        { id: "second", article: "a", in: second, on: "talks", act: "CONSULT", from: ["alba=Albania", "peru=Peru"], when: "2024-05" },
        { id: "third", article: "b", in: third, on: "talks", act: "CONSULT", from: ["alba=Albania", "peru=Peru"], when: "2024-05" },
      ],
    );
    expect(together(reading, "second", "third")).toBe(false);
  });

  it("joins two tellings of one person's release, and keeps two persons' releases apart", () => {
    const [first, again, other] = [
      "Albania freed Inés Quispe on Tuesday.",
      "Inés Quispe, a teacher, was released by Albania.",
      "Albania released Marco Rojas.",
    ];
    const reading = read(
      [paper("a", first), paper("b", again), paper("c", other)],
      [
        {
          id: "first",
          article: "a",
          in: first,
          on: "freed",
          act: "RETREAT/release",
          from: ["alba=Albania"],
          to: ["quispe=Inés Quispe"],
          when: "2024-05-14",
        },
        { id: "again", article: "b", in: again, on: "released", act: "RETREAT/release", from: ["alba=Albania"], objects: ["Inés Quispe"] },
        {
          id: "other",
          article: "c",
          in: other,
          on: "released",
          act: "RETREAT/release",
          from: ["alba=Albania"],
          objects: ["Marco Rojas"],
          when: "2024-05-14",
        },
      ],
    );
    expect(together(reading, "first", "again")).toBe(true);
    expect(together(reading, "first", "other")).toBe(false);
    expect(together(reading, "again", "other")).toBe(false);
  });

  it("links a plan to its fulfilment and does not merge them", () => {
    const [plan, done] = ["Albania will reopen its embassy in Lima.", "Albania reopened its embassy in Lima on 2 June 2024."];
    const reading = read(
      [paper("a", plan, "2024-05-20"), paper("b", done, "2024-06-03")],
      [
        {
          id: "plan",
          article: "a",
          in: plan,
          on: "reopen",
          act: "COOPERATE",
          modality: "planned",
          from: ["alba=Albania"],
          to: ["peru"],
          objects: ["its embassy"],
          where: "Lima",
        },
        {
          id: "done",
          article: "b",
          in: done,
          on: "reopened",
          act: "COOPERATE",
          from: ["alba=Albania"],
          to: ["peru"],
          objects: ["its embassy"],
          when: "2024-06-02",
          where: "Lima",
        },
      ],
    );
    const { events } = joinEvents(reading, tables);
    const planned = events.find((one) => one.statements.includes("plan"))!;
    const fulfilled = events.find((one) => one.statements.includes("done"))!;
    expect(planned.id).not.toBe(fulfilled.id);
    expect(planned.links).toEqual([{ kind: "plan-of", event: fulfilled.id }]);
    expect(fulfilled.links).toEqual([{ kind: "fulfils", event: planned.id }]);
  });

  it("holds every statement in exactly one event and gives the same bytes in any order", () => {
    const reading = meeting();
    const expected = JSON.stringify(joinEvents(reading, tables));
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...reading.statements], { minLength: reading.statements.length }),
        fc.shuffledSubarray([...reading.articles], { minLength: reading.articles.length }),
        fc.shuffledSubarray([...reading.actors], { minLength: reading.actors.length }),
        (statements, articles, actors) => {
          const joined = joinEvents({ ...reading, statements, articles, actors }, tables);
          expect(JSON.stringify(joined)).toBe(expected);
          expect(joined.events.flatMap((one) => one.statements).sort()).toEqual(statements.map((one) => one.id).sort());
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe("verdicts", () => {
  function verdicts(reading: Reading, slot: string): string[] {
    return joinEvents(reading, tables)
      .discrepancies.filter((one) => one.slot.startsWith(slot))
      .map((one) => one.verdict);
  }

  function meetingLedBy(first: string, second: string, more: readonly string[] = []): Reading {
    const words: Record<string, string> = { hoxha: "Arta Hoxhaj", leka: "Dritan Leka", lekka: "Dritan Lekka" };
    const texts = [first, second].map(
      (id) => `Albania's team in Lima was led by ${words[id]} with Arta Hoxhaj beside in the talks with Peru.`,
    );
    return read(
      [paper("a", texts[0]!), paper("b", texts[1]!)],
      [first, second].map((id, i) => ({
        id: `s${i}`,
        article: "ab"[i]!,
        in: texts[i]!,
        on: "talks",
        act: "CONSULT",
        from: ["alba=Albania"],
        to: ["peru=Peru"],
        when: "2024-05-14",
        led: [`${id}=${words[id]}@alba`, ...(i === 1 ? more : [])],
      })),
    );
  }

  it("finds two different named leaders of one side", () => {
    const { discrepancies } = joinEvents(meetingLedBy("hoxha", "leka"), tables);
    const leader = discrepancies.find((one) => one.slot === "leader")!;
    expect(leader.verdict).toBe("✕");
    expect(leader.side).toBe("alba");
    expect(leader.accounts.map((one) => one.value).sort()).toEqual(["hoxha", "leka"]);
    expect(verdicts(meeting(), "leader")).toEqual(["✕"]);
  });

  it("does not take a spelling variant or a co-leader for a contradiction", () => {
    expect(verdicts(meetingLedBy("leka", "lekka"), "leader")).toEqual(["="]);
    expect(verdicts(meetingLedBy("hoxha", "leka", ["hoxha=Arta Hoxhaj@alba"]), "leader")).toEqual(["≈"]);
  });

  function freed(numbers: readonly [string, string], said: readonly [string, string] = ["author", "author"]): Reading {
    const texts = numbers.map((one) => `Albania freed ${one.split("|")[0]} on 14 May 2024.`);
    return read(
      [paper("a", texts[0]!), paper("b", texts[1]!)],
      numbers.map((one, i) => ({
        id: `s${i}`,
        article: "ab"[i]!,
        in: texts[i]!,
        on: "freed",
        act: "RETREAT/release",
        from: ["alba=Albania"],
        to: ["peru"],
        objects: [one.split("|")[0]!],
        numbers: [one],
        when: "2024-05-14",
        said: said[i]!,
      })),
    );
  }

  it("compares numbers with their approximators and units", () => {
    expect(verdicts(freed(["12 prisoners|count|12|12|prisoner", "15 detainees|count|15|15|detainee"]), "number")).toEqual(["✕"]);
    expect(verdicts(freed(["about 20 prisoners|count|20|20|prisoner|about", "19 prisoners|count|19|19|prisoner"]), "number")).toEqual([
      "≈",
    ]);
    expect(verdicts(freed(["more than 10 prisoners|count|10||prisoner|more-than", "12 prisoners|count|12|12|prisoner"]), "number")).toEqual(
      ["≈"],
    );
    expect(verdicts(freed(["12 prisoners|count|12|12|prisoner", "12 detainees|count|12|12|detainee"]), "number")).toEqual(["="]);
    expect(verdicts(freed(["300 prisoners|count|300|300|prisoner", "317 prisoners|count|317|317|prisoner"]), "number")).toEqual(["≈"]);
  });

  it("does not call two parties' different counts a contradiction of the papers", () => {
    expect(
      verdicts(freed(["12 prisoners|count|12|12|prisoner", "15 prisoners|count|15|15|prisoner"], ["named:alba", "named:peru"]), "number"),
    ).toEqual(["≠"]);
    expect(
      verdicts(freed(["12 prisoners|count|12|12|prisoner", "15 prisoners|count|15|15|prisoner"], ["named:alba", "named:alba"]), "number"),
    ).toEqual(["✕"]);
  });

  it("does not call the different counts of two others, each by name, one either", () => {
    const counts = ["12 prisoners|count|12|12|prisoner", "15 prisoners|count|15|15|prisoner"] as const;
    expect(verdicts(freed(counts, ["named:oman", "named:chile"]), "number")).toEqual(["≠"]);
    expect(verdicts(freed(counts, ["named:oman", "author"]), "number")).toEqual(["✕"]);
  });

  it("shows that one account carries another party's number beside the one both give", () => {
    const [both, alone] = ["Albania killed 20 rebels in Kukes on 14 May 2024.", "Four rebels were killed on 14 May 2024."];
    const struck = (article: string, text: string, words: string, said: string): HandStatement => ({
      id: `${article}${words}`,
      article,
      in: text,
      on: "killed",
      act: "ASSAULT",
      from: ["alba"],
      to: [`crowd=${words}`],
      numbers: [`${words}|count|${words.startsWith("20") ? "20|20" : "4|4"}|rebel`],
      when: "2024-05-14",
      said,
    });
    const told = (second: string) =>
      read(
        [paper("a", both), paper("b", `${both}\n${alone}`)],
        [
          struck("a", both, "20 rebels", "named:alba"),
          struck("b", both, "20 rebels", "named:alba"),
          struck("b", alone, "Four rebels", second),
        ],
      );
    // Whose rebels they are is not said: who counts them may be of them.
    expect(verdicts(told("named:chile"), "number of rebel")).toEqual(["≠"]);
    expect(verdicts(told("named:alba"), "number of rebel")).toEqual(["="]);
    expect(verdicts(told("author"), "number of rebel")).toEqual(["="]);
  });

  it("names a place and what a number counts as the text does", () => {
    const text = "Albania freed 12 prisoners near the Port of Callao on 14 May 2024.";
    const one = {
      id: "s",
      article: "a",
      in: text,
      on: "freed",
      act: "RETREAT/release",
      from: ["alba=Albania"],
      to: ["peru"],
      when: "2024-05-14",
    };
    const reading = read([paper("a", text)], [{ ...one, numbers: ["12 prisoners|count|12|12|prisoner"] }]);
    const slots = joinEvents(reading, tables).events[0]!.accounts[0]!.slots.map(({ slot, value }) => `${slot}: ${value}`);
    expect(slots).toContain("where: Port of Callao");
    expect(slots.filter((slot) => slot.startsWith("number"))).toEqual([expect.stringMatching(/^number of \w+: 12 prisoners$/)]);
  });

  it("counts copies once", () => {
    const reading = meetingLedBy("hoxha", "leka");
    const copy = { ...reading.articles[1]!, copies: [{ start: 0, end: reading.articles[1]!.text.length, of: "a" }] };
    const { events } = joinEvents({ ...reading, articles: [reading.articles[0]!, copy] }, tables);
    expect(events).toHaveLength(1);
    expect(events[0]!.accounts).toHaveLength(1);
    expect(events[0]!.accounts[0]!.copies).toEqual(["b"]);
  });

  it("shows a denial as a denial", () => {
    const [told, denied] = ["Albania shelled Peru's post on 14 May 2024.", "Albania denied shelling Peru's post."];
    const reading = read(
      [paper("a", told), paper("b", denied)],
      [
        {
          id: "told",
          article: "a",
          in: told,
          on: "shelled",
          act: "ASSAULT/heavy-weapons",
          from: ["alba=Albania"],
          to: ["peru=Peru"],
          objects: ["post"],
          when: "2024-05-14",
        },
        {
          id: "denied",
          article: "b",
          in: denied,
          on: "shelling",
          act: "ASSAULT/heavy-weapons",
          modality: "denied",
          from: ["alba=Albania"],
          to: ["peru=Peru"],
          objects: ["post"],
          said: "named:alba",
        },
      ],
    );
    expect(together(reading, "told", "denied")).toBe(true);
    expect(verdicts(reading, "confirmed")).toEqual(["∅"]);
  });
});
