import type { Actor, Doc, EventType, Modality, Participant } from "../../model/index.ts";
import { objectOf } from "../../syntax/object.ts";
import { isPassive } from "../../syntax/passive.ts";
import { subjectOf } from "../../syntax/subject.ts";
import { childOf, childrenOf, hasRelation, lowerAt } from "../../syntax/tree.ts";
import type { ActReading } from "../act/reading.ts";
import { isImperative } from "../condition/imperative.ts";
import { fillSlot } from "../fill.ts";
import { isParty, partyOf } from "../kin.ts";
import type { Move } from "../move/move.ts";
import { participantsAt } from "../participant.ts";
import type { Scene } from "../read.ts";
import { addresseeOf } from "../speaker.ts";
import { opens } from "../spoken.ts";
import { isQuality } from "./quality.ts";
import { isFirstPerson, isSameSide, type RoleRule, speakersOf, VERBAL, without } from "./sides.ts";

/** Moves that a speaker makes for the own side when the words leave the actor out ("there will be strikes"). */
const SPOKEN = new Set<Modality>(["threatened", "promised", "offered", "asked", "refused"]);

/** "X said Y must show restraint": X asks it of Y, a party named by its own name or description and no part of X's side. */
export const byDue: RoleRule = (scene, act, move, sides) => {
  if (act.rules[0] !== "act.spoken.due") return sides;
  const actors = speakersOf(scene, move);
  const subject = childOf(scene.doc, act.trigger, "nsubj");
  const asked = scene.index.has(subject) ? participantsAt(scene.doc, subject, scene.index) : [];
  const apart =
    actors.length > 0 && asked.length > 0 && asked.every((one) => isParty(scene.actors, one.actor) && !isSameSide(scene, one, actors));
  return { ...sides, actors: apart ? actors : [], recipients: apart ? asked : [], rules: [...sides.rules, "roles:speaker"] };
};

/** What is told aloud is the speaker's move, whoever is its subject: "you must leave", "they will pay". */
export const byTelling: RoleRule = (scene, act, move, sides) => {
  const ordered = isImperative(scene.doc, act.trigger) && (opens(scene.doc, act.trigger) || isAlsoDemanded(scene.doc, act.trigger));
  if ((!act.rules[0]?.startsWith("act.spoken") && !ordered) || act.rules[0] === "act.spoken.due") return sides;
  const actors = speakersOf(scene, move);
  const recipients = sides.recipients.length > 0 ? sides.recipients : without(sides.actors, actors);
  return { ...sides, actors, recipients, rules: [...sides.rules, "roles:speaker"] };
};

/** "the official said they had also warned …": a pronoun that speaks inside somebody's words is most often that somebody, whoever else is near. */
export const byNesting: RoleRule = (scene, act, move, sides) => {
  const { doc } = scene;
  const subject = act.frame.actor.includes("subj") ? fillSlot(doc, act.trigger, act.words, "subj") : -1;
  const speaks = scene.voices.some((v) => v.cueToken === act.trigger && v.source?.head === subject);
  const outer = move.over.find((v) => v.cueToken !== act.trigger && v.source && doc.upos[v.source.head] !== "PRON");
  if (
    subject < 0 ||
    doc.upos[subject] !== "PRON" ||
    // "said it expected X to keep the deal it agreed": X agreed.
    hasRelation(doc, act.trigger, "acl") ||
    isFirstPerson(scene, subject) ||
    isRelative(scene, subject) ||
    !speaks ||
    !outer?.source ||
    // "said X was afraid after she turned it down": what a clause beside the words tells may be another's.
    (hasRelation(doc, act.trigger, "advcl") && sides.actors.some((a) => isNamedBefore(scene, a, subject)))
  )
    return sides;
  return { ...sides, actors: participantsAt(doc, outer.source.head, scene.index), rules: [...sides.rules, "roles:nested"] };
};

/** True where a pronoun stands for a person whom its own sentence names before it. */
function isNamedBefore({ doc, mentions, actors }: Scene, { actor }: Participant, pronoun: number): boolean {
  const named = mentions.some(
    (m) => m.actor === actor && m.form === "name" && m.head < pronoun && doc.sentenceOf[m.head] === doc.sentenceOf[pronoun],
  );
  return named && actors.get(actor)?.kind === "person";
}

const MUTUAL: ReadonlySet<EventType> = new Set(["CONSULT", "AGREE", "COOPERATE"]);

