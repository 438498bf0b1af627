import type { Participant } from "../../model/index.ts";
import { objectOf } from "../../syntax/object.ts";
import { subjectOf } from "../../syntax/subject.ts";
import { casesOf, childrenOf, lowerAt, subtreeOf } from "../../syntax/tree.ts";
import type { ActReading } from "../act/reading.ts";
import { partyOf } from "../kin.ts";
import type { Move } from "../move/move.ts";
import type { Scene } from "../read.ts";
import { isOneOf } from "../sets.ts";
import { participantsOf, type RoleRule, type Sides, TOUCHING, without } from "./sides.ts";

const LED = new Set(["led", "launched", "ordered", "run", "imposed"]);

/** "the X-led 3 May attack on Y": whose deed it is, said by a hyphen before the day. */
export const byHyphen: RoleRule = ({ doc, mentions }, act, _move, sides) => {
  if (sides.actors.length > 0 || !act.nominal || !TOUCHING.has(act.eventType)) return sides;
  for (let t = act.trigger - 1; t > 1 && act.trigger - t < 9 && doc.sentenceOf[t] === doc.sentenceOf[act.trigger]; t--) {
    if (LED.has(lowerAt(doc, t)) && /^[-–]$/.test(lowerAt(doc, t - 1))) {
      const led = mentions.find((m) => m.end === doc.end[t - 2] && m.form !== "pronoun");
      const actors = led ? [{ actor: led.actor, start: led.start, end: led.end }] : [];
      return { ...sides, actors, recipients: without(sides.recipients, actors) };
    }
    if (!["NUM", "PROPN", "PUNCT", "ADJ", "NOUN"].includes(doc.upos[t] ?? "")) return sides;
  }
  return sides;
};

/** Who leads a side stands for it: "led on the A side by X". */
export const byLead: RoleRule = (scene, act, _move, sides) => {
  const side = scene.leads.find((l) => l.trigger === act.trigger || act.words.includes(l.trigger))?.side;
  const known = side && sides.actors.some((a) => partyOf(scene.actors, a.actor) === partyOf(scene.actors, side.actor));
  return side && !known ? { ...sides, actors: [side, ...sides.actors] } : sides;
};

/** "X hosted talks between A and B", "the release was brokered by X": who stands between the sides. */
export const byMediation: RoleRule = (scene, act, move, sides) => {
  const { doc } = scene;
  const tokens = [act.trigger, ...act.words, doc.head[act.trigger] ?? -1];
  const verb = tokens.find((t) => t >= 0 && doc.upos[t] === "VERB" && isOneOf(scene, t, "mediate"));
  const mediators = verb === undefined || act.eventType !== "CONSULT" ? [] : participantsOf(scene, move, subjectOf(doc, verb));
  // "said X must mediate": who asks for it is no side of it.
  if (mediators.length === 0 || sides.rules.includes("roles:asked"))
    return { ...sides, recipients: sides.recipients.length > 0 ? sides.recipients : partedBy(scene, act, move, sides) };
  const known = without([...sides.actors, ...sides.recipients], mediators);
  const recipients = known.length > 0 || verb === undefined ? known : without(betweenIn(scene, move, verb), mediators);
  return { actors: mediators, recipients, mediators, rules: [...sides.rules, "roles:mediator"] };
};

/** "launched mediation to avert a war between X and Y": those whom a third party stands between. */
function partedBy(scene: Scene, act: ActReading, move: Move, { actors }: Sides): readonly Participant[] {
  if (act.mode !== "third-party" || actors.length === 0) return [];
  const parted = subtreeOf(scene.doc, act.trigger).find((t) => casesOf(scene.doc, t).includes("between"));
  return parted === undefined || scene.index.get(parted)?.[0]?.rule === "pair" ? [] : without(participantsOf(scene, move, parted), actors);
}

/** "mediates in the talks between X and Y", "brokered a truce between X and Y": those between whom what is mediated is. */
function betweenIn(scene: Scene, move: Move, verb: number): readonly Participant[] {
  const { doc } = scene;
  const topics = [objectOf(doc, verb), ...childrenOf(doc, verb, "obl")].filter((t) => t >= 0);
  const between = topics.flatMap((t) => subtreeOf(doc, t)).find((t) => casesOf(doc, t).includes("between"));
  // "between both sides": which two is a guess of its own.
  return between === undefined || scene.index.get(between)?.[0]?.rule === "pair" ? [] : participantsOf(scene, move, between);
}

const CHAIRING = /^(?:,[^,.;]{1,60})?[\s,]*\b(?:in the chair|presiding|chairing|mediating|as (?:chair|mediator|host))\b/;

/** "X and Y met, with Z in the chair": who presides over the meeting of two is not who they met. */
export const byChair: RoleRule = ({ doc }, act, _move, sides) => {
  if (act.eventType !== "CONSULT" || sides.actors.length < 2) return sides;
  const mediators = sides.recipients.filter((one) => CHAIRING.test(doc.text.slice(one.end, one.end + 90)));
  if (mediators.length === 0) return sides;
  return { ...sides, recipients: without(sides.recipients, mediators), mediators, rules: [...sides.rules, "roles:chair"] };
};
