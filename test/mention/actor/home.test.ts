import { describe, expect, it } from "vitest";
import { read } from "./reading.ts";

const LEAD =
  "Peru and the Shining Path, which Peruvian troops have fought for decades, met in Lima. Peruvian farmers hoped for calm. Chile watched.";

describe("the state an article deals with above all", () => {
  it("has the government and the army that nothing nearer names", () => {
    const { at, above } = read(`${LEAD} Nobody smiled. The government offered a truce. The army stayed in its barracks.`);
    expect(above(at("government"))).toContain("Peru");
    expect(above(at("army"))).toContain("Peru");
  });

  it("has a minister of whom nobody says whose he is, and no club's president", () => {
    const { called, above } = read(`${LEAD} Interior Minister Ana Ruiz spoke. Luis Vega, president of the chess club, laughed.`);
    expect(above(called("Ana Ruiz"))).toContain("Peru");
    expect(above(called("Luis Vega"))).not.toContain("Peru");
  });

  it("has no leader of another state", () => {
    const { called, above } = read(`${LEAD} President Macron wished them luck.`);
    expect(above(called("Macron"))).not.toContain("Peru");
  });

  it("is none where two states share the article", () => {
    const { called, above } = read("Peru met Chile in Lima. Peruvian and Chilean officials spoke. Interior Minister Ana Ruiz was late.");
    expect(called("Ana Ruiz")?.kind).toBe("person");
    expect(above(called("Ana Ruiz"))).toEqual([]);
  });
});

describe("who issued a statement", () => {
  const OPEN = "The government of Kenya condemns the shelling of the market in Moyale.";

  it("is we, and the government where it is a state's", () => {
    const { at, above } = read(`${OPEN} We call on Ethiopia to stop. The government will inform the African Union.`);
    expect([at("We")?.name, ...above(at("We"))]).toContain("Kenya");
    expect(above(at("government"))).toContain("Kenya");
  });

  it("is not we in what somebody else is quoted with", () => {
    expect(read(`${OPEN} "We did not fire," an Ethiopian officer wrote.`).at("We")).toBeUndefined();
  });

  it("is nobody in a report, which tells in the past tense", () => {
    expect(read("The government of Kenya condemned the shelling. We saw three shells.").at("We")).toBeUndefined();
  });

  it("is the movement whose delegation informs", () => {
    const { at } = read("The council of the Shining Path informs all readers. We will free two men.");
    expect(at("We")?.name).toBe("Shining Path");
  });
});

describe("the two sides of an article", () => {
  it("are its state and the movement in it", () => {
    const { at } = read(
      `${LEAD} The Shining Path spoke first. The Shining Path left at noon. The United States was told. Both sides signed.`,
    );
    expect([at("Both sides")?.name, at("Both sides", "a0", 1)?.name]).toEqual(["Peru", "Shining Path"]);
  });
});
