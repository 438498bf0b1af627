import { type CueLexicon, loadCueLexicon } from "../src/lexicon/cues.ts";
import type { Doc } from "../src/model/doc.ts";
import { readDoc } from "../src/sentence/read.ts";
import { measureExtents, spanOfRun } from "../src/statement/voice/extents.ts";
import { findQuotes } from "../src/statement/voice/quotes.ts";
import { readVoices } from "../src/statement/voice/voices.ts";
import { childOf, hasRelation } from "../src/syntax/tree.ts";
import { readPolnear } from "./corpus/polnear.ts";
import { type Reading, scorePeople, scoreReadings } from "./corpus/roles.ts";
import { shippedCore } from "./parse.ts";
import type { Score } from "./score.ts";

/** Verbs of the baseline: those that any list of reporting verbs has. */
const BASELINE = new Set(
  "say tell add write report announce claim argue note warn ask suggest explain state reply respond insist deny declare believe think acknowledge admit describe call confirm reveal show find estimate conclude predict promise urge tweet continue recall remark observe complain concede contend assert stress hope agree".split(
    " ",
  ),
);

/** 46 verbs over the tree: the subject is the source, the reported clause or object the content. */
function readBaseline(doc: Doc): Reading[] {
  const tree = measureExtents(doc);
  const extent = (token: number) => [spanOfRun(doc, { first: tree.low[token]!, end: tree.high[token]! + 1 })];
  const readings: Reading[] = [];
  for (let i = 0; i < doc.length; i++) {
    if (doc.upos[i] !== "VERB" || !BASELINE.has(doc.lemma[i]!)) continue;
    const subject = childOf(doc, i, "nsubj");
    const below = childOf(doc, i, "ccomp", "xcomp", "obj");
    const token = below >= 0 ? below : hasRelation(doc, i, "parataxis") ? doc.head[i]! : -1;
    const cue = [{ start: doc.start[i]!, end: doc.end[i]! }];
    const sentence = doc.sentences[doc.sentenceOf[i]!]!;
    // Without a reported clause, the sentence but for the subject and the verb.
    const rest = [spanOfRun(doc, { first: sentence.first, end: sentence.end })].flatMap(({ start, end }) => {
      const from = subject < 0 ? cue[0]!.start : Math.min(cue[0]!.start, extent(subject)[0]!.start);
      return [
        { start, end: from },
        { start: cue[0]!.end, end },
      ].filter((piece) => piece.end > piece.start);
    });
    readings.push({ source: subject < 0 ? [] : extent(subject), cue, content: token < 0 ? rest : extent(token), direct: token < 0 });
  }
  return readings;
}

/** Our voices in the terms of the gold, which marks no nested ones and none inside quotation marks. */
function readOurs(doc: Doc, lexicon: CueLexicon): Reading[] {
  const quotes = findQuotes(doc);
  return readVoices(doc, lexicon).flatMap(({ cue, source, content, form, nestedIn }) => {
    if (cue === null || nestedIn !== null || quotes.some((quote) => quote.start < cue.start && cue.end <= quote.end)) return [];
    return [{ source: source === null ? [] : [source.span], cue: [cue], content, direct: form !== "indirect" }];
  });
}

/** Scores voices against PolNeAR. An article that several people marked counts once, shared among them. */
export async function run(goldPath: string): Promise<Score> {
  const articles = readPolnear(goldPath) ?? [];
  const core = shippedCore();
  const lexicon = loadCueLexicon();
  const docs = new Map<string, Doc>();
  for (const { name, text } of articles) if (!docs.has(name)) docs.set(name, readDoc(text, core));
  const ours = new Map([...docs].map(([name, doc]) => [name, readOurs(doc, lexicon)]));
  const baseline = new Map([...docs].map(([name, doc]) => [name, readBaseline(doc)]));
  const figures = scoreReadings(
    articles,
    articles.map(({ name }) => ours.get(name)!),
  );
  const plain = scoreReadings(
    articles,
    articles.map(({ name }) => baseline.get(name)!),
  );
  const people = scorePeople(articles);
  const percent = (value: number | undefined) => (100 * (value ?? 0)).toFixed(1);
  const line = (name: string) => `${name} ${percent(plain[name])}`;
  return {
    task: "attribution",
    figures,
    notes: [
      `46 verbs over our trees: ${["tripleOverlap", "tripleExact", "speechOverlap", "speechPrecision", "directFound"].map(line).join(", ")}`,
      `people among themselves, articles here with several annotators: overlap ${percent(people["peopleOverlap"])}, exact ${percent(people["peopleExact"])}; over train 78.5, 59.8`,
    ],
  };
}
