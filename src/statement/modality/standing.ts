import type { ControlLexicon } from "../../lexicon/control.ts";
import type { Doc, Modality } from "../../model/index.ts";
import { FINITE, isFiniteAt } from "../../syntax/finite.ts";
import { ancestorsOf, casesOf, childOf, childrenOf, firstConjunct, hasRelation, lowerAt, sentenceAt } from "../../syntax/tree.ts";
import { eventOf } from "./event.ts";
import { isDueTo, MODAL, modalOf, PAST_OF_WILL } from "./modal.ts";
import { isYet } from "./negation.ts";
import type { Standing } from "./reading.ts";
import { isOneOf } from "./sets.ts";
import { type ReadClause, tenseless } from "./tenseless.ts";

/** Tense, modal verbs and place of an act that no word governs. `above` reads the clause that a form without tense hangs on. */
export function standingOf(doc: Doc, token: number, lexicon: ControlLexicon, above: ReadClause): Standing {
  const plain = (modality: Modality): Standing => ({ modality, modal: null });
  if (isSupposed(doc, token)) return { modality: "hypothetical", modal: "had" };
  if (isMissed(doc, token) || isWeighed(doc, token, lexicon)) return plain("hypothetical");
  const modal = modalOf(doc, token);
  if (modal && MODAL[modal]) {
    // "would have paid", "could have met": it did not come to that.
    const missed = MODAL[modal] !== "planned" || PAST_OF_WILL.has(modal);
    if (missed && childrenOf(doc, token, "aux").some((c) => doc.lemma[c] === "have")) return plain("hypothetical");
    const supposed = PAST_OF_WILL.has(modal) && !isReported(doc, token);
    return { modality: supposed || isGuess(doc, token, lexicon) ? "hypothetical" : MODAL[modal], modal };
  }
  if (doc.upos[token] === "NOUN" || doc.upos[token] === "PROPN" || (doc.xpos[token] === "VBG" && hasRelation(doc, token, "obj", "nsubj")))
    return plain(eventOf(doc, token, lexicon, above));
  // "is due to attend", which a parser may take for "due to" before a noun.
  if (doc.xpos[token] === "VB" && childOf(doc, token, "cop") >= 0 && casesOf(doc, token).some((m) => m === "due" || m === "due to"))
    return plain("planned");
  // "the aim is to leave": what something consists in is still to be done, save for what somebody is used to do.
  if (isDueTo(doc, token)) return plain(isOneOf(doc, childOf(doc, token, "nsubj"), "usage", lexicon) ? "done" : "planned");
  // "when they meet, they will sign", "will stay after they leave": a present that waits for what will be is still to come.
  const present = ["VBZ", "VBP"].includes(doc.xpos[finiteOf(doc, token)] ?? "");
  const waits =
    hasRelation(doc, token, "advcl") &&
    present &&
    [...casesOf(doc, token), ...childrenOf(doc, token, "advmod").map((c) => lowerAt(doc, c))].some((m) => WAITING.has(m));
  if (waits && modalOf(doc, doc.head[token] ?? -1) === "will") return plain("planned");
  // "would help them while it keeps the ban": beside what is only supposed a present supposes as well.
  const beside =
    hasRelation(doc, token, "advcl") &&
    ["VBZ", "VBP"].includes(doc.xpos[token] ?? "") &&
    casesOf(doc, token).some((m) => m === "while" || m === "as");
  const wished = beside && ancestorsOf(doc, token).some((t) => PAST_OF_WILL.has(modalOf(doc, t) ?? ""));
  if (beside && (wished || above(doc.head[token] ?? -1) === "hypothetical")) return plain("hypothetical");
  // "has to pay", "needs to pay" is "must pay"; what one needed to do need not have been done.
  if (doc.lemma[token] === "have" && ["VBZ", "VBP"].includes(doc.xpos[token] ?? ""))
    return owes(doc, token) ? { modality: "asked", modal: "must" } : plain("done");
  if (doc.lemma[token] === "need" && owes(doc, token) && doc.upos[token] === "VERB")
    return ["VBZ", "VBP"].includes(doc.xpos[token] ?? "") ? { modality: "asked", modal: "must" } : plain("hypothetical");
  // "on two conditions: X pays": what a list of terms names is asked.
  if (isListedTerm(doc, token, lexicon)) return { modality: "asked", modal: "must" };
  // "are to be expelled", "are being expelled"
  const finite = childrenOf(doc, token, "aux", "aux:pass").filter((c) => doc.lemma[c] === "be");
  if (doc.xpos[token] === "VBN" && FINITE.has(doc.xpos[finite[0] ?? -1] ?? "") && finite.length > 1) {
    if (casesOf(doc, token).includes("to")) return plain("planned");
    if (finite.some((c) => doc.xpos[c] === "VBG")) return plain("ongoing");
  }
  const progressive = doc.xpos[token] === "VBG" && childrenOf(doc, token, "aux").some((c) => doc.lemma[c] === "be");
  if (progressive) return plain(childrenOf(doc, token, "aux").some((c) => doc.lemma[c] === "go") ? "planned" : "ongoing");
  if (isOfAnyone(doc, token) || isWhereby(doc, token) || isOfThoughtOf(doc, token, lexicon) || isOfWhatMayBe(doc, token))
    return plain("hypothetical");
  return plain(isFiniteAt(doc, token) ? "done" : tenseless(doc, token, above, lexicon));
}

