import type { TrustWeights } from "../lexicon/trust.ts";
import type { Doc, Participant } from "../model/index.ts";
import type { Draft } from "./draft.ts";
import type { Scene } from "./read.ts";

/** Tokens between an act and a party from which on they stand far apart. */
const FAR = 12;
/** A sentence of this many tokens counts as neither long nor short. */
const USUAL = 27;
/** Bounds of what an act alone is trusted, and of what a parser's doubt can do. */
const SURE = 0.98;
const DOUBT = 0.05;

/** Says of each reading how likely it is that nothing in it is false. */
export function weighTrust(scene: Scene, drafts: readonly Draft[]): readonly Draft[] {
  return drafts.map((draft) => {
    const confidence = trustOf(scene.lexicons.trust, signsOf(scene, draft));
    return { ...draft, statement: { ...draft.statement, confidence } };
  });
}

/** The probability that a reading with these signs is right, 0–1: a logistic model (weights: training/trust.ts). */
export function trustOf(weights: TrustWeights, signs: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const [sign, strength] of signs) sum += (weights.get(sign) ?? 0) * strength;
  return Math.round(1000 / (1 + Math.exp(-sum))) / 1000;
}

/** What of a reading tells how far it can be trusted: sign → strength, 1 where it is either there or not. */
function signsOf(scene: Scene, { act, statement }: Draft): ReadonlyMap<string, number> {
  const { doc } = scene;
  const { trigger } = act;
  const { first, end } = doc.sentences[doc.sentenceOf[trigger] ?? 0]!;
  const voices = statement.attribution.slice(0, -1);
  const above = doc.head[trigger] ?? -1;
  const known = Math.min(SURE, Math.max(1 - SURE, statement.confidence));
  const parties = [
    ...partySigns(scene, trigger, "doer", statement.actors),
    ...partySigns(scene, trigger, "recipient", statement.recipients),
  ];
  const heads = [trigger, ...parties.map(({ head }) => head)];
  const doubt = Math.max(DOUBT, Math.min(...heads.map((t) => doc.headProbability[t] ?? 1)));
  const there = [
    `act ${statement.eventType}`,
    `modality ${statement.modality}`,
    `${statement.eventType} ${statement.modality}`,
    `act is ${relationAt(doc, trigger)}`,
    `act tagged ${doc.xpos[trigger]}`,
    `factuality ${statement.factuality.value}`,
    `time ${statement.time?.basis ?? "none"}`,
    ...(statement.mode ? [`mode ${statement.mode}`] : []),
    ...(above < 0 ? [] : [`act under ${doc.upos[above]}`, `act under ${relationAt(doc, above)}`]),
    ...(doc.upos[trigger] === "NOUN" || doc.upos[trigger] === "PROPN" ? ["act as noun"] : []),
    ...(statement.polarity === "negative" ? ["negative"] : []),
    ...(statement.condition ? ["condition"] : []),
    ...(voices.length > 0 ? ["voice"] : []),
    ...(voices.length > 1 ? ["voice in a voice"] : []),
    ...(voices.some((v) => v.actor === null) ? ["voice of nobody known"] : []),
    ...(/["“”]/.test(doc.text.slice(doc.start[first], doc.end[end - 1])) ? ["quotation"] : []),
    ...statement.rules.filter((rule) => !rule.startsWith("act.")),
    ...parties.flatMap(({ signs }) => signs),
    ...(statement.actors.length === 0 ? ["no doer"] : []),
    ...(statement.recipients.length === 0 ? ["no recipient"] : []),
    ...(statement.actors.length > 1 ? ["several doers"] : []),
    ...(statement.recipients.length > 1 ? ["several recipients"] : []),
  ];
  return new Map([
    ...there.map((sign) => [sign, 1] as const),
    ["reading", 1],
    ["act alone", Math.log(known / (1 - known))],
    ["length", Math.log((end - first) / USUAL)],
    ["doubtful tree", -Math.log(doubt)],
  ]);
}

interface PartySigns {
  /** Token that heads the mention. */
  readonly head: number;
  readonly signs: readonly string[];
}

/** Signs of those who stand in one role: what they are, how they are named, and how they hang on the act. */
function partySigns({ doc, mentions, actors }: Scene, act: number, slot: string, parties: readonly Participant[]): readonly PartySigns[] {
  return parties.flatMap((party) => {
    const mention = mentions.find((m) => m.start === party.start && m.end === party.end);
    if (!mention) return [];
    const { head } = mention;
    const signs = [
      `${actors.get(party.actor)?.kind ?? "group"}`,
      ...(mention.form === "pronoun" || mention.form === "description" ? [mention.form] : []),
      `by ${mention.rule}`,
      tieOf(doc, head, act),
      ...(Math.abs(head - act) > FAR ? ["far"] : []),
      ...(head > act ? ["behind"] : []),
      ...(doc.sentenceOf[head] !== doc.sentenceOf[act] ? ["elsewhere"] : []),
    ];
    return [{ head, signs: signs.map((sign) => `${slot} ${sign}`) }];
  });
}

/** How a party hangs on an act: straight, over one word between, or otherwise. */
function tieOf(doc: Doc, head: number, act: number): string {
  const above = doc.head[head] ?? -1;
  if (above === act) return `is ${relationAt(doc, head)}`;
  return above >= 0 && doc.head[above] === act ? `over ${relationAt(doc, head)}` : "not near";
}

/** A token's relation without its subtype. */
function relationAt(doc: Doc, token: number): string {
  return (doc.relation[token] ?? "").split(":")[0]!;
}
