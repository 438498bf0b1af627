import { KERNEL_BYTES } from "./kernel-bytes.ts";
import type { ByteTable } from "./model-file.ts";

interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  gemm(
    a: number,
    aStride: number,
    b: number,
    start: number,
    startStride: number,
    out: number,
    outStride: number,
    m: number,
    n: number,
    k: number,
  ): void;
  dot(
    a: number,
    aStride: number,
    b: number,
    scales: number,
    start: number,
    startStride: number,
    out: number,
    outStride: number,
    m: number,
    n: number,
    k: number,
    scratch: number,
  ): void;
  lstm(
    gates: number,
    weights: number,
    scales: number,
    cell: number,
    out: number,
    outStride: number,
    size: number,
    steps: number,
    count: number,
    back: number,
    scratch: number,
  ): void;
  relu(at: number, count: number): void;
}

declare const WebAssembly: {
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object, imports: object) => { readonly exports: unknown };
};

/** A matrix in the kernel's memory, packed for `dot`: `columns` is padded to a multiple of 8. `bias` and `scales` hold `columns` floats. */
export interface Matrix {
  readonly at: number;
  readonly bias: number;
  readonly scales: number;
  readonly rows: number;
  readonly columns: number;
}

const PAGE = 65536;

/** The numeric kernel with memory of its own: addresses are bytes, sizes are floats. Weights first, then a workspace that is used anew for every batch. */
export class Kernel {
  readonly call: Exports;
  private top = 64;
  private floor = 64;
  private view = new Float32Array(0);

  constructor() {
    const bytes = Uint8Array.from(atob(KERNEL_BYTES), (c) => c.charCodeAt(0));
    this.call = new WebAssembly.Instance(new WebAssembly.Module(bytes), {}).exports as Exports;
  }

  /** The whole memory as floats. Read it anew after every `take`, which may move it. */
  get floats(): Float32Array {
    if (this.view.buffer !== this.call.memory.buffer) this.view = new Float32Array(this.call.memory.buffer);
    return this.view;
  }

  /** Room for `count` floats, 16-byte aligned; its contents are whatever was there. */
  take(count: number): number {
    const at = this.top;
    this.top = (at + count * 4 + 15) & ~15;
    const missing = this.top - this.call.memory.buffer.byteLength;
    if (missing > 0) this.call.memory.grow(Math.ceil(missing / PAGE) + 16);
    return at;
  }

  /** What has been taken so far stays for good. */
  keep(): void {
    this.floor = this.top;
  }

  /** Gives back everything taken since `keep`. */
  reset(): void {
    this.top = this.floor;
  }

  /** Room for `dot` to round `rows` of `width` floats in. */
  scratch(rows: number, width: number): number {
    return this.take(rows * (((width + 3) >> 2) << 1) + rows);
  }

  /** Packs `outputs × inputs` weights, bytes with one scale an output as training writes them, into panels of 8 columns and pairs of rows. */
  matrix({ bytes, scales }: Pick<ByteTable, "bytes" | "scales">, outputs: number, inputs: number, bias: Float32Array | undefined): Matrix {
    const columns = (outputs + 7) & ~7;
    const pairs = ((inputs + 3) >> 2) << 1;
    const at = this.take(columns * pairs);
    const biasAt = this.take(columns);
    const scalesAt = this.take(columns);
    const floats = this.floats;
    for (const [from, count] of [
      [at, columns * pairs],
      [biasAt, columns],
      [scalesAt, columns],
    ] as const)
      floats.fill(0, from >> 2, (from >> 2) + count);
    const whole = new Int16Array(this.call.memory.buffer);
    for (let o = 0; o < outputs; o++) {
      const to = (at >> 1) + (o >> 3) * pairs * 16 + (o & 7) * 2;
      for (let i = 0; i < inputs; i++) whole[to + (i >> 1) * 16 + (i & 1)] = bytes[o * inputs + i]!;
      floats[(scalesAt >> 2) + o] = scales[o]!;
    }
    if (bias) floats.set(bias, biasAt >> 2);
    return { at, bias: biasAt, scales: scalesAt, rows: inputs, columns };
  }

  /** A new block `rows × matrix.columns` = input · matrix + bias. */
  product(input: number, stride: number, rows: number, matrix: Matrix): number {
    const out = this.take(rows * matrix.columns);
    const { at, scales, bias, columns } = matrix;
    const scratch = this.scratch(rows, matrix.rows);
    this.call.dot(input, stride, at, scales, bias, 0, out, columns, rows, columns, matrix.rows, scratch);
    return out;
  }
}
