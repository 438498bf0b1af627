import type { Doc, Span, Statement } from "../model/index.ts";
import { contains } from "../model/index.ts";
import { objectOf } from "../syntax/object.ts";
import { casesOf, childrenOf, hasRelation, spanOf, subtreeOf } from "../syntax/tree.ts";
import type { ActReading } from "./act/reading.ts";
import { fillSlot } from "./fill.ts";
import { readIssues } from "./issue.ts";
import type { Scene } from "./read.ts";

/**
 * What the words raise, and what the act is about by itself. The act's own clause speaks first: what another clause of the sentence is about,
 * or what the condition asks in return, is no matter of this act unless its own words raise nothing.
 */
export function issuesOf(scene: Scene, act: ActReading, evidence: Span, condition: Span | null): readonly string[] {
  const { doc, lexicons } = scene;
  const read = (spans: readonly Span[]) => [...new Set(spans.flatMap((span) => readIssues(doc, span, lexicons.issues)))];
  const narrow = [ownClause(doc, act), condition ? without(evidence, condition) : [], [evidence], antecedent(doc, act.trigger)];
  const raised = narrow.map(read).find((issues) => issues.length > 0) ?? [];
  const own = lexicons.actIssues.get(`${act.eventType}/${act.mode}`);
  if (!own || raised.includes(own.issue) || (own.alone && raised.length > 0) || isPronoun(doc, objectOf(doc, act.trigger))) return raised;
  return [own.issue, ...raised];
}

/** The words under the act, those of other verbs beside it and of what depends on them left out. */
function ownClause(doc: Doc, { trigger, words }: ActReading): readonly Span[] {
  const beside = childrenOf(doc, trigger, "conj", "advcl", "parataxis").flatMap((c) => (doc.upos[c] === "VERB" ? subtreeOf(doc, c) : []));
  const own = [...new Set([...words, ...subtreeOf(doc, trigger).filter((t) => !beside.includes(t))])].sort((a, b) => a - b);
  const runs: number[][] = [];
  for (const t of own) {
    const run = runs.at(-1);
    if (run?.at(-1) === t - 1) run.push(t);
    else runs.push([t]);
  }
  return runs.map((run) => spanOf(doc, run));
}

/** "the grain accord that X and Y signed": the words a relative clause stands under, up to the clause. */
function antecedent(doc: Doc, trigger: number): readonly Span[] {
  const noun = hasRelation(doc, trigger, "acl:relcl") ? (doc.head[trigger] ?? -1) : -1;
  const clause = Math.min(...subtreeOf(doc, trigger));
  const words = noun < 0 ? [] : subtreeOf(doc, noun).filter((t) => t <= noun && t < clause);
  return words.length > 0 ? [spanOf(doc, words)] : [];
}

function without(span: Span, hole: Span): Span[] {
  return [
    { start: span.start, end: Math.min(span.end, hole.start) },
    { start: Math.max(span.start, hole.end), end: span.end },
  ].filter((part) => part.end > part.start);
}

/** "withdraw it": what the act is about stands elsewhere. */
function isPronoun(doc: Doc, token: number): boolean {
  return token >= 0 && doc.upos[token] === "PRON";
}

/** The thing given, asked or held: the words of the first object slot that is filled. */
export function matterOf(scene: Scene, act: ActReading): Statement["objects"] {
  const { doc } = scene;
  for (const slot of act.frame.object) {
    const token = fillSlot(doc, act.trigger, act.words, slot);
    if (token >= 0) return [spanOf(doc, subtreeOf(doc, token))];
  }
  return [];
}

/** Where it happened: the name of a place behind "in" or "at" under the act or a word that governs it. */
export function placeOf(scene: Scene, chain: readonly number[]): Span | null {
  const { doc } = scene;
  const phrases = chain
    .flatMap((token) => childrenOf(doc, token, "obl", "nmod"))
    .filter((t) => casesOf(doc, t).some((c) => c === "in" || c === "at"));
  const name = doc.names.find((n) => n.kind === "place" && phrases.some((t) => t >= n.first && t < n.end));
  return name ? { start: doc.start[name.first]!, end: doc.end[name.end - 1]! } : null;
}

/** Those who led a side, by a word inside the evidence. */
export function leadersOf(scene: Scene, evidence: Span): Statement["leaders"] {
  const { doc } = scene;
  return scene.leads
    .filter((l) => contains(evidence, { start: doc.start[l.trigger]!, end: doc.end[l.trigger]! }))
    .flatMap((l) => l.leaders);
}
