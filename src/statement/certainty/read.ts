import type { CertaintyLexicon } from "../../lexicon/certainty.ts";
import type { Doc, FactValue, Span } from "../../model/index.ts";
import { hasRelation, lowerAt, sentenceAt } from "../../syntax/tree.ts";
import { readGovernor, readMark } from "./governed.ts";
import { readOwn } from "./own.ts";
import type { Scene, Standing, Step } from "./reading.ts";

/** How sure an act is told, relative to the holder of its own clause. */
export interface FactualityReading {
  readonly value: FactValue;
  /** -3 (certainly not) over 0 (open) to 3 (certainly so). */
  readonly score: number;
  /** The words that raise or lower it, in the order of the text. */
  readonly cues: readonly Span[];
  readonly rules: readonly string[];
}

const DEEPEST = 8;
// What is supposed or asked is committed to by nobody, however likely it sounds.
const OPEN = new Set(["certainty/mark:if", "certainty/mark:unless", "certainty/mark:whether", "certainty/mark:lest", "certainty/question"]);
const CERTAIN = 2.5;
const PROBABLE = 1.5;
const POSSIBLE = 0.5;

/**
 * Reads the certainty of the act at a token: its own modals, negation and hedges, then the words that govern it, outwards, up to the
 * verb that reports it, where another holder begins ("X said that …"; under "X denied that …" the act is not so, according to X).
 * Values after FactBank; implicative verbs after Karttunen.
 */
export function readFactuality(doc: Doc, trigger: number, lexicon: CertaintyLexicon): FactualityReading {
  const scene: Scene = { doc, lexicon };
  const standing = asked(scene, trigger, stand(scene, trigger, 0));
  const score = Math.max(-3, Math.min(3, standing.score));
  const tokens = [...new Set(standing.cues)].filter((t) => t !== trigger).sort((a, b) => a - b);
  const value = standing.rules.some((r) => OPEN.has(r)) ? "Uu" : valueOfScore(score);
  return { value, score, cues: tokens.map((t) => ({ start: doc.start[t]!, end: doc.end[t]! })), rules: standing.rules };
}

/** The FactBank value of a score: certain from 2.5, probable from 1.5, possible from 0.5 on, either way; open between. */
export function valueOfScore(score: number): FactValue {
  const size = Math.abs(score);
  const sign = score < 0 ? "-" : "+";
  if (size >= CERTAIN) return `CT${sign}`;
  if (size >= PROBABLE) return `PR${sign}`;
  return size >= POSSIBLE ? `PS${sign}` : "Uu";
}

function stand(scene: Scene, token: number, depth: number): Standing {
  const own = readOwn(scene, token);
  const step = above(scene, token, depth);
  // "there was no attack": the one "no" denies both the noun and its verb.
  if (step === null || step.cues.some((c) => own.cues.includes(c))) return own;
  return { score: own.score * step.factor, cues: [...own.cues, ...step.cues], rules: [...own.rules, ...step.rules] };
}

function above(scene: Scene, token: number, depth: number): Step | null {
  const { doc, lexicon } = scene;
  const governor = doc.head[token] ?? -1;
  if (governor < 0 || depth >= DEEPEST) return null;
  // Coordinated acts stand under the same words; what denies the first need not deny the second.
  // "failed to sell and filed for protection": a finite verb stands beside the finite verb above, not under it.
  if (hasRelation(doc, token, "conj")) {
    const beside = isTensed(doc, token) && !isTensed(doc, governor) && (doc.head[governor] ?? -1) >= 0 ? doc.head[governor]! : governor;
    return above(scene, beside, depth + 1);
  }
  const report = hasRelation(doc, token, "ccomp") ? lexicon.reports.get(doc.lemma[governor]!) : undefined;
  const opened = report === undefined ? null : readMark(scene, token);
  if (opened !== null && opened.factor < 0.5) return opened;
  if (report !== undefined)
    return { factor: report, cues: report === 1 ? [] : [governor], rules: report === 1 ? [] : [`certainty/report:${doc.lemma[governor]}`] };
  return readGovernor(scene, token, governor, stand(scene, governor, depth + 1));
}

const isTensed = (doc: Doc, token: number): boolean => /^VB[DZP]$/.test(doc.xpos[token] ?? "") || doc.xpos[token] === "MD";

// A question asserts nothing of its main clause.
function asked({ doc }: Scene, token: number, standing: Standing): Standing {
  const { end } = sentenceAt(doc, token);
  for (let t = end - 1; t > token; t -= 1) {
    if (doc.upos[t] !== "PUNCT") return standing;
    if (lowerAt(doc, t) === "?")
      return { score: standing.score * 0.3, cues: [...standing.cues, t], rules: [...standing.rules, "certainty/question"] };
  }
  return standing;
}
