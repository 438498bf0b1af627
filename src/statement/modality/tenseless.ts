import type { ControlLexicon } from "../../lexicon/control.ts";
import type { Doc, Modality } from "../../model/index.ts";
import { casesOf, childOf, childrenOf, hasRelation, lowerAt } from "../../syntax/tree.ts";
import { sharedHead } from "./modal.ts";
import { isOneOf } from "./sets.ts";

/** Before an -ing form these tell of no deed: "walked away from paying", "aimed at freeing", "an eye to buying". */
const OPEN_BEFORE = new Set(["from", "at", "to", "against", "towards", "toward"]);

/** These tell of one that is there, whatever the clause above comes to. */
const TOLD_BEFORE = new Set(["after", "since", "while", "before", "for", "of", "despite", "over"]);

const UNREAL = new Set<Modality>(["hypothetical", "planned", "asked"]);

/** "a condition for joining it": what must come first says that it is still to come. */
function isTerm(doc: Doc, token: number, lexicon: ControlLexicon): boolean {
  const mark = childrenOf(doc, token, "mark", "case").find((m) => lowerAt(doc, m) === "for") ?? 0;
  return mark > 0 && isOneOf(doc, mark - 1, "term", lexicon);
}

/** A form without tense: an infinitive tells an aim or a thought, a participle what the clause above tells. */
export function tenseless(doc: Doc, token: number, above: ReadClause, lexicon: ControlLexicon): Modality {
  const marks = casesOf(doc, token);
  const head = doc.head[token] ?? -1;
  if (hasRelation(doc, token, "conj") && doc.xpos[token] === "VB" && head >= 0 && marks.length === 0)
    return above(sharedHead(doc, token)) ?? "done";
  if (marks.some((m) => m === "to" || m === "in order") && doc.xpos[token] !== "VBG") {
    // "is reported to have met": it has been, where nothing above is unreal.
    const past = childrenOf(doc, token, "aux").some((c) => doc.lemma[c] === "have");
    if (past && hasRelation(doc, token, "xcomp") && childOf(doc, head, "aux:pass") >= 0 && !UNREAL.has(above(head) ?? "done"))
      return "done";
    // A word that takes an infinitive and is not listed says nothing of the deed.
    if (hasRelation(doc, token, "xcomp", "ccomp")) return isOneOf(doc, head, "moving", lexicon) ? "planned" : "hypothetical";
    // "it is wise for X to pay": a word of judgement
    if (head >= 0 && doc.upos[head] === "ADJ") return "hypothetical";
    const said = head >= 0 && doc.upos[head] === "VERB" ? above(head) : null;
    // "the time has come to leave"
    if (doc.lemma[head] === "come" && doc.lemma[childOf(doc, head, "nsubj")] === "time") return "hypothetical";
    // "refused to send troops to help X": what was not done serves no aim.
    if (said === "refused" || said === "denied") return "hypothetical";
    return said === "hypothetical" || said === "asked" || said === "offered" ? said : "planned";
  }
  // "by freeing X and paying Y": a joined form stands where the first of them does.
  if (doc.xpos[token] === "VBG" && hasRelation(doc, token, "conj") && doc.xpos[head] === "VBG" && marks.length === 0)
    return tenseless(doc, head, above, lexicon);
  // "would see X leave": a bare form goes with the verb above it.
  const bare = doc.xpos[token] === "VB" && marks.length === 0 && hasRelation(doc, token, "xcomp", "ccomp") && doc.upos[head] === "VERB";
  if (bare && UNREAL.has(above(head) ?? "done")) return above(head)!;
  // "that the sailors be freed"
  if (doc.xpos[token] === "VBN" && childrenOf(doc, token, "aux:pass").some((c) => lowerAt(doc, c) === "be")) return "hypothetical";
  // "could start it with a raid or by shelling X": a means is as real as what it serves.
  const verb = verbOver(doc, head);
  if (doc.xpos[token] === "VBG" && marks.includes("by") && verb >= 0 && UNREAL.has(above(verb) ?? "done")) return above(verb)!;
  if (doc.xpos[token] !== "VBG" || head < 0 || !hasRelation(doc, token, "advcl", "acl", "obl", "nmod")) return "done";
  if (marks.some((m) => OPEN_BEFORE.has(m)) || isTerm(doc, token, lexicon)) return "hypothetical";
  // ", accusing X of …" goes with the main clause, whatever the parser hung it on.
  const free = marks.length === 0 && lowerAt(doc, Math.max(0, token - 1)) === ",";
  if (free && isOneOf(doc, token, "ending", lexicon) && UNREAL.has(above(head) ?? "done")) return above(head)!;
  if (free || doc.upos[head] !== "VERB" || marks.some((m) => TOLD_BEFORE.has(m))) return "done";
  const said = above(head);
  // "hopes that X will join it in leaving": beside what is not claimed nothing is.
  if (said === null) return "hypothetical";
  return UNREAL.has(said) ? said : "done";
}

/** The verb that a noun hangs under, or the verb itself; -1 where there is none. */
function verbOver(doc: Doc, token: number): number {
  let t = token;
  while (t >= 0 && doc.upos[t] === "NOUN") t = doc.head[t] ?? -1;
  return t >= 0 && doc.upos[t] === "VERB" ? t : -1;
}

/** What the clause above a token says of itself; null where it makes no claim. */
export type ReadClause = (token: number) => Modality | null;
