import type { Doc, Span, StatementTime, Time } from "../model/index.ts";
import { overlaps } from "../model/index.ts";
import { childrenOf, hasRelation, lowerAt, sentenceAt, subtreeOf } from "../syntax/tree.ts";
import { formatDay } from "../text/civil.ts";
import { readInterval } from "../text/interval.ts";

/** The time of an act: the nearest date under it or under a word that governs it, else one that opens its sentence; null where none is told. */
export function readWhen(doc: Doc, chain: readonly number[], times: readonly Time[]): StatementTime | null {
  // "now" and "recently" date nothing.
  const dates = times.filter((t) => (t.type === "DATE" || t.type === "TIME") && !t.rule.startsWith("time/reference"));
  const trigger = chain[0] ?? 0;
  const at = doc.start[trigger]!;
  const offset = readOffset(doc, trigger, times);
  if (offset) return offset;
  const near = (spans: readonly Time[]) => [...spans].sort((a, b) => Math.abs(a.start - at) - Math.abs(b.start - at))[0];
  for (const token of [...chain, ...happeningOf(doc, trigger)]) {
    const own = ownWords(doc, token);
    const found = near(dates.filter((t) => own.some((w) => overlaps({ start: doc.start[w]!, end: doc.end[w]! }, t))));
    if (found) return toTime(found);
  }
  const behind = dates.find((t) => t.basis === "explicit" && standsBehind(doc, trigger, t));
  if (behind) return toTime(behind);
  const { first, end } = sentenceAt(doc, trigger);
  const sentence: Span = { start: doc.start[first]!, end: doc.end[end - 1]! };
  const inSentence = dates.filter((t) => overlaps(sentence, t));
  const opening = inSentence.find((t) => t.start <= sentence.start + 12);
  return opening && inSentence.length === 1 ? toTime(opening) : null;
}

// So many tokens lie at most between an act and the full date behind it.
const REACH = 14;
const ENDS = new Set(["VERB", "AUX", "SCONJ", "PUNCT"]);

/** "the attack on the southern camps on 7 October 2023": a full date behind an act, with no other verb or clause between, is its own whatever the parser hung it on. */
function standsBehind(doc: Doc, trigger: number, date: Time): boolean {
  for (let t = trigger + 1; t < Math.min(doc.length, trigger + REACH); t++) {
    if (doc.start[t]! >= date.start) return doc.start[t] === date.start && ["in", "on"].includes(lowerAt(doc, t - 1));
    if (ENDS.has(doc.upos[t] ?? "") || doc.xpos[t] === "WDT" || doc.xpos[t] === "WP") return false;
  }
  return false;
}

/** "The levy took effect on 2 March", "the ban has been in force since May": the day of what befalls a measure is its own. */
function happeningOf(doc: Doc, trigger: number): readonly number[] {
  const head = doc.head[trigger] ?? -1;
  if (doc.upos[trigger] !== "NOUN" || !hasRelation(doc, trigger, "nsubj") || head < 0) return [];
  const effect =
    ["force", "effect"].includes(doc.lemma[head] ?? "") ||
    childrenOf(doc, head, "obj", "obl").some((c) => doc.lemma[c] === "effect" || doc.lemma[c] === "force");
  return effect ? [head] : [];
}

/** "on Sunday, five days after the attack": so long before the day told, give or take one where days are counted from either end. */
function readOffset(doc: Doc, trigger: number, times: readonly Time[]): StatementTime | null {
  const word = childrenOf(doc, trigger, "case", "mark").find((c) => lowerAt(doc, c) === "after");
  if (word === undefined) return null;
  const span = times.find((t) => t.type === "DURATION" && t.end === doc.end[word - 1]);
  const { first } = sentenceAt(doc, trigger);
  const days = span?.value ? daysOf(span.value) : null;
  const anchor = span && times.findLast((t) => t.type === "DATE" && t.end <= span.start && t.start >= doc.start[first]!);
  const day = anchor?.value ? readInterval(anchor.value) : null;
  if (!span || !days || !anchor || !day || day.low !== day.high) return null;
  const value = days === 1 ? formatDay(day.low - 1) : `${formatDay(day.low - days)}/${formatDay(day.low - days + 1)}`;
  return { value, basis: "event", start: anchor.start, end: span.end };
}

/** Days of a duration of days or weeks ("P5D", "P2W"), else null. */
function daysOf(value: string): number | null {
  const parts = /^P(\d+)([DW])$/.exec(value);
  return parts ? Number(parts[1]) * (parts[2] === "W" ? 7 : 1) : null;
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
