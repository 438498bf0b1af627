import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { loadCore } from "../../src/sentence/core.ts";
import { lemmatise } from "../../src/sentence/lemma.ts";

const { lemmas } = loadCore(readFileSync(new URL("../../data/core.bin", import.meta.url)));
const check = (rows: Readonly<Record<string, string>>) => {
  for (const [key, lemma] of Object.entries(rows)) {
    const [form = "", xpos = ""] = key.split("/");
    expect(`${key} ${lemmatise(form, xpos, lemmas)}`).toBe(`${key} ${lemma}`);
  }
};

describe("lemmas", () => {
  it("of regular verbs", () =>
    check({
      "rejected/VBD": "reject",
      "planned/VBN": "plan",
      "agreed/VBD": "agree",
      "mired/VBN": "mire",
      "shelling/VBG": "shell",
      "denies/VBZ": "deny",
      "excluded/VBN": "exclude",
      "freezing/VBG": "freeze",
    }));
  it("of irregular verbs", () =>
    check({ "overthrew/VBD": "overthrow", "sought/VBD": "seek", "forsaken/VBN": "forsake", "fled/VBD": "flee", "was/VBD": "be" }));
  it("of nouns", () => check({ "treaties/NNS": "treaty", "crises/NNS": "crisis", "wishes/NNS": "wish", "Offers/NNS": "offer" }));
  it("of names and numbers, as written but for shouting and commas", () =>
    check({ "Kenya/NNP": "Kenya", "NATO/NNP": "NATO", "TEHRAN/NNP": "Tehran", "5,000/CD": "5000", "'s/POS": "'s", "’s/POS": "'s" }));
  it("of words in capitals, in small letters", () => check({ "REJECTS/VBZ": "reject", "Deal/NN": "deal" }));
});
