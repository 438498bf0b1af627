import type { ControlLexicon } from "../../lexicon/control.ts";
import type { Doc, Modality } from "../../model/index.ts";
import { isFiniteAt } from "../../syntax/finite.ts";
import { gerundSubject } from "../../syntax/participle.ts";
import { isPassive } from "../../syntax/passive.ts";
import { activeSubjectOf } from "../../syntax/subject.ts";
import { childOf, childrenOf, hasRelation, lowerAt } from "../../syntax/tree.ts";
import { clausesOf, isView } from "./assent.ts";
import { isNamed } from "./event.ts";
import { governorsOf } from "./governors.ts";
import { modalOf } from "./modal.ts";
import { isNegated, negatorsOf } from "./negation.ts";
import type { Governor, ModalityReading, Standing } from "./reading.ts";
import { isOneOf } from "./sets.ts";
import { standingOf } from "./standing.ts";
import { isTaken } from "./taken.ts";

const CARRIED = new Set<string>(["refused", "denied"]);
const OUTER = new Set<Modality>(["hypothetical", "planned", "denied", "refused", "threatened", "promised", "offered"]);

/** Reads what is done with the act at a token. The outermost word that weakens or refuses wins over an inner one that asks. `asking` are the tokens for whose sake it is read. */
export function readModality(doc: Doc, trigger: number, lexicon: ControlLexicon, asking: readonly number[] = []): ModalityReading {
  const within = [...asking, trigger];
  const governors = governorsOf(doc, trigger, lexicon);
  const telling = governors.filter(
    (g, i) => g.control.modality !== "same" && !isAsserted(doc, trigger, g) && !isPressed(doc, governors[i - 1], g),
  );
  const negatives = negations(doc, [trigger, ...governors.map((g) => g.token)]);
  // Refusing and denying are modalities of their own: the statement they make is a positive one.
  const open = governors.some((g) => isLeftOpen(doc, g.token));
  if (open)
    return {
      modality: "hypothetical",
      positive: true,
      governor: telling[0] ?? null,
      inner: null,
      modal: null,
      rules: ["control:rule_out"],
    };
  if (telling.some((g) => doc.upos[g.token] === "NOUN" && OPEN_MOVE.has(g.control.modality) && isDropped(doc, g.token, lexicon)))
    return { modality: null, positive: true, governor: null, inner: null, modal: null, rules: ["control:drop"] };
  if ([trigger, ...governors.map((g) => g.token)].some((t) => isUnproven(doc, t, lexicon)))
    return { modality: null, positive: true, governor: null, inner: null, modal: null, rules: ["control:no_evidence"] };
  const flips = negatives + governors.filter((g) => !g.control.positive && !CARRIED.has(g.control.modality)).length;
  const positive = flips % 2 === 0;
  const own = standingIn(doc, [trigger, ...governors.map((g) => g.token)], lexicon, within);
  // "a law that allows the state to seize it": what a law leaves open to be done is not done by it.
  if (governors.some((g) => isLeave(doc, g.token, lexicon)) && telling.length === 0)
    return { modality: "hypothetical", positive, governor: null, inner: null, modal: own.modal, rules: ["control:law"] };
  const governor = tellingOf(telling);
  if (!governor || !telling[0])
    return { modality: own.modality, positive, governor: null, inner: null, modal: own.modal, rules: [`tense:${own.modal ?? own.xpos}`] };
  const raised = raisedBySomeoneElse(doc, trigger, telling, lexicon) ?? needed(doc, telling, lexicon);
  const declared = raised ? null : declaredIn(doc, telling, lexicon);
  if (declared)
    return {
      modality: "promised",
      positive,
      governor: declared,
      inner: null,
      modal: own.modal,
      rules: [`control:${doc.lemma[declared.token]}`],
    };
  if (raised)
    return { modality: "asked", positive, governor: raised, inner: null, modal: own.modal, rules: [`control:${doc.lemma[raised.token]}`] };
  if (positive && isTaken(doc, governor, trigger, lexicon))
    return { modality: "done", positive, governor, inner: null, modal: own.modal, rules: [`control:${doc.lemma[governor.token]}`] };
  const upwards = governors.slice(governors.indexOf(governor)).map((g) => g.token);
  const said = warnsOfOthers(doc, trigger, governor) ? "hypothetical" : governor.control.modality;
  // "will be under pressure to": the future is that of the pressure.
  const pressed = doc.upos[governor.token] === "NOUN" && own.modality === "planned";
  const wanted = said === "asked" && (telling[0].control.modality === "promised" || pressed);
  const weakened = isOneOf(doc, governor.token, "wishing", lexicon)
    ? (said as Modality)
    : weaken(said as Modality, own, standingIn(doc, upwards, lexicon, within));
  const modality = said === "skip" || isUntold(doc, governors, governor, weakened, lexicon) ? null : wanted ? said : weakened;
  // "insisted that it can": the modal is the act's own, and what stands above it only speaks.
  const spoken = modality !== said && modalOf(doc, trigger) !== null;
  const inner = !spoken && (governor !== telling[0] || modality !== said) ? telling[0] : null;
  return { modality, positive, governor, inner, modal: own.modal, rules: telling.map((g) => `control:${doc.lemma[g.token]}`) };
}

