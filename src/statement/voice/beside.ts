import type { Doc } from "../../model/doc.ts";
import { hasRelation, lowerAt } from "../../syntax/tree.ts";
import type { Extents, Run } from "./extents.ts";
import { opensClause } from "./finite.ts";
import type { Quoted } from "./quoted.ts";
import { nominalRun, type SourceRun } from "./source.ts";

const NOMINAL = /^(?:NOUN|PROPN|PRON)$/;
const OPENS_NOMINAL = /^(?:NOUN|PROPN|PRON|DET|ADJ|NUM)$/;

/** The largest nominal that begins at `token`. */
function nominalFrom(doc: Doc, extents: Extents, quoted: Quoted, token: number, end: number): SourceRun | null {
  let head = token;
  for (let up = head; up >= 0 && up < end; up = doc.head[up]!) {
    if (extents.low[up]! < token) break;
    if (NOMINAL.test(doc.upos[up]!)) head = up;
    else if (doc.upos[up] === "VERB" || doc.upos[up] === "AUX") break;
  }
  if (!NOMINAL.test(doc.upos[head]!)) return null;
  let last = Math.min(extents.high[head]! + 1, end);
  for (let i = token; i < last; i++) if (quoted.of[i] !== -1) last = i;
  return { head, first: token, end: Math.max(last, head + 1) };
}

/** The largest nominal that ends at `token`. */
function nominalTo(doc: Doc, extents: Extents, quoted: Quoted, token: number, start: number): SourceRun | null {
  let head = token;
  for (let up = head; up >= start; up = doc.head[up]!) {
    if (extents.high[up]! > token || extents.low[up]! < start - 1) break;
    if (NOMINAL.test(doc.upos[up]!)) head = up;
    else if (doc.upos[up] === "VERB" || doc.upos[up] === "AUX") break;
  }
  if (!NOMINAL.test(doc.upos[head]!)) return null;
  let first = Math.max(extents.low[head]!, start);
  for (let i = token; i >= first; i--) if (quoted.of[i] !== -1) first = i + 1;
  return { head, first: Math.min(first, head), end: token + 1 };
}

/** Where the tree shows no subject: the nominal right after the cue ("…,” said X, a spokesman"). */
export function speakerAfter(doc: Doc, extents: Extents, quoted: Quoted, cue: number): SourceRun | null {
  const sentence = doc.sentences[doc.sentenceOf[cue]!]!;
  const at = cue + 1;
  if (at >= sentence.end || quoted.of[at] !== -1 || !OPENS_NOMINAL.test(doc.upos[at]!)) return null;
  return nominalFrom(doc, extents, quoted, at, sentence.end);
}

/** Where the tree shows no subject: the nominal right before the cue and its auxiliaries ("X is also calling"). */
export function speakerBefore(doc: Doc, extents: Extents, quoted: Quoted, cue: number): SourceRun | null {
  const sentence = doc.sentences[doc.sentenceOf[cue]!]!;
  let at = cue - 1;
  while (at >= sentence.first && (doc.upos[at] === "AUX" || doc.upos[at] === "ADV" || doc.upos[at] === "PART")) at--;
  // "X, 52, said" and "X (Reuters) said": over a closing comma or bracket.
  const closed = at > sentence.first && quoted.of[at] === -1 && /^[,)]$/.test(lowerAt(doc, at));
  if (closed) at--;
  if (at < sentence.first || quoted.of[at] !== -1 || !NOMINAL.test(doc.upos[at]!)) return null;
  if (hasRelation(doc, at, "obj", "obl") && doc.head[at] !== cue) return null;
  // An apposition is closed by a comma: without one, what stands before the last comma is another matter.
  let start = sentence.first;
  if (!closed) for (let i = at; i > sentence.first && start === sentence.first; i--) if (lowerAt(doc, i - 1) === ",") start = i;
  return nominalTo(doc, extents, quoted, at, start);
}

/** The first token of the person that a capitalised title leads up to ("Minister of Foreign Trade Ann Lee"), or null. */
function titledName(doc: Doc, run: Run): number | null {
  let end = run.first;
  while (end < run.end && (/^(?:of|for|and|the)$/.test(lowerAt(doc, end)) || /^\p{Lu}/u.test(doc.text.slice(doc.start[end]!)))) end++;
  const name = doc.names.find((one) => one.kind === "person" && one.first > run.first && one.end === end);
  return name === undefined || doc.upos[name.first - 1] === "ADP" ? null : name.first;
}

