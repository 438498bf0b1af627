import type { Actor, Doc, EventType, Modality } from "../model/index.ts";
import { subjectOf } from "../syntax/subject.ts";
import { casesOf, childrenOf, hasRelation, lowerAt, subtreeOf } from "../syntax/tree.ts";
import type { ActReading } from "./act/reading.ts";
import type { Draft } from "./draft.ts";
import { isParty } from "./kin.ts";
import { isNegated } from "./modality/own.ts";
import { CONFLICT, type Move } from "./move.ts";
import type { Scene } from "./read.ts";
import type { Sides } from "./role/sides.ts";
import { isOneOf, type Silence } from "./silence.ts";
import { byNothing, courtroom, press, quarrel, unarmed } from "./stranger.ts";
import { aimed, aired, alleged, discussed, escaped, firstOf, purpose, quitted, summoned, suspected, weighed } from "./topic.ts";

/** "NEWS OF THE DAY: SUSPECTS ARRESTED He …": a line in capitals, or a label in title case, that ran into the text. */
const inLabel: Silence = ({ doc }, { trigger, words }) => {
  const form = doc.text.slice(doc.start[trigger], doc.end[trigger]);
  if (form.length > 3 && form === form.toUpperCase() && /\p{Lu}/u.test(form)) return true;
  const first = doc.sentences[doc.sentenceOf[trigger] ?? 0]?.first ?? 0;
  const inside = trigger > first && doc.upos[trigger - 1] !== "PUNCT" && words[0] === trigger;
  return inside && doc.upos[trigger] === "VERB" && /^\p{Lu}\p{Ll}/u.test(form);
};

