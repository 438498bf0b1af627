import type { ControlLexicon } from "../../lexicon/control.ts";
import type { Doc, Modality } from "../../model/index.ts";
import { ancestorsOf, casesOf, childOf, childrenOf, hasRelation, lowerAt } from "../../syntax/tree.ts";
import type { Standing } from "./reading.ts";

const NEGATORS = new Set(["not", "n't", "n’t", "never", "no", "neither", "nor", "without", "hardly"]);

/** True where a negation hangs on the token itself. */
export const isNegated = (doc: Doc, token: number): boolean => negatorsOf(doc, token).length > 0;

/** The words that negate a token: its own, those of its subject ("no army left", "neither X nor Y left") and of its object. */
export function negatorsOf(doc: Doc, token: number): readonly number[] {
  const own = childrenOf(doc, token, "advmod", "det", "cc:preconj", "mark", "case").filter(
    (c) => (NEGATORS.has(lowerAt(doc, c)) && !isOrNot(doc, c) && !isNotOnly(doc, c)) || isYet(doc, c) || isShortOf(doc, c),
  );
  // "neither confirmed nor denied it"
  own.push(...childrenOf(doc, token, "cc").filter((c) => lowerAt(doc, c) === "nor"));
  // "at no point", "in no way"
  const never = childrenOf(doc, token, "obl").flatMap((c) =>
    ["at", "in", "under"].some((m) => casesOf(doc, c).includes(m)) ? childrenOf(doc, c, "det").filter((d) => lowerAt(doc, d) === "no") : [],
  );
  own.push(...never);
  const subject = childOf(doc, token, "nsubj", "nsubj:pass");
  if (subject < 0) return [...own, ...noObject(doc, token)];
  const nobody = ["no", "neither", "nobody", "nothing", "none"].includes(lowerAt(doc, subject)) ? [subject] : [];
  const none = childrenOf(doc, subject, "det", "cc:preconj").filter((c) => ["no", "neither"].includes(lowerAt(doc, c)));
  return [...own, ...nobody, ...none, ...noObject(doc, token)];
}

/** "not only signed it", "not just the army": this denies nothing. */
const isNotOnly = (doc: Doc, token: number): boolean =>
  lowerAt(doc, token) === "not" && ["only", "just", "merely", "simply"].includes(lowerAt(doc, Math.min(token + 1, doc.length - 1)));

/** "stopped short of signing it": it was not signed; where it hangs on "stopped", that word says so. */
function isShortOf(doc: Doc, token: number): boolean {
  const verb = doc.head[token] ?? -1;
  const short = lowerAt(doc, token) === "of" && lowerAt(doc, Math.max(0, token - 1)) === "short";
  return short && doc.xpos[verb] === "VBG" && doc.lemma[doc.head[verb] ?? -1] !== "stop";
}

/** "whether or not to pay": this denies nothing. */
const isOrNot = (doc: Doc, token: number): boolean => lowerAt(doc, token) === "not" && lowerAt(doc, Math.max(0, token - 1)) === "or";

/** "paid no ransom", "gave nothing": what is not there was not given. */
function noObject(doc: Doc, token: number): readonly number[] {
  const object = doc.upos[token] === "VERB" ? childOf(doc, token, "obj") : -1;
  if (object < 0) return [];
  return lowerAt(doc, object) === "nothing" ? [object] : childrenOf(doc, object, "det").filter((c) => lowerAt(doc, c) === "no");
}

/** "has yet to pay": so far it has not. */
function isYet(doc: Doc, token: number): boolean {
  return lowerAt(doc, token) === "yet" && token + 1 < doc.length && lowerAt(doc, token + 1) === "to";
}

const FINITE = new Set(["VBD", "VBZ", "VBP", "MD"]);

/** True for a verb or predicate with a tense of its own. */
export function isFiniteVerb(doc: Doc, token: number): boolean {
  return [token, ...childrenOf(doc, token, "aux", "aux:pass", "cop")].some((t) => FINITE.has(doc.xpos[t] ?? ""));
}

