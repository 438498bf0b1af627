import type { Span } from "../model/span.ts";

/** The word without a plural or possessive ending: enough to compare, not a lemma. */
export function stem(word: string): string {
  const bare = word.replace(/['’]s?$/, "");
  if (bare.length > 4 && bare.endsWith("ies")) return `${bare.slice(0, -3)}y`;
  if (bare.length > 3 && bare.endsWith("s") && !bare.endsWith("ss")) return bare.slice(0, -1);
  return bare;
}

/** Lower-case words of a text, hyphens and inner apostrophes kept. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+(?:[-'’][\p{L}\p{N}]+)*/gu) ?? [];
}

/** Shared share of the smaller set, 0–1; 0 where either is empty. */
export function containment(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  if (small.size === 0) return 0;
  let shared = 0;
  for (const one of small) if (large.has(one)) shared++;
  return shared / small.size;
}

/** True when the sets share a member. */
export function meets(a: Iterable<string>, b: { has(one: string): boolean }): boolean {
  for (const one of a) if (b.has(one)) return true;
  return false;
}

/** Ids by each lower-case form of the names they bear; a form that two share, or without a capital ("the leaders"), names nobody. */
export function indexForms(
  named: Iterable<{ readonly id: string; readonly name: string; readonly aliases: readonly string[] }>,
): ReadonlyMap<string, string> {
  const found = new Map<string, string | null>();
  for (const one of named)
    for (const name of [one.name, ...one.aliases]) {
      if (!/\p{Lu}/u.test(name)) continue;
      const form = wordsOf(name)
        .join(" ")
        .replace(/['’]s?$/, "");
      if (form.length < 2) continue;
      const known = found.get(form);
      found.set(form, known === undefined || known === one.id ? one.id : null);
    }
  return new Map([...found].filter((entry): entry is [string, string] => entry[1] !== null));
}

/** Code-unit order: the same in every locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** True where a stretch holds every word of another; the full stop or the bracket beyond its last word does not count. */
export function holdsWords(text: string, outer: Span, inner: Span): boolean {
  return !WORD.test(text.slice(inner.start, outer.start)) && !WORD.test(text.slice(outer.end, inner.end));
}

const WORD = /[\p{L}\p{N}]/u;
