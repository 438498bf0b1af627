import { describe, expect, it } from "vitest";
import { type ActLexicon, buildActLexicon, loadActLexicon } from "../../src/lexicon/acts.ts";
import { readData } from "../../src/lexicon/table.ts";

const COLUMNS = "pos\twords\tpattern\tact\tframe\tconfidence";

function build(senses: readonly string[], sets: readonly string[] = []): ActLexicon {
  const tables = {
    senses: [[COLUMNS, ...senses].join("\n")],
    sets: ["name\twords", ...sets].join("\n"),
    frames: "name\tactor\trecipient\tobject\nplain\tsubj\tobj\t-\n",
    support: "",
    flips: "",
    contexts: "",
  };
  return buildActLexicon(tables, Object.assign(new Map(), { sets: new Map() }));
}

describe("the act lexicon", () => {
  it("holds at least 1,500 senses", () => expect(loadActLexicon().size).toBeGreaterThanOrEqual(1500));

  it("knows what becomes of every type that is ended", () => {
    const { flips, verbs, nouns } = loadActLexicon();
    for (const senses of [...verbs.values(), ...nouns.values()])
      for (const sense of senses) if (sense.eventType && sense.eventType !== "SAY") expect(flips.has(sense.eventType), sense.id).toBe(true);
  });

  it("has no word twice in a set", () => {
    const rows = readData("acts-sets.tsv")
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith("#"))
      .map((line) => line.split("\t"));
    for (const [name, words = ""] of rows) expect(new Set(words.split(" ")).size, name).toBe(words.split(" ").length);
  });

  it("says what a word means in a pattern once", () => {
    const { verbs, nouns, adjectives } = loadActLexicon();
    for (const senses of [verbs, nouns, adjectives].flatMap((index) => [...index.values()])) {
      const patterns = senses.map(({ id }) => id.slice(0, id.lastIndexOf("=")));
      expect(patterns.filter((pattern, i) => patterns.indexOf(pattern) !== i)).toEqual([]);
    }
  });

  it("lets the sense that asks for more speak first", () => {
    const { verbs } = build(["v\tstrike\t\tASSAULT", "v\tstrike\tobj:deal\t-"]);
    expect(verbs.get("strike")!.map((sense) => sense.eventType)).toEqual([null, "ASSAULT"]);
  });

  it.each([
    ["an unknown part of speech", "q\tgo\t\tAID"],
    ["an unknown type", "v\tgo\t\tGREET"],
    ["an unknown set", "v\tgo\tobj:@nothing\tAID"],
    ["an unknown frame", "v\tgo\t\tAID\tsideways"],
  ])("refuses %s", (_, row) => expect(() => build([row])).toThrow(RangeError));

  it("refuses two sets of one name", () =>
    expect(() => build([], ["grain\twheat rye", "grain\tmaize"])).toThrow(/two sets called "grain"/));
});
