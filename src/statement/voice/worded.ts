import { type CueLexicon, cueChance, inContext, isListed, reportingShare } from "../../lexicon/cues.ts";
import type { Doc } from "../../model/doc.ts";
import { childOf, hasRelation, lowerAt } from "../../syntax/tree.ts";
import { isQuoted } from "./complement.ts";
import { readContext } from "./context.ts";
import { beforeAside, beforeDenial, beforeRemark, withinQuote } from "./cut.ts";
import type { Draft } from "./draft.ts";
import { type Extents, type Run, trimRun, without } from "./extents.ts";
import { readAside, readClosing, readInverted, readLoose } from "./loose.ts";
import type { Quoted } from "./quoted.ts";
import { cuePos, cueRun, readSlot, type Slot } from "./slots.ts";
import { isSurelyPassive, nominalRun, type SourceRun } from "./source.ts";
import { findSpeaker, isRaising } from "./speaker.ts";

/** The key under which verbs too rare to list are counted together. */
export const UNLISTED = "*|V";

/** Below this a word is not worth reading further. */
const LEAST_CHANCE = 0.05;

/** Share of a verb's cues in these frames above which it is read loosely. */
const REPORTING = 0.4;
/** The same where the word "that" shows the clause. */
const MARKED = 0.3;
/** Chance of a verb that the order of words shows to be a tag. */
const SURE = 0.9;
/** Below this it reports no clause before it. */
const SCARCE = 0.2;
const ALONE: ReadonlySet<string> = new Set(["that", "bare", "front", "quote", "tag", "tagend", "if", "wh"]);
const WITH_ADDRESSEE: ReadonlySet<string> = new Set(["that", "bare", "if", "wh"]);

// Swept on PolNeAR dev: .5 to 1 by .1.
const TRUST = 0.7;

/** Least chance of a verb that takes the one above it into its cue ("declined to say", but "denied sending"). */
const GROUPED = 0.3;

function ruleOf(slot: Slot): string {
  const { frame } = slot.complement;
  if (isQuoted(frame)) return frame;
  if (slot.pos === "N") return `noun.${frame}`;
  if (frame.startsWith("obj")) return `object.${frame}`;
  if (frame.startsWith("p:")) return `phrase.${frame.slice(2)}`;
  return `clause.${frame}`;
}

const CLAUSES: ReadonlySet<string> = new Set(["that", "bare", "front", "if", "wh"]);

/** "said that P", "reported losses", "accused X of P" put P forward; "condemned the raid", "voted to delay it", "no losses were reported in X", "it appears that P" do not. */
function isAsserted(doc: Doc, quoted: Quoted, lexicon: CueLexicon, slot: Slot, source: SourceRun | null): boolean {
  const { frame } = slot.complement;
  // "As we reported": outside quotation marks it is the author who speaks of himself.
  if (source !== null && quoted.of[slot.cue] === -1 && doc.upos[source.head] === "PRON" && /^(?:i|we)$/.test(lowerAt(doc, source.head)))
    return false;
  // "it is not certain that P"
  if (slot.pos === "A" && source !== null && lowerAt(doc, source.head) === "it") return false;
  if (isQuoted(frame) || (CLAUSES.has(frame) && source !== null)) return true;
  const tells = isListed(lexicon, "tells", doc.lemma[slot.cue]!);
  // "is accused of paying": somebody says so, though nobody says who; "meet to announce a plan" tells of what is to be said.
  return tells && (source !== null || /^(?:to|p:of)$/.test(frame) || CLAUSES.has(frame) || slot.pos !== "V");
}

/** The cue reaches up over the verb it completes: "declined to say", "went on to call". */
function groupStart(doc: Doc, slot: Slot): number {
  const governor = doc.head[slot.cue]!;
  // "is quoted as saying" is one cue too.
  const quotedAs = doc.xpos[slot.cue] === "VBG" && slot.cue > 0 && lowerAt(doc, slot.cue - 1) === "as";
  const grouped =
    slot.pos === "V" &&
    (quotedAs || hasRelation(doc, slot.cue, "xcomp")) &&
    governor >= 0 &&
    governor < slot.cue &&
    slot.cue - governor <= 4;
  if (!grouped || doc.upos[governor] !== "VERB") return slot.cue;
  for (let i = governor + 1; i < slot.cue; i++) if (!/^(?:PART|ADV|AUX|ADP)$/.test(doc.upos[i]!)) return slot.cue;
  return governor;
}

/** "Oman is expected to sign", "Oman seems ready": the subject is of what is said, and nobody is said to say it. */
function raisedSubject(doc: Doc, extents: Extents, lexicon: CueLexicon, slot: Slot): Run | null {
  const { frame } = slot.complement;
  if (slot.pos !== "V" || !/^(?:to|small|p:.*|obj|obj\+to)$/.test(frame)) return null;
  const raising = isRaising(doc, lexicon, slot.cue) && /^(?:to|small|obj)$/.test(frame);
  const passive = isSurelyPassive(doc, slot.cue) && !isListed(lexicon, "felt", doc.lemma[slot.cue]!);
  if (!raising && !passive) return null;
  const subject = childOf(doc, slot.cue, passive ? "nsubj:pass" : "nsubj");
  return subject < 0 || subject > slot.cue ? null : nominalRun(doc, extents, subject, slot.cue);
}

