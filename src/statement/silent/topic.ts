import type { Doc } from "../../model/index.ts";
import { FINITE } from "../../syntax/finite.ts";
import { casesOf, childrenOf, firstConjunct, hasRelation, lowerAt, sentenceAt, subtreeOf } from "../../syntax/tree.ts";
import type { Scene } from "../read.ts";
import { isOneOf } from "../sets.ts";
import type { Silence } from "./silence.ts";

const MATTER = new Set(["about", "on", "over", "of", "around", "regarding", "concerning"]);

/** The word whose matter a noun is: the verb it is the object of, or what it stands under as "about X"; -1 where it is nobody's matter. */
function overMatter({ doc }: Scene, token: number): number {
  const at = firstConjunct(doc, token);
  if (hasRelation(doc, at, "obj", "nsubj:pass")) return doc.head[at] ?? -1;
  const under = hasRelation(doc, at, "obl", "nmod") && casesOf(doc, at).some((c) => MATTER.has(c));
  return under ? (doc.head[at] ?? -1) : -1;
}

/** "met to discuss further sanctions", "talks about aid": what is talked over is not told to be done. A fight whose doer is named was fought all the same. */
export const discussed: Silence = (scene, act, _move, { actors }) => {
  if (!act.nominal || act.eventType === "CONSULT" || (act.eventType === "ASSAULT" && actors.length > 0)) return false;
  const over = overMatter(scene, act.trigger);
  return (over >= 0 && isOneOf(scene, over, "topic")) || isTalkedOf(scene, act.trigger);
};

const NEW = new Set(["new", "further", "additional", "more", "fresh", "tougher", "another"]);

const REACH = 15;

/** "are in talks with the parties in X on new sanctions": the matter stands far from the talks, under whatever the parser hung it on. */
function isTalkedOf(scene: Scene, token: number): boolean {
  const { doc } = scene;
  if (!casesOf(doc, token).some((c) => c === "on" || c === "about")) return false;
  if (!childrenOf(doc, token, "amod").some((c) => NEW.has(lowerAt(doc, c)))) return false;
  for (let t = token - 1; t >= Math.max(0, token - REACH) && doc.sentenceOf[t] === doc.sentenceOf[token]; t--) {
    if (FINITE.has(doc.xpos[t] ?? "")) return false;
    if (isOneOf(scene, t, "parley") && doc.upos[t] === "NOUN") return true;
  }
  return false;
}

/** "discussed the rebels laying down their arms": so is a deed in -ing that stands as the object. */
export const aired: Silence = (scene, { trigger }) => {
  const { doc } = scene;
  if (doc.xpos[trigger] !== "VBG") return false;
  const head = doc.head[trigger] ?? -1;
  if (hasRelation(doc, trigger, "ccomp", "xcomp", "obj", "csubj:pass")) return isOneOf(scene, head, "topic");
  // The parser may hang the deed on its doer.
  const under = hasRelation(doc, trigger, "acl") && casesOf(doc, trigger).length === 0 && hasRelation(doc, head, "obj", "nsubj:pass");
  return under && scene.index.get(head) !== undefined && isOneOf(scene, doc.head[head] ?? -1, "topic");
};

/** "will withdraw from the talks": what is left is no meeting. */
export const quitted: Silence = (scene, { nominal, eventType, trigger }) =>
  nominal &&
  (eventType === "CONSULT" || eventType === "AGREE" || eventType === "COOPERATE") &&
  hasRelation(scene.doc, trigger, "obl") &&
  casesOf(scene.doc, trigger).some((c) => c === "from" || c === "of" || c === "out of") &&
  isOneOf(scene, scene.doc.head[trigger] ?? -1, "quitting");

/** "The goals of the mission are the release of the crew and a ceasefire": what is aimed at is not there yet. */
export const aimed: Silence = (scene, { trigger, nominal }) => {
  const { doc } = scene;
  const first = firstConjunct(doc, trigger);
  const subject = childrenOf(doc, first, "nsubj", "nsubj:outer")[0] ?? -1;
  return nominal && childrenOf(doc, first, "cop").length > 0 && isOneOf(scene, subject, "goal");
};

