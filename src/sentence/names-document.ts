const LEAST = 1e-4;

/**
 * Lets the occurrences of a word in one text agree: each kind of name is weighed by how the other occurrences of the same capitalised word
 * were read, so that a name given in full, or in a telling place, settles its short forms. Rewrites `odds` (labels of each token, token after token).
 */
export function agreeOnNames(forms: readonly string[], odds: Float32Array, labels: readonly string[], kinds = kindsOf(labels)): void {
  const width = labels.length;
  const places = new Map<string, number[]>();
  forms.forEach((form, i) => {
    if (form.length < 2 || form.toLowerCase() === form) return;
    const known = places.get(form);
    if (known) known.push(i);
    else places.set(form, [i]);
  });
  const count = Math.max(...kinds) + 1;
  for (const tokens of places.values()) {
    if (tokens.length < 2) continue;
    const sum = new Float64Array(count);
    for (const t of tokens) for (let l = 0; l < width; l++) sum[kinds[l]!]! += odds[t * width + l]!;
    for (const t of tokens) agree(odds, t * width, width, kinds, sum, tokens.length);
  }
}

/** 0 for O, then one number for B-k and I-k together. */
function kindsOf(labels: readonly string[]): number[] {
  const names = [...new Set(labels.map((label) => label.slice(2)))];
  return labels.map((label) => names.indexOf(label.slice(2)));
}

/** Multiplies the odds of one token by the root of the others' mean, kind by kind, and makes them sum to one again. */
function agree(odds: Float32Array, at: number, width: number, kinds: readonly number[], sum: Float64Array, tokens: number): void {
  const own = new Float64Array(sum.length);
  for (let l = 0; l < width; l++) own[kinds[l]!]! += odds[at + l]!;
  let total = 0;
  for (let l = 0; l < width; l++) {
    const kind = kinds[l]!;
    const others = Math.max(LEAST, (sum[kind]! - own[kind]!) / (tokens - 1));
    odds[at + l] = odds[at + l]! * Math.sqrt(others);
    total += odds[at + l]!;
  }
  for (let l = 0; l < width; l++) odds[at + l] = odds[at + l]! / total;
}
