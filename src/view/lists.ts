import type { Actor } from "../model/actor.ts";
import type { Analysis } from "../model/analysis.ts";
import { sayDate } from "./dates.ts";
import { indexOf } from "./index-of.ts";
import { columns, type Ink, PLAIN } from "./ink.ts";
import { outletOf } from "./voice.ts";
import { clean, shorten } from "./words.ts";

/** An actor with what it did in the ledger. */
export interface ActorLine {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly partyOf: string | null;
  readonly aliases: readonly string[];
  readonly roles: readonly string[];
  readonly made: number;
  readonly received: number;
  readonly statements: number;
}

/** Actors by how often statements name them as actor, recipient or speaker, with the moves they made and received. */
export function listActors(analysis: Analysis): readonly ActorLine[] {
  const index = indexOf(analysis);
  const tally = (ids: readonly string[]) => {
    const sums = new Map<string, number>();
    for (const id of ids) sums.set(id, (sums.get(id) ?? 0) + 1);
    return (id: string) => sums.get(id) ?? 0;
  };
  const entries = analysis.ledger.flatMap((row) => row.entries);
  const made = tally(entries.map((entry) => entry.from));
  const received = tally(entries.map((entry) => entry.to));
  const statements = tally(
    analysis.statements.flatMap((s) => [
      ...new Set([...s.actors, ...s.recipients, ...s.mediators, ...s.attribution].flatMap((p) => p.actor ?? [])),
    ]),
  );
  return analysis.actors
    .map((actor) => ({
      id: actor.id,
      name: actor.name,
      kind: actor.kind,
      partyOf: actor.partyOf === null ? null : index.actor(actor.partyOf).name,
      aliases: actor.aliases,
      roles: [...new Set(actor.roles.map((role) => sayRole(role)))],
      made: made(actor.id),
      received: received(actor.id),
      statements: statements(actor.id),
    }))
    .toSorted((a, b) => b.made + b.received - a.made - a.received || b.statements - a.statements || (a.name < b.name ? -1 : 1));
}

/** "former" is said once, whether the title holds the word or the standing does. */
function sayRole({ title, standing }: Actor["roles"][number]): string {
  return standing === "current" || new RegExp(`\\b${standing}\\b`, "i").test(title) ? title : `${standing} ${title}`;
}

/** Actors as a table of text; those of whom no statement and no move tells are counted, not listed, unless `all`. */
export function writeActors(lines: readonly ActorLine[], all: boolean, ink: Ink = PLAIN): string {
  if (lines.length === 0) return "No actor found.\n";
  const shown = lines.filter((line) => all || line.made + line.received + line.statements > 0);
  const head = ["ACTOR", "KIND", "OF", "MADE", "RECEIVED", "STATEMENTS", "ROLES AND OTHER NAMES"];
  const rows = shown.map((line) => {
    const names = line.aliases.filter((alias) => alias !== line.name);
    return [
      shorten(line.name, 40),
      line.kind,
      shorten(line.partyOf ?? "–", 24),
      String(line.made),
      String(line.received),
      String(line.statements),
      shorten([...line.roles, ...names].map(clean).join(", "), 90),
    ];
  });
  const hidden = lines.length - shown.length;
  const tail = hidden > 0 ? ink.faint(`\n${hidden} more of whom no statement tells (--all shows them)`) : "";
  return `${columns([head, ...rows], (cell, column, row) => (row === 0 ? ink.faint(cell) : column === 0 ? ink.strong(cell) : cell))}${tail}\n`;
}

/** An article as a source: where it comes from and what came of it. */
export interface SourceLine {
  readonly id: string;
  readonly kind: string;
  readonly outlet: string;
  readonly agency: string | null;
  readonly headline: string;
  readonly published: string | null;
  readonly basis: string;
  readonly path: string;
  readonly statements: number;
  /** Share of the text that another article holds too, 0–1, with the outlets it is credited to. */
  readonly copied: number;
  readonly copiedFrom: readonly string[];
}

/** Articles (teasers too), in the order of their pages. */
export function listSources(analysis: Analysis): readonly SourceLine[] {
  const index = indexOf(analysis);
  const paths = new Map(analysis.pages.map((page) => [page.id, page.path]));
  const told = new Map<string, number>();
  for (const statement of analysis.statements) told.set(statement.article, (told.get(statement.article) ?? 0) + 1);
  return analysis.articles.map((article) => {
    const copied = article.copies.reduce((sum, copy) => sum + copy.end - copy.start, 0);
    return {
      id: article.id,
      kind: article.kind,
      outlet: outletOf(article),
      agency: article.agency,
      headline: article.headline,
      published: article.published.value,
      basis: article.published.basis,
      path: paths.get(article.page) ?? article.page,
      statements: told.get(article.id) ?? 0,
      copied: article.text.length === 0 ? 0 : Math.round((100 * copied) / article.text.length) / 100,
      copiedFrom: [...new Set(article.copies.map((copy) => outletOf(index.article(copy.of))))],
    };
  });
}

/** Sources as a table of text; teasers are counted, not listed, unless `all`. */
export function writeSources(lines: readonly SourceLine[], all: boolean, ink: Ink = PLAIN): string {
  const shown = lines.filter((line) => all || line.kind === "article");
  const head = ["ARTICLE", "OUTLET", "DATE (BASIS)", "STATEMENTS", "HEADLINE"];
  const rows = shown.map((line) => [
    line.id,
    shorten(line.outlet, 28),
    `${sayDate(line.published)} (${line.basis})`,
    String(line.statements),
    shorten(line.headline, 60) + (line.copied > 0 ? ` [${Math.round(line.copied * 100)} % text of ${line.copiedFrom.join(", ")}]` : ""),
  ]);
  const hidden = lines.length - shown.length;
  const tail = hidden > 0 ? ink.faint(`\n${hidden} teasers not shown (--all shows them)`) : "";
  return `${columns([head, ...rows], (cell, _column, row) => (row === 0 ? ink.faint(cell) : cell))}${tail}\n`;
}
