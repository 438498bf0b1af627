import type { Verdict } from "../model/event.ts";
import type { Parties } from "../model/party.ts";
import type { Quantity } from "../model/values.ts";
import { gapBetween, lengthOf } from "../text/interval.ts";
import { containment } from "../text/words.ts";
import { comparePlaces } from "./places.ts";
import type { Filler } from "./slots.ts";

/** A verdict with the rule that gave it. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly rule: string;
}

const RANK: readonly Verdict[] = ["·", "=", "≈", "≠", "∅", "✕"];

/** The graver of two judgements. */
export function graver(a: Judgement, b: Judgement): Judgement {
  return RANK.indexOf(b.verdict) > RANK.indexOf(a.verdict) ? b : a;
}

/** What the comparison of names and sides needs to know. */
export interface Judging {
  readonly parties: Parties;
  /** Family of the event's act. */
  readonly family: string;
}

/** How two accounts stand to each other on one slot of one event. Both must fill it. */
export function judgeSlot(slot: string, a: readonly Filler[], b: readonly Filler[], judging: Judging): Judgement {
  if (slot === "leader") return judgeLeaders(a, b, judging);
  if (slot === "when") return judgeTimes(a, b);
  if (slot === "where") return judgePlaces(a, b);
  if (slot === "number") return judgeNumbers(a, b, judging);
  if (slot === "exchange") return judgeExchange(a, b);
  if (slot === "confirmed") return judgeCertainty(a, b);
  if (a[0]?.content.kind === "words") return judgeWords(a, b);
  if (slot === "actors" && judging.family === "break") return judgeLeavers(a, b, judging);
  return judgePeople(slot, a, b, judging);
}

/** Who left the talks: two accounts that each name another party exclude each other. */
function judgeLeavers(a: readonly Filler[], b: readonly Filler[], judging: Judging): Judgement {
  const judged = judgePeople("actors", a, b, judging);
  return judged.verdict === "≠" ? hard("each says that another party left the talks", a, b) : judged;
}

function ids(fillers: readonly Filler[], denied = false): Set<string> {
  return new Set(fillers.filter((one) => one.content.kind === "actor" && one.content.denied === denied).map((one) => one.value));
}

// A contradiction between papers needs both to say it themselves, or both to have it from one source:
// two parties (or two others by name) each quoted with their own number contradict each other, not the papers.
function comparable(a: readonly Filler[], b: readonly Filler[]): boolean {
  const others = (one: Filler, other: Filler): boolean => one.source !== null && other.source !== null && one.source !== other.source;
  return a.some((one) => b.some((other) => one.voice === other.voice && !others(one, other)));
}

function hard(rule: string, a: readonly Filler[], b: readonly Filler[]): Judgement {
  return comparable(a, b) ? { verdict: "✕", rule } : { verdict: "≠", rule: `${rule}, but each has it from a different source` };
}

function judgeLeaders(a: readonly Filler[], b: readonly Filler[], { parties }: Judging): Judgement {
  const [led, other] = [ids(a), ids(b)];
  const shared = [...led].some((one) => other.has(one) || [...other].some((two) => sameName(one, two, parties)));
  if (shared) return { verdict: led.size === 1 && other.size === 1 ? "=" : "≈", rule: "both name the same leader of the side" };
  if (led.size > 0 && other.size > 0) {
    const persons = [...led, ...other].every((one) => parties.actor(one)?.kind === "person");
    if (!persons) return { verdict: "≈", rule: "one names the leader, the other an office or a group" };
    return hard("each names another leader of the same side", a, b);
  }
  const denies = [...ids(a, true)].some((one) => other.has(one)) || [...ids(b, true)].some((one) => led.has(one));
  return denies ? { verdict: "∅", rule: "one denies the part the other gives" } : { verdict: "·", rule: "only one names a leader" };
}

/** True where two actors can be one person under two spellings: one family name within a letter or two, first names alike or one of them missing. */
export function sameName(a: string, b: string, parties: Parties): boolean {
  const [one, two] = [parties.actor(a), parties.actor(b)];
  if (!one || !two) return a === b;
  if (parties.kin(a, b)) return true;
  return [one.name, ...one.aliases].some((x) => [two.name, ...two.aliases].some((y) => alike(x, y)));
}

function alike(a: string, b: string): boolean {
  const words = (name: string): string[] =>
    name
      .normalize("NFKD")
      .replaceAll(/\p{M}/gu, "")
      .toLowerCase()
      .match(/[\p{L}]+/gu) ?? [];
  const [x, y] = [words(a), words(b)];
  if (x.length === 0 || y.length === 0) return false;
  const family = within(x.at(-1)!, y.at(-1)!);
  const [first, second] = [x.slice(0, -1), y.slice(0, -1)];
  return family && (first.length === 0 || second.length === 0 || first.some((word) => second.some((other) => within(word, other))));
}

// One letter in five may differ between transliterations.
function within(a: string, b: string): boolean {
  const most = Math.floor(Math.max(a.length, b.length) / 5);
  if (Math.abs(a.length - b.length) > most) return false;
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) next.push(Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length]! <= most;
}

