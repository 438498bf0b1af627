import type { CueLexicon } from "../../lexicon/cues.ts";
import type { Doc } from "../../model/doc.ts";
import { isPassive } from "../../syntax/passive.ts";
import { childOf, childrenOf, hasRelation, lowerAt } from "../../syntax/tree.ts";
import { nearestSubject, speakerAfter, speakerAtEnd, speakerAtHead, speakerBefore, speakerBetween, speakerOf } from "./beside.ts";
import { headOfRun } from "./colon.ts";
import { isQuoted } from "./complement.ts";
import type { Extents } from "./extents.ts";
import { opensClause } from "./finite.ts";
import type { Quoted } from "./quoted.ts";
import type { Slot } from "./slots.ts";
import { findSource, isSurelyPassive, nominalRun, type SourceRun } from "./source.ts";

/** True where the source stands inside what is said: the tree took a word of the quote for the speaker. */
function isInside(quoted: Quoted, slot: Slot, source: SourceRun): boolean {
  if (quoted.of[source.head] !== -1 && quoted.of[slot.cue] === -1) return true;
  const { frame, runs } = slot.complement;
  return (
    (isQuoted(frame) || frame === "front") && runs.some((run) => run.first <= source.head && source.head < run.end && slot.cue >= run.end)
  );
}

function isListed(doc: Doc, lexicon: CueLexicon, list: string, token: number): boolean {
  // "The Times" is no time: of a name the form counts, not the lemma.
  const word = doc.upos[token] === "PROPN" ? lowerAt(doc, token) : doc.lemma[token]!.toLowerCase();
  return lexicon.lists.get(list)?.has(word) === true;
}

/** "issued a statement saying": who issued it speaks, where the tree gave the statement itself. */
function issuer(doc: Doc, extents: Extents, lexicon: CueLexicon, cue: number, source: SourceRun): SourceRun | null {
  const { head } = source;
  const said = doc.xpos[cue] === "VBG" && isListed(doc, lexicon, "document", head) && hasRelation(doc, head, "obj");
  return said && doc.head[head]! < cue ? findSource(doc, extents, doc.head[head]!) : null;
}

/** True right after a closing mark, or the comma after it: "…,” said X". */
function followsQuote(doc: Doc, quoted: Quoted, cue: number): boolean {
  if (cue === 0) return false;
  return quoted.of[cue - 1] !== -1 || (cue > 1 && lowerAt(doc, cue - 1) === "," && quoted.of[cue - 2] !== -1);
}

/** The speaker by the order of words, where the tree gives none, a date, or a word of the quote. */
function byOrder(doc: Doc, extents: Extents, quoted: Quoted, slot: Slot, wrong: SourceRun | null): SourceRun | null {
  const { cue } = slot;
  const other = childrenOf(doc, cue).findLast((child) => hasRelation(doc, child, "nsubj") && child !== wrong?.head);
  if (wrong !== null && other !== undefined && quoted.of[other] === -1) return nominalRun(doc, extents, other, cue);
  const quote = slot.quotes.map((index) => quoted.runs[index]!).findLast((run) => run.end <= cue);
  const before = quote ?? slot.complement.runs.findLast((run) => run.end <= cue);
  if ((isQuoted(slot.complement.frame) || slot.complement.frame === "front") && before !== undefined) {
    const between = speakerBetween(doc, quoted, before.end, cue);
    if (between !== null) return between;
  }
  const tagged = followsQuote(doc, quoted, cue) || (slot.complement.frame === "front" && lowerAt(doc, cue - 1) === ",");
  const opens = cue === doc.sentences[doc.sentenceOf[cue]!]!.first && isQuoted(slot.complement.frame);
  const after = opens || (tagged && before !== undefined) ? speakerAfter(doc, extents, quoted, cue) : null;
  if (after !== null) return after;
  const finite = /^VB[DZP]$/.test(doc.xpos[cue]!) || childOf(doc, cue, "aux") >= 0;
  const near = finite ? speakerBefore(doc, extents, quoted, cue) : null;
  return (
    near ??
    (hasRelation(doc, cue, "acl") ? null : nearestSubject(doc, extents, quoted, cue)) ??
    (finite || isQuoted(slot.complement.frame) ? speakerAtHead(doc, quoted, cue) : null)
  );
}

