import type { EventType, Modality, Participant } from "../../model/index.ts";
import { agentOf } from "../../syntax/agent.ts";
import { forWhom } from "../../syntax/infinitive.ts";
import { objectOf } from "../../syntax/object.ts";
import { calledUpon, isStretch } from "../../syntax/oblique.ts";
import { isPassive } from "../../syntax/passive.ts";
import { casesOf, childrenOf, hasRelation, isUnder, lowerAt } from "../../syntax/tree.ts";
import type { ActReading } from "../act/reading.ts";
import { fillSlot } from "../fill.ts";
import { partyOf } from "../kin.ts";
import type { Move } from "../move/move.ts";
import { isApart, participantsAt } from "../participant.ts";
import type { Scene } from "../read.ts";
import { isOneOf } from "../sets.ts";
import { answersIn, doersOf, isDeed, isDispatched, othersOf } from "./deed.ts";
import { beyondTopic, joinedBy } from "./met.ts";
import { isBorder } from "./place.ts";
import { isQuality } from "./quality.ts";
import { serialSubject } from "./serial.ts";
import { isOwn, participantsOf, type RoleRule, TOUCHING, VERBAL } from "./sides.ts";
import { JUDGING, SPOKEN, voiceOf } from "./text.ts";
import { isSomebody, isToAct } from "./unknown.ts";

const WHERE = new Set(["in", "at", "into", "near", "over", "outside", "along"]);

/** Acts that are done together, wherever it may be. */
const MEETING: ReadonlySet<EventType> = new Set(["CONSULT", "AGREE"]);

const VIOLENT: ReadonlySet<EventType> = new Set(["ASSAULT", "COERCE"]);

