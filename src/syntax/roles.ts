import type { Doc } from "../model/index.ts";
import { isLaid, isLaying, resolveBefore, steered, urgedBefore } from "./laid.ts";
import { displacedSubject, isFiniteAt, straySubject } from "./stray.ts";
import { casesOf, childOf, childrenOf, hasRelation, lowerAt, subtreeOf } from "./tree.ts";

const RELATIVE = new Set(["WDT", "WP", "WP$"]);
/** Verbs whose infinitive is done by their subject although they have an object: "promised X to leave". */
const SUBJECT_CONTROL = new Set(["promise", "threaten", "vow", "pledge", "offer", "use", "send", "do", "need", "take"]);

const isVerb = (doc: Doc, t: number) => doc.upos[t] === "VERB" || doc.upos[t] === "AUX";

/** True for "was released", "released by X" and reduced relatives ("the man released on Friday"). */
export function isPassive(doc: Doc, verb: number): boolean {
  if (hasDone(doc, verb)) return false;
  if (childOf(doc, verb, "nsubj:pass", "aux:pass") >= 0) return true;
  if (doc.xpos[verb] === "VBN" && childOf(doc, verb, "aux", "nsubj", "obj") < 0 && isUndergone(doc, verb)) return true;
  const reduced =
    doc.xpos[verb] === "VBN" &&
    hasRelation(doc, verb, "acl") &&
    doc.relation[verb] !== "acl:relcl" &&
    childOf(doc, verb, "aux") < 0 &&
    calledUpon(doc, verb) < 0;
  return reduced || (doc.xpos[verb] === "VBN" && childOf(doc, verb, "aux") < 0 && agentOf(doc, verb) >= 0);
}

/** "remains committed": participles of what one is inclined to. */
const INCLINED = /^(?:commit|prepare|engage|oppose|determine|dedicate|resolve|interest)$/;

/** "was seized or destroyed", "stands accused": a bare participle beside a passive or under a verb that takes no perfect. */
function isUndergone(doc: Doc, verb: number): boolean {
  const head = doc.head[verb] ?? -1;
  if (hasRelation(doc, verb, "xcomp"))
    return doc.lemma[head] !== "have" && childOf(doc, verb, "mark") < 0 && !INCLINED.test(doc.lemma[verb] ?? "");
  return hasRelation(doc, verb, "conj") && childOf(doc, head, "aux:pass") >= 0 && childOf(doc, head, "obj") < 0;
}

/** "has condemned X", also where a parser calls the subject that of a passive. */
function hasDone(doc: Doc, verb: number): boolean {
  const aux = childrenOf(doc, verb, "aux").map((c) => doc.lemma[c]);
  return aux.includes("have") && !aux.includes("be") && childrenOf(doc, verb, "obj").some((o) => o > verb);
}

/** Behind what stands the one who is asked. */
const UPON: ReadonlyMap<string, readonly string[]> = new Map([
  ["call", ["on", "upon"]],
  ["appeal", ["to"]],
]);

/** "called on X", "appealed to X": the one who is called upon, or -1. */
export function calledUpon(doc: Doc, verb: number): number {
  const marks = UPON.get(doc.lemma[verb] ?? "") ?? [];
  return childrenOf(doc, verb, "obl").find((c) => casesOf(doc, c).some((k) => marks.includes(k))) ?? -1;
}

/** The "by" phrase of a passive or a nominalisation, or -1. Parsers often hang it on the noun before it: then the first one behind a passive counts. */
export function agentOf(doc: Doc, trigger: number): number {
  const [marked, named] = childrenOf(doc, trigger, "obl:agent");
  // "by the chancellor Y": a title taken apart from its name stands before it.
  if (marked !== undefined) return named !== undefined && named - marked < 5 && casesOf(doc, named).length === 0 ? named : marked;
  const own = childrenOf(doc, trigger, "obl", "nmod").find((c) => casesOf(doc, c).includes("by"));
  return own ?? (doc.xpos[trigger] === "VBN" || doc.upos[trigger] === "NOUN" ? strayAgent(doc, trigger) : -1);
}

