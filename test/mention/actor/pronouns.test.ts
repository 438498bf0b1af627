import { describe, expect, it } from "vitest";
import { read } from "./reading.ts";

describe("pronouns", () => {
  it.each([
    ["Norway's foreign minister, Kari Lund, spoke. She offered to mediate.", "She", "Kari Lund"],
    ["Iran rejected the offer. It said the terms were unfair.", "It", "Iran"],
    ["The Houthis fired missiles. They said the ships were warned.", "They", "Houthis"],
    ["Chad, which borders Sudan, closed the crossing.", "which", "Chad"],
    ["Tomas Rivas, who leads the union, was arrested.", "who", "Tomas Rivas"],
    ["Kyiv accused Moscow of breaking its word.", "its", "Russia"],
    ["China urged the United States to cancel its tariffs.", "its", "United States"],
    ["“We will stay,” Omar Hadi said. “The mayor, Paul Reed, is wrong to send us away,” he added.", "he", "Omar Hadi"],
    ["Envoy Paul Reed met Omar Hadi, and Hadi told him that it was late.", "him", "Paul Reed"],
  ])("%s → %s", (text, pronoun, name) => {
    expect(read(text).at(pronoun)?.name).toBe(name);
  });

  it.each([
    ["It is clear that Egypt will not sign.", "It"],
    ["The market fell as Brazil waited. It suggests that traders are afraid.", "It"],
    ["Italy and Malta differ. The four saved their seats.", "their"],
    ["Prices rose in Ghana as they had in Togo.", "they"],
    ["Paul Reed met Omar Hadi. Paul Reed and Omar Hadi shook hands, and he smiled.", "he"],
  ])("is silent in: %s", (text, pronoun) => {
    expect(read(text).at(pronoun)).toBeUndefined();
  });

  it("takes they for two subjects side by side", () => {
    const found = read("Jordan and Egypt said they would send aid.");
    const they = found.mentions.get("a0")!.filter((mention) => mention.rule === "pronoun.together");
    expect(they.map((mention) => found.byId.get(mention.actor)?.name).sort()).toEqual(["Egypt", "Jordan"]);
  });
});
