import type { Upos } from "../model/doc.ts";

/** A sentence before parsing: what the choice to parse it may look at. */
export interface SentenceView {
  readonly forms: readonly string[];
  readonly upos: readonly Upos[];
  readonly xpos: readonly string[];
  readonly lemma: readonly string[];
  /** How many of its tokens look like part of a name. */
  readonly names: number;
}

const ACTORS = new Set<Upos>(["PROPN", "PRON", "NOUN"]);
const EVENTIVE =
  /(?:tion|sion|ment|ance|ence|ing|al|ure|ship|age|ack|eat|ttle|alks?|isit|trike|raid|eal|ban|war|vote|call|bid|aid|offer|claim|cut|plea|move|row)$/;

/** True where a sentence has someone or something that could act, and a verb, a copula about something named, or (as headlines have) an eventive noun. */
export function canMatter(sentence: SentenceView): boolean {
  let actor = sentence.names > 0;
  let act = false;
  for (let i = 0; i < sentence.upos.length; i++) {
    const upos = sentence.upos[i]!;
    if (ACTORS.has(upos)) actor = true;
    if (upos === "VERB" || (upos === "AUX" && sentence.names > 0) || (upos === "NOUN" && EVENTIVE.test(sentence.lemma[i]!))) act = true;
    if (actor && act) return true;
  }
  return false;
}
