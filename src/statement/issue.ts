import type { IssueLexicon, IssuePhrase } from "../lexicon/issues.ts";
import type { Doc, Span } from "../model/index.ts";

/** Keys of the issues the words of a span raise, in the order of the taxonomy. Needs no tree; words that end in a hyphenated compound are seen too. */
export function readIssues(doc: Doc, span: Span, lexicon: IssueLexicon): readonly string[] {
  const tokens = tokensIn(doc, span);
  const raised = new Set<string>();
  const present = new Set(tokens.flatMap((one) => [one.lemma, one.form]));
  const hits = tokens.flatMap((word, at) =>
    phrasesAt(word, lexicon).flatMap((phrase) => (endsAt(tokens, at, phrase.words) ? [{ phrase, at }] : [])),
  );
  const silent = hits.filter((hit) => hit.phrase.silent);
  for (const { phrase, at } of hits) {
    const first = at - phrase.words.length + 1;
    if (
      phrase.silent ||
      silent.some((one) => one.phrase.issue === phrase.issue && first <= one.at && one.at - one.phrase.words.length < at)
    )
      continue;
    if (!phrase.near || [...phrase.near].some((word) => present.has(word))) raised.add(phrase.issue);
  }
  return lexicon.issues.filter((issue) => raised.has(issue.id)).map((issue) => issue.id);
}

interface Word {
  readonly form: string;
  readonly lemma: string;
}

function phrasesAt(word: Word, lexicon: IssueLexicon): readonly IssuePhrase[] {
  const byLemma = lexicon.phrases.get(word.lemma) ?? [];
  if (word.form === word.lemma) return byLemma;
  const byForm = lexicon.phrases.get(word.form) ?? [];
  return byForm.length === 0 ? byLemma : [...byLemma, ...byForm];
}

function endsAt(tokens: readonly Word[], at: number, words: readonly string[]): boolean {
  if (words.length > at + 1) return false;
  return words.every((word, w) => {
    const token = tokens[at - words.length + 1 + w]!;
    return token.lemma === word || token.form === word;
  });
}

// Hyphens are no words here: "cease-fire" and "cease fire" are the same phrase however they are cut.
function tokensIn(doc: Doc, span: Span): Word[] {
  const words: Word[] = [];
  for (let t = firstAt(doc, span.start); t < doc.length && doc.start[t]! < span.end; t++) {
    if (doc.end[t]! > span.end || doc.start[t]! < span.start) continue;
    const form = doc.text.slice(doc.start[t], doc.end[t]).toLowerCase();
    if (form === "-" || form === "–") continue;
    const parts = form.split("-").filter(Boolean);
    if (parts.length < 2) words.push({ form, lemma: doc.lemma[t]!.toLowerCase() });
    else for (const part of parts) words.push({ form: part, lemma: part });
  }
  return words;
}

function firstAt(doc: Doc, offset: number): number {
  let low = 0;
  let high = doc.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (doc.end[middle]! <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
