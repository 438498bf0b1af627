import type { Party } from "./cast.ts";

export interface Trace {
  readonly party: Party;
  sentence: number;
  at: number;
  subject: boolean;
  count: number;
}

/** Who was spoken of, how lately and how often: what "the group" and "they" are resolved against. */
export interface Memory {
  readonly traces: Map<string, Trace>;
  /** The key of what a party belongs to at the top: parties of one root do not compete. */
  readonly root: (party: Party) => string;
}

/** Keeps in mind that a party was named at a word. */
export function recall(memory: Memory, party: Party, sentence: number, at: number, subject: boolean, weight = 1): void {
  const old = memory.traces.get(party.key);
  if (old === undefined) {
    memory.traces.set(party.key, { party, sentence, at, subject, count: weight });
    return;
  }
  old.subject = old.sentence === sentence ? old.subject || subject : subject;
  old.sentence = sentence;
  old.at = at;
  old.count += weight;
}

/** How salient a party is at a sentence: lately named, as a subject (of this sentence most of all), often. */
export function salience(trace: Trace, sentence: number): number {
  const distance = sentence - trace.sentence;
  return -distance + (trace.subject ? (distance === 0 ? 1.5 : 1) : 0) + 0.3 * Math.log2(trace.count + 1);
}

/** How far back to look and how clear the best must be. */
export interface Search {
  readonly sentence: number;
  /** Sentences looked back over. */
  readonly window: number;
  /** Least lead of the best over the next. */
  readonly lead: number;
}

/**
 * The most salient party that fits: lately named, as a subject, often. Null where none fits or two are as likely:
 * a wrong name is worse than none.
 */
export function mostSalient(memory: Memory, fits: (party: Party) => boolean, search: Search): Party | null {
  const scored: { trace: Trace; score: number }[] = [];
  for (const trace of memory.traces.values()) {
    const distance = search.sentence - trace.sentence;
    if (distance > search.window || !fits(trace.party)) continue;
    scored.push({ trace, score: salience(trace, search.sentence) });
  }
  const best = scored.reduce<(typeof scored)[number] | null>((a, b) => (a === null || b.score > a.score ? b : a), null);
  if (best === null) return null;
  const root = memory.root(best.trace.party);
  const rival = scored.some((other) => best.score - other.score < search.lead && memory.root(other.trace.party) !== root);
  return rival ? null : best.trace.party;
}
