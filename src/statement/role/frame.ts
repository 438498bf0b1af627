import type { EventType, Participant } from "../../model/index.ts";
import { agentOf, isPassive, nominalSubjectOf, objectOf, ownerOf, underPreposition } from "../../syntax/roles.ts";
import { casesOf, childrenOf, hasRelation } from "../../syntax/tree.ts";
import type { ActReading } from "../act/reading.ts";
import { fillSlot } from "../fill.ts";
import { isParty, partyOf } from "../kin.ts";
import type { Move } from "../move.ts";
import { participantsAt } from "../participant.ts";
import type { Scene } from "../read.ts";
import { isOneOf } from "../silence.ts";
import { isOwn, participantsOf, type RoleRule, TOUCHING, VERBAL } from "./sides.ts";
import { isSomebody } from "./unknown.ts";

const WHERE = new Set(["in", "at", "into", "near", "over", "outside", "along"]);

/** Words about what others did. */
const JUDGING: ReadonlySet<EventType> = new Set(["ACCUSE", "REJECT", "SUPPORT", "SAY"]);
const ANSWERING: ReadonlySet<EventType> = new Set(["ACCUSE", "REJECT"]);
/** Only who can speak does these; a release or a raid cannot. */
const SPOKEN: ReadonlySet<EventType> = new Set([...JUDGING, "REQUEST", "THREATEN", "AGREE"]);

/** Acts that are done together, wherever it may be. */
const MEETING: ReadonlySet<EventType> = new Set(["CONSULT", "AGREE"]);

/** True for a deed that is the object of a verb of telling, meeting or suffering it. */
function isMetWith(scene: Scene, { nominal, eventType, trigger }: ActReading): boolean {
  return (
    nominal && TOUCHING.has(eventType) && hasRelation(scene.doc, trigger, "obj") && isOneOf(scene, scene.doc.head[trigger] ?? -1, "facing")
  );
}

/** True for the bare name of a state. */
function isPlaceOnly({ actors, index }: Scene, token: number): boolean {
  return (index.get(token) ?? []).some((m) => m.form === "name" && actors.get(m.actor)?.kind === "state");
}

/** The act's own frame: the first slot of each role that names somebody. */
export const byFrame: RoleRule = (scene, act, move, sides) => {
  const actors = ofOthers(scene, act, firstOf(scene, act, move, act.frame.actor, [], SPOKEN));
  const recipients = firstOf(scene, act, move, act.frame.recipient, actors, JUDGING);
  return { ...sides, actors, recipients: recipients.length > 0 ? recipients : beyondTopic(scene, act, move, actors) };
};

/** "X was charged by the court": a body without a name or an owner, which only the nation spoken of tells, is not that of the one it strikes. */
function ofOthers({ doc, index, actors }: Scene, { trigger }: ActReading, doers: readonly Participant[]): readonly Participant[] {
  const agent = isPassive(doc, trigger) ? agentOf(doc, trigger) : -1;
  if (
    agent < 0 ||
    /\p{Lu}/u.test(doc.text.slice(doc.start[agent], doc.end[agent])) ||
    childrenOf(doc, agent, "nmod:poss", "amod").length > 0
  )
    return doers;
  const struck = participantsAt(doc, objectOf(doc, trigger), index).map((p) => partyOf(actors, p.actor));
  const agents = participantsAt(doc, agent, index).map((p) => p.actor);
  return doers.filter((p) => !agents.includes(p.actor) || !struck.includes(partyOf(actors, p.actor)));
}

/** Deals and the talks about them: their other side may stand behind what they are about. */
const DEALING: ReadonlySet<EventType> = new Set(["AGREE", "CONSULT", "COOPERATE", "SANCTION"]);
const ABOUT = ["on", "over", "about", "for"];

