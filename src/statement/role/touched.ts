import type { Doc, EventType, Mention, Participant } from "../../model/index.ts";
import { objectOf } from "../../syntax/object.ts";
import { calledUpon, isStretch, underPreposition } from "../../syntax/oblique.ts";
import { isPassive } from "../../syntax/passive.ts";
import { activeSubjectOf } from "../../syntax/subject.ts";
import { casesOf, childrenOf, hasRelation, lowerAt, subtreeOf } from "../../syntax/tree.ts";
import type { ActReading } from "../act/reading.ts";
import { fillSlot, isCompanion } from "../fill.ts";
import { isParty, partyOf } from "../kin.ts";
import type { Move } from "../move/move.ts";
import type { Scene } from "../read.ts";
import { isOneOf } from "../sets.ts";
import { isDeed } from "./deed.ts";
import { holdersOf, landAt } from "./place.ts";
import { isOwn, isSameSide, participantsOf, type RoleRule, TOUCHING, VERBAL, without } from "./sides.ts";
import { namesUnknown } from "./unknown.ts";

const PEOPLE = new Set(["person", "group"]);

/** "X's release": the one released, not the one who releases. */
export const byUndergoing: RoleRule = (scene, act, _move, sides) => {
  const undergoers = sides.actors.every((a) => isNobodys(scene, a)) && !sides.rules.includes("roles:asked");
  if (!act.nominal || !TOUCHING.has(act.eventType) || sides.recipients.length > 0 || !undergoers) return sides;
  return { ...sides, actors: [], recipients: sides.actors };
};

/** "the Chile invasion", "the Chile sanctions": a state's full name before what is done to somebody says to whom; its adjective ("Chilean") or letters ("US") say by whom. */
export const byTarget: RoleRule = (scene, act, _move, sides) => {
  const [one] = sides.actors;
  if (!act.nominal || !TOUCHING.has(act.eventType) || sides.recipients.length > 0 || !one || sides.actors.length > 1) return sides;
  const { doc, actors } = scene;
  const full = scene.mentions.some(
    (m) => m.start === one.start && m.form === "name" && hasRelation(doc, m.head, "compound") && doc.xpos[m.head] === "NNP",
  );
  const lettered = !/^\p{Lu}\p{Ll}{2,}/u.test(doc.text.slice(one.start, one.end));
  return full && !lettered && actors.get(one.actor)?.kind === "state" ? { ...sides, actors: [], recipients: [one] } : sides;
};

/** "asked for the release of prisoners": people of no party and no name are asked nothing, unless they are spoken to ("urged the strikers"). */
export const byConcern: RoleRule = (scene, act, move, sides) => {
  if (!VERBAL.has(act.eventType) && !sides.rules.includes("roles:asked")) return sides;
  const { doc, index, actors } = scene;
  const told = [...addressedBy(scene, act), ...orderedBy(scene, act, move)];
  const freed = isOneOf(scene, objectOf(doc, act.trigger), "freeing") ? underPreposition(doc, objectOf(doc, act.trigger), "of") : -1;
  const concerned = (index.get(freed) ?? []).filter((m) => actors.get(m.actor)?.kind === "person");
  const isFreed = (r: Participant) => concerned.some((m) => m.actor === r.actor);
  const meant = (r: Participant) => told.some((t) => t.start === r.start && t.end === r.end);
  const asked = sides.recipients.filter((r) => !isFreed(r) && (!isNobodys(scene, r) || isNamedOrOfCountry(scene, r) || meant(r)));
  return { ...sides, recipients: asked.length > 0 ? asked : holdersOf(scene, freed, move) };
};

/** Those who are the object of a verbal act by their own words: "accused the miners", "called on all parties". */
function addressedBy({ doc, index }: Scene, { trigger, nominal }: ActReading): readonly Mention[] {
  if (nominal || doc.upos[trigger] !== "VERB") return [];
  const told = [objectOf(doc, trigger), ...childrenOf(doc, trigger, "iobj"), calledUpon(doc, trigger)].filter((t) => t >= 0);
  return told.flatMap((t) => [t, ...childrenOf(doc, t, "conj")]).flatMap((t) => (index.get(t) ?? []).filter((m) => m.form !== "pronoun"));
}

/** Those who are asked to do the act themselves: "wants the settlers to leave". */
function orderedBy({ doc, index }: Scene, { trigger, nominal }: ActReading, { reading }: Move): readonly Mention[] {
  if (nominal || reading.governor?.control.modality !== "asked" || isPassive(doc, trigger)) return [];
  const doer = activeSubjectOf(doc, trigger);
  return [doer, ...(doer < 0 ? [] : childrenOf(doc, doer, "conj"))].flatMap((t) =>
    (index.get(t) ?? []).filter((m) => m.form !== "pronoun"),
  );
}

