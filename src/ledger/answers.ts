import { containment } from "../text/words.ts";
import type { Draft } from "./entries.ts";

/** How far an entry answers an ask. */
export type Answer = "met" | "partly" | "refused" | "countered";

/** An ask (or offer) with the entry that answers it and how. */
export interface Answered {
  readonly ask: string;
  readonly reply: string;
  readonly how: Answer;
}

// So many asks of one side stay open to an answer; older ones are found no more, and the work stays linear.
const KEPT_OPEN = 40;

/** Ties each reply of a row to the latest ask or offer of the other side it can answer. `drafts` stand in order of time. */
export function answer(drafts: readonly Draft[], issue: string): readonly Answered[] {
  const found: Answered[] = [];
  const open: Draft[] = [];
  for (const draft of drafts) {
    const how = replyOf(draft);
    if (how) {
      const ask = open.findLast((one) => fits(one, draft, issue));
      if (ask) found.push({ ask: ask.entry.id, reply: draft.entry.id, how: how === "met" && !isWhole(ask, draft) ? "partly" : how });
    }
    if (draft.kind === "asked" || draft.kind === "offered" || draft.kind === "conditional") open.push(draft);
    if (open.length > KEPT_OPEN) open.shift();
  }
  return found;
}

function replyOf(draft: Draft): Answer | null {
  if (draft.kind === "given") return "met";
  if (draft.kind === "refused") return "refused";
  if (draft.kind === "conditional" || draft.kind === "promised" || draft.kind === "offered") return "countered";
  return null;
}

function fits(ask: Draft, reply: Draft, issue: string): boolean {
  const turned = ask.entry.from === reply.entry.to && ask.entry.to === reply.entry.from;
  const alike = ask.entry.from === reply.entry.from && ask.entry.to === reply.entry.to;
  if (!turned && !(reply.mutual && alike)) return false;
  // An offer is taken up by a gift or turned down; another offer does not answer it.
  if (ask.kind !== "asked" && reply.kind !== "given" && reply.kind !== "refused") return false;
  if (ask.when && reply.when && reply.when.high < ask.when.low) return false;
  // A step without a day may have come before the ask: only its words can tell that it answers.
  const undated = reply.kind === "given" && reply.entry.date === null;
  return (issue !== "general" && !undated) || (ask.objects.size > 0 && containment(ask.objects, reply.objects) >= 0.5);
}

// A gift is the whole of what was asked where its words cover the ask's: "two prisoners" do not meet "all prisoners".
function isWhole(ask: Draft, reply: Draft): boolean {
  if (reply.kind !== "given") return true;
  if (ask.count !== null && ask.count > 1 && (reply.count === null || reply.count < ask.count)) return false;
  if (ask.objects.size === 0 || reply.objects.size === 0) return false;
  let shared = 0;
  for (const word of ask.objects) if (reply.objects.has(word)) shared++;
  return shared / ask.objects.size >= 0.5;
}
