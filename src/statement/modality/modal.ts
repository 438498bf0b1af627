import type { Doc, Modality } from "../../model/index.ts";
import { childOf, childrenOf, hasRelation, lowerAt } from "../../syntax/tree.ts";

/** True where "may" is the month: "on 19 May the navy seized a boat". */
export function isMonth(doc: Doc, token: number): boolean {
  return token > 0 && lowerAt(doc, token) === "may" && doc.xpos[token - 1] === "CD";
}

function modalTokenOf(doc: Doc, token: number): number {
  // A modal verb behind its verb is that of the next clause.
  const modals = (t: number) => childrenOf(doc, t, "aux").filter((c) => c < t && doc.xpos[c] === "MD" && !isMonth(doc, c));
  // "Should they stay, X will answer": the modal verb nearest before the verb is its own.
  const own = modals(token).at(-1);
  if (own !== undefined) return own;
  const shared = hasRelation(doc, token, "conj") && childOf(doc, token, "nsubj") < 0 ? sharedHead(doc, token) : -1;
  return shared < 0 ? -1 : (modals(shared)[0] ?? -1);
}

/** The verb that a bare form is coordinated with: "could find that they lie and suspend them" joins "suspend" to "could", whatever finite verb the parser joined it to. */
export function sharedHead(doc: Doc, token: number): number {
  const head = doc.head[token] ?? -1;
  const bare = doc.xpos[token] === "VB" && childOf(doc, token, "aux", "mark", "cop") < 0;
  if (!bare) return head;
  for (let t = head, steps = 0; t >= 0 && steps < 4; t = doc.head[t] ?? -1, steps++) {
    if (doc.xpos[t] === "VB" || childrenOf(doc, t, "aux").some((c) => doc.xpos[c] === "MD")) return t;
    if (!hasRelation(doc, t, "ccomp", "conj", "acl", "advcl", "obj", "nsubj")) break;
  }
  return head;
}

/** The modal verb of a token, lower-cased, its own or that of the verb it is coordinated with; null where there is none. */
export function modalOf(doc: Doc, token: number): string | null {
  const modal = modalTokenOf(doc, token);
  return modal < 0 ? null : lowerAt(doc, modal);
}

/** What each modal verb says of the act it stands over. */
export const MODAL: Readonly<Record<string, Modality>> = {
  will: "planned",
  "'ll": "planned",
  "’ll": "planned",
  wo: "planned",
  shall: "planned",
  would: "planned",
  "'d": "planned",
  may: "hypothetical",
  might: "hypothetical",
  could: "hypothetical",
  can: "hypothetical",
  ca: "hypothetical",
  must: "asked",
  should: "asked",
  ought: "asked",
};

/** Forms of "would": the past of "will" in what is told of somebody. */
export const PAST_OF_WILL = new Set(["would", "'d", "’d"]);

/** "is to leave", "are to resume". */
export function isDueTo(doc: Doc, token: number): boolean {
  return (
    doc.xpos[token] === "VB" && childOf(doc, token, "cop") >= 0 && childrenOf(doc, token, "mark").some((m) => lowerAt(doc, m) === "to")
  );
}
