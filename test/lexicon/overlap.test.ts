import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const corpus = new URL("../../../shared/data/coding/plv-train.tsv", import.meta.url);
const data = new URL("../../data/", import.meta.url);

/** Runs of five words. */
function fives(text: string): string[] {
  const words = text.toLowerCase().match(/[a-z0-9']+/g) ?? [];
  return words.slice(4).map((_, at) => words.slice(at, at + 5).join(" "));
}

describe("the act tables", () => {
  it.skipIf(!existsSync(corpus))("share no five words in a row with the sentences they are measured on (skipped: no data)", () => {
    const theirs = new Set(
      readFileSync(corpus, "utf8")
        .split("\n")
        .slice(1)
        .flatMap((line) => fives(line.split("\t")[2] ?? "")),
    );
    const ours = readdirSync(data)
      .filter((name) => name.startsWith("acts") || name === "issues.yaml")
      // phrases of the act tables are joined by "_", those of the taxonomy stand between commas
      .flatMap((name) => readFileSync(new URL(name, data), "utf8").split(name.endsWith(".tsv") ? /[\s|:]+/ : /[,\n[\]]+/))
      .flatMap((phrase) => fives(phrase.replaceAll("_", " ")));
    expect(ours.filter((five) => theirs.has(five))).toEqual([]);
  });
});
