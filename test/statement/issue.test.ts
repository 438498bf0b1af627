import { describe, expect, it } from "vitest";
import { buildIssueLexicon, loadIssueLexicon } from "../../src/lexicon/issues.ts";
import type { Doc } from "../../src/model/index.ts";
import { readIssues } from "../../src/statement/issue.ts";
import { plant } from "./tree.ts";

const lexicon = loadIssueLexicon();

/** Words with their lemma after a slash where it differs. */
function words(text: string): Doc {
  return plant(
    text
      .split(" ")
      .map((word) => {
        const [form, lemma = form] = word.split("/");
        return `${form}/${lemma!.toLowerCase()}/X/X/0/dep`;
      })
      .join(" "),
  );
}

function issues(text: string, with_ = lexicon): readonly string[] {
  const doc = words(text);
  return readIssues(doc, { start: 0, end: doc.text.length }, with_);
}

describe("readIssues", () => {
  it.each([
    ["They freed two prisoners/prisoner and lifted the sanctions/sanction", ["detainees", "sanctions"]],
    ["The embassy in Sylvania reopened", ["missions"]],
    ["A cease-fire near the line of control", ["ceasefire", "territory"]],
    ["It asked for formal recognition of the government", ["recognition"]],
    ["Talks about lithium and other critical minerals/mineral", ["minerals"]],
    ["They unfroze/unfreeze the central bank reserves/reserve", ["frozen-assets"]],
    ["The firm praised its facial recognition software", []],
    ["He works in public relations/relation with/with newspapers/newspaper", []],
    ["Chile must release more water from its reservoirs/reservoir", ["water"]],
    ["The police turned water cannons/cannon on the crowd", []],
    ["The weather was fine", []],
  ])("%s", (text, expected) => expect(issues(text)).toEqual(expected));

  it("reads only the span it is given", () => {
    const doc = words("Sanctions/sanction fell . Prisoners/prisoner left");
    expect(readIssues(doc, { start: 0, end: 14 }, lexicon)).toEqual(["sanctions"]);
    expect(readIssues(doc, { start: 15, end: doc.text.length }, lexicon)).toEqual(["detainees"]);
    expect(readIssues(doc, { start: 4, end: 4 }, lexicon)).toEqual([]);
  });

  it("takes a user's file: new issues and more words", () => {
    const mine = loadIssueLexicon([
      "issues:\n  - id: cheese\n    name: Cheese\n    words: [blue cheese]\n  - id: sanctions\n    name: Sanctions\n    words: [chokepoint]\n",
    ]);
    expect(issues("They banned/ban blue cheese", mine)).toEqual(["cheese"]);
    expect(issues("A chokepoint", mine)).toEqual(["sanctions"]);
    expect(issues("A sanction", mine)).toEqual(["sanctions"]);
  });

  it.each([
    ["no list", "issues: 3"],
    ["an unknown key", "issues:\n  - id: a\n    name: A\n    wrods: [b]"],
    ["a bad id", "issues:\n  - id: A B\n    name: A"],
    ["broken YAML", "issues: [\n  {"],
  ])("refuses %s, saying what is wrong", (_, text) => expect(() => buildIssueLexicon([text])).toThrow(RangeError));

  it("has unique ids and a name for each", () => {
    const ids = lexicon.issues.map((one) => one.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(40);
  });
});
