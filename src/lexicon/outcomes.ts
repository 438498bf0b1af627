import { parseTable, readData } from "./table.ts";

/** Whether a word makes what is held out good (+1) or bad (−1) for the other side, by lemma. */
export type OutcomeLexicon = ReadonlyMap<string, 1 | -1>;

/** The words of data/outcomes.tsv. */
export function loadOutcomes(): OutcomeLexicon {
  return new Map(parseTable(readData("outcomes.tsv"), "outcomes.tsv").map((row) => [row["lemma"] ?? "", row["sign"] === "+" ? 1 : -1]));
}
