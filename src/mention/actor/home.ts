import { type Cast, meetKnown } from "./cast.ts";
import { leadsAt } from "./leaders.ts";
import type { Item } from "./phrases.ts";
import { wordBefore } from "./scene.ts";
import type { Words } from "./words.ts";

/** How much a state must be told of to be an article's home, and how many times as much as any other. */
const LEAST = 4;
const AHEAD = 1.5;
/** What a name counts in the first sentences, which say what an article is about. */
const LEAD = 3;
const LEAD_SENTENCES = 2;
/** Words before a name that say where something happens. */
const LOCATING = /^(?:in|at|near|from|to|for)$/;
/** What a movement of a state, or a leader of it, counts beside the state's own name; one movement's names count no more than `MOST` in all. */
const OTHERWISE = 0.5;
const MOST = 4;

/**
 * The state an article deals with above all, whose "the government" and "the president" are where nothing nearer says so: told of at least
 * 1.5 times as much as any other, by its names, its people's, and those of its leaders and of the movements in it. Null where two states share the article.
 */
export function homeOf(items: readonly Item[], words: Words, cast: Cast): string | null {
  const told = new Map<string, number>();
  const movements = new Map<string, number>();
  const add = (state: string, count: number) => told.set(state, (told.get(state) ?? 0) + count);
  for (const item of items) {
    const word = words.list[item.first]!;
    // "The talks in Oslo", "a town waits for Oslo": where something happens is not yet whom an article is about.
    const where = LOCATING.test(wordBefore(words.list, item.first)?.fold ?? "");
    const weight = word.sentence < LEAD_SENTENCES && !where ? LEAD : 1;
    if (item.type === "run") {
      const text = words.doc.text.slice(words.list[item.first]!.start, words.list[item.end - 1]!.end);
      const state = leadsAt(cast, text);
      if (state !== null) add(state, OTHERWISE * weight);
    }
    if (item.type !== "name" || new Set(item.entries.map((entry) => entry.key)).size !== 1) continue;
    const { key, use } = item.entries[0]!;
    // "South" in a province's name is no state.
    if (use === "short" || use === "belonging" || use === "land" || use === "place") continue;
    const known = cast.lexicon.known.get(key);
    if (known === undefined) continue;
    if (known.kind === "movement") movements.set(key, (movements.get(key) ?? 0) + weight);
    else {
      const state = stateBehind(cast, key);
      if (state !== null) add(state, weight);
    }
  }
  for (const [key, count] of movements) {
    const country = cast.lexicon.known.get(key)?.country ?? null;
    if (country !== null) add(`state:${country}`, Math.min(MOST, count * OTHERWISE));
  }
  const [first, second] = [...told].sort(([, a], [, b]) => b - a);
  if (first === undefined || first[1] < LEAST || first[1] < AHEAD * (second?.[1] ?? 0)) return null;
  return cast.lexicon.known.has(first[0]) ? meetKnown(cast, first[0]).key : null;
}

/** The state of the lexicon that a known actor is or belongs to, or null. */
function stateBehind(cast: Cast, key: string): string | null {
  for (let at: string | null = key, steps = 0; at !== null && steps < 8; steps++) {
    if (at.startsWith("state:")) return at;
    at = cast.lexicon.known.get(at)?.partyOf ?? null;
  }
  return null;
}