/** "had X paid, Y would have left": with "had" before the subject of a clause that hangs on another it is only supposed. */
function isSupposed(doc: Doc, token: number): boolean {
  const subject = childOf(doc, token, "nsubj", "nsubj:pass");
  const had = childrenOf(doc, token, "aux").find((c) => lowerAt(doc, c) === "had") ?? -1;
  return had >= 0 && subject > had && doc.relation[token] !== "root" && doc.xpos[had - 1] !== "WRB" && casesOf(doc, token).length === 0;
}

/** "almost hit it", "nearly went to war": it did not come to that. */
const isMissed = (doc: Doc, token: number): boolean =>
  doc.upos[token] === "VERB" && childrenOf(doc, token, "advmod").some((c) => c === token - 1 && NARROWLY.has(lowerAt(doc, c)));

const NARROWLY = new Set(["almost", "nearly"]);

/** "a third back selling it", "is against selling it": a form in -ing right behind a word of a view is only spoken of, also where the parser takes that word for a noun. */
function isWeighed(doc: Doc, token: number, lexicon: ControlLexicon): boolean {
  const first = firstConjunct(doc, token);
  if (doc.xpos[token] !== "VBG" || doc.xpos[first] !== "VBG" || first === 0) return false;
  if (childOf(doc, first, "aux") >= 0) return false;
  const against = lowerAt(doc, first - 1) === "against" && childOf(doc, first, "cop") >= 0;
  return against || isOneOf(doc, first - 1, "weighing", lexicon) || (lexicon.sets.get("weighing")?.has(lowerAt(doc, first - 1)) ?? false);
}

/** "perhaps X will pay", "hopefully it will": an adverb makes a guess of what is to come. */
const isGuess = (doc: Doc, token: number, lexicon: ControlLexicon): boolean =>
  childrenOf(doc, token, "advmod").some((c) => lexicon.has(`${lowerAt(doc, c)}/adv`));

const WAITING = new Set(["when", "after", "before", "as", "once", "until"]);

/** The helper that gives a passive its tense, else the verb itself: "is freed". */
const finiteOf = (doc: Doc, token: number): number => (doc.xpos[token] === "VBN" ? childOf(doc, token, "aux:pass") : token);

/** "any country that attacks it", "those who attack it": a present told of whoever may do it. */
function isOfAnyone(doc: Doc, token: number): boolean {
  const who = doc.relation[token] === "acl:relcl" && ["VBZ", "VBP"].includes(doc.xpos[token] ?? "") ? (doc.head[token] ?? -1) : -1;
  if (who < 0 || childrenOf(doc, token, "aux").length > 0) return false;
  return ANYONE.has(lowerAt(doc, who)) || childrenOf(doc, who, "det").some((c) => ["any", "every", "each"].includes(lowerAt(doc, c)));
}