/** Whoever stands in a run of capitals stands in a heading: "NEW LAND SHAKEN". */
const amongCapitals: Silence = ({ doc }, _act, _move, { actors, recipients }) =>
  [...actors, ...recipients].some((p) => {
    const before = doc.text.slice(Math.max(0, p.start - 12), p.start);
    const after = doc.text.slice(p.end, p.end + 12);
    const name = doc.text.slice(p.start, p.end);
    if (name.length < 4 || name !== name.toUpperCase()) return false;
    return /\p{Lu}{3,}[\s'’]*$/u.test(before) || /^\s+\p{Lu}{4,}/u.test(after);
  });

const UNTOLD = new Set(["without", "whether", "instead", "instead of"]);
const TOPICS = new Set(["about", "on", "over", "toward", "towards"]);

/** "trade with them rather than fight them": what stands behind it is what is not done. */
const isPassedOver = (doc: Doc, token: number): boolean =>
  childrenOf(doc, token, "cc", "mark", "case").some((c) => lowerAt(doc, c) === "rather" && lowerAt(doc, c + 1) === "than");

/** "ended without talks", "whether it will pay", "how much it gives", "words about leaving": not told to be so. */
const notClaimed: Silence = ({ doc }, { trigger }, move) => {
  if (move.chain.some((t) => casesOf(doc, t).some((c) => UNTOLD.has(c)) || isPassedOver(doc, t))) return true;
  if (doc.xpos[trigger] === "VBG" && casesOf(doc, trigger).some((c) => TOPICS.has(c))) return true;
  const asks = childrenOf(doc, trigger, "advmod", "obj", "obl").filter((c) => c < trigger);
  const asked = asks.some(
    (c) => ["how", "why", "whether"].includes(lowerAt(doc, c)) || childrenOf(doc, c, "advmod").some((m) => lowerAt(doc, m) === "how"),
  );
  return asked && move.modality !== "done";
};

/** "a plan to withdraw", "needed to be freed": a deed to come that nobody is said to do. */
const ofNobody: Silence = (_scene, act, move, { actors }) =>
  actors.length === 0 && !act.nominal && (move.modality === "planned" || move.modality === "hypothetical");

/** Moves between parties. People of no party complain, protest, are struck and strike; they do not make these. */
const PARTIES: ReadonlySet<EventType> = new Set(["CONSULT", "THREATEN", "AID", "COOPERATE", "AGREE", "MOBILIZE", "CONCEDE", "SUPPORT"]);

/** "tourists who visit X": what people of no party do is no move of any. */
const byStrangers: Silence = (scene, act, _move, { actors }) =>
  PARTIES.has(act.eventType) &&
  actors.length > 0 &&
  !actors.some((a) => isParty(scene.actors, a.actor) || isNamed(scene.actors.get(a.actor)));

/** "warned of floods": a warning that is meant for no party threatens nobody. */
const warning: Silence = (scene, act, move, { actors, recipients }) =>
  act.eventType === "THREATEN" &&
  move.condition === null &&
  !act.nominal &&
  act.words.some((t) => ["warn", "warning"].includes(scene.doc.lemma[t] ?? "")) &&
  !(actors.some((a) => isParty(scene.actors, a.actor)) && recipients.some((r) => isParty(scene.actors, r.actor)));

const CRIMES: ReadonlySet<EventType> = new Set(["ASSAULT", "SANCTION"]);

/** "a man was shot dead": where neither who did it nor whom it befell is of a party, it is a matter of the police. */
const crime: Silence = (scene, act, _move, { actors, recipients }) => {
  if (!CRIMES.has(act.eventType) || actors.some((a) => isParty(scene.actors, a.actor))) return false;
  // A state that only stands for its people stands on their words.
  const people = scene.mentions.filter((m) => !isParty(scene.actors, m.actor));
  return recipients.every((r) => people.some((p) => p.start === r.start && p.end === r.end));
};

/** "wars of the past", "talks" in a list: a weak noun by itself. */
const WEAK = 0.5;
const weakNoun: Silence = (_scene, act) => act.nominal && act.confidence < WEAK;

/** "evidence of bargaining skill": a form in -ing before a noun names no deed. */
const attribute: Silence = ({ doc }, { trigger }) =>
  doc.xpos[trigger] === "VBG" && hasRelation(doc, trigger, "amod", "compound") && subjectOf(doc, trigger) < 0;

/** "an end of the bombing", "the risk of an attack", "the lifting of the sanctions": the noun above undoes what it holds. */
const undone: Silence = (scene, { trigger, nominal }) => {
  const first = firstOf(scene.doc, trigger);
  return (
    nominal &&
    hasRelation(scene.doc, first, "nmod", "obl") &&
    casesOf(scene.doc, first).some((c) => c === "of" || c === "to" || c === "from" || c === "toward" || c === "towards") &&
    isOneOf(scene, scene.doc.head[first] ?? -1, "undoing")
  );
};

/** "cut three million in grants to X": what the verb above ends is counted in what it would give. */
const cutShort: Silence = (scene, { trigger, nominal }) => {
  const { doc } = scene;
  let at = trigger;
  while (hasRelation(doc, at, "nmod", "obl") && casesOf(doc, at).some((c) => c === "in" || c === "of")) at = doc.head[at] ?? -1;
  const verb = hasRelation(doc, at, "obj", "nsubj:pass") ? (doc.head[at] ?? -1) : at;
  const ends = (scene.lexicons.acts.supports.get(doc.lemma[verb] ?? "") ?? []).some((s) => s.kind === "end" && !s.particle);
  return nominal && at !== trigger && doc.upos[verb] === "VERB" && ends;
};

/** "were offered a deal", "the UK is committed to it": an agreeing of nobody. */
const agreedByNobody: Silence = (_scene, act, _move, { actors }) =>
  act.eventType === "AGREE" && !act.nominal && actors.length === 0 && !act.rules[0]?.startsWith("act.spoken");

/** "the police are looking into the crash": an inquiry into no party. */
const inquiry: Silence = (scene, act, _move, { recipients, rules }) =>
  // Who is asked to investigate is not who is investigated.
  act.mode === "investigate" && (rules.includes("roles:asked") || !recipients.some((r) => isParty(scene.actors, r.actor)));

/** "the terms agreed in X", "an agreed-upon route": a participle that says which terms are meant tells no agreeing of whoever speaks. */
const mentioned: Silence = ({ doc }, { eventType, trigger, words }) =>
  eventType === "AGREE" &&
  words.length === 1 &&
  doc.xpos[trigger] === "VBN" &&
  (doc.relation[trigger] === "acl" ||
    hasRelation(doc, firstOf(doc, trigger), "amod") ||
    /^[-–]upon\b/.test(doc.text.slice(doc.end[trigger]!)));

const OPINING = new Set(["agree", "concur", "accept"]);

const SAYING = new Set(["say", "add", "argue", "note", "stress", "insist"]);

/** "all agree that the plan failed", "agreed, saying it was so", "agreed with the plan": whoever agrees on what is or was so, or with a thing, shares an opinion, and undertakes nothing. */
const opinion: Silence = (scene, { eventType, trigger }) => {
  const { doc } = scene;
  if (eventType !== "AGREE" || !OPINING.has(doc.lemma[trigger] ?? "")) return false;
  const isThing = (t: number) => doc.upos[t] === "NOUN" && !scene.index.has(t) && !["person", "body"].some((set) => isOneOf(scene, t, set));
  return (
    childrenOf(doc, trigger, "obl").some((c) => casesOf(doc, c).includes("with") && isThing(c)) ||
    childrenOf(doc, trigger, "advcl").some((c) => doc.xpos[c] === "VBG" && SAYING.has(doc.lemma[c] ?? "")) ||
    childrenOf(doc, trigger, "ccomp").some((clause) => tellsOpinion(doc, clause))
  );
};

/** A clause that says how things are: a tense of its own and no modal verb, or "there will be". */
function tellsOpinion(doc: Doc, clause: number): boolean {
  const verbs = [clause, ...childrenOf(doc, clause, "aux", "aux:pass", "cop")];
  if (childrenOf(doc, clause, "expl").length > 0) return true;
  return verbs.some((t) => FINITE.has(doc.xpos[t] ?? "")) && !verbs.some((t) => doc.xpos[t] === "MD");
}

const LEAVING = new Set("allow permit enable let give grant".split(" "));
const ACTING = new Set(["he", "she", "they", "we", "i", "you", "who"]);

/** "the scheme allows X to travel", "a treaty that gives X the right": what a thing leaves open is no party's concession. */
const byThing: Silence = ({ doc }, { eventType, trigger }, _move, { actors }) => {
  const subject = childrenOf(doc, trigger, "nsubj")[0] ?? -1;
  const tells = eventType === "CONCEDE" && actors.length === 0 && LEAVING.has(doc.lemma[trigger] ?? "");
  return (
    tells &&
    subject >= 0 &&
    ["VBZ", "VBP"].includes(doc.xpos[trigger] ?? "") &&
    !ACTING.has(lowerAt(doc, subject)) &&
    doc.upos[subject] !== "PROPN"
  );
};

/** "the truce collapsed", "after the ceasefire ended": nobody holds fire by it, and who broke it is not told. */
const lapsed: Silence = (scene, { mode, words, trigger, nominal }) => {
  if (mode !== "ceasefire" || !nominal) return false;
  const { doc } = scene;
  // The parser may give the noun to the verb of the next clause.
  const next = Math.max(...subtreeOf(doc, trigger)) + 1;
  const own = words.flatMap((t) => (hasRelation(doc, t, "nsubj") ? [doc.head[t] ?? -1] : []));
  return [...own, ...(doc.xpos[next] === "VBD" ? [next] : [])].some((verb) => isOneOf(scene, verb, "lapse"));
};

/** "has the right to defend itself", "no authority to promise it": what somebody may do is not told to be done. A right to strike or to bar keeps a threat open. */
const entitled: Silence = (scene, { eventType, nominal }, { reading }) =>
  !nominal && !CONFLICT.has(eventType) && reading.governor !== null && isOneOf(scene, reading.governor.token, "power");

/** "if you leave, it will end": what is held out or told in direct speech is a party's move, not a guest's or a witness's. */
const byWitness: Silence = (scene, act, _move, { actors }) =>
  act.rules[0]?.startsWith("act.spoken") === true && actors.length > 0 && !actors.some((a) => isParty(scene.actors, a.actor));

/** "has not said that it will leave", "stopped short of saying it": what nobody said is not told. */
const unsaid: Silence = ({ doc }, _act, { over }) =>
  over.some((v) => v.cueToken !== null && v.speech && ((v.asserts && isNegated(doc, v.cueToken)) || isShortOf(doc, v.cueToken)));

const isShortOf = (doc: Doc, token: number): boolean =>
  token > 1 && lowerAt(doc, token - 1) === "of" && lowerAt(doc, token - 2) === "short";

/** How far the noun of an act may stand from the verb that carries it. */
const REACH = 9;

/** "entered the town amid growing concern", "went ahead, raising fears": a noun this far from a verb, or behind a comma, is not carried by it. */
const scattered: Silence = ({ doc }, { words, rules }) => {
  if (!rules.some((r) => r.startsWith("support."))) return false;
  const [first, last] = [Math.min(...words), Math.max(...words)];
  return last - first > REACH || Array.from({ length: last - first }, (_, i) => lowerAt(doc, first + i)).includes(",");
};

/** "announced talks with X had been suspended": the noun is what the next clause tells of, no object of the verb before it. */
const ranOver: Silence = ({ doc }, { trigger, words, rules }) => {
  const noun = words.find((w) => hasRelation(doc, w, "obj") && doc.head[w] === trigger) ?? -1;
  if (noun < 0 || !rules.some((r) => r.startsWith("support."))) return false;
  const next = Math.max(...subtreeOf(doc, noun)) + 1;
  const verb = doc.upos[next] === "AUX" ? (doc.head[next] ?? -1) : -1;
  return verb > next && FINITE.has(doc.xpos[next] ?? "") && childrenOf(doc, verb, "nsubj", "nsubj:pass", "expl").length === 0;
};

const SPEAKING: ReadonlySet<EventType> = new Set(["ACCUSE", "REQUEST", "REJECT", "THREATEN", "SUPPORT", "SAY", "AGREE"]);
const GIVING: ReadonlySet<EventType> = new Set(["CONCEDE", "AID", "COOPERATE", "CONSULT", "SUPPORT", "AGREE"]);
const HAPPENINGS = /(?:tion|(?<!deci)sion|ment|ing|ack|ure|war|ban|ity|ism|ness|ance|ence|ship|dom)$/;
const UNNAMED = /^(?:it|this|that|these|those|what|nothing|everything)$/;

/** Whoever or whatever a verb is told of; of "a rule that gives", the rule. */
function toldOf(doc: Doc, verb: number): number {
  const subject = childrenOf(doc, verb, "nsubj").find((c) => doc.relation[c] === "nsubj") ?? -1;
  return /^(?:which|that)$/.test(lowerAt(doc, subject)) && doc.relation[verb] === "acl:relcl" ? (doc.head[verb] ?? -1) : subject;
}

/** "the posting of X troops raised concerns", "his job offers him a platform", "a convention gives X the right": things do not speak, whosever they are, nor do they give. */
const byThings: Silence = (scene, { eventType, trigger, nominal, rules }, _move, { actors }) => {
  const { doc } = scene;
  const isThing = (t: number) =>
    doc.upos[t] === "NOUN" && !isOneOf(scene, t, "body") && (HAPPENINGS.test(doc.lemma[t] ?? "") || isOneOf(scene, t, "thing"));
  // "it received permission": what undergoes it is the subject
  if (rules.some((r) => r.startsWith("act.spoken") || (r.startsWith("support.get") && r !== "support.get.have"))) return false;
  const speaker = childrenOf(doc, trigger, "nsubj").find((c) => doc.relation[c] === "nsubj") ?? -1;
  if (SPEAKING.has(eventType) && isThing(speaker) && actors.every((a) => a.start > doc.start[speaker]! || a.end < doc.start[speaker]!))
    return true;
  const giver = toldOf(doc, trigger);
  if (nominal || giver < 0 || !GIVING.has(eventType) || actors.length > 0) return false;
  return isThing(giver) || (doc.upos[giver] === "NOUN" && isOneOf(scene, giver, "paper")) || UNNAMED.test(lowerAt(doc, giver));
};

/** "did not deny it", "neither confirmed nor denied it": whoever leaves it open answers nothing. */
const undenied: Silence = (_scene, { eventType }, { modality, positive }) => eventType === "REJECT" && modality === "denied" && !positive;

const RULES: readonly Silence[] = [
  inLabel,
  undenied,
  amongCapitals,
  notClaimed,
  attribute,
  weakNoun,
  ofNobody,
  byStrangers,
  warning,
  crime,
  undone,
  cutShort,
  agreedByNobody,
  inquiry,
  mentioned,
  opinion,
  byThing,
  lapsed,
  entitled,
  byWitness,
  unsaid,
  discussed,
  aired,
  aimed,
  quitted,
  escaped,
  purpose,
  weighed,
  summoned,
  suspected,
  alleged,
  press,
  quarrel,
  unarmed,
  courtroom,
  byNothing,
  scattered,
  ranOver,
  byThings,
];

/** True where the words of an act tell nothing between parties, for one of the reasons above. */
export function isSilent(scene: Scene, act: ActReading, move: Move, sides: Sides): boolean {
  return RULES.some((rule) => rule(scene, act, move, sides));
}

/** Acts that take two. */
const MUTUAL: ReadonlySet<EventType> = new Set(["CONSULT", "SAY", "SUPPORT", "AID", "COOPERATE"]);
const TOLD: ReadonlySet<Modality> = new Set(["done", "ongoing", "planned", "hypothetical"]);
const FINITE = new Set(["VBD", "VBZ", "VBP", "MD"]);

/** "held a press conference", "by supporting growth": what takes two is no move while nobody stands on the other side, unless a main verb tells it of somebody. */
export function standsAlone({ doc, actors: known }: Scene, { act, statement }: Draft): boolean {
  // "Take your time": what is told to nobody of a party is talk.
  if (act.rules[0] === "act.spoken.told" && !statement.recipients.some((p) => isParty(known, p.actor))) return true;
  const { actors, recipients, mode, eventType, modality } = statement;
  if (!MUTUAL.has(eventType) || !TOLD.has(modality) || actors.length + recipients.length > 1) return false;
  if (eventType === "CONSULT") return mode === null && modality !== "ongoing";
  const finite = [act.trigger, ...childrenOf(doc, act.trigger, "aux", "aux:pass", "cop")].some((t) => FINITE.has(doc.xpos[t] ?? ""));
  return act.nominal || !finite || eventType === "AID";
}

function isNamed(actor: Actor | undefined): boolean {
  return actor?.kind === "person" && /^\p{Lu}/u.test(actor.name);
}
