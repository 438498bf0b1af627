import type { Doc, EventType } from "../../model/index.ts";
import { childrenOf, hasRelation, lowerAt } from "../../syntax/tree.ts";
import type { Silence } from "./silence.ts";

const OPENING = new Set(['"', "“", "‘", "``"]);
const CLOSING = new Set(['"', "”", "’", "''"]);

/** What words themselves do is done in quotation marks too. */
const WORDS: ReadonlySet<EventType> = new Set(["ACCUSE", "REQUEST", "REJECT", "THREATEN", "SUPPORT", "SAY", "AGREE", "CONSULT"]);

/** Tokens that a set phrase in quotation marks may have. */
const SHORT = 5;

/** "has 'declared war' on the weeds", "'surrendering even the goats'": a deed that opens a few words in quotation marks is another's manner of speaking. */
export const mannerOfSpeaking: Silence = ({ doc }, { trigger, eventType }) => {
  if (WORDS.has(eventType) || !OPENING.has(lowerAt(doc, trigger - 1))) return false;
  // "X 'attacked' Y": one word in quotation marks leaves its object told by the author
  if (CLOSING.has(lowerAt(doc, trigger + 1)) && childrenOf(doc, trigger, "obj").length > 0) return false;
  return closesBy(doc, trigger + SHORT, trigger);
};

function closesBy(doc: Doc, last: number, from: number): boolean {
  for (let t = from + 1; t <= last && t < doc.length; t++) if (CLOSING.has(lowerAt(doc, t))) return true;
  return false;
}

const ASKING = new Set(["who", "whom", "what", "which", "whoever"]);

/** "let them tell us who will defend us": a clause that asks who did it tells nobody's deed. */
export const askedWho: Silence = ({ doc }, { trigger, nominal }) =>
  !nominal && hasRelation(doc, trigger, "ccomp") && childrenOf(doc, trigger, "nsubj").some((t) => ASKING.has(lowerAt(doc, t)));
