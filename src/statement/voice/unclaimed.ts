import type { Doc } from "../../model/doc.ts";
import { contains, type Span } from "../../model/span.ts";
import { opensClause } from "./finite.ts";
import { isSpeechLike, type Quoted } from "./quoted.ts";
import type { Voice } from "./voice.ts";

/** In tokens: what runs on for longer was more likely closed by a slip. */
const LONGEST = 80;

/** In tokens: a clause as long as this that opens its sentence is spoken, though the sentence goes on behind it. */
const CLAUSE = 8;

/** Quotes that read as speech and that no voice from outside them takes up: somebody's words, not the author's, though nobody says whose. */
export function findUnclaimed(doc: Doc, quoted: Quoted, voices: readonly Voice[]): readonly Span[] {
  const spoken = voices.filter((voice) => voice.asserts);
  return quoted.quotes.filter((quote, index) => {
    const run = quoted.runs[index]!;
    const words = doc.text.slice(quote.inner.start, quote.inner.end);
    const size = run.end - run.first;
    const opening = run.first === doc.sentences[doc.sentenceOf[run.first]!]!.first;
    const clause = size >= CLAUSE && opening && doc.xpos.slice(run.first, run.end).some((_, i) => opensClause(doc, run.first + i));
    const whole = /^["“‘']?\p{Lu}/u.test(words) && (/[,.?!…]["'”’]?$/.test(words) || clause) && size <= LONGEST;
    const opens = run.first === 0 || /[\n.:,;!?”"’)\]*>–—-]\s*$/.test(doc.text.slice(0, quote.start));
    if (!whole || !opens || !isSpeechLike(doc, quoted, index)) return false;
    const outside = (voice: Voice) => voice.cue === null || !contains(quote, voice.cue);
    return !spoken.some((voice) => outside(voice) && voice.content.some((c) => c.start < quote.end && quote.start < c.end));
  });
}
