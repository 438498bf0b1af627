import type { Analysis, Statement } from "../../src/model/index.ts";
import type { Tools } from "../../src/pipeline/tools.ts";
import { readDoc } from "../../src/sentence/index.ts";
import { makeId } from "../../src/text/hash.ts";
import { analyzeArticle, readingKey, readStream } from "./stream.ts";

/** One article of the day with its reading, and where its sentences lie. */
export interface Read {
  readonly article: string;
  readonly analysis: Analysis;
  /** Parsed when first asked for. */
  readonly sentences: () => readonly { readonly id: string; readonly start: number; readonly end: number; readonly text: string }[];
}

/** What a judge is shown. */
export interface Drawn {
  /** article, and key of the reading or of the sentence. */
  readonly id: string;
  readonly reading: string;
  readonly words: string;
}

/** Articles whose id does not come before this are the held-out quarter; whoever develops may read the others. */
const HELD_OUT = "c";

/** True for the id of an article of the held-out quarter. */
export const isHeldOut = (id: string): boolean => id >= HELD_OUT;

/** Reads a day of news, article by article: those whose ids are wanted. */
export async function readDay(path: string, tools: Tools, wanted: (id: string) => boolean): Promise<readonly Read[]> {
  const day: Read[] = [];
  for (const article of readStream(path) ?? []) {
    if (!wanted(article.id)) continue;
    const analysis = await analyzeArticle(article, tools);
    let sentences: ReturnType<Read["sentences"]> | undefined;
    day.push({ article: article.id, analysis, sentences: () => (sentences ??= readSentences(analysis, tools)) });
  }
  return day;
}

function readSentences(analysis: Analysis, tools: Tools): ReturnType<Read["sentences"]> {
  return analysis.articles.flatMap(({ text }) => {
    const doc = readDoc(text, tools.core);
    return doc.sentences.map(({ first, end }) => {
      const span = { start: doc.start[first]!, end: doc.end[end - 1]! };
      const words = text.slice(span.start, span.end);
      return { id: makeId("sentence", words), ...span, text: words };
    });
  });
}

/** The n things with the least hashes: a draw that any machine repeats, and that changes little when a few things come or go. */
function draw<T>(all: readonly T[], n: number, key: (one: T) => string): readonly T[] {
  const lots = all.map((one) => ({ one, lot: makeId("lot", key(one)) }));
  return lots
    .sort((a, b) => (a.lot < b.lot ? -1 : a.lot > b.lot ? 1 : 0))
    .slice(0, n)
    .map(({ one }) => one);
}

/** Statements by lot over what was read of the day. */
export function drawStatements(day: readonly Read[], n: number): readonly Drawn[] {
  const all = day.flatMap((read) =>
    read.analysis.statements.map((statement) => ({ read, statement, key: readingKey(read.analysis, statement) })),
  );
  return draw(all, n, ({ read, key }) => `${read.article} ${key}`).map(({ read, statement, key }) => ({
    id: `${read.article}\t${key}`,
    reading: showReading(read.analysis, statement),
    words: showWords(read.analysis, statement),
  }));
}

/** Sentences of at least six words by lot, with the number of statements that stand in them. */
export function drawSentences(day: readonly Read[], n: number): readonly Drawn[] {
  const all = day.flatMap((read) =>
    read
      .sentences()
      .filter((s) => s.text.split(/\s+/).length >= 6)
      .map((sentence) => ({ read, sentence })),
  );
  return draw(all, n, ({ read, sentence }) => `${read.article} ${sentence.id}`).map(({ read, sentence }) => ({
    id: `${read.article}\t${sentence.id}`,
    reading: statementsIn(read, sentence)
      .map((s) => showReading(read.analysis, s))
      .join(" // "),
    words: sentence.text.replace(/\s+/g, " "),
  }));
}

/** Statements whose trigger stands in a sentence. */
export function statementsIn(read: Read, sentence: { readonly start: number; readonly end: number }): readonly Statement[] {
  return read.analysis.statements.filter((s) => s.trigger.start >= sentence.start && s.trigger.end <= sentence.end);
}

function showReading(analysis: Analysis, s: Statement): string {
  const names = new Map(analysis.actors.map((a) => [a.id, a.name]));
  const list = (some: readonly { actor: string }[]) => some.map((p) => names.get(p.actor)).join(" + ") || "–";
  const speakers = s.attribution.slice(0, -1).map((l) => `${l.kind}:${names.get(l.actor ?? "") ?? "?"}`);
  const act = [s.eventType, s.mode, s.modality, s.polarity === "negative" ? "NOT" : ""].filter(Boolean).join(" ");
  return `${list(s.actors)} | ${act} | ${list(s.recipients)} | said by ${speakers.join(" > ") || "author"} | ${s.confidence.toFixed(2)}${s.condition ? " | if" : ""}`;
}

function showWords(analysis: Analysis, s: Statement): string {
  const text = analysis.articles.find((a) => a.id === s.article)?.text ?? "";
  const show = (from: number, to: number) => text.slice(Math.max(0, from), to).replace(/\s+/g, " ");
  return `…${show(s.evidence.start - 120, s.evidence.start)}[[${show(s.evidence.start, s.trigger.start)}*${show(s.trigger.start, s.trigger.end)}*${show(s.trigger.end, s.evidence.end)}]]${show(s.evidence.end, s.evidence.end + 40)}`;
}
