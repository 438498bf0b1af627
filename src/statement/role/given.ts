import type { Doc, EventType, Modality, Participant } from "../../model/index.ts";
import { objectOf } from "../../syntax/object.ts";
import { underPreposition } from "../../syntax/oblique.ts";
import { holderOf } from "../../syntax/owner.ts";
import { isPassive } from "../../syntax/passive.ts";
import { activeSubjectOf, subjectOf } from "../../syntax/subject.ts";
import { ancestorsOf, casesOf, childOf, childrenOf, hasRelation, lowerAt } from "../../syntax/tree.ts";
import type { ActReading } from "../act/reading.ts";
import { fillSlot } from "../fill.ts";
import { isParty, partyOf } from "../kin.ts";
import { controlAt } from "../modality/control.ts";
import type { Move } from "../move/move.ts";
import { participantsAt } from "../participant.ts";
import type { Scene } from "../read.ts";
import { isOneOf } from "../sets.ts";
import { isOwn, isSameSide, participantsOf, type RoleRule, type Sides, VERBAL, without } from "./sides.ts";

/** What takes two; a battle is one more where it is "with" somebody. */
const JOINT: ReadonlySet<EventType> = new Set(["CONSULT", "AGREE", "SUPPORT", "COOPERATE", "ASSAULT"]);

/** "backed the talks between X and Y", "a pact concluded between X and Y": they do it together, whoever does the clause's verb. */
export const byBoth: RoleRule = (scene, act, move, sides) => {
  if (!TOGETHER.has(act.eventType)) return sides;
  const token = fillSlot(scene.doc, act.trigger, act.words, "between");
  const both = participantsOf(scene, move, token);
  // "X offered talks between Y and Z", "X is committed to them": the move is X's, and none of theirs.
  const maker = GIVEN.has(move.modality) ? makerOf(scene, move, sides) : [];
  if (both.length > 1 && maker.length > 0 && !maker.some((one) => isSameSide(scene, one, both))) return { ...sides, actors: maker };
  // "between both sides": which two is a guess of its own.
  return both.length > 1 && scene.index.get(token)?.[0]?.rule !== "pair" ? { ...sides, actors: both, recipients: [] } : sides;
};

/** Who does the word that governs an act, or the act where none does. */
function makerOf(scene: Scene, move: Move, { actors }: Sides): readonly Participant[] {
  const { governor } = move.reading;
  if (governor === null) return actors;
  const { doc } = scene;
  const told =
    governor.control.performer === "subj" ? Math.max(childOf(doc, governor.token, "nsubj:pass"), subjectOf(doc, governor.token)) : -1;
  return participantsOf(scene, move, told);
}

const GIVEN: ReadonlySet<Modality> = new Set(["offered", "promised", "refused", "threatened"]);

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
  // "was in X for talks with Y": who is there is the clause's subject as well.
  const verb = ancestorsOf(doc, act.trigger).find(
    (t) => (doc.upos[t] === "VERB" && !(hasRelation(doc, t, "acl") && isPassive(doc, t))) || isStay(doc, t),
  );
  const others = verb === undefined ? [] : participantsOf(scene, move, subjectOf(doc, verb)).filter((p) => !isSameSide(scene, p, known));
  if (others.length === 0 || !others.some((p) => isParty(scene.actors, p.actor)))
    return known.length > 1 ? { ...sides, actors: [], recipients: known } : sides;
  return { ...sides, actors: others, recipients: known, rules: [...sides.rules, "roles:clause"] };
};

/** "was in X": a place that somebody is said to be in. */
const isStay = (doc: Doc, token: number): boolean =>
  doc.upos[token] === "PROPN" && childOf(doc, token, "cop") >= 0 && childOf(doc, token, "nsubj") >= 0 && casesOf(doc, token).includes("in");

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

/** "welcomed the talks between X and Y": who comes between two with a word for or against what they do speaks of both. */
export const byPair: RoleRule = (scene, act, move, sides) => {
  const { doc, lexicons } = scene;
  const joint = objectOf(doc, act.trigger);
  const told = VIEWED.has(act.eventType) && !act.nominal && doc.upos[act.trigger] === "VERB";
  if (!told || sides.recipients.length > 0 || sides.actors.length === 0 || sides.rules.includes("roles:asked") || joint < 0) return sides;
  const senses = lexicons.acts.nouns.get(doc.lemma[joint] ?? "") ?? [];
  if (!senses.some((s) => s.eventType !== null && (TOGETHER.has(s.eventType) || s.mode === "ceasefire"))) return sides;
  const both = participantsOf(scene, move, underPreposition(doc, joint, "between")).filter((p) => isParty(scene.actors, p.actor));
  const others = both.length > 1 && both.every((p) => !isSameSide(scene, p, sides.actors));
  return others ? { ...sides, recipients: both, rules: [...sides.rules, "roles:pair"] } : sides;
};

const CONDITIONAL = new Set<Modality>(["threatened", "offered", "promised", "refused"]);

