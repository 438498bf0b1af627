import type { RowState } from "../model/ledger.ts";
import { readInterval } from "../text/interval.ts";
import type { Answer, Answered } from "./answers.ts";
import type { Draft } from "./entries.ts";

/** A state with the rule that says so, in words. */
export interface Standing {
  readonly state: RowState;
  readonly rule: string;
}

// Two years without a word: an ask of an earlier government is hardly still on the table.
const LAPSE_DAYS = 730;

/** Where a row stands. Silence is never refusal: without an answer found, the state says so and how far the sources reach. */
export function judgeRow(drafts: readonly Draft[], answers: readonly Answered[], upTo: string | null): Standing {
  const reach = upTo ? `in these sources, up to ${upTo}` : "in these sources";
  const asks = drafts.filter((one) => one.kind === "asked");
  if (asks.length === 0) return withoutAsks(drafts, answers, reach);
  const how = new Map<string, Answer>();
  for (const one of answers) how.set(one.ask, stronger(how.get(one.ask), one.how));
  const count = (answer: Answer): number => asks.filter((one) => how.get(one.entry.id) === answer).length;
  const [met, partly, refused, countered] = [count("met"), count("partly"), count("refused"), count("countered")];
  const total = asks.length === 1 ? "the ask" : `${asks.length} asks`;
  if (met === asks.length) return { state: "met", rule: `${total} met by a later step of the other side` };
  if (met + partly > 0) return { state: "partly met", rule: `${met} met and ${partly} met in part, of ${total}, ${reach}` };
  if (refused > 0) return afterRefusal(drafts, asks, how, refused, reach);
  if (countered > 0)
    return { state: "open", rule: `${total} answered with a condition, an offer or a promise, nothing given yet ${reach}` };
  const lastAsk = Math.max(...asks.map((one) => one.when?.high ?? Number.NEGATIVE_INFINITY));
  const end = readInterval(upTo)?.high ?? Number.POSITIVE_INFINITY;
  if (Number.isFinite(lastAsk) && Number.isFinite(end) && end - lastAsk > LAPSE_DAYS)
    return { state: "lapsed", rule: `last asked more than two years before the sources end, no answer found ${reach}` };
  const moved = drafts.some((one) => one.kind === "given" && asks.some((ask) => ask.order <= one.order));
  if (moved) return { state: "moving", rule: `steps were taken since, none that answers the ask ${reach}` };
  return { state: "unanswered", rule: `no answer found ${reach}` };
}

function withoutAsks(drafts: readonly Draft[], answers: readonly Answered[], reach: string): Standing {
  const offers = drafts.filter((one) => one.kind === "offered" || one.kind === "conditional");
  const openOffers = offers.filter((one) => !answers.some((two) => two.ask === one.entry.id));
  if (openOffers.length > 0)
    return {
      state: "open",
      rule: `${openOffers.length === 1 ? "an offer stands" : `${openOffers.length} offers stand`} without an answer ${reach}`,
    };
  if (offers.length > 0 && answers.some((one) => one.how === "refused"))
    return { state: "refused", rule: "what was offered was turned down" };
  if (drafts.some((one) => one.kind === "given")) return { state: "moving", rule: `steps were taken; no ask for them is found ${reach}` };
  if (drafts.some((one) => one.kind === "refused")) return { state: "refused", rule: `refused; the ask itself is not found ${reach}` };
  return { state: "open", rule: `nothing is asked or offered ${reach}` };
}

function afterRefusal(
  drafts: readonly Draft[],
  asks: readonly Draft[],
  how: ReadonlyMap<string, Answer>,
  refused: number,
  reach: string,
): Standing {
  const refusals = drafts.filter((one) => one.kind === "refused");
  const refusers = new Set(refusals.map((one) => one.entry.from));
  const lastRefusal = Math.max(...refusals.map((one) => one.order));
  const again = asks.some((one) => one.order > lastRefusal);
  // What the side that asks gives moves nothing of what it was refused.
  const yielded = (one: Draft): boolean => one.kind === "given" && one.order >= lastRefusal && (one.mutual || refusers.has(one.entry.from));
  if (drafts.some(yielded)) return { state: "moving", rule: `refused at first, steps were taken since ${reach}` };
  if (refusers.size > 1) return { state: "deadlocked", rule: `each side has refused the other ${reach}` };
  if (again && asks.some((one) => how.get(one.entry.id) === "refused"))
    return { state: "deadlocked", rule: `asked again after a refusal, no step since ${reach}` };
  return { state: "refused", rule: `${refused === 1 ? "an ask was" : `${refused} asks were`} refused, no step since ${reach}` };
}

const STRENGTH: readonly (Answer | undefined)[] = [undefined, "countered", "refused", "partly", "met"];

function stronger(a: Answer | undefined, b: Answer): Answer {
  return a !== undefined && STRENGTH.indexOf(a) > STRENGTH.indexOf(b) ? a : b;
}
