import type { Doc, EventType, Modality, Participant } from "../../model/index.ts";
import { activeSubjectOf, agentOf, calledUpon, forWhom, isPassive, objectOf, subjectOf, underPreposition } from "../../syntax/roles.ts";
import { ancestorsOf, casesOf, childOf, childrenOf, hasRelation, lowerAt, subtreeOf } from "../../syntax/tree.ts";
import type { ActReading } from "../act/reading.ts";
import { fillSlot } from "../fill.ts";
import { isParty, partyOf } from "../kin.ts";
import type { Move } from "../move.ts";
import { isApart, participantsAt } from "../participant.ts";
import type { Scene } from "../read.ts";
import { isOneOf } from "../silence.ts";
import { isDeed, isDispatched, voiceOf } from "./frame.ts";
import { isFirstPerson, isOwn, isSameSide, participantsOf, type RoleRule, type Sides, speakersOf, TOUCHING, without } from "./sides.ts";

/** What takes two; a battle is one more where it is "with" somebody. */
const JOINT: ReadonlySet<EventType> = new Set(["CONSULT", "AGREE", "SUPPORT", "COOPERATE", "ASSAULT"]);

/** "backed the talks between X and Y", "a pact concluded between X and Y": they do it together, whoever does the clause's verb. */
export const byBoth: RoleRule = (scene, act, move, sides) => {
  if (!TOGETHER.has(act.eventType)) return sides;
  const token = fillSlot(scene.doc, act.trigger, act.words, "between");
  // "between both sides": which two is a guess of its own.
  const both = scene.index.get(token)?.[0]?.rule === "pair" ? [] : participantsOf(scene, move, token);
  return both.length > 1 ? { ...sides, actors: both, recipients: [] } : sides;
};

const TOGETHER: ReadonlySet<EventType> = new Set(["CONSULT", "AGREE"]);

