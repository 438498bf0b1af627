import { childOf, hasRelation } from "../syntax/tree.ts";
import type { ActReading } from "./act/reading.ts";
import { isParty } from "./kin.ts";
import type { Move } from "./move/move.ts";
import type { Scene } from "./read.ts";
import { byAsking, byDuty, byWarned } from "./role/asking.ts";
import { byFrame } from "./role/frame.ts";
import { byAnswering, byBoth, byClause, byCondition, byGovernor, byOrigin, byPair, byPartner, byRefusing, byThanks } from "./role/given.ts";
import { byVerdict } from "./role/judged.ts";
import { byChair, byHyphen, byLead, byMediation } from "./role/leading.ts";
import { byMembers } from "./role/members.ts";
import { byHost } from "./role/place.ts";
import type { RoleRule, Sides } from "./role/sides.ts";
import { byAddressee, byDue, byNesting, bySpeaker, byTalking, byTelling } from "./role/spoken.ts";
import { byMeans, byStriking } from "./role/striking.ts";
import {
  byAim,
  byArms,
  byBelonging,
  byConcern,
  byNation,
  byOnlyOther,
  byRebuke,
  byTarget,
  byUndergoing,
  byWithdrawal,
} from "./role/touched.ts";
import { byVisit } from "./role/visiting.ts";
import { isVerdict } from "./verdict.ts";

/** In this order: what the words give, what speech adds, what the act does to people, and last what only the clause as a whole tells. */
const RULES: readonly RoleRule[] = [
  byFrame,
  byBoth,
  byTarget,
  byWarned,
  // Before asking: an imperative's doer is the one addressed, not the one who asks.
  byTelling,
  byNesting,
  byAsking,
  byDuty,
  byGovernor,
  byPartner,
  byAnswering,
  byRefusing,
  byThanks,
  byHyphen,
  byLead,
  bySpeaker,
  byAddressee,
  byUndergoing,
  byConcern,
  byArms,
  byMeans,
  byStriking,
  byAim,
  byWithdrawal,
  // After all that may name the actor's own people, before the nation of those who are left.
  byBelonging,
  byNation,
  byCondition,
  byPair,
  byRebuke,
  byOnlyOther,
  byTalking,
  byClause,
  byVisit,
  byOrigin,
  byHost,
  byMediation,
  byChair,
  // Last, so that nobody else names the party for them.
  byMembers,
];

/** Of a verdict, or what is due, the words tell the sides: nobody else is looked for. */
const VERDICT: readonly RoleRule[] = [byVerdict, byMembers];
const DUE: readonly RoleRule[] = [byDue, byMembers];

const rulesOf = (act: ActReading): readonly RoleRule[] => (isVerdict(act) ? VERDICT : act.rules[0] === "act.spoken.due" ? DUE : RULES);

/** "made efforts to convince X to sign", "agreed to let X join": X neither plans nor promises it, and nobody else does it. */
function isSwayed(scene: Scene, { trigger }: ActReading, { modality, reading }: Move): boolean {
  const { doc, index, actors } = scene;
  const { governor, inner, positive } = reading;
  if (governor?.control.performer !== "subj" || inner || !positive || !(modality === "planned" || modality === "promised")) return false;
  for (let t = trigger; ; ) {
    const verb = doc.head[t] ?? -1;
    if (verb <= governor.token || verb >= trigger) return false;
    const swayed = hasRelation(doc, t, "conj") || doc.upos[verb] !== "VERB" ? -1 : childOf(doc, verb, "obj", "iobj");
    if ((index.get(swayed) ?? []).some((m) => isParty(actors, m.actor))) return true;
    t = verb;
  }
}

/** Everyone in a role of an act. Null where no party stands in it: a state, government, movement, or who deals with such. */
export function readParties(scene: Scene, act: ActReading, move: Move): Sides | null {
  const nobody: Sides = { actors: [], recipients: [], mediators: [], rules: [] };
  if (isSwayed(scene, act, move)) return null;
  const sides = rulesOf(act).reduce((so, rule) => rule(scene, act, move, so), nobody);
  // Whoever's speech is printed in full speaks for somebody, named or not.
  const spokesman = move.over.some((v) => v.rule === "text") && sides.rules.includes("roles:speaker");
  const known = [...sides.actors, ...sides.recipients];
  return (spokesman && known.length > 0) || known.some((p) => isParty(scene.actors, p.actor)) ? sides : null;
}
