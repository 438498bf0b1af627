import { beforeAll, expect, test } from "vitest";
import { type Matched, matchRows } from "../../eval/recall/match.ts";
import { parseActors, parseRows } from "../../eval/recall/rows.ts";
import type { Analysis } from "../../src/model/index.ts";
import { analyze } from "../../src/pipeline/analyze.ts";
import { loadTools } from "../../src/pipeline/tools.ts";

const actors = parseActors("# id\tkind\tbelongs to\tnames\n1.1\tstate\t\tPeru\n1.2\tstate\t\tBolivia\n1.3\tstate\t\tChile");
const text =
  "Envoys at odds\n\nPeru accused Bolivia of smuggling gold on Friday. Peru released eleven Bolivian soldiers on Monday. Rain fell in Cusco.\n";
const accused = text.indexOf("Peru accused");
const released = text.indexOf("Peru released");
let analysis: Analysis;

beforeAll(async () => {
  async function* page() {
    yield { path: "page.txt", bytes: new TextEncoder().encode(text), mediaType: "text/plain" };
  }
  analysis = await analyze(page(), loadTools());
});

/** A row as it stands in the table; its sentence ends at the next full stop. */
const row = (at: number, types: string, from: string, to: string, asked = "asked") =>
  ["a", at, text.indexOf(".", at) + 1, at, types, "done", "", from, to, "", "", asked, ""].join("\t");
const match = (...rows: string[]): Matched => matchRows(analysis, parseRows(rows.join("\n")), actors);

test("a row is found by a statement of its sentence that agrees with it in every slot", () => {
  const { asked, statements, standing } = match(row(accused, "ACCUSE", "1.1", "1.2"), row(released, "RETREAT", "1.1", "1.2"));
  expect(asked.map(({ judged }) => judged && Object.values(judged).every(Boolean))).toEqual([true, true]);
  expect([statements, standing]).toEqual([2, 2]);
});

test("who, whom and type are judged each by itself, and what no row bears out does not stand", () => {
  const { asked, standing } = match(row(accused, "THREATEN", "1.3", "1.2"));
  expect(asked[0]?.judged).toMatchObject({ who: false, whom: true, type: false, modality: true });
  expect(standing).toBe(0);
});

test("one statement answers one row, the one it agrees with best", () => {
  const { asked } = match(row(accused, "COERCE", "1.3", "1.1"), row(accused, "ACCUSE", "1.1", "1.2"));
  expect(asked.map(({ judged }) => judged !== null)).toEqual([false, true]);
});

test("a row of another sentence is not found, one that nobody asks for is not counted", () => {
  expect(match(row(text.indexOf("Rain"), "CONSULT", "1.1", "1.2")).asked).toMatchObject([{ judged: null }]);
  expect(match(row(accused, "ACCUSE", "1.1", "1.2", "")).asked).toEqual([]);
});

test("sides that the sentence leaves unsaid are not due", () => {
  const [implied] = match(row(accused, "ACCUSE", "1.1", "1.3").replace("\t1.3\t\t", "\t1.3\tto\t")).asked;
  expect([...(implied?.due ?? [])]).toEqual(["who", "type", "modality"]);
});

test("a row without a place is told", () => {
  expect(() => parseRows("a\tx\t9\t3\tACCUSE\tdone")).toThrow(RangeError);
});
