import type { Doc } from "../model/index.ts";
import { childrenOf } from "./tree.ts";

/** Tags of verb forms that are finite by themselves: past, present, modal. */
export const FINITE: ReadonlySet<string> = new Set(["VBD", "VBZ", "VBP", "MD"]);

/** True where a verb or predicate, or a word that helps it, is finite. */
export function isFiniteAt(doc: Doc, token: number): boolean {
  return [token, ...childrenOf(doc, token, "aux", "aux:pass", "cop")].some((t) => FINITE.has(doc.xpos[t] ?? ""));
}
