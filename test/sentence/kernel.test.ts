import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { Kernel } from "../../src/sentence/kernel.ts";
import { KERNEL_BYTES } from "../../src/sentence/kernel-bytes.ts";
import { exp } from "../../src/sentence/scores.ts";
import { hashBytes } from "../../src/text/hash.ts";

const root = new URL("../../", import.meta.url);

describe("the kernel", () => {
  it("is the one that its source builds", () => {
    const source = new URL("training/kernel/kernel.ts", root).pathname;
    const out = new URL(".cache/kernel-test.wasm", root).pathname;
    const build = readFileSync(new URL("training/kernel/build.sh", root), "utf8");
    const flags = /--outFile \S+ (.*)/.exec(build)![1]!.split(" ");
    execFileSync(process.execPath, [new URL("node_modules/assemblyscript/bin/asc.js", root).pathname, source, "--outFile", out, ...flags]);
    const shipped = Uint8Array.from(atob(KERNEL_BYTES), (c) => c.charCodeAt(0));
    expect(hashBytes(shipped)).toBe(hashBytes(readFileSync(out)));
  });

  it("multiplies matrices of any number of rows", () => {
    const kernel = new Kernel();
    const [rows, inputs, outputs] = [7, 5, 11];
    const value = (i: number) => ((i * 37) % 19) / 8 - 1;
    const bytes = Int8Array.from({ length: inputs * outputs }, (_, i) => ((i * 37) % 255) - 127);
    const scales = Float32Array.from({ length: outputs }, (_, o) => (o + 1) / 1024);
    const bias = Float32Array.from({ length: outputs }, (_, i) => value(i + 3));
    const matrix = kernel.matrix({ bytes, scales }, outputs, inputs, bias);
    const input = kernel.take(rows * inputs);
    for (let i = 0; i < rows * inputs; i++) kernel.floats[(input >> 2) + i] = value(i + 5);
    const out = kernel.product(input, inputs, rows, matrix);
    for (let r = 0; r < rows; r++) {
      for (let o = 0; o < outputs; o++) {
        let sum = bias[o]!;
        for (let i = 0; i < inputs; i++) sum += value(r * inputs + i + 5) * bytes[o * inputs + i]! * scales[o]!;
        expect(kernel.floats[(out >> 2) + r * matrix.columns + o]!).toBeCloseTo(sum, 3);
      }
    }
  });

  it("runs an LSTM both ways as the formula says, for sentences of unlike length", () => {
    const kernel = new Kernel();
    const size = 8;
    const lengths = [3, 2, 1];
    const value = (i: number) => ((i * 53) % 23) / 12 - 1;
    const bytes = Int8Array.from({ length: 4 * size * size }, (_, i) => Math.round(value(i) * 127));
    const scales = new Float32Array(4 * size).fill(1 / 254);
    const weights = Float32Array.from(bytes, (b) => b / 254);
    const state = kernel.matrix({ bytes, scales }, 4 * size, size, undefined);
    const steps = [0, 3, 5, 6];
    const at = kernel.take(8);
    const gates = kernel.take(6 * 4 * size);
    const cell = kernel.take(3 * size);
    const out = kernel.take(6 * size);
    const scratch = kernel.scratch(3, size);
    for (const backwards of [0, 1]) {
      new Int32Array(kernel.call.memory.buffer, at, 4).set(steps);
      for (let i = 0; i < 6 * 4 * size; i++) kernel.floats[(gates >> 2) + i] = value(i);
      kernel.call.lstm(gates, state.at, state.scales, cell, out, size, size, at, 3, backwards, scratch);
      lengths.forEach((length, sentence) => {
        let [h, c] = [new Array<number>(size).fill(0), new Array<number>(size).fill(0)];
        for (let n = 0; n < length; n++) {
          const row = steps[backwards ? length - 1 - n : n]! + sentence;
          const gate = (g: number) => value(row * 4 * size + g) + h.reduce((sum, x, i) => sum + x * weights[g * size + i]!, 0);
          const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
          c = c.map((old, i) => sigmoid(gate(size + i)) * old + sigmoid(gate(i)) * Math.tanh(gate(2 * size + i)));
          h = c.map((now, i) => sigmoid(gate(3 * size + i)) * Math.tanh(now));
          for (const [i, x] of h.entries()) expect(kernel.floats[(out >> 2) + row * size + i]!).toBeCloseTo(x, 4);
        }
      });
    }
  });

  it("has an exponential of its own", () => {
    expect(exp(-800)).toBe(0);
    expect(exp(0)).toBe(1);
    for (const x of [-300, -50.5, -20, -1, -1e-9, 0.3, 1, 2, 40]) expect(exp(x) / Math.exp(x)).toBeCloseTo(1, 11);
  });
});