/** True for verbs whose subject thinks nothing: "Oman seems ready". */
export function isRaising(doc: Doc, lexicon: CueLexicon, cue: number): boolean {
  return isListed(doc, lexicon, "raising", cue);
}

/** Who says what a slot holds: by the tree, else by the order of words; null where the sentence does not say. */
export function findSpeaker(doc: Doc, extents: Extents, quoted: Quoted, lexicon: CueLexicon, slot: Slot): SourceRun | null {
  const { cue } = slot;
  if (slot.pos === "V" && isRaising(doc, lexicon, cue)) return null;
  const felt = slot.pos === "V" && isListed(doc, lexicon, "felt", cue) ? childOf(doc, cue, "nsubj:pass") : -1;
  const source = felt >= 0 ? nominalRun(doc, extents, felt, cue) : findSource(doc, extents, cue);
  const sane = (found: SourceRun) => found.head >= datelineEnd(doc, found.head) && !isListed(doc, lexicon, "date", found.head);
  const usable = (found: SourceRun) => sane(found) && !isInside(quoted, slot, found);
  const inverted =
    slot.complement.frame.startsWith("tag") && followsQuote(doc, quoted, cue) ? speakerAfter(doc, extents, quoted, cue) : null;
  if (inverted !== null && usable(inverted)) return trimSource(doc, lexicon, inverted, cue);
  // "…, saying": after a comma the participle is the subject's, whatever noun the tree hung it on.
  const afterComma = doc.xpos[cue] === "VBG" && cue > 0 && lowerAt(doc, cue - 1) === "," && childOf(doc, cue, "aux") < 0;
  // "He said Labour had acted, adding …": of several subjects the one that speaks.
  const speaks = (verb: number) => verb < cue && lexicon.speech.has(`${doc.lemma[verb]!.toLowerCase()}|V`);
  const others = (verb: number) => verb !== cue;
  const main = afterComma
    ? (lastSpeaker(doc, quoted, cue, speaks) ??
      nearestSubject(doc, extents, quoted, cue, speaks) ??
      invertedSubject(doc, extents, cue, speaks) ??
      nearestSubject(doc, extents, quoted, cue, others))
    : (namedBefore(doc, cue) ?? blamed(doc, extents, cue) ?? beforeAside(doc, extents, quoted, cue));
  if (main !== null && usable(main)) return trimSource(doc, lexicon, main, cue);
  // "a move that officials said could end it": after the pronoun comes the speaker.
  const reported = slot.complement.runs[0];
  const around = reported !== undefined && reported.first < cue && cue < reported.end;
  const pronoun = around ? reported.first : source === null ? -1 : source.end - 1;
  const between =
    pronoun > 0 && pronoun < cue - 1 && /^(?:that|which|who)$/.test(lowerAt(doc, pronoun))
      ? speakerBetween(doc, quoted, pronoun + 1, cue)
      : null;
  if (between !== null && between.first === pronoun + 1) return trimSource(doc, lexicon, between, cue);
  const front = slot.complement.frame === "front";
  // "Lee called on Monday, the port's office said": the tree took the first subject for the speaker.
  const aside = front && source !== null && !isBeside(doc, source, cue) ? speakerAtEnd(doc, quoted, cue) : null;
  if (aside !== null) return aside;
  const swallowed = front && childOf(doc, cue, "nsubj") < 0 && (reported?.end ?? 0) >= cue - 1;
  const tail = swallowed ? speakerAtEnd(doc, quoted, cue) : null;
  if (tail !== null) return tail;
  if (source !== null && usable(source))
    return trimSource(doc, lexicon, issuer(doc, extents, lexicon, cue, source) ?? wholeSubject(doc, quoted, source, cue), cue);
  if (slot.pos !== "V" || isHeldPassive(doc, slot)) return null;
  const found = byOrder(doc, extents, quoted, slot, source);
  return found !== null && sane(found) && quoted.of[found.head] === quoted.of[cue] ? trimSource(doc, lexicon, found, cue) : null;
}

/** True where a source stands behind its cue, or before it with no verb of another clause between them. */
function isBeside(doc: Doc, source: SourceRun, cue: number): boolean {
  for (let i = source.end; i < cue; i++) if (opensClause(doc, i) && !(doc.head[i] === cue && hasRelation(doc, i, "aux"))) return false;
  return true;
}

