import { readFileSync, writeFileSync } from "node:fs";

const READINGS = new URL("../eval/gold/trust.tsv", import.meta.url);
const OUT = new URL("../data/trust.tsv", import.meta.url);
/** A sign is listed when this many judged readings bear it. */
const LEAST = 12;
/** A sign of rows whose text the rules had been mended on before: it takes up how much better they do there, and is not listed, so that what is said fits new text. */
const READ = "read before";
/** Strength of the pull to zero, and parts of the data that the check is made on in turn. */
const PULL = 4;
const PARTS = 10;

/** One judged reading. */
interface Row {
  readonly article: string;
  readonly signs: ReadonlyMap<string, number>;
  readonly right: boolean;
}

const HEADER = `# What each sign of a reading adds to the log-odds that nothing in it is false: see src/statement/trust.ts for what the signs are.
# Origin: fitted for Demarche by training/trust.ts to verdicts on our own readings (eval/gold/trust.tsv). Licence: Apache-2.0.
sign	weight
`;

/** Reads the judged readings; lines that start with # are comments. */
function readRows(text: string): readonly Row[] {
  return text
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => {
      const [article = "", verdict, signs = ""] = line.split("\t");
      const pairs = signs.split("; ").map((one) => {
        const [sign = "", strength] = one.split("=");
        return [sign, strength === undefined ? 1 : Number(strength)] as const;
      });
      return { article, right: verdict === "right", signs: new Map(pairs) };
    });
}

/** Logistic regression with an L2 pull, by Newton's method (iteratively reweighted least squares). */
function regress(rows: readonly Row[], signs: readonly string[]): ReadonlyMap<string, number> {
  const at = new Map(signs.map((sign, i) => [sign, i]));
  const cells = rows.map((row) => [...row.signs].flatMap(([sign, x]) => (at.has(sign) ? [[at.get(sign)!, x] as const] : [])));
  const weights = new Float64Array(signs.length);
  for (let step = 0; step < 12; step++) {
    const slope = weights.map((w) => -2 * PULL * w);
    const curve = signs.map((_, i) => new Float64Array(signs.length).fill(0).map((_zero, j) => (i === j ? 2 * PULL : 0)));
    rows.forEach(({ right }, r) => {
      const p = chance(cells[r]!.reduce((sum, [i, x]) => sum + weights[i]! * x, 0));
      for (const [i, x] of cells[r]!) {
        slope[i]! += ((right ? 1 : 0) - p) * x;
        for (const [j, y] of cells[r]!) curve[i]![j]! += p * (1 - p) * x * y;
      }
    });
    solve(curve, slope).forEach((move, i) => {
      weights[i]! += move;
    });
  }
  return new Map(signs.map((sign, i) => [sign, weights[i]!]));
}

/** x with table · x = values, by Gauss-Jordan elimination; the table is positive definite. */
function solve(table: readonly Float64Array[], values: Float64Array): Float64Array {
  const x = Float64Array.from(values);
  table.forEach((row, i) => {
    for (let k = 0; k < table.length; k++) {
      const share = k === i ? 0 : table[k]![i]! / row[i]!;
      if (share === 0) continue;
      for (let j = i; j < row.length; j++) table[k]![j]! -= share * row[j]!;
      x[k]! -= share * x[i]!;
    }
  });
  return x.map((value, i) => value / table[i]![i]!);
}

const chance = (odds: number): number => 1 / (1 + Math.exp(-odds));

function trusted(weights: ReadonlyMap<string, number>, { signs }: Row): number {
  return chance([...signs].reduce((sum, [sign, x]) => sum + (weights.get(sign) ?? 0) * x, 0));
}

function signsIn(rows: readonly Row[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { signs } of rows) for (const sign of signs.keys()) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  return [...counts].flatMap(([sign, n]) => (n >= LEAST ? [sign] : [])).sort();
}

/** Fits on nine parts and asks about the tenth, in turn: how right what is said to be likely is, and what leaving out the less likely would gain and cost. */
function check(rows: readonly Row[]): void {
  const articles = [...new Set(rows.map((row) => row.article))];
  const partOf = new Map(articles.map((id, i) => [id, i % PARTS]));
  const asked = Array.from({ length: PARTS }, (_, part) => {
    const others = rows.filter((row) => partOf.get(row.article) !== part);
    const weights = regress(others, signsIn(others));
    return rows.filter((row) => partOf.get(row.article) === part).map((row) => ({ right: row.right, p: trusted(weights, row) }));
  }).flat();
  const good = asked.filter((a) => a.right);
  const bad = asked.filter((a) => !a.right);
  const above = good.reduce((sum, a) => sum + bad.filter((b) => b.p < a.p).length, 0);
  console.log(
    `${rows.length} readings, ${bad.length} wrong; a right one stands above a wrong one ${(above / (good.length * bad.length)).toFixed(3)} of the time`,
  );
  for (const least of [0, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7]) {
    const shown = asked.filter((a) => a.p >= least);
    const right = shown.filter((a) => a.right).length;
    console.log(
      `from ${least}: ${shown.length} shown, wrong ${(1 - right / shown.length).toFixed(3)}, right ones kept ${(right / good.length).toFixed(3)}`,
    );
  }
  for (let low = 0; low < 1; low += 0.1) {
    const inside = asked.filter((a) => a.p >= low && a.p < low + 0.1);
    if (inside.length > 0)
      console.log(
        `said ${low.toFixed(1)} to ${(low + 0.1).toFixed(1)}: ${inside.length}, right ${(inside.filter((a) => a.right).length / inside.length).toFixed(2)}`,
      );
  }
}

const rows = readRows(readFileSync(READINGS, "utf8"));
check(rows);
const weights = [...regress(rows, signsIn(rows))].filter(([sign]) => sign !== READ);
const lines = weights.map(([sign, weight]) => `${sign}\t${weight.toFixed(2)}`);
writeFileSync(OUT, `${HEADER}${lines.join("\n")}\n`);