/** "destroyed 30 tanks": arms of no one's are no party. */
export const byArms: RoleRule = (scene, _act, _move, sides) => {
  const arms = new Set(scene.mentions.filter((m) => isOneOf(scene, m.head, "weapon")).map((m) => m.start));
  return { ...sides, recipients: sides.recipients.filter((r) => !(isNobodys(scene, r) && arms.has(r.start))) };
};

/** "opened a campaign to destroy X", "raids aimed at crushing X", "attacks focused on X": what a deed is done to others for, it is done to them. */
export const byAim: RoleRule = (scene, act, move, sides) => {
  const { doc } = scene;
  if (sides.recipients.length > 0 || act.eventType !== "ASSAULT") return sides;
  const words = [act.trigger, ...act.words.filter((w) => doc.upos[w] === "NOUN")];
  const clauses = words
    .flatMap((w) => childrenOf(doc, w, "acl", "advcl", "xcomp"))
    .flatMap((c) => [c, ...childrenOf(doc, c, "advcl", "xcomp", "ccomp")]);
  const aims = clauses.filter((c) => casesOf(doc, c).some((k) => k === "to" || k === "at" || k === "of") && isHarsh(scene, c));
  const upon = clauses
    .filter((c) => isOneOf(scene, c, "aiming"))
    .flatMap((c) =>
      childrenOf(doc, c, "obl", "nmod").filter((o) => casesOf(doc, o).some((k) => k === "on" || k === "at" || k === "against")),
    );
  // "carried out a raid, killing X", "the offensive that toppled X"
  const done = clauses.filter(
    (c) => isHarsh(scene, c, ATTACKING) && casesOf(doc, c).length === 0 && (isBehindComma(doc, c) || isItsDoing(doc, c)),
  );
  const recipients = [...aims, ...done]
    .map((c) => objectOf(doc, c))
    .concat(upon)
    .map((t) => metAt(scene, move, t, sides.actors))
    .find((some) => some.length > 0);
  return recipients ? { ...sides, recipients, rules: [...sides.rules, "roles:aim"] } : sides;
};

/** Those a token names apart from some, or else the states whose land or things it tells of. */
function metAt(scene: Scene, move: Move, token: number, actors: readonly Participant[]): readonly Participant[] {
  const met = without(participantsOf(scene, move, token), actors);
  return met.length > 0 ? met : landAt(scene, token, true).filter((p) => !isSameSide(scene, p, actors));
}

function isBehindComma(doc: Doc, verb: number): boolean {
  return doc.xpos[verb] === "VBG" && verb > 0 && lowerAt(doc, verb - 1) === ",";
}

/** A relative clause whose subject is the noun it hangs on. */
function isItsDoing(doc: Doc, verb: number): boolean {
  return doc.relation[verb] === "acl:relcl" && childrenOf(doc, verb, "nsubj").some((s) => ["that", "which"].includes(lowerAt(doc, s)));
}

const ATTACKING: ReadonlySet<EventType> = new Set(["ASSAULT"]);
const HARSH: ReadonlySet<EventType> = new Set(["ASSAULT", "COERCE", "THREATEN"]);

function isHarsh({ doc, lexicons }: Scene, verb: number, types = HARSH): boolean {
  const senses = lexicons.acts.verbs.get(doc.lemma[verb] ?? "") ?? [];
  return doc.upos[verb] === "VERB" && senses.some((s) => s.eventType !== null && types.has(s.eventType));
}

/** "the troops were withdrawn": whoever gave the order, it is the troops' side that withdraws. */
export const byWithdrawal: RoleRule = (scene, act, _move, sides) => {
  const troops = act.eventType === "RETREAT" && act.mode === "withdraw" && sides.actors.length === 0 && isPassive(scene.doc, act.trigger);
  const armed = sides.recipients.length > 0 && sides.recipients.every((r) => scene.actors.get(r.actor)?.sector === "MIL");
  return troops && armed ? { ...sides, actors: sides.recipients, recipients: [], rules: [...sides.rules, "roles:withdrawn"] } : sides;
};

/** "withdrew its own forces": what belongs to the actor receives nothing. */
export const byBelonging: RoleRule = (scene, act, _move, sides) => {
  const verbal = VERBAL.has(act.eventType) || sides.rules.includes("roles:asked");
  return { ...sides, recipients: sides.recipients.filter((r) => !isOwn(scene, act, r, sides.actors, verbal)) };
};

