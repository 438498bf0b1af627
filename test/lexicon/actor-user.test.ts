import { describe, expect, it } from "vitest";
import { loadActorLexicon } from "../../src/lexicon/actors.ts";
import { readMentions } from "../../src/mention/actor/read.ts";
import { readDoc } from "../../src/sentence/read.ts";
import { core } from "../mention/actor/reading.ts";

const data = new URL("../../data/", import.meta.url);

function read(text: string, user: string) {
  const doc = readDoc(text, core);
  const { actors, mentions } = readMentions([{ id: "a", headline: "", published: null, doc }], loadActorLexicon(data, user));
  const byId = new Map(actors.map((actor) => [actor.id, actor]));
  return new Map(mentions.get("a")!.map((mention) => [text.slice(mention.start, mention.end), byId.get(mention.actor)!]));
}

describe("actors.yaml", () => {
  it("adds an actor with its names and what it belongs to", () => {
    const found = read(
      "Blue Wharf and the BWC said the port was shut.",
      "actors:\n  - name: Blue Wharf Council\n    kind: organisation\n    names: [Blue Wharf, BWC]\n    partyOf: Malta\n",
    );
    expect(found.get("BWC")).toMatchObject({ name: "Blue Wharf Council", kind: "organisation" });
    expect(found.get("Blue Wharf")?.id).toBe(found.get("BWC")?.id);
    expect(found.get("BWC")?.partyOf).not.toBeNull();
  });

  it("corrects a known actor and takes a name from it", () => {
    const found = read(
      "Congo said no. The Security Council met.",
      "actors:\n  - name: DR Congo\n    not: [Congo]\n  - name: Republic of the Congo\n    names: [Congo]\n",
    );
    expect(found.get("Congo")?.country).toBe("COG");
  });

  it.each([
    ["actors: 3\n", /actors\.yaml: actors/],
    ["actors:\n  - name: X\n    kind: planet\n", /kind/],
    ["actors:\n  - name: X\n    partyOf: Nowhere\n", /X: partyOf names no known actor: Nowhere/],
    ["actors:\n  - nome: X\n", /actors\.yaml/],
    ["actors: [\n", /actors\.yaml/],
  ])("refuses %j", (text, message) => {
    expect(() => loadActorLexicon(data, text)).toThrow(RangeError);
    expect(() => loadActorLexicon(data, text)).toThrow(message);
  });
});
