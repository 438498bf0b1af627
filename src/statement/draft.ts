import type { Attribution, Participant, Statement } from "../model/index.ts";
import { contains } from "../model/index.ts";
import { spanOf } from "../syntax/tree.ts";
import { issuesOf, leadersOf, matterOf, placeOf } from "./about.ts";
import type { ActReading } from "./act/reading.ts";
import { readFactuality } from "./certainty/read.ts";
import { evidenceOf } from "./evidence.ts";
import { readMove } from "./move/read.ts";
import { isRefusal } from "./move/refusal.ts";
import { inWhoseMouth } from "./own-word.ts";
import { readParties } from "./parties.ts";
import { deriveViews } from "./plover.ts";
import type { Scene } from "./read.ts";
import type { Sides } from "./role/sides.ts";
import { isSilent } from "./silent/read.ts";
import { isAsideIn, readChain } from "./speaker.ts";
import { isTooThin } from "./thin.ts";
import { readWhen } from "./when.ts";

/** A statement before its id, with the tokens that later rules look at. */
export interface Draft {
  readonly act: ActReading;
  /** Tokens of the words that govern the act and are told by it. */
  readonly governors: readonly number[];
  readonly statement: Omit<Statement, "id">;
}

/** Reads one act into a statement; null where the words make no claim, or name nobody who could stand in it. */
export function draftStatement(scene: Scene, act: ActReading): Draft | null {
  const { doc, article, lexicons } = scene;
  const move = readMove(scene, act);
  const parties = move && readParties(scene, act, move);
  if (!move || !parties) return null;
  // People told by their own words alone fill a side of a move; that there is one, others must show.
  for (const sides of [parties, apartFromRest(scene, parties)])
    if (sides.actors.length + sides.recipients.length === 0 || isTooThin(scene, act, sides) || isSilent(scene, act, move, sides))
      return null;
  const { eventType, condition, chain } = move;
  const trigger = spanOf(doc, act.words.length > 0 ? act.words : [act.trigger]);
  const evidence = evidenceOf(doc, chain, [...parties.actors, ...parties.recipients, ...(condition ? [condition.span] : [])]);
  const over = move.over.filter((voice) => !isAsideIn(doc, voice, act.trigger));
  const attribution = readChain(doc, over, scene.unclaimed, trigger, scene.index, scene.actors);
  const word = inWhoseMouth(scene, act, move, parties, attribution);
  const refusal = isRefusal(doc, eventType, word, move.reading);
  const modality = refusal ? "refused" : word;
  const polarity = move.positive || refusal ? "positive" : "negative";
  const certainty = readFactuality(doc, act.trigger, lexicons.certainty);
  const statement: Draft["statement"] = {
    article: article.id,
    evidence,
    trigger,
    quote: article.text.slice(evidence.start, evidence.end),
    eventType,
    mode: act.mode,
    contexts: act.contexts,
    plover: deriveViews(lexicons.views, eventType, modality, polarity, act.mode).plover,
    modality,
    polarity,
    condition: condition ? { ...condition.span, statement: null } : null,
    actors: parties.actors,
    // "agreed to the return of the sailors": whom an agreement is about has no part in it.
    recipients: eventType === "AGREE" ? apartFromRest(scene, parties).recipients : parties.recipients,
    mediators: parties.mediators,
    leaders: leadersOf(scene, evidence),
    objects: matterOf(scene, act),
    issues: issuesOf(scene, act, evidence, condition?.span ?? null),
    attribution,
    factuality: { holder: holderOf(attribution), value: certainty.value, cues: certainty.cues },
    time: readWhen(doc, chain, scene.times),
    place: placeOf(scene, chain),
    quantities: scene.quantities.flatMap((q, i) => (q.article === article.id && contains(evidence, q) ? [i] : [])),
    confidence: act.confidence,
    rules: [...act.rules, ...move.reading.rules, ...(condition ? [condition.rule] : []), ...parties.rules, ...certainty.rules],
  };
  return { act, governors: chain.slice(1), statement };
}

/** The sides without those whom nothing but their own words tell ("the strikers"). */
function apartFromRest({ mentions }: Scene, sides: Sides): Sides {
  const rest = mentions.filter((m) => m.rule === "rest");
  const known = (some: readonly Participant[]) => some.filter((p) => !rest.some((m) => m.start === p.start && m.end === p.end));
  return { ...sides, actors: known(sides.actors), recipients: known(sides.recipients) };
}

/** Who is committed: the innermost speaker, or the author where nobody else speaks. */
function holderOf(attribution: readonly Attribution[]): string {
  return attribution[0]?.actor ?? (attribution.length > 1 ? "unnamed" : "author");
}
