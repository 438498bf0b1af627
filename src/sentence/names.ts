import type { NameKind } from "../model/doc.ts";

/** A name as decoded: tokens of one sentence, `[first, end)`. Kind "other" is a name of something else (a people, a work, an event). */
export interface FoundName {
  readonly first: number;
  readonly end: number;
  readonly kind: NameKind | "other";
  readonly probability: number;
}

const KINDS: Readonly<Record<string, NameKind | "other">> = { PER: "person", ORG: "organisation", LOC: "place", OTH: "other" };
const LEAST = 1e-9;

/** The most probable well-formed run of labels `O`, `B-…`, `I-…` (an I- follows its own B- or I- only), from label probabilities token by token. */
export function decodeNames(odds: Float32Array, size: number, labels: readonly string[]): FoundName[] {
  const width = labels.length;
  const back = new Uint8Array(size * width);
  let before = new Float64Array(width);
  for (let t = 0; t < size; t++) {
    const now = new Float64Array(width);
    const free = top(before);
    for (let l = 0; l < width; l++) {
      const label = labels[l]!;
      let from = t === 0 ? 0 : free;
      if (label.startsWith("I-")) from = t === 0 ? -1 : insideFrom(before, labels, l);
      const path = t === 0 ? (from < 0 ? 0 : 1) : before[from]!;
      now[l] = path * Math.max(LEAST, odds[t * width + l]!);
      back[t * width + l] = Math.max(0, from);
    }
    const most = now[top(now)]!;
    for (let l = 0; l < width; l++) now[l] = now[l]! / most;
    before = now;
  }
  const path = new Uint8Array(size);
  if (size > 0) path[size - 1] = top(before);
  for (let t = size - 1; t > 0; t--) path[t - 1] = back[t * width + path[t]!]!;
  return spansOf(path, odds, labels);
}

const DAY =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|june|july|august|september|october|november|december)$/i;
/** Words in small letters that end no name: "the Harbour Union on Thursday". */
const LINK = /^(?:on|in|at|of|to|for|and|with|from|by|the|that)$/;
const ADDRESS = /@|:\/\/|^www\.|\w\.(?:com|org|net|gov|edu|pdf|docx?|xlsx?|html?)$/i;

/** A name without a day or month at its ends (`Port Ash Wednesday`) or a rank before a person; undefined where it is a rank alone, an address, a file or has no letter. */
export function tidyName(name: FoundName, forms: readonly string[], ranks: ReadonlySet<string>): FoundName | undefined {
  let { first, end } = name;
  while (end - first > 1 && (DAY.test(forms[end - 1]!) || LINK.test(forms[end - 1]!))) end--;
  while (end - first > 1 && DAY.test(forms[first]!)) first++;
  const isRank = (at: number): boolean => name.kind === "person" && ranks.has(forms[at]!.toLowerCase().replace(/\.$/, ""));
  while (end - first > 1 && isRank(first)) first++;
  if (isRank(first)) return undefined;
  const inside = forms.slice(first, end);
  if (inside.some((form) => ADDRESS.test(form)) || !inside.some((form) => /\p{L}/u.test(form))) return undefined;
  return { ...name, first, end };
}

function top(values: Float64Array): number {
  let best = 0;
  for (let i = 1; i < values.length; i++) if (values[i]! > values[best]!) best = i;
  return best;
}

function insideFrom(before: Float64Array, labels: readonly string[], inside: number): number {
  const kind = labels[inside]!.slice(2);
  const opening = labels.indexOf(`B-${kind}`);
  return before[opening]! > before[inside]! ? opening : inside;
}

function spansOf(path: Uint8Array, odds: Float32Array, labels: readonly string[]): FoundName[] {
  const names: FoundName[] = [];
  for (let t = 0; t < path.length; t++) {
    const label = labels[path[t]!]!;
    if (!label.startsWith("B-")) continue;
    const kind = label.slice(2);
    let end = t + 1;
    while (end < path.length && labels[path[end]!] === `I-${kind}`) end++;
    names.push({ first: t, end, kind: KINDS[kind] ?? "other", probability: spanOdds(odds, labels, kind, t, end) });
  }
  return names;
}

/** Probability that all tokens of a run are of one kind, among the kinds that all of them could be (no name is one of them). */
function spanOdds(odds: Float32Array, labels: readonly string[], kind: string, first: number, end: number): number {
  const kinds = [...new Set(labels.map((label) => label.slice(2)))];
  const products = kinds.map(() => 1);
  for (let t = first; t < end; t++) {
    const own = kinds.map(() => 0);
    for (let l = 0; l < labels.length; l++) own[kinds.indexOf(labels[l]!.slice(2))]! += odds[t * labels.length + l]!;
    for (let k = 0; k < kinds.length; k++) products[k]! *= Math.max(LEAST, own[k]!);
  }
  const total = products.reduce((sum, product) => sum + product, 0);
  return total > 0 ? products[kinds.indexOf(kind)]! / total : 0;
}