function judgeTimes(a: readonly Filler[], b: readonly Filler[]): Judgement {
  let best: Judgement | null = null;
  for (const one of a)
    for (const other of b) {
      if (one.content.kind !== "time" || other.content.kind !== "time") continue;
      const judged = judgeTime(one, other, one.content.interval, other.content.interval);
      if (!best || RANK.indexOf(judged.verdict) < RANK.indexOf(best.verdict)) best = judged;
    }
  return best ?? { verdict: "·", rule: "only one gives a time" };
}

function judgeTime(one: Filler, other: Filler, x: { low: number; high: number }, y: { low: number; high: number }): Judgement {
  const gap = gapBetween(x, y);
  if (gap === 0)
    return x.low === y.low && x.high === y.high
      ? { verdict: "=", rule: "same time" }
      : { verdict: "≈", rule: "one time lies within the other" };
  // A day's difference is often the reader's time zone, or the second day of a meeting.
  if (gap === 1 && lengthOf(x) <= 3 && lengthOf(y) <= 3)
    return { verdict: "≠", rule: "one day apart: a time zone or a second day may explain it" };
  return hard("the times exclude each other at their own precision", [one], [other]);
}

function judgePlaces(a: readonly Filler[], b: readonly Filler[]): Judgement {
  const ways = new Set<string>();
  for (const one of a)
    for (const other of b)
      if (one.content.kind === "place" && other.content.kind === "place") ways.add(comparePlaces(one.content.place, other.content.place));
  if (ways.has("same")) return { verdict: "=", rule: "same place" };
  if (ways.has("within")) return { verdict: "≈", rule: "one place lies in the other" };
  if (ways.has("unknown")) return { verdict: "≠", rule: "places that are not known to lie in one another" };
  return hard("places of different countries", a, b);
}

function judgeNumbers(a: readonly Filler[], b: readonly Filler[], judging: Judging): Judgement {
  const [one, other] = [ownNumbers(a), ownNumbers(b)];
  let best: Judgement | null = null;
  for (const x of one)
    for (const y of other) {
      if (x.content.kind !== "number" || y.content.kind !== "number") continue;
      const judged = judgeNumber(x, y, x.content, y.content, judging);
      if (!best || RANK.indexOf(judged.verdict) < RANK.indexOf(best.verdict)) best = judged;
    }
  if (best?.verdict === "✕" && (countValues(one) > 1 || countValues(other) > 1))
    return { verdict: "≠", rule: "numbers differ, but one account gives several" };
  if (best && SAME.has(best.verdict) && (carriesAnother(one, other) || carriesAnother(other, one)))
    return { verdict: "≠", rule: "one account carries beside it another party's number" };
  return best ?? { verdict: "·", rule: "only one gives a number" };
}

const SAME: ReadonlySet<string> = new Set(["=", "≈"]);

// "The army said 20. The rebels said four.": who tells only the army's count tells less, and another story.
function carriesAnother(one: readonly Filler[], other: readonly Filler[]): boolean {
  const excludes = (x: Filler, y: Filler): boolean =>
    x.content.kind === "number" && y.content.kind === "number" && x.content.near && compareRanges(x.content, y.content) === null;
  return one.some((x) => x.voice !== null && other.every((y) => y.voice !== x.voice && excludes(x, y)));
}

/** The numbers inside the object of the act, where there are any: the others of the sentence may belong to other acts. */
function ownNumbers(fillers: readonly Filler[]): readonly Filler[] {
  const inside = fillers.filter((one) => one.content.kind === "number" && one.content.inside);
  return inside.length > 0 ? inside : fillers;
}

function countValues(fillers: readonly Filler[]): number {
  return new Set(fillers.map((one) => (one.content.kind === "number" ? `${one.content.quantity.low}-${one.content.quantity.high}` : "")))
    .size;
}

type NumberContent = Extract<Filler["content"], { kind: "number" }>;

/** How two numbers agree, or null where they exclude each other. */
function compareRanges(x: NumberContent, y: NumberContent): Judgement | null {
  const [p, q] = [rangeOf(x.quantity), rangeOf(y.quantity)];
  if (!p || !q) return { verdict: "≈", rule: "a vague number" };
  if (p.low <= q.high && q.low <= p.high) {
    const equal = x.quantity.low === y.quantity.low && x.quantity.high === y.quantity.high && x.quantity.mod === y.quantity.mod;
    return equal ? { verdict: "=", rule: "same number" } : { verdict: "≈", rule: "numbers agree with their approximators" };
  }
  return roundsTo(p, q) || roundsTo(q, p) ? { verdict: "≈", rule: "one number is the other, rounded" } : null;
}

