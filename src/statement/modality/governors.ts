import type { ControlLexicon } from "../../lexicon/control.ts";
import type { Doc, Modality } from "../../model/index.ts";
import { casesOf, childOf, childrenOf, hasRelation, subtreeOf } from "../../syntax/tree.ts";
import { clausesOf, isView } from "./assent.ts";
import { complementOf } from "./complement.ts";
import { controlAt, controlsAt } from "./control.ts";
import { isKnown } from "./event.ts";
import { nounBefore } from "./noun-before.ts";
import type { Governor } from "./reading.ts";
import { GIVING, isBeside, isOtherSense, isOwned } from "./sense.ts";
import { isOneOf } from "./sets.ts";

/** The governing words above a token, nearest first. A coordinated act shares what stands above its first member. */
export function governorsOf(doc: Doc, trigger: number, lexicon: ControlLexicon): readonly Governor[] {
  const found: Governor[] = [];
  let at = trigger;
  for (let step = 0; step < 6; step++) {
    const upper = carrierOf(doc, at, lexicon) ?? doc.head[at] ?? -1;
    if (upper < 0) break;
    // "threatened measures, including sanctions": what belongs to them is threatened as well.
    if (hasRelation(doc, at, "nmod") && casesOf(doc, at).includes("including")) {
      at = upper;
      continue;
    }
    if (hasRelation(doc, at, "conj")) {
      const ownSubject = childOf(doc, at, "nsubj") >= 0;
      if (ownSubject || isOtherForm(doc, at, upper)) break;
      const asked = isInfinitiveBeside(doc, at, upper) ? controlAt(doc, lexicon, upper, "inf") : null;
      if (asked?.modality === "asked") found.push({ token: upper, control: asked });
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
    if (control && !isBeside(doc, at, control, upper, lexicon))
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

/** "appealed for aid and to end the raids": an infinitive joined to a verb without "to" hangs on it. */
const isInfinitiveBeside = (doc: Doc, lower: number, upper: number): boolean =>
  doc.xpos[lower] === "VB" && casesOf(doc, lower).includes("to") && doc.upos[upper] === "VERB" && !casesOf(doc, upper).includes("to");

/** "the demands include X leaving", "its plan involves selling it": what belongs to a demand or a plan is demanded or planned. */
function memberOf(doc: Doc, lower: number, verb: number, lexicon: ControlLexicon): Governor | null {
  if (!isOneOf(doc, verb, "including", lexicon) || !hasRelation(doc, lower, "obj", "xcomp", "ccomp", "advcl") || lower < verb) return null;
  const whole = childOf(doc, verb, "nsubj");
  const control = whole >= 0 && doc.upos[whole] === "NOUN" ? controlAt(doc, lexicon, whole, "inf") : null;
  return control ? { token: whole, control } : null;
}

/** "said that she hoped they would leave": the verb right before the clause, where the parser hung the clause on the saying. */
function hoping(doc: Doc, lower: number, upper: number, lexicon: ControlLexicon): Governor | null {
  const subject = hasRelation(doc, lower, "ccomp", "parataxis", "conj") ? childOf(doc, lower, "nsubj") : -1;
  if (subject < 0) return null;
  const first = Math.min(...subtreeOf(doc, subject), ...childrenOf(doc, lower, "mark"));
  const verb = first - 1;
  const control = verb >= 0 && verb !== upper && isOneOf(doc, verb, "hoping", lexicon) ? controlAt(doc, lexicon, verb, "that") : null;
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

/** "hopes for a settlement of the matter with the sanctions": what stands beside the matter is not hoped for. */
const ASIDE = new Set(["with", "against", "over", "about", "amid", "between", "after", "since", "during"]);
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
    (cases.includes("for") && (isOneOf(doc, upper, "answered", lexicon) || isGiven(doc, upper, lexicon)))
  )
    return false;
  return hasRelation(doc, lower, "obj", "nmod", "xcomp") && (doc.upos[upper] === "NOUN" || isOneOf(doc, upper, "light", lexicon));
}

/** What a control word does when no act stands below it: "agreed to a plan" promises, "the group refused" refuses, "agreed that it was wrong" does neither. */
export function ownControl(doc: Doc, trigger: number, lexicon: ControlLexicon): Modality | null {
  if (doc.lemma[trigger] === "agree" && clausesOf(doc, trigger).some((c) => isView(doc, c))) return null;
  const found = controlsAt(doc, lexicon, trigger).find((c) => c.complement !== "noun" && c.complement !== "that" && SPOKEN.has(c.modality));
  return found ? (found.modality as Modality) : null;
}

const SPOKEN = new Set<string>(["asked", "offered", "promised", "threatened", "refused", "denied"]);
