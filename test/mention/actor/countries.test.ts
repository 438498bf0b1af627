import { describe, expect, it } from "vitest";
import { read } from "./reading.ts";

describe("countries told of without their names", () => {
  it.each([
    ["Peru expelled Chile's envoy, accusing the country of espionage.", "country", "Chile"],
    ["Peru has suspended talks with Chile and backed the country's right to trade.", "country", "Chile"],
    ["Peru's President Ana Paz spoke. She said her country would agree.", "country", "Peru"],
    ["Attacking Kenya's land law, Jan Holt has cancelled aid to the country.", "country", "Kenya"],
    ["Sudan accused the gulf nation of Qatar of lying. Oman met Qatar, and its envoy left.", "Oman", "Oman"],
  ])("%s", (text, words, name) => {
    expect(read(text).at(words)?.name).toBe(name);
  });

  it.each([
    ["Peru met Chile and Brazil in Oslo. The country agreed.", "country"],
    ["Rosnef built a plant in Finland. The only country that refused was a rich one.", "country"],
    ["Countries must act, and many nations did.", "nations"],
    ["Sane countries do not steal.", "countries"],
  ])("is silent in: %s", (text, words) => {
    expect(read(text).at(words)).toBeUndefined();
  });

  it("keeps the states of a union apart from the union", () => {
    const { at } = read("EU member states such as Malta rejected it. Western nations and Gulf states agreed with world powers.");
    expect(at("EU member states")).toMatchObject({ name: "EU member states", kind: "group", sector: "IGO" });
    for (const words of ["Western nations", "Gulf states", "world powers"]) expect(at(words)?.name).toBe(words);
  });

  it("takes the envoy whom a state summons for another's", () => {
    const { at } = read("Peru paused talks with Chile, summoned its ambassador and recalled its envoy.");
    expect(at("its")?.name).toBe("Chile");
    expect(at("its", "a0", 1)?.name).toBe("Peru");
  });
});

describe("several named side by side", () => {
  const together = (text: string, words: string) => {
    const found = read(text);
    const here = found.mentions.get("a0")!.filter((mention) => text.slice(mention.start, mention.end) === words);
    return here.map((mention) => found.byId.get(mention.actor)?.name).sort();
  };
  const three = "On Monday, Kenya, Uganda and Chad demanded that Mali stop.";

  it.each([
    [`${three} Their appeal was sharp.`, "Their"],
    [`${three} The governments warned of steps.`, "governments"],
    [`${three} Mali's leader said the three countries had lied, and accused them of greed.`, "three countries"],
    [`${three} Mali's leader said the three countries had lied, and accused them of greed.`, "them"],
  ])("%s", (text, words) => {
    expect(together(text, words)).toEqual(["Chad", "Kenya", "Uganda"]);
  });

  it("takes both nations for the two that did something in the sentence before", () => {
    const text =
      "Oman and Qatar met. Egypt said the shots broke the rules, while Turkey said it was a blow. Both nations called for an inquiry.";
    expect(together(text, "Both nations")).toEqual(["Egypt", "Turkey"]);
  });

  it("does not take three countries for two", () => {
    expect(together("Kenya and Chad met. The three countries agreed.", "three countries")).toEqual([]);
  });
});

describe("whose a thing is", () => {
  it("takes the troops of the one blamed for his", () => {
    expect(read("Peru has condemned Chile after its troops fired at a convoy.").at("its")?.name).toBe("Chile");
  });

  it("takes what stands behind and its for whose the first was", () => {
    const { at } = read("Peru said it was suspending talks with Chile over its plan to cut off the town and its blockade of the port.");
    expect(at("its", "a0", 1)?.name).toBe("Chile");
  });

  it("takes the government for that of the state whose doing was just told", () => {
    const { at } = read("Chile is far. Chile is big. Chile is old. Peru changed its plan. The government sent troops.");
    expect(at("government")?.country).toBe("PER");
  });

  it("leaves open whose the government, the ministry or the junta is where two states' story is told", () => {
    const story = "Peru and Chile met in Lima. Chile accused Peru of spying. Peru accused Chile. Nobody came.";
    expect(read(`${story} The government denied the claim.`).at("government")).toBeUndefined();
    expect(read(`${story} The foreign ministry denied the claim.`).at("foreign ministry")).toBeUndefined();
    expect(read("Kenya trades with France. A French firm mines in Kenya. The junta seized the mine.").at("junta")).toBeUndefined();
    expect(
      read("Chile is far. Peru has moved fast. Peru signed the treaty. Peru is pleased. The foreign ministry confirmed it.").at(
        "foreign ministry",
      )?.country,
    ).toBe("PER");
  });

  it("takes Congress and the administration for those of the United States where no other state's story is told", () => {
    const story = "Nepal is small. Nepal is poor. Nepal signed a treaty. The Nepali army moved.";
    expect(read(`${story} Congress condemned the deal.`).at("Congress")).toBeUndefined();
    expect(read("The Nepali Congress condemned the deal.").at("Congress")).toBeUndefined();
    expect(read("Congress condemned Iran.").at("Congress")?.name).toBe("US Congress");
    const visit = "The United States sent an envoy.";
    expect(read(`${visit} ${story} ${story} The administration refuses.`).at("administration")).toBeUndefined();
    expect(read(`${visit} The administration refuses.`).at("administration")?.country).toBe("USA");
  });

  it("takes authorities somewhere for nobody known", () => {
    expect(read("The Peruvian government met Chile. The authorities in Pune arrested nobody.").at("authorities")).toBeUndefined();
  });

  it("leaves the government open where another state as much told of was just named", () => {
    const { at } = read(
      "The Peruvian government spoke. That is not the case with Chile, so it takes finesse. The government could help farmers.",
    );
    expect(at("government", "a0", 1)).toBeUndefined();
  });

  it("takes an army somewhere for no person of that name", () => {
    expect(read("The Chilean military in al-Sorba has been training recruits.").at("Chilean military")?.kind).not.toBe("person");
  });
});