/** "hopes for a deal with X and Y", "a reason for closer ties with X": who does the clause's verb is the other side. */
export const byClause: RoleRule = (scene, act, move, sides) => {
  const { doc } = scene;
  const known = [...sides.actors, ...sides.recipients];
  const joint = JOINT.has(act.eventType) || act.mode === "ceasefire";
  if (!act.nominal || !joint || known.length === 0) return sides;
  const other = fillSlot(doc, act.trigger, act.words, "with");
  // "a murder with a knife"
  if (act.eventType === "ASSAULT" && participantsAt(doc, other, scene.index).length === 0) return sides;
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
const VIEWED: ReadonlySet<EventType> = new Set(["SUPPORT", "REJECT", "ACCUSE"]);
/** The endings of nouns that tell a state or way of being: sovereignty, independence, stubbornness. */
const ABSTRACT = /(?:ty|ence|ance|ness|ship|hood|ism|ment|[^iv][st]ion)$/;

/** Whose money, goods or land is given back or freed of a measure is the other side, and whose way of being is backed or blamed ("recognised X independence"). */
export const byOrigin: RoleRule = (scene, act, _move, sides) => {
  if (sides.recipients.length > 0 || sides.actors.length === 0) return sides;
  const viewed = VIEWED.has(act.eventType) && !act.nominal && ABSTRACT.test(scene.doc.lemma[objectOf(scene.doc, act.trigger)] ?? "");
  if (!viewed && !MATTER.has(act.eventType)) return sides;
  const owners = matterOf(scene, act).flatMap((t) =>
    childrenOf(scene.doc, t, "amod").flatMap((c) => participantsAt(scene.doc, c, scene.hosts)),
  );
  const others = [...owners, ...underMeasure(scene, act)].filter((p) => !isSameSide(scene, p, sides.actors));
  return others.length > 0 ? { ...sides, recipients: others.slice(0, 1), rules: [...sides.rules, "roles:origin"] } : sides;
};

/** "lifted the X sanctions": a state that is named before a measure of another's is under it; its adjective ("X-ish") tells whose it is. */
function underMeasure(scene: Scene, { trigger }: ActReading): readonly Participant[] {
  const { doc, index, hosts, actors } = scene;
  const measure = objectOf(doc, trigger);
  if (!isOneOf(scene, measure, "restriction")) return [];
  return childrenOf(doc, measure, "compound")
    .filter((c) => doc.upos[c] === "PROPN")
    .flatMap((c) => [...participantsAt(doc, c, index), ...participantsAt(doc, c, hosts)])
    .filter((p) => actors.get(p.actor)?.kind === "state");
}

const CONDITIONAL = new Set<Modality>(["threatened", "offered", "promised"]);

/** "threatened to close the pass unless X paid", "offered a quota if X dropped the ban": who is to meet the condition is whom it is meant for. */
export const byCondition: RoleRule = (scene, act, move, sides) => {
  const span = move.condition?.span;
  if (sides.recipients.length > 0 || sides.actors.length === 0 || !span || !CONDITIONAL.has(move.modality)) return sides;
  const { doc } = scene;
  const subjects = [...scene.index.keys()].filter(
    (t) => doc.start[t]! >= span.start && doc.end[t]! <= span.end && hasRelation(doc, t, "nsubj", "nsubj:pass"),
  );
  const [one] = subjects.sort((a, b) => a - b).flatMap((t) => participantsAt(doc, t, scene.index));
  // "will strike unless X and Y agree": which of the two is meant is open.
  const named = [...scene.index.values()].flat().filter((m) => m.start >= span.start && m.end <= span.end && m.form === "name");
  const parties = named.filter((m) => isParty(scene.actors, m.actor) && !isSameSide(scene, m, sides.actors));
  if (act.eventType === "ASSAULT" && new Set(parties.map((m) => partyOf(scene.actors, m.actor))).size > 1) return sides;
  const other = one && isParty(scene.actors, one.actor) && !isSameSide(scene, one, sides.actors) ? one : null;
  return other ? { ...sides, recipients: [other], rules: [...sides.rules, "roles:condition"] } : sides;
};

const HOSTS = new Set(["in", "at", "to", "into", "near", "outside", "over", "on"]);

const ANSWERED: ReadonlySet<EventType> = new Set(["ACCUSE", "REJECT"]);

/** A visit, a deployment, an attack or a measure ("a tariff on steel from X") that names no other side concerns the state it takes place in. */
export const byHost: RoleRule = (scene, act, _move, sides) => {
  const sends = act.eventType === "AID" && isDispatched(scene, act.trigger, objectOf(scene.doc, act.trigger));
  const touches =
    sends || act.mode === "visit" || ["ASSAULT", "MOBILIZE", "SANCTION"].includes(act.eventType) || TAKING.has(act.mode ?? "");
  // "lashed out at X", "took aim at X": words that are hurled at somebody
  const hurled = ANSWERED.has(act.eventType) && !act.nominal && [-1, ...act.words].includes(objectOf(scene.doc, act.trigger));
  if (sides.recipients.length > 0 || !(touches || hurled)) return sides;
  // "people were attacked in X", "the site was blocked in X": by their own, for all that is said.
  const struck = objectOf(scene.doc, act.trigger);
  const own = act.eventType === "COERCE" || (struck < 0 && isPassive(scene.doc, act.trigger)) || isOneOf(scene, struck, "person");
  if (sides.actors.length === 0 && own) return sides;
  const slots = hurled
    ? ["at"]
    : act.frame.recipient.filter((slot) => HOSTS.has(slot) || slot === "obj" || (slot === "of" && act.eventType === "ASSAULT"));
  const tokens = slots.map((slot) => fillSlot(scene.doc, act.trigger, act.words, slot)).filter((t) => t >= 0);
  const known = sides.actors.some((a) => isParty(scene.actors, a.actor));
  const hosts = tokens
    .map((t) => landAt(scene, t, known).filter((p) => !isSameSide(scene, p, sides.actors)))
    .find((some) => some.length > 0);
  return hosts ? { ...sides, recipients: hosts, rules: [...sides.rules, "roles:host"] } : sides;
};

/** Measures that take things or keep them out. */
const TAKING = new Set(["seize", "restrict"]);

/** The states whose land or things a phrase tells of: "X", "an X airfield"; and where who acts is known, `deep`, "five districts of X's coast", "cars made in X". */
export function landAt(scene: Scene, token: number, deep: boolean, depth = 0): readonly Participant[] {
  const { doc, actors } = scene;
  const own = participantsAt(doc, token, scene.hosts);
  if (own.length > 0 || depth > 3 || !deep) return own;
  const state = (scene.index.get(token) ?? []).filter((m) => m.form !== "pronoun" && actors.get(m.actor)?.kind === "state");
  if (state.length > 0) return depth > 0 ? participantsAt(doc, token, scene.index) : [];
  const person = isOneOf(scene, token, "person");
  if (person && isApart(doc, token)) return [];
  const within = person ? OF : OF_OR_IN;
  const parts = childrenOf(doc, token, "nmod:poss", "amod", "compound", "appos", "flat", "nmod").filter(
    (c) => !hasRelation(doc, c, "nmod") || doc.relation[c] !== "nmod" || casesOf(doc, c).some((k) => within.has(k)),
  );
  const made = childrenOf(doc, token, "acl")
    .filter((c) => isOneOf(scene, c, "making"))
    .flatMap((c) => childrenOf(doc, c, "obl"));
  return [...parts, ...made].map((c) => landAt(scene, c, deep, depth + 1)).find((some) => some.length > 0) ?? [];
}

const OF = new Set(["of", "from"]);
const OF_OR_IN = new Set([...OF, "in", "near"]);

/** "prisoners held by X": X. */
export function holdersOf(scene: Scene, freed: number, move: Move): readonly Participant[] {
  const { doc } = scene;
  const holding = (freed < 0 ? [] : childrenOf(doc, freed, "acl")).filter((c) => isOneOf(scene, c, "holding"));
  return holding.flatMap((c) => participantsOf(scene, move, agentOf(doc, c)));
}

/** Acts for the good of their recipient, who would not be asked for them. */
const GIVEN: ReadonlySet<EventType> = new Set(["RETREAT", "CONCEDE", "AID"]);

/** Asking turns the roles round: who asks acts, who is to do the act receives. */
export const byAsking: RoleRule = (scene, act, move, sides) => {
  const asking = [move.reading.governor, move.reading.inner].find((g) => g?.control.modality === "asked");
  if (!asking) return sides;
  // "under pressure from X to leave": who is under it is to leave.
  const pressed = asking.control.performer === "subj" && !isPutOn(scene.doc, asking.token);
  const by = isPutOn(scene.doc, asking.token) ? (scene.doc.head[asking.token] ?? -1) : asking.token;
  const asker = participantsOf(
    scene,
    move,
    pressed ? pressing(scene.doc, asking.token) : voiceOf(scene, { trigger: by, eventType: "REQUEST" }, subjectOf(scene.doc, by)),
  );
  const upon = Math.max(calledUpon(scene.doc, asking.token), forWhom(scene.doc, act.trigger), pressedUpon(scene.doc, asking.token));
  // "called for a truce and the release of X": an object that is no name is what is asked for.
  const object = objectOf(scene.doc, asking.token);
  const told = upon >= 0 ? upon : pressed ? subjectOf(scene.doc, asking.token) : isDeed(scene, object) ? -1 : object;
  const asked = participantsOf(scene, move, told);
  const apart = (some: readonly Participant[]) => some.filter((p) => !isOwn(scene, act, p, asker, true));
  const doers = apart(asked.length > 0 ? asked : sides.actors);
  // "called for the release of X": who is to be freed is not who is asked for it; "of X held by Y": Y is.
  const held = GIVEN.has(act.eventType) ? holdersOf(scene, fillSlot(scene.doc, act.trigger, act.words, "obj"), move) : [];
  if (held.length > 0) return { ...sides, actors: asker, recipients: apart(held), rules: [...sides.rules, "roles:asked"] };
  const others = GIVEN.has(act.eventType) && act.mode !== "disarm" && move.modality !== "refused" ? [] : apart(sides.recipients);
  return {
    ...sides,
    actors: asker,
    recipients: doers.length > 0 ? doers : others,
    rules: [...sides.rules, "roles:asked"],
  };
};

const DUE = new Set(["must", "should", "ought"]);

/** "X said that Y must leave": whoever says what Y is to do asks it of Y; nobody known, where the article itself says so. */
export const byDuty: RoleRule = (scene, act, move, sides) => {
  const { reading, modality, over } = move;
  // "should be prepared to leave", "must stop paying": what one must do is asked of one, whatever word stands between.
  const control = reading.governor?.control;
  const straight = control === undefined || (control.performer === "subj" && control.modality !== "asked");
  const due = modality === "asked" && straight && DUE.has(reading.modal ?? "") && !act.rules[0]?.startsWith("act.spoken");
  // "the failure should set off the X sanctions": X has no duty there.
  const verbal = scene.doc.upos[act.trigger] !== "NOUN";
  if (!due || !verbal || sides.actors.length === 0 || sides.rules.includes("roles:speaker")) return sides;
  const askers = over.length > 0 ? speakersOf(scene, move) : [];
  // "we must act": a duty of one's own.
  if (sides.actors.some((one) => isSameSide(scene, one, askers)) || isFirstPerson(scene, activeSubjectOf(scene.doc, act.trigger)))
    return sides;
  return { ...sides, actors: askers, recipients: sides.actors, rules: [...sides.rules, "roles:asked"] };
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
  if (governor?.control.modality !== "threatened") return sides;
  // "threatened X with sanctions": they are to befall X.
  if (act.nominal && sides.recipients.length === 0 && casesOf(doc, act.trigger).includes("with"))
    return { ...sides, recipients: participantsOf(scene, move, objectOf(doc, governor.token)), rules: [...sides.rules, "roles:warned"] };
  if (!act.rules.some((r) => r.startsWith("support.get."))) return sides;
  const pronoun = childrenOf(doc, act.trigger, "nsubj").some((c) => doc.upos[c] === "PRON");
  const warned = pronoun ? participantsOf(scene, move, objectOf(doc, governor.token)) : [];
  return warned.length > 0 ? { ...sides, recipients: warned, rules: [...sides.rules, "roles:warned"] } : sides;
};

const SHARED: ReadonlySet<EventType> = new Set(["COOPERATE", "CONSULT", "AGREE"]);

/** "agreed with X to share data": with whom the governing word is done, what takes two is done. */
export const byPartner: RoleRule = (scene, act, move, sides) => {
  const governor = move.reading.governor?.token ?? -1;
  if (sides.recipients.length > 0 || act.nominal || governor < 0 || !SHARED.has(act.eventType)) return sides;
  const partner = underPreposition(scene.doc, governor, "with");
  const recipients = participantsOf(scene, move, partner).filter((p) => !isOwn(scene, act, p, sides.actors));
  return recipients.length > 0 ? { ...sides, recipients, rules: [...sides.rules, "roles:partner"] } : sides;
};

/** "agreed to a withdrawal": who does the governing word does the act. */
export const byGovernor: RoleRule = (scene, act, move, sides) => {
  const governor = move.reading.governor;
  // "failed to persuade X to leave": X would, known or not.
  if (governor?.control.modality === "asked" || sides.rules.includes("roles:asked")) return sides;
  if (sides.actors.length > 0 || governor?.control.performer !== "subj" || move.reading.inner?.control.performer === "obj") return sides;
  // "warned that the plan would hurt X": the plan does.
  if (childrenOf(scene.doc, act.trigger, "nsubj").some((t) => scene.doc.relation[t] === "nsubj" && scene.doc.upos[t] === "NOUN"))
    return sides;
  const actors = participantsOf(scene, move, subjectOf(scene.doc, governor.token));
  return { ...sides, actors, recipients: without(sides.recipients, actors), rules: [...sides.rules, "roles:governor"] };
};

/** "is responsible for an attack on X", "the group responsible for it": who answers for a deed did it, as the words say. */
export const byAnswering: RoleRule = (scene, act, move, sides) => {
  const { doc } = scene;
  const head = doc.head[act.trigger] ?? -1;
  if (sides.actors.length > 0 || !act.nominal || head < 0 || !isOneOf(scene, head, "answerable") || doc.upos[head] !== "ADJ") return sides;
  if (!casesOf(doc, act.trigger).includes("for")) return sides;
  const behind = hasRelation(doc, head, "amod", "acl") && (doc.head[head] ?? head) < head ? (doc.head[head] ?? -1) : -1;
  const actors = participantsOf(scene, move, childOf(doc, head, "cop") >= 0 ? activeSubjectOf(doc, head) : behind);
  return { ...sides, actors, recipients: without(sides.recipients, actors), rules: [...sides.rules, "roles:answering"] };
};

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
  if (mediators.length === 0)
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