/** A move whose doer is left unsaid is the speaker's. */
export const bySpeaker: RoleRule = (scene, act, move, sides) => {
  // "talks will be held": whoever says so need not be there.
  const elsewhere = MUTUAL.has(act.eventType) && isPassive(scene.doc, act.trigger);
  // "the effect of pressure on X": whoever names a demand need not make it.
  const named = act.nominal && VERBAL.has(act.eventType) && move.reading.governor === null;
  // "Oslo said the clinic will receive aid": whoever says so need not give it.
  const got = move.modality !== "asked" && act.rules.some((r) => r.startsWith("support.get."));
  const moves = SPOKEN.has(move.modality) || isCharge(scene, act, move);
  // "called for X to end it": who asks may be left unsaid where who is to do it is said.
  const asking = [move.reading.governor, move.reading.inner].find((g) => g?.control.modality === "asked");
  const unsaid =
    isUnsaid(scene, act, move) ||
    (asking != null && subjectOf(scene.doc, asking.token) < 0 && childOf(scene.doc, asking.token, "nsubj") < 0);
  if (
    sides.actors.length > 0 ||
    elsewhere ||
    named ||
    got ||
    !moves ||
    !unsaid ||
    isAskedByOthers(scene, move) ||
    isAside(scene, act, move)
  )
    return sides;
  const actors = without(speakersOf(scene, move), sides.recipients);
  // "X said that the miners must not be moved": who is to move them is asked, not they.
  const undergone =
    move.modality === "asked" && move.reading.modal !== null && move.reading.governor === null && isPassive(scene.doc, act.trigger);
  const recipients = undergone ? [] : sides.recipients;
  return actors.length > 0 ? { ...sides, actors, recipients, rules: [...sides.rules, "roles:speaker"] } : sides;
};

/** "X said that the talks with Y had widened": who tells of talks with another party, and names no third, has them. */
export const byTalking: RoleRule = (scene, act, move, sides) => {
  const { doc } = scene;
  const known = [...sides.actors, ...sides.recipients];
  const told = act.nominal && act.eventType === "CONSULT" && hasRelation(doc, act.trigger, "nsubj") && move.over[0]?.speech === true;
  if (!told || known.length !== 1 || fillSlot(doc, act.trigger, act.words, "with") < 0) return sides;
  if (fillSlot(doc, act.trigger, act.words, "poss") >= 0 || !known.every((one) => isSideOfItsOwn(scene, one))) return sides;
  const actors = speakersOf(scene, move).filter((s) => isSideOfItsOwn(scene, s) && !isSameSide(scene, s, known));
  return actors.length > 0 ? { ...sides, actors, recipients: known, rules: [...sides.rules, "roles:talking"] } : sides;
};

/** "a video of men calling for a truce", "the elders offered a truce": who asks or offers is told, known or not. */
function isAskedByOthers({ doc }: Scene, { reading, over }: Move): boolean {
  const asking = reading.governor?.token ?? -1;
  if (asking < 0 || doc.upos[asking] !== "VERB" || over.some((v) => v.cueToken === asking)) return false;
  const asker = subjectOf(doc, asking);
  return asker >= 0 && doc.upos[asker] !== "PRON" ? true : asker >= 0 && ["who", "that", "which"].includes(lowerAt(doc, asker));
}

/** What tells words as a whole: the predicate of a clause of them, or what is listed or wanted there. */
const MAIN = ["ccomp", "parataxis", "conj", "xcomp", "root"] as const;

/** "said it will act, days after X called for it": what a phrase or a clause beside the words tells is no move of whoever speaks them. */
function isAside({ doc }: Scene, act: ActReading, { chain, over }: Move): boolean {
  const cue = over[0]?.cueToken ?? -1;
  // "requests were denied": told of the past, by whom is open.
  const past = isPassive(doc, act.trigger) && childrenOf(doc, act.trigger, "aux:pass").some((t) => /^(?:was|were)$/.test(lowerAt(doc, t)));
  if (past) return true;
  for (let t = chain.at(-1) ?? act.trigger; t >= 0 && t !== cue; t = doc.head[t] ?? -1) {
    if ((doc.head[t] ?? -1) >= 0 && !hasRelation(doc, t, ...MAIN)) return true;
  }
  return false;
}

/** A state, government or movement, or who belongs to one. */
function isSideOfItsOwn({ actors }: Scene, one: Participant): boolean {
  const party = actors.get(partyOf(actors, one.actor));
  return party !== undefined && SIDES.has(party.kind);
}

const SIDES: ReadonlySet<Actor["kind"]> = new Set(["state", "government", "movement"]);

/** "said that X was guilty of arson": the words are the charge, and whoever says them makes it. */
function isCharge({ doc }: Scene, act: ActReading, move: Move): boolean {
  return act.eventType === "ACCUSE" && doc.upos[act.trigger] === "ADJ" && childOf(doc, act.trigger, "cop") >= 0 && move.positive;
}