/** "in an effort to pressure X to leave", "efforts to persuade X to leave": the effort is the asking itself. */
const isPressed = (doc: Doc, asking: Governor | undefined, effort: Governor): boolean =>
  doc.lemma[effort.token] === "effort" &&
  asking?.control.modality === "asked" &&
  asking.control.performer === "obj" &&
  doc.head[asking.token] === effort.token &&
  !childrenOf(doc, effort.token, "det").some((c) => /^(?:no|any)$/.test(lowerAt(doc, c)));

/** How many words of a chain are negated: "no talks are planned" denies once. */
function negations(doc: Doc, chain: readonly number[]): number {
  const seen = new Set<number>();
  return chain.filter((t) => {
    // "nobody doubts that X will pay" denies the doubt.
    if (doc.lemma[t] === "doubt") return false;
    const fresh = negatorsOf(doc, t).filter((n) => !seen.has(n));
    for (const n of fresh) seen.add(n);
    return fresh.length > 0;
  }).length;
}

const SCARCELY = new Set(["no", "little", "scant"]);

/** "there is no evidence that X paid", "did not show any sign of paying": nothing is claimed of what left no trace. */
function isUnproven(doc: Doc, token: number, lexicon: ControlLexicon): boolean {
  const trace = doc.head[token] ?? -1;
  if (trace < 0 || !isOneOf(doc, trace, "trace", lexicon) || !hasRelation(doc, token, "acl", "acl:relcl", "ccomp", "nmod")) return false;
  const none = childrenOf(doc, trace, "det", "amod").some((c) => SCARCELY.has(lowerAt(doc, c)));
  return none || (hasRelation(doc, trace, "obj") && isNegated(doc, doc.head[trace] ?? -1));
}

const OPEN_MOVE = new Set<string>(["asked", "threatened", "offered"]);

/** "dropped its demand that X leave", "withdrew a threat to act": nobody asks or threatens it any more. */
export function isDropped(doc: Doc, token: number, lexicon: ControlLexicon): boolean {
  const verb = doc.head[token] ?? -1;
  if (verb < 0 || !["VBD", "VBN"].includes(doc.xpos[verb] ?? "") || isNegated(doc, verb)) return false;
  return isOneOf(doc, verb, "dropping", lexicon) && hasRelation(doc, token, "obj", "nsubj:pass");
}

const THINGS = new Set(["it", "this", "that", "which"]);

/** "the law allows X to …", "legislation that lets X …". */
function isLeave(doc: Doc, token: number, lexicon: ControlLexicon): boolean {
  if (!isOneOf(doc, token, "leave", lexicon) && !isOneOf(doc, token, "binding", lexicon)) return false;
  const subject = activeSubjectOf(doc, token);
  // "a law signed last year, which allows": the parser may take another noun for the law.
  const which = doc.relation[token] === "acl:relcl" ? (doc.head[token] ?? -1) : -1;
  // "it allows X to …", "the vote lets X …": in the present no more than a leave.
  const thing = subject >= 0 && ["VBZ", "VBP"].includes(doc.xpos[token] ?? "") && THINGS.has(lowerAt(doc, subject));
  return thing || [subject, which].some((t) => t >= 0 && isOneOf(doc, t, "law", lexicon));
}

/** The standing of the nearest finite verb of a chain, which tells the tense: "announced it will extend" is to come, "appeared to agree" has been. */
function standingIn(
  doc: Doc,
  chain: readonly number[],
  lexicon: ControlLexicon,
  within: readonly number[],
): Standing & { readonly xpos: string } {
  // "insists it will find and free them": a joined verb shares the modal verb.
  const top = chain.find((t) => isFiniteAt(doc, t) || modalOf(doc, t) !== null) ?? chain.at(-1)!;
  // "threats to attack": a governing noun may hang below the verb that asks for it; it is not asked back.
  const above = (t: number) => (within.includes(t) ? "done" : readModality(doc, t, lexicon, within).modality);
  return { ...standingOf(doc, top, lexicon, above), xpos: doc.xpos[top] ?? "" };
}

