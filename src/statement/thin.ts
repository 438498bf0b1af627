import type { Actor, EventType } from "../model/index.ts";
import type { ActReading } from "./act/reading.ts";
import { fillSlot } from "./fill.ts";
import { isParty } from "./kin.ts";
import { CONFLICT } from "./move/conflict.ts";
import type { Scene } from "./read.ts";
import type { Sides } from "./role/sides.ts";
import { isVerdict } from "./verdict.ts";

const JOINT: ReadonlySet<EventType> = new Set(["CONSULT", "AGREE", "SUPPORT", "COOPERATE", "AID", "REJECT", "ACCUSE"]);

const GIVEN: ReadonlySet<EventType> = new Set(["RETREAT", "CONCEDE"]);

/** Confidence up to which a noun names a state of war ("war", "occupation", "military operation") more than a deed ("attack", "strike"). */
const SCENE = 0.6;

/** A noun alone ("ties with X", "the ceasefire") tells no act: a doer must be named, and for what takes two, both; or somebody by name to whom it was done. */
export function isTooThin(scene: Scene, act: ActReading, parties: Sides): boolean {
  // "is a violation of the law": told by whoever judges so.
  if (!act.nominal || isVerdict(act)) return false;
  const both = parties.actors.length > 0 && (parties.recipients.length > 0 || parties.actors.length > 1);
  const carried = act.words.length > 1 && act.rules.some((r) => r.startsWith("support."));
  // "the removal of the slogans from the X embassy": what is given is told with whom it concerns.
  const given = GIVEN.has(act.eventType) && act.frame.object.some((slot) => fillSlot(scene.doc, act.trigger, act.words, slot) >= 0);
  if (given && parties.recipients.some((r) => isParty(scene.actors, r.actor))) return false;
  // Whoever asks for it is told as the asker: what is asked for needs no giver beside it.
  if (parties.actors.length > 0) return JOINT.has(act.eventType) && !both && !carried && !parties.rules.includes("roles:asked");
  // "the war in X", "during the operation": a fight that nobody is said to wage is the scene, not the news.
  if (act.eventType === "ASSAULT" && act.confidence <= SCENE && !carried) return true;
  return !CONFLICT.has(act.eventType) && !parties.recipients.some((r) => isNamedPerson(scene.actors.get(r.actor)));
}

function isNamedPerson(actor: Actor | undefined): boolean {
  return actor?.kind === "person" && actor.aliases.some((name) => /^\p{Lu}\S* .*\p{Lu}/u.test(name));
}
