import { describe, expect, it } from "vitest";
import type { HandActor } from "../../eval/events/hand.ts";
import { joinEvents } from "../../src/event/index.ts";
import { loadEventTables } from "../../src/lexicon/events.ts";
import { readTold, type Told } from "../support/told.ts";

const tables = loadEventTables();
const ACTORS: readonly HandActor[] = [
  { id: "alba", name: "Albania", kind: "state", country: "ALB" },
  { id: "peru", name: "Peru", kind: "state", country: "PER" },
  { id: "chile", name: "Chile", kind: "state", country: "CHL" },
  { id: "oman", name: "Oman", kind: "state", country: "OMN" },
  { id: "hoxha", name: "Arta Hoxhaj", kind: "person", partyOf: "alba" },
  { id: "quispe", name: "Inés Quispe", kind: "person", partyOf: "peru" },
  { id: "rojas", name: "Marco Rojas", kind: "person", partyOf: "peru" },
  { id: "hadi", name: "Samir al-Hadi", kind: "person", partyOf: "oman" },
  { id: "front", name: "Llama Front", kind: "movement", country: "PER" },
  { id: "crowd", name: "several nations", kind: "group" },
];

/** The statements that stand in one event, by their place in the list: each in a paper of its own, all of one day, unless told otherwise. */
function groups(...lines: readonly Told[]): string[] {
  return join(lines)
    .events.map((one) => [...one.statements].sort().join("+"))
    .sort();
}

const join = (lines: readonly Told[]) => joinEvents(readTold(ACTORS, lines), tables);

describe("a plan, a promise and an offer of one thing", () => {
  const plan: Told = {
    text: "Albania will reopen the Skadar pipeline if the patrols end.",
    on: "reopen",
    act: "RETREAT",
    modality: "planned",
    from: ["alba=Albania"],
    objects: ["the Skadar pipeline"],
    issues: ["energy"],
    if: "if the patrols end",
  };
  const offer: Told = {
    text: "Albania offered to reopen the Skadar pipeline once the patrols ended.",
    on: "offered",
    act: "AGREE",
    modality: "offered",
    from: ["alba=Albania"],
    issues: ["energy"],
    if: "once the patrols ended",
  };

  it("is one under whichever type it is told", () => expect(groups(plan, offer)).toEqual(["s0+s1"]));

  it("is another where another thing is offered, and not the deed", () => {
    const wine = { ...offer, text: "Albania offered to buy wine from Peru in autumn.", if: undefined, issues: ["trade"] };
    const { if: _, ...free } = wine;
    expect(groups(plan, free)).toEqual(["s0", "s1"]);
    const { if: __, modality: ___, ...bare } = plan;
    expect(groups(plan, { ...bare, text: "Albania had to reopen the Skadar pipeline." })).toEqual(["s0", "s1"]);
  });

  it("does not make a proposed meeting a planned one", () => {
    const both = { from: ["alba=Albania"], to: ["peru=Peru"] } as const;
    const planned: Told = { text: "Albania will meet Peru.", on: "meet", modality: "planned", ...both };
    expect(groups(planned, { ...planned, text: "Albania offered to meet Peru.", modality: "offered" })).toEqual(["s0", "s1"]);
  });
});

describe("talks that are left", () => {
  const left: Told = {
    text: "Albania walked out of the talks with Peru.",
    on: "walked out",
    act: "REJECT/meet",
    modality: "refused",
    from: ["alba=Albania"],
    to: ["peru=Peru"],
  };

  it("are one, whether they were suspended or walked out of", () => {
    const suspended: Told = { text: "Albania suspended the talks.", on: "suspended", act: "SANCTION/discontinue", from: ["alba=Albania"] };
    expect(groups(left, suspended)).toEqual(["s0+s1"]);
  });

  it("are not the aid that was suspended", () => {
    const aid: Told = { text: "Albania suspended its aid.", on: "suspended", act: "SANCTION/discontinue", from: ["alba=Albania"] };
    expect(groups(left, aid)).toEqual(["s0", "s1"]);
  });
});

describe("who left the talks", () => {
  const news: Told = {
    text: "Peru and the Llama Front will meet.",
    on: "meet",
    modality: "planned",
    from: ["peru=Peru"],
    to: ["front=Llama Front"],
  };
  const state: Told = {
    text: "Peru suspended the talks on 12 June 2024, a day after a raid on a customs post in which nine guards died.",
    on: "suspended",
    act: "SANCTION/discontinue",
    from: ["peru=Peru"],
    when: "2024-06-12",
    told: "2024-10-14",
    paper: "a",
  };
  const rebels: Told = {
    text: "In June, after a raid on a customs post that left nine guards dead, the Llama Front walked out of the talks.",
    on: "walked out",
    act: "REJECT/meet",
    modality: "refused",
    from: ["front=Llama Front"],
    when: "2024-06",
    told: "2024-10-18",
    paper: "b",
  };
  const both = [{ ...news, told: "2024-10-14", paper: "a" }, { ...news, told: "2024-10-18", paper: "b" }, state, rebels];
  const hard = (lines: readonly Told[]) =>
    join(lines)
      .discrepancies.filter((one) => one.verdict === "✕")
      .map((one) => one.slot);

  it("is one party or the other: papers that name each another contradict each other", () => {
    expect(hard(both)).toEqual(["actors"]);
  });

  it("is both where one paper tells of both, or where the occasions differ", () => {
    expect(hard([...both, { ...rebels, paper: "a", told: "2024-10-14" }])).toEqual([]);
    expect(hard([...both.slice(0, 3), { ...rebels, text: "In June the Llama Front walked out of the talks." }])).toEqual([]);
    expect(hard([...both.slice(0, 3), { ...rebels, when: "2024-07" }])).toEqual([]);
  });
});

