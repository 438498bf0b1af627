import type { ActLexicon } from "../lexicon/acts.ts";
import type { Doc, Leader, Participant } from "../model/index.ts";
import { activeSubjectOf, agentOf, isPassive, objectOf } from "../syntax/roles.ts";
import { childrenOf, hasRelation, lowerAt } from "../syntax/tree.ts";
import type { ActReading } from "./act/reading.ts";
import { isNegated } from "./modality/own.ts";
import { type MentionIndex, participantsAt } from "./participant.ts";

/** The word sets of data/acts-sets.tsv. */
type WordSets = ActLexicon["sets"];

function isIn(sets: WordSets, set: string, lemma: string | undefined): boolean {
  return lemma !== undefined && (sets.get(set)?.has(lemma) ?? false);
}

/** Who led what, by one word that says so. */
export interface LeadReading {
  readonly trigger: number;
  /** Token of what was led: a delegation, a side, talks. */
  readonly led: number;
  /** Whose side was led, where said. */
  readonly side: Participant | null;
  readonly leaders: readonly Leader[];
}

/** "a delegation led by X", "the meeting was led on the A side by X", "X led the talks". */
export function readLeaders(doc: Doc, index: MentionIndex, sets: WordSets): readonly LeadReading[] {
  const found: LeadReading[] = [];
  for (let t = 0; t < doc.length; t++) {
    if (doc.upos[t] !== "VERB" || !isIn(sets, "lead", doc.lemma[t])) continue;
    const led = objectOf(doc, t);
    if (led < 0 || !(isIn(sets, "led-side", doc.lemma[led]) || isIn(sets, "led-meeting", doc.lemma[led]))) continue;
    const leader = isPassive(doc, t) ? agentOf(doc, t) : activeSubjectOf(doc, t);
    const named = participantsAt(doc, leader, index);
    const side = sideOf(doc, t, led, index, sets);
    const denied = isNegated(doc, t);
    if (named.length > 0) found.push({ trigger: t, led, side, leaders: named.map((p) => ({ ...p, side: side?.actor ?? null, denied })) });
  }
  return found;
}

/** Whose side was led: "on the A side", or the owner of what was led. */
function sideOf(doc: Doc, verb: number, led: number, index: MentionIndex, sets: WordSets): Participant | null {
  const phrase = childrenOf(doc, verb, "obl").find((c) => ["side", "part"].includes(lowerAt(doc, c)));
  const from = phrase ?? (isIn(sets, "led-side", doc.lemma[led]) ? led : -1);
  return participantsAt(doc, from, index)[0] ?? null;
}

/** A meeting told by who led it, or who led a side of it ("the talks were led by X", "X led the A delegation"), is an act of its own: X's side met. */
export function leadAsAct(doc: Doc, lead: LeadReading, sets: WordSets): ActReading | null {
  // "a delegation led by X arrived" is told by the arriving, "the delegation was led by X" by itself.
  const aside = hasRelation(doc, lead.trigger, "acl", "amod");
  if (!isIn(sets, "led-meeting", doc.lemma[lead.led]) && (aside || lead.side === null)) return null;
  return {
    trigger: lead.trigger,
    words: [lead.led, lead.trigger].sort((a, b) => a - b),
    eventType: "CONSULT",
    mode: null,
    contexts: [],
    frame: { actor: ["subj"], recipient: ["with"], object: [] },
    nominal: false,
    reversed: false,
    control: false,
    givesWayTo: [],
    governor: null,
    confidence: 0.7,
    rules: ["act.lead=CONSULT"],
  };
}
