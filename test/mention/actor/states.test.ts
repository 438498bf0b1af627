import { describe, expect, it } from "vitest";
import { read } from "./reading.ts";

describe("states by name, abbreviation, demonym and seat", () => {
  it("joins every way of naming a state", () => {
    const { at } = read(
      "The U.S. rejected the plan. Washington said it was late, and American officials left. The United States will not sign.",
    );
    expect(new Set(["U.S.", "Washington", "United States"].map((words) => at(words)?.name))).toEqual(new Set(["United States"]));
    expect(at("Washington")?.aliases).toContain("Washington");
  });

  it("takes a capital for its state only where it acts or is dealt with", () => {
    const { at } = read("Officials met in Nairobi on Monday. Nairobi rejected the offer. Relations with Ottawa are poor.");
    expect(at("Nairobi")?.name).toBe("Kenya");
    expect(at("Nairobi", "a0", 1)).toBeUndefined();
    expect(at("Ottawa")?.name).toBe("Canada");
  });

  it("says nothing of a capital that only locates", () => {
    const { at } = read(
      "The minister drove to Amman. Protesters marched through Tunis. Talks were held in Oslo. A street in Warsaw was closed.",
    );
    for (const town of ["Amman", "Tunis", "Oslo", "Warsaw"]) expect(at(town)).toBeUndefined();
  });

  it("takes a capital that somebody visits for a place of its state's, unless others sit there too", () => {
    const { at } = read(
      "The minister flew to Amman. Her king visited Maseru. He left Quito. The envoy paid a visit to Apia. She flew to Brussels.",
    );
    expect(at("Amman")?.name).toBe("Jordan");
    expect(at("Maseru")?.name).toBe("Lesotho");
    expect(at("Apia")?.name).toBe("Samoa");
    expect(at("Quito")).toBeUndefined();
    expect(at("Brussels")).toBeUndefined();
  });

  it("keeps people of a country apart from the state", () => {
    const { at, above } = read("Chinese citizens were detained in Sudan. Two Canadians were released. A Kenyan official apologised.");
    expect(at("Chinese citizens")).toMatchObject({ kind: "group", country: "CHN", partyOf: null });
    expect(at("Canadians")).toMatchObject({ kind: "group", country: "CAN", partyOf: null });
    expect(above(at("Kenyan official"))).toContain("Kenya");
  });

  it("does not read another name's part as the state", () => {
    const { actors } = read("Voters in New Mexico were glad. Western Australia sued. Air India and Northern Ireland agreed.");
    expect(actors.filter((actor) => actor.kind === "state")).toEqual([]);
  });

  it("reads a state's name that another place bears as the place where that one is told of", () => {
    expect(read("The US government sued. Voters in Ohio and Georgia were glad. Georgia refused.").called("Georgia")).toBeUndefined();
    expect(read("The US government met Georgia's envoy. The Georgian premier refused.").at("Georgia")?.country).toBe("GEO");
    expect(read("Georgia rejected the demand of Russia.").at("Georgia")?.country).toBe("GEO");
  });

  it("does not take the end of a firm's name, or a person's surname, for the state", () => {
    expect(read("The clip was sold by Tindex Japan. Nobody wrote.").called("Japan")).toBeUndefined();
    expect(read("On Sunday Japan refused the offer of Peru.").at("Japan")?.kind).toBe("state");
    const { at } = read("Prime Minister Paulo Chile met Peru's envoy. Chile, who will go, denied it.");
    expect(at("Chile")?.name).toBe("Paulo Chile");
    expect(read("Paulo Chile sings in Lima. Chile and the Chilean army refused.").at("Chile")?.kind).toBe("state");
  });

  it("does not take another country's party for the listed one of that name", () => {
    for (const text of [
      "The Liberal Democratic Party won.",
      "The Democratic Party for the People refused.",
      "The Labour Party of Malta refused.",
      "Canada's Conservative Party condemned China.",
    ])
      expect(read(text).actors.filter((actor) => actor.sector === "PTY")).toEqual([]);
    expect(read("Britain's Labour Party condemned Sudan.").at("Labour Party")?.country).toBe("GBR");
    expect(read("The Democratic Party of the United States refused.").at("Democratic Party")?.country).toBe("USA");
  });

  it("reads a body that a state owns by its own name", () => {
    const { at, above } = read("Mexico's Financial Intelligence Unit agreed. Israel's Security Cabinet met. Peru's Inca Cola was sold.");
    expect(above(at("Financial Intelligence Unit"))).toEqual(["Mexico"]);
    expect(above(at("Israel's Security Cabinet"))).toEqual(["Israel"]);
    expect(above(at("Inca Cola"))).toEqual([]);
  });

  it("reads governments, ministries and forces as parts of their state", () => {
    const { at, above } = read(
      "The Peruvian government denied it. Chile's foreign ministry protested. Bolivian troops crossed the border.",
    );
    expect(above(at("Peruvian government"))).toEqual(["Peru"]);
    expect(above(at("Chile's foreign ministry"))).toEqual(["Chile"]);
    expect(above(at("Bolivian troops"))).toEqual(["Bolivia"]);
  });
});
