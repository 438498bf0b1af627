import type { Span, Statement } from "../model/index.ts";
import { contains } from "../model/index.ts";
import { casesOf, childrenOf, spanOf, subtreeOf } from "../syntax/tree.ts";
import type { ActReading } from "./act/reading.ts";
import { fillSlot } from "./fill.ts";
import { readIssues } from "./issue.ts";
import type { Scene } from "./read.ts";

/** What the words raise, and what the act is about by itself. */
export function issuesOf(scene: Scene, act: ActReading, evidence: Span): readonly string[] {
  const raised = readIssues(scene.doc, evidence, scene.lexicons.issues);
  const own = scene.lexicons.actIssues.get(`${act.eventType}/${act.mode}`);
  return own && !raised.includes(own) ? [own, ...raised] : raised;
}

/** The thing given, asked or held: the words of the first object slot that is filled. */
export function objectsOf(scene: Scene, act: ActReading): Statement["objects"] {
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
