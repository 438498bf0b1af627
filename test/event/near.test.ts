import { describe, expect, it } from "vitest";
import { buildReading, type HandActor, type HandArticle, type HandStatement } from "../../eval/events/hand.ts";
import { joinEvents } from "../../src/event/index.ts";
import { loadEventTables } from "../../src/lexicon/events.ts";

const tables = loadEventTables();
const ACTORS: readonly HandActor[] = [
  { id: "alba", name: "Albania", kind: "state", country: "ALB" },
  { id: "peru", name: "Peru", kind: "state", country: "PER" },
  { id: "chile", name: "Chile", kind: "state", country: "CHL" },
  { id: "oman", name: "Oman", kind: "state", country: "OMN" },
  { id: "hoxha", name: "Arta Hoxhaj", kind: "person", partyOf: "alba" },
  { id: "quispe", name: "Inés Quispe", kind: "person", partyOf: "peru" },
  { id: "rojas", name: "Marco Rojas", kind: "person", partyOf: "peru" },
  { id: "crowd", name: "several nations", kind: "group" },
];

type Line = Partial<HandStatement> & { readonly text: string; readonly told?: string | null; readonly paper?: string };

/** The statements that stand in one event, by their place in the list: each in a paper of its own, all of one day, unless told otherwise. */
function groups(...lines: readonly Line[]): string[] {
  const papers = new Map<string, HandArticle>();
  lines.forEach(({ text, told = "2024-05-20", paper }, i) => {
    const id = paper ?? `p${i}`;
    const known = papers.get(id);
    papers.set(id, { id, publisher: `Paper ${id}`, published: told, text: known ? `${known.text}\n${text}` : text });
  });
  const statements = lines.map(({ text, told: _told, paper, ...one }, i) => ({
    id: `s${i}`,
    article: paper ?? `p${i}`,
    in: text,
    on: text.split(" ")[1] ?? text,
    act: "CONSULT",
    ...one,
  }));
  return joinEvents(buildReading(ACTORS, [...papers.values()], statements), tables)
    .events.map((one) => [...one.statements].sort().join("+"))
    .sort();
}

describe("a plan, a promise and an offer of one thing", () => {
  const plan: Line = {
    text: "Albania will reopen the Skadar pipeline if the patrols end.",
    on: "reopen",
    act: "RETREAT",
    modality: "planned",
    from: ["alba=Albania"],
    objects: ["the Skadar pipeline"],
    issues: ["energy"],
    if: "if the patrols end",
  };
  const offer: Line = {
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
    const planned: Line = { text: "Albania will meet Peru.", on: "meet", modality: "planned", ...both };
    expect(groups(planned, { ...planned, text: "Albania offered to meet Peru.", modality: "offered" })).toEqual(["s0", "s1"]);
  });
});

describe("talks that are left", () => {
  const left: Line = {
    text: "Albania walked out of the talks with Peru.",
    on: "walked out",
    act: "REJECT/meet",
    modality: "refused",
    from: ["alba=Albania"],
    to: ["peru=Peru"],
  };

  it("are one, whether they were suspended or walked out of", () => {
    const suspended: Line = { text: "Albania suspended the talks.", on: "suspended", act: "SANCTION/discontinue", from: ["alba=Albania"] };
    expect(groups(left, suspended)).toEqual(["s0+s1"]);
  });

  it("are not the aid that was suspended", () => {
    const aid: Line = { text: "Albania suspended its aid.", on: "suspended", act: "SANCTION/discontinue", from: ["alba=Albania"] };
    expect(groups(left, aid)).toEqual(["s0", "s1"]);
  });
});

describe("what keeps apart", () => {
  it("a crowd of states from one state", () => {
    const one: Line = {
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
    const held: Line = { text: "Albania held four rounds with Peru.", on: "held", ...both, numbers: ["four rounds|count|4|4|round"] };
    expect(groups(held, { text: "Albania began the fifth round with Peru.", ...both })).toEqual(["s0", "s1"]);
  });

  it("two guests of one host in an article", () => {
    const met = { from: ["hoxha=Hoxhaj"], paper: "a" } as const;
    const one: Line = { text: "Hoxhaj met Quispe.", to: ["quispe=Quispe"], ...met };
    const other: Line = { text: "Hoxhaj met Rojas.", to: ["rojas=Rojas"], ...met };
    expect(groups(one, other)).toEqual(["s0", "s1"]);
  });

  it("attacks of no day told in the day's common words", () => {
    const hit: Line = { text: "Albania shelled Peru's coast.", act: "ASSAULT/heavy-weapons", from: ["alba=Albania"], to: ["peru=Peru"] };
    expect(groups(hit, { ...hit, text: "Albania shelled the coast for hours.", to: [] })).toEqual(["s0", "s1"]);
  });

  it("what is asked again weeks later", () => {
    const ask: Line = {
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
    const one: Line = { text: "Albania, Chile and Oman condemned Peru.", on: "condemned", ...joint };
    const other: Line = { text: "Albania, Chile and Oman issued a rare rebuke to Peru.", on: "rebuke", ...joint };
    expect(groups(one, other)).toEqual(["s0+s1"]);
  });

  it("a meeting told while it goes on", () => {
    const both = { from: ["hoxha=Hoxhaj"], to: ["quispe=Quispe"] } as const;
    const now: Line = { text: "Hoxhaj was meeting Quispe.", on: "meeting", modality: "ongoing", ...both };
    expect(groups(now, { text: "Hoxhaj met Quispe.", ...both })).toEqual(["s0+s1"]);
  });

  it("attacks that share their particulars", () => {
    const hit = { act: "ASSAULT/firearms", from: ["alba=Albania"] } as const;
    const one: Line = { text: "Albania fired warning shots at a delegation near Skadar.", ...hit };
    const other: Line = { text: "Albania was firing warning shots as the delegation left Skadar.", on: "firing", ...hit };
    expect(groups(one, other)).toEqual(["s0+s1"]);
  });
});