/** "Crews from the port, the yard and Lund said": with no verb before it, what a conjunction joins is only the last of the subject. */
function wholeSubject(doc: Doc, quoted: Quoted, source: SourceRun, cue: number): SourceRun {
  const { first } = doc.sentences[doc.sentenceOf[cue]!]!;
  if (source.end > cue || source.first <= first || doc.upos[source.first - 1] !== "CCONJ") return source;
  return speakerBetween(doc, quoted, datelineEnd(doc, first), source.end) ?? source;
}

/** Who spoke right before ", adding": "P, the port said, adding", "P, according to Lee, adding", whatever the tree made of them. */
function lastSpeaker(doc: Doc, quoted: Quoted, cue: number, speaks: (verb: number) => boolean): SourceRun | null {
  const { first } = doc.sentences[doc.sentenceOf[cue]!]!;
  const last = cue - 2;
  if (opensClause(doc, last) && speaks(last) && childOf(doc, last, "nsubj") < 0) return speakerAtEnd(doc, quoted, last);
  for (let i = last; i > first && quoted.of[i] === -1 && !opensClause(doc, i); i--)
    if (lowerAt(doc, i - 1) === "according" && lowerAt(doc, i) === "to" && i < last) return speakerOf(doc, { first: i + 1, end: last + 1 });
  return null;
}

/** "footage of Ann Lee saying": the name right before a participle that no comma parts from it. */
function namedBefore(doc: Doc, cue: number): SourceRun | null {
  const name = doc.xpos[cue] === "VBG" ? doc.names.find((one) => one.end === cue && one.kind === "person") : undefined;
  if (name === undefined || doc.sentenceOf[name.first] !== doc.sentenceOf[cue]) return null;
  return lowerAt(doc, name.first - 1) === "of" ? speakerOf(doc, { first: name.first, end: name.end }) : null;
}

/** "…,” said X, adding": the subject behind the nearest verb of speech. */
function invertedSubject(doc: Doc, extents: Extents, cue: number, speaks: (verb: number) => boolean): SourceRun | null {
  const { first } = doc.sentences[doc.sentenceOf[cue]!]!;
  for (let i = cue - 1; i > first; i--) {
    const verb = doc.head[i]!;
    if (hasRelation(doc, i, "nsubj") && verb >= first && verb < i && speaks(verb)) return nominalRun(doc, extents, i, cue);
  }
  return null;
}

/** "criticised her for saying", "an apology from an official for saying": who is before "for", where that is a person or somebody it comes from. */
function blamed(doc: Doc, extents: Extents, cue: number): SourceRun | null {
  if (doc.xpos[cue] !== "VBG" || lowerAt(doc, cue - 1) !== "for") return null;
  // "X was criticised by the head of the port for saying": X said it.
  if (isSurelyPassive(doc, doc.head[cue] ?? -1)) return null;
  let head = cue - 2;
  while (head > 0 && doc.head[head]! < cue - 1 && doc.head[head]! > head && doc.upos[head] !== "VERB") head = doc.head[head]!;
  while (head > 0 && hasRelation(doc, head, "flat")) head = doc.head[head]!;
  const from = childrenOf(doc, head).some(
    (c) => c < head && /^(?:from|of|against|at)$/.test(lowerAt(doc, c)) && doc.relation[c] === "case",
  );
  const person = doc.names.some((one) => one.kind === "person" && one.first <= head && head < one.end);
  const them = /^(?:him|her|them|us|me)$/.test(lowerAt(doc, head));
  if (!them && !(/^(?:NOUN|PROPN)$/.test(doc.upos[head] ?? "") && (from || (person && hasRelation(doc, head, "obj"))))) return null;
  const run = nominalRun(doc, extents, head, cue);
  return { ...run, end: Math.min(run.end, cue - 1) };
}

