import { nameValue, titleOfSlot } from "./accounts.ts";
import { sayDate } from "./dates.ts";
import type { Dossier, DossierRow, Move, Note, Quarrel } from "./dossier.ts";
import { type Ink, PLAIN, sayDoubt } from "./ink.ts";
import { clean, count, KINDS, list, shorten, VERDICTS } from "./words.ts";

/** The words of a note as they stand, at most `most` characters around its trigger; a dash or comma they begin with is left out. */
export function quoteOf(note: Note, most = 140): string {
  const { quote, evidence, trigger } = note.statement;
  const skip = /^[\s–—,;:]*/.exec(quote)?.[0].length ?? 0;
  const at = (offset: number) => Math.max(0, offset - evidence.start - skip);
  return shorten(quote.slice(skip), most, at(trigger.start), at(trigger.end));
}

/** Who says so and how surely: "a Bolivian diplomat, in The Chaco Ledger · certain". */
export function sayVoice(note: Note): string {
  const { who, via, certainty } = note.voice;
  const chain = via.length > 0 ? ` (through ${list(via)})` : "";
  const outlet = who === note.outlet ? who : `${who}${chain}, in ${note.outlet}`;
  const copied = note.origin === note.outlet ? "" : ` (text of ${note.origin})`;
  return `${outlet}${copied} · ${certainty}`;
}

/** Who says so, for all notes of a move: each distinct voice once, copies of one text once. */
export function sayVoices(move: Move): string {
  const own = move.notes.filter((note) => note.origin === note.outlet);
  return [...new Set((own.length > 0 ? own : move.notes).map(sayVoice))].join("; ");
}

/** "Bolivia → Paraguay". */
export function sayWay(move: Move): string {
  return `${move.from.name} → ${move.to.name}`;
}

/** "4 pages → 7 articles + 6 teasers · 4 in this dossier". */
export function sayScope(dossier: Dossier): string {
  const { pages, articles } = dossier.analysis;
  const teasers = articles.filter((article) => article.kind === "teaser").length;
  const found = `${count(articles.length - teasers, "article")}${teasers > 0 ? ` + ${count(teasers, "teaser")}` : ""}`;
  return `${count(pages.length, "page")} → ${found} · ${dossier.articles.length} in this dossier`;
}

/** The state of a row with its scope: silence is not refusal. */
export function sayState(row: DossierRow): string {
  const upTo = row.row.upTo ? ` up to ${sayDate(row.row.upTo)}` : "";
  return `${row.row.state} in these sources${upTo}`;
}

/** The rule of a row's state, its day spelt out. */
export function sayRule({ row: { rule, upTo } }: DossierRow): string {
  return upTo === null ? rule : rule.replaceAll(upTo, sayDate(upTo));
}

/** One line of a verdict: sign, slot, and what each account says; `safe` guards text that comes from pages. */
export function sayQuarrel(dossier: Dossier, quarrel: Quarrel, ink: Ink = PLAIN, safe: (text: string) => string = clean): string {
  const { verdict, accounts } = quarrel.discrepancy;
  const sign = `${verdict} ${safe(titleOfSlot(dossier.index, quarrel.discrepancy))}`;
  const said = accounts
    .map((a) => `${safe(shorten(a.publisher, 44))} has ${ink.strong(safe(nameValue(dossier.index, a.value)))}`)
    .join("; ");
  return `${verdict === "✕" ? ink.alarm(sign) : ink.strong(sign)} (${VERDICTS[verdict]}): ${said}${sayDoubt(quarrel, ink)}`;
}

/** "3 of 12 moves are unsure (?): read their words before you use them."; nothing where all are sure. */
export function sayDoubts(moves: readonly Move[]): string {
  const unsure = moves.filter((move) => !move.sure).length;
  if (unsure === 0) return "";
  return `${unsure} of ${count(moves.length, "move")} ${unsure === 1 ? "is" : "are"} unsure (?): read the words before you use one.`;
}

/** "● given", in the colour of its kind. */
export function sayKind(move: Move, ink: Ink): string {
  const { glyph, word } = KINDS[move.kind];
  return ink.kind(move.kind, `${glyph} ${word}`);
}