/** "a possible raid that kills X": a present told of a thing that is only thought of. */
function isOfThoughtOf(doc: Doc, token: number, lexicon: ControlLexicon): boolean {
  const who = doc.relation[token] === "acl:relcl" && ["VBZ", "VBP"].includes(doc.xpos[token] ?? "") ? (doc.head[token] ?? -1) : -1;
  if (who < 0 || childrenOf(doc, token, "aux").length > 0) return false;
  return childrenOf(doc, who, "amod").some((c) => lexicon.get(`${lowerAt(doc, c)}/attr`)?.some((row) => row.modality === "hypothetical"));
}

/** "it could be a point where X pays", "may find a deal that frees X": a present told of what only may be. */
function isOfWhatMayBe(doc: Doc, token: number): boolean {
  const which = doc.relation[token] === "acl:relcl" && ["VBZ", "VBP"].includes(doc.xpos[token] ?? "") ? (doc.head[token] ?? -1) : -1;
  if (which < 0 || childrenOf(doc, token, "aux").length > 0) return false;
  if (!childrenOf(doc, which, "det").some((c) => ["a", "an"].includes(lowerAt(doc, c)))) return false;
  const verb = childOf(doc, which, "cop") >= 0 ? which : hasRelation(doc, which, "obj") ? (doc.head[which] ?? -1) : -1;
  return verb >= 0 && ["could", "may", "might", "would"].includes(modalOf(doc, verb) ?? "");
}

/** "a deal whereby X pays", "a plan under which X gives way": a present told of a thing that need not be. */
function isWhereby(doc: Doc, token: number): boolean {
  if (doc.relation[token] !== "acl:relcl" || !["VB", "VBZ", "VBP"].includes(doc.xpos[token] ?? "")) return false;
  if (childrenOf(doc, token, "aux").length > 0) return false;
  return childrenOf(doc, token, "advmod", "obl").some(
    (c) => lowerAt(doc, c) === "whereby" || (lowerAt(doc, c) === "which" && casesOf(doc, c).some((m) => m === "under" || m === "by")),
  );
}

const ANYONE = new Set(["those", "anyone", "anybody", "everyone", "everybody", "whoever", "someone"]);

/** "said that it would pay": there "would" is the past of "will"; in a clause that nobody tells it supposes. "would later pay" and "how it would pay" look ahead. */
export function isReported(doc: Doc, token: number): boolean {
  const chain = [token, ...ancestorsOf(doc, token)];
  return (
    chain.some((t) => hasRelation(doc, t, "ccomp") || childrenOf(doc, t, "parataxis").some((c) => c > token && doc.upos[c] === "VERB")) ||
    childrenOf(doc, token, "advmod").some((c) => LOOKING_AHEAD.has(lowerAt(doc, c)))
  );
}

const LOOKING_AHEAD = new Set(["how", "later", "eventually", "subsequently", "soon", "ultimately"]);

/** "on two conditions: X leaves, pays …": a present behind a colon that stands right after the word for terms; verbs joined to it go with it. */
function isListedTerm(doc: Doc, token: number, lexicon: ControlLexicon): boolean {
  const { first } = sentenceAt(doc, token);
  let colon = token;
  while (colon > first && lowerAt(doc, colon) !== ":") colon--;
  if (colon <= first || !isOneOf(doc, colon - 1, "listed", lexicon)) return false;
  const past = [token, ...childrenOf(doc, token, "aux", "aux:pass", "cop")].some((t) => ["VBD", "MD"].includes(doc.xpos[t] ?? ""));
  return !past && isFiniteAt(doc, token) && !childrenOf(doc, token, "aux").some((c) => doc.lemma[c] === "have");
}

/** "has to pay", not "has paid": what one has to do is asked. */
function owes(doc: Doc, token: number): boolean {
  const due = childrenOf(doc, token, "xcomp").some((c) => casesOf(doc, c).includes("to"));
  return due && !childrenOf(doc, token, "advmod").some((c) => isYet(doc, c));
}
