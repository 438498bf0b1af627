import type { Actor } from "../model/actor.ts";
import type { Analysis } from "../model/analysis.ts";
import type { Article } from "../model/article.ts";
import { moveKey } from "../model/course.ts";
import type { Discrepancy, Event } from "../model/event.ts";
import type { EntryKind, LedgerEntry, LedgerRow } from "../model/ledger.ts";
import type { Span } from "../model/span.ts";
import { isSure, type Statement } from "../model/statement.ts";
import { holdsWords } from "../text/words.ts";
import { compareDates } from "./dates.ts";
import { type Indexed, indexOf } from "./index-of.ts";
import { outletOf, type Voice, voiceOf } from "./voice.ts";
import { sayKey, VERDICT_ORDER } from "./words.ts";

/** A statement with its place among the footnotes. */
export interface Note {
  /** From 1, in the order the ledger is read. */
  readonly number: number;
  readonly statement: Statement;
  readonly article: Article;
  /** Publisher, or the headline where none is known. */
  readonly outlet: string;
  /** The outlet that wrote the words first: another one where the passage is a copy. */
  readonly origin: string;
  readonly voice: Voice;
}

/** A ledger entry, ready to be shown. */
export interface Move {
  readonly entry: LedgerEntry;
  readonly kind: EntryKind;
  /** EDTF: its date; where that is not told, up to the day it was first published (`../2026-07-03`); null where that is unknown, too. */
  readonly when: string | null;
  readonly from: Actor;
  readonly to: Actor;
  readonly issue: string;
  /** All issues under which the same words stand in the ledger as the same move. */
  readonly issues: readonly string[];
  /** At least one; the first is the one quoted. */
  readonly notes: readonly [Note, ...Note[]];
  /** Distinct outlets, copies of one text counted once. */
  readonly outlets: readonly string[];
  readonly answers: string | null;
  readonly answeredBy: readonly string[];
  /** True where the accounts of its event contradict each other. */
  readonly disputed: boolean;
  /** True where at least one of its tellings is sure (`SURE`). */
  readonly sure: boolean;
}

/** An issue of the dyad with its moves, each side's in order of time. */
export interface DossierRow {
  readonly row: LedgerRow;
  readonly issue: string;
  readonly title: string;
  readonly moves: readonly Move[];
  /** Verdicts on events of this row that are not agreement. */
  readonly quarrels: readonly Quarrel[];
}

/** A slot on which the accounts of an event do not simply agree. */
export interface Quarrel {
  readonly discrepancy: Discrepancy;
  readonly event: Event;
  readonly notes: readonly Note[];
  /** True where each account rests on a statement that is sure (`SURE`). */
  readonly sure: boolean;
}

/** All that a view of two parties shows: the analysis cut to one dyad, with footnotes numbered. */
export interface Dossier {
  readonly index: Indexed;
  readonly analysis: Analysis;
  readonly parties: readonly [Actor, Actor];
  readonly rows: readonly DossierRow[];
  /** In order of time; what has no date comes last. A move that stands under several issues is here once. */
  readonly moves: readonly Move[];
  /** Gravest verdict first. */
  readonly quarrels: readonly Quarrel[];
  /** In order of publication; what has no date comes last. */
  readonly articles: readonly Article[];
  readonly notes: readonly Note[];
  /** Note of a statement id that the dossier shows. */
  readonly noteOf: ReadonlyMap<string, Note>;
  /** The last day these sources reach (EDTF), or null. */
  readonly upTo: string | null;
}

/** Cuts an analysis to what passed between two parties (actor ids), and numbers its evidence. */
export function makeDossier(analysis: Analysis, a: string, b: string): Dossier {
  const index = indexOf(analysis);
  const pair = new Set([a, b]);
  const ledger = analysis.ledger.filter((row) => row.dyad.every((id) => pair.has(id)) && row.entries.length > 0);
  const events = eventsOf(index, ledger, pair);
  const notes = makeNotes(index, ledger, events, analysis.discrepancies);
  const noteOf = new Map(notes.map((note) => [note.statement.id, note]));
  const quarrels = quarrelsOf(analysis, events, noteOf);
  const disputed = new Set(quarrels.filter((q) => q.discrepancy.verdict === "✕").flatMap((q) => q.event.statements));
  const rows = ledger.map((row): DossierRow => {
    const moves = row.entries
      .map((entry) => makeMove(index, row, entry, noteOf, disputed))
      .toSorted((x, y) => compareDates(x.when, y.when) || x.notes[0].number - y.notes[0].number);
    const told = new Set(moves.flatMap((move) => move.notes.map((note) => note.statement.id)));
    const own = quarrels.filter((quarrel) => quarrel.event.statements.some((id) => told.has(id)));
    return {
      row,
      issue: row.issue,
      title: analysis.issues.find((one) => one.id === row.issue)?.name ?? sayKey(row.issue),
      moves,
      quarrels: own,
    };
  });
  const shown = new Set(notes.map((note) => note.article.id));
  return {
    index,
    analysis,
    parties: [index.actor(a), index.actor(b)],
    rows,
    moves: foldIssues(rows.flatMap((row) => row.moves)).toSorted(
      (x, y) => compareDates(x.when, y.when) || x.notes[0].number - y.notes[0].number,
    ),
    quarrels,
    articles: analysis.articles
      .filter((article) => shown.has(article.id))
      .toSorted((x, y) => compareDates(x.published.value, y.published.value) || (x.id < y.id ? -1 : 1)),
    notes,
    noteOf,
    upTo: lastDay(ledger, analysis, shown),
  };
}

