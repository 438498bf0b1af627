import type { Doc } from "../model/index.ts";
import { agentOf } from "./agent.ts";
import { isDate, isDayAfter } from "./date.ts";
import { isFiniteAt } from "./finite.ts";
import { forWhom, lentObject } from "./infinitive.ts";
import { isLaid, isLaying, resolveBefore, steered, urgedBefore } from "./laid.ts";
import { blamedAt, calledUpon, underPreposition } from "./oblique.ts";
import { holderOf, nameBefore, ownerOfDay } from "./owner.ts";
import { gerundSubject, isFreeParticiple } from "./participle.ts";
import { isPassive } from "./passive.ts";
import { standsFor, standsForPossessive } from "./relative.ts";
import { displacedSubject, listedSubject, straySubject } from "./stray.ts";
import { casesOf, childOf, childrenOf, hasRelation, lowerAt } from "./tree.ts";
import { isMistakenAttribute, isVerb } from "./verb.ts";

/** Verbs whose infinitive is done by their subject although they have an object: "promised X to leave". */
const SUBJECT_CONTROL = new Set(["promise", "threaten", "vow", "pledge", "offer", "use", "send", "do", "need", "take"]);

/** Who does it: subject, by-agent, or the subject shared from the clause above; -1 where the words leave it open. */
export function subjectOf(doc: Doc, verb: number, depth = 0): number {
  if (depth > 6) return -1;
  if (!isVerb(doc, verb) && childOf(doc, verb, "nsubj", "cop") < 0) return nominalSubjectOf(doc, verb, depth + 1);
  const listed = listedSubject(doc, verb);
  if (listed >= 0) return standsFor(doc, listed, verb);
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
  if (isTopic(doc, verb)) return -1;
  const judged = judgedPlan(doc, verb);
  if (judged >= 0) return holderOfJudged(doc, judged, verb);
  if (isFreeParticiple(doc, verb)) return freeSubject(doc, head, depth + 1);
  if (hasRelation(doc, verb, "conj", "advcl", "ccomp", "parataxis")) return sharedSubject(doc, verb, head, depth + 1);
  if (hasRelation(doc, verb, "xcomp")) return controllerOf(doc, head, depth + 1);
  if (doc.relation[verb] === "acl:relcl") return head;
  const first = hasRelation(doc, head, "conj") ? (doc.head[head] ?? head) : head;
  if (hasRelation(doc, verb, "acl") && hasRelation(doc, first, "obj") && isLaying(doc, doc.head[first] ?? -1)) return first;
  if (hasRelation(doc, verb, "acl") && calledUpon(doc, verb) >= 0) return head;
  // "works with X to press for …": the infinitive is no word of X.
  const partner =
    hasRelation(doc, verb, "acl") && doc.xpos[verb] === "VB" && hasRelation(doc, head, "obl") && casesOf(doc, head).includes("with");
  if (partner && isVerb(doc, doc.head[head] ?? -1)) return activeSubjectOf(doc, doc.head[head]!, depth + 1);
  const one = oneOfThose(doc, verb);
  if (one >= 0) return one;
  if (hasRelation(doc, verb, "acl"))
    return doc.xpos[verb] === "VBG" && childOf(doc, verb, "mark") < 0 ? head : nominalSubjectOf(doc, head, depth + 1);
  return displacedSubject(doc, verb);
}

const JUDGING =
  /^(?:welcome|note|hail|praise|applaud|commend|criticise|criticize|condemn|denounce|decry|deplore|slam|blast|mock|regret|lament|protest|question|respect)$/;

const PLAN =
  /^(?:announcement|attempt|bid|call|decision|deal|effort|move|offer|order|plan|pledge|promise|proposal|push|step|threat|vote|vow)$/;

/** "welcomed the decision to lift it", "noted the plan of X to sell it": the plan that somebody else judges, where no holder stands before it; else -1. */
function judgedPlan(doc: Doc, verb: number): number {
  const to = doc.xpos[verb] === "VB" && hasRelation(doc, verb, "acl", "advcl") ? (doc.head[verb] ?? -1) : -1;
  const plan = to >= 0 && hasRelation(doc, verb, "advcl") ? childOf(doc, to, "obj") : to;
  if (plan < 0 || plan > verb || !casesOf(doc, verb).includes("to") || !hasRelation(doc, plan, "obj")) return -1;
  if (!PLAN.test(doc.lemma[plan] ?? "") || childOf(doc, plan, "nmod:poss") >= 0 || nameBefore(doc, plan) >= 0) return -1;
  return JUDGING.test(doc.lemma[doc.head[plan] ?? -1] ?? "") ? plan : -1;
}

/** Whose plan it is, by what is said behind it: "the plan of X to sell it", "the decision to lift the tax by X"; -1 where nobody is named. */
const holderOfJudged = (doc: Doc, plan: number, verb: number): number => {
  const by = [verb, ...childrenOf(doc, verb, "conj")].flatMap((t) => [t, ...childrenOf(doc, t, "obj")]);
  return [underPreposition(doc, plan, "of"), ...by.map((t) => underPreposition(doc, t, "by"))].find((t) => t >= 0) ?? -1;
};

const THOSE = /^(?:those|that|first|last|latest|one|nation|country|state|government|leader|official|lawmaker|member|body|group|party)$/;

/** "X and Y are among those to condemn it", "X was the first state to sign": of whom an infinitive behind such a predicate is told; else -1. */
export function oneOfThose(doc: Doc, verb: number): number {
  const those = hasRelation(doc, verb, "acl", "xcomp", "advcl") && doc.xpos[verb] === "VB" ? (doc.head[verb] ?? -1) : -1;
  if (those < 0 || those > verb || !THOSE.test(doc.lemma[those] ?? "") || childOf(doc, those, "cop") < 0) return -1;
  return casesOf(doc, verb).includes("to") ? childOf(doc, those, "nsubj") : -1;
}

const BODY = /^(?:government|administration|army|military|regime|authority|parliament|police|president|minister)$/;

const TELLING = /^(?:address|discuss|describe|explain|mention|examine|study|question|highlight|analyse|analyze)$/;

/** "addressed the risk of closing the border", "discussed its role in arming them": what is told of need not be done by who tells it. */
function isTopic(doc: Doc, verb: number): boolean {
  if (doc.xpos[verb] !== "VBG" || !casesOf(doc, verb).some((c) => c === "of" || c === "in" || c === "for")) return false;
  const head = doc.head[verb] ?? -1;
  const above = hasRelation(doc, verb, "acl") ? (doc.head[head] ?? -1) : hasRelation(doc, verb, "advcl") ? head : -1;
  return above >= 0 && above < verb && TELLING.test(doc.lemma[above] ?? "");
}

/** "is disappointed", "is angry": a predicate of what somebody feels. */
function isFeeling(doc: Doc, head: number): boolean {
  return doc.upos[head] === "ADJ" || (doc.xpos[head] === "VBN" && childOf(doc, head, "cop") >= 0);
}

function freeSubject(doc: Doc, above: number, depth: number): number {
  for (let t = above; t >= 0; t = doc.head[t] ?? -1) {
    if (isFiniteAt(doc, t) && childOf(doc, t, "nsubj") >= 0) return activeSubjectOf(doc, t, depth);
  }
  return activeSubjectOf(doc, above, depth);
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
