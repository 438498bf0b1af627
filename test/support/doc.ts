import type { Doc, Upos } from "../../src/model/index.ts";

/**
 * A Doc out of a tree written by hand, one sentence: each line is `form upos xpos head relation lemma?`, heads counted
 * from 1 with 0 for the root, as in CoNLL-U. Words are joined by single spaces.
 */
export function docOf(lines: string): Doc {
  const rows = lines
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/));
  const text = rows.map(([form]) => form).join(" ");
  const start = new Int32Array(rows.length);
  const end = new Int32Array(rows.length);
  let at = 0;
  rows.forEach(([form = ""], i) => {
    start[i] = at;
    end[i] = at + form.length;
    at = end[i]! + 1;
  });
  const column = (n: number) => rows.map((row) => row[n] ?? "");
  return {
    text,
    length: rows.length,
    start,
    end,
    upos: column(1) as Upos[],
    xpos: column(2),
    lemma: rows.map((row) => row[5] ?? row[0]!.toLowerCase()),
    head: Int32Array.from(rows, (row) => Number(row[3]) - 1),
    relation: column(4),
    headProbability: new Float32Array(rows.length).fill(1),
    sentenceOf: new Int32Array(rows.length),
    sentences: [{ first: 0, end: rows.length, parsed: true }],
    names: [],
  };
}
