import type { Doc, EventType, Modality, Participant } from "../../model/index.ts";
import { calledUpon, forWhom, isPassive, objectOf, subjectOf } from "../../syntax/roles.ts";
import { ancestorsOf, casesOf, childOf, childrenOf, hasRelation, lowerAt } from "../../syntax/tree.ts";
import type { ActReading } from "../act/reading.ts";
import { fillSlot } from "../fill.ts";
import { isParty, partyOf } from "../kin.ts";
import { participantsAt } from "../participant.ts";
import type { Scene } from "../read.ts";
import { isOneOf } from "../silence.ts";
import { isOwn, isSameSide, participantsOf, type RoleRule, without } from "./sides.ts";

/** What takes two; a battle is one more where it is "with" somebody. */
const JOINT: ReadonlySet<EventType> = new Set(["CONSULT", "AGREE", "SUPPORT", "COOPERATE", "ASSAULT"]);

/** "hopes for a deal with X and Y", "a reason for closer ties with X": who does the clause's verb is the other side. */
export const byClause: RoleRule = (scene, act, move, sides) => {
  const { doc } = scene;
  const known = [...sides.actors, ...sides.recipients];
  if (!act.nominal || !JOINT.has(act.eventType) || known.length === 0) return sides;
  const other = fillSlot(doc, act.trigger, act.words, "with");
  // "talks with X and Y": they are one side of it.
  const listed =
    sides.recipients.length === 0 && sides.actors.every((a) => participantsAt(doc, other, scene.index).some((p) => p.actor === a.actor));
  if (other < 0 || (known.length > 1 && sides.actors.length > 0 && !listed)) return sides;
  // "his meeting with X": whose it was is said. "The Danes came for their meeting with X": theirs is the subject's.
  const owner = fillSlot(doc, act.trigger, act.words, "poss");
  if (owner >= 0 && lowerAt(doc, owner) !== "their") return sides;
  // "freed a man jailed for years, a day after talks with X": what a reduced clause tells of the object is no deed of the sentence.
  const verb = ancestorsOf(doc, act.trigger).find((t) => doc.upos[t] === "VERB" && !(hasRelation(doc, t, "acl") && isPassive(doc, t)));
  const others = verb === undefined ? [] : participantsOf(scene, move, subjectOf(doc, verb)).filter((p) => !isSameSide(scene, p, known));
  if (others.length === 0 || !others.some((p) => isParty(scene.actors, p.actor)))
    return known.length > 1 ? { ...sides, actors: [], recipients: known } : sides;
  return { ...sides, actors: others, recipients: known, rules: [...sides.rules, "roles:clause"] };
};

/** What a gift or its end is about, the goods measured included: "released $2 billion of the X money", "lifted its duty on X wine". */
function matterOf({ doc }: Scene, act: ActReading): readonly number[] {
  const objects = [objectOf(doc, act.trigger), fillSlot(doc, act.trigger, act.words, "on")].filter((t) => t >= 0);
  const measures = objects.flatMap((t) => [t, ...childrenOf(doc, t, "nummod")]);
  return [...objects, ...measures.flatMap((t) => childrenOf(doc, t, "nmod").filter((c) => casesOf(doc, c).includes("of")))];
}

const MATTER: ReadonlySet<EventType> = new Set(["CONCEDE", "RETREAT"]);

/** Whose money, goods or land is given back or freed of a measure is the other side. */
export const byOrigin: RoleRule = (scene, act, _move, sides) => {
  if (sides.recipients.length > 0 || sides.actors.length === 0 || !MATTER.has(act.eventType)) return sides;
  const owners = matterOf(scene, act).flatMap((t) =>
    childrenOf(scene.doc, t, "amod").flatMap((c) => participantsAt(scene.doc, c, scene.hosts)),
  );
  const others = owners.filter((p) => !isSameSide(scene, p, sides.actors));
  return others.length > 0 ? { ...sides, recipients: others.slice(0, 1), rules: [...sides.rules, "roles:origin"] } : sides;
};

