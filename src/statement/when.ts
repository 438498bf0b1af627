import type { Doc, Span, StatementTime, Time } from "../model/index.ts";
import { overlaps } from "../model/index.ts";
import { childrenOf, hasRelation, lowerAt, sentenceAt, subtreeOf } from "../syntax/tree.ts";

/** The time of an act: the nearest date under it or under a word that governs it, else one that opens its sentence; null where none is told. */
export function readWhen(doc: Doc, chain: readonly number[], times: readonly Time[]): StatementTime | null {
  // "now" and "recently" date nothing.
  const dates = times.filter((t) => (t.type === "DATE" || t.type === "TIME") && !t.rule.startsWith("time/reference"));
  const trigger = chain[0] ?? 0;
  const at = doc.start[trigger]!;
  const near = (spans: readonly Time[]) => [...spans].sort((a, b) => Math.abs(a.start - at) - Math.abs(b.start - at))[0];
  for (const token of chain) {
    const own = ownWords(doc, token);
    const found = near(dates.filter((t) => own.some((w) => overlaps({ start: doc.start[w]!, end: doc.end[w]! }, t))));
    if (found) return toTime(found);
  }
  const { first, end } = sentenceAt(doc, trigger);
  const sentence: Span = { start: doc.start[first]!, end: doc.end[end - 1]! };
  const inSentence = dates.filter((t) => overlaps(sentence, t));
  const opening = inSentence.find((t) => t.start <= sentence.start + 12);
  return opening && inSentence.length === 1 ? toTime(opening) : null;
}

const AT_ONCE = new Set(["when", "while", "as"]);

/** The words of a clause without those of the clauses inside it: "the men held since May" dates the holding. What happens "when" it happens dates it too. */
function ownWords(doc: Doc, token: number): readonly number[] {
  return subtreeOf(doc, token).filter((t) => {
    for (let up = t; up !== token && up >= 0; up = doc.head[up] ?? -1) if (isOther(doc, up)) return false;
    return true;
  });
}

function isOther(doc: Doc, clause: number): boolean {
  if (hasRelation(doc, clause, "advcl")) return !childrenOf(doc, clause, "mark", "advmod").some((m) => AT_ONCE.has(lowerAt(doc, m)));
  return hasRelation(doc, clause, "acl", "ccomp", "parataxis");
}

function toTime(time: Time): StatementTime {
  return { value: time.value, basis: time.basis, start: time.start, end: time.end };
}
