import type { EventType, Mention, Participant } from "../../model/index.ts";
import { objectOf } from "../../syntax/object.ts";
import { childrenOf, lowerAt } from "../../syntax/tree.ts";
import type { ActReading } from "../act/reading.ts";
import { isParty, partyOf } from "../kin.ts";
import type { Move } from "../move/move.ts";
import { participantsAt } from "../participant.ts";
import type { Scene } from "../read.ts";
import { isOneOf } from "../sets.ts";
import { addresseeOf } from "../speaker.ts";

/** Who stands on each side of an act so far, and the rules that put them there. */
export interface Sides {
  readonly actors: readonly Participant[];
  readonly recipients: readonly Participant[];
  readonly mediators: readonly Participant[];
  readonly rules: readonly string[];
}

/** One idea of who stands where. Gives the sides back as they are where it has nothing to say. */
export type RoleRule = (scene: Scene, act: ActReading, move: Move, sides: Sides) => Sides;

/** Acts that are done to people and things. */
export const TOUCHING: ReadonlySet<EventType> = new Set(["RETREAT", "COERCE", "ASSAULT", "SANCTION"]);

const FIRST = new Set(["i", "we", "us", "me", "our", "my"]);
const SECOND = new Set(["you", "your"]);

/** True for "we" and "I" of who speaks; "US" is no pronoun, and in words quoted by the speaker they are another's. */
export function isFirstPerson(scene: Scene, token: number): boolean {
  return scene.doc.upos[token] === "PRON" && FIRST.has(lowerAt(scene.doc, token)) && !isQuotedInside(scene, token);
}

/** "\"I hear them say: 'We will help'\"": an inner mark of quotation is open before a token. */
function isQuotedInside({ doc, voices }: Scene, token: number): boolean {
  const at = doc.start[token]!;
  const spoken = voices.filter((v) => v.form === "direct").flatMap((v) => v.content);
  return spoken.some(
    ({ start, end }) =>
      start <= at && at < end && /[\s(—–][‘'](?:\p{L}(?:[^’']|(?<=\p{L})[’'](?=\p{L}))*)?$/u.test(doc.text.slice(start + 2, at)),
  );
}

/** Those a token names; "we" and "you" inside somebody's words are the speaker and the one addressed. Empty for -1. */
export function participantsOf(scene: Scene, move: Move, token: number): readonly Participant[] {
  const { doc, index } = scene;
  if (token < 0) return [];
  const voice = move.over[0];
  const second = doc.upos[token] === "PRON" && SECOND.has(lowerAt(doc, token));
  const standing =
    voice && isFirstPerson(scene, token) ? (voice.source?.head ?? -1) : voice && second ? addresseeOf(doc, voice, scene.lexicons.cues) : -1;
  if (standing < 0) {
    const known = participantsAt(doc, token, index);
    const own = voice?.source && !known.some((p) => isParty(scene.actors, p.actor)) ? ownPeople(scene, voice.source.head, token) : [];
    return own.length > 0 ? own : known;
  }
  const [who] = participantsAt(doc, standing, index);
  return who ? [{ actor: who.actor, start: doc.start[token]!, end: doc.end[token]! }] : [];
}

/** "our forces", "its delegation" in somebody's words: whoever speaks or is meant, told by the arm that acts. */
function ownPeople(scene: Scene, speaker: number, token: number): readonly Participant[] {
  const { doc, index } = scene;
  const [owner] = childrenOf(doc, token, "nmod:poss");
  if (owner === undefined || doc.upos[owner] !== "PRON" || !OWN_PEOPLE.some((set) => isOneOf(scene, token, set))) return [];
  const whose = isFirstPerson(scene, owner) ? (lowerAt(doc, owner) === "our" ? speaker : -1) : owner;
  return (whose < 0 ? [] : participantsAt(doc, whose, index))
    .slice(0, 1)
    .map(({ actor }) => ({ actor, start: doc.start[owner]!, end: doc.end[token]! }));
}

const OWN_PEOPLE = ["troops", "led-side"];

/** Who speaks the act; a pronoun inside somebody's words ("said they had also warned") is most often that somebody. */
export function speakersOf(scene: Scene, move: Move): readonly Participant[] {
  const named = move.over.find((v) => v.source && scene.doc.upos[v.source.head] !== "PRON") ?? move.over.find((v) => v.source);
  return named?.source ? participantsAt(scene.doc, named.source.head, scene.index) : [];
}

/** Those who are not among the others. */
export function without(some: readonly Participant[], others: readonly Participant[]): readonly Participant[] {
  return some.filter((p) => !others.some((o) => o.actor === p.actor));
}

/** True where somebody belongs to the party of one of the others; two persons of one party may well face each other. */
export function isSameSide(scene: Scene, one: Participant, others: readonly Participant[]): boolean {
  return others.some((other) => {
    if (partyOf(scene.actors, other.actor) !== partyOf(scene.actors, one.actor)) return false;
    return other.actor === one.actor || !(isPerson(scene, other) && isPerson(scene, one));
  });
}

/** Acts of words between two. */
export const VERBAL: ReadonlySet<EventType> = new Set(["REQUEST", "ACCUSE", "REJECT", "THREATEN"]);

/** True where somebody is the actor, or belongs to it. Bodies of one state may ask, accuse and refuse each other, each by its own name. */
export function isOwn(
  scene: Scene,
  act: ActReading,
  one: Participant,
  others: readonly Participant[],
  verbal = VERBAL.has(act.eventType),
): boolean {
  if (!isSameSide(scene, one, others)) return false;
  const named = scene.mentions.some((m) => m.start === one.start && m.end === one.end && APART.has(m.form));
  return !(verbal || isPersonal(scene, act, one)) || !named || others.some((other) => isAbove(scene, one.actor, other.actor));
}

/** Deeds a state does to its own people as well: it dismisses, jails, frees and pardons them. */
const PERSONAL: ReadonlySet<EventType> = new Set(["SANCTION", "COERCE", "CONCEDE", "ASSAULT"]);

/** "the cabinet dismissed X", "the king pardoned X": a person who is the object of such a deed. */
function isPersonal(scene: Scene, { trigger, nominal, eventType, mode }: ActReading, one: Participant): boolean {
  // "recalled its envoy": that strikes another.
  if (nominal || !PERSONAL.has(eventType) || mode === "withdraw" || !isPerson(scene, one)) return false;
  return participantsAt(scene.doc, objectOf(scene.doc, trigger), scene.index).some((p) => p.start === one.start);
}

const APART = new Set<Mention["form"]>(["name", "description"]);

/** True where one is the other, or the party behind it. */
function isAbove({ actors }: Scene, one: string, other: string): boolean {
  const up = actors.get(other)?.partyOf;
  return one === other || (up !== null && up !== undefined && up !== other && isAbove({ actors } as Scene, one, up));
}

function isPerson(scene: Scene, one: Participant): boolean {
  return scene.actors.get(one.actor)?.kind === "person";
}
