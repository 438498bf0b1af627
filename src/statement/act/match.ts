import type { ActConstraint, ActLexicon, ActSense } from "../../lexicon/acts.ts";
import { isPassive } from "../../syntax/passive.ts";
import { childrenOf, hasRelation } from "../../syntax/tree.ts";
import { fillersOf } from "./slots.ts";
import type { Tree } from "./tree.ts";

/** A sense that fits a token, with the tokens that make up the trigger. */
export interface Match {
  readonly sense: ActSense;
  readonly words: readonly number[];
}

/** How a word stands: as a verb, as a noun or adjective by itself, or as a noun that a verb carries. */
export type Standing = "verb" | "alone" | "carried";

/** The first sense of the list that fits the token, or null. */
export function matchSense(tree: Tree, token: number, senses: readonly ActSense[], lexicon: ActLexicon, standing: Standing): Match | null {
  for (const sense of senses) {
    const words = standing === "verb" ? matchParticles(tree, token, sense.words) : matchBefore(tree, token, sense.words);
    if (words && sense.constraints.every((one) => holds(tree, token, one, lexicon, standing, sense.eventType !== null)))
      return { sense, words: standing === "verb" ? withObject(tree, words, sense, lexicon) : words };
  }
  return null;
}

// In "imposed sanctions" the noun names the act as much as the verb: both are the trigger.
function withObject(tree: Tree, words: readonly number[], sense: ActSense, lexicon: ActLexicon): readonly number[] {
  const asked = sense.constraints.find((one) => !one.negated && one.words && one.slots.includes("obj"));
  if (!asked?.words) return words;
  const wanted = asked.words;
  const nouns = fillersOf(tree, words[0]!, "obj").filter(
    // "met the United States": a name is whom it is done with, not what is done.
    (one) =>
      tree.doc.upos[one] !== "PROPN" && lexicon.nouns.has(tree.lemma[one]!) && !words.includes(one) && isAmong(tree, one, wanted, lexicon),
  );
  return [...words, ...nouns].sort((a, b) => a - b);
}

/** True where the particle belongs to the verb: its child, or the word right after it. */
export function particleOf(tree: Tree, token: number, particle: string): number {
  for (const child of childrenOf(tree.doc, token)) if (child > token && child < token + 8 && tree.form[child] === particle) return child;
  if (tree.form[token + 1] === particle && tree.doc.sentenceOf[token + 1] === tree.doc.sentenceOf[token]) return token + 1;
  return -1;
}

function matchParticles(tree: Tree, token: number, words: readonly string[]): number[] | null {
  const found = [token];
  for (const word of words.slice(1)) {
    const particle = particleOf(tree, token, word);
    // "hostages taken in Gaza" are not taken in: before a noun such a word is a preposition
    if (particle < 0 || (word === "in" && isPreposition(tree, particle))) return null;
    found.push(particle);
  }
  return found;
}

// "hand over the maps": a particle that a parser ties to the object stays a particle.
function isPreposition(tree: Tree, token: number): boolean {
  return hasRelation(tree.doc, token, "case") && !hasRelation(tree.doc, tree.doc.head[token]!, "obj");
}

// "cease - fire" may be three tokens: hyphens between the words are passed over.
function matchBefore(tree: Tree, token: number, words: readonly string[]): number[] | null {
  if (words[1] === "of") return words.every((word, w) => tree.lemma[token + w] === word) ? words.map((_, w) => token + w) : null;
  const found = [token];
  let at = token;
  for (let w = words.length - 2; w >= 0; w--) {
    at--;
    if (at >= 0 && tree.form[at] === "-") at--;
    if (at < 0 || (tree.lemma[at] !== words[w] && tree.form[at] !== words[w])) return null;
    found.unshift(at);
  }
  return found;
}

function holds(tree: Tree, token: number, constraint: ActConstraint, lexicon: ActLexicon, standing: Standing, tells: boolean): boolean {
  if (constraint.slots.includes("carried")) return (standing === "carried") !== constraint.negated;
  // a noun that a verb carries needs no role of its own beside it
  if (standing === "carried" && tells && constraint.words === null && !constraint.negated) return true;
  return test(tree, token, constraint, lexicon) !== constraint.negated;
}

function test(tree: Tree, token: number, constraint: ActConstraint, lexicon: ActLexicon): boolean {
  return constraint.slots.some((slot) => testSlot(tree, token, slot, constraint.words, lexicon));
}

function testSlot(tree: Tree, token: number, slot: string, words: ReadonlySet<string> | null, lexicon: ActLexicon): boolean {
  if (slot === "bare") return true;
  if (slot === "pass") return isPassive(tree.doc, token);
  if (slot === "together") return fillersOf(tree, token, "subj").length > 1;
  if (slot === "question") return asksQuestion(tree, token);
  if (slot === "sent") return words !== null && inSentence(tree, token, words);
  const fillers = fillersOf(tree, token, slot);
  // a day fills no role: "On Monday they called" is no "called on"
  if (words === null) return fillers.some((one) => !tree.when.has(tree.form[one]!));
  return fillers.some((one) => isAmong(tree, one, words, lexicon));
}

/** True where the phrase headed by the token is named by one of the words: its lemma, its form, or the two or three words that end in it. */
export function isAmong(tree: Tree, head: number, words: ReadonlySet<string>, lexicon: ActLexicon): boolean {
  // "millions of tourists" are no money
  const counted = lexicon.sets.get("scale")?.has(tree.lemma[head]!) ? fillersOf(tree, head, "of").filter((one) => one !== head) : [];
  if (counted.length === 0 && named(tree, head, words)) return true;
  if (words.has("#name") && tree.doc.upos[head] === "PROPN" && !tree.when.has(tree.form[head]!)) return true;
  if (words.has("#number") && (tree.doc.upos[head] === "NUM" || childrenOf(tree.doc, head, "nummod").length > 0)) return true;
  // "hundreds of soldiers", "a shipment of weapons": the phrase is about what is measured
  const measured = ["measure", "money"].some((set) => lexicon.sets.get(set)?.has(tree.lemma[head]!));
  if (!measured && tree.doc.upos[head] !== "NUM") return false;
  return fillersOf(tree, head, "of").some((one) => one !== head && isAmong(tree, one, words, lexicon));
}

function named(tree: Tree, head: number, words: ReadonlySet<string>): boolean {
  const { lemma, form } = tree;
  if (words.has(lemma[head]!) || words.has(form[head]!)) return true;
  let phrase = lemma[head]!;
  let at = head;
  for (let n = 0; n < 2; n++) {
    at--;
    if (at >= 0 && form[at] === "-") at--;
    if (at < 0) break;
    phrase = `${lemma[at]} ${phrase}`;
    if (words.has(phrase)) return true;
  }
  // "state of emergency", "code of conduct"
  return form[head + 1] === "of" && words.has(`${lemma[head]} of ${lemma[head + 2]}`);
}

const QUESTION: ReadonlySet<string> = new Set("how why whether what if when where who which".split(" "));

// "asked how far they would go" wants an answer, not a deed.
function asksQuestion(tree: Tree, token: number): boolean {
  return [1, 2, 3].some((step) => QUESTION.has(tree.form[token + step] ?? ""));
}

function inSentence(tree: Tree, token: number, words: ReadonlySet<string>): boolean {
  const sentence = tree.doc.sentences[tree.doc.sentenceOf[token]!]!;
  for (let t = sentence.first; t < sentence.end; t++) if (named(tree, t, words)) return true;
  return false;
}