/** "avoided a war", "ways round the sanctions": what is escaped did not come about, and who brings it about is not told. */
export const escaped: Silence = (scene, act) => {
  if (!act.nominal) return false;
  const over = overMatter(scene, act.trigger);
  return over >= 0 && isOneOf(scene, over, "escape");
};

/** "efforts to end the war", "To end the conflict, the two …", "talks to settle the dispute", "wants to end the violence": peace as a purpose is nobody's move yet, unless it is decided. */
export const purpose: Silence = (scene, { mode, trigger }, { modality }) => {
  if (
    (mode !== "ceasefire" && !isOneOf(scene, trigger, "settling")) ||
    !(modality === "done" || modality === "planned" || modality === "hypothetical")
  )
    return false;
  if (isSharedFight(scene, trigger) && modality !== "done") return true;
  return (
    casesOf(scene.doc, trigger).includes("to") &&
    hasRelation(scene.doc, trigger, "advcl", "acl") &&
    !isOneOf(scene, scene.doc.head[trigger] ?? -1, "resolve")
  );
};

/** "end the bloodshed", "stop this violence": what many wage, where "its attacks" are one's own. */
function isSharedFight(scene: Scene, trigger: number): boolean {
  const { doc } = scene;
  return (
    isOneOf(scene, trigger, "ending") &&
    childrenOf(doc, trigger, "obj").some((o) => isOneOf(scene, o, "fray") && childrenOf(doc, o, "nmod:poss").length === 0)
  );
}

/** "stressed the importance of lifting the ban", "Banning it would be wrong": a deed named for what it is worth. */
export const weighed: Silence = (scene, { trigger, nominal }) => {
  const { doc } = scene;
  if (nominal || doc.xpos[trigger] !== "VBG") return false;
  if ((isSubject(doc, trigger) || headsSentence(doc, trigger)) && childrenOf(doc, trigger, "nsubj").length === 0) return true;
  return casesOf(doc, trigger).includes("of") && isOneOf(scene, doc.head[trigger] ?? -1, "worth");
};

// "Scolding and blaming them leads nowhere": each of the two is a subject.
const isSubject = (doc: Doc, token: number): boolean =>
  hasRelation(doc, token, "csubj") || (hasRelation(doc, token, "conj") && hasRelation(doc, doc.head[token] ?? -1, "csubj"));

/** "Blaming them used to be easy": a form in -ing that opens its sentence, with no subject but itself for the main verb, whatever the parser took it for. */
function headsSentence(doc: Doc, token: number): boolean {
  let { first } = sentenceAt(doc, token);
  while (first < token && doc.upos[first] === "PUNCT") first++;
  if (first !== token || childrenOf(doc, token, "aux").length > 0) return false;
  const head = doc.head[token] ?? -1;
  return hasRelation(doc, token, "root") || (hasRelation(doc, token, "advcl") && childrenOf(doc, head, "nsubj", "expl").length === 0);
}

const OF_CLAIM = new Set(["of", "about", "that", "regarding", "concerning"]);

/** "charges, which it denies, of paying": the parser may hang what is charged on the verb of the clause between the commas. */
function isCharged(scene: Scene, at: number): boolean {
  const { doc } = scene;
  const up = doc.head[at] ?? -1;
  const mark = childrenOf(doc, at, "mark", "case").find((c) => lowerAt(doc, c) === "of") ?? 0;
  const behind = up >= 0 && hasRelation(doc, at, "advcl", "obl") && mark > up && lowerAt(doc, mark - 1) === ",";
  if (!behind || !hasRelation(doc, up, "acl:relcl")) return false;
  const which = childrenOf(doc, up, "obj").find((c) => lowerAt(doc, c) === "which") ?? -1;
  return which > 1 && lowerAt(doc, which - 1) === "," && isOneOf(scene, which - 2, "alleging");
}

/** "denied reports that it had paid", "criticism that it paid": what is only worded by a noun that does not vouch for it. */
function isWorded(scene: Scene, at: number): boolean {
  const { doc } = scene;
  const noun = doc.head[at] ?? -1;
  if (noun < 0 || doc.upos[noun] !== "NOUN" || !hasRelation(doc, at, "acl", "ccomp")) return false;
  const that = Math.min(...subtreeOf(doc, at));
  const clause = lowerAt(doc, that) === "that" && childrenOf(doc, at, "nsubj", "nsubj:pass").some((c) => c > that);
  if (clause && hasRelation(doc, noun, "obj") && isOneOf(scene, doc.head[noun] ?? -1, "denying")) return isOneOf(scene, noun, "hearsay");
  return clause && doc.relation[at] !== "acl:relcl" && isOneOf(scene, noun, "wording");
}

