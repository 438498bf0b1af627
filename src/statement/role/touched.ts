import type { EventType, Participant } from "../../model/index.ts";
import { objectOf } from "../../syntax/roles.ts";
import { casesOf, childrenOf, hasRelation, subtreeOf } from "../../syntax/tree.ts";
import { isParty, partyOf } from "../kin.ts";
import { participantsAt } from "../participant.ts";
import type { Scene } from "../read.ts";
import { isSameSide, type RoleRule, without } from "./sides.ts";

/** Acts that are done to people and things. */
const TOUCHING: ReadonlySet<EventType> = new Set(["RETREAT", "COERCE", "ASSAULT", "SANCTION"]);
/** Acts of words between two. */
const VERBAL: ReadonlySet<EventType> = new Set(["REQUEST", "ACCUSE", "REJECT", "THREATEN"]);
const PEOPLE = new Set(["person", "group"]);

/** "X's release": the one released, not the one who releases. */
export const byUndergoing: RoleRule = (scene, act, _move, sides) => {
  const undergoers = sides.actors.every((a) => isNobodys(scene, a));
  if (!act.nominal || !TOUCHING.has(act.eventType) || sides.recipients.length > 0 || !undergoers) return sides;
  return { ...sides, actors: [], recipients: sides.actors };
};

/** "asked for the release of prisoners": people of no party and no name are asked nothing. */
export const byConcern: RoleRule = (scene, act, _move, sides) => {
  if (!VERBAL.has(act.eventType) && !sides.rules.includes("roles:asked")) return sides;
  return { ...sides, recipients: sides.recipients.filter((r) => !isNobodys(scene, r) || isNamedOrOfCountry(scene, r)) };
};

/** "an attack by X killed a Y soldier": what the event did, it did to them. */
export const byStriking: RoleRule = (scene, act, _move, sides) => {
  const { doc, index } = scene;
  const verb = doc.head[act.trigger] ?? -1;
  const struck = act.nominal && act.eventType === "ASSAULT" && hasRelation(doc, act.trigger, "nsubj") && doc.upos[verb] === "VERB";
  return struck && sides.recipients.length === 0
    ? { ...sides, recipients: without(participantsAt(doc, objectOf(doc, verb), index), sides.actors) }
    : sides;
};

/** "withdrew its own forces": what belongs to the actor receives nothing. */
export const byBelonging: RoleRule = (scene, _act, _move, sides) => ({
  ...sides,
  recipients: sides.recipients.filter((r) => !isSameSide(scene, r, sides.actors)),
});

/** What somebody does to a state's people concerns the state: "released the X tourists" is a step towards X. Who is sent home or punished is met as himself. */
export const byNation: RoleRule = (scene, act, _move, sides) => {
  const released = act.eventType === "RETREAT";
  const seized = act.eventType === "COERCE" && act.mode !== "deport";
  const met = sides.actors.length > 0 && (seized || act.eventType === "ASSAULT");
  if (!released && !met) return sides;
  const states = sides.recipients.flatMap((r) => {
    const country = isNobodys(scene, r) ? scene.actors.get(r.actor)?.country : null;
    const state = country && [...scene.actors.values()].find((a) => a.kind === "state" && a.country === country);
    return state && !sides.recipients.some((p) => p.actor === state.id) ? [{ ...r, actor: state.id }] : [];
  });
  return { ...sides, recipients: [...sides.recipients, ...states] };
};

/** The one other party that has a role in the clause is whom a verbal act, or the lifting of a measure, is meant for. */
export const byOnlyOther: RoleRule = (scene, act, _move, sides) => {
  const meant = VERBAL.has(act.eventType) || (act.eventType === "RETREAT" && act.mode === null);
  if (sides.recipients.length > 0 || !meant) return sides;
  const { doc, index } = scene;
  // "before X took office" dates the act, it does not address it.
  const aside = childrenOf(doc, act.trigger, "advcl", "parataxis").flatMap((c) => subtreeOf(doc, c));
  const others = subtreeOf(doc, act.trigger)
    .filter((t) => !aside.includes(t) && hasRole(scene, t))
    .flatMap((t) => index.get(t) ?? [])
    .filter((m) => m.form !== "pronoun" && isParty(scene.actors, m.actor) && !isSameSide(scene, m, sides.actors));
  const [one] = others;
  if (!one || new Set(others.map((m) => partyOf(scene.actors, m.actor))).size > 1) return sides;
  return { ...sides, recipients: [{ actor: one.actor, start: one.start, end: one.end }], rules: [...sides.rules, "roles:inside"] };
};

const ROLE_CASES = new Set(["by", "from", "of", "with", "against"]);

function hasRole({ doc }: Scene, token: number): boolean {
  return hasRelation(doc, token, "nsubj", "obl:agent", "obj") || casesOf(doc, token).some((c) => ROLE_CASES.has(c));
}

/** A person or group that belongs to no party. */
function isNobodys(scene: Scene, one: Participant): boolean {
  const actor = scene.actors.get(one.actor);
  return actor === undefined || (actor.partyOf === null && PEOPLE.has(actor.kind));
}

function isNamedOrOfCountry(scene: Scene, one: Participant): boolean {
  const actor = scene.actors.get(one.actor);
  return actor !== undefined && (actor.country !== null || (actor.kind === "person" && /^\p{Lu}/u.test(actor.name)));
}
