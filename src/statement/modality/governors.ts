import type { Complement, Control, ControlLexicon } from "../../lexicon/control.ts";
import type { Doc, Modality } from "../../model/index.ts";
import { nameBefore } from "../../syntax/owner.ts";
import { gerundSubject } from "../../syntax/participle.ts";
import { casesOf, childOf, childrenOf, hasRelation, lowerAt, subtreeOf } from "../../syntax/tree.ts";
import { ANSWER_FOR, isKnown } from "./event.ts";
import type { Governor } from "./reading.ts";

const GOVERNED = new Set(["of", "for", "to", "about", "on", "over", "against", "from", "with", "at"]);
const LINKS = ["to", "of", "for", "from", "against", "on", "about", "at"];
/** Before an -ing form alone: "pressed X into leaving", "tasked X with freeing", "interested in hosting". */
const GERUND_LINKS = ["into", "with", "in"];
/** What is asked for does not stand behind these: "asked about the raid", "pushed back against the charge". */
const BESIDE = new Set(["about", "on", "over", "against", "with", "at", "from"]);

/** How the lower word hangs on the upper one, in the words of data/control.tsv; null where no control can pass. */
function complementOf(doc: Doc, lower: number, upper: number): Complement | null {
  // "asked why it had left"
  if (hasRelation(doc, lower, "ccomp") && (isQuestion(doc, lower) || isBehindThat(doc, lower))) return null;
  if (hasRelation(doc, lower, "ccomp")) return casesOf(doc, lower).includes("to") ? "inf" : "that";
  // "signals that X wants to leave": a "that" before the verb is no object of it.
  const objects = childrenOf(doc, upper, "obj", "iobj", "nsubj:pass").filter((c) => lowerAt(doc, c) !== "that");
  if (hasRelation(doc, lower, "xcomp")) return objects.length > 0 ? "obj-inf" : "inf";
  const cases = casesOf(doc, lower);
  // "is free to work with you": a parser may take what stands behind for the subject.
  if (hasRelation(doc, lower, "csubj") && lower > upper && doc.upos[upper] === "ADJ") {
    if (cases.includes("to")) return "inf";
    if (cases.includes("that")) return "that";
  }
  // "its demand that Chile withdraw"
  if (hasRelation(doc, lower, "acl") && doc.upos[upper] === "NOUN" && cases.includes("that")) return "that";
  // What stands before, or behind "in order", is a purpose of the whole.
  const clause = hasRelation(doc, lower, "acl") || (hasRelation(doc, lower, "advcl") && lower > upper && !cases.includes("in order"));
  const gerund = doc.xpos[lower] === "VBG";
  // "the chance of X being freed"
  const undergone = childrenOf(doc, lower, "aux:pass").some((c) => lowerAt(doc, c) === "being") && doc.upos[upper] === "NOUN";
  if (undergone && doc.relation[lower] === "acl") return "inf";
  // "make no apology for leaving" gives no leave to go: "for" has rows of its own.
  if (gerund && clause && cases.includes("for")) return "for";
  // "the prospect of X leaving"
  if (hasRelation(doc, lower, "acl") && gerundSubject(doc, lower) >= 0 && doc.head[gerundSubject(doc, lower)] === upper) return "inf";
  const linked = cases.some((m) => LINKS.includes(m) || (gerund && GERUND_LINKS.includes(m)));
  if (clause && doc.relation[lower] !== "acl:relcl" && linked) {
    if (gerund && cases.includes("against")) return "against";
    return childOf(doc, upper, "obj", "nsubj:pass") >= 0 ? "obj-inf" : "inf";
  }
  // "ruled out joining it": right behind the verb, an -ing form is its object whatever the parser says.
  const close = doc.xpos[lower - 1] === "RP" ? lower - 2 : lower - 1;
  if (gerund && cases.length === 0 && close === upper && doc.upos[upper] === "VERB" && hasRelation(doc, lower, "advcl", "acl"))
    return "inf";
  const nominal = doc.upos[lower] === "NOUN" || doc.upos[lower] === "PROPN" || doc.xpos[lower] === "VBG";
  // "considers the raid wrong": the object of a judgement, which is there. "hopes the raid will end it": the subject of the next verb.
  if (nominal && hasRelation(doc, lower, "obj")) return isJudged(doc, lower, upper) || isNextSubject(doc, lower) ? null : "noun";
  if (nominal && hasRelation(doc, lower, "nsubj:pass")) return "noun";
  // "At the talks X asked": what stands before the verb is where and when it was.
  if (hasRelation(doc, lower, "obl") && lower < upper) return null;
  // "asked for talks", not "asked during talks".
  if (!nominal || !cases.some((c) => GOVERNED.has(c)) || !hasRelation(doc, lower, "obl", "nmod", "advcl", "acl")) return null;
  if (cases.includes("against")) return "against";
  return cases.includes("for") ? "for" : "noun";
}

