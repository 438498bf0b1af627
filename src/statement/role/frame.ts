import type { EventType, Participant } from "../../model/index.ts";
import { activeSubjectOf, agentOf, isPassive, nominalSubjectOf, ownerOf, underPreposition } from "../../syntax/roles.ts";
import { casesOf, childrenOf, hasRelation, lowerAt } from "../../syntax/tree.ts";
import type { ActReading } from "../act/reading.ts";
import { fillSlot } from "../fill.ts";
import { isParty } from "../kin.ts";
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

/** True for a deed that is the object of a verb of telling, meeting, suffering or judging it. */
function isMetWith(scene: Scene, { nominal, eventType, trigger }: ActReading, move: Move): boolean {
  const { doc } = scene;
  // "condemned the 3 May raid": a parser may hang the raid on its day.
  let thing = trigger;
  while (hasRelation(doc, thing, "conj", "appos", "flat") || doc.relation[thing] === "nmod:unmarked") thing = doc.head[thing] ?? -1;
  const verb = doc.head[thing] ?? -1;
  if (!nominal || !hasRelation(doc, thing, "obj", "obl:unmarked") || move.reading.governor?.token === verb) return false;
  return isOneOf(scene, verb, "judging") || (TOUCHING.has(eventType) && isOneOf(scene, verb, "facing"));
}

/** True for the bare name of a state. */
function isPlaceOnly({ actors, index }: Scene, token: number): boolean {
  return (index.get(token) ?? []).some((m) => m.form === "name" && actors.get(m.actor)?.kind === "state");
}

/** The act's own frame: the first slot of each role that names somebody. */
export const byFrame: RoleRule = (scene, act, move, sides) => {
  const actors = firstOf(scene, act, move, act.frame.actor, [], SPOKEN);
  const recipients = firstOf(scene, act, move, act.frame.recipient, actors, JUDGING);
  return { ...sides, actors, recipients: recipients.length > 0 ? recipients : beyondTopic(scene, act, move, actors) };
};

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
    const subjects = slot === "subj" ? [voiceOf(scene, act, token), ...besideOf(scene, act, token)] : [token];
    const outer = slot === "subj" ? outerOf(scene, act, token) : -1;
    const deed = ofDeeds.has(act.eventType) && isDeed(scene, token);
    const named = outer >= 0 ? participantsOf(scene, move, outer) : deed ? doersOf(scene, move, token) : firstNamed(scene, move, subjects);
    // "reported attacks on its clinics": who tells of a deed did not do it.
    if (slot === "subj" && isMetWith(scene, act, move)) continue;
    // "talks in X": where two meet is neither of them.
    if (slot === "in" && MEETING.has(act.eventType) && act.mode !== "visit" && isPlaceOnly(scene, token)) continue;
    // "closed its border with X": what belongs to the actor is passed over.
    const found = named.filter((p) => !isOwn(scene, act, p, others));
    if (found.length > 0 || deed) return found;
    // "demanded that the college leave X": it is the college that was asked.
    if (slot === "obj" && VERBAL.has(act.eventType) && named.length === 0 && isSomebody(scene.doc, token)) return [];
    // "fielded requests from firms": whoever does the clause's verb did not ask.
    if (act.nominal && GIVING.has(slot) && slots.includes("subj") && ["NOUN", "PROPN"].includes(scene.doc.upos[token] ?? "")) return [];
    said ||= named.length === 0;
  }
  return [];
}

/** Slots of a noun that say who did it. */
const GIVING = new Set(["poss", "by", "from"]);

/** Those whom the first token that names anybody names. */
function firstNamed(scene: Scene, move: Move, tokens: readonly number[]): readonly Participant[] {
  for (const token of tokens) {
    const named = participantsOf(scene, move, token);
    if (named.length > 0) return named;
  }
  return [];
}

/** "X said the raid was unacceptable and called on Y …": a thing calls on nobody, who speaks above it does; -1 elsewhere. */
function outerOf({ doc, index }: Scene, { trigger, eventType }: ActReading, token: number): number {
  const told = doc.head[trigger] ?? -1;
  const cue = doc.head[told] ?? -1;
  if (!SPOKEN.has(eventType) || !hasRelation(doc, trigger, "conj") || !hasRelation(doc, told, "ccomp") || cue < 0) return -1;
  const thing = token < trigger && doc.upos[token] === "NOUN" && participantsAt(doc, token, index).length === 0;
  return thing && doc.xpos[cue] === "VBD" && /^VB[DN]$/.test(doc.xpos[trigger] ?? "") ? activeSubjectOf(doc, cue) : -1;
}

/** Other subjects the parser gave the same verb: a heading run into the sentence, a title apart from its name. */
function besideOf({ doc }: Scene, { trigger }: ActReading, token: number): readonly number[] {
  if (doc.head[token] !== trigger || !hasRelation(doc, token, "nsubj")) return [];
  return childrenOf(doc, trigger, "nsubj").filter((t) => t !== token && t < trigger);
}

/** "issued a statement accusing Y", "a decree that bans Y": who made the statement accuses, who made the decree bans. */
function voiceOf(scene: Scene, { trigger, eventType }: ActReading, subject: number): number {
  const { doc, index } = scene;
  const token = isText(scene, subject, eventType) ? subject : textBefore(scene, trigger, eventType);
  if (token < 0 || (token !== subject && participantsAt(doc, subject, index).length > 0)) return subject;
  if (participantsAt(doc, token, index).length > 0) return token;
  const signed = childrenOf(doc, token, "acl").map((c) => (isPassive(doc, c) ? agentOf(doc, c) : -1));
  const from = childrenOf(doc, token, "nmod").find((c) => casesOf(doc, c).includes("from"));
  const maker = [from ?? -1, ...signed, nominalSubjectOf(doc, token)].find((t) => t >= 0);
  return maker ?? subject;
}

/** True for a noun of what is said or ruled in words. */
function isText(scene: Scene, token: number, eventType: EventType): boolean {
  if (token < 0 || scene.doc.upos[token] !== "NOUN") return false;
  return isOneOf(scene, token, "ruling") || (SPOKEN.has(eventType) && isOneOf(scene, token, "speech"));
}

/** "came with a statement from X, condemning Y": the text right before a participle behind a comma; -1 elsewhere. */
function textBefore(scene: Scene, trigger: number, eventType: EventType): number {
  const { doc } = scene;
  if (doc.xpos[trigger] !== "VBG" || trigger < 2 || lowerAt(doc, trigger - 1) !== ",") return -1;
  for (let t = trigger - 2; t >= 0 && doc.upos[t] !== "VERB"; t = doc.head[t] ?? -1) if (isText(scene, t, eventType)) return t;
  return -1;
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
