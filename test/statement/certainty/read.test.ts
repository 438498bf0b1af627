import { describe, expect, it } from "vitest";
import { loadCertainty } from "../../../src/lexicon/certainty.ts";
import { type FactualityReading, readFactuality, valueOfScore } from "../../../src/statement/certainty/index.ts";
import { docOfText } from "../../mention/time/core.ts";

const lexicon = loadCertainty();

function read(text: string, word: string): FactualityReading {
  const doc = docOfText(text);
  const trigger = Array.from(doc.start).findIndex((start, i) => text.slice(start, doc.end[i]) === word);
  expect(trigger).toBeGreaterThanOrEqual(0);
  return readFactuality(doc, trigger, lexicon);
}

describe("values", () => {
  it.each([
    ["The council released the prisoners on Monday.", "released", "CT+"],
    ["The council did not release the prisoners.", "release", "CT-"],
    ["The council never released the prisoners.", "released", "CT-"],
    ["No prisoners were released.", "released", "CT-"],
    ["The council may release the prisoners.", "release", "PS+"],
    ["The council might not release the prisoners.", "release", "PS-"],
    ["The council will probably release the prisoners.", "release", "PR+"],
    ["The council reportedly released the prisoners.", "released", "PR+"],
    ["The council is said to have released the prisoners.", "released", "PR+"],
    ["The council appears to have released the prisoners.", "released", "PR+"],
    ["The council is unlikely to release the prisoners.", "release", "PS-"],
    ["The council left without releasing the prisoners.", "releasing", "CT-"],
    ["The council has yet to release the prisoners.", "release", "CT-"],
    ["There was no attack on the town.", "attack", "CT-"],
    ["The alleged release of the prisoners angered the army.", "release", "PR+"],
    ["I do not think the council will release the prisoners.", "release", "PS-"],
  ] as const)("%s", (text, word, value) => expect(read(text, word).value).toBe(value));
});

describe("implicative verbs", () => {
  it.each([
    ["The council managed to release the prisoners.", "CT+"],
    ["The council did not manage to release the prisoners.", "CT-"],
    ["The council failed to release the prisoners.", "CT-"],
    ["The council refused to release the prisoners.", "CT-"],
    ["The council forgot to release the prisoners.", "CT-"],
    ["The council was forced to release the prisoners.", "CT+"],
    ["The council was unable to release the prisoners.", "CT-"],
    ["The council tried to release the prisoners.", "PS+"],
  ] as const)("%s", (text, value) => expect(read(text, "release").value).toBe(value));
});

describe("what nobody is committed to", () => {
  it.each([
    ["If the council releases the prisoners, the talks will go on.", "releases"],
    ["Unless the council releases the prisoners, the talks will end.", "releases"],
    ["Did the council release the prisoners?", "release"],
    ["The council refused to say whether it released the prisoners.", "released"],
    ["The council has not confirmed that the army released the prisoners.", "released"],
  ])("%s", (text, word) => expect(read(text, word).value).toBe("Uu"));
});

describe("holders", () => {
  it("leaves what is reported to the one who reports it", () => {
    expect(read("The minister said the council released the prisoners.", "released")).toMatchObject({ value: "CT+", rules: [] });
    expect(read("The minister did not say that the council may release them.", "release").value).toBe("PS+");
  });

  it("turns what is denied into what is not so, according to the denier", () => {
    expect(read("The council denied that it released the prisoners.", "released").value).toBe("CT-");
    expect(read("The council denied that it released the prisoners.", "denied").value).toBe("CT+");
  });

  it("does not take a word of a quotation for a denial of the saying", () => {
    expect(read("“No talks will be held,” the minister said.", "said").score).toBeGreaterThan(2);
  });
});

describe("evidence", () => {
  it("names the cues in the order of the text, each with a rule", () => {
    const text = "The council will probably not release the prisoners.";
    const { cues, rules } = read(text, "release");
    expect(cues.map((c) => text.slice(c.start, c.end))).toEqual(["will", "probably", "not"]);
    expect(rules).toEqual(["certainty/modal:will", "certainty/negation", "certainty/hedge:probably"]);
  });

  it("keeps scores in their range and cuts them where the values change", () => {
    expect([3, 2.5, 2.4, 1.5, 0.5, 0.4, -0.4, -0.5, -1.5, -2.5].map(valueOfScore)).toEqual([
      "CT+",
      "CT+",
      "PR+",
      "PR+",
      "PS+",
      "Uu",
      "Uu",
      "PS-",
      "PR-",
      "CT-",
    ]);
  });

  it("reads any token of any text without failing", () => {
    const doc = docOfText("Not. If? No no no, never “not only” 12 % — unless; yet to\n\nwithout: may might must.");
    for (let t = 0; t < doc.length; t += 1) {
      const { score } = readFactuality(doc, t, lexicon);
      expect(Math.abs(score)).toBeLessThanOrEqual(3);
    }
  });
});
