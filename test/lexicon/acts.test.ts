import { describe, expect, it } from "vitest";
import { buildActLexicon, loadActLexicon } from "../../src/lexicon/acts.ts";
import { readRows } from "../../src/lexicon/rows.ts";

const empty = { senses: [] as string[], sets: "", frames: "plain\tsubj\tobj\t-\n", support: "", control: "", flips: "" };

describe("the act lexicon", () => {
  it("holds at least 1,500 senses", () => expect(loadActLexicon().size).toBeGreaterThanOrEqual(1500));

  it("knows what becomes of every type that is ended", () => {
    const { flips, verbs, nouns } = loadActLexicon();
    for (const senses of [...verbs.values(), ...nouns.values()])
      for (const sense of senses) if (sense.eventType && sense.eventType !== "SAY") expect(flips.has(sense.eventType), sense.id).toBe(true);
  });

  it("lets the sense that asks for more speak first", () => {
    const { verbs } = buildActLexicon({ ...empty, senses: ["v\tstrike\t\tASSAULT\nv\tstrike\tobj:deal\t-\n"] });
    expect(verbs.get("strike")!.map((sense) => sense.eventType)).toEqual([null, "ASSAULT"]);
  });

  it.each([
    ["an unknown part of speech", { senses: ["q\tgo\t\tAID"] }],
    ["an unknown type", { senses: ["v\tgo\t\tGREET"] }],
    ["an unknown set", { senses: ["v\tgo\tobj:@nothing\tAID"] }],
    ["an unknown frame", { senses: ["v\tgo\t\tAID\tsideways"] }],
  ])("refuses %s", (_, tables) => expect(() => buildActLexicon({ ...empty, ...tables })).toThrow(RangeError));
});

describe("readRows", () => {
  it("skips comments and empty lines and trims cells", () => expect(readRows("# x\n\na\t b \n")).toEqual([["a", "b"]]));
});
