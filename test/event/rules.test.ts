import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildReading, type HandActor, type HandArticle, readRelations } from "../../eval/events/hand.ts";
import { joinEvents } from "../../src/event/index.ts";
import { comparePlaces, findPlace, readPlace } from "../../src/event/places.ts";
import { foldOutlet, makeSources } from "../../src/event/sources.ts";
import { findStories } from "../../src/event/stories.ts";
import { rangeOf } from "../../src/event/verdicts.ts";
import { keepLedger } from "../../src/ledger/index.ts";
import { buildEventTables, loadEventTables, loadPloverScores } from "../../src/lexicon/events.ts";
import { readParties } from "../../src/model/party.ts";
import { indexForms } from "../../src/text/words.ts";
import { readTold, type Told } from "../support/told.ts";

const tables = loadEventTables();
const ACTORS: readonly HandActor[] = [
  { id: "alba", name: "Albania", kind: "state", country: "ALB", aliases: ["Albania", "Albanian"] },
  { id: "peru", name: "Peru", kind: "state", country: "PER", aliases: ["Peru", "Lima"] },
  { id: "leka", name: "Dritan Leka", kind: "person", partyOf: "alba" },
  { id: "rojas", name: "Marco Rojas", kind: "person", country: "PER" },
  { id: "lone", name: "Ana Mar", kind: "person" },
];

function join(lines: readonly Told[]) {
  const reading = readTold(ACTORS, lines);
  const joined = joinEvents(reading, tables);
  return { ...joined, reading, groups: joined.events.map((one) => one.statements.join("+")).sort() };
}

describe("what joins", () => {
  it("goes on from a dated sentence to an undated one beside it, each naming one side", () => {
    const lines = [
      { text: "Albanians arrived in Lima.", paper: "a", from: ["alba"], when: "2024-05-14" },
      { text: "They met Peru's ministers.", paper: "a", to: ["peru"] },
    ];
    expect(join(lines).groups).toEqual(["s0+s1"]);
    expect(join(lines.map((one, i) => ({ ...one, paper: `${i}` }))).groups).toEqual(["s0", "s1"]);
  });

  it("keeps what was done separately, what lasts and what is said to be done again apart", () => {
    const met = { text: "Albania met Peru.", paper: "a", from: ["alba"], to: ["peru"] } as const;
    expect(join([met, { ...met, text: "Albania separately met Peru." }]).groups).toEqual(["s0", "s1"]);
    expect(
      join([
        { ...met, when: "2024-05-14" },
        { ...met, paper: "b", text: "Albania met Peru for years." },
      ]).groups,
    ).toEqual(["s0", "s1"]);
    const ask = {
      text: "Albania asked for visas.",
      act: "REQUEST",
      modality: "asked",
      from: ["alba"],
      to: ["peru"],
      objects: ["visas"],
    } as const;
    expect(join([ask, { ...ask, paper: "b" }]).groups).toEqual(["s0+s1"]);
    expect(join([ask, { ...ask, paper: "b", told: "2024-05-29", text: "Albania asked again for visas." }]).groups).toEqual(["s0", "s1"]);
  });

  it("takes a decision without a day to come for the act, and one with such a day for a plan", () => {
    const done = {
      text: "Albania cancelled the reward.",
      on: "cancelled",
      act: "CONCEDE",
      from: ["alba"],
      to: ["peru"],
      objects: ["the reward"],
    } as const;
    const decided = {
      text: "Albania took the decision to cancel the reward.",
      on: "cancel",
      act: "CONCEDE",
      modality: "planned",
      from: ["alba"],
      to: ["peru"],
      objects: ["the reward"],
    } as const;
    expect(join([done, { ...decided, paper: "b" }]).groups).toEqual(["s0+s1"]);
    expect(join([done, { ...decided, paper: "b", when: "2024-09" }]).groups).toEqual(["s0", "s1"]);
  });

  it("knows who was freed where the words make him the actor, and never joins him with another", () => {
    const freed = { act: "RETREAT/release", on: "release" } as const;
    const lines = [
      { ...freed, text: "Albania announced the release of Marco Rojas.", from: ["alba=Albania"], to: ["rojas=Marco Rojas"] },
      { ...freed, text: "After Ana Mar's release all was calm.", from: ["lone=Ana Mar"] },
    ];
    expect(join(lines).groups).toEqual(["s0", "s1"]);
    expect(join([...lines, { ...freed, text: "Ana Mar's release was hailed.", from: ["lone=Ana Mar"] }]).groups).toEqual(["s0", "s1+s2"]);
  });

  it("keeps two acts of one sentence apart", () => {
    const text = "Albania asked Peru for visas and for aid.";
    const ask = { text, paper: "a", act: "REQUEST", modality: "asked", from: ["alba"], to: ["peru"] } as const;
    const { reading } = join([{ ...ask, on: "visas", objects: ["visas"] }]);
    const two = buildReading(
      ACTORS,
      [{ id: "a", publisher: "P", published: "2024-05-20", text }],
      [
        { id: "x", article: "a", in: text, ...ask, on: "visas", objects: ["visas"] },
        { id: "y", article: "a", in: text, ...ask, on: "aid", objects: ["aid"] },
      ],
    );
    expect(reading.statements).toHaveLength(1);
    expect(joinEvents(two, tables).events).toHaveLength(2);
  });

  it("gives no events to statements of articles that are not there, and takes an empty reading", () => {
    const { reading } = join([{ text: "Albania met Peru.", from: ["alba"], to: ["peru"] }]);
    expect(joinEvents({ ...reading, articles: [] }, tables)).toEqual({ events: [], discrepancies: [] });
    expect(joinEvents({ articles: [], actors: [], statements: [], quantities: [] }, tables).events).toEqual([]);
  });
});

