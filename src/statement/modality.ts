import type { Complement, Control, ControlLexicon } from "../lexicon/control.ts";
import type { Doc, Modality } from "../model/index.ts";
import { gerundSubject, isPassive } from "../syntax/roles.ts";
import { casesOf, childOf, childrenOf, hasRelation, lowerAt } from "../syntax/tree.ts";

/** A word above the act that says what is done with it. */
export interface Governor {
  readonly token: number;
  readonly control: Control;
}

/** What is done with an act: the governing words from the innermost outwards, and what tense and modal verbs add. */
export interface ModalityReading {
  /** null where the words make no claim about the act. */
  readonly modality: Modality | null;
  readonly positive: boolean;
  /** The governor that gave the modality, or null where the act stands for itself. */
  readonly governor: Governor | null;
  /** An asking or refusing governor under another one ("may demand"): the act becomes that of asking. */
  readonly inner: Governor | null;
  /** The modal verb that gave it ("will", "could"), lower-cased, or null. */
  readonly modal: string | null;
  readonly rules: readonly string[];
}

const NEGATORS = new Set(["not", "n't", "never", "no", "neither", "nor", "without", "hardly"]);
const GOVERNED = new Set(["of", "for", "to", "about", "on", "over", "against", "from", "with"]);
const CARRIED = new Set<string>(["refused", "denied"]);
const OUTER = new Set<Modality>(["hypothetical", "planned", "denied", "refused", "threatened", "promised", "offered"]);

/** How the lower word hangs on the upper one, in the words of data/control.tsv; null where no control can pass. */
function complementOf(doc: Doc, lower: number, upper: number): Complement | null {
  if (hasRelation(doc, lower, "ccomp")) return "that";
  if (hasRelation(doc, lower, "xcomp")) return childOf(doc, upper, "obj", "iobj", "nsubj:pass") >= 0 ? "obj-inf" : "inf";
  const clause = hasRelation(doc, lower, "advcl", "acl");
  const infinitive = casesOf(doc, lower).some((m) => ["to", "of", "for", "from", "against", "on", "about"].includes(m));
  if (clause && doc.relation[lower] !== "acl:relcl" && infinitive) return childOf(doc, upper, "obj", "nsubj:pass") >= 0 ? "obj-inf" : "inf";
  const nominal = doc.upos[lower] === "NOUN" || doc.upos[lower] === "PROPN" || doc.xpos[lower] === "VBG";
  if (nominal && hasRelation(doc, lower, "obj", "nsubj:pass")) return "noun";
  // "asked for talks", not "asked during talks".
  const governed = casesOf(doc, lower).some((c) => GOVERNED.has(c));
  if (!nominal || !governed || !hasRelation(doc, lower, "obl", "nmod", "advcl", "acl")) return null;
  return casesOf(doc, lower).includes("for") ? "for" : "noun";
}

/** A word listed for nouns takes them after "for" as well; one listed for "for" takes no other. */
function fits(listed: Complement, complement: Complement): boolean {
  return listed === complement || listed === "any" || (listed === "noun" && complement === "for");
}

const POS: Readonly<Record<string, string>> = { VERB: "verb", AUX: "verb", NOUN: "noun", PROPN: "noun", ADJ: "adj", ADV: "adj" };

function controlAt(doc: Doc, lexicon: ControlLexicon, upper: number, complement: Complement): Control | null {
  return controlsAt(doc, lexicon, upper).find((c) => fits(c.complement, complement)) ?? null;
}

/** What is listed of a word, with its particle ("rule out"); a passive participle may be listed as an adjective: "is set to", "is committed to". */
function controlsAt(doc: Doc, lexicon: ControlLexicon, token: number): readonly Control[] {
  const particle = childOf(doc, token, "compound:prt");
  const lemma = particle >= 0 ? `${doc.lemma[token]}_${lowerAt(doc, particle)}` : doc.lemma[token];
  const keys = [`${lemma}/${POS[doc.upos[token] ?? ""]}`, ...(doc.xpos[token] === "VBN" ? [`${lowerAt(doc, token)}/adj`] : [])];
  return keys.flatMap((key) => lexicon.get(key) ?? []);
}

/** The governing words above a token, nearest first. A coordinated act shares what stands above its first member. */
export function governorsOf(doc: Doc, trigger: number, lexicon: ControlLexicon): readonly Governor[] {
  const found: Governor[] = [];
  let at = trigger;
  for (let step = 0; step < 6; step++) {
    const upper = doc.head[at] ?? -1;
    if (upper < 0) break;
    if (hasRelation(doc, at, "conj")) {
      const ownSubject = childOf(doc, at, "nsubj") >= 0;
      if (ownSubject) break;
      at = upper;
      continue;
    }
    const noun = nounBefore(doc, at, lexicon);
    if (noun && noun.token !== upper) found.push(noun);
    const complement = noun && noun.token !== upper ? "noun" : complementOf(doc, at, upper);
    const control = complement && controlAt(doc, lexicon, upper, complement);
    if (control) found.push({ token: upper, control });
    else if (!noun && !passesThrough(doc, at, upper)) break;
    at = upper;
  }
  return found;
}