function eventsOf(index: Indexed, ledger: readonly LedgerRow[], pair: ReadonlySet<string>): readonly Event[] {
  const told = new Set(ledger.flatMap((row) => row.entries.flatMap((entry) => entry.statements)));
  return index.analysis.events.filter((event) => {
    const parties = new Set([...event.actors, ...event.recipients].map(index.party));
    return [...pair].every((id) => parties.has(id)) || event.statements.some((id) => told.has(id));
  });
}

function makeNotes(index: Indexed, ledger: readonly LedgerRow[], events: readonly Event[], all: readonly Discrepancy[]): readonly Note[] {
  const shown = new Set(events.map((event) => event.id));
  const ids = new Set([
    ...ledger.flatMap((row) => row.entries.flatMap((entry) => entry.statements)),
    ...all.filter((d) => shown.has(d.event)).flatMap((d) => d.accounts.flatMap((account) => account.statements)),
    ...events
      .filter(toldBySeveral)
      .flatMap((event) => event.accounts.flatMap((account) => account.slots.flatMap((slot) => slot.statements))),
  ]);
  return [...ids].map((id, n): Note => {
    const statement = index.statement(id);
    const article = index.article(statement.article);
    return {
      number: n + 1,
      statement,
      article,
      outlet: outletOf(article),
      origin: originOf(index, article, statement.evidence),
      voice: voiceOf(index, statement),
    };
  });
}

/** True where more than one publisher tells of the event. */
export function toldBySeveral(event: Event): boolean {
  return new Set(event.accounts.map((account) => account.publisher)).size > 1;
}

function originOf(index: Indexed, article: Article, evidence: Span): string {
  const copy = article.copies.find((passage) => holdsWords(article.text, passage, evidence));
  return outletOf(copy ? index.article(copy.of) : article);
}

function quarrelsOf(analysis: Analysis, events: readonly Event[], noteOf: ReadonlyMap<string, Note>): readonly Quarrel[] {
  const byId = new Map(events.map((event) => [event.id, event]));
  return analysis.discrepancies
    .flatMap((discrepancy): Quarrel[] => {
      const event = byId.get(discrepancy.event);
      if (!event || discrepancy.verdict === "=") return [];
      const accounts = discrepancy.accounts.map((account) => account.statements.flatMap((id) => noteOf.get(id) ?? []));
      return [{ discrepancy, event, notes: accounts.flat(), sure: accounts.every((told) => told.some((note) => isSure(note.statement))) }];
    })
    .toSorted((x, y) => VERDICT_ORDER.indexOf(x.discrepancy.verdict) - VERDICT_ORDER.indexOf(y.discrepancy.verdict));
}

function makeMove(
  index: Indexed,
  row: LedgerRow,
  entry: LedgerEntry,
  noteOf: ReadonlyMap<string, Note>,
  disputed: ReadonlySet<string>,
): Move {
  const [first, ...rest] = entry.statements.flatMap((id) => noteOf.get(id) ?? []).toSorted(byWorth);
  if (!first) throw new RangeError(`Ledger entry "${entry.id}" has no statement; run demarche check on the file.`);
  const notes: readonly [Note, ...Note[]] = [first, ...rest];
  return {
    entry,
    kind: entry.kind,
    when: entry.date ?? firstTold(notes),
    from: index.actor(entry.from),
    to: index.actor(entry.to),
    issue: row.issue,
    issues: [row.issue],
    notes,
    outlets: [...new Set(notes.map((note) => note.origin))],
    answers: entry.answers,
    answeredBy: row.entries.filter((other) => other.answers === entry.id).map((other) => other.id),
    disputed: entry.statements.some((id) => disputed.has(id)),
    sure: notes.some((note) => isSure(note.statement)),
  };
}

/** The telling to quote first: the one that names both sides, the surest, the earliest. */
function byWorth(a: Note, b: Note): number {
  return (
    sidesNamed(b.statement) - sidesNamed(a.statement) ||
    b.statement.confidence - a.statement.confidence ||
    compareDates(a.article.published.value, b.article.published.value) ||
    a.number - b.number
  );
}

function sidesNamed({ actors, recipients }: Statement): number {
  return Math.min(2, new Set([...actors, ...recipients].map((one) => one.actor)).size);
}

function firstTold(notes: readonly Note[]): string | null {
  const days = notes.flatMap((note) => note.article.published.value?.slice(0, 10) ?? []).toSorted(compareDates);
  return days[0] === undefined ? null : `../${days[0]}`;
}

function foldIssues(moves: readonly Move[]): readonly Move[] {
  const folded = new Map<string, Move>();
  for (const move of moves) {
    const key = moveKey(move.entry);
    const first = folded.get(key);
    folded.set(
      key,
      first ? { ...first, issues: [...first.issues, move.issue], answeredBy: [...first.answeredBy, ...move.answeredBy] } : move,
    );
  }
  return [...folded.values()];
}

function lastDay(ledger: readonly LedgerRow[], analysis: Analysis, shown: ReadonlySet<string>): string | null {
  const said = ledger.flatMap((row) => row.upTo ?? []);
  const dates = said.length > 0 ? said : analysis.articles.filter((a) => shown.has(a.id)).flatMap((a) => a.published.value ?? []);
  return dates.toSorted(compareDates).at(-1) ?? null;
}