/** True for a deed that is the object of a verb of telling, meeting, suffering or judging it. */
function isMetWith(scene: Scene, { nominal, eventType, trigger, words }: ActReading, move: Move, token: number): boolean {
  const { doc } = scene;
  // "condemned the 3 May raid": a parser may hang the raid on its day.
  let thing = trigger;
  while (hasRelation(doc, thing, "conj", "appos", "flat") || doc.relation[thing] === "nmod:unmarked") thing = doc.head[thing] ?? -1;
  const verb = doc.head[thing] ?? -1;
  if (!nominal || !hasRelation(doc, thing, "obj", "obl:unmarked") || move.reading.governor?.token === verb) return false;
  // "is using the raid to press for it", "handled the coup badly": only words of doing it say who did it.
  if (
    VIOLENT.has(eventType) &&
    !isUnder(doc, token, trigger) &&
    !words.includes(verb) &&
    move.reading.governor === null &&
    doc.lemma[verb] !== "claim"
  )
    return true;
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

function firstOf(
  scene: Scene,
  act: ActReading,
  move: Move,
  slots: readonly string[],
  others: readonly Participant[],
  ofDeeds: ReadonlySet<EventType>,
): readonly Participant[] {
  let said = false;
  let nobody = false;
  for (const slot of slots) {
    // "the band set out on a tour of X": where the verb has a subject of no party, its noun's owner did not do it.
    if (nobody && slots[0] === "subj" && OWNING.has(slot)) continue;
    // "attacked a bus in X": where it was done is not to whom, once that is said.
    if (said && WHERE.has(slot)) continue;
    // "testified in the inquiry": who takes part in one need not hold it.
    if (slot === "subj" && act.mode === "investigate" && act.nominal && hasRelation(scene.doc, act.trigger, "obl")) continue;
    // "we want a deal with X": X is the other side of whoever that is.
    if (said && slot === "with" && slots === act.frame.actor) continue;
    // "the group responsible for the raid": what is told beside a noun is no charge.
    if (slot === "subj" && isQuality(act) === false && hasRelation(scene.doc, act.trigger, "amod", "acl")) continue;
    const filled = fillSlot(scene.doc, act.trigger, act.words, slot, isQuality(act) !== null);
    const outer = slot === "subj" && SPOKEN.has(act.eventType) ? serialSubject(scene, act.trigger) : -1;
    const token = filled < 0 ? outer : filled;
    // "expressed his support for X": the act's own noun is nobody, "rejected X's claims" answers X, "supported X's efforts" supports X.
    if (token < 0 || (act.words.includes(token) && !(slot === "obj" && answersIn(scene, act, token)))) continue;
    // "a clerk under the X government who called for it", "“To help it is mad,” X said", "X was fined and sentenced": somebody else, whom the words do not name.
    if (slot === "subj" && (isBodyOfWho(scene, act, token) || isOutsideQuote(scene, act, move, token) || isUndergoer(scene, act, token)))
      return [];
    // "lifted it in exchange for the release of X": what it is traded for is no part of the act.
    if (isTraded(scene, move, token)) continue;
    const subjects = slot === "subj" ? [voiceOf(scene, act, token, OPEN.has(move.modality)), ...besideOf(scene, act, token)] : [token];
    // "protested the killing of X"
    const judged = ofDeeds.has(act.eventType) || (act.eventType === "PROTEST" && ofDeeds === JUDGING);
    const deed = judged && isDeed(scene, token);
    const told = outer >= 0 ? participantsOf(scene, move, outer) : deed ? doersOf(scene, move, token) : firstNamed(scene, move, subjects);
    const named = told.length > 0 || ofDeeds !== JUDGING ? told : othersOf(scene, act, move, slot, token, others);
    // "concerns raised by X's actions": what X did says nothing.
    if (slot === "subj" && act.eventType === "ACCUSE" && isPassive(scene.doc, act.trigger) && isConduct(scene, token)) continue;
    // "reported attacks on its clinics": who tells of a deed did not do it.
    if (slot === "subj" && isMetWith(scene, act, move, token)) continue;
    if (isBeside(scene, act, slot, token, said) || (slot === "comp-obj" && (others.length === 0 || isDeed(scene, token)))) continue;
    // "talks in X", "promised it in X": where two meet or one gives his word is no side of it.
    const met = act.eventType === "AGREE" || (MEETING.has(act.eventType) && act.mode !== "visit" && isPlaceOnly(scene, token));
    if (slot === "in" && met) continue;
    // "I want a deal with X": where nobody knows who speaks, X alone makes none.
    if (slot === "subj" && named.length === 0 && FIRST.has(lowerAt(scene.doc, token))) return [];
    // "closed its border with X": what belongs to the actor is passed over.
    const found = named.filter(
      (p) =>
        !isOwn(scene, act, p, others) &&
        !isOfMatter(scene, act, slot, token, p) &&
        !isKindOf(scene, act, slot, token, p) &&
        // "stationed them in his country": a place is a person's, and no person.
        !(slot === "in" && scene.actors.get(p.actor)?.kind === "person"),
    );
    // "visited the X-Y border", "a wall on the border of X and Y": on one side of it, and whose is not said.
    if ((act.mode === "visit" && named.length > 1 && isPairOf(scene, token)) || (found.length > 1 && isBorder(scene, token))) continue;
    if (found.length > 0 || deed) return found;
    // "isolated itself from X": who does it to oneself does it to nobody else.
    if (slot === "obj" && scene.index.has(token) && named.length > 0 && scene.doc.upos[token] !== "NOUN") return [];
    // "demanded that the college leave X": it is the college that was asked.
    if (named.length === 0 && isAddressed(scene, act, slot, token)) return [];
    // "fielded requests from firms": whoever does the clause's verb did not ask.
    if (act.nominal && GIVING.has(slot) && slots.includes("subj") && ["NOUN", "PROPN"].includes(scene.doc.upos[token] ?? "")) return [];
    said ||= named.length === 0;
    nobody ||= named.length === 0 && slot === "subj" && !act.nominal;
  }
  return [];
}

/** True for a word of "in exchange for …", "in return for …". */
function isTraded({ doc }: Scene, { condition }: Move, token: number): boolean {
  if (!condition || !/^in (?:exchange|return)\b/i.test(doc.text.slice(condition.span.start, condition.span.end))) return false;
  return doc.start[token]! >= condition.span.start && doc.end[token]! <= condition.span.end;
}

/** True for a noun of what somebody does or plans. */
const isConduct = (scene: Scene, token: number): boolean => isOneOf(scene, token, "conduct") || isDeed(scene, token);

/** "the X-Y border", "the border of X and Y": a thing that lies between two. */
function isPairOf(scene: Scene, token: number): boolean {
  const { doc, index } = scene;
  const names = childrenOf(doc, token, "compound", "amod").flatMap((c) => [c, ...childrenOf(doc, c, "compound")]);
  const joined = doc.upos[token] === "NOUN" && !index.has(token) && names.some((c) => /^[-–—/]$/.test(lowerAt(doc, c + 1)));
  return joined || isBorder(scene, token);
}

/** Slots of a noun that say who did it. */
const GIVING = new Set(["poss", "by", "from"]);

/** Slots of a noun that say whose it is. */
const OWNING = new Set(["poss", "of"]);
const FIRST = new Set(["i", "we"]);

/** "compounds of X that killed four", "the X docks that Y closed": of a thing that a clause is hung on, whose it is neither acts nor is acted on, unless it is judged. */
function isKindOf(scene: Scene, { trigger, eventType }: ActReading, slot: string, token: number, one: Participant): boolean {
  const { doc } = scene;
  // "an X raid that killed four"
  if (slot === "subj" && isConduct(scene, token)) return false;
  if (doc.head[trigger] !== token || !hasRelation(doc, trigger, "acl") || doc.upos[token] !== "NOUN") return false;
  if (one.end > doc.start[token]! || JUDGING.has(eventType)) return false;
  const kinds = slot === "subj" ? ["compound", "amod"] : ["compound"];
  const part = [token, ...childrenOf(doc, token, "conj")].flatMap((t) => childrenOf(doc, t, ...kinds));
  return part.some((t) => one.start <= doc.start[t]! && doc.end[t]! <= one.end);
}

/** True where "who" was hung on a government, which is no person. */
function isBodyOfWho({ doc, index, actors }: Scene, { trigger }: ActReading, token: number): boolean {
  if (doc.relation[trigger] !== "acl:relcl" || doc.head[trigger] !== token) return false;
  const who = childrenOf(doc, trigger, "nsubj").some((t) => lowerAt(doc, t) === "who");
  return who && (index.get(token) ?? []).some((m) => actors.get(m.actor)?.kind === "government");
}

/** "X was fined and sentenced to a year": a parser may take the second of two passives for what X did. */
function isUndergoer({ doc }: Scene, { trigger, eventType }: ActReading, token: number): boolean {
  const passive = doc.head[trigger] ?? -1;
  if (!VIOLENT.has(eventType) || !hasRelation(doc, trigger, "conj") || doc.xpos[trigger] !== "VBD") return false;
  return doc.head[token] === passive && doc.relation[token] === "nsubj:pass" && objectOf(doc, trigger) < 0;
}

/** True where an act told in quotation marks seems done by who is named outside of them as the speaker. */
function isOutsideQuote({ doc }: Scene, { trigger }: ActReading, { over }: Move, token: number): boolean {
  const voice = over[0];
  if (voice?.form !== "direct" || voice.source?.head !== token) return false;
  const quoted = (t: number) => voice.content.some((c) => c.start <= doc.start[t]! && doc.end[t]! <= c.end);
  return quoted(trigger) && !quoted(token);
}

/** Those whom the first token that names anybody names. */
function firstNamed(scene: Scene, move: Move, tokens: readonly number[]): readonly Participant[] {
  for (const token of tokens) {
    const named = participantsOf(scene, move, token);
    if (named.length > 0) return named;
  }
  return [];
}

/** Other subjects the parser gave the same verb: a heading run into the sentence, a title apart from its name. */
function besideOf({ doc }: Scene, { trigger }: ActReading, token: number): readonly number[] {
  if (doc.head[token] !== trigger || !hasRelation(doc, token, "nsubj")) return [];
  return childrenOf(doc, trigger, "nsubj").filter((t) => t !== token && t < trigger);
}

/** What is held out, asked or refused is told in words, whatever it is. */
const OPEN: ReadonlySet<Modality> = new Set(["asked", "offered", "promised", "threatened", "refused"]);

/** The one a verbal act is meant for, by whatever word: "demanded that the college leave", "called on all sides to wait". */
function isAddressed({ doc }: Scene, { eventType, trigger }: ActReading, slot: string, token: number): boolean {
  if (slot === "on") return calledUpon(doc, trigger) === token;
  // "the terms that X seeks from Y": the terms
  if (doc.relation[trigger] === "acl:relcl" && doc.head[trigger] === token) return false;
  return slot === "obj" && ((VERBAL.has(eventType) && isSomebody(doc, token)) || (eventType === "REQUEST" && isToAct(doc, token)));
}

const ANSWERS: ReadonlySet<EventType> = new Set(["ACCUSE", "REJECT", "AGREE", "CONCEDE", "RETREAT"]);

/**
 * "objected to X research", "committed to an X reform", "the X schools she demanded": what is named after somebody is a matter spoken of,
 * and nobody.
 */
function isOfMatter({ doc, index, lexicons }: Scene, act: ActReading, slot: string, token: number, one: Participant): boolean {
  const { eventType } = act;
  if (doc.upos[token] !== "NOUN" || index.has(token)) return false;
  // "the X presence was reduced": what is withdrawn is one's own.
  const told = slot === "obj" && act.mode === "withdraw";
  const actNoun = lexicons.acts.nouns.has(doc.lemma[token] ?? "");
  const answered = ANSWERS.has(eventType) && !actNoun && !GIVING.has(slot) && !(slot === "on" && EASING.has(eventType));
  if (!told && !(answered && casesOf(doc, token).includes(slot))) return false;
  return childrenOf(doc, token, "compound").some((c) => index.get(c)?.some((m) => m.start === one.start));
}

const EASING: ReadonlySet<EventType> = new Set(["CONCEDE", "RETREAT"]);

/** Phrases behind a thing that is blamed: why, in what, before whom. */
const WHY = new Set(["for", "with"]);

/** True for a phrase that looks like the other side of an act and says something else of it. */
function isBeside(scene: Scene, { eventType, trigger, words }: ActReading, slot: string, token: number, said: boolean): boolean {
  // "said it in a statement by X", "taken in X's raid"
  if (WHERE.has(slot) && (isOneOf(scene, token, "speech") || isOneOf(scene, token, "publication") || isDeed(scene, token))) return true;
  // "named him a spy": what somebody is called is not who is blamed.
  if (slot === "obj" && eventType === "ACCUSE" && childrenOf(scene.doc, trigger, "iobj").length > 0) return true;
  // "a crackdown on the X side": where.
  if (slot === "on" && scene.doc.lemma[token] === "side") return true;
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
  // "seeks a road from X to the coast": where it begins.
  if (eventType === "REQUEST" && slot === "from" && isStretch(scene.doc, token)) return true;
  // "voiced the anger of many X": those who feel it.
  if (eventType === "ACCUSE" && slot === "of" && words.some((w) => scene.doc.head[token] === w && isOneOf(scene, w, "feeling")))
    return true;
  // "accused of membership of X"
  if (eventType === "ACCUSE" && slot === "of" && scene.doc.upos[trigger] === "VERB" && objectOf(scene.doc, trigger) >= 0) return true;
  // "guests that X admits were let in": they are told of, not told.
  if (eventType === "SAY" && scene.doc.head[trigger] === token && hasRelation(scene.doc, trigger, "acl")) return true;
  // "blamed the policy for X's losses"
  if (eventType === "ACCUSE" && said && WHY.has(slot)) return true;
  // "called for the death of X", "called for X to be helped": only who is to act is asked.
  return eventType === "REQUEST" && slot === "for" && !words.some((w) => isTasked(scene, w, token)) && !isTasked(scene, trigger, token);
}

/** "called for X to leave", "calls for X to leave": true where the one under "for" is to do something. */
function isTasked({ doc }: Scene, holder: number, token: number): boolean {
  const clauses = [...childrenOf(doc, holder), ...childrenOf(doc, token)].filter((v) => v > token && !isPassive(doc, v));
  return clauses.some((v) => forWhom(doc, v) === token || childrenOf(doc, v, "mark").some((to) => to > token && lowerAt(doc, to) === "to"));
}
