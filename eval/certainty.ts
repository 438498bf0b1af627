import { readFileSync } from "node:fs";
import { loadCertainty } from "../src/lexicon/certainty.ts";
import type { FactValue } from "../src/model/index.ts";
import { readTokens } from "../src/sentence/read.ts";
import { readFactuality, valueOfScore } from "../src/statement/certainty/index.ts";
import { shippedCore } from "./parse.ts";
import type { Score } from "./score.ts";

interface Row {
  readonly text: string;
  readonly targets: readonly { readonly span1: readonly [number, number]; readonly label: number }[];
}

interface Pair {
  readonly score: number;
  readonly value: FactValue;
  readonly gold: number;
}

const CLASSES: readonly FactValue[] = ["CT+", "PR+", "PS+", "Uu", "PS-", "PR-", "CT-"];
const PEERS = "peers, on another part of the corpus: 92 lines of rules r .57 (UW), .39 (MEANTIME)";

const mean = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0) / numbers.length;

/** Pearson's correlation of two lists of the same length. */
function correlation(a: readonly number[], b: readonly number[]): number {
  const [ma, mb] = [mean(a), mean(b)];
  const product = (x: readonly number[], mx: number, y: readonly number[], my: number): number =>
    x.reduce((sum, v, i) => sum + (v - mx) * (y[i]! - my), 0);
  return product(a, ma, b, mb) / Math.sqrt(product(a, ma, a, ma) * product(b, mb, b, mb));
}

/** The corpus gives tokens parted by spaces; they are taken as they are. */
function readPairs(path: string): readonly Pair[] {
  const core = shippedCore();
  const lexicon = loadCertainty();
  const rows: readonly Row[] = readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line));
  return rows.flatMap(({ text, targets }) => {
    const start: number[] = [];
    const end: number[] = [];
    for (const { index, 0: form } of text.matchAll(/\S+/g)) {
      start.push(index);
      end.push(index + form.length);
    }
    const doc = readTokens(text, { tokens: { start, end }, firsts: [0] }, core, { parse: () => true });
    return targets.map(({ span1, label }) => ({ ...readFactuality(doc, span1[0], lexicon), gold: label }));
  });
}

function classF1(pairs: readonly Pair[], value: FactValue): number {
  const got = pairs.filter((p) => p.value === value);
  const gold = pairs.filter((p) => valueOfScore(p.gold) === value);
  const both = got.filter((p) => valueOfScore(p.gold) === value);
  return got.length + gold.length === 0 ? 0 : (2 * both.length) / (got.length + gold.length);
}

/** Correlation with people's scores from -3 to 3, and F1 of each FactBank value (people's scores cut at 0.5, 1.5 and 2.5). */
export async function run(goldPath: string): Promise<Score> {
  const pairs = readPairs(goldPath);
  const scores = pairs.map((p) => p.score);
  const gold = pairs.map((p) => p.gold);
  const error = (constant?: number): number => mean(pairs.map((p) => Math.abs((constant ?? p.score) - p.gold)));
  const perClass = Object.fromEntries(CLASSES.map((value) => [`f1 ${value}`, classF1(pairs, value)]));
  const negative = (p: number): boolean => p <= -0.5;
  const hits = pairs.filter((p) => negative(p.score) && negative(p.gold)).length;
  const polarity = (2 * hits) / (scores.filter(negative).length + gold.filter(negative).length);
  return {
    task: "certainty",
    figures: { r: correlation(scores, gold), ...perClass, negativeF1: polarity, meanError: error(), acts: pairs.length },
    notes: [PEERS, `mean error of "always certain": ${error(3).toFixed(3)}`],
  };
}
