import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { read, type Told } from "./reading.ts";

describe("who is who over articles", () => {
  it("joins transliterations and spellings of one person with one role", () => {
    const { actors } = read(
      "Hamas spokesman Khaled Mansour said no.",
      "Khalid Mansour, a spokesman for Hamas, said yes.",
      "The Libyan prime minister, Abdulhamid Sherif, resigned.",
      "Libya's prime minister, Abdelhamid Sharif, was praised.",
    );
    expect(actors.filter((actor) => actor.kind === "person")).toHaveLength(2);
  });

  it("joins short given names, middle names and lone surnames", () => {
    const { actors, called } = read(
      "US President Thomas J. Walsh spoke.",
      "Tom Walsh, the US president, smiled.",
      "Walsh said the tariffs would stay.",
    );
    expect(actors.filter((actor) => actor.kind === "person")).toHaveLength(1);
    expect(called("Walsh")?.aliases).toEqual(expect.arrayContaining(["Thomas J. Walsh", "Tom Walsh", "Walsh"]));
  });

  it("keeps brothers, and namesakes of different parties, apart", () => {
    const { actors } = read(
      "Hassan Barakat, the Lebanese finance minister, spoke.",
      "Hussein Barakat, a Hezbollah official, spoke.",
      "Russian minister Sergei Ivanov spoke.",
      "Ukrainian minister Andrii Ivanov spoke.",
    );
    expect(actors.filter((actor) => actor.kind === "person")).toHaveLength(4);
  });

  it("does not give a lone surname to one of two", () => {
    const { actors } = read("Finnish minister Anna Berg spoke.", "Swedish envoy Karin Berg spoke.", "Berg said no.");
    const lone = actors.filter((actor) => actor.aliases.includes("Berg"));
    for (const actor of lone) expect(actor.aliases).toEqual(["Berg"]);
  });

  it("keeps a state and the movement in it apart", () => {
    const { called } = read("Yemen buried its dead.", "The Houthis fired on Aden.", "Yemeni officials met Houthi officials.");
    expect(called("Yemen")?.id).not.toBe(called("Houthis")?.id);
  });

  it("knows an abbreviation in another article", () => {
    const { called } = read("The Free Coast Movement (FCM) refused.", "The Free Coast Movement (FCM) agreed. Later the FCM left.");
    expect(called("FCM")?.name).toBe("Free Coast Movement");
  });

  it("lists as names only what names the actor", () => {
    const { called } = read("Boko Haram attacked a market. The group denied it, and its fighters fled. The Boko Haram militants returned.");
    expect(called("Boko Haram")?.aliases).toEqual(["Boko Haram", "Boko Haram militants"]);
  });

  it("says why it joined", () => {
    const { merges } = read("Hamas spokesman Khaled Mansour said no.", "Khalid Mansour, a spokesman for Hamas, said yes.");
    expect(merges.map((merge) => merge.rule).sort()).toEqual(["first", "spelling of the given name"]);
  });
});

const pool: readonly Told[] = [
  { id: "a", text: "Iran's foreign minister, Ali Rezai, met US envoy Steve Walker in Oman. Tehran said it was ready." },
  { id: "b", text: "Steven Walker said Iran must stop. Rezai refused. An American official said both sides were close." },
  { id: "c", text: "The Free Coast Movement (FCM) attacked. Its leader, Jordi Ferrer, said the group wanted talks." },
  { id: "d", text: "The FCM denied it. Madrid said Ferrer had lied.", published: "2024-01-02" },
  { id: "e", text: "Afghan authorities freed an American. The Afghan government of 2019 did not.", published: "2024-01-02" },
  { id: "f", text: "Walker told reporters that he had met the minister. The Iranians were late." },
];

describe("laws", () => {
  it("gives the same actors and mentions in any order", () => {
    const sorted = read(...pool);
    fc.assert(
      fc.property(fc.shuffledSubarray([...pool], { minLength: pool.length }), (shuffled) => {
        const found = read(...shuffled);
        expect(found.actors).toEqual(sorted.actors);
        expect([...found.mentions].sort()).toEqual([...sorted.mentions].sort());
      }),
      { numRuns: 12 },
    );
  });

  it("points every mention at a known actor, inside the text, heads within", () => {
    const found = read(...pool);
    for (const [id, mentions] of found.mentions) {
      const { text } = pool.find((article) => article.id === id)!;
      for (const mention of mentions) {
        expect(found.byId.has(mention.actor)).toBe(true);
        expect(mention.start).toBeLessThan(mention.end);
        expect(mention.end).toBeLessThanOrEqual(text.length);
        expect(text.slice(mention.start, mention.end)).toBe(text.slice(mention.start, mention.end).trim());
      }
    }
    for (const actor of found.actors) {
      if (actor.partyOf !== null) expect(found.byId.has(actor.partyOf)).toBe(true);
      for (const role of actor.roles) if (role.of !== null) expect(found.byId.has(role.of)).toBe(true);
      for (const alias of actor.aliases) expect(alias).not.toMatch(/^the /i);
    }
  });

  it("never throws, and never runs in circles, on any text", () => {
    const word = fc.constantFrom(
      "the",
      "Iran",
      "US",
      "'s",
      "envoy",
      "for",
      "of",
      "and",
      "(",
      ")",
      ",",
      "-",
      "Ali",
      "Rezai",
      "army",
      "both",
      "sides",
      "its",
      "who",
      ".",
      "\n\n",
      "é",
      "“",
      "N’Djamena",
      "U.S.",
      "[",
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), (words) => {
        const { actors } = read(words.join(" "));
        for (const actor of actors) {
          const seen = new Set<string>();
          for (let at = actor; at.partyOf !== null && !seen.has(at.id); ) {
            seen.add(at.id);
            at = actors.find((other) => other.id === at.partyOf)!;
            expect(seen.has(at.id)).toBe(false);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});
