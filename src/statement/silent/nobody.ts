import type { Actor, Doc, EventType } from "../../model/index.ts";
import { subjectOf } from "../../syntax/subject.ts";
import { childrenOf, lowerAt } from "../../syntax/tree.ts";
import { isParty, partyOf } from "../kin.ts";
import { isOneOf } from "../sets.ts";
import type { Silence } from "./silence.ts";

/** "a plan to withdraw", "needed to be freed": a deed to come that nobody is said to do. */
export const ofNobody: Silence = (_scene, act, move, { actors }) =>
  actors.length === 0 && !act.nominal && (move.modality === "planned" || move.modality === "hypothetical");

/** Moves between parties. People of no party complain, protest, are struck and strike; they do not make these. */
const PARTIES: ReadonlySet<EventType> = new Set(["CONSULT", "THREATEN", "AID", "COOPERATE", "AGREE", "MOBILIZE", "CONCEDE", "SUPPORT"]);

/** "tourists who visit X": what people of no party do is no move of any, save to ask it of one. */
export const byStrangers: Silence = (scene, act, { modality }, { actors, recipients }) =>
  PARTIES.has(act.eventType) &&
  !(modality === "asked" && recipients.some((r) => isParty(scene.actors, r.actor))) &&
  actors.length > 0 &&
  !actors.some((a) => isParty(scene.actors, a.actor) || isNamed(scene.actors.get(a.actor)));

/** "the band toured X", "they made two tours of X": a visit of somebody whom the words tell, and who is of no party. */
export const visitOfNobody: Silence = (scene, { mode, nominal, trigger, frame }, _move, { actors, recipients }) => {
  // "came to see what would happen"
  if (frame.recipient.includes("comp-obj") && mode === "visit") return recipients.length === 0;
  if (mode !== "visit" || nominal || actors.length > 0) return false;
  const who = subjectOf(scene.doc, trigger);
  return who >= 0 && !WHO_VISIT.some((set) => isOneOf(scene, who, set));
};

/** Sets of those who visit for a party, named or not. */
const WHO_VISIT = ["body", "diplomat", "dispatched", "led-side"];

const STATES: ReadonlySet<string> = new Set(["state", "government"]);

/** "X had protested at the works": a state that is named by itself does not march. */
export const marching: Silence = (scene, { mode, nominal, trigger }, _move, { actors }) =>
  mode === "demo" &&
  !nominal &&
  scene.doc.upos[subjectOf(scene.doc, trigger)] === "PROPN" &&
  actors.length > 0 &&
  actors.every((a) => STATES.has(scene.actors.get(a.actor)?.kind ?? ""));

const ARMED = new Set(["MIL", "REB", "PAR", "SPY", "COP"]);

/** "the singer took Paris", "the firm entered Lima", "the seat fell to X": a place is taken by those who bear arms. */
export const unarmedTaking: Silence = (scene, { mode, trigger, words, eventType, nominal }, _move, { actors }) => {
  const { actors: known, doc } = scene;
  if (nominal || eventType !== "ASSAULT" || mode !== null || !isOneOf(scene, trigger, "entering")) return false;
  // "took over": another verb
  if (words.some((w) => doc.upos[w] === "ADP" || doc.upos[w] === "ADV")) return false;
  const bears = (id: string) => ARMED.has(known.get(id)?.sector ?? "") || ARMED.has(known.get(partyOf(known, id))?.sector ?? "");
  return actors.length === 0 || !actors.every((a) => bears(a.actor));
};

function isNamed(actor: Actor | undefined): boolean {
  return actor?.kind === "person" && /^\p{Lu}/u.test(actor.name);
}

/** "warned of floods": a warning that is meant for no party threatens nobody; "warned X that he was a spy" tells X what is so. */
export const warning: Silence = (scene, act, move, { actors, recipients }) =>
  act.eventType === "THREATEN" &&
  move.condition === null &&
  !act.nominal &&
  act.words.some((t) => ["warn", "warning"].includes(scene.doc.lemma[t] ?? "")) &&
  (!(actors.some((a) => isParty(scene.actors, a.actor)) && recipients.some((r) => isParty(scene.actors, r.actor))) ||
    warnedOf(scene.doc, act.trigger).some((c) => isPast(scene.doc, c)));

/** The clauses that say what one is warned of; the parser may hang them on who warns ("warned by X that …"). */
const warnedOf = (doc: Doc, verb: number): readonly number[] => [
  ...childrenOf(doc, verb, "ccomp"),
  ...childrenOf(doc, verb, "obl:agent", "obj").flatMap((c) =>
    childrenOf(doc, c, "acl", "acl:relcl").filter((clause) => childrenOf(doc, clause, "mark").some((m) => lowerAt(doc, m) === "that")),
  ),
];

const isPast = (doc: Doc, clause: number): boolean =>
  [clause, ...childrenOf(doc, clause, "aux", "aux:pass", "cop")].some((t) => doc.xpos[t] === "VBD") &&
  childrenOf(doc, clause, "aux").every((c) => doc.xpos[c] !== "MD");

const CRIMES: ReadonlySet<EventType> = new Set(["ASSAULT", "SANCTION"]);

/** "a man was shot dead": where neither who did it nor whom it befell is of a party, it is a matter of the police; not where rebels do it to the people of a state. */
export const crime: Silence = (scene, act, _move, { actors, recipients }) => {
  if (!CRIMES.has(act.eventType) || actors.some((a) => isParty(scene.actors, a.actor))) return false;
  const heads = scene.mentions.filter((m) => actors.some((a) => a.start === m.start && a.end === m.end)).map((m) => m.head);
  if (heads.some((head) => isOneOf(scene, head, "rebels")) && recipients.some((r) => isParty(scene.actors, r.actor))) return false;
  // A state that only stands for its people stands on their words.
  const people = scene.mentions.filter((m) => !isParty(scene.actors, m.actor));
  return recipients.every((r) => people.some((p) => p.start === r.start && p.end === r.end));
};

/** "the police are looking into the crash": an inquiry into no party. */
export const inquiry: Silence = (scene, act, _move, { recipients, rules }) =>
  // Who is asked to investigate is not who is investigated.
  act.mode === "investigate" && (rules.includes("roles:asked") || !recipients.some((r) => isParty(scene.actors, r.actor)));

/** "if you leave, it will end": what is held out or told in direct speech is a party's move, not a guest's or a witness's. */
export const byWitness: Silence = (scene, act, { over }, { actors }) =>
  // Whoever's speech is printed in full is no witness.
  !over.some((v) => v.rule === "text") &&
  act.rules[0]?.startsWith("act.spoken") === true &&
  actors.length > 0 &&
  !actors.some((a) => isParty(scene.actors, a.actor));