/** Where the words name the state whose people are freed or struck, it is a step towards the state: "released the X tourists". */
export const byNation: RoleRule = (scene, act, move, sides) => {
  if (act.eventType !== "RETREAT" && act.eventType !== "ASSAULT") return sides;
  const recipients = sides.recipients.flatMap((r) => {
    const state = isNobodys(scene, r) ? stateOf(scene, r) : null;
    const named = OF_A_STATE.test(scene.doc.text.slice(r.start, r.end)) || (act.eventType === "RETREAT" && isCounted(scene, r));
    if (!state || !named || sides.recipients.some((p) => p.actor === state)) return [r];
    if (act.eventType === "ASSAULT") return [{ ...r, actor: state }];
    // "committed to the release of Danish sailors": where nobody knows who is, it may be their own state; "to X": it is X's.
    const open = (sides.actors.length === 0 && move.modality !== "done") || underPreposition(scene.doc, act.trigger, "to") >= 0;
    // "Chile freed the rebels it held": nobody gives anything back to himself.
    return act.mode !== "release" || open || isSameSide(scene, { ...r, actor: state }, sides.actors) ? [r] : [r, { ...r, actor: state }];
  });
  return { ...sides, recipients };
};

/** "two Danish sailors": a name before what they are. */
const OF_A_STATE = /\p{Lu}\p{L}+ (?:\p{L}+ )*\p{Ll}+$/u;

/** "two Danes" */
function isCounted({ doc, mentions }: Scene, { actor, start }: Participant): boolean {
  const own = mentions.find((m) => m.start === start && m.actor === actor);
  return own?.rule.startsWith("people") === true && childrenOf(doc, own.head, "nummod").length > 0;
}

function stateOf({ actors }: Scene, one: Participant): string | null {
  const country = actors.get(one.actor)?.country;
  return (country && [...actors.values()].find((a) => a.kind === "state" && a.country === country)?.id) || null;
}

/** The one other party that has a role in the clause is whom a verbal act, or the lifting of a measure, is meant for. */
export const byOnlyOther: RoleRule = (scene, act, _move, sides) => {
  const { doc, index } = scene;
  const meant = VERBAL.has(act.eventType) || (act.eventType === "RETREAT" && act.mode === null);
  // "warned that a drought would hit X": a warning tells what is to come, not whom it is meant for.
  if (
    sides.recipients.length > 0 ||
    // "is said to have bought gold from X": where nobody says it, it is said to nobody.
    (sides.actors.length === 0 && act.rules[0]?.startsWith("act.v.") === true) ||
    !meant ||
    doc.lemma[act.trigger] === "warn" ||
    act.mode === "investigate" ||
    // "urged all members to reject X's claim": who is asked is said, known or not.
    sides.rules.includes("roles:asked") ||
    namesUnknown(scene, act, [...act.frame.recipient, "comp-subj"])
  )
    return sides;
  // What a measure was for may stand far below it.
  const aside = childrenOf(doc, act.trigger)
    .filter((c) => hasRelation(doc, c, "advcl", "parataxis") || casesOf(doc, c).some((k) => BESIDE.has(k)))
    .flatMap((c) => subtreeOf(doc, c));
  const inside = VERBAL.has(act.eventType)
    ? [act.trigger, ...act.words.filter((w) => doc.upos[w] === "NOUN")].flatMap((t) => insideOf(scene, act, t))
    : subtreeOf(doc, act.trigger).filter((t) => !aside.includes(t));
  // "called for tighter rules and an exit from X": nobody is asked, unless it is owed by somebody ("an answer from X").
  const general = act.eventType === "REQUEST" && !act.nominal && fillSlot(doc, act.trigger, act.words, "for") >= 0;
  const subject = childrenOf(doc, act.trigger, "nsubj").flatMap((t) => subtreeOf(doc, t));
  const others = inside
    .filter(
      (t) =>
        hasRole(scene, t) &&
        !subject.includes(t) &&
        (!general || isOneOf(scene, doc.head[t] ?? -1, "owed")) &&
        !(doc.head[t] === act.trigger && doc.relation[t] === "nsubj"),
    )
    .flatMap((t) => index.get(t) ?? [])
    .filter((m) => m.form !== "pronoun" && isParty(scene.actors, m.actor) && !isSameSide(scene, m, sides.actors));
  const [one] = others;
  // "the threat posed by X": it is X's.
  const posed = act.eventType === "THREATEN" && one !== undefined && hasRelation(doc, one.head, "obl:agent");
  if (!one || posed || new Set(others.map((m) => partyOf(scene.actors, m.actor))).size > 1) return sides;
  return { ...sides, recipients: [{ actor: one.actor, start: one.start, end: one.end }], rules: [...sides.rules, "roles:inside"] };
};

const THEIRS = new Set(["its", "their", "his", "her"]);

