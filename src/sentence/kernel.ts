import { KERNEL_BYTES } from "./kernel-bytes.ts";

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
  lstm(
    gates: number,
    weights: number,
    cell: number,
    out: number,
    outStride: number,
    size: number,
    steps: number,
    count: number,
    back: number,
  ): void;
  relu(at: number, count: number): void;
}

declare const WebAssembly: {
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object, imports: object) => { readonly exports: unknown };
};

/** A matrix in the kernel's memory, packed for `gemm`: `columns` is padded to a multiple of 8. `bias` holds `columns` floats. */
export interface Matrix {
  readonly at: number;
  readonly bias: number;
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

  /** Packs `outputs × inputs` weights, as training writes them, into panels of 8 columns. */
  matrix(weights: Float32Array, outputs: number, inputs: number, bias: Float32Array | undefined): Matrix {
    const columns = (outputs + 7) & ~7;
    const at = this.take(columns * inputs);
    const biasAt = this.take(columns);
    const floats = this.floats;
    floats.fill(0, at >> 2, (at >> 2) + columns * inputs);
    floats.fill(0, biasAt >> 2, (biasAt >> 2) + columns);
    for (let o = 0; o < outputs; o++) {
      let to = (at >> 2) + (o >> 3) * inputs * 8 + (o & 7);
      for (let i = 0; i < inputs; i++, to += 8) floats[to] = weights[o * inputs + i] as number;
    }
    if (bias) floats.set(bias, biasAt >> 2);
    return { at, bias: biasAt, rows: inputs, columns };
  }

  /** A new block `rows × matrix.columns` = input · matrix + bias. */
  product(input: number, stride: number, rows: number, matrix: Matrix): number {
    const out = this.take(rows * matrix.columns);
    this.call.gemm(input, stride, matrix.at, matrix.bias, 0, out, matrix.columns, rows, matrix.columns, matrix.rows);
    return out;
  }
}
