import { objectOf } from "../../syntax/object.ts";
import { isPassive } from "../../syntax/passive.ts";
import { casesOf, childrenOf, hasRelation } from "../../syntax/tree.ts";
import type { ActReading } from "../act/reading.ts";
import { participantsAt } from "../participant.ts";
import type { Scene } from "../read.ts";
import { isOneOf } from "../sets.ts";
import { doersOf, isViolentDeed } from "./deed.ts";
import { isSameSide, type RoleRule, TOUCHING, without } from "./sides.ts";

/** "an attack by X killed a Y soldier": what the event did, it did to them. */
export const byStriking: RoleRule = (scene, act, _move, sides) => {
  const { doc, index } = scene;
  const verb = doc.head[act.trigger] ?? -1;
  // "was targeted with sanctions"
  const means =
    hasRelation(doc, act.trigger, "obl") &&
    isPassive(doc, verb) &&
    casesOf(doc, act.trigger).some((c) => c === "with" || (act.eventType === "ASSAULT" && (c === "in" || c === "by")));
  const struck = act.nominal && (hasRelation(doc, act.trigger, "nsubj") || means) && isStriking(scene, act, verb);
  return struck && sides.recipients.length === 0
    ? { ...sides, recipients: without(participantsAt(doc, objectOf(doc, verb), index), sides.actors) }
    : sides;
};

/** "killed in an X raid", "hit in strikes by X": who did the deed in which somebody came to harm. */
export const byMeans: RoleRule = (scene, act, move, sides) => {
  const { doc } = scene;
  if (sides.actors.length > 0 || act.nominal || act.eventType !== "ASSAULT" || !isPassive(doc, act.trigger)) return sides;
  const deeds = childrenOf(doc, act.trigger, "obl").filter(
    (t) => t > act.trigger && isViolentDeed(scene, t) && casesOf(doc, t).some((c) => c === "in" || c === "during" || c === "by"),
  );
  const actors = without(
    deeds.slice(0, 1).flatMap((t) => doersOf(scene, move, t)),
    sides.recipients,
  );
  const own = actors.some((a) => isSameSide(scene, a, sides.recipients));
  return actors.length > 0 && !own ? { ...sides, actors, rules: [...sides.rules, "roles:means"] } : sides;
};

/** "the raid killed", "the duties hit": what only follows from it ("violates", "raises") strikes nobody. */
function isStriking(scene: Scene, { eventType }: ActReading, verb: number): boolean {
  const { doc, lexicons } = scene;
  const lemma = doc.lemma[verb] ?? "";
  if (doc.upos[verb] !== "VERB" || (eventType !== "ASSAULT" && eventType !== "SANCTION")) return false;
  const deed =
    eventType === "ASSAULT" && (lexicons.acts.verbs.get(lemma) ?? []).some((s) => s.eventType !== null && TOUCHING.has(s.eventType));
  const thing = objectOf(doc, verb);
  if (isOneOf(scene, thing, "act-abstract") || isOneOf(scene, thing, "proposal")) return false;
  return deed || lexicons.acts.sets.get("striking")?.has(lemma) === true;
}
