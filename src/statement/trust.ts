import type { TrustWeights } from "../lexicon/trust.ts";
import type { Actor, Doc, Mention, Span, Statement } from "../model/index.ts";

/** What of a reading tells how far it can be trusted, besides the actors of the analysis. */
export interface Rated {
  readonly doc: Doc;
  readonly mentions: readonly Mention[];
  readonly actors: ReadonlyMap<string, Actor>;
}

/** Tokens from which on a sentence counts as long. */
const LONG = 40;
const SURE = 0.98;

/** Signs of a reading, with their strength (1 where it is either there or not). `sense` is the log-odds of its act alone. */
export function signsOf({ doc, mentions, actors }: Rated, statement: Omit<Statement, "id">): ReadonlyMap<string, number> {
  const trigger = tokenAt(doc, statement.trigger.start);
  const sentence = doc.sentences[doc.sentenceOf[trigger] ?? 0]!;
  const signs = new Map<string, number>([["start", 1]]);
  const add = (sign: string, strength = 1) => signs.set(sign, strength);
  add("sense", logit(Math.min(SURE, Math.max(1 - SURE, statement.confidence))));
  add(`act ${statement.eventType}`);
  add(`modality ${statement.modality}`);
  if (doc.upos[trigger] === "NOUN" || doc.upos[trigger] === "PROPN") add("noun");
  if (statement.polarity === "negative") add("negative");
  if (statement.condition) add("condition");
  if (sentence.end - sentence.first > LONG) add("long sentence");
  const voices = statement.attribution.slice(0, -1);
  if (voices.length > 0) add("voice");
  if (voices.length > 1) add("voice in a voice");
  if (voices.some((v) => v.actor === null)) add("voice unknown");
  if (statement.rules.includes("roles:counterpart")) add("counterpart");
  for (const [slot, parties] of [
    ["doer", statement.actors],
    ["recipient", statement.recipients],
  ] as const) {
    if (parties.length === 0) add(`no ${slot}`);
    if (parties.length > 1) add(`several ${slot}s`);
    for (const party of parties) {
      add(`${slot} ${actors.get(party.actor)?.kind ?? "group"}`);
      const form = mentions.find((m) => m.start === party.start && m.end === party.end)?.form;
      if (form === "pronoun" || form === "description") add(`${slot} ${form}`);
      if (doc.sentenceOf[tokenAt(doc, party.start)] !== doc.sentenceOf[trigger]) add(`${slot} elsewhere`);
    }
  }
  const heads = [trigger, ...[...statement.actors, ...statement.recipients].map((p) => headOf(mentions, doc, p))];
  add("unsure tree", -Math.log(Math.max(0.05, Math.min(...heads.map((t) => doc.headProbability[t] ?? 1)))));
  return signs;
}

/** The probability that a reading is right: a logistic model over its signs. */
export function trustOf(weights: TrustWeights, signs: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const [sign, strength] of signs) sum += (weights.get(sign) ?? 0) * strength;
  return 1 / (1 + Math.exp(-sum));
}

function logit(p: number): number {
  return Math.log(p / (1 - p));
}

function headOf(mentions: readonly Mention[], doc: Doc, span: Span): number {
  return mentions.find((m) => m.start === span.start && m.end === span.end)?.head ?? tokenAt(doc, span.start);
}

/** The token at or after an offset; the tokens are in order. */
function tokenAt(doc: Doc, offset: number): number {
  let [low, high] = [0, doc.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (doc.end[middle]! > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
