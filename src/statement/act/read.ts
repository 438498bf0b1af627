import type { ActLexicon, ActSense } from "../../lexicon/acts.ts";
import type { Doc } from "../../model/index.ts";
import { holderOf } from "../../syntax/owner.ts";
import { childrenOf, hasRelation } from "../../syntax/tree.ts";
import { governorOf, isControl } from "./control.ts";
import { type Match, matchSense } from "./match.ts";
import { isNominal, nounSensesAt } from "./noun.ts";
import type { ActReading } from "./reading.ts";
import { fillersOf, isMistakenAttribute } from "./slots.ts";
import { readSupport } from "./support.ts";
import { growTree, type Tree } from "./tree.ts";

/** The acts told in the parsed sentences of a Doc, in order of the text. Linear in the number of tokens; sentences of sport, trade in shares and the like yield none. */
export function readActs(doc: Doc, lexicon: ActLexicon): readonly ActReading[] {
  return readEveryAct(doc, lexicon).filter((one) => one.givesWayTo.length === 0);
}

/** The acts told, and the askings that give way to the acts below them ("asked" of "asked them to withdraw"): these are told where those turn out to tell nothing. */
export function readEveryAct(doc: Doc, lexicon: ActLexicon): readonly ActReading[] {
  const tree = growTree(doc, lexicon);
  const readings: ActReading[] = [];
  for (const sentence of doc.sentences) {
    if (!sentence.parsed || isElsewhere(tree, sentence.first, sentence.end, lexicon)) continue;
    const taken = new Set<number>();
    const found: ActReading[] = [];
    for (let t = sentence.first; t < sentence.end; t++) if (isVerbal(tree, t)) found.push(...readVerb(tree, t, lexicon, taken));
    for (let t = sentence.first; t < sentence.end; t++) {
      if (taken.has(t)) continue;
      const upos = doc.upos[t];
      const reading = isNominal(tree, t)
        ? readNoun(tree, t, lexicon)
        : upos === "ADJ" || upos === "VERB"
          ? readAdjective(tree, t, lexicon)
          : null;
      if (reading) found.push(reading);
    }
    found.sort((a, b) => a.trigger - b.trigger);
    readings.push(...settleControls(tree, found, lexicon).map((reading) => ({ ...reading, contexts: contextsOf(reading, lexicon) })));
  }
  return readings;
}

// A tagger may take a rare verb for something else ("The army armed the militia"): what has an object is a verb.
function isVerbal(tree: Tree, token: number): boolean {
  const upos = tree.doc.upos[token];
  // "as opposed to X": there the form of a verb is a preposition
  if (upos === "VERB") return !isCompound(tree, token) && !hasRelation(tree.doc, token, "case", "fixed", "cc");
  return (
    (upos === "ADJ" || upos === "ADP" || upos === "ADV") &&
    childrenOf(tree.doc, token, "obj").length > 0 &&
    childrenOf(tree.doc, token, "nsubj").length > 0
  );
}

// "strong-arm X into a deal": the second half of a word is not the verb by itself.
function isCompound({ doc, form }: Tree, token: number): boolean {
  return form[token - 1] === "-" && doc.upos[token - 2] === "ADJ" && doc.end[token - 2] === doc.start[token - 1];
}

function readVerb(tree: Tree, token: number, lexicon: ActLexicon, taken: Set<number>): ActReading[] {
  const senses = lexicon.verbs.get(tree.lemma[token]!) ?? [];
  const match = matchSense(tree, token, senses, lexicon, "verb");
  // a sense that names its object knows better than a light verb; a light verb better than a bare sense
  if (!match || !isSpecific(match.sense)) {
    const supported = readSupport(tree, token, lexicon);
    if (supported.length > 0) {
      for (const reading of supported) for (const word of reading.words) taken.add(word);
      return supported;
    }
  }
  if (!match || isThing(tree, token, lexicon)) return [];
  for (const word of match.words) taken.add(word);
  // what "threatens the deal" names is no act of anyone's either
  if (match.sense.eventType === null) for (const object of fillersOf(tree, token, "obj")) taken.add(object);
  // "a detained soldier": a state before a noun is no event told
  if (match.sense.eventType === null || isAttribute(tree, token)) return [];
  return [toReading(token, match, false)];
}

// Prices, storms and strikers do much that sounds like politics.
function isThing(tree: Tree, token: number, lexicon: ActLexicon): boolean {
  const subjects = fillersOf(tree, token, "subj");
  const things = lexicon.sets.get("nonactor");
  return (
    things !== undefined && subjects.length > 0 && subjects.every((one) => tree.doc.upos[one] !== "PROPN" && things.has(tree.lemma[one]!))
  );
}

function isAttribute(tree: Tree, token: number): boolean {
  return hasRelation(tree.doc, token, "amod") && childrenOf(tree.doc, token, "obl:agent").length === 0 && !isMistakenAttribute(tree, token);
}