/** The noun of a "by" that stands right behind the participle, or the first under a noun that hangs on the event. */
function strayAgent(doc: Doc, event: number): number {
  const next = event + 1 < doc.length && lowerAt(doc, event + 1) === "by" ? (doc.head[event + 1] ?? -1) : -1;
  if (next > event && doc.upos[next] !== "VERB" && doc.upos[next] !== "NUM") return next;
  const found = subtreeOf(doc, event).find(
    (t) => t > event && casesOf(doc, t).includes("by") && ["PROPN", "NOUN"].includes(doc.upos[t] ?? "") && reaches(doc, t, event),
  );
  return found ?? -1;
}

/** True where nothing between could have a "by" phrase of its own: no verb, and no event as an object. */
function reaches(doc: Doc, token: number, event: number): boolean {
  for (let t = doc.head[token] ?? -1; t >= 0 && t !== event; t = doc.head[t] ?? -1) {
    if (doc.upos[t] === "VERB" || (!hasRelation(doc, t, "obl") && EVENTIVE.test(doc.lemma[t] ?? ""))) return false;
  }
  return true;
}

/** Endings of nouns that can have a "by" phrase of their own: "the attack by X". */
const EVENTIVE = /(?:ion|ment|al|ing|ack|ure|ease|ike)$/;

/** Below this the head of a relative clause is little better than a guess. */
const DOUBTED = 0.6;

/** A relative pronoun stands for the noun its clause hangs on. */
function standsFor(doc: Doc, token: number, clause: number): number {
  if (token < 0 || !RELATIVE.has(doc.xpos[token] ?? "")) return token;
  for (let c = clause; c >= 0; c = doc.head[c] ?? -1) {
    if (doc.relation[c] === "acl:relcl") {
      // Where the parser doubts which noun is meant, the one right before is meant.
      const near = (doc.headProbability[c] ?? 1) < DOUBTED ? nounBefore(doc, token) : -1;
      // "a note from X, Y and Z, which …": the last of a list alone is never meant.
      return near >= 0 && !hasRelation(doc, near, "conj") ? near : (doc.head[c] ?? -1);
    }
    if (!hasRelation(doc, c, "conj", "xcomp", "ccomp")) break;
  }
  return nounBefore(doc, token);
}

/** The noun phrase that ends right before a relative pronoun, commas and a preposition passed over; -1 where none does. */
function nounBefore(doc: Doc, pronoun: number): number {
  let t = pronoun - 1;
  while (t >= 0 && (doc.upos[t] === "PUNCT" || doc.upos[t] === "ADP") && pronoun - t < 4) t--;
  if (t < 0 || doc.sentenceOf[t] !== doc.sentenceOf[pronoun] || !["NOUN", "PROPN"].includes(doc.upos[t] ?? "")) return -1;
  // "made statements on Tuesday that …": a day does nothing.
  if (isDate(doc, t)) return -1;
  while (hasRelation(doc, t, "compound", "flat") && (doc.head[t] ?? -1) >= 0 && (doc.head[t] ?? -1) < pronoun) t = doc.head[t]!;
  return t;
}

/** Who does it: subject, by-agent, or the subject shared from the clause above; -1 where the words leave it open. */
export function subjectOf(doc: Doc, verb: number, depth = 0): number {
  if (depth > 6) return -1;
  if (!isVerb(doc, verb) && childOf(doc, verb, "nsubj", "cop") < 0) return nominalSubjectOf(doc, verb, depth + 1);
  if (isPassive(doc, verb)) return agentOf(doc, verb);
  return activeSubjectOf(doc, verb, depth);
}