/** "denied that, left the pact and sued": before a comma and a verb without a subject "that" is what was denied. */
function isBehindThat(doc: Doc, clause: number): boolean {
  const that = childrenOf(doc, clause, "mark").find((c) => lowerAt(doc, c) === "that") ?? -1;
  return that >= 0 && lowerAt(doc, that + 1) === "," && childOf(doc, clause, "nsubj", "nsubj:pass", "expl") < 0;
}

/** A clause opened by "why", "how", "when" or "where". */
function isQuestion(doc: Doc, clause: number): boolean {
  const subject = childOf(doc, clause, "nsubj", "nsubj:pass");
  const opening = subject < 0 ? -1 : Math.min(...subtreeOf(doc, subject)) - 1;
  return opening >= 0 && doc.xpos[opening] === "WRB";
}

const isJudged = (doc: Doc, lower: number, upper: number): boolean =>
  doc.lemma[upper] === "consider" &&
  childrenOf(doc, upper, "xcomp").some((c) => c > lower && (doc.upos[c] === "ADJ" || doc.upos[c] === "NOUN"));

/** True where a finite helper follows right behind an object and finds no other subject. */
function isNextSubject(doc: Doc, lower: number): boolean {
  const next = Math.max(...subtreeOf(doc, lower)) + 1;
  const verb = doc.xpos[next] === "MD" ? (doc.head[next] ?? -1) : -1;
  return verb > next && doc.sentenceOf[verb] === doc.sentenceOf[lower] && childOf(doc, verb, "nsubj", "nsubj:pass") < 0;
}

/** A word listed for nouns takes them after "for" as well; one listed for "for" or "against" takes no other. */
function fits(listed: Complement, complement: Complement): boolean {
  return listed === complement || (listed === "any" && complement !== "against") || (listed === "noun" && complement === "for");
}

const POS: Readonly<Record<string, string>> = { VERB: "verb", AUX: "verb", NOUN: "noun", PROPN: "noun", ADJ: "adj", ADV: "adj" };

function controlAt(doc: Doc, lexicon: ControlLexicon, upper: number, complement: Complement): Control | null {
  return controlsAt(doc, lexicon, upper).find((c) => fits(c.complement, complement)) ?? null;
}

/** What is listed of a word, with its particle ("rule out"); a passive participle may be listed as an adjective: "is set to", "is prepared to". */
export function controlsAt(doc: Doc, lexicon: ControlLexicon, token: number): readonly Control[] {
  // "held off paying", "went on to pay": the parser may give the particle to the next verb, or take it for an adverb.
  const next = token + 1 < doc.length && !hasRelation(doc, token + 1, "case") ? `${doc.lemma[token]}_${lowerAt(doc, token + 1)}` : "";
  const particle = childOf(doc, token, "compound:prt");
  const own = particle >= 0 ? `${doc.lemma[token]}_${lowerAt(doc, particle)}` : (doc.lemma[token] ?? "");
  const lemma = particle < 0 && lexicon.has(`${next}/verb`) ? next : own;
  const adjective = doc.xpos[token] === "VBN" ? (lexicon.get(`${lowerAt(doc, token)}/adj`) ?? []) : [];
  // "called on the authorities to act": those are people.
  if (lemma === "authority" && doc.xpos[token] === "NNS") return adjective;
  return [...adjective, ...(lexicon.get(`${lemma}/${POS[doc.upos[token] ?? ""]}`) ?? [])];
}