/** "threatened to close the pass unless X paid", "offered a quota if X dropped the ban", "will not sign unless X pays": who is to meet the condition is whom it is meant for. */
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
  // "hopes to win the release of X": whoever gets it does not give it.
  if (act.rules.some((r) => r.startsWith("support.get."))) return sides;
  if (governor?.control.performer !== "subj" || move.reading.inner?.control.performer === "obj") return sides;
  // "is ready for a truce with X": whom it would be with is the other side.
  const partners = act.nominal ? participantsOf(scene, move, underPreposition(scene.doc, act.trigger, "with")) : [];
  if (!sides.actors.every((a) => partners.some((p) => p.actor === a.actor))) return sides;
  // "warned that the plan would hurt X": the plan does. "proposed that the first step be a truce": the step does nothing.
  if (
    !act.nominal &&
    childrenOf(scene.doc, act.trigger, "nsubj").some((t) => scene.doc.relation[t] === "nsubj" && scene.doc.upos[t] === "NOUN")
  )
    return sides;
  const actors = participantsOf(scene, move, performerOf(scene.doc, governor.token, act.trigger));
  if (sides.actors.length > 0 && actors.length === 0) return sides;
  const recipients = [...sides.recipients, ...sides.actors];
  return { ...sides, actors, recipients: without(recipients, actors), rules: [...sides.rules, "roles:governor"] };
};

/** Verbs whose subject has what their object tells: "expressed readiness to leave". */
const TELLING = new Set(["express", "make", "give", "take", "show", "voice", "signal", "declare"]);

/**
 * Who does a governing word by its own words, where nobody else can stand between it and the act: a noun's holder ("X's push for talks"), a verb's
 * or predicate's own subject, or that of the verb whose infinitive it is; -1 elsewhere.
 */
function performerOf(doc: Doc, governor: number, act: number): number {
  const above = ancestorsOf(doc, act);
  const between = above.slice(0, Math.max(0, above.indexOf(governor)));
  // "failed to sway X to drop it": X would.
  if (between.some((t) => doc.upos[t] === "VERB" && childrenOf(doc, t, "obj", "iobj").some((o) => o !== act && !between.includes(o))))
    return -1;
  if (doc.upos[governor] === "NOUN") {
    const verb = hasRelation(doc, governor, "obj") ? (doc.head[governor] ?? -1) : -1;
    return TELLING.has(doc.lemma[verb] ?? "") ? subjectOf(doc, verb) : holderOf(doc, governor);
  }
  let own = governor;
  for (let step = 0; step < 4 && childOf(doc, own, "nsubj", "nsubj:pass") < 0; step++) {
    const head = doc.head[own] ?? -1;
    const shared = hasRelation(doc, own, "xcomp") ? childOf(doc, head, "obj") < 0 : hasRelation(doc, own, "conj");
    if (head < 0 || !shared) return -1;
    own = head;
  }
  return subjectOf(doc, governor);
}

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

/** "turned down X's demand", "denied X's accusations": what somebody answers so was said to him, unless the words name another. */
export const byRefusing: RoleRule = (scene, act, move, sides) => {
  const { doc } = scene;
  const verb = hasRelation(doc, act.trigger, "obj") ? (doc.head[act.trigger] ?? -1) : -1;
  if (!act.nominal || !VERBAL.has(act.eventType) || verb < 0 || sides.recipients.length > 0 || sides.actors.length === 0) return sides;
  const answer = controlAt(doc, scene.lexicons.control, verb, "noun")?.modality;
  const elsewhere = childrenOf(doc, act.trigger, "nmod").some((c) =>
    casesOf(doc, c).some((m) => m === "against" || m === "on" || m === "to"),
  );
  if ((answer !== "refused" && answer !== "denied") || elsewhere) return sides;
  const told = participantsOf(scene, move, subjectOf(doc, verb)).filter((p) => !isSameSide(scene, p, sides.actors));
  return told.length > 0 ? { ...sides, recipients: told, rules: [...sides.rules, "roles:refusing"] } : sides;
};

const FAVOURS: ReadonlySet<EventType> = new Set(["AID", "SUPPORT", "COOPERATE", "CONCEDE"]);

/** "thanked X for sending doctors": what one gives thanks for was done for oneself, unless the words name another. */
export const byThanks: RoleRule = (scene, act, move, sides) => {
  const { doc } = scene;
  const thanks = doc.head[act.trigger] ?? -1;
  if (!FAVOURS.has(act.eventType) || thanks < 0 || doc.lemma[thanks] !== "thank" || !casesOf(doc, act.trigger).includes("for"))
    return sides;
  const thanked = participantsOf(scene, move, objectOf(doc, thanks));
  if (sides.recipients.length > 0 || move.modality !== "done" || thanked.length === 0) return sides;
  if (childrenOf(doc, act.trigger, "nmod", "obl").length > 0) return sides;
  if (!sides.actors.every((a) => isSameSide(scene, a, thanked))) return sides;
  const recipients = participantsOf(scene, move, subjectOf(doc, thanks)).filter((p) => !isSameSide(scene, p, thanked));
  return recipients.length > 0 ? { ...sides, actors: thanked, recipients, rules: [...sides.rules, "roles:thanks"] } : sides;
};
