import { readdirSync } from "node:fs";
import { parseArgs } from "node:util";

/** One thing measured: CPU seconds go in, ratios come out; absolute figures only mean something beside the others of the run. */
export interface Measure {
  readonly name: string;
  readonly figures: Readonly<Record<string, number>>;
}

/** A bench: a file of this folder that exports `measure`. */
interface Bench {
  measure(): Promise<Measure>;
}

/** CPU seconds (user and system, all threads) that some work takes. */
export async function cpuSeconds(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

const all = readdirSync(new URL(".", import.meta.url)).filter((f) => f.endsWith(".ts") && f !== "index.ts");

if (process.argv[1]?.includes("bench")) {
  const { positionals } = parseArgs({ allowPositionals: true });
  const chosen = all.filter((f) => positionals.length === 0 || positionals.includes(f.slice(0, -3)));
  if (chosen.length === 0) {
    console.error(`Usage: npm run bench [-- NAME…]\nBenches: ${all.map((f) => f.slice(0, -3)).join(", ")}`);
    process.exitCode = 2;
  }
  for (const file of chosen) {
    const { measure }: Bench = await import(new URL(file, import.meta.url).href);
    const { name, figures } = await measure();
    console.log(name);
    for (const [figure, value] of Object.entries(figures))
      console.log(`  ${figure.padEnd(48)} ${value >= 100 ? Math.round(value) : value.toFixed(2)}`);
  }
}
