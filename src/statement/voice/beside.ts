import type { Doc } from "../../model/doc.ts";
import { hasRelation } from "../../syntax/tree.ts";
import type { Quoted } from "./quoted.ts";
import type { SourceRun } from "./source.ts";
import type { Tree } from "./tree.ts";

const NOMINAL = /^(?:NOUN|PROPN|PRON)$/;
const OPENS_NOMINAL = /^(?:NOUN|PROPN|PRON|DET|ADJ|NUM)$/;

/** The largest nominal that begins at `token`. */
function nominalFrom(doc: Doc, tree: Tree, quoted: Quoted, token: number, end: number): SourceRun | null {
  let head = token;
  for (let up = head; up >= 0 && up < end; up = doc.head[up]!) {
    if (tree.low[up]! < token) break;
    if (NOMINAL.test(doc.upos[up]!)) head = up;
    else if (doc.upos[up] === "VERB" || doc.upos[up] === "AUX") break;
  }
  if (!NOMINAL.test(doc.upos[head]!)) return null;
  let last = Math.min(tree.high[head]! + 1, end);
  for (let i = token; i < last; i++) if (quoted.of[i] !== -1) last = i;
  return { head, first: token, end: Math.max(last, head + 1) };
}

/** The largest nominal that ends at `token`. */
function nominalTo(doc: Doc, tree: Tree, quoted: Quoted, token: number, start: number): SourceRun | null {
  let head = token;
  for (let up = head; up >= start; up = doc.head[up]!) {
    if (tree.high[up]! > token) break;
    if (NOMINAL.test(doc.upos[up]!)) head = up;
    else if (doc.upos[up] === "VERB" || doc.upos[up] === "AUX") break;
  }
  if (!NOMINAL.test(doc.upos[head]!)) return null;
  let first = Math.max(tree.low[head]!, start);
  for (let i = token; i >= first; i--) if (quoted.of[i] !== -1) first = i + 1;
  return { head, first: Math.min(first, head), end: token + 1 };
}

/** Where the tree shows no subject: the nominal right after the cue ("…,” said X, a spokesman"). */
export function speakerAfter(doc: Doc, tree: Tree, quoted: Quoted, cue: number): SourceRun | null {
  const sentence = doc.sentences[doc.sentenceOf[cue]!]!;
  const at = cue + 1;
  if (at >= sentence.end || quoted.of[at] !== -1 || !OPENS_NOMINAL.test(doc.upos[at]!)) return null;
  return nominalFrom(doc, tree, quoted, at, sentence.end);
}

/** Where the tree shows no subject: the nominal right before the cue and its auxiliaries ("X is also calling"). */
export function speakerBefore(doc: Doc, tree: Tree, quoted: Quoted, cue: number): SourceRun | null {
  const sentence = doc.sentences[doc.sentenceOf[cue]!]!;
  let at = cue - 1;
  while (at >= sentence.first && (doc.upos[at] === "AUX" || doc.upos[at] === "ADV" || doc.upos[at] === "PART")) at--;
  // "X, 52, said" and "X (Reuters) said": over a closing comma or bracket.
  if (at > sentence.first && quoted.of[at] === -1 && /^[,)]$/.test(doc.text.slice(doc.start[at]!, doc.end[at]!))) at--;
  if (at < sentence.first || quoted.of[at] !== -1 || !NOMINAL.test(doc.upos[at]!)) return null;
  if (hasRelation(doc, at, "obj", "obl") && doc.head[at] !== cue) return null;
  return nominalTo(doc, tree, quoted, at, sentence.first);
}
