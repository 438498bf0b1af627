import type { EventType } from "../../model/index.ts";
import { agentOf } from "../../syntax/agent.ts";
import { isPassive } from "../../syntax/passive.ts";
import { nominalSubjectOf } from "../../syntax/subject.ts";
import { casesOf, childrenOf, lowerAt } from "../../syntax/tree.ts";
import type { ActReading } from "../act/reading.ts";
import { participantsAt } from "../participant.ts";
import type { Scene } from "../read.ts";
import { isOneOf } from "../sets.ts";

/** Words about what others did. */
export const JUDGING: ReadonlySet<EventType> = new Set(["ACCUSE", "REJECT", "SUPPORT", "SAY"]);

/** Only who can speak does these; a release or a raid cannot. */
export const SPOKEN: ReadonlySet<EventType> = new Set([...JUDGING, "REQUEST", "THREATEN", "AGREE"]);

/** "issued a statement accusing Y", "a decree that bans Y": who made the statement accuses, who made the decree bans. */
export function voiceOf(
  scene: Scene,
  { trigger, eventType }: Pick<ActReading, "trigger" | "eventType">,
  subject: number,
  open = false,
): number {
  const { doc, index } = scene;
  const spoken = open || SPOKEN.has(eventType);
  const token = isText(scene, subject, spoken) ? subject : textBefore(scene, trigger, spoken);
  if (token < 0 || (token !== subject && participantsAt(doc, subject, index).length > 0)) return subject;
  if (participantsAt(doc, token, index).length > 0) return token;
  const signed = childrenOf(doc, token, "acl").map((c) => (isPassive(doc, c) ? agentOf(doc, c) : -1));
  const from = childrenOf(doc, token, "nmod").find((c) => casesOf(doc, c).includes("from"));
  const maker = [from ?? -1, ...signed, nominalSubjectOf(doc, token)].find((t) => t >= 0);
  return maker ?? subject;
}

/** True for a noun of what is said or ruled in words. */
function isText(scene: Scene, token: number, spoken: boolean): boolean {
  if (token < 0 || scene.doc.upos[token] !== "NOUN") return false;
  return isOneOf(scene, token, "ruling") || (spoken && isOneOf(scene, token, "speech"));
}

/** "came with a statement from X, condemning Y": the text right before a participle behind a comma; -1 elsewhere. */
function textBefore(scene: Scene, trigger: number, spoken: boolean): number {
  const { doc } = scene;
  if (doc.xpos[trigger] !== "VBG" || trigger < 2 || lowerAt(doc, trigger - 1) !== ",") return -1;
  for (let t = trigger - 2; t >= 0 && doc.upos[t] !== "VERB"; t = doc.head[t] ?? -1) if (isText(scene, t, spoken)) return t;
  return -1;
}