describe("what keeps apart", () => {
  it("rebels and the state whose country they share", () => {
    const raid: Told = {
      text: "Peru raided a camp near Puno in May.",
      on: "raided",
      act: "ASSAULT",
      from: ["peru=Peru"],
      where: "Puno",
      when: "2024-05",
    };
    expect(groups(raid, { ...raid, text: "The Llama Front raided a camp near Puno.", from: ["front=Llama Front"] })).toEqual(["s0", "s1"]);
  });

  it("a crowd of states from one state", () => {
    const one: Told = {
      text: "Peru summoned the Albanian ambassador.",
      on: "summoned",
      act: "ACCUSE/disapprove",
      from: ["peru=Peru"],
      to: ["alba"],
      objects: ["the Albanian ambassador"],
      issues: ["missions"],
    };
    const crowd = { ...one, text: "Several nations summoned the Albanian ambassador.", from: ["crowd=Several nations"] };
    expect(groups(one, crowd)).toEqual(["s0", "s1"]);
    expect(groups(one, { ...one, text: "Peru has summoned the Albanian ambassador." })).toEqual(["s0+s1"]);
  });

  it("the fifth round from the four that were held", () => {
    const both = { from: ["alba=Albania"], to: ["peru=Peru"] } as const;
    const held: Told = { text: "Albania held four rounds with Peru.", on: "held", ...both, numbers: ["four rounds|count|4|4|round"] };
    expect(groups(held, { text: "Albania began the fifth round with Peru.", ...both })).toEqual(["s0", "s1"]);
  });

  it("two guests of one host in an article", () => {
    const met = { from: ["hoxha=Hoxhaj"], paper: "a" } as const;
    const one: Told = { text: "Hoxhaj met Quispe.", to: ["quispe=Quispe"], ...met };
    const other: Told = { text: "Hoxhaj met Rojas.", to: ["rojas=Rojas"], ...met };
    expect(groups(one, other)).toEqual(["s0", "s1"]);
    expect(groups(one, { ...other, text: "Hoxhaj met Samir al-Hadi.", to: ["hadi=Samir al-Hadi"] })).toEqual(["s0", "s1"]);
  });

  it("attacks of no day told in the day's common words", () => {
    const hit: Told = { text: "Albania shelled Peru's coast.", act: "ASSAULT/heavy-weapons", from: ["alba=Albania"], to: ["peru=Peru"] };
    expect(groups(hit, { ...hit, text: "Albania shelled the coast for hours.", to: [] })).toEqual(["s0", "s1"]);
  });

  it("what is asked again weeks later", () => {
    const ask: Told = {
      text: "Albania wants the 40 prisoners freed.",
      on: "wants",
      act: "RETREAT/release",
      modality: "asked",
      from: ["alba=Albania"],
      to: ["peru"],
      objects: ["the 40 prisoners"],
      issues: ["detainees"],
    };
    expect(groups(ask, { ...ask, told: "2024-05-22" })).toEqual(["s0+s1"]);
    expect(groups(ask, { ...ask, told: "2024-06-14" })).toEqual(["s0", "s1"]);
  });
});

describe("what joins without a day", () => {
  it("three parties that speak together, in whatever words", () => {
    const joint = { from: ["alba=Albania", "chile=Chile", "oman=Oman"], to: ["peru=Peru"], act: "ACCUSE/disapprove" } as const;
    const one: Told = { text: "Albania, Chile and Oman condemned Peru.", on: "condemned", ...joint };
    const other: Told = { text: "Albania, Chile and Oman issued a rare rebuke to Peru.", on: "rebuke", ...joint };
    expect(groups(one, other)).toEqual(["s0+s1"]);
  });

  it("a meeting told while it goes on", () => {
    const both = { from: ["hoxha=Hoxhaj"], to: ["quispe=Quispe"] } as const;
    const now: Told = { text: "Hoxhaj was meeting Quispe.", on: "meeting", modality: "ongoing", ...both };
    expect(groups(now, { text: "Hoxhaj met Quispe.", ...both })).toEqual(["s0+s1"]);
  });

  it("attacks that share their particulars", () => {
    const hit = { act: "ASSAULT/firearms", from: ["alba=Albania"] } as const;
    const one: Told = { text: "Albania fired warning shots at a delegation near Skadar.", ...hit };
    const other: Told = { text: "Albania was firing warning shots as the delegation left Skadar.", on: "firing", ...hit };
    expect(groups(one, other)).toEqual(["s0+s1"]);
  });
});
