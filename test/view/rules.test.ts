import { expect, test } from "vitest";
import { analyze } from "../../src/pipeline/analyze.ts";
import { loadTools } from "../../src/pipeline/tools.ts";
import { sayRule } from "../../src/view/rules.ts";
import { writeWhy } from "../../src/view/why.ts";

const text = [
  "Envoys at odds",
  "",
  "Chile raided two Peruvian villages on Friday. Peru said the raids by Chile were illegal and Chile must show restraint.",
  "Peru thanked Bolivia for sending doctors. Peru would lift the ban on Chilean fish if Chile apologised.",
  "Chile and Peru held talks in May, Bolivia faced criticism from Peru, and Bolivia has not yet agreed to meet the Chilean president.",
].join("\n");

test("every rule of a page is told in words, none of them its name", async () => {
  async function* page() {
    yield { path: "page.txt", bytes: new TextEncoder().encode(text), mediaType: "text/plain" };
  }
  const analysis = await analyze(page(), loadTools());
  const rules = analysis.statements.flatMap((s) => s.rules);
  expect(new Set(rules.map((rule) => rule.split(/[.:/]/)[0]))).toEqual(
    new Set(["act", "tense", "roles", "control", "condition", "certainty", "support"]),
  );
  expect(rules.filter((rule) => sayRule(rule) === null)).toEqual([]);
  const why = analysis.statements.map((s) => writeWhy(analysis, s)).join("\n");
  expect(why).toContain("Read so by these rules:");
  expect(why).toContain("the verb “raid” tells ASSAULT, where its words fit the frame of the sense");
  expect(why).toContain("whoever says so judges; whose conduct it is, is judged");
});

test.each([
  ["tense:VBD", "its form: past tense"],
  ["tense:would", "its form: with “would”"],
  [
    "act.v.break_off[obj:@talks]=SANCTION/discontinue",
    "the verb “break off” tells SANCTION (discontinue), where its words fit the frame of the sense",
  ],
  ["act.n.ceasefire[bare]=RETREAT/ceasefire", "the noun “ceasefire” tells RETREAT (ceasefire)"],
  ["control:want", "“want” above it tells whether it is done, planned, asked or refused"],
  ["condition:as long as", "a condition, by “as long as”"],
  ["certainty/modal:may", "the modal verb tells how sure it is: “may”"],
  ["support.do.carry_out", "“carry out” does what the noun beside it tells"],
  ["act.spoken.due", "somebody says what another has to do: it is asked"],
  ["act.lead.side=CONSULT", "who leads a side of talks takes part in them"],
  ["issue:carried", "has the issue of what it belongs to"],
])("%s", (rule, said) => {
  expect(sayRule(rule)).toBe(said);
});

test("a rule without words is left to its name", () => {
  expect(sayRule("roles:nobody")).toBeNull();
  expect(sayRule("other")).toBeNull();
});
