import { readData } from "./table.ts";

/** How often a word was seen in a frame, and how often it was a cue there. */
export interface FrameCount {
  readonly cue: number;
  readonly seen: number;
}

/** The words that say somebody said, thought, wanted or showed something. */
export interface CueLexicon {
  /** `say|V` → frame → counts. */
  readonly frames: ReadonlyMap<string, ReadonlyMap<string, FrameCount>>;
  /** `say|V` for words whose use is an act of speech or writing. */
  readonly speech: ReadonlySet<string>;
  /** What stands around a word → how its odds of being a cue change: a ratio of counts, 1 for no change. */
  readonly context: ReadonlyMap<string, number>;
  /** Word lists by kind: `circumstance`, `document`, `body`, `speaker` …, lower-case lemmas. */
  readonly lists: ReadonlyMap<string, ReadonlySet<string>>;
}

function rows(tsv: string): string[][] {
  return tsv
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => line.split("\t"));
}

// Features seen in fewer than this many expected cues count for proportionally less.
const DOUBT = 5;

/** Odds ratio of a feature: cues counted with it against cues that the words alone made expect. */
function oddsRatio(expected: number, cue: number, seen: number): number {
  const share = Math.min(0.999, Math.max(0.001, expected / Math.max(1, seen)));
  const odds = (cue + DOUBT * share) / (seen - cue + DOUBT * (1 - share));
  return (odds * (1 - share)) / share;
}

/** Reads the texts of data/cues.tsv, cue-context.tsv and cue-words.tsv; throws a RangeError that names a row it cannot read. */
export function readCueLexicon(cues: string, contexts: string, words: string): CueLexicon {
  const frames = new Map<string, Map<string, FrameCount>>();
  const speech = new Set<string>();
  for (const [lemma, pos, kind, counts, ...rest] of rows(cues)) {
    if (lemma === undefined || pos === undefined || counts === undefined || rest.length > 0)
      throw new RangeError(`cues: unreadable row "${lemma}"`);
    const key = `${lemma}|${pos}`;
    if (kind === "speech") speech.add(key);
    const byFrame = new Map<string, FrameCount>();
    for (const pair of counts.split(" ")) {
      const match = /^([^=]+)=(\d+)\/(\d+)$/.exec(pair);
      if (match === null) throw new RangeError(`cues: unreadable count "${pair}" of "${lemma}"`);
      byFrame.set(match[1]!, { cue: Number(match[2]), seen: Number(match[3]) });
    }
    frames.set(key, byFrame);
  }
  const context = new Map<string, number>();
  for (const [feature, expected, cue, seen] of rows(contexts)) {
    const counts = [expected, cue, seen].map(Number);
    if (feature === undefined || counts.some((count) => !Number.isFinite(count)))
      throw new RangeError(`cue-context: unreadable row "${feature}"`);
    context.set(feature, oddsRatio(counts[0]!, counts[1]!, counts[2]!));
  }
  const lists = new Map<string, ReadonlySet<string>>();
  for (const [kind, list] of rows(words)) {
    if (kind === undefined || list === undefined) throw new RangeError(`cue-words: unreadable row "${kind}"`);
    lists.set(kind, new Set([...(lists.get(kind) ?? []), ...list.split(" ")]));
  }
  return { frames, speech, context, lists };
}

/** The cue lexicon of data/. */
export function loadCueLexicon(): CueLexicon {
  return readCueLexicon(readData("cues.tsv"), readData("cue-context.tsv"), readData("cue-words.tsv"));
}

/** True where a list of data/cue-words.tsv holds a lemma. */
export function isListed(lexicon: CueLexicon, list: string, word: string): boolean {
  return lexicon.lists.get(list)?.has(word.toLowerCase()) === true;
}

/** A chance moved by what stands around the word; `trust` (0–1) damps features that say the same twice. */
export function inContext(lexicon: CueLexicon, chance: number, features: readonly string[], trust: number): number {
  let odds = chance / Math.max(1e-6, 1 - chance);
  for (const feature of features) odds *= (lexicon.context.get(feature) ?? 1) ** trust;
  return odds / (1 + odds);
}

const SMOOTHING = 3;

/** Chance that a word in a frame is a cue, smoothed towards the word's other frames; 0 for words not listed. */
export function cueChance(lexicon: CueLexicon, key: string, frame: string): number {
  const byFrame = lexicon.frames.get(key);
  if (byFrame === undefined) return 0;
  let cue = 0;
  let seen = 0;
  for (const [name, count] of byFrame) {
    if (name === "none") continue;
    cue += count.cue;
    seen += count.seen;
  }
  // A word without any complement says little about its use with one.
  const overall = frame === "none" ? 0.02 : (cue + 0.1) / (seen + 1);
  const own = byFrame.get(frame) ?? { cue: 0, seen: 0 };
  return (own.cue + SMOOTHING * overall) / (own.seen + SMOOTHING);
}

/** Share of a word's uses as a cue that stand in one of the frames, 0–1. */
export function reportingShare(lexicon: CueLexicon, key: string, frames: ReadonlySet<string>): number {
  let clauses = 0;
  let all = 0;
  for (const [frame, { cue }] of lexicon.frames.get(key) ?? []) {
    all += cue;
    if (frames.has(frame)) clauses += cue;
  }
  return all === 0 ? 0 : clauses / all;
}
