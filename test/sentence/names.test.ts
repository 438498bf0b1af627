import { describe, expect, it } from "vitest";
import { decodeNames, tidyName } from "../../src/sentence/names.ts";
import { agreeOnNames } from "../../src/sentence/names-document.ts";

const LABELS = ["O", "B-PER", "I-PER", "B-LOC", "I-LOC"];
const table = (rows: readonly (readonly number[])[]) => Float32Array.from(rows.flat());

describe("decodeNames", () => {
  it("reads the best well-formed run of labels", () => {
    const odds = table([
      [0.1, 0.8, 0.1, 0, 0],
      [0.3, 0.1, 0.6, 0, 0],
      [0.9, 0, 0.1, 0, 0],
    ]);
    expect(decodeNames(odds, 3, LABELS)).toMatchObject([{ first: 0, end: 2, kind: "person" }]);
  });

  it("never starts a name inside one, nor goes on with another kind", () => {
    const odds = table([
      [0.05, 0.05, 0.9, 0, 0],
      [0.05, 0, 0.1, 0, 0.85],
    ]);
    const names = decodeNames(odds, 2, LABELS);
    expect(names.every(({ first, end }) => end > first)).toBe(true);
    for (const { first } of names) expect(first).toBe(0);
  });

  it("says how sure a run is", () => {
    const sure = decodeNames(table([[0.02, 0.96, 0.02, 0, 0]]), 1, LABELS)[0]!;
    const unsure = decodeNames(table([[0.3, 0.4, 0, 0.3, 0]]), 1, LABELS)[0]!;
    expect(sure.probability).toBeCloseTo(0.98, 4);
    expect(unsure.probability).toBeCloseTo(0.4, 4);
  });
});

const RANKS = new Set(["president", "dr"]);

describe("tidyName", () => {
  it("leaves a rank outside a person's name, and is no name where that is all", () => {
    const person = { first: 0, end: 2, kind: "person", probability: 0.9 } as const;
    expect(tidyName(person, ["President", "Novak"], RANKS)).toMatchObject({ first: 1, end: 2 });
    expect(tidyName({ ...person, end: 1 }, ["Dr."], RANKS)).toBeUndefined();
    expect(tidyName({ ...person, kind: "place" }, ["President", "Hills"], RANKS)).toMatchObject({ first: 0, end: 2 });
  });
  const name = { first: 0, end: 2, kind: "place", probability: 0.9 } as const;
  it("cuts days and months off", () => expect(tidyName(name, ["Goma", "Wednesday"], RANKS)).toMatchObject({ first: 0, end: 1 }));
  it("cuts off a word in small letters that leads on to a day, and keeps one inside", () => {
    expect(tidyName({ ...name, end: 3 }, ["Harbour", "Union", "on"], RANKS)).toMatchObject({ first: 0, end: 2 });
    expect(tidyName({ ...name, end: 3 }, ["Bay", "of", "Plenty"], RANKS)).toMatchObject({ first: 0, end: 3 });
  });
  it("keeps a month that is all there is", () => expect(tidyName({ ...name, end: 1 }, ["May"], RANKS)).toMatchObject({ first: 0, end: 1 }));
  it("refuses addresses, files and marks", () => {
    for (const form of ["a@b.org", "www.b.org", "notes.pdf", "//"]) expect(tidyName({ ...name, end: 1 }, [form], RANKS)).toBeUndefined();
  });
});

describe("agreeOnNames", () => {
  const forms = ["Lima", "Lima", "met", "Oslo"];
  const rows = [
    [0.02, 0, 0, 0.98, 0],
    [0.2, 0.5, 0, 0.3, 0],
    [1, 0, 0, 0, 0],
    [0.2, 0.5, 0, 0.3, 0],
  ];
  it("lets a clear place settle a doubtful one of the same word, and leaves others alone", () => {
    const odds = table(rows);
    agreeOnNames(forms, odds, LABELS);
    expect(decodeNames(odds, 4, LABELS).map(({ first, kind }) => `${forms[first]} ${kind}`)).toEqual([
      "Lima place",
      "Lima place",
      "Oslo person",
    ]);
    expect(Array.from(odds.slice(15))).toEqual(Array.from(table([rows[3]!])));
  });
});
