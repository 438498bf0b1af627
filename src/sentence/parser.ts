import type { Core } from "./core.ts";
import type { Encoded } from "./encoder.ts";
import { best, softmax } from "./scores.ts";
import { bestTree } from "./tree.ts";

/** The tree of one sentence. Heads are token indexes in the sentence, -1 for the root. */
export interface Tree {
  readonly heads: Int32Array;
  readonly relations: Uint8Array;
  /** Calibrated probability of the chosen head, 0–1. */
  readonly probability: Float32Array;
}

/** Parses the sentences of an encoded batch that `chosen` lists; `sizes` are the lengths of all. */
export function parseBatch(encoded: Encoded, sizes: readonly number[], chosen: readonly number[], core: Core): readonly Tree[] {
  const { kernel, heads, hidden } = core;
  const rows = chosen.reduce((sum, sentence) => sum + sizes[sentence]!, 0);
  if (rows === 0) return chosen.map(() => emptyTree(0));
  const width = 2 * hidden;
  const states = kernel.take(rows * width);
  let next = states >> 2;
  for (const sentence of chosen) {
    for (let t = 0; t < sizes[sentence]!; t++, next += width) {
      const from = (encoded.states >> 2) + encoded.row(sentence, t) * width;
      kernel.floats.copyWithin(next, from, from + width);
    }
  }
  const dependent = kernel.product(states, width, rows, heads.arcDependent);
  kernel.call.relu(dependent, rows * heads.arcDependent.columns);
  const asked = kernel.product(dependent, heads.arcDependent.columns, rows, heads.arcWeight);
  const head = kernel.product(states, width, rows, heads.arcHead);
  kernel.call.relu(head, rows * heads.arcHead.columns);
  const trees: Tree[] = [];
  let first = 0;
  for (const sentence of chosen) {
    const size = sizes[sentence]!;
    trees.push(arcs(asked, head, first, size, core));
    first += size;
  }
  label(trees, states, rows, core);
  return trees;
}

function emptyTree(size: number): { heads: Int32Array; relations: Uint8Array; probability: Float32Array } {
  return { heads: new Int32Array(size), relations: new Uint8Array(size), probability: new Float32Array(size) };
}

/** Scores every head for every dependent of one sentence and takes the best tree. */
function arcs(asked: number, head: number, first: number, size: number, core: Core): Tree {
  const { kernel, heads } = core;
  const inner = heads.arcHead.columns;
  const stride = (size + 8) & ~7;
  const packed = kernel.take(inner * stride);
  const zero = kernel.take(stride);
  const out = kernel.take(size * stride);
  const floats = kernel.floats;
  floats.fill(0, packed >> 2, (packed >> 2) + inner * stride);
  floats.fill(0, zero >> 2, (zero >> 2) + stride);
  for (let h = 0; h <= size; h++) {
    let to = (packed >> 2) + (h >> 3) * inner * 8 + (h & 7);
    const from = (head >> 2) + (first + h - 1) * inner;
    for (let i = 0; i < inner; i++, to += 8) floats[to] = h === 0 ? heads.arcRoot[i]! : floats[from + i]!;
  }
  kernel.call.gemm(asked + first * inner * 4, inner, packed, zero, 0, out, stride, size, stride, inner);
  const scores = floats.subarray(out >> 2, (out >> 2) + size * stride);
  for (let d = 1; d <= size; d++) {
    for (let h = 0; h <= size; h++) {
      const at = (d - 1) * stride + h;
      scores[at] = scores[at]! + heads.arcDistance[distanceBucket(h, d, heads.distances)]!;
    }
  }
  const chosen = bestTree(scores, size, stride);
  const tree = emptyTree(size);
  const odds = new Float32Array(size + 1);
  for (let d = 1; d <= size; d++) {
    softmax(scores, (d - 1) * stride, size + 1, core.temperature.head, odds, 0);
    tree.heads[d - 1] = chosen[d]! - 1;
    tree.probability[d - 1] = odds[chosen[d]!]!;
  }
  return tree;
}

/** 0 for the root, then by distance: a head to the left, a head to the right. */
function distanceBucket(head: number, dependent: number, distances: readonly number[]): number {
  if (head === 0) return 0;
  const gap = head < dependent ? dependent - head : head - dependent;
  let level = 0;
  while (level < distances.length && gap >= distances[level]!) level++;
  return level + (head < dependent ? 0 : distances.length);
}

/** Names the relation of every token to its head. */
function label(trees: readonly Tree[], states: number, rows: number, core: Core): void {
  const { kernel, heads, hidden } = core;
  const dependent = kernel.product(states, 2 * hidden, rows, heads.labelDependent);
  const head = kernel.product(states, 2 * hidden, rows, heads.labelHead);
  const inner = heads.labelHead.columns;
  let floats = kernel.floats;
  let first = 0;
  for (const tree of trees) {
    for (let t = 0; t < tree.heads.length; t++) {
      const to = (dependent >> 2) + (first + t) * inner;
      const from = (head >> 2) + (first + tree.heads[t]!) * inner;
      for (let i = 0; i < inner; i++) floats[to + i] = floats[to + i]! + (tree.heads[t]! < 0 ? heads.labelRoot[i]! : floats[from + i]!);
    }
    first += tree.heads.length;
  }
  kernel.call.relu(dependent, rows * inner);
  const scores = kernel.product(dependent, inner, rows, heads.labels);
  floats = kernel.floats;
  let row = 0;
  for (const tree of trees) {
    for (let t = 0; t < tree.heads.length; t++, row++) {
      const at = (scores >> 2) + row * heads.labels.columns;
      tree.relations[t] = relationOf(floats, at, tree.heads[t]! < 0, core.relations);
    }
  }
}

/** The best relation; `root` for the root and for nothing else. */
function relationOf(floats: Float32Array, at: number, isRoot: boolean, relations: readonly string[]): number {
  const root = relations.indexOf("root");
  if (isRoot) return root;
  const top = best(floats, at, relations.length);
  if (top !== root) return top;
  let second = root === 0 ? 1 : 0;
  for (let i = 0; i < relations.length; i++) if (i !== root && floats[at + i]! > floats[at + second]!) second = i;
  return second;
}
