import type { Doc, EventType, Participant } from "../../model/index.ts";
import { agentOf } from "../../syntax/agent.ts";
import { ownerOf } from "../../syntax/owner.ts";
import { casesOf, childrenOf, hasRelation } from "../../syntax/tree.ts";
import type { ActReading } from "../act/reading.ts";
import { isParty } from "../kin.ts";
import type { Move } from "../move/move.ts";
import type { Scene } from "../read.ts";
import { isOneOf } from "../sets.ts";
import { participantsOf, TOUCHING, without } from "./sides.ts";
import { JUDGING } from "./text.ts";

const ANSWERING: ReadonlySet<EventType> = new Set(["ACCUSE", "REJECT"]);

/** True for envoys, troops and helpers of nobody named under a verb of sending. */
export function isDispatched(scene: Scene, verb: number, token: number): boolean {
  if (!isOneOf(scene, verb, "sending") || !(isOneOf(scene, token, "dispatched") || isOneOf(scene, token, "troops"))) return false;
  return (scene.index.get(token) ?? []).every((m) => !isParty(scene.actors, m.actor));
}

/** True for a noun of what is done to somebody: in "condemned the raids on X" it is not X that is condemned. */
export function isDeed({ doc, index, lexicons }: Scene, token: number): boolean {
  const senses = doc.upos[token] === "NOUN" && !index.has(token) ? (lexicons.acts.nouns.get(doc.lemma[token] ?? "") ?? []) : [];
  return senses.some((s) => s.words.length === 1 && s.eventType !== null && TOUCHING.has(s.eventType));
}

/** True where the noun an act is told by holds what it answers or supports: "rejected X's claims", "supported X's efforts". */
export function answersIn({ doc, lexicons }: Scene, { eventType }: ActReading, noun: number): boolean {
  const senses = lexicons.acts.nouns.get(doc.lemma[noun] ?? "") ?? [];
  return ANSWERING.has(eventType) || (eventType === "SUPPORT" && !senses.some((s) => s.words.length === 1));
}

/** Slots of what a refusal turns against. */
const OPPOSED: ReadonlySet<string> = new Set(["against", "at", "on"]);

/** Whom a phrase without a party of its own leads to: "dismissed a plea made by X", "a deal with two states, including X". */
export function othersOf(
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
  // "pushed back against X's charge"
  const maker = eventType === "REJECT" && OPPOSED.has(slot) && !scene.index.has(noun) ? ownerOf(doc, noun) : -1;
  if (maker >= 0) return participantsOf(scene, move, maker).filter((p) => isParty(scene.actors, p.actor));
  if (slot !== "obj" || !JUDGING.has(eventType)) return [];
  const made = childrenOf(scene.doc, noun, "acl").filter((c) => isOneOf(scene, c, "uttered"));
  return made.flatMap((c) => participantsOf(scene, move, agentOf(scene.doc, c)));
}

/** Who did what a noun tells: "the raids by X", "X's raids"; "X's arrest" befell X, where X is no party. */
export function doersOf(scene: Scene, move: Move, noun: number): readonly Participant[] {
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
  const owner = ownerOf(scene.doc, noun);
  // "said no to the X war": a state's full name before a deed of violence tells whom it strikes.
  if (by.length === 0 && hasRelation(scene.doc, owner, "compound") && isViolent(scene, noun) && isFullName(scene.doc, owner)) return [];
  return by.length > 0 ? by : participantsOf(scene, move, owner).filter((p) => isParty(scene.actors, p.actor));
}

const isFullName = (doc: Doc, token: number): boolean => /^\p{Lu}\p{Ll}{2,}/u.test(doc.text.slice(doc.start[token]));

/** True for a noun of violence done: a raid, an airstrike. */
export const isViolentDeed = (scene: Scene, token: number): boolean => isDeed(scene, token) && isViolent(scene, token);

const isViolent = ({ doc, lexicons }: Scene, noun: number): boolean =>
  (lexicons.acts.nouns.get(doc.lemma[noun] ?? "") ?? []).some((s) => s.words.length === 1 && s.eventType === "ASSAULT");
