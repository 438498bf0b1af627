import type { EventType } from "../../model/index.ts";
import { childrenOf, hasRelation, sentenceAt } from "../../syntax/tree.ts";
import { isParty, partyOf } from "../kin.ts";
import type { Scene } from "../read.ts";
import { isOneOf } from "../sets.ts";
import type { Silence } from "./silence.ts";

const isPress = ({ actors }: Scene, id: string) => actors.get(partyOf(actors, id))?.sector === "MED";

/** "a reporter asked the premier", "speaking to the BBC": the press at its work makes no move. */
export const press: Silence = (scene, { eventType, trigger, mode }, _move, { actors, recipients }) => {
  if (eventType === "REQUEST") {
    const asks = childrenOf(scene.doc, trigger, "nsubj").some((t) => isOneOf(scene, t, "press"));
    return asks || (actors.length > 0 && actors.every((a) => isPress(scene, a.actor)));
  }
  if (eventType !== "CONSULT" || mode !== null || recipients.length === 0) return false;
  const toPress = childrenOf(scene.doc, trigger, "obl", "obj").some((t) => isOneOf(scene, t, "press"));
  const nameless = (id: string) => /^\P{Lu}/u.test(scene.actors.get(id)?.name ?? "");
  return recipients.every((r) => isPress(scene, r.actor) || (toPress && nameless(r.actor)));
};

/** "clashed with her opposite number", "the clash between the two premiers": between two people such words are mostly words. */
export const quarrel: Silence = (scene, { eventType, trigger, words, nominal }, _move, { actors, recipients }) =>
  eventType === "ASSAULT" &&
  (nominal ? isOneOf(scene, trigger, "wordy") : words.some((t) => isOneOf(scene, t, "quarrel"))) &&
  actors.length + recipients.length > 0 &&
  (recipients.length > 0 || isOneOf(scene, trigger, "wordy")) &&
  [...actors, ...recipients].every((p) => scene.actors.get(p.actor)?.kind === "person");

const UNARMED = new Set(["PTY", "LEG", "MED", "JUD"]);

/** Political parties and the press, where they belong to no state; a movement may bear arms. */
const isCivil = ({ actors }: Scene, id: string) => {
  const top = actors.get(partyOf(actors, id));
  return top?.kind === "organisation" && (top.sector === "PTY" || top.sector === "MED");
};

/** "the opposition's attacks on the bill", "adopted a fierce attack", "mobilise to win": parties, parliaments, courts and the press fight with words; so do those who attack a party. */
export const unarmed: Silence = (scene, { eventType, words, mode }, _move, { actors, recipients }) => {
  const armed = eventType === "ASSAULT" || eventType === "MOBILIZE" || mode === "ceasefire";
  if (armed && actors.length > 0 && actors.every((a) => isCivil(scene, a.actor))) return true;
  if (eventType !== "ASSAULT" || !words.some((t) => isOneOf(scene, t, "quarrel") || isOneOf(scene, t, "wordy"))) return false;
  const sector = (id: string) => scene.actors.get(id)?.sector ?? scene.actors.get(partyOf(scene.actors, id))?.sector ?? "";
  const attacked = recipients.filter((r) => isCivil(scene, r.actor));
  const isPerson = (id: string) => scene.actors.get(id)?.kind === "person";
  if (actors.length > 0) return actors.every((a) => UNARMED.has(sector(a.actor)) || (attacked.length > 0 && isPerson(a.actor)));
  return attacked.length > 0 && recipients.every((r) => attacked.includes(r) || isPerson(r.actor));
};

const COURT: ReadonlySet<EventType> = new Set(["COERCE", "RETREAT"]);

/** "the singer was freed on bail": what police and courts do with people of no party. */
export const courtroom: Silence = (scene, act, _move, { actors, recipients }) => {
  if (!COURT.has(act.eventType) || actors.some((a) => isParty(scene.actors, a.actor))) return false;
  const people = recipients.filter((r) => !isParty(scene.actors, r.actor));
  if (people.length === 0 || !recipients.every((r) => people.some((p) => p.start === r.start))) return false;
  const { first, end } = sentenceAt(scene.doc, act.trigger);
  return Array.from({ length: end - first }, (_, i) => first + i).some((t) => isOneOf(scene, t, "courtroom"));
};

/** "a court ordered the ship to be held": what a court has done to somebody it asks of nobody. */
export const byOrder: Silence = (scene, { trigger }, { modality, reading }, { recipients }) => {
  const { doc } = scene;
  const order = reading.governor?.token ?? -1;
  if (modality !== "asked" || order < 0 || recipients.length > 0 || childrenOf(doc, trigger, "aux:pass").length === 0) return false;
  return doc.lemma[order] === "order" && childrenOf(doc, order, "nsubj").some((c) => isOneOf(scene, c, "bench"));
};

const BY_WILL: ReadonlySet<EventType> = new Set(["REQUEST", "COERCE", "SANCTION"]);

/** "sales pushed the firm to hire", "the row has forced ministers to answer": something unnamed asks and forces nobody. */
export const byNothing: Silence = ({ doc }, act, _move, { actors }) =>
  BY_WILL.has(act.eventType) &&
  (act.eventType === "REQUEST" || act.mode === null) &&
  actors.length === 0 &&
  !act.nominal &&
  !act.rules[0]?.startsWith("act.spoken") &&
  // "goods face a tariff": what undergoes it is the subject
  !act.rules.some((r) => r.startsWith("support.get")) &&
  childrenOf(doc, act.trigger, "nsubj").some((t) => act.eventType === "REQUEST" || !hasRelation(doc, t, "nsubj:pass"));
