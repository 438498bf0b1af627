import type { Doc } from "../../model/doc.ts";
import type { Span } from "../../model/span.ts";
import { lowerAt } from "../../syntax/tree.ts";
import type { Party } from "./cast.ts";
import { isPronoun } from "./pronoun-words.ts";
import type { Scene } from "./scene.ts";
import { isMentioned, subjectAbove } from "./unmeant.ts";

const longestSpeech = 2000;

/** "…,” he added": the words between the quotation marks right before a pronoun, or null. Offsets in the text. */
export function quoteBefore(scene: Scene, token: number): Span | null {
  const { doc } = scene.words;
  const end = doc.start[token]!;
  const before = doc.text.slice(Math.max(0, end - longestSpeech), end);
  const close = /[,.!?…]["”]\s*$/u.exec(before);
  if (close === null) return null;
  const open = before.lastIndexOf(before[close.index + 1] === "”" ? "“" : '"', close.index);
  return open < 0 ? null : { start: end - before.length + open, end };
}

/** The first token from an offset on, looked for backwards from a token behind it. */
export function tokenAt(doc: Doc, start: number, from: number): number {
  let token = from;
  while (token > 0 && doc.start[token - 1]! >= start) token--;
  return token;
}

/** True for a party that was last named in somebody's words: it is not the one who speaks them. */
export function lastNamedIn(scene: Scene, party: Party, spoken: Span | null): boolean {
  const last = spoken && scene.mentions.findLast((m) => m.actor === party.key && m.form !== "pronoun" && m.form !== "possessive");
  if (!last) return false;
  const { doc } = scene.words;
  const start = doc.start[last.head]!;
  const before = doc.text.slice(Math.max(0, start - longestSpeech), start);
  return start >= spoken.start || before.lastIndexOf("“") > before.lastIndexOf("”");
}

/** "X said that it would", where nobody knows who X is: most often X itself, and so nobody else. */
export function unknownSpeaker(scene: Scene, token: number): boolean {
  const { doc } = scene.words;
  const subject = subjectAbove(doc, token);
  const names = /^(?:NOUN|PROPN)$/.test(doc.upos[subject] ?? "") || isPronoun(lowerAt(doc, subject));
  return subject >= 0 && subject < token && names && !isMentioned(scene, subject);
}
