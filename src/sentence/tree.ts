/**
 * The best tree over `size` tokens with exactly one root, from `scores[(d - 1) * stride + h]` of head h (0 = root) for dependent d (1-based).
 * Returns heads, 1-based, index 0 unused. Chu–Liu–Edmonds; where the best tree has several roots, the best single one is forced.
 */
export function bestTree(scores: Float32Array, size: number, stride: number): Int32Array {
  const heads = new Int32Array(size + 1);
  for (let d = 1; d <= size; d++) {
    let top = d === 1 ? (size > 1 ? 2 : 0) : 1;
    for (let h = 0; h <= size; h++) if (h !== d && at(scores, stride, d, h) > at(scores, stride, d, top)) top = h;
    heads[d] = top;
  }
  if (isSingleTree(heads, size)) return heads;
  const matrix = new Float64Array((size + 1) * (size + 1)).fill(Number.NEGATIVE_INFINITY);
  for (let d = 1; d <= size; d++) for (let h = 0; h <= size; h++) if (h !== d) matrix[d * (size + 1) + h] = at(scores, stride, d, h);
  const tree = edmonds(matrix, size + 1);
  const roots = rootsOf(tree, size);
  if (roots.length === 1) return tree;
  return forceRoot(matrix, size, roots);
}

function at(scores: Float32Array, stride: number, d: number, h: number): number {
  return scores[(d - 1) * stride + h] as number;
}

function rootsOf(heads: Int32Array, size: number): number[] {
  const roots: number[] = [];
  for (let d = 1; d <= size; d++) if (heads[d] === 0) roots.push(d);
  return roots;
}

function isSingleTree(heads: Int32Array, size: number): boolean {
  return rootsOf(heads, size).length === 1 && !findCycle(heads, size + 1);
}

/** Of the trees where only one of `roots` hangs from the root, the one with the highest score. */
function forceRoot(matrix: Float64Array, size: number, roots: readonly number[]): Int32Array {
  const width = size + 1;
  let top: Int32Array | undefined;
  let topScore = Number.NEGATIVE_INFINITY;
  for (const root of roots.slice(0, 8)) {
    const single = matrix.slice();
    for (let d = 1; d <= size; d++) if (d !== root) single[d * width] = -1e6;
    const tree = edmonds(single, width);
    let score = 0;
    for (let d = 1; d <= size; d++) score += single[d * width + (tree[d] as number)] as number;
    if (score > topScore) {
      top = tree;
      topScore = score;
    }
  }
  return top as Int32Array;
}

/** The nodes of a cycle in `heads` (node 0 has no head), or undefined. */
function findCycle(heads: Int32Array, width: number): number[] | undefined {
  const seen = new Int32Array(width);
  for (let start = 1; start < width; start++) {
    let node = start;
    while (node !== 0 && seen[node] === 0) {
      seen[node] = start;
      node = heads[node] as number;
    }
    if (node !== 0 && seen[node] === start) {
      const cycle = [node];
      for (let next = heads[node] as number; next !== node; next = heads[next] as number) cycle.push(next);
      return cycle;
    }
  }
  return undefined;
}

/** Maximum spanning arborescence from node 0 over `weights[d * width + h]` (Chu & Liu 1965, Edmonds 1967): cycles are contracted and opened again. */
function edmonds(weights: Float64Array, width: number): Int32Array {
  const heads = new Int32Array(width);
  for (let d = 1; d < width; d++) {
    let top = 0;
    for (let h = 1; h < width; h++) if (h !== d && (weights[d * width + h] as number) > (weights[d * width + top] as number)) top = h;
    heads[d] = top;
  }
  const cycle = findCycle(heads, width);
  if (!cycle) return heads;
  return open(weights, width, heads, cycle);
}

/** Contracts the cycle into the last node of a smaller graph, solves that, and opens the cycle where the best arc enters it. */
function open(weights: Float64Array, width: number, heads: Int32Array, cycle: readonly number[]): Int32Array {
  const inside = new Set(cycle);
  const outside: number[] = [];
  for (let node = 0; node < width; node++) if (!inside.has(node)) outside.push(node);
  const small = outside.length + 1;
  const knot = outside.length;
  const graph = new Float64Array(small * small).fill(Number.NEGATIVE_INFINITY);
  const entry = new Int32Array(small);
  const exit = new Int32Array(small);
  for (let i = 0; i < outside.length; i++) {
    const node = outside[i] as number;
    for (let j = 0; j < outside.length; j++) graph[i * small + j] = weights[node * width + (outside[j] as number)] as number;
    for (const member of cycle) {
      const gain = (weights[member * width + node] as number) - (weights[member * width + (heads[member] as number)] as number);
      if (gain > (graph[knot * small + i] as number)) {
        graph[knot * small + i] = gain;
        entry[i] = member;
      }
      const leave = weights[node * width + member] as number;
      if (leave > (graph[i * small + knot] as number)) {
        graph[i * small + knot] = leave;
        exit[i] = member;
      }
    }
  }
  const solved = edmonds(graph, small);
  const result = heads.slice();
  for (let i = 1; i < outside.length; i++) {
    const head = solved[i] as number;
    result[outside[i] as number] = head === knot ? (exit[i] as number) : (outside[head] as number);
  }
  const from = solved[knot] as number;
  result[entry[from] as number] = outside[from] as number;
  return result;
}
