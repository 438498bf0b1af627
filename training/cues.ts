import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { type GoldArticle, readPolnear } from "../eval/corpus/polnear.ts";
import { shippedCore } from "../eval/parse.ts";
import { type CueLexicon, cueChance, loadCueLexicon } from "../src/lexicon/cues.ts";
import type { Doc } from "../src/model/doc.ts";
import { readDoc } from "../src/sentence/read.ts";
import { readContext } from "../src/statement/voice/context.ts";
import { measureExtents } from "../src/statement/voice/extents.ts";
import { layQuotes } from "../src/statement/voice/quoted.ts";
import { findQuotes } from "../src/statement/voice/quotes.ts";
import { cuePos, readSlot } from "../src/statement/voice/slots.ts";
import { readPossible } from "../src/statement/voice/worded.ts";
import { hasRelation, isUnder } from "../src/syntax/tree.ts";

const DATA = new URL("../data/", import.meta.url);
/** A word is listed when it was a cue this often in train. */
const LEAST = 3;
const QUOTED = ["quote", "tag", "tagend"];

function listOf(file: string, kind: string): Set<string> {
  const rows = readFileSync(new URL(file, DATA), "utf8").split("\n");
  return new Set(rows.filter((row) => row.startsWith(`${kind}\t`)).flatMap((row) => row.split("\t")[1]!.split(" ")));
}

/** Tokens that carry a gold cue: in each, the word on which no other word of the cue hangs further down a chain of verbs. */
function goldCues(doc: Doc, article: GoldArticle): Set<number> {
  const carriers = new Set<number>();
  for (const one of article.attributions) {
    const inside: number[] = [];
    for (let i = 0; i < doc.length; i++)
      if (cuePos(doc, i) !== null && one.cue.some((piece) => doc.start[i]! < piece.end && piece.start < doc.end[i]!)) inside.push(i);
    const verbs = inside.filter((i) => doc.upos[i] === "VERB");
    const words = verbs.length > 0 ? verbs : inside;
    for (const i of words) {
      const outer = words.some((j) => j !== i && isUnder(doc, j, i) && hasRelation(doc, j, "xcomp", "ccomp", "acl", "advcl"));
      if (!outer) carriers.add(i);
    }
  }
  return carriers;
}

/** Counts lemma × frame over PolNeAR train: how often seen, how often a cue. Words and numbers only; no text of the set is kept. */
export function countCues(articles: readonly GoldArticle[], read: (article: GoldArticle) => Doc | null): string {
  const circumstances = new Set([...listOf("cue-words.tsv", "circumstance"), ...listOf("cue-words.tsv", "date")]);
  const speech = listOf("cue-words.tsv", "speech");
  const counts = new Map<string, Map<string, { cue: number; seen: number }>>();
  const done = new Set<string>();
  for (const article of articles) {
    const doc = done.has(article.name) ? null : read(article);
    if (doc === null) continue;
    done.add(article.name);
    const tree = measureExtents(doc);
    const quoted = layQuotes(doc, findQuotes(doc));
    const carriers = goldCues(doc, article);
    for (let i = 0; i < doc.length; i++) {
      const pos = cuePos(doc, i);
      if (pos === null || quoted.of[i] !== -1) continue;
      const lemma = doc.lemma[i]!.toLowerCase();
      if (!/^[a-z][a-z-]+$/.test(lemma)) continue;
      const { frame } = readSlot(doc, tree, quoted, i, pos, circumstances).complement;
      const key = `${lemma}\t${pos}`;
      const byFrame = counts.get(key) ?? new Map<string, { cue: number; seen: number }>();
      const count = byFrame.get(frame) ?? { cue: 0, seen: 0 };
      count.seen++;
      if (carriers.has(i)) count.cue++;
      byFrame.set(frame, count);
      counts.set(key, byFrame);
    }
  }
  const rows: string[] = [];
  const rare = new Map(QUOTED.map((frame) => [frame, { cue: 0, seen: 0 }]));
  for (const [key, byFrame] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const total = [...byFrame.values()].reduce((sum, count) => sum + count.cue, 0);
    if (total < LEAST) {
      for (const frame of key.endsWith("V") ? QUOTED : []) {
        const count = rare.get(frame)!;
        count.cue += byFrame.get(frame)?.cue ?? 0;
        count.seen += byFrame.get(frame)?.seen ?? 0;
      }
      continue;
    }
    const [lemma, pos] = key.split("\t");
    const pairs = [...byFrame].sort(([a], [b]) => (a < b ? -1 : 1)).map(([frame, { cue, seen }]) => `${frame}=${cue}/${seen}`);
    rows.push(`${lemma}\t${pos}\t${speech.has(`${lemma}`) ? "speech" : "other"}\t${pairs.join(" ")}`);
  }
  rows.unshift(`*\tV\tspeech\t${QUOTED.map((frame) => `${frame}=${rare.get(frame)!.cue}/${rare.get(frame)!.seen}`).join(" ")}`);
  return `# Words that say somebody said, thought, wanted or showed something: lemma, part of speech, kind, and how often each frame was a cue of how often seen.
# Counted by training/cues.ts on PolNeAR train (networkdynamics/PolNeAR, MIT; the texts are the publishers' and none of their sentences is here).
# Frames are those of src/statement/voice/complement.ts. Kinds are ours (data/cue-words.tsv, "speech").
${rows.join("\n")}
`;
}

