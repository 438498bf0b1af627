import type { Doc, Leader, Participant } from "../model/index.ts";
import { activeSubjectOf, agentOf, isPassive, objectOf } from "../syntax/roles.ts";
import { childrenOf, hasRelation, lowerAt, sentenceAt } from "../syntax/tree.ts";
import type { ActReading } from "./act/reading.ts";
import { isNegated } from "./modality/own.ts";
import { type MentionIndex, participantsAt } from "./participant.ts";

/** Who led what, by one word that says so. */
export interface LeadReading {
  readonly trigger: number;
  /** Token of what was led: a delegation, a side, talks. */
  readonly led: number;
  /** Whose side was led, where said. */
  readonly side: Participant | null;
  readonly leaders: readonly Leader[];
}

const LEAD = new Set(["lead", "head", "chair", "spearhead"]);
/** "were represented by X": only in the passive, where the side stands first. */
const REPRESENT = "represent";
const SIDES = new Set(["delegation", "team", "side", "mission", "group", "party", "negotiator", "representative"]);
const MEETINGS = new Set(["meeting", "talk", "negotiation", "visit", "discussion", "round", "dialogue", "trip", "consultation"]);

/** "a delegation led by X", "the meeting was led on the A side by X", "X led the talks". `owners` are mentions that only say whose something is. */
export function readLeaders(doc: Doc, index: MentionIndex, owners: MentionIndex): readonly LeadReading[] {
  const found: LeadReading[] = [];
  for (let t = 0; t < doc.length; t++) {
    const represented = doc.lemma[t] === REPRESENT && isPassive(doc, t);
    if (doc.upos[t] !== "VERB" || !(LEAD.has(doc.lemma[t] ?? "") || represented)) continue;
    const led = objectOf(doc, t);
    const kind = doc.lemma[led] ?? "";
    if (led < 0 || !(represented || SIDES.has(kind) || MEETINGS.has(kind))) continue;
    const leader = isPassive(doc, t) ? agentOf(doc, t) : activeSubjectOf(doc, t);
    const named = participantsAt(doc, leader, index);
    const side = represented ? (participantsAt(doc, led, index)[0] ?? null) : sideOf(doc, t, led, index);
    const denied = isNegated(doc, t);
    if (named.length > 0) {
      const leaders = named.map((p) => ({ ...p, side: side?.actor ?? null, denied }));
      found.push({ trigger: t, led, side, leaders: [...leaders, ...gapped(doc, led, { index, owners })] });
    }
  }
  return found;
}

/** "X led the A delegation and Y the B one": behind the first side, the second leader and the owner of the second side, the verb left out. */
function gapped(doc: Doc, led: number, { index, owners }: { readonly index: MentionIndex; readonly owners: MentionIndex }): Leader[] {
  const { end } = sentenceAt(doc, led);
  if (led + 3 >= end || lowerAt(doc, led + 1) !== "and") return [];
  const [who] = participantsAt(doc, led + 2, index);
  if (who === undefined || doc.upos[led + 2] !== "PROPN") return [];
  for (let t = led + 3; t < end && t < led + 9; t++) {
    const noun = doc.lemma[t] ?? "";
    if (doc.upos[t] === "PUNCT") return [];
    if (noun !== "one" && !SIDES.has(noun)) continue;
    const [side] = [...participantsAt(doc, t, owners), ...participantsAt(doc, t, index)];
    return side ? [{ ...who, side: side.actor, denied: false }] : [];
  }
  return [];
}

/** Whose side was led: "on the A side", or the owner of what was led. */
function sideOf(doc: Doc, verb: number, led: number, index: MentionIndex): Participant | null {
  const phrase = childrenOf(doc, verb, "obl").find((c) => ["side", "part"].includes(lowerAt(doc, c)));
  const from = phrase ?? (SIDES.has(doc.lemma[led] ?? "") ? led : -1);
  return participantsAt(doc, from, index)[0] ?? null;
}

/** A meeting told by who led it, or who led a side of it ("the talks were led by X", "X led the A delegation"), is an act of its own: X's side met. */
export function leadAsAct(doc: Doc, lead: LeadReading): ActReading | null {
  // "a delegation led by X arrived" is told by the arriving, "the delegation was led by X" by itself.
  const aside = hasRelation(doc, lead.trigger, "acl", "amod");
  if (!MEETINGS.has(doc.lemma[lead.led] ?? "") && (aside || lead.side === null)) return null;
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
    rules: [MEETINGS.has(doc.lemma[lead.led] ?? "") ? "act.lead=CONSULT" : "act.lead.side=CONSULT"],
  };
}
