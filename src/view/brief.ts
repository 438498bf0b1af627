import { titleOf } from "./accounts.ts";
import { sayDate, sayWhen } from "./dates.ts";
import { directionOf, openAsks } from "./direction.ts";
import type { Dossier, DossierRow, Move, Note, Quarrel } from "./dossier.ts";
import { type Ink, PLAIN, sayDoubt } from "./ink.ts";
import { quoteOf, sayDoubts, sayKind, sayQuarrel, sayRule, sayScope, sayState, sayVoices, sayWay } from "./lines.ts";
import { clean, count, isDisagreement } from "./words.ts";

/** The dossier of two parties as Markdown that also reads well in a terminal; `ink` dresses it there. */
export function writeBrief(dossier: Dossier, ink: Ink = PLAIN): string {
  const [a, b] = dossier.parties;
  const blocks = [
    ink.strong(`# ${escapeMarkdown(a.name)} ⇄ ${escapeMarkdown(b.name)}`),
    ink.faint(sayScope(dossier) + (dossier.upTo ? ` · as of ${sayDate(dossier.upTo)}` : "")),
    ...writeOverview(dossier, ink),
    ...writeDisagreements(dossier, ink),
    ...writeLedger(dossier, ink),
    ...writeTimeline(dossier, ink),
    ...writeNotes(dossier, ink),
  ];
  return `${blocks.join("\n\n")}\n`;
}

/** The overview alone: direction with its reasons, disagreements, open asks. What `demarche demo` prints. */
export function writeOverview(dossier: Dossier, ink: Ink = PLAIN): readonly string[] {
  const { arrow, word, parts, sentence, rule } = directionOf(dossier);
  const evidence = parts.map((part) => `- ${part.label}: ${part.moves.map((move) => refs(move.notes)).join(" ")}`);
  const asks = openAsks(dossier).map(
    (move) => `- ${sayKind(move, ink)} ${way(move)}: “${quote(move)}” ${refs(move.notes)}${sayDoubt(move, ink)}`,
  );
  const doubts = sayDoubts(dossier.moves);
  return [
    ink.strong("## Overview"),
    `${ink.strong(`${arrow} ${word}.`)} ${escapeMarkdown(sentence.slice(word.length + 2).replace(/^./, (c) => c.toUpperCase()))}`,
    ...(evidence.length > 0 ? [evidence.join("\n")] : []),
    ink.faint(rule),
    ...(doubts === "" ? [] : [ink.faint(doubts)]),
    ...(asks.length > 0 ? [ink.strong("### Open asks"), asks.join("\n")] : []),
  ];
}

function writeDisagreements(dossier: Dossier, ink: Ink): readonly string[] {
  const told = dossier.quarrels.filter((quarrel) => isDisagreement(quarrel.discrepancy.verdict));
  const coarser = dossier.quarrels.filter((quarrel) => quarrel.discrepancy.verdict === "≈");
  const alone = dossier.quarrels.length - told.length - coarser.length;
  const { articles, analysis } = dossier;
  const line = (quarrel: Quarrel) =>
    `- ${sayQuarrel(dossier, quarrel, ink, escapeMarkdown)} ${refs(quarrel.notes)}\n  ${ink.faint(titleOf(dossier.index, quarrel.event))}`;
  return [
    ink.strong(`## Where accounts disagree (${told.length})`),
    told.length > 0
      ? told.map(line).join("\n")
      : `No disagreement found: ${analysis.events.length} events of ${articles.length} articles were compared.`,
    ...(coarser.length > 0 ? [coarser.map(line).join("\n")] : []),
    ...(alone > 0 ? [ink.faint(`${count(alone, "slot")} more that only one outlet tells.`)] : []),
  ];
}

function writeLedger(dossier: Dossier, ink: Ink): readonly string[] {
  if (dossier.rows.length === 0) return [ink.strong("## Ledger"), "No move found between these two parties in these sources."];
  return [ink.strong("## Ledger"), ...dossier.rows.flatMap((row) => writeRow(row, ink))];
}

function writeRow(row: DossierRow, ink: Ink): readonly string[] {
  const lines = row.moves.map((move) => {
    const answer = row.moves.find((other) => other.entry.id === move.answers);
    const tail = answer ? ` — answers ${refs(answer.notes)}` : "";
    const words = move.entry.soft ? `*“${quote(move)}”*` : `“${quote(move)}”`;
    return `- ${sayKind(move, ink)} · ${sayWhen(move.when)} · ${way(move)}: ${words} ${refs(move.notes)}${sayDoubt(move, ink)}\n  ${ink.faint(`${escapeMarkdown(sayVoices(move))}${tail}`)}`;
  });
  return [`${ink.strong(`### ${row.title}`)} — ${sayState(row)}`, ink.faint(`Why this state: ${sayRule(row)}`), lines.join("\n")];
}

function writeTimeline(dossier: Dossier, ink: Ink): readonly string[] {
  const years = new Map<string, string[]>();
  for (const move of dossier.moves) {
    const year = /-?\d{4}/.exec(move.when ?? "")?.[0] ?? "No date";
    const lines = years.get(year) ?? [];
    lines.push(
      `- ${sayWhen(move.when)} · ${sayKind(move, ink)} · ${way(move)}: “${escapeMarkdown(quoteOf(move.notes[0], 90))}” ${refs(move.notes)}${sayDoubt(move, ink)}`,
    );
    years.set(year, lines);
  }
  return [ink.strong("## Timeline"), ...[...years].flatMap(([year, lines]) => [ink.strong(`### ${year}`), lines.join("\n")])];
}

function writeNotes(dossier: Dossier, ink: Ink): readonly string[] {
  if (dossier.notes.length === 0) return [];
  return [ink.strong("## Footnotes"), dossier.notes.map((note) => writeNote(note, ink)).join("\n")];
}

function writeNote(note: Note, ink: Ink): string {
  const { article, statement, outlet, origin } = note;
  const { value, basis } = article.published;
  const dated = value ? `${sayDate(value)} (${basis})` : "no date";
  const copied = origin === outlet ? "" : `, text of ${origin}`;
  const place = `${article.id} ${statement.evidence.start}–${statement.evidence.end}, statement ${statement.id}`;
  return `[^${note.number}]: ${escapeMarkdown(`${outlet}, ${dated}${copied}`)}: “${escapeMarkdown(clean(statement.quote))}” ${ink.faint(`(${place})`)}`;
}

function refs(notes: readonly Note[]): string {
  return [...new Set(notes.map((note) => note.number))]
    .sort((a, b) => a - b)
    .map((n) => `[^${n}]`)
    .join("");
}

function way(move: Move): string {
  return escapeMarkdown(sayWay(move));
}

function quote(move: Move): string {
  return escapeMarkdown(quoteOf(move.notes[0]));
}

/** Text of a page as Markdown that shows the very text: no link, tag, emphasis or code comes of it. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>|~]/g, "\\$&").replace(/&(?=#?\w+;)/g, "\\&");
}
