// AssemblyScript (not TypeScript): built by `npm run kernel` into src/sentence/kernel-bytes.ts.
// Every sum runs in one fixed order, k ascending, multiply then add, no fused or relaxed operations:
// the bits do not depend on the machine, nor on how many sentences share a batch.

/**
 * out[m × n] = start + a[m × k] · b[k × n], all f32. `b` is packed in panels of 8 columns (n / 8, k, 8); n is a multiple of 8.
 * Strides are in floats. `start` with stride 0 is a bias row; with `start = out` the product is added to what is there.
 */
export function gemm(
  a: usize, aStride: i32, b: usize, start: usize, startStride: i32, out: usize, outStride: i32, m: i32, n: i32, k: i32,
): void {
  const panel = (k << 5) as usize;
  for (let j = 0; j < n; j += 8) {
    const columns = (j << 2) as usize;
    let i = 0;
    for (; i + 4 <= m; i += 4) {
      rows4(a + ((i * aStride) << 2), (aStride << 2) as usize, b, start + ((i * startStride) << 2) + columns,
        (startStride << 2) as usize, out + ((i * outStride) << 2) + columns, (outStride << 2) as usize, k);
    }
    for (; i < m; i++) {
      row1(a + ((i * aStride) << 2), b, start + ((i * startStride) << 2) + columns, out + ((i * outStride) << 2) + columns, k);
    }
    b += panel;
  }
}

// @ts-expect-error: decorator
@inline
function rows4(a: usize, aBytes: usize, b: usize, start: usize, startBytes: usize, out: usize, outBytes: usize, k: i32): void {
  let c00 = v128.load(start);
  let c01 = v128.load(start, 16);
  let c10 = v128.load(start + startBytes);
  let c11 = v128.load(start + startBytes, 16);
  let c20 = v128.load(start + 2 * startBytes);
  let c21 = v128.load(start + 2 * startBytes, 16);
  let c30 = v128.load(start + 3 * startBytes);
  let c31 = v128.load(start + 3 * startBytes, 16);
  let a1 = a + aBytes;
  let a2 = a1 + aBytes;
  let a3 = a2 + aBytes;
  const end = a + ((k as usize) << 2);
  while (a < end) {
    const b0 = v128.load(b);
    const b1 = v128.load(b, 16);
    let x = v128.load32_splat(a);
    c00 = f32x4.add(c00, f32x4.mul(x, b0));
    c01 = f32x4.add(c01, f32x4.mul(x, b1));
    x = v128.load32_splat(a1);
    c10 = f32x4.add(c10, f32x4.mul(x, b0));
    c11 = f32x4.add(c11, f32x4.mul(x, b1));
    x = v128.load32_splat(a2);
    c20 = f32x4.add(c20, f32x4.mul(x, b0));
    c21 = f32x4.add(c21, f32x4.mul(x, b1));
    x = v128.load32_splat(a3);
    c30 = f32x4.add(c30, f32x4.mul(x, b0));
    c31 = f32x4.add(c31, f32x4.mul(x, b1));
    a += 4; a1 += 4; a2 += 4; a3 += 4;
    b += 32;
  }
  v128.store(out, c00);
  v128.store(out, c01, 16);
  v128.store(out + outBytes, c10);
  v128.store(out + outBytes, c11, 16);
  v128.store(out + 2 * outBytes, c20);
  v128.store(out + 2 * outBytes, c21, 16);
  v128.store(out + 3 * outBytes, c30);
  v128.store(out + 3 * outBytes, c31, 16);
}

// @ts-expect-error: decorator
@inline
function row1(a: usize, b: usize, start: usize, out: usize, k: i32): void {
  let c0 = v128.load(start);
  let c1 = v128.load(start, 16);
  const end = a + ((k as usize) << 2);
  while (a < end) {
    const x = v128.load32_splat(a);
    c0 = f32x4.add(c0, f32x4.mul(x, v128.load(b)));
    c1 = f32x4.add(c1, f32x4.mul(x, v128.load(b, 16)));
    a += 4;
    b += 32;
  }
  v128.store(out, c0);
  v128.store(out, c1, 16);
}