/** The words of a speaker with the noun that heads them: the last before any preposition, comma or second speaker, of a name its first part. */
export function speakerOf(doc: Doc, run: Run): SourceRun {
  let end = run.first + 1;
  const closes = (at: number) =>
    /^(?:ADP|PUNCT|VERB|SCONJ)$/.test(doc.upos[at]!) || (doc.upos[at] === "CCONJ" && NOMINAL.test(doc.upos[at - 1]!));
  while (end < run.end && !closes(end)) end++;
  let head = end - 1;
  while (head > run.first && !/^(?:NOUN|PROPN|PRON)$/.test(doc.upos[head]!)) head--;
  while (head > run.first && doc.upos[head] === "PROPN" && doc.upos[head - 1] === "PROPN") head--;
  const titled = titledName(doc, run);
  if (titled !== null) return { ...run, head: titled };
  // "an official close to …" under a wrong tag.
  return { ...run, head: /^(?:NOUN|PROPN|PRON)$/.test(doc.upos[head]!) ? head : Math.min(run.first + 1, run.end - 1) };
}

/**
 * The speaker at the end of what is said ("P, the minister and an aide said"), where the tree hung them into P: from the last comma on;
 * a comma right before the cue closes appositions, and the name they belong to begins the source ("P, Ann Lee, head of the port, said").
 */
export function speakerAtEnd(doc: Doc, quoted: Quoted, cue: number): SourceRun | null {
  const { first } = doc.sentences[doc.sentenceOf[cue]!]!;
  let end = cue;
  while (end > first && /^(?:AUX|ADV|PART)$/.test(doc.upos[end - 1]!)) end--;
  const closed = end > first && lowerAt(doc, end - 1) === ",";
  if (closed) end--;
  for (let i = end - 1; i > first && !opensClause(doc, i) && quoted.of[i] === -1; i--) {
    if (lowerAt(doc, i) !== "," || i + 1 >= end) continue;
    const opens = closed ? /^(?:PROPN|DET)$/ : OPENS_NOMINAL;
    // "Ann Lee, a nurse at the port, said"
    if (closed && doc.upos[i + 1] === "DET" && doc.names.some((one) => one.kind === "person" && one.end === i)) continue;
    if (opens.test(doc.upos[i + 1]!)) return speakerOf(doc, { first: i + 1, end });
    if (!closed) return null;
  }
  return null;
}

/** What stands between a quote and its cue ("…,” the ministry's spokesman, Ann Lee, also said"), where no verb does. */
export function speakerBetween(doc: Doc, quoted: Quoted, from: number, cue: number): SourceRun | null {
  let first = from;
  let end = cue;
  while (first < end && /^(?:PUNCT|CCONJ|ADV|SCONJ)$/.test(doc.upos[first]!)) first++;
  while (end > first && /^(?:AUX|ADV|PART|PUNCT)$/.test(doc.upos[end - 1]!)) end--;
  if (end <= first || end - first > 40 || !OPENS_NOMINAL.test(doc.upos[first]!)) return null;
  for (let i = first; i < end; i++) if (quoted.of[i] !== -1 || opensClause(doc, i)) return null;
  return speakerOf(doc, { first, end });
}

/** The subject of the nearest finite verb before the cue, for participles and verbs cut off from theirs ("X smiled, adding …"); `fits` chooses among the verbs. */
export function nearestSubject(
  doc: Doc,
  extents: Extents,
  quoted: Quoted,
  cue: number,
  fits: (verb: number) => boolean = () => true,
): SourceRun | null {
  const { first } = doc.sentences[doc.sentenceOf[cue]!]!;
  for (let i = cue - 1; i >= first; i--) {
    if (quoted.of[i] !== -1 || !hasRelation(doc, i, "nsubj") || /^(?:who|which|that|it|what)$/.test(lowerAt(doc, i))) continue;
    const verb = doc.head[i]!;
    // A subject hung on a verb beyond the cue is the cue's all the same ("X, who stayed, recalled, …").
    if (verb > i && (verb > cue || quoted.of[verb] === -1) && fits(verb)) return nominalRun(doc, extents, i, cue);
  }
  return null;
}

/** The words between the head of the sentence, or else its last comma, and the cue, where no other verb is finite ("A paper filed Monday says"). */
export function speakerAtHead(doc: Doc, quoted: Quoted, cue: number): SourceRun | null {
  const { first } = doc.sentences[doc.sentenceOf[cue]!]!;
  // "As X put it".
  const whole = speakerBetween(doc, quoted, lowerAt(doc, first) === "as" ? first + 1 : first, cue);
  if (whole !== null) return whole;
  let start = cue - 1;
  while (start > first && lowerAt(doc, start - 1) !== "," && quoted.of[start - 1] === -1) start--;
  return speakerBetween(doc, quoted, start, cue);
}