/** The governing words above a token, nearest first. A coordinated act shares what stands above its first member. */
export function governorsOf(doc: Doc, trigger: number, lexicon: ControlLexicon): readonly Governor[] {
  const found: Governor[] = [];
  let at = trigger;
  for (let step = 0; step < 6; step++) {
    const upper = carrierOf(doc, at, lexicon) ?? doc.head[at] ?? -1;
    if (upper < 0) break;
    if (hasRelation(doc, at, "conj")) {
      const ownSubject = childOf(doc, at, "nsubj") >= 0;
      if (ownSubject || isOtherForm(doc, at, upper)) break;
      at = upper;
      continue;
    }
    const noun = nounBefore(doc, at, lexicon);
    if (noun && noun.token !== upper) found.push(noun);
    if (noun && noun.token !== upper && isOwned(doc, noun, lexicon)) break;
    // "dismissed reports that X had left": what is reported is answered, not the reports.
    const told = [found.at(-1)?.token, noun?.token].some((t) => t === at || (noun && t === noun.token)) && isReport(found.at(-1));
    const below = noun && noun.token !== upper ? "noun" : upper === doc.head[at] ? complementOf(doc, at, upper) : "obj-inf";
    const complement = told && below === "noun" ? "that" : below;
    const listed = memberOf(doc, at, upper, lexicon);
    if (listed) {
      found.push(listed);
      break;
    }
    const hoped = hoping(doc, at, upper, lexicon);
    if (hoped) {
      found.push(hoped);
      break;
    }
    const control = complement && controlAt(doc, lexicon, upper, complement);
    if (control && !isBeside(doc, at, control, upper))
      found.push({ token: upper, control: isOtherSense(doc, at, upper, control) ? { ...control, modality: "skip" } : control });
    else if (!noun && !passesThrough(doc, at, upper, lexicon)) break;
    if (found.length > 0 && isOwned(doc, found.at(-1)!, lexicon)) break;
    at = upper;
  }
  return found;
}

const isReport = (governor: Governor | undefined): boolean =>
  governor?.control.complement === "that" && governor.control.modality === "same";

/** "rejecting calls to halt it and accusing them", "praised his power to heal and thanked him": no form but its own goes with an infinitive, though the parser may join them. */
function isOtherForm(doc: Doc, lower: number, upper: number): boolean {
  const other = ["VBG", "VBD", "VBZ"].includes(doc.xpos[lower] ?? "");
  return other && doc.xpos[upper] === "VB" && childOf(doc, lower, "aux") < 0 && childOf(doc, upper, "mark", "aux") >= 0;
}

const INCLUDE = new Set(["include", "involve", "entail", "comprise"]);

/** "the demands include X leaving", "its plan involves selling it": what belongs to a demand or a plan is demanded or planned. */
function memberOf(doc: Doc, lower: number, verb: number, lexicon: ControlLexicon): Governor | null {
  if (!INCLUDE.has(doc.lemma[verb] ?? "") || !hasRelation(doc, lower, "obj", "xcomp", "ccomp", "advcl") || lower < verb) return null;
  const whole = childOf(doc, verb, "nsubj");
  const control = whole >= 0 && doc.upos[whole] === "NOUN" ? controlAt(doc, lexicon, whole, "inf") : null;
  return control ? { token: whole, control } : null;
}

const HOPING = new Set(["hope", "expect", "wish", "fear", "doubt"]);

/** "said that she hoped they would leave": the verb right before the clause, where the parser hung the clause on the saying. */
function hoping(doc: Doc, lower: number, upper: number, lexicon: ControlLexicon): Governor | null {
  const subject = hasRelation(doc, lower, "ccomp", "parataxis", "conj") ? childOf(doc, lower, "nsubj") : -1;
  if (subject < 0) return null;
  const first = Math.min(...subtreeOf(doc, subject), ...childrenOf(doc, lower, "mark"));
  const verb = first - 1;
  const control = verb >= 0 && verb !== upper && HOPING.has(doc.lemma[verb] ?? "") ? controlAt(doc, lexicon, verb, "that") : null;
  return control ? { token: verb, control } : null;
}

/** "let the trucks enter", "forced the firm to sell": the verb of an object that the parser hung the deed on; null where the object stands for itself. */
function carrierOf(doc: Doc, lower: number, lexicon: ControlLexicon): number | null {
  const object = doc.head[lower] ?? -1;
  const verb = object < 0 ? -1 : (doc.head[object] ?? -1);
  const clause = doc.relation[lower] === "acl" && casesOf(doc, lower).includes("to") && hasRelation(doc, object, "obj", "nsubj:pass");
  if (!clause || verb < 0 || controlAt(doc, lexicon, object, "inf")) return null;
  return controlsAt(doc, lexicon, verb).some((c) => c.complement === "obj-inf") ? verb : null;
}

