import { type CueLexicon, cueChance } from "../../lexicon/cues.ts";
import type { Doc } from "../../model/doc.ts";
import { speakerAfter, speakerBefore } from "./beside.ts";
import type { Draft } from "./draft.ts";
import type { Quoted } from "./quoted.ts";
import { cueRun, cuePos, readSlot, type Slot } from "./slots.ts";
import { findSource, isPassive, type SourceRun } from "./source.ts";
import { childWith, hasRelation, type Run, type Tree, trimRun, without } from "./tree.ts";

const NONE: ReadonlySet<string> = new Set();

/** Below this a word is not worth reading further. */
const LEAST_CHANCE = 0.05;

function ruleOf(slot: Slot): string {
  const { frame } = slot.complement;
  if (frame === "quote") return "quote";
  if (slot.pos === "N") return `noun.${frame}`;
  if (frame.startsWith("obj")) return `object.${frame}`;
  if (frame.startsWith("p:")) return `phrase.${frame.slice(2)}`;
  return `clause.${frame}`;
}

/** The cue reaches up over the verb it completes: "declined to say", "went on to call". */
function groupStart(doc: Doc, slot: Slot): number {
  const governor = doc.head[slot.cue]!;
  const grouped = slot.pos === "V" && hasRelation(doc, slot.cue, "xcomp") && governor >= 0 && governor < slot.cue && slot.cue - governor <= 4;
  return grouped && doc.upos[governor] === "VERB" ? governor : slot.cue;
}

/** True where the source stands inside what is said: the tree took a word of the quote for the speaker. */
function isInside(quoted: Quoted, slot: Slot, source: SourceRun): boolean {
  if (quoted.of[source.head] !== -1 && quoted.of[slot.cue] === -1) return true;
  const { frame, runs } = slot.complement;
  return (frame === "quote" || frame === "front") && runs.some((run) => run.first <= source.head && source.head < run.end && slot.cue >= run.end);
}

function sourceOf(doc: Doc, tree: Tree, quoted: Quoted, slot: Slot): SourceRun | null {
  const { cue } = slot;
  const source = findSource(doc, tree, cue);
  if (source !== null && !isInside(quoted, slot, source)) return source;
  if (slot.pos !== "V" || isPassive(doc, tree, cue)) return null;
  const reported = slot.complement.frame === "quote" || slot.complement.frame === "front";
  if (reported && slot.complement.runs.some((run) => run.end <= cue)) {
    const after = speakerAfter(doc, tree, quoted, cue);
    if (after !== null) return after;
  }
  return /^VB[DZP]$/.test(doc.xpos[cue]!) || childWith(doc, tree, cue, "aux") !== null ? speakerBefore(doc, tree, quoted, cue) : null;
}

function draftOf(doc: Doc, tree: Tree, quoted: Quoted, slot: Slot, probability: number, speech: boolean): Draft {
  const { complement, cue } = slot;
  const start = groupStart(doc, slot);
  const own = cueRun(doc, tree, cue, complement.particle);
  const cueTokens: Run = start === cue ? own : { first: cueRun(doc, tree, start, null).first, end: own.end };
  const source = sourceOf(doc, tree, quoted, slot);
  const holes = source === null ? [cueTokens] : [cueTokens, source];
  const bare = complement.frame === "quote" ? complement.runs : holes.reduce<readonly Run[]>(without, complement.runs);
  const content = bare.flatMap((run) => trimRun(doc, run) ?? []);
  return { cue: cueTokens, cueToken: cue, source, content, probability, rule: ruleOf(slot), speech, quotes: slot.quotes };
}

/** Voices that a word of the lexicon opens: verbs, nouns and adjectives outside quotation marks, by word and frame. */
export function readWorded(doc: Doc, tree: Tree, quoted: Quoted, lexicon: CueLexicon): Draft[] {
  const circumstances = lexicon.lists.get("circumstance") ?? NONE;
  const drafts: Draft[] = [];
  for (let token = 0; token < doc.length; token++) {
    const pos = cuePos(doc, token);
    if (pos === null || doc.head[token] === -1 && doc.relation[token] === "") continue;
    const key = `${doc.lemma[token]!.toLowerCase()}|${pos}`;
    if (!lexicon.frames.has(key)) continue;
    const slot = readSlot(doc, tree, quoted, token, pos, circumstances);
    const probability = cueChance(lexicon, key, slot.complement.frame);
    if (probability < LEAST_CHANCE || slot.complement.runs.length === 0) continue;
    const draft = draftOf(doc, tree, quoted, slot, probability, lexicon.speech.has(key));
    if (draft.content.length > 0) drafts.push(draft);
  }
  return drafts;
}
