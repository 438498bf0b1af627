import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const root = new URL("../../", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), "utf8");

test("every noun of the model stands in the glossary, and no other", () => {
  const nouns = readdirSync(new URL("src/model", root)).flatMap((file) =>
    [...read(`src/model/${file}`).matchAll(/^export (?:interface|type) (\w+)/gm)].map((m) => m[1] ?? ""),
  );
  const entries = [...read("GLOSSARY.md").matchAll(/^\| (\w+) \|/gm)].map((m) => m[1] ?? "").filter((n) => n !== "noun");
  expect(nouns.length).toBeGreaterThan(30);
  expect([...entries].sort()).toEqual([...nouns].sort());
});