function modalTokenOf(doc: Doc, token: number): number {
  const modals = (t: number) => childrenOf(doc, t, "aux").filter((c) => doc.xpos[c] === "MD");
  // "Should they stay, X will answer": the modal verb nearest before the verb is its own.
  const own = modals(token).at(-1);
  if (own !== undefined) return own;
  const shared = hasRelation(doc, token, "conj") && childOf(doc, token, "nsubj") < 0 ? sharedHead(doc, token) : -1;
  return shared < 0 ? -1 : (modals(shared)[0] ?? -1);
}

/** The verb that a bare form is coordinated with: "could find that they lie and suspend them" joins "suspend" to "could", whatever finite verb the parser joined it to. */
function sharedHead(doc: Doc, token: number): number {
  const head = doc.head[token] ?? -1;
  const bare = doc.xpos[token] === "VB" && childOf(doc, token, "aux", "mark", "cop") < 0;
  if (!bare) return head;
  for (let t = head, steps = 0; t >= 0 && steps < 4; t = doc.head[t] ?? -1, steps++) {
    if (doc.xpos[t] === "VB" || childrenOf(doc, t, "aux").some((c) => doc.xpos[c] === "MD")) return t;
    if (!hasRelation(doc, t, "ccomp", "conj", "acl", "advcl", "obj", "nsubj")) break;
  }
  return head;
}

