import type { Actor, Modality, Participant, Statement } from "../model/index.ts";
import { objectOf, subjectOf } from "../syntax/roles.ts";
import { casesOf, childrenOf, hasRelation, lowerAt, subtreeOf } from "../syntax/tree.ts";
import type { ActReading } from "./act/reading.ts";
import { isImperative } from "./condition.ts";
import { fillSlot } from "./fill.ts";
import { isParty, partyOf } from "./kin.ts";
import type { ModalityReading } from "./modality.ts";
import { participantsAt } from "./participant.ts";
import type { Scene } from "./read.ts";
import { addresseeOf } from "./speaker.ts";
import type { Voice } from "./voice/voice.ts";

/** Who stands in a statement, and the rules that put them there. */
export interface PartyReading {
  readonly actors: readonly Participant[];
  readonly recipients: readonly Participant[];
  readonly roles: Pick<Statement, "actors" | "recipients" | "mediators">;
  readonly rules: readonly string[];
}

const FIRST = new Set(["i", "we", "us", "me", "our", "my"]);
const SECOND = new Set(["you", "your"]);
/** Acts that a speaker tells of the own side when the words leave the actor out ("there will be strikes"). */
const SPOKEN = new Set<Modality>(["threatened", "promised", "offered", "asked", "refused"]);

/** Everyone in a role. Asking turns the roles round: who asks acts, who is to do the act receives. Null where nobody known is named. */
export function readParties(
  scene: Scene,
  act: ActReading,
  reading: ModalityReading,
  modality: Modality,
  over: readonly Voice[],
): PartyReading | null {
  const voice = over[0] ?? null;
  const { doc } = scene;
  const fill = (slots: readonly string[], others: readonly Participant[] = []): readonly Participant[] => {
    for (const slot of slots) {
      const token = fillSlot(doc, act.trigger, act.words, slot, act.rules[0]?.startsWith("act.a."));
      // "expressed his support for X": the act's own noun is nobody.
      const named = act.words.includes(token) ? [] : participantsOf(scene, token, voice);
      // "closed its border with X": what belongs to the actor is passed over.
      const found = named.filter((p) => !sameSide(scene, p, others));
      if (found.length > 0) return found;
    }
    return [];
  };
  let actors = fill(act.frame.actor);
  let recipients = fill(
    act.frame.recipient.filter((s) => !act.frame.actor.includes(s)),
    actors,
  );
  const rules: string[] = [];
  // What is told aloud is the speaker's move, whoever is the subject: "you must leave", "they will pay".
  if (act.rules[0]?.startsWith("act.spoken") || isImperative(doc, act.trigger)) {
    const others = without(actors, speakers(scene, over));
    actors = speakers(scene, over);
    recipients = recipients.length > 0 ? recipients : others;
    rules.push("roles:speaker");
  }
  const asking = [reading.governor, reading.inner].find((g) => g?.control.modality === "asked");
  const governor = asking ?? reading.governor;
  if (asking) {
    const asker = participantsOf(scene, subjectOf(doc, asking.token), voice);
    const asked = participantsOf(scene, objectOf(doc, asking.token), voice);
    const doers = (asked.length > 0 ? asked : actors).filter((p) => !sameSide(scene, p, asker));
    recipients = doers.length > 0 ? doers : recipients.filter((p) => !sameSide(scene, p, asker));
    actors = asker.length > 0 ? asker : [];
    rules.push("roles:asked");
  } else if (governor && governor.control.performer === "subj" && actors.length === 0) {
    actors = participantsOf(scene, subjectOf(doc, governor.token), voice);
    recipients = without(recipients, actors);
    rules.push("roles:governor");
  }
  // Who leads a side stands for it: "led on the A side by X".
  const side = scene.leads.find((l) => l.trigger === act.trigger || act.words.includes(l.trigger))?.side;
  if (side && !actors.some((a) => partyOf(scene.actors, a.actor) === partyOf(scene.actors, side.actor))) actors = [side, ...actors];
  if (actors.length === 0 && SPOKEN.has(modality) && isUnsaid(scene, act)) {
    actors = without(speakers(scene, over), recipients);
    if (actors.length > 0) rules.push("roles:speaker");
  }
  if (recipients.length === 0 && voice && SPOKEN.has(modality)) {
    recipients = without(participantsAt(doc, addresseeOf(doc, voice), scene.index), actors).filter((r) => isParty(scene.actors, r.actor));
    if (recipients.length > 0) rules.push("roles:addressee");
  }
  if (act.nominal && TOUCHING.has(act.eventType) && recipients.length === 0 && actors.every((a) => isUndergoer(scene, a))) {
    // "X's release": the one released, not the one who releases.
    recipients = actors;
    actors = [];
  }
  if (INSIDE.has(act.eventType) || asking) recipients = recipients.filter((r) => concerns(scene, r));
  if (recipients.length === 0 && act.nominal) recipients = struck(scene, act, actors);
  recipients = withNation(
    scene,
    act,
    recipients.filter((r) => !sameSide(scene, r, actors)),
  );
  if (recipients.length === 0 && (INSIDE.has(act.eventType) || (act.eventType === "RETREAT" && act.mode === null))) {
    recipients = onlyOther(scene, act.trigger, actors);
    if (recipients.length > 0) rules.push("roles:inside");
  }
  if (!(actors.length > 0 || recipients.length > 0) || ![...actors, ...recipients].some((p) => isParty(scene.actors, p.actor))) return null;
  const between = mediatorOf(scene, act, voice);
  if (between.length > 0) {
    recipients = without([...actors, ...recipients], between);
    actors = between;
    rules.push("roles:mediator");
  }
  return { actors, recipients, roles: { actors, recipients, mediators: between }, rules };
}

