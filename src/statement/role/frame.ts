import type { EventType, Modality, Participant } from "../../model/index.ts";
import {
  activeSubjectOf,
  agentOf,
  calledUpon,
  forWhom,
  isPassive,
  nominalSubjectOf,
  objectOf,
  ownerOf,
  underPreposition,
} from "../../syntax/roles.ts";
import { ancestorsOf, casesOf, childrenOf, hasRelation, lowerAt, subtreeOf } from "../../syntax/tree.ts";
import type { ActReading } from "../act/reading.ts";
import { fillSlot, isCompanion } from "../fill.ts";
import { isParty, partyOf } from "../kin.ts";
import type { Move } from "../move.ts";
import { isApart, participantsAt } from "../participant.ts";
import type { Scene } from "../read.ts";
import { isOneOf } from "../silence.ts";
import { isOwn, participantsOf, type RoleRule, TOUCHING, VERBAL, without } from "./sides.ts";
import { isSomebody, isToAct } from "./unknown.ts";

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
  const actors = joinedBy(scene, act, move, ofOthers(scene, act, firstOf(scene, act, move, act.frame.actor, [], SPOKEN)));
  const recipients = firstOf(scene, act, move, act.frame.recipient, actors, JUDGING);
  const met = recipients.length > 0 ? recipients : beyondTopic(scene, act, move, actors);
  return { ...sides, actors, recipients: TO_ALL.has(act.eventType) ? met.map((one) => forAll(scene, one)) : met };
};

/** "X joined Y in condemning Z", "X joined Y in an attack on Z": Y does it, too. */
function joinedBy(scene: Scene, { trigger }: ActReading, move: Move, doers: readonly Participant[]): readonly Participant[] {
  const { doc } = scene;
  for (const clause of doers.length > 0 ? [trigger, ...ancestorsOf(doc, trigger)] : []) {
    const verb = doc.head[clause] ?? -1;
    if (!hasRelation(doc, clause, "advcl", "acl", "xcomp", "ccomp", "obl", "obj")) return doers;
    const joined = doc.lemma[verb] === "join" && casesOf(doc, clause).includes("in");
    if (!joined) continue;
    const subject = participantsOf(scene, move, activeSubjectOf(doc, verb));
    if (!doers.every((d) => subject.some((p) => p.actor === d.actor))) return doers;
    const others = participantsOf(scene, move, objectOf(doc, verb)).filter((p) => isParty(scene.actors, p.actor));
    return [...doers, ...without(others, doers)];
  }
  return doers;
}

/** Deeds that meet a whole side: who speaks of "us" there speaks for it. */
const TO_ALL: ReadonlySet<EventType> = new Set([...TOUCHING, "AID", "SUPPORT", "CONCEDE", "THREATEN"]);

/** "they should support us", said by one of X: X. */
function forAll({ doc, actors }: Scene, one: Participant): Participant {
  const side = doc.text.slice(one.start, one.end) === "us" ? actors.get(one.actor)?.partyOf : null;
  return side && actors.get(one.actor)?.kind === "person" ? { ...one, actor: side } : one;
}

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
  const topics = [act.trigger, ...act.words.filter((w) => doc.upos[w] === "NOUN" && hasRelation(doc, w, "obj", "nsubj:pass"))]
    .flatMap((w) => childrenOf(doc, w, "nmod", "obl"))
    .filter((c) => casesOf(doc, c).some((k) => ABOUT.includes(k) || (k === "in" && act.eventType !== "SANCTION")));
  // "paused talks with X with immediate effect"
  const things = act.words.filter((w) => doc.upos[w] === "NOUN");
  const others = [...things, ...topics].flatMap((t) => participantsOf(scene, move, underPreposition(doc, t, "with")));
  const found = others.filter((p) => isParty(scene.actors, p.actor) && !isOwn(scene, act, p, actors));
  return found.length > 0 || act.eventType !== "CONSULT" ? found : metLast(scene, act, move, actors);
}