/** "suspended talks on a fishing deal with X". */
function beyondTopic(scene: Scene, act: ActReading, move: Move, actors: readonly Participant[]): readonly Participant[] {
  const { doc } = scene;
  if (!DEALING.has(act.eventType) || !act.frame.recipient.includes("with")) return [];
  const topics = act.words
    .filter((w) => doc.upos[w] === "NOUN" && hasRelation(doc, w, "obj", "nsubj:pass"))
    .flatMap((w) => childrenOf(doc, w, "nmod").filter((c) => casesOf(doc, c).some((k) => ABOUT.includes(k))));
  const others = topics.flatMap((t) => participantsOf(scene, move, underPreposition(doc, t, "with")));
  return others.filter((p) => isParty(scene.actors, p.actor) && !isOwn(scene, act, p, actors));
}

function firstOf(
  scene: Scene,
  act: ActReading,
  move: Move,
  slots: readonly string[],
  others: readonly Participant[],
  ofDeeds: ReadonlySet<EventType>,
): readonly Participant[] {
  let said = false;
  for (const slot of slots) {
    // "attacked a bus in X": where it was done is not to whom, once that is said.
    if (said && WHERE.has(slot)) continue;
    const token = fillSlot(scene.doc, act.trigger, act.words, slot, act.rules[0]?.startsWith("act.a."));
    // "expressed his support for X": the act's own noun is nobody, "rejected X's claims" answers X.
    if (token < 0 || (act.words.includes(token) && !(slot === "obj" && ANSWERING.has(act.eventType)))) continue;
    const deed = ofDeeds.has(act.eventType) && isDeed(scene, token);
    const named = deed ? doersOf(scene, move, token) : participantsOf(scene, move, slot === "subj" ? voiceOf(scene, act, token) : token);
    // "reported attacks on its clinics": who tells of a deed did not do it.
    if (slot === "subj" && isMetWith(scene, act)) continue;
    // "talks in X": where two meet is neither of them.
    if (slot === "in" && MEETING.has(act.eventType) && act.mode !== "visit" && isPlaceOnly(scene, token)) continue;
    // "closed its border with X": what belongs to the actor is passed over.
    const found = named.filter((p) => !isOwn(scene, act, p, others));
    if (found.length > 0 || deed) return found;
    // "demanded that the college leave X": it is the college that was asked.
    if (slot === "obj" && VERBAL.has(act.eventType) && named.length === 0 && isSomebody(scene.doc, token)) return [];
    said ||= named.length === 0;
  }
  return [];
}

/** "issued a statement accusing Y": who made the statement accuses. */
function voiceOf({ doc, index, lexicons }: Scene, { trigger, eventType }: ActReading, token: number): number {
  const speech =
    hasRelation(doc, trigger, "acl") && doc.head[trigger] === token && lexicons.acts.sets.get("speech")?.has(doc.lemma[token] ?? "");
  if (!speech || !SPOKEN.has(eventType) || participantsAt(doc, token, index).length > 0) return token;
  const maker = nominalSubjectOf(doc, token);
  return maker >= 0 ? maker : token;
}

/** True for a noun of what is done to somebody: in "condemned the raids on X" it is not X that is condemned. */
export function isDeed({ doc, index, lexicons }: Scene, token: number): boolean {
  const senses = doc.upos[token] === "NOUN" && !index.has(token) ? (lexicons.acts.nouns.get(doc.lemma[token] ?? "") ?? []) : [];
  return senses.some((s) => s.words.length === 1 && s.eventType !== null && TOUCHING.has(s.eventType));
}

/** Who did what a noun tells: "the raids by X", "X's raids"; "X's arrest" befell X, where X is no party. */
function doersOf(scene: Scene, move: Move, noun: number): readonly Participant[] {
  const by = participantsOf(scene, move, agentOf(scene.doc, noun));
  return by.length > 0 ? by : participantsOf(scene, move, ownerOf(scene.doc, noun)).filter((p) => isParty(scene.actors, p.actor));
}
