import type { Doc, EventType, Participant } from "../../model/index.ts";
import { forWhom } from "../../syntax/infinitive.ts";
import { objectOf } from "../../syntax/object.ts";
import { calledUpon } from "../../syntax/oblique.ts";
import { activeSubjectOf, subjectOf } from "../../syntax/subject.ts";
import { casesOf, childrenOf, hasRelation, lowerAt } from "../../syntax/tree.ts";
import { fillSlot } from "../fill.ts";
import { modalOf } from "../modality/modal.ts";
import { readModality } from "../modality/read.ts";
import type { Scene } from "../read.ts";
import { isOneOf } from "../sets.ts";
import { isDeed } from "./deed.ts";
import { holdersOf } from "./place.ts";
import { serialSubject } from "./serial.ts";
import { isFirstPerson, isOwn, isSameSide, participantsOf, type RoleRule, speakersOf } from "./sides.ts";
import { voiceOf } from "./text.ts";
import { isSomebody } from "./unknown.ts";

/** Acts for the good of their recipient, who would not be asked for them. */
const GIVEN: ReadonlySet<EventType> = new Set(["RETREAT", "CONCEDE", "AID"]);

/** Asking turns the roles round: who asks acts, who is to do the act receives. */
export const byAsking: RoleRule = (scene, act, move, sides) => {
  const asking = [move.reading.governor, move.reading.inner].find((g) => g?.control.modality === "asked");
  if (!asking) return sides;
  // "asked Y to press X to leave": what is asked for is the pressing, by whomever.
  const outer = readModality(scene.doc, asking.token, scene.lexicons.control);
  if (scene.doc.upos[asking.token] === "VERB" && outer.governor?.control.modality === "asked")
    return { ...sides, actors: [], recipients: [] };
  // "under pressure from X to leave": who is under it is to leave.
  const pressed = asking.control.performer === "subj" && !isPutOn(scene, asking.token);
  const by = isPutOn(scene, asking.token) ? (scene.doc.head[asking.token] ?? -1) : asking.token;
  const said = participantsOf(
    scene,
    move,
    pressed ? pressing(scene.doc, asking.token) : voiceOf(scene, { trigger: by, eventType: "REQUEST" }, subjectOf(scene.doc, by)),
  );
  const asker = said.length > 0 || pressed ? said : participantsOf(scene, move, serialSubject(scene, by));
  const upon = Math.max(calledUpon(scene.doc, asking.token), forWhom(scene.doc, act.trigger), pressedUpon(scene, asking.token));
  // "called for a truce and the release of X": an object that is no name is what is asked for.
  const object = objectOf(scene.doc, asking.token);
  const told = upon >= 0 ? upon : pressed ? subjectOf(scene.doc, asking.token) : isDeed(scene, object) ? -1 : object;
  const asked = participantsOf(scene, move, told);
  const apart = (some: readonly Participant[]) => some.filter((p) => !isOwn(scene, act, p, asker, true));
  // "called for more time for X to leave": it is the time that is asked for.
  const above = scene.doc.head[upon] ?? -1;
  const matter = upon >= 0 && above > asking.token && scene.doc.upos[above] === "NOUN";
  const doers = matter ? [] : apart(asked.length > 0 ? asked : sides.actors);
  // "called for the release of X": who is to be freed is not who is asked for it; "of X held by Y": Y is.
  const held = GIVEN.has(act.eventType) ? holdersOf(scene, fillSlot(scene.doc, act.trigger, act.words, "obj"), move) : [];
  if (held.length > 0) return { ...sides, actors: asker, recipients: apart(held), rules: [...sides.rules, "roles:asked"] };
  // "pressed the king to shut X's road": the king was asked, known or not.
  // "called on its followers to kill X": nor is X asked.
  const known = asked.length > 0 && scene.doc.upos[told] !== "PRON";
  const meant = known || told === upon || isSomebody(scene.doc, told);
  const asksAnother = told >= 0 && ![act.trigger, ...act.words].includes(told) && meant;
  const given = GIVEN.has(act.eventType) && act.mode !== "disarm" && move.modality !== "refused";
  const others = given || asksAnother ? [] : apart(sides.recipients);
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
  const modal = reading.modal ?? act.words.map((t) => modalOf(scene.doc, t)).find((m) => m !== null);
  const due = modality === "asked" && straight && DUE.has(modal ?? "") && !act.rules[0]?.startsWith("act.spoken");
  // "the failure should set off the X sanctions": X has no duty there.
  const verbal = scene.doc.upos[act.trigger] !== "NOUN";
  // "X's raids must stop", "aid must flow": asked of X, or of whoever it is.
  const ended = act.rules.some((r) => r.startsWith("support.stop"));
  const open = ended || (act.eventType === "AID" && isOneOf(scene, activeSubjectOf(scene.doc, act.trigger), "aid"));
  // "That X should leave is odd": a fact judged, no duty.
  const judged = hasRelation(scene.doc, act.trigger, "csubj") || opensWithThat(scene.doc, activeSubjectOf(scene.doc, act.trigger));
  if (!due || !(verbal || ended) || judged || (sides.actors.length === 0 && !open) || sides.rules.includes("roles:speaker")) return sides;
  const askers = over.length > 0 ? speakersOf(scene, move) : [];
  // "we must act": a duty of one's own.
  if (sides.actors.some((one) => isSameSide(scene, one, askers)) || isFirstPerson(scene, activeSubjectOf(scene.doc, act.trigger)))
    return sides;
  return { ...sides, actors: askers, recipients: sides.actors, rules: [...sides.rules, "roles:asked"] };
};

/** "That X should leave is odd": parsers may take the first word for an article of X. */
function opensWithThat(doc: Doc, subject: number): boolean {
  return (
    subject > 0 &&
    lowerAt(doc, subject - 1) === "that" &&
    doc.upos[subject] === "PROPN" &&
    doc.sentenceOf[subject - 2] !== doc.sentenceOf[subject]
  );
}

const PRESSING = new Set(["from", "by"]);

/** The phrases of a noun, whether they hang on it or on its verb, that stand behind one of some prepositions. */
const behind = (doc: Doc, noun: number, words: ReadonlySet<string>): number =>
  [...childrenOf(doc, noun, "nmod", "obl"), ...childrenOf(doc, doc.head[noun] ?? -1, "obl")].find(
    (c) => c > noun && casesOf(doc, c).some((m) => words.has(m)),
  ) ?? -1;

/** Who presses: "pressure from X"; -1 where nobody is named. */
const pressing = (doc: Doc, noun: number): number => behind(doc, noun, PRESSING);

/** "put pressure on X to leave": who is to leave; else -1. */
const pressedUpon = (scene: Scene, noun: number): number => (isPutOn(scene, noun) ? behind(scene.doc, noun, new Set(["on", "upon"])) : -1);

/** "put pressure on X": the subject presses. */
const isPutOn = (scene: Scene, noun: number): boolean =>
  scene.doc.lemma[noun] === "pressure" && hasRelation(scene.doc, noun, "obj") && isOneOf(scene, scene.doc.head[noun] ?? -1, "exerting");

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
