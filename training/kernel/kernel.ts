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

// Largest whole number of a rounded row: 16383 · 127 · k stays below 2^31 for k up to 1032.
const WHOLE: f32 = 16383;

/** Rows of `k` floats as 16-bit whole numbers, padded with zeros to a multiple of four, each with the factor that undoes it. Rounds to nearest, ties to even. */
// @ts-expect-error: decorator
@inline
function round(a: usize, aStride: i32, m: i32, k: i32, whole: usize, wholeBytes: usize, factors: usize): void {
  const fours = k & ~3;
  for (let i = 0; i < m; i++) {
    const row = a + ((i * aStride) << 2);
    const to = whole + (i as usize) * wholeBytes;
    let most = f32x4.splat(0);
    for (let j = 0; j < fours; j += 4) most = f32x4.max(most, f32x4.abs(v128.load(row + (j << 2))));
    let max = Mathf.max(
      Mathf.max(f32x4.extract_lane(most, 0), f32x4.extract_lane(most, 1)),
      Mathf.max(f32x4.extract_lane(most, 2), f32x4.extract_lane(most, 3)),
    );
    for (let j = fours; j < k; j++) max = Mathf.max(max, Mathf.abs(load<f32>(row + (j << 2))));
    const by = max > 0 ? WHOLE / max : 0;
    store<f32>(factors + (i << 2), max / WHOLE);
    const scale = f32x4.splat(by);
    for (let j = 0; j < fours; j += 4) {
      const near = i32x4.trunc_sat_f32x4_s(f32x4.nearest(f32x4.mul(v128.load(row + (j << 2)), scale)));
      v128.store64_lane(to + (j << 1), i16x8.narrow_i32x4_s(near, near), 0);
    }
    if (fours < k) {
      store<i64>(to + (fours << 1), 0);
      for (let j = fours; j < k; j++) store<i16>(to + (j << 1), nearest<f32>(load<f32>(row + (j << 2)) * by) as i16);
    }
  }
}

/**
 * out[m × n] = start + a[m × k] · b[k × n], where b is whole numbers of 8 bits under one scale a column: the rows of `a` are rounded to 16 bits and
 * the products added as whole numbers, which no order changes. `b` is packed in panels of 8 columns and pairs of rows (n / 8, k / 2, 8, 2),
 * as 16 bits, k padded with zeros to a multiple of four. `scratch` has room for m rows of so many 16-bit numbers and m floats.
 */
export function dot(
  a: usize, aStride: i32, b: usize, scales: usize, start: usize, startStride: i32, out: usize, outStride: i32, m: i32, n: i32, k: i32, scratch: usize,
): void {
  const width = (((k + 3) & ~3) << 1) as usize;
  const factors = scratch + (m as usize) * width;
  round(a, aStride, m, k, scratch, width, factors);
  const panel = width << 3;
  for (let j = 0; j < n; j += 8) {
    const columns = (j << 2) as usize;
    let i = 0;
    for (; i + 4 <= m; i += 4) {
      dots4(scratch + (i as usize) * width, width, b, scales + columns, factors + (i << 2), start + ((i * startStride) << 2) + columns,
        (startStride << 2) as usize, out + ((i * outStride) << 2) + columns, (outStride << 2) as usize);
    }
    for (; i < m; i++) {
      dots1(scratch + (i as usize) * width, width, b, scales + columns, load<f32>(factors + (i << 2)),
        start + ((i * startStride) << 2) + columns, out + ((i * outStride) << 2) + columns);
    }
    b += panel;
  }
}

// @ts-expect-error: decorator
@inline
function scaled(start: usize, sum: v128, factor: f32, scales: usize): v128 {
  return f32x4.add(v128.load(start), f32x4.mul(f32x4.convert_i32x4_s(sum), f32x4.mul(f32x4.splat(factor), v128.load(scales))));
}