/** The subject of an active verb or predicate, its own or shared from above. */
export function activeSubjectOf(doc: Doc, verb: number, depth = 0): number {
  if (depth > 6) return -1;
  const subjects = childrenOf(doc, verb, "nsubj");
  const own = subjects.find((t) => doc.relation[t] !== "nsubj:outer") ?? subjects[0] ?? -1;
  // "an order in March cutting …": a month does nothing.
  const day = own >= 0 && (isDayAfter(doc, own, verb) || (doc.xpos[verb] === "VBG" && isDate(doc, own) && casesOf(doc, own).length > 0));
  // "X's plan was to attack", "the aim of X is to attack": who has the plan would do it.
  if (own >= 0 && doc.relation[own] === "nsubj:outer" && doc.upos[own] === "NOUN" && isVerb(doc, verb))
    return Math.max(holderOf(doc, own), underPreposition(doc, own, "of"));
  if (own >= 0 && !day) return standsFor(doc, own, verb);
  const before = gerundSubject(doc, verb);
  if (before >= 0) return before;
  const stray = straySubject(doc, verb);
  if (stray >= 0) return stray;
  const wished = forWhom(doc, verb);
  // "is waiting for the president of X to answer": who waits does not.
  const awaited = wished >= 0 && doc.lemma[doc.head[wished] ?? -1] === "wait";
  if (awaited || (wished >= 0 && (doc.upos[wished] === "PROPN" || BODY.test(doc.lemma[wished] ?? "")))) return wished;
  if (childOf(doc, verb, "expl") >= 0) return -1;
  const head = doc.head[verb] ?? -1;
  if (head < 0) return -1;
  if (isMistakenAttribute(doc, verb)) return childOf(doc, head, "nsubj");
  const object = steered(doc, verb);
  if (object >= 0) return object;
  const urged = urgedBefore(doc, verb);
  if (urged >= 0) return urged;
  const resolve = resolveBefore(doc, verb);
  const resolved = resolve < 0 ? -1 : holderOf(doc, resolve);
  if (resolved >= 0) return resolved;
  if (isLaid(doc, verb)) {
    const charged = childOf(doc, head, "obj", "nsubj:pass");
    const blamed =
      charged < 0
        ? blamedAt(
            doc,
            head,
            isFeeling(doc, head) ? ["with", "at"] : childOf(doc, head, "compound:prt") >= 0 ? ["against", "at"] : ["against"],
          )
        : charged;
    if (blamed >= 0) return blamed;
  }
  if (isFreeParticiple(doc, verb)) return freeSubject(doc, head, depth + 1);
  if (hasRelation(doc, verb, "conj", "advcl", "ccomp", "parataxis")) return sharedSubject(doc, verb, head, depth + 1);
  if (hasRelation(doc, verb, "xcomp")) return controllerOf(doc, head, depth + 1);
  if (doc.relation[verb] === "acl:relcl") return head;
  if (hasRelation(doc, verb, "acl") && hasRelation(doc, head, "obj") && isLaying(doc, doc.head[head] ?? -1)) return head;
  if (hasRelation(doc, verb, "acl") && calledUpon(doc, verb) >= 0) return head;
  // "works with X to press for …": the infinitive is no word of X.
  const partner =
    hasRelation(doc, verb, "acl") && doc.xpos[verb] === "VB" && hasRelation(doc, head, "obl") && casesOf(doc, head).includes("with");
  if (partner && isVerb(doc, doc.head[head] ?? -1)) return activeSubjectOf(doc, doc.head[head]!, depth + 1);
  if (hasRelation(doc, verb, "acl"))
    return doc.xpos[verb] === "VBG" && childOf(doc, verb, "mark") < 0 ? head : nominalSubjectOf(doc, head, depth + 1);
  return displacedSubject(doc, verb);
}

const BODY = /^(?:government|administration|army|military|regime|authority|parliament|police|president|minister)$/;

/** "called for X to withdraw": the phrase with "for" right before an infinitive, who is to do it; -1 elsewhere. */
export function forWhom(doc: Doc, verb: number): number {
  const to = infinitiveMark(doc, verb);
  const head = doc.head[verb] ?? -1;
  let phrase = to - 1;
  while (phrase > head && !casesOf(doc, phrase).includes("for")) phrase = doc.head[phrase] ?? -1;
  return phrase > head && hasRelation(doc, phrase, "obl", "nmod") ? phrase : -1;
}

/** "left on Friday and the next day met X": the day is no subject, whatever the parser says. */
function isDayAfter(doc: Doc, noun: number, verb: number): boolean {
  const span = /^(?:day|week|month|year|morning|afternoon|evening|night|weekend)$/.test(doc.lemma[noun] ?? "");
  const told = childrenOf(doc, noun, "amod", "det").some((c) => /^(?:next|same|following|that)$/.test(lowerAt(doc, c)));
  return span && told && hasRelation(doc, verb, "conj");
}

/** "has opposed quotas" read as if the quotas were opposed ones: an auxiliary shows a verb with its object. */
function isMistakenAttribute(doc: Doc, verb: number): boolean {
  return hasRelation(doc, verb, "amod") && childOf(doc, verb, "aux") >= 0;
}