/** "pressed X on claims of cruelty" asks for no cruelty, "offered a prize for the raid" offers no raid; what takes "on" says so by a row of its own. */
function isBeside(doc: Doc, lower: number, { modality, complement, positive }: Control, upper: number): boolean {
  const nominal = doc.upos[lower] === "NOUN" || doc.upos[lower] === "PROPN";
  const cases = casesOf(doc, lower);
  // "pleaded guilty to threatening": nothing is asked by "to" before an -ing form.
  if (modality === "asked" && doc.upos[upper] === "VERB" && doc.xpos[lower] === "VBG" && cases.includes("to")) return true;
  // "raised it at a meeting", "refused it at the talks": where it was, save for what is aimed at.
  if (nominal && doc.upos[upper] === "VERB" && cases.includes("at") && !AIMING.has(doc.lemma[upper] ?? "")) return true;
  if (!nominal || complement !== "any") return false;
  // "suspended the talks over the raid": the raid is why.
  // "began with a raid": the raid was its beginning.
  if (modality === "ongoing") return cases.includes("with");
  if (modality === "done" && !positive) return cases.some((c) => c === "over" || c === "about");
  return modality === "asked"
    ? cases.some((c) => BESIDE.has(c))
    : doc.upos[upper] === "VERB" && GIVING.has(modality) && cases.includes("for");
}

const AIMING = new Set(["aim", "attempt", "hint", "point", "work"]);

/** "pleaded guilty to robbing X", "has gone as far as X in blaming them": nothing is asked for in an -ing form behind "to", and only "is going to" looks ahead. */
function isOtherSense(doc: Doc, lower: number, upper: number, { modality }: Control): boolean {
  if (doc.lemma[upper] === "go" && modality === "planned") return doc.xpos[upper] !== "VBG";
  // "the votes required to remove X": what a thing is needed for is asked of nobody.
  if (doc.lemma[upper] === "require" && doc.relation[upper] === "acl") return true;
  // "accusations, which it rejects, of robbing X"
  if (modality === "refused" && doc.xpos[lower] === "VBG" && casesOf(doc, lower).includes("of")) return true;
  return modality === "asked" && doc.xpos[lower] === "VBG" && casesOf(doc, lower).includes("to");
}

/** What is given for something else: "promised money for the clean-up". */
const GIVING = new Set<string>(["offered", "promised", "threatened", "denied"]);

/** "opposed Chile's decision to leave", "turned down his offer to help": whose it is, is said, and who answers it does nothing of the kind. */
function isOwned(doc: Doc, { token }: Governor, lexicon: ControlLexicon): boolean {
  if (doc.upos[token] !== "NOUN") return false;
  const owners = childrenOf(doc, token, "nmod:poss");
  if (owners.some((p) => doc.upos[p] === "PROPN" || doc.upos[p] === "NOUN") || nameBefore(doc, token) >= 0) return true;
  const answer = hasRelation(doc, token, "obj", "nsubj:pass") ? (doc.head[token] ?? -1) : -1;
  return owners.length > 0 && answer >= 0 && controlAt(doc, lexicon, answer, "noun")?.modality === "refused";
}

/** "made an offer to leave": the noun right before "to" or "of" governs, wherever the parser hung the clause; "a request for X to leave" as well. */
function nounBefore(doc: Doc, lower: number, lexicon: ControlLexicon): Governor | null {
  if (doc.upos[lower] === "NOUN") return nounBeforeFor(doc, lower, lexicon);
  if (!hasRelation(doc, lower, "xcomp", "advcl", "acl", "ccomp")) return null;
  const mark = childrenOf(doc, lower, "mark", "case").find((m) => ["to", "of", "for", "that"].includes(lowerAt(doc, m)));
  // "its demand that Chile withdraw"
  if (mark !== undefined && lowerAt(doc, mark) === "that") {
    const asked = doc.upos[mark - 1] === "NOUN" && !hasRelation(doc, mark - 1, "nsubj") ? controlAt(doc, lexicon, mark - 1, "that") : null;
    return asked ? { token: mark - 1, control: asked } : null;
  }
  const before = gerundSubject(doc, lower);
  const upper = before >= 0 ? (doc.head[before] ?? -1) : -1;
  const last =
    upper === lower ? Math.min(...childrenOf(doc, before, "case")) - 1 : before >= 0 ? upper : mark === undefined ? -1 : mark - 1;
  const noun =
    last >= 0 && mark !== undefined && hasRelation(doc, last, "nmod") && casesOf(doc, last).includes("for") ? doc.head[last]! : last;
  // "claimed responsibility for killing X": it was done.
  const answered =
    noun >= 0 && mark !== undefined && lowerAt(doc, mark) === "for" && doc.xpos[lower] === "VBG" && ANSWER_FOR.has(doc.lemma[noun] ?? "");
  const control = noun >= 0 && doc.upos[noun] === "NOUN" && !answered ? controlAt(doc, lexicon, noun, "inf") : null;
  if (control) return { token: noun, control };
  if (mark === undefined) return null;
  if (hasRelation(doc, lower, "advcl", "xcomp")) return askingBefore(doc, doc.head[lower] ?? -1, mark, lexicon);
  // "a call from X for its allies to leave"
  const whom = doc.head[lower] ?? -1;
  return doc.relation[lower] === "acl" && casesOf(doc, whom).includes("for")
    ? askingBefore(doc, doc.head[whom] ?? -1, mark, lexicon)
    : null;
}

