const OPENING: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}", "“": "”", "‘": "’", "«": "»" };
const FINAL = new Set([".", "!", "?", "...", "…"]);

/**
 * Re-attaches punctuation as the Universal Dependencies guidelines ask: never crossing an arc, brackets and quotes to the head of what they
 * enclose, other marks to the highest word on their way that keeps the tree projective; a head on that way is kept. Changes `heads`
 * (indexes in the sentence, -1 the root) in place. After the method of Udapi's ud.FixPunct.
 */
export function attachPunctuation(heads: Int32Array, isPunctuation: readonly boolean[], forms: readonly string[]): void {
  const marks: number[] = [];
  for (let i = 0; i < heads.length; i++) if (isPunctuation[i] && heads[i]! >= 0 && !heads.includes(i)) marks.push(i);
  if (marks.length === 0) return;
  const reach = reachOf(heads, isPunctuation);
  const paired = new Set<number>();
  for (const [open, close] of pairs(marks, forms)) {
    const head = enclosedHead(heads, isPunctuation, open, close);
    if (head < 0) continue;
    for (const mark of [open, close]) {
      heads[mark] = head;
      paired.add(mark);
    }
  }
  for (const mark of marks) if (!paired.has(mark)) attach(mark, heads, isPunctuation, forms, reach);
}

/** First and last word under each word, punctuation left out. */
function reachOf(heads: Int32Array, isPunctuation: readonly boolean[]): { first: Int32Array; last: Int32Array } {
  const first = Int32Array.from(heads, (_, i) => i);
  const last = first.slice();
  for (let i = 0; i < heads.length; i++) {
    if (isPunctuation[i]) continue;
    for (let up = heads[i]!; up >= 0; up = heads[up]!) {
      if (i < first[up]!) first[up] = i;
      if (i > last[up]!) last[up] = i;
    }
  }
  return { first, last };
}

/** Opening and closing marks that belong together, innermost first; straight quotes pair off in order. */
function pairs(marks: readonly number[], forms: readonly string[]): [number, number][] {
  const found: [number, number][] = [];
  const open: number[] = [];
  let quote = -1;
  for (const mark of marks) {
    const form = forms[mark]!;
    if (form === '"' || form === "``" || form === "''") {
      if (quote >= 0) found.push([quote, mark]);
      quote = quote >= 0 ? -1 : mark;
    } else if (OPENING[form]) open.push(mark);
    else {
      const last = open[open.length - 1];
      if (last !== undefined && OPENING[forms[last]!] === form) found.push([open.pop()!, mark]);
    }
  }
  return found;
}

/** The one word between two marks whose head is outside them, or -1. */
function enclosedHead(heads: Int32Array, isPunctuation: readonly boolean[], open: number, close: number): number {
  let head = -1;
  for (let i = open + 1; i < close; i++) {
    if (isPunctuation[i] || (heads[i]! > open && heads[i]! < close)) continue;
    if (head >= 0) return -1;
    head = i;
  }
  return head;
}

function attach(
  mark: number,
  heads: Int32Array,
  isPunctuation: readonly boolean[],
  forms: readonly string[],
  reach: { readonly first: Int32Array; readonly last: Int32Array },
): void {
  const left = climb(nextWord(mark, -1, isPunctuation), mark, heads, reach, -1);
  const isLast = nextWord(mark, 1, isPunctuation) < 0;
  const right = FINAL.has(forms[mark]!) && isLast ? [] : climb(nextWord(mark, 1, isPunctuation), mark, heads, reach, 1);
  const leftTop = left[left.length - 1] ?? -1;
  const rightTop = right[right.length - 1] ?? -1;
  if (leftTop < 0 && rightTop < 0) return;
  const takeLeft = rightTop < 0 || (leftTop >= 0 && isUnder(leftTop, rightTop, heads));
  const path = takeLeft ? left : right;
  if (!path.includes(heads[mark]!)) heads[mark] = takeLeft ? leftTop : rightTop;
}

/** The nearest word before (-1) or after (1) a mark, or -1. */
function nextWord(mark: number, step: number, isPunctuation: readonly boolean[]): number {
  let at = mark + step;
  while (at >= 0 && at < isPunctuation.length && isPunctuation[at]) at += step;
  return at >= 0 && at < isPunctuation.length ? at : -1;
}

/** The words from `start` up as far as neither they nor what is under them reach over the mark. */
function climb(
  start: number,
  mark: number,
  heads: Int32Array,
  reach: { readonly first: Int32Array; readonly last: Int32Array },
  side: number,
): number[] {
  const path: number[] = [];
  for (let at = start; at >= 0; at = heads[at]!) {
    if (path.length > 0 && (side < 0 ? at > mark : at < mark)) break;
    path.push(at);
    if (side < 0 ? reach.last[at]! > mark : reach.first[at]! < mark) break;
  }
  return path;
}

function isUnder(token: number, top: number, heads: Int32Array): boolean {
  for (let up = heads[token]!; up >= 0; up = heads[up]!) if (up === top) return true;
  return false;
}