// The rational approximation of Eigen (MPL-2.0 in Eigen; here rewritten from its published coefficients): error below 1e-6.
// @ts-expect-error: decorator
@inline
function tanh4(v: v128): v128 {
  const x = f32x4.max(f32x4.splat(-7.90531110763549805), f32x4.min(f32x4.splat(7.90531110763549805), v));
  const s = f32x4.mul(x, x);
  let p = f32x4.add(f32x4.mul(s, f32x4.splat(-2.76076847742355e-16)), f32x4.splat(2.00018790482477e-13));
  p = f32x4.add(f32x4.mul(p, s), f32x4.splat(-8.60467152213735e-11));
  p = f32x4.add(f32x4.mul(p, s), f32x4.splat(5.12229709037114e-8));
  p = f32x4.add(f32x4.mul(p, s), f32x4.splat(1.48572235717979e-5));
  p = f32x4.add(f32x4.mul(p, s), f32x4.splat(6.37261928875436e-4));
  p = f32x4.add(f32x4.mul(p, s), f32x4.splat(4.89352455891786e-3));
  p = f32x4.mul(p, x);
  let q = f32x4.add(f32x4.mul(s, f32x4.splat(1.19825839466702e-6)), f32x4.splat(1.18534705686654e-4));
  q = f32x4.add(f32x4.mul(q, s), f32x4.splat(2.26843463243900e-3));
  q = f32x4.add(f32x4.mul(q, s), f32x4.splat(4.89352518554385e-3));
  return f32x4.div(p, q);
}

// @ts-expect-error: decorator
@inline
function sigmoid4(v: v128): v128 {
  const half = f32x4.splat(0.5);
  return f32x4.add(half, f32x4.mul(half, tanh4(f32x4.mul(half, v))));
}

/** One LSTM cell a row: gates (input, forget, cell, output; `size` floats each) and the cell state, in place; writes the output row. */
function cells(gates: usize, gateStride: i32, cell: usize, out: usize, outStride: i32, rows: i32, size: i32): void {
  const width = (size as usize) << 2;
  for (let r = 0; r < rows; r++) {
    const g = gates + ((r * gateStride) << 2);
    const c = cell + ((r * size) << 2);
    const o = out + ((r * outStride) << 2);
    for (let i: usize = 0; i < width; i += 16) {
      const keep = f32x4.mul(sigmoid4(v128.load(g + width + i)), v128.load(c + i));
      const next = f32x4.add(keep, f32x4.mul(sigmoid4(v128.load(g + i)), tanh4(v128.load(g + 2 * width + i))));
      v128.store(c + i, next);
      v128.store(o + i, f32x4.mul(sigmoid4(v128.load(g + 3 * width + i)), tanh4(next)));
    }
  }
}

/**
 * One direction of an LSTM over a batch laid out time by time: rows `steps[t] … steps[t + 1]` are the sentences longer than t, longest first.
 * `gates` holds the input's share already and is overwritten; `cell` is scratch for the rows of step 0.
 */
export function lstm(
  gates: usize, weights: usize, cell: usize, out: usize, outStride: i32, size: i32, steps: usize, count: i32, backwards: i32,
): void {
  const gateStride = size << 2;
  memory.fill(cell, 0, ((load<i32>(steps + 4) * size) << 2) as usize);
  let before = 0;
  let beforeRows = 0;
  for (let n = 0; n < count; n++) {
    const t = backwards ? count - 1 - n : n;
    const first = load<i32>(steps + (t << 2));
    const rows = load<i32>(steps + ((t + 1) << 2)) - first;
    const g = gates + ((first * gateStride) << 2);
    // A sentence that is not under way in the step before starts from zero: only the rows both steps share get a product.
    const shared = min(rows, beforeRows);
    if (shared > 0) gemm(out + ((before * outStride) << 2), outStride, weights, g, gateStride, g, gateStride, shared, gateStride, size);
    cells(g, gateStride, cell, out + ((first * outStride) << 2), outStride, rows, size);
    before = first;
    beforeRows = rows;
  }
}

/** Negative floats become zero; `count` is a multiple of 4. */
export function relu(at: usize, count: i32): void {
  const zero = f32x4.splat(0);
  for (const end = at + ((count as usize) << 2); at < end; at += 16) v128.store(at, f32x4.max(zero, v128.load(at)));
}