/** A source that ends where what it says begins ("told by mediators [that …]"). */
function clearOf(source: SourceRun, runs: readonly Run[]): SourceRun {
  const starts = runs.map((run) => run.first).filter((first) => first > source.head && first < source.end);
  return { ...source, end: Math.min(source.end, ...starts) };
}

function draftOf(doc: Doc, extents: Extents, quoted: Quoted, lexicon: CueLexicon, reading: Reading, chance: number): Draft {
  const { slot, key } = reading;
  const { complement, cue } = slot;
  const source = reading.source === null ? null : clearOf(reading.source, complement.runs);
  const start = chance < GROUPED ? cue : groupStart(doc, slot);
  const own = cueRun(doc, extents, cue, complement.particle);
  const cueTokens: Run = start === cue ? own : { first: cueRun(doc, extents, start, null).first, end: own.end };
  // "declined to say": the group is as good a cue as its likelier half.
  const upper = start === cue ? 0 : cueChance(lexicon, `${doc.lemma[start]!.toLowerCase()}|V`, "to");
  const probability = inContext(lexicon, Math.max(chance, upper), readContext(doc, lexicon, slot, source), TRUST);
  const subject = raisedSubject(doc, extents, lexicon, slot);
  const holes = source === null ? [cueTokens] : [cueTokens, source];
  const clause = /^(?:that|bare|if|wh)$/.test(complement.frame);
  const reported = complement.runs
    .map((run) => beforeDenial(doc, lexicon, quoted, run))
    .map((run) => (clause ? beforeRemark(doc, quoted, beforeAside(doc, lexicon, quoted, run)) : run));
  const bare = isQuoted(complement.frame) ? complement.runs : holes.reduce<readonly Run[]>(without, reported);
  const content = [...(subject === null ? [] : [subject]), ...bare].flatMap((run) => trimRun(doc, withinQuote(quoted, cue, run)) ?? []);
  return {
    cue: cueTokens,
    cueToken: cue,
    source,
    content,
    probability,
    rule: ruleOf(slot),
    speech: lexicon.speech.has(key),
    asserts: isAsserted(doc, quoted, lexicon, slot, source),
    quotes: slot.quotes,
  };
}

/** The draft without the quotes beside it, where that says something by itself. */
function fallbackOf(doc: Doc, extents: Extents, quoted: Quoted, lexicon: CueLexicon, reading: Reading): Draft | null {
  const { plain } = reading.slot;
  if (plain === null || plain.runs.length === 0) return null;
  const slot: Slot = { ...reading.slot, complement: plain, plain: null, quotes: [] };
  const draft = draftOf(doc, extents, quoted, lexicon, { ...reading, slot }, cueChance(lexicon, reading.key, plain.frame));
  return draft.content.length > 0 ? draft : null;
}

/** "X, a nurse, told the agency": behind such a verb stands who is spoken to. */
function isAddressing(doc: Doc, lexicon: CueLexicon, cue: number): boolean {
  return isListed(lexicon, "addressing", doc.lemma[cue]!);
}

/** A verb that mostly reports clauses but shows none in the tree is read by the order of its words. */
function loosened(
  doc: Doc,
  extents: Extents,
  quoted: Quoted,
  lexicon: CueLexicon,
  key: string,
  slot: Slot,
): { slot: Slot; speaker: SourceRun | null; sure?: boolean } {
  const { frame } = slot.complement;
  const tight = { slot, speaker: null };
  if (slot.pos !== "V") return tight;
  const closes = lexicon.speech.has(key) && slot.quotes.length === 0 && frame !== "front";
  const closing = closes ? readClosing(doc, quoted, slot.cue, circumstancesOf(lexicon)) : null;
  if (closing !== null) return { slot: { ...slot, complement: closing.complement }, speaker: closing.speaker, sure: true };
  const poor = frame === "none" || frame === "obj" || frame.startsWith("p:") || frame === "small" || frame === "pass";
  const aside =
    slot.quotes.length === 0 && reportingShare(lexicon, key, ALONE) >= REPORTING
      ? ((lexicon.speech.has(key) && !isAddressing(doc, lexicon, slot.cue) ? readInverted(doc, quoted, slot.cue) : null) ??
        readAside(doc, quoted, slot.cue))
      : null;
  if (aside !== null) return { slot: { ...slot, complement: aside.complement }, speaker: aside.speaker };
  if (!(poor || frame === "front")) return tight;
  const share = reportingShare(lexicon, key, frame === "none" || frame === "front" ? ALONE : WITH_ADDRESSEE);
  const loose = reportingShare(lexicon, key, ALONE) < MARKED ? null : readLoose(doc, extents, quoted, slot.cue, frame === "front");
  if (loose === null || (loose.complement.frame === "bare" && share < REPORTING)) return tight;
  return { slot: { ...slot, complement: loose.complement }, speaker: loose.speaker };
}