/** True where the words name no doer at all. One they name but nobody could resolve is not the speaker, unless it is a pronoun that speaks. */
function isUnsaid(scene: Scene, act: ActReading): boolean {
  const subject = act.frame.actor.includes("subj") ? fillSlot(scene.doc, act.trigger, act.words, "subj") : -1;
  if (subject < 0 || FIRST.has(lowerAt(scene.doc, subject))) return true;
  return scene.doc.upos[subject] === "PRON" && scene.voices.some((v) => v.cueToken === act.trigger);
}

/** Who speaks; a pronoun inside somebody's words ("said they had also warned") is most often that somebody. */
function speakers(scene: Scene, over: readonly Voice[]): readonly Participant[] {
  const named = over.find((v) => v.source && scene.doc.upos[v.source.head] !== "PRON") ?? over.find((v) => v.source);
  return named?.source ? participantsAt(scene.doc, named.source.head, scene.index) : [];
}

/** Those a token names; "we" and "you" inside somebody's words are the speaker and the one addressed. */
function participantsOf(scene: Scene, token: number, voice: Voice | null): readonly Participant[] {
  const { doc, index } = scene;
  if (token < 0) return [];
  // "US" is no pronoun.
  const word = doc.upos[token] === "PRON" ? lowerAt(doc, token) : "";
  const standing = voice && FIRST.has(word) ? (voice.source?.head ?? -1) : voice && SECOND.has(word) ? addresseeOf(doc, voice) : -1;
  if (standing < 0) return participantsAt(doc, token, index);
  const [who] = participantsAt(doc, standing, index);
  return who ? [{ actor: who.actor, start: doc.start[token]!, end: doc.end[token]! }] : [];
}

function without(some: readonly Participant[], others: readonly Participant[]): readonly Participant[] {
  return some.filter((p) => !others.some((o) => o.actor === p.actor));
}

/** "asked for the release of prisoners": nobody's prisoners are asked nothing. */
function concerns(scene: Scene, one: Participant): boolean {
  const actor = scene.actors.get(one.actor);
  return (
    actor !== undefined && (actor.partyOf !== null || actor.country !== null || !["person", "group"].includes(actor.kind) || isNamed(actor))
  );
}

function isNamed(actor: Actor): boolean {
  return actor.kind === "person" && /^\p{Lu}/u.test(actor.name);
}

