import type { ActLexicon, ActSense } from "../../src/lexicon/acts.ts";
import type { Doc, EventType, Span } from "../../src/model/index.ts";
import type { Tree } from "../../src/statement/act/tree.ts";

/**
 * The act that the words of a sentence suggest where no construction tells one: each known word votes for the types of its senses,
 * more loudly between the two parties; `leaning` is a type that a weak reading speaks for. The benchmark wants an answer for every sentence; the product stays silent here.
 */
export function guessType(tree: Tree, lexicon: ActLexicon, source: Span, target: Span, leaning: EventType | null): EventType | null {
  const { doc } = tree;
  const votes = new Map<EventType, number>(leaning ? [[leaning, 1]] : []);
  const from = Math.min(source.start, target.start);
  const to = Math.max(source.end, target.end);
  for (let t = 0; t < doc.length; t++) {
    if (within(doc, t, source) || within(doc, t, target)) continue;
    const weight = (doc.upos[t] === "VERB" ? 1 : 0.7) * (doc.start[t]! >= from && doc.end[t]! <= to ? 2 : 1);
    for (const [type, share] of sharesOf(sensesAt(tree, t, lexicon))) votes.set(type, (votes.get(type) ?? 0) + weight * share);
  }
  const [best] = [...votes].sort((a, b) => b[1] - a[1]);
  return best?.[0] ?? null;
}

function within(doc: Doc, token: number, span: Span): boolean {
  return doc.start[token]! < span.end && doc.end[token]! > span.start;
}

function sensesAt(tree: Tree, token: number, lexicon: ActLexicon): readonly ActSense[] {
  const lemma = tree.lemma[token]!;
  const upos = tree.doc.upos[token];
  const senses =
    (upos === "VERB" ? lexicon.verbs : upos === "ADJ" ? lexicon.adjectives : upos === "NOUN" ? lexicon.nouns : null)?.get(lemma) ?? [];
  return senses.filter((sense) => sense.eventType !== null && sense.eventType !== "SAY" && sense.words.length === 1);
}

/** How a word's senses divide over the types; the looser a sense, the more it says of the bare word. */
function sharesOf(senses: readonly ActSense[]): Map<EventType, number> {
  const shares = new Map<EventType, number>();
  const total = senses.reduce((sum, sense) => sum + sense.confidence / (1 + sense.constraints.length), 0);
  for (const sense of senses)
    shares.set(sense.eventType!, (shares.get(sense.eventType!) ?? 0) + sense.confidence / (1 + sense.constraints.length) / total);
  return shares;
}
