import type { Core } from "./core.ts";
import type { Encoded } from "./encoder.ts";

// biome-ignore lint/suspicious/noApproximativeNumericConstant: Math.LN2 is the same double, but the bits should not depend on a library
const LN2 = 0.6931471805599453;
const bits = new Float64Array(1);
const words = new Int32Array(bits.buffer);

/** e to the x by addition and multiplication only, so that every machine gives the same bits. Error below 1e-12, relative; 0 below -700. */
export function exp(x: number): number {
  if (x < -700) return 0;
  const power = Math.round(x / LN2);
  const rest = x - power * LN2;
  let sum = 1;
  for (let n = 13; n > 0; n--) sum = 1 + (sum * rest) / n;
  words[0] = 0;
  words[1] = (power + 1023) << 20;
  return sum * bits[0]!;
}

/** Softmax of `count` floats from `at`, each divided by the temperature, into `out` from `to`. */
export function softmax(floats: Float32Array, at: number, count: number, temperature: number, out: Float32Array, to: number): void {
  let most = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < count; i++) most = Math.max(most, floats[at + i]!);
  let sum = 0;
  for (let i = 0; i < count; i++) {
    const e = exp((floats[at + i]! - most) / temperature);
    out[to + i] = e;
    sum += e;
  }
  for (let i = 0; i < count; i++) out[to + i] = out[to + i]! / sum;
}

/** What the tag and name heads say of one sentence. */
export interface Tagged {
  /** Index into `core.tags`, one a token. */
  readonly tags: Uint8Array;
  /** Probabilities of the name labels, `core.nameLabels.length` a token. */
  readonly names: Float32Array;
}

/** Tags and name probabilities of every sentence of an encoded batch; `sizes` are the sentences' lengths. */
export function tagBatch(encoded: Encoded, sizes: readonly number[], core: Core): readonly Tagged[] {
  const { kernel, heads, hidden } = core;
  const tagScores = kernel.product(encoded.states, 2 * hidden, encoded.rows, heads.tags);
  const inner = kernel.product(encoded.states, 2 * hidden, encoded.rows, heads.names1);
  kernel.call.relu(inner, encoded.rows * heads.names1.columns);
  const nameScores = kernel.product(inner, heads.names1.columns, encoded.rows, heads.names2);
  const floats = kernel.floats;
  const labels = core.nameLabels.length;
  return sizes.map((size, sentence) => {
    const tags = new Uint8Array(size);
    const names = new Float32Array(size * labels);
    for (let t = 0; t < size; t++) {
      const row = encoded.row(sentence, t);
      tags[t] = best(floats, (tagScores >> 2) + row * heads.tags.columns, core.tags.length);
      softmax(floats, (nameScores >> 2) + row * heads.names2.columns, labels, core.temperature.name, names, t * labels);
    }
    return { tags, names };
  });
}

/** Index of the largest of `count` floats from `at`; the first of equals. */
export function best(floats: Float32Array, at: number, count: number): number {
  let top = 0;
  for (let i = 1; i < count; i++) if (floats[at + i]! > floats[at + top]!) top = i;
  return top;
}
