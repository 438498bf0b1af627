import { childrenOf, hasRelation } from "../../syntax/tree.ts";
import { type Party, stateOf } from "./cast.ts";
import { isRestricted, type Phrase } from "./phrases.ts";
import { partyAt, type Scene } from "./scene.ts";
import { nearby } from "./unmeant.ts";

/** Sentences before its own in which the one state that "the country" stands for may be named. */
const REACH = 1;

/** "The country", "the island nation": the one other state told of in the sentence, else in the one before; null where there are two. */
export function definiteCountry(scene: Scene, phrase: Phrase): Party | null {
  const { words } = scene;
  if (phrase.reading.plural || !/^(?:the|that)$/.test(phrase.determiner)) return null;
  if (isRestricted(scene.words, phrase) || phrase.qualifiers.some((word) => /^(?:only|first|last|home|host|same)$/.test(word))) return null;
  return otherState(scene, words.list[phrase.head]!.token);
}

/** The one state told of shortly before a token that does not itself do what is told there; null where there is none or more. */
export function otherState(scene: Scene, token: number): Party | null {
  const { doc } = scene.words;
  const doer = doerBeside(scene, token);
  for (let back = 0; back <= REACH; back++) {
    const told = statesIn(scene, doc.sentenceOf[token]! - back, doc.start[token]!);
    if (told.size > 1 && doer !== null) told.delete(doer);
    const [state] = told;
    if (told.size === 1) return state === doer ? null : partyAt(scene.cast, state!);
    if (told.size > 1) return null;
  }
  return null;
}

/** How much an article told of each state so far, itself or by who acts for it. */
function toldOf({ cast, memory }: Scene): ReadonlyMap<string, number> {
  const told = new Map<string, number>();
  for (const { party, count } of memory.traces.values()) {
    const state = stateOf(cast, party.key);
    if (state !== null) told.set(state, (told.get(state) ?? 0) + count);
  }
  return told;
}

/** How much an article told of a party's own state and of the most told of the others. */
export function toldBeside(scene: Scene, party: Party): { readonly own: number; readonly other: number } {
  const told = toldOf(scene);
  const own = stateOf(scene.cast, party.key);
  return { own: told.get(own ?? "") ?? 0, other: Math.max(0, ...[...told].filter(([state]) => state !== own).map(([, count]) => count)) };
}

/** True for a state that another is told of more than twice as much as. */
export function isDwarfed(scene: Scene, party: Party): boolean {
  const { own, other } = toldBeside(scene, party);
  return other > 2 * own;
}

/** The states told of before a token in its sentence, else in the one before. */
export function statesNear(scene: Scene, token: number): ReadonlySet<string> {
  const { doc } = scene.words;
  const own = statesIn(scene, doc.sentenceOf[token]!, doc.start[token]!);
  return own.size > 0 ? own : statesIn(scene, doc.sentenceOf[token]! - 1, doc.start[token]!);
}

/** The states that a sentence names, itself or by who acts for them, before an offset. */
function statesIn({ mentions, words, cast }: Scene, sentence: number, before: number): Set<string> {
  const told = new Set<string>();
  for (const m of mentions.slice(-nearby)) {
    if (words.doc.sentenceOf[m.head] !== sentence || m.end > before) continue;
    const state = stateOf(cast, m.actor);
    if (state !== null) told.add(state);
  }
  return told;
}

/** The state of who does what the clause tells, where a word is not itself the doer: nobody expels his own country's envoy. */
function doerBeside(scene: Scene, token: number): string | null {
  const { doc } = scene.words;
  let at = token;
  while (hasRelation(doc, at, "nmod", "compound", "conj") && doc.upos[doc.head[at] ?? -1] !== "VERB") at = doc.head[at]!;
  if (hasRelation(doc, at, "nsubj")) return null;
  for (let up = doc.head[at] ?? -1, steps = 0; up >= 0 && steps < 6; up = doc.head[up] ?? -1, steps++) {
    const subject = childrenOf(doc, up, "nsubj").find((s) => s < token);
    if (subject !== undefined) return stateAt(scene, subject);
  }
  // Where the tree gives the verbs above no subject, the first of the sentence.
  for (let t = doc.sentences[doc.sentenceOf[token] ?? 0]?.first ?? token; t < token; t++)
    if (hasRelation(doc, t, "nsubj")) return stateAt(scene, t);
  return null;
}

/** The state of who is named at a token, or null. */
function stateAt(scene: Scene, token: number): string | null {
  const named = scene.mentions.slice(-nearby).find((m) => m.first <= token && token <= m.last && m.form !== "possessive");
  return named === undefined ? null : stateOf(scene.cast, named.actor);
}
