import type { Participant } from "../../model/index.ts";
import { agentOf } from "../../syntax/agent.ts";
import { isPassive } from "../../syntax/passive.ts";
import { subjectOf } from "../../syntax/subject.ts";
import { childOf, childrenOf, hasRelation, lowerAt } from "../../syntax/tree.ts";
import type { ActReading } from "../act/reading.ts";
import { fillSlot } from "../fill.ts";
import type { Move } from "../move/move.ts";
import type { Scene } from "../read.ts";
import { isOneOf } from "../sets.ts";
import { isVerdict } from "../verdict.ts";
import { doersOf, isDeed } from "./deed.ts";
import { isQuality } from "./quality.ts";
import { isFirstPerson, isSameSide, participantsOf, type RoleRule, speakersOf } from "./sides.ts";

const POINTING = new Set(["it", "this", "that", "these", "those", "they"]);

/** "X said Y's raids were illegal": whoever says so judges whoever raided. What nobody is said to say, or says of the own side, judges nobody. */
export const byVerdict: RoleRule = (scene, act, move, sides) => {
  if (!isVerdict(act)) return sides;
  const nobody = { ...sides, actors: [], recipients: [] };
  const meant = move.modality === "done" || move.modality === "ongoing" || move.modality === "refused";
  if (!meant || !move.positive || move.over[0]?.speech !== true) return nobody;
  const actors = speakersOf(scene, move);
  const subject = judgedAt(scene, act);
  // "Y's illegal raids", "a council that pursues cruel policies": whoever speaks so judges, where the words say whose they are.
  const attributive = hasRelation(scene.doc, act.trigger, "amod");
  const recipients = attributive && !isConductAt(scene, act, subject) ? [] : ownersOf(scene, move, subject);
  const own = recipients.some((one) => isSameSide(scene, one, actors)) || (subject >= 0 && isFirstPerson(scene, subject));
  // "it is illegal, he said": somebody told of before, whom nobody could tell.
  const somebody = actors.length > 0 || (!attributive && recipients.length > 0 && isPronoun(scene, move));
  if (!somebody || own || (recipients.length === 0 && (attributive || !isConductAt(scene, act, subject)))) return nobody;
  return { ...sides, actors, recipients, rules: [...sides.rules, "roles:judged"] };
};

const isPronoun = ({ doc }: Scene, { over }: Move): boolean => doc.upos[over[0]?.source?.head ?? -1] === "PRON";

/** The token of what is judged: the subject of the predicate, or whose failure it is; of "it is wrong that X stays", X. */
function judgedAt({ doc }: Scene, act: ActReading): number {
  if (isQuality(act) !== null && hasRelation(doc, act.trigger, "amod")) return doc.head[act.trigger] ?? -1;
  // "the violations committed by Y"
  if (act.frame.recipient[0] === "self") return act.trigger;
  const clause = childrenOf(doc, act.trigger, "csubj", "ccomp", "xcomp", "advcl").find((c) => c > act.trigger);
  const it = childOf(doc, act.trigger, "expl", "nsubj");
  if (clause !== undefined && it >= 0 && lowerAt(doc, it) === "it") return isPassive(doc, clause) ? -1 : childOf(doc, clause, "nsubj");
  const slots = act.frame.recipient.map((slot) => fillSlot(doc, act.trigger, act.words, slot, isQuality(act) !== null));
  return slots.find((t) => t >= 0) ?? -1;
}

/** Whose conduct a phrase names: "Y's raids", "the raids by Y", "the ban imposed by Y", "Y"; nobody where it only points ("this", "they"). */
function ownersOf(scene: Scene, move: Move, subject: number): readonly Participant[] {
  const { doc } = scene;
  if (subject < 0 || POINTING.has(lowerAt(doc, subject))) return [];
  const named = isDeed(scene, subject) ? doersOf(scene, move, subject) : participantsOf(scene, move, subject);
  if (named.length > 0) return named;
  const verb = hasRelation(doc, subject, "obj") ? (doc.head[subject] ?? -1) : -1;
  if (verb >= 0 && isOneOf(scene, verb, "perpetrating")) return participantsOf(scene, move, subjectOf(doc, verb));
  return childrenOf(doc, subject, "acl").flatMap((c) => participantsOf(scene, move, agentOf(doc, c)));
}

/** "this is illegal", "the raid was a crime": conduct that is judged, though the words do not say whose. */
function isConductAt(scene: Scene, act: ActReading, subject: number): boolean {
  const { doc } = scene;
  // "their failure to act"
  if (subject >= 0 && act.frame.recipient[0] === "poss") return doc.upos[subject] === "PRON";
  if (act.frame.recipient[0] === "self") return false;
  if (subject < 0 || childOf(doc, act.trigger, "expl", "csubj") >= 0) return false;
  return (
    isDeed(scene, subject) ||
    isOneOf(scene, subject, "measure-taken") ||
    (POINTING.has(lowerAt(doc, subject)) && doc.relation[subject] !== "expl")
  );
}
