import { casesOf, childOf, hasRelation } from "../../syntax/tree.ts";
import { fillSlot } from "../fill.ts";
import { isSameSide, participantsOf, type RoleRule } from "./sides.ts";

/** What sets a visit beside what somebody did on it. */
const ASIDE = new Set(["during", "on", "after", "before"]);

/** "On a trip to X the minister promised it", "was arrested during a visit to X": the person the clause is about went there. */
export const byVisit: RoleRule = (scene, act, move, sides) => {
  const { doc, actors } = scene;
  const verb = doc.head[act.trigger] ?? -1;
  if (act.mode !== "visit" || !act.nominal || sides.actors.length > 0 || sides.recipients.length === 0 || doc.upos[verb] !== "VERB")
    return sides;
  if (!hasRelation(doc, act.trigger, "obl") || !casesOf(doc, act.trigger).some((c) => ASIDE.has(c))) return sides;
  // "during the king's visit", "after a visit by X": whose it was is said, or left open.
  if (["poss", "by", "of"].some((slot) => fillSlot(doc, act.trigger, act.words, slot) >= 0)) return sides;
  const goers = participantsOf(scene, move, childOf(doc, verb, "nsubj", "nsubj:pass")).filter(
    (p) => actors.get(p.actor)?.kind === "person" && !isSameSide(scene, p, sides.recipients),
  );
  return goers.length === 1 ? { ...sides, actors: goers, rules: [...sides.rules, "roles:visitor"] } : sides;
};
