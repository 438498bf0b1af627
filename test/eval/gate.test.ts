import { expect, test } from "vitest";
import { checkFloors } from "../../eval/gate.ts";

const score = { task: "t", figures: { f1: 0.8, wrong: 3 } };

test("figures on their floors pass", () => {
  expect(checkFloors(score, { f1: 0.8, wrong: { atMost: 3 } })).toEqual([]);
});

test("a figure below its floor, above its ceiling or gone has fallen", () => {
  expect(checkFloors(score, { f1: 0.81 })).toEqual(["t f1: 0.8 against 0.81"]);
  expect(checkFloors(score, { wrong: { atMost: 2 } })).toEqual(["t wrong: 3 against at most 2"]);
  expect(checkFloors(score, { recall: 0.1 })).toEqual(["t recall: no such figure"]);
});
