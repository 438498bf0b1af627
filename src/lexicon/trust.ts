import { parseTable, readData } from "./table.ts";

/** What each sign of a reading adds to the log-odds that nothing in it is false. */
export type TrustWeights = ReadonlyMap<string, number>;

/** The weights of data/trust.tsv. Throws a RangeError where one is no number. */
export function loadTrust(): TrustWeights {
  return new Map(
    parseTable(readData("trust.tsv"), "trust.tsv").map(({ sign = "", weight }) => {
      if (!weight || !Number.isFinite(Number(weight))) throw new RangeError(`trust.tsv: the weight of "${sign}" is no number`);
      return [sign, Number(weight)];
    }),
  );
}
