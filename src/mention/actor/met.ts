import { casesOf, childrenOf, hasRelation } from "../../syntax/tree.ts";
import type { Party } from "./cast.ts";
import type { Scene } from "./scene.ts";
import { nearby } from "./unmeant.ts";

/** Verbs of coming together, with whom by their object or "with". */
const MEETING = /^(?:meet|receive|host|welcome|visit|call|phone|telephone|ring|speak|talk|negotiate|confer|see|greet)$/;

/** The two who met each other in a sentence before an offset, as the only ones who did: "Paz received her Peruvian counterpart Ruiz"; else null. */
export function pairThatMet(scene: Scene, sentence: number, before: number, wanted: ReadonlySet<string>): readonly [Party, Party] | null {
  const { doc } = scene.words;
  const bounds = doc.sentences[sentence];
  if (bounds === undefined) return null;
  const pairs: (readonly [Party, Party])[] = [];
  for (let verb = bounds.first; verb < bounds.end && doc.end[verb]! <= before; verb++) {
    if (doc.upos[verb] !== "VERB" || !MEETING.test(doc.lemma[verb] ?? "")) continue;
    const [subject] = childrenOf(doc, verb, "nsubj");
    const partner = childrenOf(doc, verb, "obj", "obl").find(
      (t) => (hasRelation(doc, t, "obj") || casesOf(doc, t).includes("with")) && doc.end[t]! <= before,
    );
    const [a, b] = [subject, partner].map((t) => (t === undefined ? null : partyOn(scene, t, wanted)));
    if (a && b && scene.memory.root(a) !== scene.memory.root(b)) pairs.push([a, b]);
  }
  return pairs.length === 1 ? pairs[0]! : null;
}

/** The one wanted party that a token or a name beside it tells, alone; null elsewhere. */
function partyOn({ words: { doc }, mentions, cast }: Scene, token: number, wanted: ReadonlySet<string>): Party | null {
  if (childrenOf(doc, token, "conj").length > 0) return null;
  const tokens = [token, ...childrenOf(doc, token, "flat", "appos", "nmod:desc", "compound")];
  const on = mentions
    .slice(-nearby)
    .filter((m) => m.form !== "possessive" && m.rule !== "owner" && tokens.some((t) => m.first <= t && t <= m.last));
  const parties = on.map((m) => cast.parties.get(m.actor)!).filter((party) => wanted.has(party.kind));
  return parties.length > 0 && new Set(parties.map((party) => party.key)).size === 1 ? parties[0]! : null;
}
