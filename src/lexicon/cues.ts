import { readFileSync } from "node:fs";

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
  /** Word lists by kind: `circumstance`, `document`, `body`, `speaker` …, lower-case lemmas. */
  readonly lists: ReadonlyMap<string, ReadonlySet<string>>;
}

function rows(tsv: string): string[][] {
  return tsv
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => line.split("\t"));
}

/** Reads the texts of data/cues.tsv and data/cue-words.tsv; throws a RangeError that names a row it cannot read. */
export function readCueLexicon(cues: string, words: string): CueLexicon {
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
  const lists = new Map<string, ReadonlySet<string>>();
  for (const [kind, list] of rows(words)) {
    if (kind === undefined || list === undefined) throw new RangeError(`cue-words: unreadable row "${kind}"`);
    lists.set(kind, new Set([...(lists.get(kind) ?? []), ...list.split(" ")]));
  }
  return { frames, speech, lists };
}

/** Loads the lexicon from a folder of data files. */
export function loadCueLexicon(folder: URL): CueLexicon {
  return readCueLexicon(readFileSync(new URL("cues.tsv", folder), "utf8"), readFileSync(new URL("cue-words.tsv", folder), "utf8"));
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