const UNTIL_DONE = new Set<string>(["promised", "done", "ongoing"]);

/** Of the words that tell, the outermost that weakens or refuses, else the nearest. What is only thought of stays so under a plan or a promise. */
function tellingOf(telling: readonly Governor[]): Governor | null {
  const [nearest, ...rest] = telling;
  if (!nearest) return null;
  const nothing = [nearest, ...rest].find((g) => g.control.modality === "skip");
  if (nothing) return nothing;
  // "wants guarantees that they will leave": a word that one asks for has not been given.
  // "urged them to continue supporting it", "told them to stop": neither has been done yet.
  const wanted = UNTIL_DONE.has(nearest.control.modality) ? rest.find((g) => g.control.modality === "asked") : undefined;
  if (wanted && !rest.slice(0, rest.indexOf(wanted)).some((g) => OUTER.has(g.control.modality as Modality))) return wanted;
  const outer = rest.find((g) => OUTER.has(g.control.modality as Modality));
  // "held out the prospect of aid" offers it.
  const heldOut = outer === rest[0] && outer?.control.modality === "offered" && outer.control.complement === "noun";
  const thought = nearest.control.modality === "hypothetical" && !CARRIED.has(outer?.control.modality ?? "") && !heldOut;
  return outer && !thought ? outer : nearest;
}

const OWED = new Set(["must", "should", "ought"]);

/**
 * "tried to get X to leave", "should press X to leave", "any plan to leave", "is going to have to leave", "is able to leave": what somebody is to be
 * brought to do, is to ask for, may decide on, will be made to or can do is told of nobody.
 */
function isUntold(doc: Doc, governors: readonly Governor[], governor: Governor, modality: Modality, lexicon: ControlLexicon): boolean {
  const { token, control } = governor;
  if (control.modality === "asked" && (OWED.has(modalOf(doc, token) ?? "") || isToBePut(doc, token))) return true;
  if (governors.some((g) => childrenOf(doc, g.token, "det").some((c) => lowerAt(doc, c) === "any"))) return true;
  if (doc.lemma[token] === "able" && modalOf(doc, token) === null) return true;
  const below = governors.slice(0, governors.indexOf(governor));
  // "asked Chad to let X pass": what X is to be let do is not asked of him.
  if (
    modality === "asked" &&
    below.some((g) => isCausing(doc, g, lexicon) || (g.control.modality === "same" && isOneOf(doc, g.token, "leave", lexicon)))
  )
    return true;
  if (!OUTER.has(modality) || CARRIED.has(modality)) return false;
  return below.some((g) => g.control.modality === "same" && (doc.lemma[g.token] === "have" || isCausing(doc, g, lexicon)));
}

/** "convince X to leave", not "help X to leave", "let X leave", "make a step to leave". */
const isCausing = (doc: Doc, { token, control }: Governor, lexicon: ControlLexicon): boolean =>
  control.performer === "obj" && !["help", "make"].includes(doc.lemma[token] ?? "") && !isOneOf(doc, token, "leave", lexicon);

/** "will have to put pressure on X": not put yet, where "will be under pressure" is. */
function isToBePut(doc: Doc, token: number): boolean {
  const verb = doc.upos[token] === "NOUN" && hasRelation(doc, token, "obj") ? (doc.head[token] ?? -1) : -1;
  return verb >= 0 && hasRelation(doc, verb, "xcomp") && doc.lemma[doc.head[verb] ?? -1] === "have";
}

/** What tense, modal verb and place of the words above leave of a modality: "may offer" offers nothing, "will continue to" continues nothing yet. */
function weaken(said: Modality, own: Standing, above: Standing): Modality {
  const weak = own.modality === "hypothetical" || (own.modality === "planned" && own.modal !== null && own.modal !== "would");
  if (said === "asked") return weak ? own.modality : said;
  if (said === "done" || said === "ongoing") return above.modality === "done" ? said : above.modality;
  // "expects that X could agree": the doubt is the act's own.
  if (said === "planned" && own.modality === "hypothetical" && own.modal !== null) return own.modality;
  if (above.modal === null) return said;
  if (above.modality === "hypothetical") return "hypothetical";
  return above.modality === "asked" && DUE.has(said) ? "asked" : said;
}

/** What one "must" do is asked of one, whatever word stands between. */
const DUE = new Set<Modality>(["promised", "offered", "planned"]);