/** ", accusing X of …": a participle behind a comma is done by who does the finite verb above. */
function isFreeParticiple(doc: Doc, verb: number): boolean {
  const before = verb > 0 ? lowerAt(doc, verb - 1) : "";
  return doc.xpos[verb] === "VBG" && before === "," && hasRelation(doc, verb, "advcl") && childOf(doc, verb, "mark", "aux") < 0;
}

function freeSubject(doc: Doc, above: number, depth: number): number {
  for (let t = above; t >= 0; t = doc.head[t] ?? -1) {
    if (isFiniteAt(doc, t) && childOf(doc, t, "nsubj") >= 0) return activeSubjectOf(doc, t, depth);
  }
  return activeSubjectOf(doc, above, depth);
}

const ENTAILING = /^(?:include|involve|mean|entail|foresee|envisage|see|risk)$/;

/** "the prospect of X leaving": the noun under a preposition right before an -ing form does it, wherever the parser hung the form; else -1. */
export function gerundSubject(doc: Doc, verb: number): number {
  if (doc.xpos[verb] !== "VBG" || childOf(doc, verb, "aux", "mark", "case") >= 0 || verb === 0) return -1;
  const last = verb > 1 && /^(?:never|not)$/.test(lowerAt(doc, verb - 1)) ? verb - 2 : verb - 1;
  const noun = doc.upos[last] === "NOUN" || doc.upos[last] === "PROPN" ? last : -1;
  // "issued a note on Monday condemning X", "tabled a motion in the senate calling on X": when and where the thing was made.
  if (noun >= 0 && (isDate(doc, noun) || isPlaced(doc, noun, verb))) return -1;
  const clause = hasRelation(doc, verb, "advcl", "acl", "ccomp", "xcomp");
  // "the terms include X leaving"
  if (noun >= 0 && clause && hasRelation(doc, noun, "obj") && ENTAILING.test(doc.lemma[doc.head[noun] ?? -1] ?? "")) return noun;
  return noun >= 0 && clause && hasRelation(doc, noun, "nmod", "obl", "nsubj") && casesOf(doc, noun).length > 0 ? noun : -1;
}

/** True for a noun behind "in" or "at" that says where the thing is that a participle behind it tells more of. */
function isPlaced(doc: Doc, noun: number, verb: number): boolean {
  const placed = casesOf(doc, noun).some((c) => c === "in" || c === "at");
  return placed && hasRelation(doc, verb, "acl") && doc.head[verb] === doc.head[noun] && doc.upos[doc.head[verb] ?? -1] === "NOUN";
}

/** "is disappointed", "is angry": a predicate of what somebody feels. */
function isFeeling(doc: Doc, head: number): boolean {
  return doc.upos[head] === "ADJ" || (doc.xpos[head] === "VBN" && childOf(doc, head, "cop") >= 0);
}

/** "angry with X for leaving", "railed against X for leaving": X, or -1. */
function blamedAt(doc: Doc, head: number, prepositions: readonly string[]): number {
  return childrenOf(doc, head, "obl").find((c) => doc.upos[c] !== "NUM" && casesOf(doc, c).some((k) => prepositions.includes(k))) ?? -1;
}

/** True where a predicate is finite or may be: a bare participle can be a past tense. */
function hasFiniteForm(doc: Doc, verb: number): boolean {
  return isFiniteAt(doc, verb) || (doc.xpos[verb] === "VBN" && childOf(doc, verb, "aux") < 0) || doc.xpos[verb] === "VBP";
}

/** The nearest finite verb above that has a subject, or -1. */
function finiteAbove(doc: Doc, token: number): number {
  for (let t = doc.head[token] ?? -1; t >= 0; t = doc.head[t] ?? -1) if (isFiniteAt(doc, t) && childOf(doc, t, "nsubj") >= 0) return t;
  return -1;
}

/** True where what a verb tells has no subject of its own. */
function isToldOf(doc: Doc, verb: number): boolean {
  return childrenOf(doc, verb, "ccomp").some((c) => c > verb && isFiniteAt(doc, c) && childOf(doc, c, "nsubj", "expl", "mark") < 0);
}