/** "discussed efforts to end the war with the envoy Y": a person named so is one to talk with, whatever stands between; a war is not with persons. */
function metLast(scene: Scene, act: ActReading, move: Move, actors: readonly Participant[]): readonly Participant[] {
  const { doc } = scene;
  const phrases = subtreeOf(doc, act.trigger).filter((t) => t > act.trigger && casesOf(doc, t).includes("with") && !isCompanion(doc, t));
  const persons = phrases
    .filter((t) => !ancestorsOf(doc, t).some((a) => a > act.trigger && hasRelation(doc, a, "acl:relcl", "ccomp", "conj", "parataxis")))
    // "with Archbishop X": a parser may give the preposition to the title.
    .map((t) => (hasRelation(doc, t, "nmod:desc") ? (doc.head[t] ?? t) : t))
    .map((t) => participantsOf(scene, move, t).filter((p) => !isOwn(scene, act, p, actors)));
  return persons.find((some) => some.length > 0 && some.every((p) => scene.actors.get(p.actor)?.kind === "person")) ?? [];
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
    // "the group responsible for the raid": what is told beside a noun is no charge.
    if (slot === "subj" && isQuality(act) === false && hasRelation(scene.doc, act.trigger, "amod", "acl")) continue;
    const token = fillSlot(scene.doc, act.trigger, act.words, slot, isQuality(act) !== null);
    // "expressed his support for X": the act's own noun is nobody, "rejected X's claims" answers X, "supported X's efforts" supports X.
    if (token < 0 || (act.words.includes(token) && !(slot === "obj" && answersIn(scene, act, token)))) continue;
    const subjects = slot === "subj" ? [voiceOf(scene, act, token, OPEN.has(move.modality)), ...besideOf(scene, act, token)] : [token];
    const outer = slot === "subj" ? outerOf(scene, act, token) : -1;
    const deed = ofDeeds.has(act.eventType) && isDeed(scene, token);
    const told = outer >= 0 ? participantsOf(scene, move, outer) : deed ? doersOf(scene, move, token) : firstNamed(scene, move, subjects);
    const named = told.length > 0 || ofDeeds !== JUDGING ? told : othersOf(scene, act, move, slot, token, others);
    // "reported attacks on its clinics": who tells of a deed did not do it.
    if (slot === "subj" && isMetWith(scene, act, move)) continue;
    if (isBeside(scene, act, slot, token, said) || (slot === "comp-obj" && (others.length === 0 || isDeed(scene, token)))) continue;
    // "talks in X": where two meet is neither of them.
    if (slot === "in" && MEETING.has(act.eventType) && act.mode !== "visit" && isPlaceOnly(scene, token)) continue;
    // "closed its border with X": what belongs to the actor is passed over.
    const found = named.filter((p) => !isOwn(scene, act, p, others));
    if (found.length > 0 || deed) return found;
    // "isolated itself from X": who does it to oneself does it to nobody else.
    if (slot === "obj" && scene.index.has(token) && named.length > 0 && scene.doc.upos[token] !== "NOUN") return [];
    // "demanded that the college leave X": it is the college that was asked.
    if (named.length === 0 && isAddressed(scene, act, slot, token)) return [];
    // "fielded requests from firms": whoever does the clause's verb did not ask.
    if (act.nominal && GIVING.has(slot) && slots.includes("subj") && ["NOUN", "PROPN"].includes(scene.doc.upos[token] ?? "")) return [];
    said ||= named.length === 0;
  }
  return [];
}

/** Whether an adjective tells what its bearer does ("is willing") or is charged with ("is guilty"); null for other words. */
export const isQuality = ({ rules, frame }: ActReading): boolean | null =>
  rules[0]?.startsWith("act.a.") ? frame.actor.includes("subj") : null;

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

/** What is held out, asked or refused is told in words, whatever it is. */
const OPEN: ReadonlySet<Modality> = new Set(["asked", "offered", "promised", "threatened", "refused"]);

