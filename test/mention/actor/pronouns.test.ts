import { describe, expect, it } from "vitest";
import { read } from "./reading.ts";

describe("pronouns", () => {
  it.each([
    ["Norway's foreign minister, Kari Lund, spoke. She offered to mediate.", "She", "Kari Lund"],
    ["Iran rejected the offer. It said the terms were unfair.", "It", "Iran"],
    ["Brazil wanted the bill. It bans imports.", "It", "Brazil"],
    ["The Houthis fired missiles. They said the ships were warned.", "They", "Houthis"],
    ["Chad, which borders Sudan, closed the crossing.", "which", "Chad"],
    ["Tomas Rivas, who leads the union, was arrested.", "who", "Tomas Rivas"],
    ["Kyiv accused Moscow of breaking its word.", "its", "Russia"],
    ["China urged the United States to cancel its tariffs.", "its", "United States"],
    ["Kenya fought on until Somalia withdrew its troops.", "its", "Somalia"],
    ["Iran fears that Norway may attack its harbours.", "its", "Iran"],
    ["“We will stay,” Omar Hadi said. “The mayor, Paul Reed, is wrong to send us away,” he added.", "he", "Omar Hadi"],
    ["Envoy Paul Reed met Omar Hadi, and Hadi told him that it was late.", "him", "Paul Reed"],
    ["Lopez led the talks with Ana Torres. Chile accused him of theft.", "him", "Lopez"],
  ])("%s → %s", (text, pronoun, name) => {
    expect(read(text).at(pronoun)?.name).toBe(name);
  });

  it.each([
    ["It is clear that Egypt will not sign.", "It"],
    ["The market fell as Brazil waited. It suggests that traders are afraid.", "It"],
    ["The bill did what Brazil wanted. It bans imports.", "It"],
    ["The talks with Peru failed because it fired on Chile.", "it"],
    ["Italy and Malta differ. The four saved their seats.", "their"],
    ["Prices rose in Ghana as they had in Togo.", "they"],
    ["Ghana's president Kofi Mensah spoke. The carpenter said that he would resign.", "he"],
    ["The rebels of Ghana fought. Wolvines say they have never met Togo's envoy.", "they"],
    ["Chile told the diplomats about rice. Nowhere did they mention that Boko Haram fled. They stated it twice.", "They"],
    ["Ghana's XQV said it would ask the union.", "it"],
    ["Lopez led the talks with Ana Torres. Chile accused her of theft.", "her"],
    ["Paul Reed met Omar Hadi. Paul Reed and Omar Hadi shook hands, and he smiled.", "he"],
  ])("is silent in: %s", (text, pronoun) => {
    expect(read(text).at(pronoun)).toBeUndefined();
  });

  it("takes it for another than who accuses it", () => {
    const { at } = read("Kenya threatened Sudan after accusing it of firing across the border.");
    expect(at("it")?.name).toBe("Sudan");
  });

  it("takes he for nobody whom the same clause names", () => {
    const { at } = read("Paul Reed met Chile's envoy. Paul Reed smiled. Peru expelled Omar Hadi after he mocked Paul Reed's party.");
    expect(at("he")?.name).toBe("Omar Hadi");
  });

  it("takes both sides for those an article deals with", () => {
    const { mentions, byId } = read(
      "Iran met Oman. Iran and Oman spoke at length. Oman told Iran that it would wait. Iran thanked Oman. Iran hopes so, and Oman too, whatever Malta and Cyprus think. Both sides made concessions.",
    );
    const pair = mentions.get("a0")!.filter((mention) => mention.rule === "pair");
    expect(pair.map((mention) => byId.get(mention.actor)?.name)).not.toContain("Malta");
  });

  it("takes a party and a state that are much told of for no two sides", () => {
    const { mentions } = read(
      "The Green Coast Party met. The Green Coast Party asked Iran. Iran told the Green Coast Party so. Both sides agreed to wait.",
    );
    expect(mentions.get("a0")!.filter((mention) => mention.rule === "pair")).toEqual([]);
  });

  it("keeps to the gender that a title tells", () => {
    const { at } = read("Robin Weir met Liz Moore. Sir Robin Weir told Liz Moore that she was wrong.");
    expect(at("she")?.name).toBe("Liz Moore");
  });

  it.each([
    ["Mr. Omar Hadi led the talks between Paul Reed and his counterparts.", "his", "Paul Reed"],
    ["Ana Paz spoke. Omar Hadi's reaction was sober. He called the talks frank.", "He", "Omar Hadi"],
    ["Jan Holt said the plan was not to provoke Omar Hadi in order to prevent him from helping Peru.", "him", "Omar Hadi"],
    ["Chile cited Peru's hunger for land, its support for rebels and its courts.", "its", "Peru"],
    ["Peru's court met. Chile's minister accused it of theft.", "it", "Peruvian court"],
  ])("%s: %s", (text, pronoun, name) => {
    expect(read(text).at(pronoun)?.name).toBe(name);
  });

  it("takes they for two subjects side by side", () => {
    const found = read("Jordan and Egypt said they would send aid.");
    const they = found.mentions.get("a0")!.filter((mention) => mention.rule === "pronoun.together");
    expect(they.map((mention) => found.byId.get(mention.actor)?.name).sort()).toEqual(["Egypt", "Jordan"]);
  });
});