/** True for a form in -ing under a preposition between "that" and the subject of the clause told. */
function opensComplement(doc: Doc, verb: number, told: number): boolean {
  const mark = childrenOf(doc, verb, "mark")[0] ?? -1;
  const before = doc.xpos[verb] === "VBG" && mark > 0 && mark < verb ? lowerAt(doc, mark - 1) : "";
  return before === "that" && lowerAt(doc, mark) !== "that" && told > verb;
}

/** A clause without a subject shares that of the clause it hangs on; one with a finite verb of its own does not, unless coordinated. */
function sharedSubject(doc: Doc, verb: number, head: number, depth: number): number {
  // "accused X of being a spy and alleged that …": what is finite joins what is finite above.
  const past =
    doc.xpos[verb] === "VBZ" || (doc.xpos[verb] === "VBD" && !(doc.xpos[head] === "VB" && lowerAt(doc, verb) === doc.lemma[verb]));
  if (hasRelation(doc, verb, "conj") && past && !hasFiniteForm(doc, head)) {
    const above = finiteAbove(doc, head);
    if (above >= 0) return activeSubjectOf(doc, above, depth);
  }
  // "Banning it, said X, would need …": what the speaker tells of, not what X does.
  if (hasRelation(doc, verb, "advcl") && verb < head && doc.xpos[verb] === "VBG" && lowerAt(doc, head + 1) === "," && isToldOf(doc, head))
    return -1;
  // "said that despite making threats, X …": what opens a complement is done by its subject.
  const told =
    hasRelation(doc, verb, "advcl") && verb > head
      ? childrenOf(doc, head, "ccomp").find((c) => childOf(doc, c, "nsubj") > verb)
      : undefined;
  if (told !== undefined && opensComplement(doc, verb, told)) return activeSubjectOf(doc, told, depth);
  // "a delegation led by X arrived": a reduced relative taken for the main verb leaves the real one bare.
  const bare = childOf(doc, verb, "mark", "aux") < 0 && doc.xpos[head] === "VBN" && childOf(doc, head, "aux", "aux:pass") < 0;
  if (bare && childOf(doc, head, "nsubj") >= 0 && hasRelation(doc, verb, "advcl", "parataxis")) return childOf(doc, head, "nsubj");
  if (!hasRelation(doc, verb, "conj") && isFiniteAt(doc, verb)) return -1;
  // "warned that fighting might spread": what is said to be need not be done by who says it.
  if (hasRelation(doc, verb, "ccomp") && doc.xpos[verb] === "VBG" && verb > 0 && lowerAt(doc, verb - 1) === "that") return -1;
  const passive = childOf(doc, head, "nsubj:pass");
  if (passive >= 0) return standsFor(doc, passive, head);
  return activeSubjectOf(doc, head, depth);
}

/** Who does the infinitive under a verb: its object ("urged X to leave"), else its subject ("X agreed to leave"). */
function controllerOf(doc: Doc, head: number, depth: number): number {
  const passive = childOf(doc, head, "nsubj:pass");
  // "the ore was used to make bombs": a means does nothing.
  if (passive >= 0) return doc.lemma[head] === "use" ? -1 : standsFor(doc, passive, head);
  const own = childOf(doc, head, "obj", "iobj");
  const object = own >= 0 ? own : lentObject(doc, head);
  if (object >= 0 && !SUBJECT_CONTROL.has(doc.lemma[head] ?? "")) return object;
  const called = calledUpon(doc, head);
  if (called >= 0) return called;
  return activeSubjectOf(doc, head, depth);
}