describe("the whole of a case", () => {
  const cases = readRelations(new URL("../cases/relations/", import.meta.url));
  it("is the same in any order of statements, articles and actors", () => {
    for (const { reading } of cases) {
      const all = (input: typeof reading): string => {
        const joined = joinEvents(input, tables);
        return JSON.stringify([joined, keepLedger({ ...input, events: joined.events })]);
      };
      const expected = all(reading);
      fc.assert(
        fc.property(
          fc.shuffledSubarray([...reading.statements], { minLength: reading.statements.length }),
          fc.shuffledSubarray([...reading.articles], { minLength: reading.articles.length }),
          fc.shuffledSubarray([...reading.actors], { minLength: reading.actors.length }),
          (statements, articles, actors) => {
            expect(all({ ...reading, statements, articles, actors }) === expected).toBe(true);
          },
        ),
        { numRuns: 12 },
      );
    }
  });

  it("needs each of its papers: without one, nothing of it is left in any account", () => {
    for (const { reading } of cases)
      for (const dropped of reading.articles) {
        const articles = reading.articles.filter((one) => one !== dropped);
        const { events } = joinEvents({ ...reading, articles }, tables);
        expect(events.flatMap((one) => one.accounts.flatMap((two) => two.articles))).not.toContain(dropped.id);
      }
  });
});

describe("places", () => {
  const parties = readParties(join([]).reading.actors);
  const forms = indexForms(join([]).reading.actors);
  const place = (words: string) => readPlace(words, { start: 0, end: words.length }, forms, parties)!;

  it("are one by name, one within the other, apart by country, or unknown", () => {
    expect(comparePlaces(place("the port"), place("port"))).toBe("same");
    expect(comparePlaces(place("Peru"), place("Lima's old town"))).toBe("within");
    expect(comparePlaces(place("Albania"), place("Lima"))).toBe("apart");
    expect(comparePlaces(place("Oslo"), place("Geneva"))).toBe("unknown");
  });

  it("are found after a preposition, never a month or a day", () => {
    const found = (text: string, on: string): string | null => {
      const at = text.indexOf(on);
      const span = findPlace(text, { start: 0, end: text.length }, { start: at, end: at + on.length }, tables.stop);
      return span && text.slice(span.start, span.end);
    };
    expect(found("They met in New Harbour in March.", "met")).toBe("New Harbour");
    expect(found("They met in March.", "met")).toBeNull();
    expect(found("They met and spoke.", "met")).toBeNull();
  });
});