/** "denied accusations of plotting a raid", "a claim that X pays the gang": what is only alleged, by nobody who is named, is not told to be so. */
export const alleged: Silence = (scene, { trigger, eventType }, { over }) => {
  const { doc } = scene;
  if (eventType === "ACCUSE") return false;
  for (let at = trigger, steps = 0; at >= 0 && steps < 5; at = doc.head[at] ?? -1, steps++) {
    const up = doc.head[at] ?? -1;
    const hangs = hasRelation(doc, at, "nmod", "acl", "ccomp");
    if (isCharged(scene, at) || (over.length === 0 && isWorded(scene, at))) return true;
    const worded = casesOf(doc, at).some((c) => OF_CLAIM.has(c)) || isPastInfinitive(doc, at);
    if (hangs && worded && doc.upos[up] === "NOUN" && isOneOf(scene, up, "alleging"))
      return over.length === 0 || (steps < 2 && !over.some((v) => v.cueToken === up));
    if (over.length === 0 && hangs && casesOf(doc, at).includes("that") && doc.upos[up] === "NOUN" && isOneOf(scene, up, "fearing"))
      return true;
    if (!hasRelation(doc, at, "nmod", "obj", "conj", "acl", "xcomp", "ccomp") || doc.relation[at] === "acl:relcl") return false;
  }
  return false;
};

/** "a claim to have left": of what was, not of what one has a claim to. */
const isPastInfinitive = (doc: Doc, token: number): boolean =>
  casesOf(doc, token).includes("to") && childrenOf(doc, token, "aux").some((c) => lowerAt(doc, c) === "have");

/** "summoned the envoy to protest": what somebody is summoned for is told by the summons. */
export const summoned: Silence = ({ doc }, { trigger }) =>
  doc.xpos[trigger] === "VB" && hasRelation(doc, trigger, "advcl", "xcomp", "acl") && summons(doc, doc.head[trigger] ?? -1);

const summons = (doc: Scene["doc"], token: number): boolean =>
  [token, doc.head[token] ?? -1].some((t) => doc.upos[t] === "VERB" && doc.lemma[t] === "summon");

/**
 * "arrested men suspected of attacking a patrol", "is suspected of having attacked it": a deed that somebody is held for, as the police say, with
 * nobody named who says so.
 */
export const suspected: Silence = (scene, { trigger }, { over }) => {
  const { doc } = scene;
  // "of having attacked": the parser may take the helper for the verb.
  const having = trigger > 0 && lowerAt(doc, trigger - 1) === "having" && doc.head[trigger - 1] !== trigger;
  const at = having ? trigger - 1 : trigger;
  const held = doc.head[at] ?? -1;
  if (doc.xpos[at] !== "VBG" && childrenOf(doc, at, "aux").every((c) => lowerAt(doc, c) !== "having")) return false;
  const passive = over.length === 0 && childrenOf(doc, held, "aux:pass").length > 0 && childrenOf(doc, held, "obl:agent").length === 0;
  if (!isOneOf(scene, held, "suspicion") || !(passive || hasRelation(doc, held, "acl", "amod"))) return false;
  return casesOf(doc, at).some((c) => c === "of" || c === "with" || c === "for");
};

/** "vetoed a resolution condemning Y", "a bill that bans it was rejected": words that were stopped do nothing; an "accusation made by Y" was made all the same. */
export const blocked: Silence = (scene, { trigger, nominal }) => {
  const { doc } = scene;
  const text = hasRelation(doc, trigger, "acl") ? (doc.head[trigger] ?? -1) : -1;
  if (
    nominal ||
    text < 0 ||
    doc.upos[text] !== "NOUN" ||
    doc.xpos[trigger] === "VBN" ||
    !(isOneOf(scene, text, "speech") || isOneOf(scene, text, "ruling"))
  )
    return false;
  return hasRelation(doc, text, "obj", "nsubj:pass") && isOneOf(scene, doc.head[text] ?? -1, "blocking");
};