/** Who does what a noun tells: its possessor, its "by" phrase, or who does the verb it completes ("X made an offer to …"). */
export function nominalSubjectOf(doc: Doc, noun: number, depth = 0): number {
  const owner = childOf(doc, noun, "nmod:poss");
  if (owner >= 0) return standsForPossessive(doc, owner, noun);
  const agent = agentOf(doc, noun);
  if (agent >= 0) return agent;
  const modifier = nameBefore(doc, noun);
  if (modifier >= 0) return modifier;
  const dated = ownerOfDay(doc, noun);
  if (dated >= 0) return dated;
  const head = doc.head[noun] ?? -1;
  if (head >= 0 && depth < 4 && hasRelation(doc, noun, "obj", "xcomp") && isVerb(doc, head)) return subjectOf(doc, head, depth + 1);
  // "continued its attacks, including strikes on Y"
  const counted = hasRelation(doc, noun, "nmod", "obl") && childrenOf(doc, noun, "case").some((c) => lowerAt(doc, c) === "including");
  if (head >= 0 && depth < 4 && counted)
    return isVerb(doc, head) ? subjectOf(doc, head, depth + 1) : nominalSubjectOf(doc, head, depth + 1);
  // "in talks with Y, X raised …": who does the sentence's verb took part.
  // "amid growing pressure" may hide its preposition on the adjective.
  const cases = [noun, ...childrenOf(doc, noun, "amod")].flatMap((t) => casesOf(doc, t));
  const during = hasRelation(doc, noun, "obl") && (cases.length === 0 || cases.includes("in") || cases.includes("during"));
  if (head >= 0 && depth < 4 && during && isVerb(doc, head)) return subjectOf(doc, head, depth + 1);
  if (head >= 0 && depth < 4 && hasRelation(doc, noun, "conj") && !isVerb(doc, head)) return nominalSubjectOf(doc, head, depth + 1);
  return -1;
}

/** Who holds a plan or a right: "X's plan", "the X plan", "a plan by X", "a plan from X"; -1 where unsaid. */
function holderOf(doc: Doc, noun: number): number {
  const owner = ownerOf(doc, noun);
  if (owner >= 0) return owner;
  return childrenOf(doc, noun, "nmod").find((c) => casesOf(doc, c).some((k) => k === "by" || k === "from") && !isDate(doc, c)) ?? -1;
}

/** Whose an event is by its own words: "X's attack", "the X attack"; -1 where neither is said. */
export function ownerOf(doc: Doc, noun: number): number {
  const owner = childOf(doc, noun, "nmod:poss");
  if (owner >= 0) return standsForPossessive(doc, owner, noun);
  const named = nameBefore(doc, noun);
  return named >= 0 ? named : ownerOfDay(doc, noun);
}

/** "its 3 June attack", "whose June attack": whose it is may hang on the day. */
function ownerOfDay(doc: Doc, noun: number): number {
  for (let t = noun - 1; t >= 0 && noun - t < 9 && doc.sentenceOf[t] === doc.sentenceOf[noun]; t--) {
    if (hasRelation(doc, t, "nmod:poss")) return isDateWord(doc, doc.head[t] ?? -1) ? t : -1;
    const apart = isDateWord(doc, t) || doc.upos[t] === "PUNCT" || doc.upos[t] === "ADJ" || doc.upos[t] === "PART";
    if (!apart) return -1;
  }
  return -1;
}

const isDateWord = (doc: Doc, t: number) =>
  t >= 0 && (doc.upos[t] === "NUM" || isDate(doc, t) || /^[A-Z][a-z]{2,3}\.$/.test(doc.text.slice(doc.start[t], doc.end[t])));

/** The name or adjective of a nation before a noun: "the Chilean offer"; -1 where there is none. */
export function nameBefore(doc: Doc, noun: number): number {
  return (
    childrenOf(doc, noun, "compound", "amod").find((c) => doc.upos[c] === "PROPN" || /^[A-Z]/.test(doc.text.charAt(doc.start[c]!))) ?? -1
  );
}

/** "whose" stands for the noun its clause hangs on. */
function standsForPossessive(doc: Doc, owner: number, noun: number): number {
  return lowerAt(doc, owner) === "whose" ? standsFor(doc, owner, doc.head[noun] ?? -1) : owner;
}

