import type { CueLexicon } from "../../lexicon/cues.ts";
import type { Doc } from "../../model/doc.ts";
import { contains, overlaps, type Span } from "../../model/span.ts";
import type { Draft } from "./draft.ts";
import { readKind } from "./kind.ts";
import type { Quoted } from "./quoted.ts";
import { type Run, spanOf } from "./tree.ts";
import type { Voice } from "./voice.ts";

/** Each quote has one speaker: the likeliest cue beside it. Drafts left without any of their quotes fall. */
export function shareQuotes(drafts: readonly Draft[]): Draft[] {
  const owner = new Map<number, Draft>();
  for (const draft of drafts)
    for (const quote of draft.quotes) {
      const other = owner.get(quote);
      if (other === undefined || draft.probability > other.probability) owner.set(quote, draft);
    }
  return drafts.filter((draft) => draft.quotes.length === 0 || draft.quotes.some((quote) => owner.get(quote) === draft));
}

function touches(a: Run, b: Run): boolean {
  return a.first < b.end && b.first < a.end;
}

/** Of cues that share words ("declined to say" and "declined") the longer stays, of equals the likelier. */
export function separateCues(drafts: readonly Draft[]): Draft[] {
  const size = (draft: Draft) => (draft.cue === null ? 0 : draft.cue.end - draft.cue.first);
  const ranked = [...drafts].sort((a, b) => size(b) - size(a) || b.probability - a.probability);
  const taken = new Map<number, Draft>();
  const kept: Draft[] = [];
  for (const draft of ranked) {
    const { cue } = draft;
    if (cue !== null) {
      let free = true;
      for (let i = cue.first; i < cue.end; i++) free &&= !taken.has(i);
      if (!free) continue;
      for (let i = cue.first; i < cue.end; i++) taken.set(i, draft);
    }
    kept.push(draft);
  }
  return kept.filter(
    (draft) => draft.cue === null || !kept.some((other) => other !== draft && other.cue !== null && touches(draft.cue!, other.cue)),
  );
}

function formOf(quoted: Quoted, content: readonly Run[], text: Doc): Voice["form"] {
  let inside = 0;
  let outside = 0;
  for (const run of content)
    for (let i = run.first; i < run.end; i++) {
      if (text.upos[i] === "PUNCT") continue;
      if (quoted.of[i] === -1) outside++;
      else inside++;
    }
  if (inside === 0) return "indirect";
  return outside <= 1 ? "direct" : "mixed";
}

/** For each voice the smallest one whose content holds its cue. */
function nest(voices: readonly Omit<Voice, "nestedIn">[]): (number | null)[] {
  const size = (spans: readonly Span[]) => spans.reduce((sum, span) => sum + span.end - span.start, 0);
  return voices.map((voice, i) => {
    const anchor = voice.cue ?? voice.content[0]!;
    let best: number | null = null;
    voices.forEach((other, j) => {
      if (i === j || !other.content.some((span) => contains(span, anchor))) return;
      // Two that hold each other's cue (a cue in the middle of what it reports) do not nest.
      if (other.cue !== null && voice.content.some((span) => overlaps(span, other.cue!))) return;
      if (best === null || size(other.content) < size(voices[best]!.content)) best = j;
    });
    return best;
  });
}

/** Turns drafts into voices in the order of the text: offsets, form, kind and nesting. */
export function settleVoices(doc: Doc, quoted: Quoted, lexicon: CueLexicon, drafts: readonly Draft[]): Voice[] {
  const at = (draft: Draft) => draft.cue?.first ?? draft.content[0]!.first;
  const ordered = [...drafts].sort((a, b) => at(a) - at(b));
  let before: Voice["kind"] = "named";
  const voices = ordered.map((draft) => {
    const { kind, head } = readKind(doc, lexicon, draft.source, before);
    if (draft.source !== null) before = kind;
    return {
      cue: draft.cue === null ? null : spanOf(doc, draft.cue),
      cueToken: draft.cueToken,
      source: draft.source === null ? null : { span: spanOf(doc, draft.source), head },
      content: draft.content.map((run) => spanOf(doc, run)),
      form: formOf(quoted, draft.content, doc),
      kind,
      probability: draft.probability,
      rule: draft.rule,
      speech: draft.speech,
    };
  });
  const nested = nest(voices);
  return voices.map((voice, i) => ({ ...voice, nestedIn: nested[i]! }));
}
