// Trains the sentence splitter on the treebanks' raw text: `npx tsx training/splitter.ts` → splitter.json in DEMARCHE_CACHE (.cache/training).
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type GoldDocument, readGold } from "../eval/corpus/conllu.ts";
import { BOUNDARY_WEIGHTS, boundaryFeatures } from "../src/sentence/boundary.ts";
import { scan } from "../src/sentence/scanner.ts";
import { candidateAt } from "../src/sentence/splitter.ts";
import { readTokenWords } from "../src/sentence/token-words.ts";

const DATA = process.env["DEMARCHE_DATA"] ?? new URL("../../shared/data", import.meta.url).pathname;
const CACHE = process.env["DEMARCHE_CACHE"] ?? new URL("../.cache/training", import.meta.url).pathname;
const EPOCHS = 4;
const RATE = 0.1;
const DECAY = 2e-6;

interface Example {
  readonly features: readonly number[];
  readonly ends: boolean;
}

const words = readTokenWords(readFileSync(new URL("../data/tokens.tsv", import.meta.url), "utf8"));

function examplesOf(document: GoldDocument): Example[] {
  const { text } = document;
  const tokens = scan(text, words);
  const features = boundaryFeatures(text, tokens, words);
  const starts = new Set(document.firsts.map((first) => document.start[first]));
  const examples: Example[] = [];
  let first = 0;
  for (let mark = 0; mark < tokens.start.length; mark++) {
    const next = candidateAt(text, tokens, mark);
    if (next > 0 && next < tokens.start.length) {
      const gap = text.slice(tokens.end[mark], tokens.start[next]);
      if (!gap.includes("\n")) examples.push({ features: features({ mark, next, first }), ends: starts.has(tokens.start[next]!) });
    }
    if (starts.has(tokens.start[mark + 1]!)) first = mark + 1;
  }
  return examples;
}

const examples = ["ud/ewt.train.conllu.gz", "ud/gum.train.conllu.gz"].flatMap((file) => readGold(`${DATA}/${file}`).flatMap(examplesOf));
const weights = new Float64Array(BOUNDARY_WEIGHTS);
const squares = new Float64Array(BOUNDARY_WEIGHTS).fill(1e-3);
let seed = 20260117;
const random = (): number => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return seed / 2 ** 32;
};
for (let epoch = 0; epoch < EPOCHS; epoch++) {
  for (let i = examples.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [examples[i], examples[j]] = [examples[j]!, examples[i]!];
  }
  let wrong = 0;
  for (const { features, ends } of examples) {
    let sum = 0;
    for (const f of features) sum += weights[f]!;
    if (sum > 0 !== ends) wrong++;
    const slope = 1 / (1 + Math.exp(-sum)) - (ends ? 1 : 0);
    for (const f of features) {
      const gradient = slope + DECAY * weights[f]!;
      squares[f]! += gradient * gradient;
      weights[f]! -= (RATE * gradient) / Math.sqrt(squares[f]!);
    }
  }
  console.log(`epoch ${epoch + 1}: ${wrong} of ${examples.length} wrong`);
}
mkdirSync(CACHE, { recursive: true });
writeFileSync(join(CACHE, "splitter.json"), JSON.stringify(Array.from(weights, (w) => Math.round(w * 1e4) / 1e4)));