/** Whom or what it is done to: object, passive subject, the noun of a reduced or gapped relative; -1 where unsaid. */
export function objectOf(doc: Doc, trigger: number): number {
  if (!isVerb(doc, trigger)) return nominalObjectOf(doc, trigger);
  const head = doc.head[trigger] ?? -1;
  if (isPassive(doc, trigger)) {
    // "whom X is accused of paying": X is.
    const own =
      childrenOf(doc, trigger, "nsubj:pass", "nsubj").filter((s, i, all) => i > 0 || all.length === 1 || !/^wh/.test(lowerAt(doc, s)))[0] ??
      -1;
    if (own >= 0) return standsFor(doc, own, trigger);
    if (hasRelation(doc, trigger, "acl")) return head;
    // "the X-led raid": a quality, whatever the parser hung it on.
    if (trigger > 0 && lowerAt(doc, trigger - 1) === "-") return -1;
    const shown = hasRelation(doc, trigger, "xcomp") ? childOf(doc, head, "obj") : -1;
    if (shown >= 0) return /sel(?:f|ves)$/.test(lowerAt(doc, shown)) ? activeSubjectOf(doc, head) : shown;
    return hasRelation(doc, trigger, "conj", "xcomp", "advcl") && head >= 0
      ? isPassive(doc, head)
        ? objectOf(doc, head)
        : activeSubjectOf(doc, head)
      : -1;
  }
  if (isMistakenAttribute(doc, trigger)) return head;
  // ", condemning X": of two objects the one behind the verb, the other belongs to the clause before.
  const objects = objectsOf(doc, trigger, "obj");
  const bare = objects.length > 1 && !/^wh/.test(lowerAt(doc, objects[0]!)) ? objects.find((o) => o > trigger) : undefined;
  const direct = bare ?? objects[0] ?? -1;
  // "asked X for Y": parsers call X indirect.
  const own = direct >= 0 ? direct : (objectsOf(doc, trigger, "iobj")[0] ?? lentObject(doc, trigger));
  if (own >= 0) return standsFor(doc, own, trigger);
  // "is watching X and accused Y": a parser may hang Y on the first verb.
  const behind = hasRelation(doc, trigger, "conj") && head >= 0 ? childrenOf(doc, head, "obj").find((o) => o > trigger) : undefined;
  if (behind !== undefined) return standsFor(doc, behind, trigger);
  const shared = childrenOf(doc, trigger, "conj").map((c) => childOf(doc, c, "obj"))[0] ?? -1;
  if (shared >= 0) return shared;
  const subject = childOf(doc, trigger, "nsubj");
  const gapped = doc.relation[trigger] === "acl:relcl" && subject >= 0 && !RELATIVE.has(doc.xpos[subject] ?? "");
  return gapped ? head : -1;
}

/** The objects of a verb. "asked X to free Y": what stands before the "to" of an infinitive is the object of the verb above, whatever the parser hung it on. */
export function objectsOf(doc: Doc, verb: number, relation: "obj" | "iobj"): readonly number[] {
  const to = infinitiveMark(doc, verb);
  return childrenOf(doc, verb, relation).filter((o) => o > to || RELATIVE.has(doc.xpos[o] ?? ""));
}

/** "asked X to free Y" read with X under "free": X, seen from "asked"; -1 elsewhere. */
function lentObject(doc: Doc, verb: number): number {
  const clause = childOf(doc, verb, "xcomp");
  const to = clause < 0 ? -1 : infinitiveMark(doc, clause);
  return childrenOf(doc, clause, "obj", "iobj").find((o) => o > verb && o < to && !RELATIVE.has(doc.xpos[o] ?? "")) ?? -1;
}

function infinitiveMark(doc: Doc, verb: number): number {
  return childrenOf(doc, verb, "mark").find((m) => lowerAt(doc, m) === "to") ?? -1;
}

function nominalObjectOf(doc: Doc, noun: number): number {
  const of = underPreposition(doc, noun, "of");
  if (of >= 0) return of;
  return agentOf(doc, noun) >= 0 ? childOf(doc, noun, "nmod:poss") : -1;
}

/** The noun a preposition ties to a token, or -1. A day ("on Monday", "in March", "on 3 June") is none, nor is an infinitive ("to show"). */
export function underPreposition(doc: Doc, token: number, preposition: string): number {
  const found = childrenOf(doc, token, "obl", "nmod", "advcl", "acl", "obj").find(
    (c) => casesOf(doc, c).includes(preposition) && !isDate(doc, c) && doc.xpos[c] !== "VB",
  );
  return found ?? -1;
}

const DATE =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december)$/;

/** True for a day or month: "Monday", "3 June", "June 3". */
export function isDate(doc: Doc, token: number): boolean {
  if (DATE.test(lowerAt(doc, token)) && doc.upos[token] === "PROPN") return childrenOf(doc, token, "flat").length === 0;
  return doc.upos[token] === "NUM" && childrenOf(doc, token).some((c) => Math.abs(c - token) === 1 && DATE.test(lowerAt(doc, c)));
}