/** The modal verb of a token, lower-cased, its own or that of the verb it is coordinated with; null where there is none. */
export function modalOf(doc: Doc, token: number): string | null {
  const modal = modalTokenOf(doc, token);
  return modal < 0 ? null : lowerAt(doc, modal);
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
const PAST_OF_WILL = new Set(["would", "'d", "’d"]);

/** What the clause above a token says of itself; null where it makes no claim. */
export type ReadClause = (token: number) => Modality | null;

/** Tense, modal verbs and place of an act that no word governs. `above` reads the clause that a form without tense hangs on. */
export function standingOf(doc: Doc, token: number, lexicon: ControlLexicon, above: ReadClause): Standing {
  const plain = (modality: Modality): Standing => ({ modality, modal: null });
  if (isSupposed(doc, token)) return { modality: "hypothetical", modal: "had" };
  const modal = modalOf(doc, token);
  if (modal && MODAL[modal]) {
    // "would have paid", "could have met": it did not come to that.
    const missed = MODAL[modal] !== "planned" || PAST_OF_WILL.has(modal);
    if (missed && childrenOf(doc, token, "aux").some((c) => doc.lemma[c] === "have")) return plain("hypothetical");
    return { modality: PAST_OF_WILL.has(modal) && !isReported(doc, token) ? "hypothetical" : MODAL[modal], modal };
  }
  if (doc.upos[token] === "NOUN" || (doc.xpos[token] === "VBG" && hasRelation(doc, token, "obj", "nsubj")))
    return plain(eventOf(doc, token, lexicon, above));
  // "is due to attend", which a parser may take for "due to" before a noun.
  if (doc.xpos[token] === "VB" && childOf(doc, token, "cop") >= 0 && casesOf(doc, token).some((m) => m === "due" || m === "due to"))
    return plain("planned");
  // "the aim is to leave": what something consists in is still to be done, save for what somebody is used to do.
  if (isDueTo(doc, token)) return plain(USAGES.has(doc.lemma[childOf(doc, token, "nsubj")] ?? "") ? "done" : "planned");
  // "when they meet, they will sign": a present that waits for what will be is still to come.
  const waits = hasRelation(doc, token, "advcl") && ["VBZ", "VBP"].includes(doc.xpos[token] ?? "") && casesOf(doc, token).includes("when");
  if (waits && modalOf(doc, doc.head[token] ?? -1) === "will") return plain("planned");
  // "has to pay" is "must pay".
  if (doc.lemma[token] === "have" && ["VBZ", "VBP"].includes(doc.xpos[token] ?? ""))
    return owes(doc, token) ? { modality: "asked", modal: "must" } : plain("done");
  // "are to be expelled", "are being expelled"
  const finite = childrenOf(doc, token, "aux", "aux:pass").filter((c) => doc.lemma[c] === "be");
  if (doc.xpos[token] === "VBN" && FINITE.has(doc.xpos[finite[0] ?? -1] ?? "") && finite.length > 1) {
    if (casesOf(doc, token).includes("to")) return plain("planned");
    if (finite.some((c) => doc.xpos[c] === "VBG")) return plain("ongoing");
  }
  const progressive = doc.xpos[token] === "VBG" && childrenOf(doc, token, "aux").some((c) => doc.lemma[c] === "be");
  if (progressive) return plain(childrenOf(doc, token, "aux").some((c) => doc.lemma[c] === "go") ? "planned" : "ongoing");
  if (isOfAnyone(doc, token) || isWhereby(doc, token)) return plain("hypothetical");
  return plain(isFiniteVerb(doc, token) ? "done" : tenseless(doc, token, above));
}

/** "had X paid, Y would have left": with "had" before the subject of a clause that hangs on another it is only supposed. */
function isSupposed(doc: Doc, token: number): boolean {
  const subject = childOf(doc, token, "nsubj", "nsubj:pass");
  const had = childrenOf(doc, token, "aux").find((c) => lowerAt(doc, c) === "had") ?? -1;
  return had >= 0 && subject > had && doc.relation[token] !== "root" && doc.xpos[had - 1] !== "WRB" && casesOf(doc, token).length === 0;
}

/** "is to leave", "are to resume". */
function isDueTo(doc: Doc, token: number): boolean {
  return (
    doc.xpos[token] === "VB" && childOf(doc, token, "cop") >= 0 && childrenOf(doc, token, "mark").some((m) => lowerAt(doc, m) === "to")
  );
}

const USAGES = new Set(["answer", "custom", "habit", "policy", "practice", "reaction", "response", "reply"]);

/** "any country that attacks it", "those who attack it": a present told of whoever may do it. */
function isOfAnyone(doc: Doc, token: number): boolean {
  const who = doc.relation[token] === "acl:relcl" && ["VBZ", "VBP"].includes(doc.xpos[token] ?? "") ? (doc.head[token] ?? -1) : -1;
  if (who < 0 || childrenOf(doc, token, "aux").length > 0) return false;
  return ANYONE.has(lowerAt(doc, who)) || childrenOf(doc, who, "det").some((c) => ["any", "every", "each"].includes(lowerAt(doc, c)));
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

/** "has to pay", not "has paid": what one has to do is asked. */
function owes(doc: Doc, token: number): boolean {
  const due = childrenOf(doc, token, "xcomp").some((c) => casesOf(doc, c).includes("to"));
  return due && !childrenOf(doc, token, "advmod").some((c) => isYet(doc, c));
}

/** Before an -ing form these tell of no deed: "walked away from paying", "aimed at freeing", "an eye to buying". */
const OPEN_BEFORE = new Set(["from", "at", "to", "against", "towards", "toward"]);
/** These tell of one that is there, whatever the clause above comes to. */
const TOLD_BEFORE = new Set(["after", "since", "while", "before", "for", "of", "despite", "over"]);
/** "will let them in, ending the siege": what these tell comes of the clause before the comma. */
const ENDING = new Set(["end", "halt", "lift", "ease", "stop", "close", "suspend", "bring", "put"]);
const UNREAL = new Set<Modality>(["hypothetical", "planned", "asked"]);

/** "a condition for joining it": what must come first says that it is still to come. */
function isTerm(doc: Doc, token: number): boolean {
  const mark = childrenOf(doc, token, "mark", "case").find((m) => lowerAt(doc, m) === "for") ?? 0;
  return mark > 0 && TERMS.has(doc.lemma[mark - 1] ?? "");
}

const TERMS = new Set(["condition", "deadline", "plan", "precondition", "prerequisite", "price", "proposal", "requirement", "timetable"]);

/** "flew to Oslo to sign it": what one sets out for is an aim, whatever the parser calls the clause. */
const MOVING = new Set("arrive come dash fly gather head leave return sail travel".split(" "));

/** A form without tense: an infinitive tells an aim or a thought, a participle what the clause above tells. */
function tenseless(doc: Doc, token: number, above: ReadClause): Modality {
  const marks = casesOf(doc, token);
  const head = doc.head[token] ?? -1;
  if (hasRelation(doc, token, "conj") && doc.xpos[token] === "VB" && head >= 0 && marks.length === 0)
    return above(sharedHead(doc, token)) ?? "done";
  if (marks.some((m) => m === "to" || m === "in order") && doc.xpos[token] !== "VBG") {
    // A word that takes an infinitive and is not listed says nothing of the deed.
    if (hasRelation(doc, token, "xcomp", "ccomp")) return MOVING.has(doc.lemma[head] ?? "") ? "planned" : "hypothetical";
    // "it is wise for X to pay": a word of judgement
    if (head >= 0 && doc.upos[head] === "ADJ") return "hypothetical";
    const said = head >= 0 && doc.upos[head] === "VERB" ? above(head) : null;
    // "the time has come to leave"
    if (doc.lemma[head] === "come" && doc.lemma[childOf(doc, head, "nsubj")] === "time") return "hypothetical";
    // "refused to send troops to help X": what was not done serves no aim.
    if (said === "refused" || said === "denied") return "hypothetical";
    return said === "hypothetical" || said === "asked" || said === "offered" ? said : "planned";
  }
  // "by freeing X and paying Y": a joined form stands where the first of them does.
  if (doc.xpos[token] === "VBG" && hasRelation(doc, token, "conj") && doc.xpos[head] === "VBG" && marks.length === 0)
    return tenseless(doc, head, above);
  // "would see X leave": a bare form goes with the verb above it.
  const bare = doc.xpos[token] === "VB" && marks.length === 0 && hasRelation(doc, token, "xcomp", "ccomp") && doc.upos[head] === "VERB";
  if (bare && UNREAL.has(above(head) ?? "done")) return above(head)!;
  if (doc.xpos[token] !== "VBG" || head < 0 || !hasRelation(doc, token, "advcl", "acl", "obl", "nmod")) return "done";
  if (marks.some((m) => OPEN_BEFORE.has(m)) || isTerm(doc, token)) return "hypothetical";
  // ", accusing X of …" goes with the main clause, whatever the parser hung it on.
  const free = marks.length === 0 && lowerAt(doc, Math.max(0, token - 1)) === ",";
  if (free && ENDING.has(doc.lemma[token] ?? "") && UNREAL.has(above(head) ?? "done")) return above(head)!;
  if (free || doc.upos[head] !== "VERB" || marks.some((m) => TOLD_BEFORE.has(m))) return "done";
  const said = above(head);
  return said && UNREAL.has(said) ? said : "done";
}

/** Phrases beside the clause: what they name is there already. */
const ASIDE = new Set(["after", "before", "following", "since", "during", "despite", "amid", "because of", "over", "given"]);
/** Behind "for" these name what was done: "an apology for the raid". */
export const ANSWER_FOR: ReadonlySet<string> = new Set(
  "apology blame charge compensation condemnation credit criticism explanation justice justification motive praise punishment reason reparation reprisal responsibility retaliation retribution revenge reward sentence suspect thanks vengeance".split(
    " ",
  ),
);
const ROUND = new Set(["round", "series", "set", "stage", "phase"]);
const INDEFINITE = new Set(["a", "an", "any", "no", "another", "some", "every", "each"]);

/** True for "the raid", "Chile's raid": words that take the event as known. */
function isKnown(doc: Doc, token: number): boolean {
  return childrenOf(doc, token, "det", "nmod:poss").some((c) => !INDEFINITE.has(lowerAt(doc, c)));
}

/** "Chilean attacks": whose they are is said by a name before the noun. */
const isNamed = (doc: Doc, token: number): boolean =>
  childrenOf(doc, token, "amod", "compound").some((c) => /^\p{Lu}/u.test(doc.text.slice(doc.start[c])));

/** An event told by a noun takes its doubt from its adjectives and from the clause it stands in: "a possible visit", "may be a step towards a deal". */
function eventOf(doc: Doc, token: number, lexicon: ControlLexicon, above: ReadClause): Modality {
  // "the next round of talks"
  const round = hasRelation(doc, token, "nmod") && ROUND.has(doc.lemma[doc.head[token] ?? -1] ?? "") ? [doc.head[token]!] : [];
  const attribute = [token, ...round]
    .flatMap((t) => childrenOf(doc, t, "amod", "compound"))
    .flatMap((c) => lexicon.get(`${lowerAt(doc, c)}/attr`) ?? [])[0];
  if (attribute) return attribute.modality as Modality;
  if (isOpenEvent(doc, token)) return "hypothetical";
  for (let t = token, steps = 0; t >= 0 && steps < 6; t = doc.head[t] ?? -1, steps++) {
    if (hasRelation(doc, t, "obl", "advcl", "nmod") && casesOf(doc, t).some((c) => ASIDE.has(c))) return "done";
    const up = doc.head[t] ?? -1;
    if (up >= 0 && isFiniteVerb(doc, up) && hasRelation(doc, t, "nsubj", "csubj"))
      return isUnsure(doc, up, lexicon) ? "hypothetical" : subjectOf(doc, token, up);
    // "left for talks with X"
    if (up >= 0 && MOVING.has(doc.lemma[up] ?? "") && hasRelation(doc, t, "obl") && casesOf(doc, t).includes("for")) return "planned";
    if (up >= 0 && doc.upos[up] === "VERB") return underVerb(doc, token, up, above);
  }
  return "done";
}

/** "thought of imposing sanctions": never an adjective of what is imposed, though the parser takes it for one. */
function isThoughtOf(doc: Doc, token: number): boolean {
  const gerund = childrenOf(doc, token, "amod").find((c) => lowerAt(doc, c) === "imposing") ?? -1;
  return gerund > 0 && ["of", "on", "at", "against", "from", "without"].includes(lowerAt(doc, gerund - 1));
}

/** "any attack will be answered", "conditions for talks", "warned of a raid": what is spoken of as a thing to come or not. */
function isOpenEvent(doc: Doc, token: number): boolean {
  if (childrenOf(doc, token, "det").some((c) => lowerAt(doc, c) === "any") || isThoughtOf(doc, token)) return true;
  const up = doc.head[token] ?? -1;
  if (up < 0 || isKnown(doc, token)) return false;
  const cases = casesOf(doc, token);
  if (hasRelation(doc, token, "nmod") && cases.includes("for") && !isNamed(doc, token))
    return doc.upos[up] === "NOUN" && !ANSWER_FOR.has(doc.lemma[up] ?? "");
  return hasRelation(doc, token, "obl") && cases.includes("of") && doc.lemma[up] === "warn";
}

/** "a truce looks unlikely", "talks are possible": what is said of the event is how sure it is. */
function isUnsure(doc: Doc, predicate: number, lexicon: ControlLexicon): boolean {
  return [predicate, ...childrenOf(doc, predicate, "xcomp", "advmod").filter((c) => c > predicate)].some((t) => {
    const row = doc.upos[t] === "ADJ" || doc.upos[t] === "ADV" ? lexicon.get(`${doc.lemma[t]}/adj`)?.[0] : undefined;
    const more = childrenOf(doc, t, "xcomp", "csubj", "advcl", "ccomp").length > 0;
    return !more && row?.complement === "any" && row.modality === "hypothetical";
  });
}

/** What stands as the subject of "would mean" is thought of; of "could help", where it is not known. */
function subjectOf(doc: Doc, token: number, verb: number): Modality {
  const modal = modalOf(doc, verb);
  // "there will be talks"
  // "talks are to resume", "are due to resume"
  if (isDueTo(doc, verb) || (doc.lemma[verb] === "due" && childOf(doc, verb, "xcomp", "advcl", "csubj") > verb)) return "planned";
  if (modal !== null && childOf(doc, verb, "expl") >= 0) return PAST_OF_WILL.has(modal) ? "hypothetical" : (MODAL[modal] ?? "done");
  const open = modal !== null && (PAST_OF_WILL.has(modal) || (MODAL[modal] !== "planned" && !isKnown(doc, token)));
  return open ? "hypothetical" : "done";
}

function underVerb(doc: Doc, token: number, verb: number, above: ReadClause): Modality {
  // "cannot hide the facts of the raid": what hangs on another noun as a known event is there.
  if (hasRelation(doc, token, "nmod") && (isKnown(doc, token) || isNamed(doc, token))) return "done";
  if (["may", "might", "could", "would", "can"].includes(modalOf(doc, verb) ?? "")) return "hypothetical";
  // "will mark his third visit": what it will be is still to come.
  if (doc.lemma[verb] === "mark" && modalOf(doc, verb) === "will") return "planned";
  if (isKnown(doc, token) || isNamed(doc, token)) return "done";
  const said = above(verb);
  if (said === null || said === "done" || said === "ongoing" || said === "denied") return "done";
  return said === "planned" ? "planned" : "hypothetical";
}
