import type { Span } from "../../src/model/span.ts";
import type { GoldArticle } from "./polnear.ts";

/** What a reader of voices found, in the terms of the gold: three roles, each a list of pieces. */
export interface Reading {
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
  readonly direct: boolean;
}

type Words = ReadonlySet<number>;

interface Roles {
  readonly source: Words;
  readonly cue: Words;
  readonly content: Words;
}

// Cues counted as acts of speech or writing when gold and readings are filtered alike.
const SPEECH = new Set(
  "say tell add write announce claim argue note warn report accuse ask urge deny declare insist suggest acknowledge explain state reply respond promise pledge vow call describe criticize praise tweet testify confirm reveal admit recall remark observe mention comment demand request propose recommend stress emphasize contend allege assert charge complain concede conclude condemn denounce disclose estimate predict threaten repeat reiterate according statement post blast slam rip quip joke shout yell chant continue cite point"
    .split(" ")
    .flatMap((lemma) => [
      lemma,
      `${lemma}s`,
      `${lemma}ed`,
      `${lemma}d`,
      `${lemma}ing`,
      lemma.replace(/e$/, "ing"),
      lemma.replace(/y$/, "ied"),
      lemma.replace(/y$/, "ies"),
    ])
    .concat("said told wrote written criticised emphasised admitted admitting ripped ripping quipped slammed slamming shouted".split(" ")),
);

/** Words of the text as runs of letters and digits: punctuation never counts, the number of a word is its offset. */
function wordsOf(text: string, pieces: readonly Span[]): Words {
  const words = new Set<number>();
  for (const piece of pieces) {
    const slice = text.slice(piece.start, piece.end);
    for (const match of slice.matchAll(/[\p{L}\p{N}]+/gu)) {
      // A piece that starts inside a word (the annotators' slip) stands for the whole word.
      let at = piece.start + match.index;
      while (at > 0 && /[\p{L}\p{N}]/u.test(text[at - 1]!)) at--;
      words.add(at);
    }
  }
  // A cue may be a bare colon or dash.
  if (words.size === 0) for (const piece of pieces) for (let i = piece.start; i < piece.end; i++) if (/\S/.test(text[i]!)) words.add(i);
  return words;
}

function rolesOf(text: string, marked: { source: readonly Span[]; cue: readonly Span[]; content: readonly Span[] }): Roles {
  return { source: wordsOf(text, marked.source), cue: wordsOf(text, marked.cue), content: wordsOf(text, marked.content) };
}

function share(a: Words, b: Words): number {
  let n = 0;
  for (const word of a) if (b.has(word)) n++;
  return n;
}

function meets(a: Words, b: Words): boolean {
  return (a.size === 0 && b.size === 0) || share(a, b) > 0;
}

function equal(a: Words, b: Words): boolean {
  return a.size === b.size && share(a, b) === a.size;
}

interface Pair {
  readonly gold: number;
  readonly read: number;
  readonly overlap: boolean;
  readonly exact: boolean;
}

/** One to one; only where the cues share a word; full overlaps before partial ones. */
export function matchRoles(gold: readonly Roles[], read: readonly Roles[]): Pair[] {
  const pairs: (Pair & { rank: number })[] = [];
  gold.forEach((g, i) => {
    read.forEach((r, j) => {
      if (share(g.cue, r.cue) === 0) return;
      const overlap = meets(g.source, r.source) && meets(g.content, r.content);
      const exact = equal(g.source, r.source) && equal(g.content, r.content) && equal(g.cue, r.cue);
      const close = share(g.content, r.content) / Math.max(1, g.content.size + r.content.size);
      pairs.push({ gold: i, read: j, overlap, exact, rank: (exact ? 4 : 0) + (overlap ? 2 : 0) + close });
    });
  });
  const seenGold = new Set<number>();
  const seenRead = new Set<number>();
  return pairs
    .sort((a, b) => b.rank - a.rank || a.gold - b.gold || a.read - b.read)
    .filter((pair) => {
      if (seenGold.has(pair.gold) || seenRead.has(pair.read)) return false;
      seenGold.add(pair.gold);
      seenRead.add(pair.read);
      return true;
    });
}

interface Tally {
  gold: number;
  read: number;
  overlap: number;
  exact: number;
}