const CONDITIONAL = new Set<Modality>(["threatened", "offered", "promised"]);

/** "threatened to close the pass unless X paid", "offered a quota if X dropped the ban": who is to meet the condition is whom it is meant for. */
export const byCondition: RoleRule = (scene, _act, move, sides) => {
  const span = move.condition?.span;
  if (sides.recipients.length > 0 || sides.actors.length === 0 || !span || !CONDITIONAL.has(move.modality)) return sides;
  const { doc } = scene;
  const subjects = [...scene.index.keys()].filter(
    (t) => doc.start[t]! >= span.start && doc.end[t]! <= span.end && hasRelation(doc, t, "nsubj", "nsubj:pass"),
  );
  const [one] = subjects.sort((a, b) => a - b).flatMap((t) => participantsAt(doc, t, scene.index));
  const other = one && isParty(scene.actors, one.actor) && !isSameSide(scene, one, sides.actors) ? one : null;
  return other ? { ...sides, recipients: [other], rules: [...sides.rules, "roles:condition"] } : sides;
};

const HOSTS = new Set(["in", "at", "to", "into", "near", "outside", "over", "on"]);

/** A visit, a deployment, an attack or a measure ("a tariff on steel from X") that names no other side concerns the state it takes place in. */
export const byHost: RoleRule = (scene, act, _move, sides) => {
  const touches = act.mode === "visit" || ["ASSAULT", "MOBILIZE", "SANCTION"].includes(act.eventType);
  if (sides.recipients.length > 0 || !touches) return sides;
  const slots = act.frame.recipient.filter((slot) => HOSTS.has(slot) || slot === "obj");
  const tokens = slots.map((slot) => fillSlot(scene.doc, act.trigger, act.words, slot)).filter((t) => t >= 0);
  const hosts = tokens.flatMap((t) => participantsAt(scene.doc, t, scene.hosts)).filter((p) => !isSameSide(scene, p, sides.actors));
  return hosts.length > 0 ? { ...sides, recipients: hosts.slice(0, 1), rules: [...sides.rules, "roles:host"] } : sides;
};

/** Asking turns the roles round: who asks acts, who is to do the act receives. */
export const byAsking: RoleRule = (scene, act, move, sides) => {
  const asking = [move.reading.governor, move.reading.inner].find((g) => g?.control.modality === "asked");
  if (!asking) return sides;
  // "under pressure from X to leave": who is under it is to leave.
  const pressed = asking.control.performer === "subj" && !isPutOn(scene.doc, asking.token);
  const by = isPutOn(scene.doc, asking.token) ? (scene.doc.head[asking.token] ?? -1) : asking.token;
  const asker = participantsOf(scene, move, pressed ? pressing(scene.doc, asking.token) : subjectOf(scene.doc, by));
  const upon = Math.max(calledUpon(scene.doc, asking.token), forWhom(scene.doc, act.trigger), pressedUpon(scene.doc, asking.token));
  const told = upon >= 0 ? upon : pressed ? subjectOf(scene.doc, asking.token) : objectOf(scene.doc, asking.token);
  const asked = participantsOf(scene, move, told);
  const apart = (some: readonly Participant[]) => some.filter((p) => !isOwn(scene, act, p, asker, true));
  const doers = apart(asked.length > 0 ? asked : sides.actors);
  return {
    ...sides,
    actors: asker,
    recipients: doers.length > 0 ? doers : apart(sides.recipients),
    rules: [...sides.rules, "roles:asked"],
  };
};

const PRESSING = new Set(["from", "by"]);

/** The phrases of a noun, whether they hang on it or on its verb, that stand behind one of some prepositions. */
const behind = (doc: Doc, noun: number, words: ReadonlySet<string>): number =>
  [...childrenOf(doc, noun, "nmod", "obl"), ...childrenOf(doc, doc.head[noun] ?? -1, "obl")].find(
    (c) => c > noun && casesOf(doc, c).some((m) => words.has(m)),
  ) ?? -1;