/** A move that names no other side is meant for the party it is told to: "told X", "X was warned". */
export const byAddressee: RoleRule = (scene, act, move, sides) => {
  const voice = move.over[0];
  // "told the court that requests had been made": of whom is left out.
  const untold = act.eventType === "REQUEST" && isPassive(scene.doc, act.trigger);
  if (sides.recipients.length > 0 || !voice || !SPOKEN.has(move.modality) || untold) return sides;
  // "'Pay up,' Y was told, according to X. 'Do it, and …'": what goes on after it is told to Y as well.
  const inner = scene.voices.filter((v) => v.form === "direct" && v.nestedIn !== null && scene.voices[v.nestedIn] === voice);
  const addressee = [voice, ...inner].map((v) => addresseeOf(scene.doc, v, scene.lexicons.cues)).find((token) => token >= 0) ?? -1;
  const told = participantsAt(scene.doc, addressee, scene.index);
  // "told the court that X had called for a boycott": another's call, which is not meant for the court.
  const own = sides.actors.length === 0 || sides.actors.some((a) => isSameSide(scene, a, speakersOf(scene, move)));
  const recipients = own ? without(told, sides.actors).filter((r) => isParty(scene.actors, r.actor)) : [];
  return recipients.length > 0 ? { ...sides, recipients, rules: [...sides.rules, "roles:addressee"] } : sides;
};

/** "people, that criticise X": a relative pronoun stands for those before it, never for who speaks. */
function isRelative({ doc }: Scene, token: number): boolean {
  return ["who", "that", "which"].includes(lowerAt(doc, token));
}

/** True where the words name no doer at all. One they name but nobody could resolve is not the speaker, unless it is a pronoun that speaks. */
function isUnsaid(scene: Scene, act: ActReading, move: Move): boolean {
  const subject = act.frame.actor.includes("subj") ? fillSlot(scene.doc, act.trigger, act.words, "subj", isQuality(act) !== null) : -1;
  // "The plan, said X, would let Y leave": whatever the tree made of the plan.
  const modal =
    move.over.length > 0 &&
    move.over[0]?.form !== "direct" &&
    childrenOf(scene.doc, act.trigger, "aux").some((c) => scene.doc.xpos[c] === "MD");
  if (subject < 0)
    return (
      !(modal && !isPassive(scene.doc, act.trigger)) &&
      !isLost(scene, act) &&
      !isOfOthers(scene, act, move) &&
      !befallsOwn(scene, act, move)
    );
  if (isFirstPerson(scene, subject)) return true;
  return scene.doc.upos[subject] === "PRON" && !isRelative(scene, subject) && scene.voices.some((v) => v.cueToken === act.trigger);
}

const ANY_SUBJECT = ["nsubj", "nsubj:pass", "csubj", "expl"] as const;

/** "the aim of X was to press on", "tanks that were ready to be blown up": a clause between the act and who speaks has a subject of its own, whom nobody could tell. */
function isOfOthers(scene: Scene, { trigger, words }: ActReading, { over }: Move): boolean {
  const { doc } = scene;
  const cue = over[0]?.cueToken ?? -1;
  for (let t = trigger; t >= 0 && t !== cue; t = doc.head[t] ?? -1) {
    const subject = childOf(doc, t, ...ANY_SUBJECT);
    if (subject < 0 || words.includes(subject)) continue;
    // "a better way would be to press X": the way presses nobody.
    if (doc.relation[subject] === "nsubj:outer") return true;
    return t !== trigger && hasRelation(doc, subject, "nsubj") && (doc.upos[subject] !== "PRON" || isRelative(scene, subject));
  }
  return false;
}

/** "the embassy said its nationals will be let out", "they will be jailed, he said": what is done by nobody named is no move of the speaker where it befalls his own, or nobody known. */
function befallsOwn(scene: Scene, { trigger }: ActReading, move: Move): boolean {
  const { doc } = scene;
  if (move.modality === "asked" || !isPassive(doc, trigger)) return false;
  const struck = objectOf(doc, trigger);
  const speakers = speakersOf(scene, move);
  const aside = speakers.every((s) => !isParty(scene.actors, s.actor));
  const owners = [struck, ...childrenOf(doc, struck, "amod", "compound", "nmod:poss")].flatMap((t) => participantsAt(doc, t, scene.index));
  const nation = (one: Participant) => scene.actors.get(one.actor)?.country ?? one.actor;
  const unknown = owners.length === 0 && aside;
  return unknown || doc.xpos[struck] === "PRP" || owners.some((p) => speakers.some((s) => nation(s) === nation(p)));
}

/** A finite verb without a subject has one, wherever the tree put it: its own, or of the verb that it is joined to. */
function isLost(scene: Scene, act: ActReading): boolean {
  const { doc } = scene;
  if (act.nominal || isPassive(doc, act.trigger)) return false;
  if (/^VB[DZ]$/.test(doc.xpos[act.trigger]!)) return true;
  for (let verb = act.trigger; hasRelation(doc, verb, "conj"); ) {
    verb = doc.head[verb]!;
    const subject = childOf(doc, verb, "nsubj");
    if (subject >= 0) return !isFirstPerson(scene, subject) && doc.upos[subject] !== "PRON";
  }
  return false;
}

/** "they should understand and help us": what is joined to a demand is demanded too. */
function isAlsoDemanded(doc: Doc, verb: number): boolean {
  const first = hasRelation(doc, verb, "conj") ? doc.head[verb]! : -1;
  return first >= 0 && childrenOf(doc, first, "aux").some((c) => /^(?:must|should|ought)$/.test(lowerAt(doc, c)));
}