function f1(hit: number, tally: Tally): number {
  return tally.gold + tally.read === 0 ? 0 : (2 * hit) / (tally.gold + tally.read);
}

function isSpeech(text: string, cue: Words): boolean {
  for (const at of cue) if (SPEECH.has(/^[\p{L}\p{N}]*/u.exec(text.slice(at, at + 30))![0].toLowerCase())) return true;
  return false;
}

function tallyOf(articles: readonly GoldArticle[], readings: readonly (readonly Reading[])[], speechOnly: boolean): Tally {
  const tally = { gold: 0, read: 0, overlap: 0, exact: 0 };
  articles.forEach((article, i) => {
    const weight = 1 / articles.filter((other) => other.name === article.name).length;
    const keep = (roles: Roles) => !speechOnly || isSpeech(article.text, roles.cue);
    const gold = article.attributions.map((one) => rolesOf(article.text, one)).filter((roles) => roles.cue.size > 0 && keep(roles));
    const read = readings[i]!.map((one) => rolesOf(article.text, one)).filter(keep);
    const pairs = matchRoles(gold, read);
    tally.gold += weight * gold.length;
    tally.read += weight * read.length;
    tally.overlap += weight * pairs.filter((pair) => pair.overlap).length;
    tally.exact += weight * pairs.filter((pair) => pair.exact).length;
  });
  return tally;
}

/** Direct speech: gold whose content begins and ends with a quotation mark; found where a direct reading covers half of it. */
function directOf(articles: readonly GoldArticle[], readings: readonly (readonly Reading[])[]): { found: number; speaker: number } {
  let all = 0;
  let found = 0;
  let right = 0;
  articles.forEach((article, i) => {
    const read = readings[i]!.filter((one) => one.direct).map((one) => rolesOf(article.text, one));
    for (const one of article.attributions) {
      const quote = one.content
        .map((piece) => article.text.slice(piece.start, piece.end))
        .join(" ")
        .trim();
      if (!/^["“'‘«„]/.test(quote) || !/["”'’»“]\W*$/.test(quote)) continue;
      const gold = rolesOf(article.text, one);
      if (gold.source.size === 0) continue;
      all++;
      const best = read
        .filter((other) => 2 * share(gold.content, other.content) >= gold.content.size)
        .sort((a, b) => share(gold.content, b.content) - share(gold.content, a.content));
      if (best.length === 0) continue;
      found++;
      if (best.some((other) => meets(gold.source, other.source))) right++;
    }
  });
  return { found: found / Math.max(1, all), speaker: right / Math.max(1, found) };
}

/** The figures of one reader against the gold: F1 over all, over acts of speech, exact, and direct speech. */
export function scoreReadings(articles: readonly GoldArticle[], readings: readonly (readonly Reading[])[]): Record<string, number> {
  const all = tallyOf(articles, readings, false);
  const speech = tallyOf(articles, readings, true);
  const direct = directOf(articles, readings);
  return {
    tripleOverlap: f1(all.overlap, all),
    triplePrecision: all.overlap / Math.max(1, all.read),
    tripleRecall: all.overlap / Math.max(1, all.gold),
    tripleExact: f1(all.exact, all),
    speechOverlap: f1(speech.overlap, speech),
    speechPrecision: speech.overlap / Math.max(1, speech.read),
    speechRecall: speech.overlap / Math.max(1, speech.gold),
    speechExact: f1(speech.exact, speech),
    directFound: direct.found,
    directSpeaker: direct.speaker,
  };
}

/** People among themselves: each annotator of an article read by several, scored against every other. */
export function scorePeople(articles: readonly GoldArticle[]): Record<string, number> {
  const pairs = articles.flatMap((gold) =>
    articles.filter((other) => other.name === gold.name && other.annotator > gold.annotator).map((other) => ({ gold, other })),
  );
  const tally = { gold: 0, read: 0, overlap: 0, exact: 0 };
  for (const { gold, other } of pairs) {
    const one = tallyOf([gold], [other.attributions.map((roles) => ({ ...roles, direct: false }))], false);
    tally.gold += one.gold;
    tally.read += one.read;
    tally.overlap += one.overlap;
    tally.exact += one.exact;
  }
  return { peopleOverlap: f1(tally.overlap, tally), peopleExact: f1(tally.exact, tally) };
}
