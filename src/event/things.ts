import type { EventTables } from "../lexicon/events.ts";
import type { Span } from "../model/span.ts";
import { stem, wordsOf } from "../text/words.ts";

/** A thing named in a statement: its class in the table, or its own word. */
export interface Thing {
  readonly name: string;
  /** True where two tellings may share it and still be of two happenings. */
  readonly common: boolean;
}

/**
 * The things named in the given pieces of text, by the name of their class or, unknown to the table, by their own word;
 * of the texts `around` (what an agreement is about stands in its sentence) only those the table knows.
 */
export function readThings(texts: readonly string[], around: readonly string[], tables: EventTables): Map<string, Thing> {
  const found = new Map<string, Thing>();
  for (const [n, text] of [...texts, ...around].entries()) {
    const words = wordsOf(text).map(stem);
    for (let i = 0; i < words.length; i++) {
      const word = words[i]!;
      const long = [words.slice(i, i + 3).join(" "), words.slice(i, i + 2).join(" ")].find((phrase) => tables.things.has(phrase));
      const known = tables.things.get(long ?? word);
      if (known) found.set(known.name, known);
      else if (n < texts.length && word.length >= 4 && !tables.stop.has(word) && !/^\d/.test(word))
        found.set(`~${root(word)}`, { name: `~${root(word)}`, common: true });
    }
  }
  return found;
}

/** A word without the ending of its form: "suspending", "suspended" and "suspend" are one. */
function root(word: string): string {
  if (word.length < 5) return word;
  const bare = word.replace(/(?:ing|ed|e)$/, "");
  return bare.length < 3 ? word : bare.replace(/([bdfgmnprt])\1$/, "$1");
}

/** Words of content in a stretch of text, without those that stand in the given spans (the parties would make all their statements alike). */
export function contentWords(text: string, evidence: Span, without: readonly Span[], stop: ReadonlySet<string>): Set<string> {
  const found = new Set<string>();
  const pattern = /[\p{L}\p{N}]+(?:[-'’][\p{L}\p{N}]+)*/gu;
  const stretch = text.slice(evidence.start, evidence.end);
  for (const match of stretch.matchAll(pattern)) {
    const at = evidence.start + match.index;
    if (without.some((span) => at >= span.start && at < span.end)) continue;
    const word = stem(match[0].toLowerCase());
    if (word.length >= 4 && !stop.has(word) && !stop.has(match[0].toLowerCase())) found.add(root(word));
  }
  return found;
}
