import { parseTable, readData } from "./table.ts";

/** What each sign of a reading adds to the log-odds that it is right; a reading starts from `start`. */
export type TrustWeights = ReadonlyMap<string, number>;

/** The weights of data/trust.tsv. */
export function loadTrust(): TrustWeights {
  return new Map(parseTable(readData("trust.tsv"), "trust.tsv").map((row) => [row["sign"]!, Number(row["weight"])]));
}