function isSpecific(sense: ActSense): boolean {
  return sense.words.length > 1 || sense.constraints.some((one) => !one.negated);
}

function readNoun(tree: Tree, token: number, lexicon: ActLexicon): ActReading | null {
  const match = matchSense(tree, token, nounSensesAt(tree, token, lexicon), lexicon, "alone");
  if (!match || match.sense.eventType === null) return null;
  if (hasRelation(tree.doc, token, "compound") || hasRelation(tree.doc, token, "flat")) return null;
  if (
    !match.sense.constraints.some((one) => one.slots.includes("bare")) &&
    !hasArgument(tree, token, match.sense) &&
    !isWanted(tree, token, lexicon)
  )
    return null;
  return toReading(token, match, true);
}

// A noun alone ("talks are good") tells nothing about anyone: some role must be named beside it.
function hasArgument(tree: Tree, token: number, sense: ActSense): boolean {
  const slots = [...sense.frame.actor, ...sense.frame.recipient, ...sense.frame.object].filter((slot) => slot !== "subj");
  return slots.some((slot) => fillersOf(tree, token, slot).length > 0) || childrenOf(tree.doc, token, "nsubj").length > 0;
}

function readAdjective(tree: Tree, token: number, lexicon: ActLexicon): ActReading | null {
  const match = matchSense(tree, token, lexicon.adjectives.get(tree.lemma[token]!) ?? [], lexicon, "alone");
  return match && match.sense.eventType !== null ? toReading(token, match, false) : null;
}

function toReading(token: number, { sense, words }: Match, nominal: boolean): ActReading {
  return {
    trigger: token,
    words,
    eventType: sense.eventType!,
    mode: sense.mode,
    contexts: [],
    frame: sense.frame,
    nominal,
    reversed: false,
    control: false,
    givesWayTo: [],
    governor: null,
    confidence: sense.confidence,
    rules: [sense.id],
  };
}

// "called for talks", "threatened sanctions": the word above names who speaks, so the noun needs no role beside it.
function isWanted(tree: Tree, token: number, lexicon: ActLexicon): boolean {
  return governorOf(tree.doc, token, lexicon.control) !== null;
}

function contextsOf({ eventType, mode }: ActReading, lexicon: ActLexicon): readonly string[] {
  return lexicon.contexts.get(`${eventType}/${mode}`) ?? lexicon.contexts.get(eventType) ?? [];
}

// To phone someone, to praise or to sign stays an act of its own whatever stands below it.
const CONTROLLING: ReadonlySet<string> = new Set("AGREE REQUEST REJECT THREATEN SAY".split(" "));

/** What one does to another by words. */
const ADDRESSED: ReadonlySet<string> = new Set(["REQUEST", "THREATEN", "ACCUSE"]);

/** Gives each act its governor, drops a control word that has an act below it (one that asks is kept with what it gives way to) and marks one that has none. */
function settleControls(tree: Tree, found: readonly ActReading[], lexicon: ActLexicon): ActReading[] {
  const { doc } = tree;
  const governed = found.map((reading) => ({ ...reading, governor: governorOf(doc, reading.trigger, lexicon.control) }));
  // "rejected a demand", "rejected X's offer": both are told, the demand and its rejection.
  const answers = ({ nominal, eventType, governor, trigger }: ActReading): boolean =>
    nominal &&
    (ADDRESSED.has(eventType) || (eventType === "AGREE" && holderOf(doc, trigger) >= 0)) &&
    (governor?.modality === "refused" || governor?.modality === "denied");
  const busy = new Set(governed.flatMap((reading) => (reading.governor && !answers(reading) ? [reading.governor.token] : [])));
  const gives = (reading: ActReading): boolean =>
    busy.has(reading.trigger) && CONTROLLING.has(reading.eventType) && reading.words.length < 3;
  const below = ({ trigger }: ActReading): number[] => governed.filter((r) => r.governor?.token === trigger).map((r) => r.trigger);
  return governed
    .filter((reading) => !gives(reading) || reading.eventType === "REQUEST")
    .map((reading) => (gives(reading) ? { ...reading, givesWayTo: below(reading) } : reading))
    .map((reading) => (isControl(doc, reading.trigger, lexicon.control) ? { ...reading, control: true } : reading));
}

/** True for a sentence about matches, shares or weather, where "attack", "strike" and "threaten" mean something else. */
function isElsewhere(tree: Tree, first: number, end: number, lexicon: ActLexicon): boolean {
  const elsewhere = lexicon.sets.get("elsewhere");
  const politics = lexicon.sets.get("politics");
  let foreign = 0;
  for (let t = first; t < end; t++) {
    if (elsewhere?.has(tree.lemma[t]!) && tree.doc.upos[t] !== "VERB") foreign++;
    if (politics?.has(tree.lemma[t]!)) return false;
  }
  return foreign >= 2;
}
