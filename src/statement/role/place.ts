import type { EventType, Participant } from "../../model/index.ts";
import { agentOf } from "../../syntax/agent.ts";
import { objectOf } from "../../syntax/object.ts";
import { isPassive } from "../../syntax/passive.ts";
import { casesOf, childrenOf, hasRelation } from "../../syntax/tree.ts";
import type { ActReading } from "../act/reading.ts";
import { fillSlot } from "../fill.ts";
import { isParty } from "../kin.ts";
import type { Move } from "../move/move.ts";
import { isApart, participantsAt } from "../participant.ts";
import type { Scene } from "../read.ts";
import { isOneOf } from "../sets.ts";
import { isDeed, isDispatched } from "./deed.ts";
import { isSameSide, participantsOf, type RoleRule, type Sides } from "./sides.ts";

const HOSTS = new Set(["in", "at", "to", "into", "near", "outside", "over", "on"]);

const GAINING = new Set(["to", "into"]);

const ANSWERED: ReadonlySet<EventType> = new Set(["ACCUSE", "REJECT"]);

/** What is let in, given or given up somewhere, and the slots that say where: "let supplies into X", "left X", "ended the siege of X". */
const REACHED: ReadonlyMap<EventType, readonly string[]> = new Map([
  ["AID", ["to", "into", "for", "in"]],
  ["CONCEDE", ["to", "into", "for"]],
  ["RETREAT", ["to", "into", "from", "of", "on"]],
]);

/** A visit, a deployment, an attack or a measure ("a tariff on steel from X") that names no other side concerns the state it takes place in. */
export const byHost: RoleRule = (scene, act, _move, sides) => {
  const { doc } = scene;
  const sends = act.eventType === "AID" && isDispatched(scene, act.trigger, objectOf(doc, act.trigger));
  const touches =
    sends || act.mode === "visit" || ["ASSAULT", "MOBILIZE", "SANCTION"].includes(act.eventType) || TAKING.has(act.mode ?? "");
  // "lashed out at X", "took aim at X": words that are hurled at somebody
  const hurled = ANSWERED.has(act.eventType) && !act.nominal && [-1, ...act.words].includes(objectOf(doc, act.trigger));
  const known = sides.actors.some((a) => isParty(scene.actors, a.actor));
  const reached = known && !touches && !hurled ? (REACHED.get(act.eventType) ?? []) : [];
  // "pressed the king to shut X's road": whom it meets is not who was asked.
  if (sides.recipients.length > 0 || !(touches || hurled || reached.length > 0) || sides.rules.includes("roles:asked")) return sides;
  const slots = hurled ? ["at"] : reached.length > 0 ? reached : hostSlots(act);
  const places = slots
    .map((slot) => ({ slot, token: fillSlot(doc, act.trigger, act.words, slot) }))
    .filter(({ slot, token }) => token >= 0 && !isByOwn(scene, act, sides, slot))
    // "the X crimes committed": whose deed it is.
    .filter(({ token }) => sides.actors.length > 0 || !(isDeed(scene, token) || doc.lemma[act.trigger] === "commit"))
    // "in X the mayor dismissed the board": where the clause stands.
    .filter(({ token }) => act.eventType !== "SANCTION" || !(casesOf(doc, token).includes("in") && token < act.trigger));
  for (const { slot, token } of places) {
    const met = landAt(scene, token, known).filter(
      (p) => (known || act.mode !== "visit" || !isTownOf(scene, p)) && !isSameSide(scene, p, sides.actors),
    );
    const hosts = met.filter((p) => !isAtHome(scene, p, sides.actors) || (isPlaceItself(scene, token) && !INSIDE.has(slot)));
    if (hosts.length > 0 && !(hosts.length > 1 && isBorder(scene, token)))
      return { ...sides, recipients: hosts, rules: [...sides.rules, "roles:host"] };
  }
  return sides;
};

