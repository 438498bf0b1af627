import type { CueLexicon } from "../../lexicon/cues.ts";
import type { Doc } from "../../model/doc.ts";
import { lowerAt } from "../../syntax/tree.ts";
import type { Draft } from "./draft.ts";
import { type Run, spanOfRun, without } from "./extents.ts";
import { readKind } from "./kind.ts";
import type { Quoted } from "./quoted.ts";
import type { Voice } from "./voice.ts";

/** Each quote has one speaker: the likeliest cue beside it. Drafts left without any of their quotes fall, or fall back on their clause. */
export function shareQuotes(quoted: Quoted, drafts: readonly Draft[]): Draft[] {
  const owner = new Map<number, Draft>();
  for (const draft of drafts)
    for (const quote of draft.quotes) {
      const other = owner.get(quote);
      if (other === undefined || draft.probability > other.probability) owner.set(quote, draft);
    }
  return drafts.flatMap((draft) => {
    const kept = draft.quotes.filter((quote) => owner.get(quote) === draft);
    if (kept.length === draft.quotes.length) return [draft];
    if (kept.length === 0) return draft.fallback ?? [];
    const lost = draft.quotes.filter((quote) => !kept.includes(quote)).map((quote) => quoted.runs[quote]!);
    return [{ ...draft, quotes: kept, content: lost.reduce<readonly Run[]>(without, draft.content) }];
  });
}

/** "A said P, B reported": what A said ends where the words of B begin. */
export function cutTags(doc: Doc, drafts: readonly Draft[]): Draft[] {
  const ordered = [...drafts].sort((a, b) => anchorOf(a) - anchorOf(b));
  return ordered.map((draft, i) => {
    // The tag stands at the end of its sentence: one of the next few cues.
    const tag = ordered.slice(i + 1, i + 6).find((other) => isTagOver(doc, other, draft));
    if (tag === undefined) return draft;
    const words = [
      tag.cue!.first,
      tag.source?.first ?? tag.cue!.first,
      ...(tag.rule === "clause.front" ? [] : tag.content.map((run) => run.first)),
    ];
    const from = Math.min(...words.filter((first) => first >= draft.cue!.end));
    const content = without(draft.content, { first: from, end: Math.max(...draft.content.map((run) => run.end)) });
    return content.length > 0 ? { ...draft, content } : draft;
  });
}

function isTagOver(doc: Doc, tag: Draft, draft: Draft): boolean {
  if (tag.cue === null || draft.cue === null) return false;
  // "A said P, adding Q": the same speaker's next words.
  const same = tag.source !== null && tag.source.head === draft.source?.head && tag.cueToken !== null;
  const adding = same && doc.xpos[tag.cueToken!] === "VBG" && /,\s*$/.test(doc.text.slice(0, doc.start[tag.cue.first]!).slice(-3));
  if (adding && !draft.rule.startsWith("tag")) return draft.content.some((run) => run.first < tag.cue!.first && tag.cue!.first < run.end);
  // "A said P, and B replied, “…”": a quote with a speaker of its own is none of P.
  const another =
    /^(?:quote|tag|tagend)$/.test(tag.rule) &&
    draft.rule.startsWith("clause.") &&
    tag.source !== null &&
    tag.source.head !== draft.source?.head;
  // "said that he had called and the president had told him: “…”": what had been said is told with P.
  const earlier = tag.cueToken !== null && lowerAt(doc, tag.cueToken - 1) === "had";
  if (another && !earlier && draft.quotes.length === 0)
    return draft.content.some((run) => run.first < tag.cue!.first && tag.cue!.first < run.end);
  if (!/^(?:clause\.front|tag|tagend)$/.test(tag.rule)) return false;
  const at = tag.cue.first;
  const cue = draft.cue.first;
  return draft.content.some((run) => run.first <= at && at < run.end) && tag.content.some((run) => run.first <= cue && cue < run.end);
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
  return kept;
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

const anchorOf = (draft: Draft) => draft.cue?.first ?? draft.content[0]!.first;

/** For each draft the smallest larger one whose content holds its cue: larger contents are laid down first, smaller ones over them. */
function nest(length: number, drafts: readonly Draft[]): (number | null)[] {
  const size = (draft: Draft) => draft.content.reduce((sum, run) => sum + run.end - run.first, 0);
  const layers = drafts.map((draft, i) => ({ draft, i, size: size(draft) })).sort((a, b) => b.size - a.size || a.i - b.i);
  const above: (number | null)[] = new Array(drafts.length).fill(null);
  const top = new Int32Array(length).fill(-1);
  for (const { draft, i } of layers) {
    const at = top[anchorOf(draft)]!;
    if (at >= 0) above[i] = at;
    for (const run of draft.content) top.fill(i, run.first, run.end);
  }
  return above;
}

/** Turns drafts into voices in the order of the text: offsets, form, kind and nesting. */
export function settleVoices(doc: Doc, quoted: Quoted, lexicon: CueLexicon, drafts: readonly Draft[]): Voice[] {
  const ordered = [...drafts].sort((a, b) => anchorOf(a) - anchorOf(b));
  let before: Voice["kind"] = "named";
  const voices = ordered.map((draft) => {
    const { kind, head } = readKind(doc, lexicon, draft.source, before);
    if (draft.source !== null) before = kind;
    return {
      cue: draft.cue === null ? null : spanOfRun(doc, draft.cue),
      cueToken: draft.cueToken,
      source: draft.source === null ? null : { span: spanOfRun(doc, draft.source), head },
      content: draft.content.map((run) => spanOfRun(doc, run)),
      // A speech printed in full needs no marks of quotation.
      form: draft.rule === "text" ? "direct" : formOf(quoted, draft.content, doc),
      kind,
      probability: draft.probability,
      rule: draft.rule,
      speech: draft.speech,
      asserts: draft.asserts,
    };
  });
  const nested = nest(doc.length, ordered);
  const place = new Map(ordered.map((draft, i) => [draft.inside === undefined ? draft.cueToken : null, i]));
  return voices.map((voice, i) => {
    const { inside } = ordered[i]!;
    const known = inside === undefined ? undefined : place.get(inside.cueToken);
    return { ...voice, nestedIn: known ?? nested[i]! };
  });
}
