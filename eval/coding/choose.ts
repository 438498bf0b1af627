import type { Doc, EventType, Span } from "../../src/model/index.ts";
import type { ActReading } from "../../src/statement/act/reading.ts";
import { fillersOf } from "../../src/statement/act/slots.ts";
import type { Tree } from "../../src/statement/act/tree.ts";
import { pathBetween } from "../../src/syntax/reach.ts";
import { ancestorsOf, hasRelation, isUnder } from "../../src/syntax/tree.ts";

/** How well a reading joins two given parties: higher is better. */
export interface Chosen {
  readonly reading: ActReading;
  readonly score: number;
}

/** Tokens of the span and the one among them that heads the others. */
function headOf(doc: Doc, span: Span): { tokens: Set<number>; head: number } {
  const tokens = new Set<number>();
  for (let t = 0; t < doc.length; t++) if (doc.start[t]! < span.end && doc.end[t]! > span.start) tokens.add(t);
  let head = -1;
  for (const t of tokens) if (head < 0 || (!tokens.has(doc.head[t]!) && tokens.has(head) && tokens.has(doc.head[head]!))) head = t;
  for (const t of tokens) if (!tokens.has(doc.head[t]!)) return { tokens, head: t };
  return { tokens, head };
}

/** 1 where a slot is filled by the party, less where the party stands somewhere inside the filler. */
function fitOf(tree: Tree, reading: ActReading, slots: readonly string[], party: { tokens: Set<number>; head: number }): number {
  let best = 0;
  slots.forEach((slot, rank) => {
    const holders = slot === "subj" || slot === "obj" ? [reading.trigger] : [reading.trigger, ...reading.words];
    for (const holder of holders)
      for (const filler of fillersOf(tree, holder, slot)) {
        const value = party.tokens.has(filler) ? 1 : isUnder(tree.doc, party.head, filler) ? 0.7 : 0;
        best = Math.max(best, value - rank * 0.03);
      }
  });
  return best;
}

/** True for an act that only describes, explains or dates another: "visiting ministers", "after signing". */
function isAside(doc: Doc, token: number): boolean {
  return hasRelation(doc, token, "acl", "advcl", "amod", "nmod", "obl", "appos");
}

// Worth of a clear parse beside a filled role (2), chosen by a sweep over 0, 1, 2 and 3 (surest half .949 .956 .954 .954).
const UNCLEAR = 1;

/** How sure the parser was of the arcs between the trigger and the two parties: the mean of their probabilities. */
function clarity(doc: Doc, trigger: number, heads: readonly number[]): number {
  const arcs = heads.flatMap((head) => pathBetween(doc, trigger, head)).map((token) => doc.headProbability[token]!);
  return arcs.length === 0 ? 0.5 : arcs.reduce((sum, one) => sum + one, 0) / arcs.length;
}

/** The reading that best joins source and target, and how well. */
export function chooseReading(tree: Tree, readings: readonly ActReading[], source: Span, target: Span): Chosen | null {
  const { doc } = tree;
  const from = headOf(doc, source);
  const to = headOf(doc, target);
  let best: Chosen | null = null;
  for (const reading of readings) {
    const actor = fitOf(tree, reading, reading.frame.actor, from);
    const recipient = fitOf(tree, reading, reading.frame.recipient, to);
    const depth = ancestorsOf(doc, reading.trigger).length;
    const between =
      doc.start[reading.trigger]! > Math.min(source.start, target.start) && doc.start[reading.trigger]! < Math.max(source.end, target.end)
        ? 1
        : 0;
    const under = isUnder(doc, to.head, reading.trigger) ? 0.5 : 0;
    const above = isUnder(doc, from.head, reading.trigger) ? 0.3 : 0;
    const score =
      actor * 2 +
      recipient * 2 +
      between * 0.6 +
      under +
      above +
      reading.confidence -
      (reading.nominal ? 0.4 : 0) -
      depth * 0.08 -
      (reading.eventType === "SAY" ? 1 : 0) -
      (isAside(doc, reading.trigger) ? 0.6 : 0);
    if (!best || score > best.score) best = { reading, score };
  }
  return best && { ...best, score: best.score - UNCLEAR * (1 - clarity(doc, best.reading.trigger, [from.head, to.head])) };
}

/** A type as the benchmark has it: concessions and retreats are one. */
export function rootOf(type: EventType): string {
  return type === "CONCEDE" || type === "RETREAT" ? "YIELD" : type;
}