function isUndergoer(scene: Scene, one: Participant): boolean {
  const actor = scene.actors.get(one.actor);
  return actor !== undefined && actor.partyOf === null && ["person", "group"].includes(actor.kind);
}

const MEDIATE = new Set(["host", "mediate", "broker", "facilitate", "arrange", "sponsor", "convene"]);

/** "X hosted talks between A and B", "the release was brokered by X": who stands between the sides. */
function mediatorOf(scene: Scene, act: ActReading, voice: Voice | null): readonly Participant[] {
  const { doc } = scene;
  const verb = [act.trigger, ...act.words, doc.head[act.trigger] ?? -1].find(
    (t) => t >= 0 && doc.upos[t] === "VERB" && MEDIATE.has(doc.lemma[t] ?? ""),
  );
  return verb === undefined || act.eventType !== "CONSULT" ? [] : participantsOf(scene, subjectOf(doc, verb), voice);
}

/** "an attack by X killed a Y soldier": what the event did, it did to them. */
function struck(scene: Scene, act: ActReading, actors: readonly Participant[]): readonly Participant[] {
  const { doc, index } = scene;
  const verb = doc.head[act.trigger] ?? -1;
  if (verb < 0 || act.eventType !== "ASSAULT" || !hasRelation(doc, act.trigger, "nsubj") || doc.upos[verb] !== "VERB") return [];
  return without(participantsAt(doc, objectOf(doc, verb), index), actors);
}

/** "withdrew its own forces": what belongs to the actor receives nothing. */
function sameSide(scene: Scene, one: Participant, actors: readonly Participant[]): boolean {
  return actors.some((a) => {
    if (partyOf(scene.actors, a.actor) !== partyOf(scene.actors, one.actor)) return false;
    // Two persons of one party may well face each other.
    return a.actor === one.actor || !(isPerson(scene, a) && isPerson(scene, one));
  });
}

function isPerson(scene: Scene, one: Participant): boolean {
  return scene.actors.get(one.actor)?.kind === "person";
}

const TOUCHING = new Set(["RETREAT", "COERCE", "ASSAULT", "SANCTION"]);

/** What is done to a state's people concerns the state: "released the X tourists" is a step towards X. */
function withNation(scene: Scene, act: ActReading, recipients: readonly Participant[]): readonly Participant[] {
  if (!TOUCHING.has(act.eventType)) return recipients;
  const states = recipients.flatMap((r) => {
    const actor = scene.actors.get(r.actor);
    if (!actor?.country || actor.partyOf !== null || !["person", "group"].includes(actor.kind)) return [];
    const state = [...scene.actors.values()].find((a) => a.kind === "state" && a.country === actor.country);
    return state && !recipients.some((p) => p.actor === state.id) ? [{ ...r, actor: state.id }] : [];
  });
  return [...recipients, ...states];
}

/** Acts of words between two: the one other party that the clause names is whom they are meant for. */
const INSIDE = new Set(["REQUEST", "ACCUSE", "REJECT", "THREATEN"]);

function onlyOther(scene: Scene, trigger: number, actors: readonly Participant[]): readonly Participant[] {
  const { doc, index } = scene;
  // "before X took office" dates the act, it does not address it.
  const aside = childrenOf(doc, trigger, "advcl", "parataxis").flatMap((c) => subtreeOf(doc, c));
  const named = subtreeOf(doc, trigger)
    .filter((t) => !aside.includes(t))
    .filter((t) => hasRelation(doc, t, "nsubj", "obl:agent", "obj") || hasCase(doc, t, ["by", "from", "of", "with", "against"]))
    .flatMap((t) => index.get(t) ?? []);
  const others = named.filter((m) => m.form !== "pronoun" && isParty(scene.actors, m.actor) && !sameSide(scene, m, actors));
  const parties = new Set(others.map((m) => partyOf(scene.actors, m.actor)));
  const [one] = others;
  return one && parties.size === 1 ? [{ actor: one.actor, start: one.start, end: one.end }] : [];
}

function hasCase(doc: Scene["doc"], token: number, wanted: readonly string[]): boolean {
  return casesOf(doc, token).some((c) => wanted.includes(c));
}