/** "held talks with X and criticised its stance": one does not blame oneself; the one other party named since the verb above is meant. */
export const byRebuke: RoleRule = (scene, act, _move, sides) => {
  const { doc, index } = scene;
  const head = doc.head[act.trigger] ?? -1;
  if (act.eventType !== "ACCUSE" || sides.recipients.length > 0 || sides.actors.length === 0 || !hasRelation(doc, act.trigger, "conj"))
    return sides;
  const thing = objectOf(doc, act.trigger);
  const theirs =
    thing > act.trigger && childrenOf(doc, thing, "nmod:poss").some((c) => THEIRS.has(lowerAt(doc, c)) && lowerAt(doc, c + 1) !== "own");
  if (!theirs) return sides;
  const others = [...index.values()]
    .flat()
    .filter((m) => m.head > head && m.head < act.trigger && m.form !== "pronoun" && isParty(scene.actors, m.actor));
  const apart = others.filter((m) => !isSameSide(scene, m, sides.actors));
  const [one] = apart;
  if (!one || new Set(apart.map((m) => partyOf(scene.actors, m.actor))).size > 1) return sides;
  return { ...sides, recipients: [{ actor: one.actor, start: one.start, end: one.end }], rules: [...sides.rules, "roles:rebuked"] };
};

const BESIDE = new Set(["despite", "after", "before", "during", "since", "following", "amid"]);

/** What an act says of others: its phrases and complements, and who did what it speaks of ("the claim made by X"). What dates or describes says nothing to them. */
function insideOf(scene: Scene, act: ActReading, token: number): readonly number[] {
  const { doc } = scene;
  // "condemned the shelling of X": what was done to X.
  const deed = isDeed(scene, token);
  return childrenOf(doc, token).flatMap((c) => {
    // "refused by X", "complained that in X's absence it lags": who does it, and how things stand.
    if (token === act.trigger ? doc.relation[c] === "obl:agent" : hasRelation(doc, c, "obl") && casesOf(doc, c).includes("in")) return [];
    // "demanded that X be sent": X is asked nothing.
    if (act.eventType === "REQUEST" && doc.relation[c] === "nsubj:pass") return [];
    if (deed && !casesOf(doc, c).includes("by")) return [];
    const said = casesOf(doc, c).some((k) => k === "to" || k === "that");
    const clause = hasRelation(doc, c, "acl", "advcl") && doc.relation[c] !== "acl:relcl";
    // "mocked the idea that X might pay", "denied X had paid": what is thought or told of X is not said to X.
    const content = hasRelation(doc, c, "acl", "ccomp") && casesOf(doc, c).includes("that");
    const thought = token !== act.trigger && (isOneOf(scene, token, "alleging") || isOneOf(scene, token, "topic"));
    if ((content && thought) || (act.eventType === "REJECT" && (content || hasRelation(doc, c, "ccomp")))) return [];
    // "opposed efforts to press X", "invited troops to guard X": what is to be done to X is not said to X.
    if (ANSWERING.has(act.eventType) && hasRelation(doc, c, "acl", "advcl", "xcomp") && casesOf(doc, c).includes("to")) return [];
    if (clause && !said) return hasRelation(doc, c, "acl") ? childrenOf(doc, c, "obl").filter((t) => casesOf(doc, t).includes("by")) : [];
    // "belittled its allies and tried to buy X": another deed.
    if (hasRelation(doc, c, "conj") && doc.upos[c] === "VERB") return [];
    return clause || hasRelation(doc, c, ...INSIDE) ? [c, ...insideOf(scene, act, c)] : [];
  });
}

const ANSWERING: ReadonlySet<EventType> = new Set(["REJECT", "REQUEST"]);

const INSIDE = ["nsubj", "obj", "iobj", "obl", "nmod", "ccomp", "xcomp", "conj"];

const ROLE_CASES = new Set(["by", "from", "of", "with", "against"]);

function hasRole({ doc }: Scene, token: number): boolean {
  if (isCompanion(doc, token) || isStretch(doc, token)) return false;
  return hasRelation(doc, token, "nsubj", "obl:agent", "obj") || casesOf(doc, token).some((c) => ROLE_CASES.has(c));
}

/** A person or group that belongs to no party. */
function isNobodys(scene: Scene, one: Participant): boolean {
  const actor = scene.actors.get(one.actor);
  return actor === undefined || (actor.partyOf === null && PEOPLE.has(actor.kind));
}

function isNamedOrOfCountry(scene: Scene, one: Participant): boolean {
  const actor = scene.actors.get(one.actor);
  return actor !== undefined && (actor.country !== null || (actor.kind === "person" && /^\p{Lu}/u.test(actor.name)));
}
