import { isSure } from "../../src/model/statement.ts";
import type { Score } from "../score.ts";
import { type Read, statementsIn } from "./draw.ts";
import { readingKey } from "./stream.ts";

/** One line of gold/precision.tsv. */
export interface Verdict {
  readonly article: string;
  /** Of the reading, or of the sentence. */
  readonly key: string;
  /** Of a statement: right or wrong; of a sentence: "none" where it tells no event between parties. */
  readonly verdict: "right" | "wrong" | "none";
  /** Why it is wrong, in a word or two; empty where it is not. */
  readonly cause: string;
  /**
   * Which draw it is of. "new": the held-out quarter, judged before anything in it was mended. "read": of the same quarter, read since while rules were mended, so
   * that it measures no more how new text is read. "day": all of the day, three quarters of which rules were mended on.
   */
  readonly draw: "new" | "read" | "day";
}

/** Reads the verdicts; lines that start with # are comments. Throws a RangeError where a line has no verdict. */
export function parseVerdicts(text: string): readonly Verdict[] {
  return text
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => {
      const [article = "", key = "", verdict = "", cause = "", draw = ""] = line.split("\t");
      if (verdict !== "right" && verdict !== "wrong" && verdict !== "none") throw new RangeError(`no verdict in "${line}"`);
      if (draw !== "" && draw !== "read" && draw !== "day") throw new RangeError(`no such draw in "${line}"`);
      return { article, key, verdict, cause, draw: draw === "" ? "new" : draw };
    });
}

const BINS = [0.5, 0.7, 0.8, 1.01];

/** True where something shown is false; a party left out is not. */
const isFalse = ({ verdict, cause }: Verdict): boolean => verdict === "wrong" && !cause.endsWith(" missing");

/** The causes of those not right, the commonest first. */
function tellCauses(verdicts: readonly Verdict[]): string {
  const causes = new Map<string, number>();
  for (const v of verdicts) if (v.verdict === "wrong") causes.set(v.cause, (causes.get(v.cause) ?? 0) + 1);
  return [...causes]
    .sort((a, b) => b[1] - a[1])
    .map(([cause, n]) => `${cause} ${n}`)
    .join(", ");
}

/** Compares the statements of today with the verdicts: those still made, the share of them that is wrong, and how wrong they are by confidence. */
export function scoreVerdicts(day: readonly Read[], verdicts: readonly Verdict[]): Pick<Score, "figures" | "notes"> {
  const today = new Map(
    day.flatMap((read) => read.analysis.statements.map((s) => [`${read.article} ${readingKey(read.analysis, s)}`, s.confidence] as const)),
  );
  const still = verdicts.flatMap((v) => {
    const confidence = today.get(`${v.article} ${v.key}`);
    return v.verdict === "none" || confidence === undefined ? [] : [{ ...v, confidence }];
  });
  const judged = verdicts.filter((v) => v.verdict !== "none" && v.draw === "new");
  const made = still.filter((v) => v.draw === "new");
  const old = still.filter((v) => v.draw === "read");
  const whole = still.filter((v) => v.draw === "day");
  const right = made.filter((v) => v.verdict === "right").length;
  const sure = made.filter(isSure);
  const share = (wrong: number, of: number) => (of === 0 ? 0 : wrong / of);
  const none = new Set(verdicts.filter((v) => v.verdict === "none").map((v) => `${v.article} ${v.key}`));
  const quietArticles = new Set(verdicts.filter((v) => v.verdict === "none").map((v) => v.article));
  const quiet = day
    .filter((read) => quietArticles.has(read.article))
    .flatMap((read) =>
      read
        .sentences()
        .filter((s) => none.has(`${read.article} ${s.id}`))
        .map((s) => statementsIn(read, s).length),
    );
  const figures = {
    "whole day, judged": verdicts.filter((v) => v.draw === "day").length,
    "whole day, still made": whole.length,
    "whole day, share right": share(whole.filter((v) => v.verdict === "right").length, whole.length),
    "whole day, share that says something false": share(whole.filter(isFalse).length, whole.length),
    judged: judged.length,
    right,
    wrong: made.length - right,
    gone: judged.length - made.length,
    "share wrong": share(made.length - right, made.length),
    "share that says something false": share(made.filter(isFalse).length, made.length),
    sure: sure.length,
    "share of the sure that says something false": share(sure.filter(isFalse).length, sure.length),
    "sentences without event": quiet.length,
    "false statements per 100":
      100 *
      share(
        quiet.reduce((sum, n) => sum + n, 0),
        quiet.length,
      ),
  };
  const notes = [
    `of the whole day, not right for ${tellCauses(whole)}`,
    `of the held-out quarter, not right for ${tellCauses(made)}`,
    `of the ${verdicts.filter((v) => v.draw === "read").length} read while rules were mended ${old.length} are still made, something false in ${share(old.filter(isFalse).length, old.length).toFixed(2)}`,
  ];
  const bins = BINS.map((top, i) => {
    const inside = made.filter((v) => v.confidence < top && v.confidence >= (BINS[i - 1] ?? 0));
    const mean = inside.reduce((sum, v) => sum + v.confidence, 0) / Math.max(1, inside.length);
    return `confidence below ${top.toFixed(2)}: ${inside.length} statements, said ${mean.toFixed(2)}, nothing false in ${(1 - share(inside.filter(isFalse).length, inside.length)).toFixed(2)}`;
  });
  return { figures, notes: [...notes, ...bins] };
}
