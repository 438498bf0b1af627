import type { Doc } from "../../model/doc.ts";
import { childOf, hasRelation } from "../../syntax/tree.ts";
import type { Complement } from "./complement.ts";
import type { Extents, Run } from "./extents.ts";
import { isSurelyPassive, nominalRun } from "./source.ts";

function turned(frame: string, run: Run): Complement {
  return { frame, runs: [run], particle: null };
}

/**
 * What is said where it comes before a verb that has nothing after it: the subject of a passive ("the plan was condemned", frame `pass`),
 * the noun of a participle ("a plan backed by …", `pass`) or of a relative clause ("the remarks he made", `gap`). Null for others.
 */
export function readTurned(doc: Doc, extents: Extents, verb: number): Complement | null {
  const head = doc.head[verb]!;
  if (isSurelyPassive(doc, verb)) {
    const subject = childOf(doc, verb, "nsubj:pass");
    if (subject >= 0 && subject < verb) return turned("pass", nominalRun(doc, extents, subject, verb));
    if (doc.relation[verb] === "acl" && head >= 0 && head < verb) return turned("pass", nominalRun(doc, extents, head, verb));
    return null;
  }
  if (doc.relation[verb] !== "acl:relcl" || head < 0 || head > verb) return null;
  const subject = childOf(doc, verb, "nsubj");
  // "the man who said": there the noun is the speaker.
  if (subject < 0 || hasRelation(doc, verb, "conj") || /^(?:WP|WDT)$/.test(doc.xpos[subject]!)) return null;
  const noun = nominalRun(doc, extents, head, verb);
  const end = Math.min(noun.end, extents.low[subject]!);
  return end > noun.first ? turned("gap", { first: noun.first, end }) : null;
}
