import { readTokens } from "../src/sentence/index.ts";
import { readGold } from "./corpus/conllu.ts";
import { shippedCore } from "./parse.ts";

const KINDS: Readonly<Record<string, string>> = { PER: "person", ORG: "organisation", LOC: "place" };

/** Scores names, exact span and kind, against an IOB2 file with gold tokens. Other kinds of names are not counted. */
export async function run(goldPath: string): Promise<{ task: string; figures: Record<string, number> }> {
  const core = shippedCore();
  const counts = new Map<string, { right: number; gold: number; system: number }>();
  const of = (kind: string) => {
    const count = counts.get(kind) ?? { right: 0, gold: 0, system: 0 };
    counts.set(kind, count);
    return count;
  };
  for (const document of readGold(goldPath)) {
    const doc = readTokens(document.text, { tokens: document, firsts: document.firsts }, core, { parse: () => false });
    const gold = spansOf(document.columns.map((columns) => columns[2] ?? "O"));
    for (const span of gold) for (const kind of ["all", span.split(" ")[2]!]) of(kind).gold++;
    for (const { first, end, kind } of doc.names) {
      const hit = gold.has(`${first} ${end} ${kind}`);
      for (const key of ["all", kind]) {
        of(key).system++;
        if (hit) of(key).right++;
      }
    }
  }
  const f1 = (kind: string): number => round((2 * of(kind).right) / Math.max(1, of(kind).gold + of(kind).system));
  const all = of("all");
  return {
    task: "names",
    figures: {
      precision: round(all.right / Math.max(1, all.system)),
      recall: round(all.right / Math.max(1, all.gold)),
      f1: f1("all"),
      person: f1("person"),
      organisation: f1("organisation"),
      place: f1("place"),
    },
  };
}

/** `first end kind` of every name in IOB2 labels. */
function spansOf(labels: readonly string[]): Set<string> {
  const spans = new Set<string>();
  for (let i = 0; i < labels.length; i++) {
    const kind = KINDS[labels[i]!.slice(2)];
    if (!labels[i]!.startsWith("B-") || !kind) continue;
    let end = i + 1;
    while (labels[end] === `I-${labels[i]!.slice(2)}`) end++;
    spans.add(`${i} ${end} ${kind}`);
  }
  return spans;
}

function round(value: number): number {
  return Math.round(value * 10000) / 10000;
}
