import type { Parties } from "../model/party.ts";
import type { Span } from "../model/span.ts";
import { wordsOf } from "../text/words.ts";

/** A place as a text names it. */
export interface Place {
  /** Its words, lower case, without article and possessive. */
  readonly key: string;
  /** The same as the text has them. */
  readonly words: string;
  /** ISO 3166-1 alpha-3 where an actor's name in it tells, or null. */
  readonly country: string | null;
  /** True where it names the country as a whole. */
  readonly whole: boolean;
}

/** Reads the place a span names; the country is known where the words hold a name of an actor that has one. */
export function readPlace(text: string, span: Span, forms: ReadonlyMap<string, string>, parties: Parties): Place | null {
  const words = wordsOf(text.slice(span.start, span.end)).map((word) => word.replace(/['’]s?$/, ""));
  while (words[0] && ["the", "in", "at", "near", "of"].includes(words[0])) words.shift();
  if (words.length === 0) return null;
  const key = words.join(" ");
  const named = text
    .slice(span.start, span.end)
    .replace(/^(?:(?:the|in|at|near|of)\s+)+/i, "")
    .replace(/['’]s?$/, "");
  for (let n = Math.min(4, words.length); n >= 1; n--)
    for (let i = 0; i + n <= words.length; i++) {
      const id = forms.get(words.slice(i, i + n).join(" "));
      const country = id === undefined ? null : parties.country(id);
      if (country !== null) return { key, words: named, country, whole: parties.actor(id!)?.kind === "state" && n === words.length };
    }
  return { key, words: named, country: null, whole: false };
}

const AFTER = /\b(?:in|at|near|outside)\s+(?:the\s+)?(\p{Lu}[\p{L}'’-]*(?:\s+(?:of\s+|de\s+|al-)?\p{Lu}[\p{L}'’-]*){0,3})/gu;

/** The capitalised words after "in", "at", "near" nearest to the trigger in its sentence; months, days and years are no places. */
export function findPlace(text: string, evidence: Span, trigger: Span, stop: ReadonlySet<string>): Span | null {
  let best: Span | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const match of text.slice(evidence.start, evidence.end).matchAll(AFTER)) {
    const name = match[1]!;
    const first = name.split(/\s+/)[0]!.toLowerCase();
    if (stop.has(first) || name.length < 3) continue;
    const start = evidence.start + match.index + match[0].length - name.length;
    const far = start < trigger.start ? trigger.start - start + 20 : start - trigger.end;
    if (far < least) {
      least = far;
      best = { start, end: start + name.length };
    }
  }
  return least <= 60 ? best : null;
}

/** `same` name or one within the other, `apart` where their countries differ, else `unknown`: two cities may be one city and its suburb. */
export function comparePlaces(a: Place, b: Place): "same" | "within" | "apart" | "unknown" {
  if (a.key === b.key) return "same";
  if (a.country !== null && b.country !== null)
    return a.country !== b.country ? "apart" : a.whole || b.whole || nests(a, b) ? "within" : "unknown";
  return nests(a, b) ? "within" : "unknown";
}

function nests(a: Place, b: Place): boolean {
  const [x, y] = [new Set(a.key.split(" ")), new Set(b.key.split(" "))];
  return [...x].every((word) => y.has(word)) || [...y].every((word) => x.has(word));
}
