import type { Party } from "./cast.ts";
import { headToken, type Scene, wordBefore } from "./scene.ts";

const pairNoun =
  /^(?:sides|countries|nations|states|governments|parties|neighbours|neighbors|rivals|foes|allies|capitals|powers|delegations|leaders|armies|factions|groups|enemies|adversaries|belligerents|movements)$/;
const parties = new Set(["state", "government", "movement", "organisation"]);

/** "Both sides", "the two countries", "the two leaders": the last word of the phrase at `at`, or null. */
export function matchPair(scene: Scene, at: number): number | null {
  const { list } = scene.words;
  const word = list[at]!;
  const two = word.fold === "both" || (word.fold === "two" && /^(?:the|these|those)$/.test(wordBefore(list, at)?.fold ?? ""));
  if (!two) return null;
  for (let i = at + 1; i < Math.min(at + 4, list.length); i++) {
    const next = list[i]!;
    if (next.kind !== "word" || next.sentence !== word.sentence) return null;
    if (next.fold === "and") return null;
    if (pairNoun.test(next.fold)) return i;
    if (!/^(?:ADJ|NOUN|DET|ADV|VERB|PROPN)$/.test(next.upos)) return null;
  }
  return null;
}

/** The two parties an article deals with at this point: the two last named together, of the sort the noun asks for. Null where they are not clear. */
export function resolvePair(scene: Scene, at: number, last: number): readonly Party[] | null {
  const { memory, words, cast, mentions } = scene;
  const { list } = words;
  const noun = list[last]!.fold;
  const wanted = /^(?:countries|nations|states|neighbours|neighbors|capitals|powers|governments)$/.test(noun)
    ? new Set(["state", "government"])
    : noun === "leaders"
      ? new Set(["person"])
      : parties;
  const sentence = list[at]!.sentence;
  const root = (party: Party): Party =>
    wanted.has("person") || party.partyOf === null ? party : (cast.parties.get(party.partyOf) ?? party);
  const scores = new Map<string, number>();
  for (const trace of memory.traces.values()) {
    if (!wanted.has(trace.party.kind) || sentence - trace.sentence > 6 || trace.party.sector === "MED") continue;
    const key = root(trace.party).key;
    scores.set(
      key,
      Math.max(scores.get(key) ?? -99, -(sentence - trace.sentence) + (trace.subject ? 0.5 : 0)) + Math.log2(trace.count + 1) * 0.5,
    );
  }
  const ranked = [...scores].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  if (ranked.length < 2 || (ranked.length > 2 && ranked[1]![1] - ranked[2]![1] < 0.4)) return null;
  const two = ranked.slice(0, 2).map(([key]) => cast.parties.get(key)!);
  const start = list[at]!.start;
  const head = headToken(words, at, last + 1, last);
  for (const party of two) mentions.push({ start, end: list[last]!.end, actor: party.key, head, form: "description", rule: "pair" });
  return two;
}