/** "X insisted that Y was behind it" asks for nothing: what is asked for stands in no tense. "agreed that it is wrong", "agrees that Y should pay" shares a view: a word is given on what one will do. */
function isAsserted(doc: Doc, trigger: number, { token, control }: Governor): boolean {
  if (doc.lemma[token] === "agree" && control.complement === "any" && clausesOf(doc, token).length > 0) return isView(doc, trigger);
  if (control.complement !== "that" || modalOf(doc, trigger) !== null) return false;
  // "it is important that X left"
  if (doc.upos[token] === "ADJ" || doc.lemma[token] === "interest") return isPast(doc, trigger);
  if (doc.lemma[token] !== "insist") return control.modality === "asked" && isPast(doc, trigger);
  // "insisted that X leave": one who does it without the "-s" of the present is asked, whatever the parser calls the verb.
  const one = childOf(doc, trigger, "nsubj");
  const alone = one >= 0 && ONE.has(doc.xpos[one] ?? "") && childOf(doc, one, "conj") < 0;
  const bare = alone && doc.lemma[trigger] === lowerAt(doc, trigger);
  const verbs = [trigger, ...childrenOf(doc, trigger, "aux", "aux:pass", "cop")].map((t) => doc.xpos[t] ?? "");
  return verbs.some((tag) => tag === "VBD" || tag === "VBZ" || (tag === "VBP" && !bare));
}

const isPast = (doc: Doc, trigger: number): boolean =>
  [trigger, ...childrenOf(doc, trigger, "aux", "aux:pass", "cop")].some((t) => doc.xpos[t] === "VBD" || doc.lemma[t] === "have");

/** Tags of a noun in the singular. */
const ONE = new Set(["NN", "NNP"]);

/** "X warned that Y may attack" is no threat of X; "X warned that it would", "that its army would" is one. */
function warnsOfOthers(doc: Doc, trigger: number, { token, control }: Governor): boolean {
  // "a warning of Chilean raids"
  if (doc.lemma[token] === "warning" && isNamed(doc, trigger)) return true;
  if (doc.lemma[token] !== "warn" || control.complement !== "that") return false;
  const doer = activeSubjectOf(doc, trigger);
  if (doer < 0 || isPassive(doc, trigger) || doc.upos[doer] === "PRON") return false;
  return !childrenOf(doc, doer, "nmod:poss").some((p) => doc.upos[p] === "PRON");
}

/** "A raised the prospect of B leaving" asks something of B; "A raised the prospect of leaving" thinks aloud. */
function raisedBySomeoneElse(doc: Doc, trigger: number, governors: readonly Governor[], lexicon: ControlLexicon): Governor | null {
  const at = governors.findIndex((g) => isOneOf(doc, g.token, "raising", lexicon));
  const raise = at >= 0 && !governors.slice(0, at).some((g) => g.control.modality === "asked") ? governors[at] : undefined;
  const asking = raise && { ...raise, control: { ...raise.control, modality: "asked" as const } };
  return asking && (childOf(doc, trigger, "nsubj") >= 0 || gerundSubject(doc, trigger) >= 0) ? asking : null;
}

/** "A stressed the need to act together" asks for it. */
function needed(doc: Doc, governors: readonly Governor[], lexicon: ControlLexicon): Governor | null {
  const need = governors.find((g) => doc.lemma[g.token] === "need" && doc.upos[g.token] === "NOUN");
  const verb = need ? (doc.head[need.token] ?? -1) : -1;
  return need && isOneOf(doc, verb, "stressing", lexicon)
    ? { token: verb, control: { ...need.control, modality: "asked", performer: "other" } }
    : null;
}

/** "A declared its intention to act": a word given. "A denied its intention", "may state" give none. */
function declaredIn(doc: Doc, governors: readonly Governor[], lexicon: ControlLexicon): Governor | null {
  const intent = governors.find((g) => doc.upos[g.token] === "NOUN" && ["intent", "intention"].includes(doc.lemma[g.token] ?? ""));
  const verb = intent ? (doc.head[intent.token] ?? -1) : -1;
  const given = intent && hasRelation(doc, intent.token, "obj") && isOneOf(doc, verb, "declaring", lexicon) && modalOf(doc, verb) === null;
  return given ? { token: verb, control: { ...intent.control, modality: "promised", performer: "subj" } } : null;
}

/** "did not rule out sending troops": what is not ruled out is possible, and no more. */
export function isLeftOpen(doc: Doc, token: number): boolean {
  return (
    doc.lemma[token] === "rule" && childrenOf(doc, token, "compound:prt").some((c) => lowerAt(doc, c) === "out") && isNegated(doc, token)
  );
}
