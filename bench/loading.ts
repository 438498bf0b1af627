import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";
import { loadCore } from "../src/sentence/index.ts";
import { cpuSeconds, type Measure } from "./clock/cpu.ts";

const AGAIN = 5;

/** Loading the language core from its bytes, the first time in this process and the quickest of some more, beside wink-nlp's model, which is code that has been read already. */
export async function measure(): Promise<Measure> {
  const bytes = readFileSync(fileURLToPath(new URL("../data/core.bin", import.meta.url)));
  const loads: Readonly<Record<string, () => unknown>> = { core: () => loadCore(bytes), wink: () => winkNLP(model) };
  const first: Record<string, number> = {};
  const best: Record<string, number> = {};
  for (const [name, load] of Object.entries(loads)) {
    first[name] = (await cpuSeconds(load)) * 1000;
    best[name] = Number.POSITIVE_INFINITY;
    for (let i = 0; i < AGAIN; i++) best[name] = Math.min(best[name], (await cpuSeconds(load)) * 1000);
  }
  const of = (figures: Record<string, number>, name: string): number => figures[name] ?? 0;
  return {
    name: "loading: CPU milliseconds",
    figures: {
      "language core, first": of(first, "core"),
      "language core, again": of(best, "core"),
      "wink-nlp's model, first": of(first, "wink"),
      "wink-nlp's model, again": of(best, "wink"),
      "ratio of first to wink-nlp's": of(first, "core") / of(first, "wink"),
    },
  };
}
