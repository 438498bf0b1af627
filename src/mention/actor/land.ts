import { headToken, partyAt, type Scene, wordAfter } from "./scene.ts";
import type { NameUnit } from "./units.ts";
import { isCapital } from "./words.ts";

/** Sentences back to the land that "the enclave" stands for. */
const REACH = 4;

/** What a land is called by the way it lies. */
const CALLED = /^(?:enclave|exclave|strip)$/;

/** A region or town of a state: what is done to it is done to its state's side. Nobody acts by it. */
export function resolveLand(scene: Scene, { entries, first, end }: NameUnit): void {
  place(scene, partyAt(scene.cast, entries[0]!.key).key, first, end);
}

/** "the besieged enclave": the land named last, a few sentences before at most. */
export function resolveLandWord(scene: Scene, at: number): void {
  const { list, doc } = scene.words;
  const word = list[at]!;
  if (!CALLED.test(word.fold) || isCapital(word) || wordAfter(list, at + 1)?.fold === "of") return;
  const article = [at - 1, at - 2, at - 3].find((i) => list[i]?.fold === "the") ?? at;
  if (article === at || list.slice(article + 1, at).some((w) => !/^(?:ADJ|VERB)$/.test(w.upos))) return;
  const last = scene.mentions.findLast((m) => m.rule === "land");
  if (last !== undefined && word.sentence - (doc.sentenceOf[last.head] ?? 0) <= REACH) place(scene, last.actor, at, at + 1);
}

/** A place is kept apart from those who are spoken of: no pronoun and no "government" is its. */
function place({ words, mentions }: Scene, actor: string, first: number, end: number): void {
  const [start, last] = [words.list[first]!, words.list[end - 1]!];
  const head = headToken(words, first, end, end - 1);
  mentions.push({ start: start.start, end: last.end, actor, head, form: "metonym", rule: "land", first: start.token, last: last.token });
}