/** Counts, over the same texts, how often a possible cue is one beside what the words alone make expect, by what stands around it. */
export function countContext(articles: readonly GoldArticle[], read: (article: GoldArticle) => Doc | null, lexicon: CueLexicon): string {
  const counts = new Map<string, { expected: number; cue: number; seen: number }>();
  const done = new Set<string>();
  for (const article of articles) {
    const doc = done.has(article.name) ? null : read(article);
    if (doc === null) continue;
    done.add(article.name);
    const tree = measureExtents(doc);
    const quoted = layQuotes(doc, findQuotes(doc));
    const carriers = goldCues(doc, article);
    for (let token = 0; token < doc.length; token++) {
      if (quoted.of[token] !== -1) continue;
      const reading = readPossible(doc, tree, quoted, lexicon, token);
      if (reading === null || reading.slot.complement.runs.length === 0) continue;
      const chance = cueChance(lexicon, reading.key, reading.slot.complement.frame);
      if (chance < 0.05) continue;
      for (const feature of readContext(doc, lexicon, reading.slot, reading.source)) {
        const count = counts.get(feature) ?? { expected: 0, cue: 0, seen: 0 };
        count.expected += chance;
        count.seen++;
        if (carriers.has(token)) count.cue++;
        counts.set(feature, count);
      }
    }
  }
  const rows = [...counts]
    .filter(([, { seen }]) => seen >= 20)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([feature, { expected, cue, seen }]) => `${feature}\t${expected.toFixed(1)}\t${cue}\t${seen}`);
  return `# What stands around a possible cue: feature (src/statement/voice/context.ts), cues that data/cues.tsv made expect, cues counted, times seen.
# Counted by training/cues.ts on PolNeAR train (networkdynamics/PolNeAR, MIT); function words and tags only.
${rows.join("\n")}
`;
}

// npx tsx training/cues.ts [PATH]: reads PolNeAR train with the shipped core and writes data/cues.tsv and data/cue-context.tsv.
if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const path = process.argv[2] ?? new URL("../../shared/data/attribution/polnear-train.tar.gz", import.meta.url).pathname;
  const articles = readPolnear(path);
  if (articles === null) throw new RangeError(`no data at ${path}`);
  const core = shippedCore();
  const docs = new Map<string, Doc>();
  for (const { name, text } of articles) if (!docs.has(name)) docs.set(name, readDoc(text, core, { parse: () => true }));
  const read = (article: GoldArticle) => docs.get(article.name) ?? null;
  writeFileSync(new URL("cues.tsv", DATA), countCues(articles, read));
  writeFileSync(new URL("cue-context.tsv", DATA), countContext(articles, read, loadCueLexicon()));
}
