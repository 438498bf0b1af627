import type { Doc, Upos } from "../../src/model/index.ts";

/**
 * A parsed Doc written by hand: sentences are separated by an empty line, each token is "form/lemma/UPOS/XPOS/head/relation",
 * heads counted from 1 in their sentence (0 for the root). A space joins all tokens.
 */
export function plant(source: string): Doc {
  const sentences = source
    .trim()
    .split(/\n\s*\n/)
    .map((block) => block.trim().split(/\s+/));
  const cells = sentences.flat().map((token) => token.split("/"));
  const start = new Int32Array(cells.length);
  const end = new Int32Array(cells.length);
  const head = new Int32Array(cells.length);
  const sentenceOf = new Int32Array(cells.length);
  let text = "";
  let first = 0;
  const spans = sentences.map((tokens, s) => {
    for (let at = 0; at < tokens.length; at++) {
      const t = first + at;
      start[t] = text.length;
      text += cells[t]![0];
      end[t] = text.length;
      text += " ";
      head[t] = cells[t]![4] === "0" ? -1 : first + Number(cells[t]![4]) - 1;
      sentenceOf[t] = s;
    }
    const span = { first, end: first + tokens.length, parsed: true };
    first += tokens.length;
    return span;
  });
  return {
    text: text.trimEnd(),
    length: cells.length,
    start,
    end,
    upos: cells.map((cell) => cell[2] as Upos),
    xpos: cells.map((cell) => cell[3]!),
    lemma: cells.map((cell) => cell[1]!),
    head,
    relation: cells.map((cell) => cell[5]!),
    headProbability: new Float32Array(cells.length).fill(1),
    sentenceOf,
    sentences: spans,
    names: [],
  };
}