/** "lay the foundation for talks", "a push for a ban": the noun right before "for" governs what stands behind it. */
function nounBeforeFor(doc: Doc, lower: number, lexicon: ControlLexicon): Governor | null {
  const link = hasRelation(doc, lower, "obl", "nmod") ? childrenOf(doc, lower, "case").find((c) => lowerAt(doc, c) === "for") : undefined;
  const noun = link === undefined ? -1 : link - 1;
  const control = noun >= 0 && doc.upos[noun] === "NOUN" && noun !== doc.head[lower] ? controlAt(doc, lexicon, noun, "for") : null;
  return control ? { token: noun, control } : null;
}

/** "faced pressure from X to leave", "put pressure on X to leave": the noun of asking whose phrases run up to the "to". */
function askingBefore(doc: Doc, verb: number, mark: number, lexicon: ControlLexicon): Governor | null {
  for (const noun of childrenOf(doc, verb, "obj", "obl")) {
    if (noun > mark || doc.upos[noun] !== "NOUN") continue;
    const control = controlAt(doc, lexicon, noun, "inf");
    const between = Array.from({ length: mark - noun - 1 }, (_, i) => noun + 1 + i);
    if (control?.modality === "asked" && between.every((t) => doc.upos[t] !== "VERB" || hasRelation(doc, t, "case")))
      return { token: noun, control };
  }
  return null;
}

/** "hopes for a settlement of the matter with the sanctions": what stands beside the matter is not hoped for. */
const ASIDE = new Set(["with", "against", "over", "about", "amid", "between", "after", "since", "during"]);
const LIGHT = new Set(["make", "have", "express", "give", "put", "issue", "take", "be"]);

/** "offered a prize", "promised money": the object of a verb of giving. */
const isGiven = (doc: Doc, noun: number, lexicon: ControlLexicon): boolean =>
  hasRelation(doc, noun, "obj") && GIVING.has(controlAt(doc, lexicon, doc.head[noun] ?? -1, "noun")?.modality ?? "");

/** "raised the prospect of", "have the intention of": a light noun or verb lets control through. */
function passesThrough(doc: Doc, lower: number, upper: number, lexicon: ControlLexicon): boolean {
  const cases = hasRelation(doc, lower, "nmod") && doc.upos[lower] === "NOUN" ? casesOf(doc, lower) : [];
  // "threatens the myth of the war": the war is there.
  if (hasRelation(doc, lower, "nmod") && doc.lemma[doc.head[upper] ?? -1] === "threaten" && isKnown(doc, lower)) return false;
  // "demanded an apology for the raid", "offered a prize for the raid"
  if (
    cases.some((c) => ASIDE.has(c)) ||
    (cases.includes("for") && (ANSWER_FOR.has(doc.lemma[upper] ?? "") || isGiven(doc, upper, lexicon)))
  )
    return false;
  return hasRelation(doc, lower, "obj", "nmod", "xcomp") && (doc.upos[upper] === "NOUN" || LIGHT.has(doc.lemma[upper] ?? ""));
}

/** What a control word does when no act stands below it: "agreed to a plan" promises, "the group refused" refuses. */
export function ownControl(doc: Doc, trigger: number, lexicon: ControlLexicon): Modality | null {
  const found = controlsAt(doc, lexicon, trigger).find((c) => c.complement !== "noun" && c.complement !== "that" && SPOKEN.has(c.modality));
  return found ? (found.modality as Modality) : null;
}

const SPOKEN = new Set<string>(["asked", "offered", "promised", "threatened", "refused", "denied"]);