/** "issued a statement accusing Y", "a decree that bans Y": who made the statement accuses, who made the decree bans. */
export function voiceOf(
  scene: Scene,
  { trigger, eventType }: Pick<ActReading, "trigger" | "eventType">,
  subject: number,
  open = false,
): number {
  const { doc, index } = scene;
  const spoken = open || SPOKEN.has(eventType);
  const token = isText(scene, subject, spoken) ? subject : textBefore(scene, trigger, spoken);
  if (token < 0 || (token !== subject && participantsAt(doc, subject, index).length > 0)) return subject;
  if (participantsAt(doc, token, index).length > 0) return token;
  const signed = childrenOf(doc, token, "acl").map((c) => (isPassive(doc, c) ? agentOf(doc, c) : -1));
  const from = childrenOf(doc, token, "nmod").find((c) => casesOf(doc, c).includes("from"));
  const maker = [from ?? -1, ...signed, nominalSubjectOf(doc, token)].find((t) => t >= 0);
  return maker ?? subject;
}

/** True for a noun of what is said or ruled in words. */
function isText(scene: Scene, token: number, spoken: boolean): boolean {
  if (token < 0 || scene.doc.upos[token] !== "NOUN") return false;
  return isOneOf(scene, token, "ruling") || (spoken && isOneOf(scene, token, "speech"));
}

/** "came with a statement from X, condemning Y": the text right before a participle behind a comma; -1 elsewhere. */
function textBefore(scene: Scene, trigger: number, spoken: boolean): number {
  const { doc } = scene;
  if (doc.xpos[trigger] !== "VBG" || trigger < 2 || lowerAt(doc, trigger - 1) !== ",") return -1;
  for (let t = trigger - 2; t >= 0 && doc.upos[t] !== "VERB"; t = doc.head[t] ?? -1) if (isText(scene, t, spoken)) return t;
  return -1;
}

/** The one a verbal act is meant for, by whatever word: "demanded that the college leave", "called on all sides to wait". */
function isAddressed({ doc }: Scene, { eventType, trigger }: ActReading, slot: string, token: number): boolean {
  if (slot === "on") return calledUpon(doc, trigger) === token;
  // "the terms that X seeks from Y": the terms
  if (doc.relation[trigger] === "acl:relcl" && doc.head[trigger] === token) return false;
  return slot === "obj" && ((VERBAL.has(eventType) && isSomebody(doc, token)) || (eventType === "REQUEST" && isToAct(doc, token)));
}

const EASING: ReadonlySet<EventType> = new Set(["CONCEDE", "RETREAT"]);

/** Phrases behind a thing that is blamed: why, in what, before whom. */
const WHY = new Set(["for", "with"]);

/** True for a phrase that looks like the other side of an act and says something else of it. */
function isBeside(scene: Scene, { eventType, trigger, words }: ActReading, slot: string, token: number, said: boolean): boolean {
  // "said it in a statement by X", "taken in X's raid"
  if (WHERE.has(slot) && (isOneOf(scene, token, "speech") || isOneOf(scene, token, "publication") || isDeed(scene, token))) return true;
  // "sent observers to X", "withdrew its peacekeepers": those who are sent are not those it is done to.
  if (slot === "obj" && eventType !== "ACCUSE" && isDispatched(scene, trigger, token)) return true;
  // "the suspension of X's tariffs": whose they are eases them.
  if (EASING.has(eventType) && (slot === "of" || slot === "obj") && isOneOf(scene, token, "restriction")) return !scene.index.has(token);
  // "an attack launched from X": where it began, not whose it was.
  const over = scene.doc.head[token] ?? -1;
  const undergone = hasRelation(scene.doc, over, "acl") || childrenOf(scene.doc, over, "aux:pass").length > 0;
  const launched = scene.doc.xpos[over] === "VBN" && undergone && (over === trigger || scene.doc.head[over] === trigger);
  if (slot === "from" && eventType === "ASSAULT" && launched) return true;
  // "an immigrant from X was arrested": X was not.
  if (slot === "from" && TOUCHING.has(eventType) && scene.doc.head[token] !== trigger && isApart(scene.doc, scene.doc.head[token] ?? -1))
    return true;
  // "voiced the anger of many X": those who feel it.
  if (eventType === "ACCUSE" && slot === "of" && words.some((w) => scene.doc.head[token] === w && isOneOf(scene, w, "feeling")))
    return true;
  // "blamed the policy for X's losses"
  if (eventType === "ACCUSE" && said && WHY.has(slot)) return true;
  // "called for the death of X", "called for X to be helped": only who is to act is asked.
  return eventType === "REQUEST" && slot === "for" && !words.some((w) => isTasked(scene, w, token)) && !isTasked(scene, trigger, token);
}

