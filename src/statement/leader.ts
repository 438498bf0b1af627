import type { ActLexicon } from "../lexicon/acts.ts";
import type { Doc, Leader, Participant } from "../model/index.ts";
import { agentOf } from "../syntax/agent.ts";
import { objectOf } from "../syntax/object.ts";
import { isPassive } from "../syntax/passive.ts";
import { activeSubjectOf } from "../syntax/subject.ts";
import { childrenOf, hasRelation, lowerAt, sentenceAt } from "../syntax/tree.ts";
import type { ActReading } from "./act/reading.ts";
import { isNegated } from "./modality/negation.ts";
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

/** "were represented by X": only in the passive, where the side stands first. */
const REPRESENT = "represent";

/** "a delegation led by X", "the meeting was led on the A side by X", "X led the talks". `owners` are mentions that only say whose something is. */
export function readLeaders(doc: Doc, index: MentionIndex, owners: MentionIndex, sets: WordSets): readonly LeadReading[] {
  const found: LeadReading[] = [];
  for (let t = 0; t < doc.length; t++) {
    const represented = doc.lemma[t] === REPRESENT && isPassive(doc, t);
    if (doc.upos[t] !== "VERB" || !(isIn(sets, "lead", doc.lemma[t]) || represented)) continue;
    const led = objectOf(doc, t);
    if (led < 0 || !(represented || isIn(sets, "led-side", doc.lemma[led]) || isIn(sets, "led-meeting", doc.lemma[led]))) continue;
    const leader = isPassive(doc, t) ? agentOf(doc, t) : activeSubjectOf(doc, t);
    const other = isPassive(doc, t) ? gappedBy(doc, t, { index, owners, sets }) : null;
    // A parser may hang the second leader on the first.
    const named = participantsAt(doc, leader, index).filter((p) => other === null || p.start < other.from);
    const side = represented ? (participantsAt(doc, led, index)[0] ?? null) : sideOf(doc, t, led, index, sets);
    const denied = isNegated(doc, t);
    if (named.length > 0) {
      const leaders = named.map((p) => ({ ...p, side: side?.actor ?? null, denied }));
      found.push({ trigger: t, led, side, leaders: [...leaders, ...(other?.leaders ?? gapped(doc, led, { index, owners, sets }))] });
    }
  }
  return found;
}

interface Gap {
  readonly index: MentionIndex;
  readonly owners: MentionIndex;
  readonly sets: WordSets;
}

/** "X led the A delegation and Y the B one": behind the first side, the second leader and the owner of the second side, the verb left out. */
function gapped(doc: Doc, led: number, { index, owners, sets }: Gap): Leader[] {
  const { end } = sentenceAt(doc, led);
  if (led + 3 >= end || lowerAt(doc, led + 1) !== "and") return [];
  const [who] = participantsAt(doc, led + 2, index);
  if (who === undefined || doc.upos[led + 2] !== "PROPN") return [];
  for (let t = led + 3; t < end && t < led + 9; t++) {
    const noun = doc.lemma[t] ?? "";
    if (doc.upos[t] === "PUNCT") return [];
    if (noun !== "one" && !isIn(sets, "led-side", noun)) continue;
    const [side] = [...participantsAt(doc, t, owners), ...participantsAt(doc, t, index)];
    return side ? [{ ...who, side: side.actor, denied: false }] : [];
  }
  return [];
}

/** "The A delegation was led by X, B's by Y": the owner of the second side, the noun and the verb left out, and its leader. `from` is where the second half begins. */
function gappedBy(
  doc: Doc,
  verb: number,
  { index, owners, sets }: Gap,
): { readonly from: number; readonly leaders: readonly Leader[] } | null {
  const { end } = sentenceAt(doc, verb);
  let joined = false;
  for (let by = verb + 1; by + 1 < end; by++) {
    joined ||= doc.upos[by] === "PUNCT" || lowerAt(doc, by) === "and";
    if (!joined || lowerAt(doc, by) !== "by") continue;
    const noun = doc.lemma[by - 1] ?? "";
    const owner = doc.xpos[by - 1] === "POS" ? by - 2 : noun === "one" || isIn(sets, "led-side", noun) ? by - 1 : -1;
    const [side] = owner < 0 ? [] : [...participantsAt(doc, owner, owners), ...participantsAt(doc, owner, index)];
    if (side === undefined) continue;
    for (let t = by + 1; t < end && t < by + 8 && doc.upos[t] !== "PUNCT"; t++) {
      const [who] = participantsAt(doc, t, index);
      if (who !== undefined) return { from: side.start, leaders: [{ ...who, side: side.actor, denied: false }] };
    }
  }
  return null;
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
    rules: [isIn(sets, "led-meeting", doc.lemma[lead.led]) ? "act.lead=CONSULT" : "act.lead.side=CONSULT"],
  };
}