// @ts-expect-error: decorator
@inline
function dots4(
  a: usize, aBytes: usize, b: usize, scales: usize, factors: usize, start: usize, startBytes: usize, out: usize, outBytes: usize,
): void {
  let c00 = i32x4.splat(0);
  let c01 = i32x4.splat(0);
  let c10 = i32x4.splat(0);
  let c11 = i32x4.splat(0);
  let c20 = i32x4.splat(0);
  let c21 = i32x4.splat(0);
  let c30 = i32x4.splat(0);
  let c31 = i32x4.splat(0);
  let a1 = a + aBytes;
  let a2 = a1 + aBytes;
  let a3 = a2 + aBytes;
  const end = a + aBytes;
  while (a < end) {
    let b0 = v128.load(b);
    let b1 = v128.load(b, 16);
    let x = v128.load32_splat(a);
    c00 = i32x4.add(c00, i32x4.dot_i16x8_s(x, b0));
    c01 = i32x4.add(c01, i32x4.dot_i16x8_s(x, b1));
    x = v128.load32_splat(a1);
    c10 = i32x4.add(c10, i32x4.dot_i16x8_s(x, b0));
    c11 = i32x4.add(c11, i32x4.dot_i16x8_s(x, b1));
    x = v128.load32_splat(a2);
    c20 = i32x4.add(c20, i32x4.dot_i16x8_s(x, b0));
    c21 = i32x4.add(c21, i32x4.dot_i16x8_s(x, b1));
    x = v128.load32_splat(a3);
    c30 = i32x4.add(c30, i32x4.dot_i16x8_s(x, b0));
    c31 = i32x4.add(c31, i32x4.dot_i16x8_s(x, b1));
    b0 = v128.load(b, 32);
    b1 = v128.load(b, 48);
    x = v128.load32_splat(a, 4);
    c00 = i32x4.add(c00, i32x4.dot_i16x8_s(x, b0));
    c01 = i32x4.add(c01, i32x4.dot_i16x8_s(x, b1));
    x = v128.load32_splat(a1, 4);
    c10 = i32x4.add(c10, i32x4.dot_i16x8_s(x, b0));
    c11 = i32x4.add(c11, i32x4.dot_i16x8_s(x, b1));
    x = v128.load32_splat(a2, 4);
    c20 = i32x4.add(c20, i32x4.dot_i16x8_s(x, b0));
    c21 = i32x4.add(c21, i32x4.dot_i16x8_s(x, b1));
    x = v128.load32_splat(a3, 4);
    c30 = i32x4.add(c30, i32x4.dot_i16x8_s(x, b0));
    c31 = i32x4.add(c31, i32x4.dot_i16x8_s(x, b1));
    a += 8; a1 += 8; a2 += 8; a3 += 8;
    b += 64;
  }
  let f = load<f32>(factors);
  v128.store(out, scaled(start, c00, f, scales));
  v128.store(out, scaled(start + 16, c01, f, scales + 16), 16);
  f = load<f32>(factors, 4);
  v128.store(out + outBytes, scaled(start + startBytes, c10, f, scales));
  v128.store(out + outBytes, scaled(start + startBytes + 16, c11, f, scales + 16), 16);
  f = load<f32>(factors, 8);
  v128.store(out + 2 * outBytes, scaled(start + 2 * startBytes, c20, f, scales));
  v128.store(out + 2 * outBytes, scaled(start + 2 * startBytes + 16, c21, f, scales + 16), 16);
  f = load<f32>(factors, 12);
  v128.store(out + 3 * outBytes, scaled(start + 3 * startBytes, c30, f, scales));
  v128.store(out + 3 * outBytes, scaled(start + 3 * startBytes + 16, c31, f, scales + 16), 16);
}

// @ts-expect-error: decorator
@inline
function dots1(a: usize, aBytes: usize, b: usize, scales: usize, factor: f32, start: usize, out: usize): void {
  let c0 = i32x4.splat(0);
  let c1 = i32x4.splat(0);
  const end = a + aBytes;
  while (a < end) {
    const x = v128.load32_splat(a);
    c0 = i32x4.add(c0, i32x4.dot_i16x8_s(x, v128.load(b)));
    c1 = i32x4.add(c1, i32x4.dot_i16x8_s(x, v128.load(b, 16)));
    a += 4;
    b += 32;
  }
  const low = scaled(start, c0, factor, scales);
  const high = scaled(start + 16, c1, factor, scales + 16);
  v128.store(out, low);
  v128.store(out, high, 16);
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
 * `gates` holds the input's share already and is overwritten; `cell` is scratch for the rows of step 0, `scratch` that of `dot` for them.
 */
export function lstm(
  gates: usize, weights: usize, scales: usize, cell: usize, out: usize, outStride: i32, size: i32, steps: usize, count: i32, backwards: i32, scratch: usize,
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
    if (shared > 0)
      dot(out + ((before * outStride) << 2), outStride, weights, scales, g, gateStride, g, gateStride, shared, gateStride, size, scratch);
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