const hostSlots = (act: ActReading): readonly string[] =>
  [...act.frame.recipient, ...(act.eventType === "ASSAULT" && act.nominal ? ["on"] : [])]
    .filter((slot) => HOSTS.has(slot) || slot === "obj" || (slot === "of" && act.eventType === "ASSAULT"))
    // "the annexation of the valley to X": who gains by it is not whom it meets.
    .filter((slot) => !(act.mode === "seize" && GAINING.has(slot)));

/** "people were attacked in X", "the site was blocked in X": by their own, for all that is said; not "a raid on X". */
function isByOwn(scene: Scene, act: ActReading, { actors }: Sides, slot: string): boolean {
  if (actors.length > 0 || slot === "on") return false;
  const struck = objectOf(scene.doc, act.trigger);
  return act.eventType === "COERCE" || (struck < 0 && isPassive(scene.doc, act.trigger)) || isOneOf(scene, struck, "person");
}

const INSIDE = new Set(["in", "at", "near", "outside"]);

/** "the front shelled a post in the town of X": a movement in its own country may strike anybody's there. */
function isAtHome({ actors, mentions }: Scene, host: Participant, doers: readonly Participant[]): boolean {
  const country = actors.get(host.actor)?.country ?? null;
  if (country === null || !mentions.some((m) => m.start === host.start && m.rule === "land")) return false;
  return doers.some((d) => actors.get(d.actor)?.kind === "movement" && (actors.get(d.actor)?.country ?? country) === country);
}

const isPlaceItself = ({ hosts }: Scene, token: number): boolean => hosts.has(token);

/** "the singer visited Lima": a capital that somebody of no party goes to is a town. */
const isTownOf = ({ mentions }: Scene, { start }: Participant): boolean => mentions.some((m) => m.start === start && m.form === "metonym");

/** True for a border: it lies between two. */
export const isBorder = ({ doc }: Scene, token: number): boolean => doc.lemma[token] === "border" || doc.lemma[token] === "frontier";

/** Measures that take things or keep them out. */
const TAKING = new Set(["seize", "restrict"]);

/** The states whose land or things a phrase tells of: "X", "an X airfield"; and where who acts is known, `deep`, "five districts of X's coast", "cars made in X". */
export function landAt(scene: Scene, token: number, deep: boolean, depth = 0): readonly Participant[] {
  const { doc, actors } = scene;
  const own = participantsAt(doc, token, scene.hosts);
  if (own.length > 0 || depth > 3 || !deep) return own;
  const state = (scene.index.get(token) ?? []).filter((m) => m.form !== "pronoun" && actors.get(m.actor)?.kind === "state");
  if (state.length > 0) return depth > 0 ? participantsAt(doc, token, scene.index) : [];
  const person = isOneOf(scene, token, "person");
  if (person && isApart(doc, token)) return [];
  const within = person ? OF : OF_OR_IN;
  const parts = childrenOf(doc, token, "nmod:poss", "amod", "compound", "appos", "flat", "nmod").filter(
    (c) => !hasRelation(doc, c, "nmod") || doc.relation[c] !== "nmod" || casesOf(doc, c).some((k) => within.has(k)),
  );
  const made = childrenOf(doc, token, "acl")
    .filter((c) => isOneOf(scene, c, "making"))
    // "made over to X"
    .flatMap((c) => childrenOf(doc, c, "obl").filter((o) => casesOf(doc, o).some((k) => OF_OR_IN.has(k))));
  return [...parts, ...made].map((c) => landAt(scene, c, deep, depth + 1)).find((some) => some.length > 0) ?? [];
}

const OF = new Set(["of", "from"]);

const OF_OR_IN = new Set([...OF, "in", "near"]);

/** "prisoners held by X": X. */
export function holdersOf(scene: Scene, freed: number, move: Move): readonly Participant[] {
  const { doc } = scene;
  const holding = (freed < 0 ? [] : childrenOf(doc, freed, "acl")).filter((c) => isOneOf(scene, c, "holding"));
  return holding.flatMap((c) => participantsOf(scene, move, agentOf(doc, c)));
}
