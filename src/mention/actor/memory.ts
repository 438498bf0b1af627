import type { Party } from "./cast.ts";

interface Trace {
  readonly party: Party;
  /** Sentence in which it was last told of as an actor. */
  sentence: number;
  /** Sentence in which it was last told of as an actor or as a place. */
  seen: number;
  /** 2 for the subject of the main clause, 1 for another subject, 0. */
  subject: number;
  count: number;
}

/** Who was spoken of, how lately and how often: what "the group" and "they" are resolved against. */
export interface Memory {
  readonly traces: Map<string, Trace>;
  /** The key of what a party belongs to at the top: parties of one root do not compete. */
  readonly root: (party: Party) => string;
}

/** Keeps in mind that a party was named. `weight`: 1 as an actor, 0.75 as a place, 0.5 by an adjective only. */
export function recall(memory: Memory, party: Party, sentence: number, subject: number, weight = 1): void {
  const old = memory.traces.get(party.key);
  if (old === undefined) {
    // A party told of by an adjective only ("US officials") is no candidate for "it" in the next words.
    memory.traces.set(party.key, {
      party,
      sentence: weight < 1 ? sentence - 2 : sentence,
      seen: sentence,
      subject: weight < 1 ? 0 : subject,
      count: weight,
    });
    return;
  }
  if (weight > 0.5) old.seen = sentence;
  if (weight < 1) {
    old.count += weight;
    return;
  }
  old.subject = old.sentence === sentence ? Math.max(old.subject, subject) : subject;
  old.sentence = sentence;
  old.count += weight;
}

/** How salient a party is at a sentence: lately named, as a subject (of this sentence most of all), often. */
function salience(trace: Trace, search: Search): number {
  const { sentence, often = 0.3 } = search;
  const distance = sentence - (search.anyForm === true ? trace.seen : trace.sentence);
  // A person told of without a name is seldom who "he" is while one with a name is near.
  const named = trace.party.key.startsWith("unnamed:") ? 0.3 : 0;
  return -named - distance + 0.6 * trace.subject + (trace.subject > 0 && distance === 0 ? 0.4 : 0) + often * Math.log2(trace.count + 1);
}

/** How far back to look and how clear the best must be. */
export interface Search {
  readonly sentence: number;
  /** Sentences looked back over. */
  readonly window: number;
  /** Least lead of the best over the next. */
  readonly lead: number;
  /** Least salience of the best: below it nobody is meant. */
  readonly least?: number;
  /** Count what a text is about, places too, not only who acts. */
  readonly anyForm?: boolean;
  /** Weight of how often a party was told of. */
  readonly often?: number;
}

/** The one state that a sentence names as a place ("in Brazil") and not as an actor, or null. */
export function placeOf(memory: Memory, sentence: number): Party | null {
  const places = [...memory.traces.values()].filter(
    (trace) => trace.party.kind === "state" && trace.seen === sentence && trace.sentence < sentence,
  );
  return places.length === 1 ? places[0]!.party : null;
}

/** The party that fits whose root is told of most of all, by half as often again as the next; null where none is. */
export function mostTold(memory: Memory, fits: (party: Party) => boolean): Party | null {
  const counts = new Map<string, { count: number; party: Party }>();
  for (const { party, count } of memory.traces.values()) {
    if (!fits(party)) continue;
    const root = memory.root(party);
    const old = counts.get(root);
    counts.set(root, { count: (old?.count ?? 0) + count, party: old?.party ?? party });
  }
  const [first, second] = [...counts.values()].sort((a, b) => b.count - a.count);
  return first !== undefined && first.count >= 1.5 * (second?.count ?? 0) ? first.party : null;
}

/**
 * The most salient party that fits: lately named, as a subject, often. Null where none fits or two are as likely:
 * a wrong name is worse than none.
 */
export function mostSalient(memory: Memory, fits: (party: Party) => boolean, search: Search): Party | null {
  const scored: { trace: Trace; score: number }[] = [];
  for (const trace of memory.traces.values()) {
    const distance = search.sentence - (search.anyForm === true ? trace.seen : trace.sentence);
    if (distance > search.window || !fits(trace.party)) continue;
    scored.push({ trace, score: salience(trace, search) });
  }
  const best = scored.reduce<(typeof scored)[number] | null>((a, b) => (a === null || b.score > a.score ? b : a), null);
  if (best === null || best.score < (search.least ?? Number.NEGATIVE_INFINITY)) return null;
  const root = memory.root(best.trace.party);
  const rival = scored.some((other) => best.score - other.score < search.lead && memory.root(other.trace.party) !== root);
  return rival ? null : best.trace.party;
}