/** "made an offer to leave": the noun right before "to" or "of" governs, wherever the parser hung the clause. */
function nounBefore(doc: Doc, lower: number, lexicon: ControlLexicon): Governor | null {
  if (!hasRelation(doc, lower, "xcomp", "advcl", "acl", "ccomp")) return null;
  const mark = childrenOf(doc, lower, "mark", "case").find((m) => ["to", "of", "for"].includes(lowerAt(doc, m)));
  const before = gerundSubject(doc, lower);
  const noun = before >= 0 ? (doc.head[before] ?? -1) : mark === undefined ? -1 : mark - 1;
  if (noun < 0 || doc.upos[noun] !== "NOUN") return null;
  const control = controlAt(doc, lexicon, noun, "inf");
  return control ? { token: noun, control } : null;
}

/** "raised the prospect of", "have the intention of": a light noun or verb lets control through. */
function passesThrough(doc: Doc, lower: number, upper: number): boolean {
  return (
    hasRelation(doc, lower, "obj", "nmod", "xcomp") &&
    (doc.upos[upper] === "NOUN" || ["make", "have", "express", "give", "put", "issue", "take", "be"].includes(doc.lemma[upper] ?? ""))
  );
}

/** True where a negation hangs on the token itself. */
export function isNegated(doc: Doc, token: number): boolean {
  const direct = childrenOf(doc, token, "advmod", "det", "cc:preconj", "mark", "case").some((c) => NEGATORS.has(lowerAt(doc, c)));
  const subject = childOf(doc, token, "nsubj");
  return (
    direct ||
    (subject >= 0 &&
      (["no", "neither", "nobody", "none"].includes(lowerAt(doc, subject)) ||
        childrenOf(doc, subject, "det").some((c) => ["no", "neither"].includes(lowerAt(doc, c)))))
  );
}

const FINITE = new Set(["VBD", "VBZ", "VBP", "MD"]);

function isFiniteVerb(doc: Doc, token: number): boolean {
  return [token, ...childrenOf(doc, token, "aux", "aux:pass", "cop")].some((t) => FINITE.has(doc.xpos[t] ?? ""));
}

function modalOf(doc: Doc, token: number): string | null {
  const own = childrenOf(doc, token, "aux").find((c) => doc.xpos[c] === "MD");
  if (own !== undefined) return lowerAt(doc, own);
  const shared = hasRelation(doc, token, "conj") && childOf(doc, token, "nsubj") < 0 ? (doc.head[token] ?? -1) : -1;
  const above = shared < 0 ? undefined : childrenOf(doc, shared, "aux").find((c) => doc.xpos[c] === "MD");
  return above === undefined ? null : lowerAt(doc, above);
}

const MODAL: Readonly<Record<string, Modality>> = {
  will: "planned",
  "'ll": "planned",
  "’ll": "planned",
  wo: "planned",
  shall: "planned",
  would: "planned",
  "'d": "planned",
  may: "hypothetical",
  might: "hypothetical",
  could: "hypothetical",
  can: "hypothetical",
  ca: "hypothetical",
  must: "asked",
  should: "asked",
  ought: "asked",
};

/** Tense and modal verbs of an act that no word governs. */
function ownModality(doc: Doc, token: number): { modality: Modality; modal: string | null } {
  const modal = modalOf(doc, token);
  if (modal && MODAL[modal]) return { modality: MODAL[modal], modal };
  if (supposed(doc, token) || doubted(doc, token)) return { modality: "hypothetical", modal: null };
  // "when they meet, they will sign": a present that waits for what will be is still to come.
  const waits = hasRelation(doc, token, "advcl") && ["VBZ", "VBP"].includes(doc.xpos[token] ?? "") && casesOf(doc, token).includes("when");
  if (waits && modalOf(doc, doc.head[token] ?? -1) === "will") return { modality: "planned", modal: null };
  const progressive = doc.xpos[token] === "VBG" && childrenOf(doc, token, "aux").some((c) => doc.lemma[c] === "be");
  if (progressive)
    return { modality: childrenOf(doc, token, "aux").some((c) => doc.lemma[c] === "go") ? "planned" : "ongoing", modal: null };
  return { modality: purposeOf(doc, token) ? "planned" : "done", modal: null };
}

/** "a possible visit", "the proposed deal": an adjective that says the event is thought of. */
const THOUGHT = new Set([
  "possible",
  "potential",
  "eventual",
  "future",
  "planned",
  "proposed",
  "hypothetical",
  "prospective",
  "conceivable",
]);

/** An event told by a noun takes its doubt from its adjectives and from the clause it stands in: "may be a step towards a deal". */
function doubted(doc: Doc, token: number): boolean {
  if (doc.upos[token] !== "NOUN") return false;
  if (childrenOf(doc, token, "amod").some((c) => THOUGHT.has(doc.lemma[c]?.toLowerCase() ?? ""))) return true;
  for (let t = doc.head[token] ?? -1, steps = 0; t >= 0 && steps < 6; t = doc.head[t] ?? -1, steps++) {
    if (doc.upos[t] === "VERB") return ["may", "might", "could", "would", "can"].includes(modalOf(doc, t) ?? "");
  }
  return false;
}