/** "X marched – where Y once stood – chanting P": over what two dashes set off, to the subject before them. */
function beforeAside(doc: Doc, extents: Extents, quoted: Quoted, cue: number): SourceRun | null {
  if (doc.xpos[cue] !== "VBG") return null;
  const { first } = doc.sentences[doc.sentenceOf[cue]!]!;
  const isDash = (token: number) => /^[—–-]+$/.test(lowerAt(doc, token));
  let close = cue - 1;
  while (close > first && /^(?:SCONJ|ADV)$/.test(doc.upos[close]!)) close--;
  if (!isDash(close)) return null;
  for (let i = close - 1; i > first; i--) if (isDash(i)) return nearestSubject(doc, extents, quoted, i, (verb) => verb < i);
  return null;
}

/** True for a passive that the words around it do not speak against. */
function isHeldPassive(doc: Doc, slot: Slot): boolean {
  const { cue } = slot;
  if (!isPassive(doc, cue)) return false;
  if (isSurelyPassive(doc, cue)) return true;
  const tagged = /^tag/.test(slot.complement.frame) && doc.xpos[cue] === "VBN";
  return !tagged && !standsAlone(doc, cue);
}

/** True where the sentence has no finite verb: what looks like its participle is its verb, wrongly tagged. */
function standsAlone(doc: Doc, cue: number): boolean {
  const { first, end } = doc.sentences[doc.sentenceOf[cue]!]!;
  for (let i = first; i < end; i++) if (i !== cue && /^(?:VBD|VBZ|VBP|MD)$/.test(doc.xpos[i]!)) return false;
  return cue > first;
}

/** A word that leads into a noun phrase without being of it: "in", "after", "and"; "about 50" and "over 50" stay. */
function isLead(doc: Doc, token: number): boolean {
  return /^(?:ADP|SCONJ|CCONJ)$/.test(doc.upos[token]!) && doc.upos[token + 1] !== "NUM";
}

/** A name that the parser broke off its title ("Florida" of "Florida senator Ann Lee said"), whole again. */
function regrow(doc: Doc, source: SourceRun, cue: number): SourceRun {
  let { end } = source;
  if (source.head !== end - 1) return source;
  while (end < cue && /^(?:PROPN|NOUN)$/.test(doc.upos[end]!)) end++;
  if (end === source.end) return source;
  const name = doc.names.find((one) => one.first < end && end <= one.end);
  const run = { first: Math.max(name?.first ?? end - 1, source.first), end };
  return { first: source.first, end, head: headOfRun(doc, run) };
}

/** Where a dateline at the head of a paragraph ends ("LONDON, 8 Dec (Agency) — ", "(Agency) _"), as a token; the sentence's first token where there is none. */
export function datelineEnd(doc: Doc, token: number): number {
  const { first, end } = doc.sentences[doc.sentenceOf[token]!]!;
  if (!/^\p{Lu}{3,}$/u.test(doc.text.slice(doc.start[first]!, doc.end[first]!))) return first;
  for (let i = first + 1; i < Math.min(end, first + LONGEST_DATELINE); i++) {
    if (/^(?:VBD|VBZ|VBP|MD)$/.test(doc.xpos[i]!)) return first;
    if (/^[—–_-]+$/.test(lowerAt(doc, i))) return i + 1;
  }
  return first;
}

const LONGEST_DATELINE = 16;

/** The end of a source without what only says when ("X on Sunday", "X, meanwhile"). */
function withoutDate(doc: Doc, lexicon: CueLexicon, head: number, from: number): number {
  let end = from;
  let dated = false;
  while (end - 1 > head) {
    const last = end - 1;
    const date = isListed(doc, lexicon, "date", last);
    const loose = doc.upos[last] === "PUNCT" || (doc.upos[last] === "ADV" && lowerAt(doc, last - 1) === ",");
    if (!date && !loose && !(dated && /^(?:ADP|DET|ADJ)$/.test(doc.upos[last]!))) break;
    dated ||= date;
    end--;
  }
  return end;
}

/** A source without the commas, dashes and quotation marks at its ends. */
function trimSource(doc: Doc, lexicon: CueLexicon, found: SourceRun, cue: number): SourceRun {
  const source = regrow(doc, found, cue);
  let { first, end } = source;
  first = Math.max(first, datelineEnd(doc, source.head));
  while (first < source.head && (doc.upos[first] === "PUNCT" || isLead(doc, first))) first++;
  end = withoutDate(doc, lexicon, source.head, end);
  return { head: source.head, first, end };
}