/** Who presses: "pressure from X"; -1 where nobody is named. */
const pressing = (doc: Doc, noun: number): number => behind(doc, noun, PRESSING);

/** "put pressure on X to leave": who is to leave; else -1. */
const pressedUpon = (doc: Doc, noun: number): number => (isPutOn(doc, noun) ? behind(doc, noun, new Set(["on", "upon"])) : -1);

const PUTTING = new Set(["put", "increase", "exert", "apply", "ramp", "step", "keep", "intensify", "exercise", "bring", "pile"]);

/** "put pressure on X": the subject presses. */
const isPutOn = (doc: Doc, noun: number): boolean =>
  doc.lemma[noun] === "pressure" && hasRelation(doc, noun, "obj") && PUTTING.has(doc.lemma[doc.head[noun] ?? -1] ?? "");

/** "warned X that it could face a blockade": what befalls a pronoun there befalls the one who was warned. */
export const byWarned: RoleRule = (scene, act, move, sides) => {
  const { doc } = scene;
  const governor = move.reading.governor;
  if (governor?.control.modality !== "threatened" || !act.rules.some((r) => r.startsWith("support.get."))) return sides;
  const pronoun = childrenOf(doc, act.trigger, "nsubj").some((c) => doc.upos[c] === "PRON");
  const warned = pronoun ? participantsOf(scene, move, objectOf(doc, governor.token)) : [];
  return warned.length > 0 ? { ...sides, recipients: warned, rules: [...sides.rules, "roles:warned"] } : sides;
};

/** "agreed to a withdrawal": who does the governing word does the act. */
export const byGovernor: RoleRule = (scene, _act, move, sides) => {
  const governor = move.reading.governor;
  // "failed to persuade X to leave": X would, known or not.
  if (governor?.control.modality === "asked") return sides;
  if (sides.actors.length > 0 || governor?.control.performer !== "subj" || move.reading.inner?.control.performer === "obj") return sides;
  const actors = participantsOf(scene, move, subjectOf(scene.doc, governor.token));
  return { ...sides, actors, recipients: without(sides.recipients, actors), rules: [...sides.rules, "roles:governor"] };
};

/** "is responsible for an attack on X": who answers for a deed did it, as the words say. */
export const byAnswering: RoleRule = (scene, act, move, sides) => {
  const { doc } = scene;
  const head = doc.head[act.trigger] ?? -1;
  if (sides.actors.length > 0 || !act.nominal || head < 0 || !isOneOf(scene, head, "answerable") || doc.upos[head] !== "ADJ") return sides;
  if (!casesOf(doc, act.trigger).includes("for") || childOf(doc, head, "cop") < 0) return sides;
  const actors = participantsOf(scene, move, childOf(doc, head, "nsubj"));
  return { ...sides, actors, recipients: without(sides.recipients, actors), rules: [...sides.rules, "roles:answering"] };
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
  if (mediators.length === 0) return sides;
  const recipients = without([...sides.actors, ...sides.recipients], mediators);
  return { actors: mediators, recipients, mediators, rules: [...sides.rules, "roles:mediator"] };
};

const CHAIRING = /^(?:,[^,.;]{1,60})?[\s,]*\b(?:in the chair|presiding|chairing|mediating|as (?:chair|mediator|host))\b/;

/** "X and Y met, with Z in the chair": who presides over the meeting of two is not who they met. */
export const byChair: RoleRule = ({ doc }, act, _move, sides) => {
  if (act.eventType !== "CONSULT" || sides.actors.length < 2) return sides;
  const mediators = sides.recipients.filter((one) => CHAIRING.test(doc.text.slice(one.end, one.end + 90)));
  if (mediators.length === 0) return sides;
  return { ...sides, recipients: without(sides.recipients, mediators), mediators, rules: [...sides.rules, "roles:chair"] };
};