// The two lists are joined once a lexicon.
const JOINED = new WeakMap<CueLexicon, ReadonlySet<string>>();

function circumstancesOf(lexicon: CueLexicon): ReadonlySet<string> {
  const known = JOINED.get(lexicon);
  if (known) return known;
  const joined = new Set([...(lexicon.lists.get("circumstance") ?? []), ...(lexicon.lists.get("date") ?? [])]);
  JOINED.set(lexicon, joined);
  return joined;
}

/** A possible cue as it is read in its sentence: the slot, its key in the lexicon, and who would speak. */
export interface Reading {
  readonly slot: Slot;
  readonly key: string;
  readonly source: SourceRun | null;
  /** The order of words alone shows a tag, whatever the verb: "P, the port confirmed.", "“P,” she specified at the fair." */
  readonly sure: boolean;
}

/** Reads a token as a possible cue, or null where the lexicon does not know it. */
export function readPossible(doc: Doc, extents: Extents, quoted: Quoted, lexicon: CueLexicon, token: number): Reading | null {
  const pos = cuePos(doc, token);
  if (pos === null) return null;
  const key = `${doc.lemma[token]!.toLowerCase()}|${pos}`;
  if (!lexicon.frames.has(key) && pos !== "V") return null;
  const circumstances = circumstancesOf(lexicon);
  if (!lexicon.frames.has(key)) {
    // A verb that nobody counted speaks where it tags a quote ("…,” she thundered").
    const slot = readSlot(doc, extents, quoted, token, pos, circumstances);
    if (!isQuoted(slot.complement.frame)) return null;
    const source = findSpeaker(doc, extents, quoted, lexicon, slot);
    return { slot, key: UNLISTED, source, sure: isPlainTag(doc, quoted, slot, source) };
  }
  const read = readSlot(doc, extents, quoted, token, pos, circumstances);
  // "refused to call it a raid: “…”": only a word of speech has both words of its own and a quote behind them.
  const own = read.complement.frame === "quote" && !lexicon.speech.has(key) && read.plain !== null && read.plain.runs.length > 0;
  const alone: Slot = own ? { ...read, complement: read.plain!, plain: null, quotes: [] } : read;
  const { slot, speaker, sure } = loosened(doc, extents, quoted, lexicon, key, alone);
  const source = speaker ?? findSpeaker(doc, extents, quoted, lexicon, slot);
  return { slot, key, source, sure: sure === true || isPlainTag(doc, quoted, slot, source) };
}

/** Words of the shortest quote that any verb tags. */
const LEAST_TAGGED = 5;

/** "“…,” she specified": a quote that ends in a comma, then its speaker, then the verb, and nothing else between. */
function isPlainTag(doc: Doc, quoted: Quoted, slot: Slot, source: SourceRun | null): boolean {
  const run = slot.quotes.map((index) => quoted.runs[index]!).find((one) => one.end <= slot.cue);
  if (run === undefined || source === null || slot.cue !== source.end || doc.xpos[slot.cue] !== "VBD") return false;
  const comma = /,["'”’\s]*$/.test(doc.text.slice(doc.start[run.first]!, doc.end[run.end - 1]!));
  return comma && source.first === run.end && run.end - run.first > LEAST_TAGGED;
}

/** Voices that a word of the lexicon opens: verbs, nouns and adjectives outside quotation marks, by word and frame. */
export function readWorded(doc: Doc, extents: Extents, quoted: Quoted, lexicon: CueLexicon): Draft[] {
  const drafts: Draft[] = [];
  for (let token = 0; token < doc.length; token++) {
    const reading = readPossible(doc, extents, quoted, lexicon, token);
    if (reading === null || reading.slot.complement.runs.length === 0) continue;
    // "We stay, even if they threaten a strike, Lee says": what stands before a verb that reports no clauses is none of its own.
    const front = reading.slot.complement.frame === "front";
    if (front && reportingShare(lexicon, reading.key, ALONE) < SCARCE) continue;
    // "said P, a prospect Lee denied": none puts forward what it denies.
    if (front && isListed(lexicon, "denial", doc.lemma[token]!)) continue;
    // "They condemned the army, which says P": what stands before the pronoun is the author's.
    if (front && /^(?:who|which)$/.test(lowerAt(doc, token - 1))) continue;
    const chance = Math.max(cueChance(lexicon, reading.key, reading.slot.complement.frame), reading.sure ? SURE : 0);
    if (chance < LEAST_CHANCE) continue;
    const draft = draftOf(doc, extents, quoted, lexicon, reading, chance);
    const fallback = fallbackOf(doc, extents, quoted, lexicon, reading);
    if (draft.content.length > 0) drafts.push(fallback === null ? draft : { ...draft, fallback });
  }
  return drafts;
}
