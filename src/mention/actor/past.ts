import { type Party, rulerAt, stateOf } from "./cast.ts";
import type { Phrase } from "./phrases.ts";
import type { Scene } from "./scene.ts";

const bodies = /^(?:government|forces|police|navy|airforce|spies|legislature)$/;

/**
 * True when a government or its forces are those before the movement that governs at the article's date: called former,
 * told of at an earlier year, or set against that movement in the same sentence ("between the Taliban and the Afghan government").
 */
export function isPast(scene: Scene, phrase: Phrase, owner: Party): boolean {
  if (phrase.standing === "former") return true;
  const { cast, words } = scene;
  const state = stateOf(cast, owner.key);
  if (state === null || owner.kind === "movement" || !bodies.test(phrase.reading.class)) return false;
  const ruler = rulerAt(cast.lexicon, state, cast.date);
  if (ruler === null || (phrase.standing === "current" && phrase.qualifiers.includes("current"))) return false;
  const from = cast.lexicon.rulers.find((r) => r.movement === ruler && r.state === state)!.from;
  const sentence = words.list[phrase.head]!.sentence;
  return (
    toldBefore(scene, sentence, from) ||
    (setAgainst(scene, sentence, ruler) && !/^(?:authority|regime|rulership|ruler)$/.test(phrase.reading.word))
  );
}

/** True when the sentence names a year, and none from the movement's rule on. */
function toldBefore(scene: Scene, sentence: number, from: string): boolean {
  const years = scene.words.list.filter((word) => word.sentence === sentence && /^(?:19|20)\d\d$/.test(word.text)).map((word) => word.text);
  return years.length > 0 && years.every((year) => year <= from.slice(0, 4));
}

function setAgainst(scene: Scene, sentence: number, ruler: string): boolean {
  const { list } = scene.words;
  return scene.items.some(
    (item) =>
      item.type === "name" &&
      list[item.first]!.sentence === sentence &&
      item.entries.some((entry) => entry.key === ruler) &&
      list[item.end]?.kind !== "possessive",
  );
}
