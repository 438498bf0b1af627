import { readdirSync } from "node:fs";
import { parseArgs } from "node:util";
import type { Measure } from "./clock/cpu.ts";

/** A bench: a file of this folder that exports `measure`. */
interface Bench {
  measure(): Promise<Measure>;
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