function judgeNumber(one: Filler, other: Filler, x: NumberContent, y: NumberContent, { family }: Judging): Judgement {
  const agreed = compareRanges(x, y);
  if (agreed) return agreed;
  const [p, q] = [rangeOf(x.quantity)!, rangeOf(y.quantity)!];
  if (!x.near || !y.near) return { verdict: "≠", rule: "numbers differ, but one may belong to another act of its sentence" };
  const [early, late] =
    (one.published?.low ?? 0) <= (other.published?.low ?? 0)
      ? [
          { f: one, r: p },
          { f: other, r: q },
        ]
      : [
          { f: other, r: q },
          { f: one, r: p },
        ];
  const later = early.f.published !== null && late.f.published !== null && late.f.published.low > early.f.published.low;
  if (family === "ASSAULT" && later && late.r.low > early.r.low)
    return { verdict: "≠", rule: "the later account counts more: a toll may have risen" };
  return hard("numbers of one thing that exclude each other", [one], [other]);
}

interface Range {
  readonly low: number;
  readonly high: number;
}

/** The values a number can mean with its approximator: about ±10 %, almost −15 %, at least and at most one-sided. */
export function rangeOf(quantity: Quantity): Range | null {
  const low = quantity.low ?? quantity.high;
  const high = quantity.high ?? quantity.low;
  if (low === null || high === null) return null;
  if (quantity.mod === "about") return { low: low * 0.9, high: high * 1.1 };
  if (quantity.mod === "almost") return { low: low * 0.85, high };
  if (quantity.mod === "at-least" || quantity.mod === "more-than") return { low, high: Number.POSITIVE_INFINITY };
  if (quantity.mod === "at-most" || quantity.mod === "less-than") return { low: 0, high };
  return { low: quantity.low ?? 0, high: quantity.high ?? Number.POSITIVE_INFINITY };
}

// 1,200 is told as "1,000", 317 as "300": a number with one digit that counts stands for what rounds to it.
function roundsTo(round: Range, exact: Range): boolean {
  if (round.low !== round.high || round.low < 100) return false;
  const step = 10 ** Math.floor(Math.log10(round.low));
  return round.low % step === 0 && exact.low >= round.low - step / 10 && exact.high <= round.low + step / 5;
}

function judgeExchange(a: readonly Filler[], b: readonly Filler[]): Judgement {
  const nothing = (fillers: readonly Filler[]): boolean => fillers.every((one) => one.content.kind === "nothing");
  if (nothing(a) !== nothing(b)) return hard("one says what was given in return, the other that nothing was", a, b);
  return nothing(a) ? { verdict: "=", rule: "both say nothing was given in return" } : judgeWords(a, b);
}

function judgeCertainty(a: readonly Filler[], b: readonly Filler[]): Judgement {
  const level = (fillers: readonly Filler[]): string => {
    const levels = fillers.map((one) => (one.content.kind === "certainty" ? one.content.level : "stated"));
    return levels.includes("stated") ? "stated" : (levels[0] ?? "stated");
  };
  const denied = (fillers: readonly Filler[]): boolean =>
    fillers.some((one) => one.content.kind === "certainty" && one.content.level === "denied");
  if (denied(a) !== denied(b)) return { verdict: "∅", rule: "one carries a denial" };
  if (level(a) === level(b)) return { verdict: "=", rule: "equally certain" };
  const [sure, unsure] = level(a) === "stated" ? [a, b] : [b, a];
  const first = (fillers: readonly Filler[]): number => Math.min(...fillers.map((one) => one.published?.low ?? Number.POSITIVE_INFINITY));
  const later = Number.isFinite(first(sure)) && first(sure) > first(unsure);
  return {
    verdict: "≠",
    rule: later ? "the later account states what the earlier was not sure of" : "one states it, the other is not certain",
  };
}

function judgeWords(a: readonly Filler[], b: readonly Filler[]): Judgement {
  const words = (fillers: readonly Filler[]): Set<string> =>
    new Set(fillers.flatMap((one) => (one.content.kind === "words" ? [...one.content.words] : [])));
  const shared = containment(words(a), words(b));
  if (shared >= 0.99) return { verdict: "=", rule: "same words" };
  return shared > 0.3 ? { verdict: "≈", rule: "words in common" } : { verdict: "≠", rule: "other words" };
}

function judgePeople(slot: string, a: readonly Filler[], b: readonly Filler[], { parties }: Judging): Judgement {
  const [one, other] = [ids(a), ids(b)];
  const meet = (x: string, set: ReadonlySet<string>): boolean => set.has(x) || [...set].some((y) => sameName(x, y, parties));
  const covered = [...one].every((x) => meet(x, other)) && [...other].every((x) => meet(x, one));
  if (covered) {
    const equal = one.size === other.size && [...one].every((x) => other.has(x));
    return equal ? { verdict: "=", rule: "same" } : { verdict: "≈", rule: "one names the party, the other who acts for it" };
  }
  if ([...one].some((x) => meet(x, other))) return { verdict: "≈", rule: "one names more than the other" };
  const party = (set: ReadonlySet<string>): Set<string> => new Set([...set].map(parties.party));
  if ([...party(one)].some((x) => party(other).has(x))) return { verdict: "≈", rule: "others of one party" };
  return { verdict: "≠", rule: slot === "mediator" ? "each names another mediator" : "each names others" };
}