/** What stands as the subject of "would mean", "could help" is thought of, not told. */
function supposed(doc: Doc, token: number): boolean {
  if (!hasRelation(doc, token, "nsubj", "csubj")) return false;
  const modal = modalOf(doc, doc.head[token] ?? -1);
  return modal !== null && modal !== "will" && modal !== "'ll";
}

/** A bare infinitive of purpose ("flew to X to sign") tells an aim, not a deed. */
function purposeOf(doc: Doc, token: number): boolean {
  return hasRelation(doc, token, "advcl", "acl") && !isPassive(doc, token) && casesOf(doc, token).includes("to");
}

/** Reads what is done with the act at a token. The outermost word that weakens or refuses wins over an inner one that asks. */
export function readModality(doc: Doc, trigger: number, lexicon: ControlLexicon): ModalityReading {
  const governors = governorsOf(doc, trigger, lexicon);
  const telling = governors.filter((g) => g.control.modality !== "same");
  const negatives = [trigger, ...governors.map((g) => g.token)].filter((t) => isNegated(doc, t)).length;
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
  const flips = negatives + governors.filter((g) => !g.control.positive && !CARRIED.has(g.control.modality)).length;
  const positive = flips % 2 === 0;
  const nearest = telling[0];
  // The nearest finite verb tells the tense: "announced it will extend" is to come, "appeared to agree" has been.
  const top = [trigger, ...governors.map((g) => g.token)].find((t) => isFiniteVerb(doc, t)) ?? governors.at(-1)?.token ?? trigger;
  const own = ownModality(doc, top);
  if (!nearest)
    return {
      modality: own.modality,
      positive,
      governor: null,
      inner: null,
      modal: own.modal,
      rules: [`tense:${own.modal ?? doc.xpos[top]}`],
    };
  const raised = raisedBySomeoneElse(doc, trigger, telling) ?? needed(doc, telling);
  if (raised)
    return { modality: "asked", positive, governor: raised, inner: null, modal: own.modal, rules: [`control:${doc.lemma[raised.token]}`] };
  const outer = telling.slice(1).find((g) => OUTER.has(g.control.modality as Modality));
  const weak = own.modality === "hypothetical" || (own.modality === "planned" && own.modal !== "would");
  const governor = outer ?? nearest;
  const said = governor.control.modality;
  const modality = said === "skip" ? null : weak && said === "asked" ? own.modality : (said as Modality);
  // "insisted that it can": the modal is the act's own, and what stands above it only speaks.
  const spoken = modality !== said && modalOf(doc, trigger) !== null;
  const inner = !spoken && (governor !== nearest || modality !== said) ? nearest : null;
  return { modality, positive, governor, inner, modal: own.modal, rules: telling.map((g) => `control:${doc.lemma[g.token]}`) };
}

const RAISE = new Set(["raise", "broach", "float"]);

/** "A raised the prospect of B leaving" asks something of B; "A raised the prospect of leaving" thinks aloud. */
function raisedBySomeoneElse(doc: Doc, trigger: number, governors: readonly Governor[]): Governor | null {
  const at = governors.findIndex((g) => RAISE.has(doc.lemma[g.token] ?? ""));
  const raise = at >= 0 && !governors.slice(0, at).some((g) => g.control.modality === "asked") ? governors[at] : undefined;
  const asking = raise && { ...raise, control: { ...raise.control, modality: "asked" as const } };
  return asking && (childOf(doc, trigger, "nsubj") >= 0 || gerundSubject(doc, trigger) >= 0) ? asking : null;
}

const STRESS = new Set(["note", "stress", "emphasize", "emphasise", "underline", "underscore", "highlight", "reiterate", "affirm"]);

/** "A stressed the need to act together" asks for it. */
function needed(doc: Doc, governors: readonly Governor[]): Governor | null {
  const need = governors.find((g) => doc.lemma[g.token] === "need" && doc.upos[g.token] === "NOUN");
  const verb = need ? (doc.head[need.token] ?? -1) : -1;
  return need && STRESS.has(doc.lemma[verb] ?? "")
    ? { token: verb, control: { ...need.control, modality: "asked", performer: "other" } }
    : null;
}

/** "did not rule out sending troops": what is not ruled out is possible, and no more. */
export function isLeftOpen(doc: Doc, token: number): boolean {
  return (
    doc.lemma[token] === "rule" && childrenOf(doc, token, "compound:prt").some((c) => lowerAt(doc, c) === "out") && isNegated(doc, token)
  );
}

/** What a control word does when no act stands below it: "agreed to a plan" promises, "the group refused" refuses. */
export function ownControl(doc: Doc, trigger: number, lexicon: ControlLexicon): Modality | null {
  const found = controlsAt(doc, lexicon, trigger).find((c) => c.complement !== "noun" && SPOKEN.has(c.modality));
  return found ? (found.modality as Modality) : null;
}

const SPOKEN = new Set<string>(["asked", "offered", "promised", "threatened", "refused", "denied"]);
