import type { Doc } from "../../model/index.ts";
import { casesOf, childrenOf, hasRelation, lowerAt, sentenceAt } from "../../syntax/tree.ts";
import { isPrice } from "./bound.ts";
import { isInverted } from "./inverted.ts";
import { dayOf, isAssuming, isToCome, markerOf } from "./marker.ts";
import { formOf, openingOf } from "./opening.ts";
import { imperativeBefore, isOrder } from "./order.ts";

const SUPPOSING = new Set(["if", "unless", "whether", "lest", "in case", "provided", "providing"]);

const WAITING = new Set(["once", "until", "till"]);

/** True where the act stands inside somebody's condition: it is supposed, not told. */
export function insideCondition(doc: Doc, trigger: number): boolean {
  if (isOrder(doc, trigger) && laterClauses(doc, trigger).some((t) => imperativeBefore(doc, t)?.imperative === trigger)) return true;
  for (let t = trigger; t >= 0; t = doc.head[t] ?? -1) {
    const noun = nounOf(doc, t);
    if (isSupposed(doc, t) || isPrice(doc, t) || (noun >= 0 && isPrice(doc, noun))) return true;
  }
  return isOpening(doc, trigger);
}

/** "X's readiness to pay": the noun right before the "to" of a clause, wherever the parser hung the clause; -1 where there is none. */
function nounOf(doc: Doc, clause: number): number {
  const to = hasRelation(doc, clause, "advcl", "xcomp") ? childrenOf(doc, clause, "mark").find((c) => lowerAt(doc, c) === "to") : undefined;
  return to !== undefined && to > 0 && doc.upos[to - 1] === "NOUN" ? to - 1 : -1;
}

/** "Had they sought to leave, …": before the comma of such an opening nothing is told. */
function isOpening(doc: Doc, trigger: number): boolean {
  const { end } = sentenceAt(doc, trigger);
  const first = openingOf(doc, trigger);
  let close = first;
  while (close < end && formOf(doc, close) !== ",") close++;
  return trigger < close && close < end && isInverted(doc, first, close);
}

/** "if X", "whether X", "once X happens": a clause that waits to come true. A main clause that the parser gave the "if" of its own clause counts too. */
function isSupposed(doc: Doc, clause: number): boolean {
  const marks = [...casesOf(doc, clause), ...childrenOf(doc, clause, "advmod").map((c) => lowerAt(doc, c))];
  // "unless and until", which the parser takes for one word
  if (marks.some((m) => SUPPOSING.has(m) || m.startsWith("unless ")) || isTurned(doc, clause) || isAwaited(doc, clause)) return true;
  const present = [clause, ...childrenOf(doc, clause, "aux", "aux:pass", "cop")].some((t) => ["VBZ", "VBP"].includes(doc.xpos[t] ?? ""));
  // "so that the army is reduced"
  if (present && hasRelation(doc, clause, "advcl") && marks.includes("so") && marks.includes("that")) return true;
  if (!hasRelation(doc, clause, "advcl") || !marks.some((m) => WAITING.has(m))) return false;
  return present || isToCome(doc, doc.head[clause] ?? -1);
}

/** "will pay as soon as X leaves", "on the day X leaves", "only when X leaves", "provided that X leaves": what has to come first. */
function isAwaited(doc: Doc, clause: number): boolean {
  const head = doc.head[clause] ?? -1;
  if (head < 0) return false;
  if (hasRelation(doc, clause, "ccomp") && isAssuming(doc, head)) return true;
  if (dayOf(doc, head) === clause) return true;
  // "will pay as long as X stays", where a parser hangs the clause on the verb
  const mark = childrenOf(doc, clause, "mark").find((m) => lowerAt(doc, m) === "as") ?? 0;
  if (mark > 1 && lowerAt(doc, mark - 1) === "long" && lowerAt(doc, mark - 2) === "as" && isToCome(doc, head)) return true;
  if (hasRelation(doc, clause, "advcl") && lowerAt(doc, head) === "soon") return isToCome(doc, doc.head[head] ?? -1);
  if (hasRelation(doc, clause, "acl:relcl")) {
    for (let up = doc.head[head] ?? -1, steps = 0; up >= 0 && steps < 2; up = doc.head[up] ?? -1, steps++)
      if (dayOf(doc, up) === head) return true;
    return false;
  }
  return hasRelation(doc, clause, "advcl") && ["only after", "before"].includes(markerOf(doc, clause) ?? "");
}

/** "… should they leave": "should" before the subject of a clause that hangs on another. */
function isTurned(doc: Doc, clause: number): boolean {
  const subject = childrenOf(doc, clause, "nsubj", "nsubj:pass")[0] ?? -1;
  const turned = childrenOf(doc, clause, "aux").some((c) => c < subject && lowerAt(doc, c) === "should");
  return turned && !hasRelation(doc, clause, "root");
}

/** The clauses behind a token in its sentence. */
function laterClauses(doc: Doc, token: number): readonly number[] {
  const { end } = sentenceAt(doc, token);
  return Array.from({ length: end - token - 1 }, (_, i) => token + 1 + i).filter((t) => doc.upos[t] === "VERB" || doc.upos[t] === "ADJ");
}