describe("sources", () => {
  it("fold copies into the account they came from, whole or passage, and survive a circle", () => {
    const text = "Albania met Peru.\nOwn words of the paper.";
    const articles = buildReading(
      [],
      [
        { id: "wire", publisher: "Wire", published: "2024-05-01", text: "Albania met Peru.", copies: [{ words: "*", of: "paper" }] },
        { id: "paper", publisher: "The Paper", published: "2024-05-02", text, copies: [{ words: "Albania met Peru.", of: "wire" }] },
      ],
      [],
    ).articles;
    const { reading } = join([{ text: "Albania met Peru.", from: ["alba"], to: ["peru"] }]);
    const sourceOf = makeSources(articles);
    const at = (article: string, start: number, end: number) => sourceOf({ ...reading.statements[0]!, article, evidence: { start, end } });
    expect(at("paper", 0, 17).article).toBe("wire");
    expect(at("paper", 18, 30).article).toBe("paper");
    expect(["wire", "paper"]).toContain(at("wire", 0, 17).article);
  });

  it("know one outlet under two spellings of its name", () => {
    expect(foldOutlet("The Daily Harbour")).toBe(foldOutlet("www.dailyharbour.com"));
    expect(foldOutlet("Daily Harbour")).not.toBe(foldOutlet("Daily Harbor Tribune"));
  });
});

describe("stories", () => {
  const paper = (id: string, headline: string, text: string, published = "2024-05-20"): HandArticle => ({
    id,
    publisher: `P${id}`,
    published,
    headline,
    text,
  });
  it("hold articles about one thing together, and keep a year-old one out", () => {
    const articles = buildReading(
      [],
      [
        paper("a", "Ferry sinks off Durres", "A ferry sank off Durres with forty passengers aboard, the coast guard said."),
        paper("b", "Forty rescued as ferry sinks", "The coast guard rescued forty passengers of the ferry that sank off Durres."),
        paper("c", "Parliament votes on budget", "Deputies passed the budget after a night of debate about pensions."),
        paper("d", "Ferry sinks off Durres", "A ferry sank off Durres with forty passengers aboard, the coast guard said.", "2023-05-20"),
      ],
      [],
    ).articles;
    const stories = findStories(articles, tables);
    expect(stories.get("a")).toBe(stories.get("b"));
    expect(stories.get("a")).not.toBe(stories.get("c"));
    expect(stories.get("a")).not.toBe(stories.get("d"));
    expect(stories.size).toBe(4);
  });
});

describe("tables and ranges", () => {
  it("refuse a row without its words", () => {
    expect(() => buildEventTables("bounty", "")).toThrow(RangeError);
    expect(() => buildEventTables("", "reason")).toThrow(RangeError);
    expect(loadPloverScores().get("ACCUSE")).toBe(-3);
  });

  it("read approximators one-sided or around", () => {
    const one = join([
      { text: "Albania freed 20 prisoners.", act: "RETREAT", from: ["alba"], numbers: ["20 prisoners|count|20|20|prisoner|about"] },
    ]).reading.quantities[0]!;
    expect(rangeOf(one)).toEqual({ low: 18, high: 22 });
    expect(rangeOf({ ...one, mod: "at-least" })).toEqual({ low: 20, high: Number.POSITIVE_INFINITY });
    expect(rangeOf({ ...one, mod: "less-than" })).toEqual({ low: 0, high: 20 });
    expect(rangeOf({ ...one, low: null, high: null })).toBeNull();
  });
});
