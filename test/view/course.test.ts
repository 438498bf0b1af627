import { expect, test } from "vitest";
import { readCourse } from "../../src/pipeline/course.ts";
import { writeCourse } from "../../src/view/course.ts";
import { directionOf } from "../../src/view/direction.ts";
import { makeDossier } from "../../src/view/dossier.ts";
import { busiestPair } from "../../src/view/index-of.ts";
import { sampleAnalysis } from "./sample.ts";

const analysis = sampleAnalysis();
const [a, b] = busiestPair(analysis)!;
const course = readCourse(analysis, a, b);

test("every figure of the series is the sum of its moves, and every move opens on a statement", () => {
  expect(course.direction.points.length).toBeGreaterThan(1);
  const statements = new Set(analysis.statements.map((s) => s.id));
  for (const point of course.direction.points) {
    expect(point.moves.reduce((sum, move) => sum + move.value, 0)).toBeCloseTo(point.value, 2);
    for (const move of point.moves) expect(move.statements.every((id) => statements.has(id))).toBe(true);
  }
});

test("the text shows the sentence, each month, and the words behind it", () => {
  const text = writeCourse(makeDossier(analysis, a, b), analysis, course);
  expect(text).toContain(course.direction.sentence);
  for (const point of course.direction.points) expect(text).toContain(point.month);
  const first = course.direction.points[0]!.moves[0]!;
  const quote = analysis.statements.find((s) => s.id === first.statements[0])!.quote;
  expect(text).toContain(quote.slice(0, 30));
});

test("the course and the brief say the same sentence of a relation, and count the same moves", () => {
  const direction = directionOf(makeDossier(analysis, a, b));
  expect(direction.word.toLowerCase()).toBe(course.direction.course);
  expect(direction.sentence.startsWith(course.direction.sentence.slice(0, -1))).toBe(true);
  const counted = Object.values(course.direction.counted).flat();
  expect(direction.parts.flatMap((part) => part.moves.map((move) => move.entry.id)).toSorted()).toEqual(counted.toSorted());
});

test("two who have nothing to do with each other have no course, and the text says what was searched", () => {
  const stranger = analysis.actors.find((one) => !analysis.ledger.some((row) => row.dyad.includes(one.id)))!;
  const empty = readCourse(analysis, a, stranger.id);
  expect(empty.direction.points).toEqual([]);
  expect(writeCourse(makeDossier(analysis, a, stranger.id), analysis, empty)).toContain("No dated move found");
});