/** True for envoys, troops and helpers of nobody named under a verb of sending. */
export function isDispatched(scene: Scene, verb: number, token: number): boolean {
  if (!isOneOf(scene, verb, "sending") || !(isOneOf(scene, token, "dispatched") || isOneOf(scene, token, "troops"))) return false;
  return (scene.index.get(token) ?? []).every((m) => !isParty(scene.actors, m.actor));
}

/** "called for X to leave", "calls for X to leave": true where the one under "for" is to do something. */
function isTasked({ doc }: Scene, holder: number, token: number): boolean {
  const clauses = [...childrenOf(doc, holder), ...childrenOf(doc, token)].filter((v) => v > token && !isPassive(doc, v));
  return clauses.some((v) => forWhom(doc, v) === token || childrenOf(doc, v, "mark").some((to) => to > token && lowerAt(doc, to) === "to"));
}

/** True for a noun of what is done to somebody: in "condemned the raids on X" it is not X that is condemned. */
export function isDeed({ doc, index, lexicons }: Scene, token: number): boolean {
  const senses = doc.upos[token] === "NOUN" && !index.has(token) ? (lexicons.acts.nouns.get(doc.lemma[token] ?? "") ?? []) : [];
  return senses.some((s) => s.words.length === 1 && s.eventType !== null && TOUCHING.has(s.eventType));
}

function answersIn({ doc, lexicons }: Scene, { eventType }: ActReading, noun: number): boolean {
  const senses = lexicons.acts.nouns.get(doc.lemma[noun] ?? "") ?? [];
  return ANSWERING.has(eventType) || (eventType === "SUPPORT" && !senses.some((s) => s.words.length === 1));
}

/** Whom a phrase without a party of its own leads to: "dismissed a plea made by X", "a deal with two states, including X". */
function othersOf(
  scene: Scene,
  { eventType }: ActReading,
  move: Move,
  slot: string,
  noun: number,
  actors: readonly Participant[],
): readonly Participant[] {
  const { doc } = scene;
  const plural = doc.xpos[noun] === "NNS" && !TOUCHING.has(eventType) && actors.some((a) => isParty(scene.actors, a.actor));
  const behind = [noun, doc.head[noun] ?? -1].flatMap((t) => childrenOf(doc, t, "nmod", "obl")).filter((c) => c > noun);
  const among = (plural ? behind : []).filter((c) => casesOf(doc, c).some((k) => k === "including" || k === "such as"));
  if (among.length > 0) return among.flatMap((c) => participantsOf(scene, move, c));
  if (slot !== "obj" || !JUDGING.has(eventType)) return [];
  const made = childrenOf(scene.doc, noun, "acl").filter((c) => isOneOf(scene, c, "uttered"));
  return made.flatMap((c) => participantsOf(scene, move, agentOf(scene.doc, c)));
}

/** Who did what a noun tells: "the raids by X", "X's raids"; "X's arrest" befell X, where X is no party. */
function doersOf(scene: Scene, move: Move, noun: number): readonly Participant[] {
  const first = doersOfOne(scene, move, noun);
  // "condemned the raid by X and the attacks by Y": parsers may join the attacks to X.
  const others = [noun, agentOf(scene.doc, noun)]
    .flatMap((t) => childrenOf(scene.doc, t, "conj"))
    .filter((c) => isDeed(scene, c))
    .flatMap((c) => doersOfOne(scene, move, c));
  return [...first, ...without(others, first)];
}

function doersOfOne(scene: Scene, move: Move, noun: number): readonly Participant[] {
  const by = participantsOf(scene, move, agentOf(scene.doc, noun));
  return by.length > 0 ? by : participantsOf(scene, move, ownerOf(scene.doc, noun)).filter((p) => isParty(scene.actors, p.actor));
}
