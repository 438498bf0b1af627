import { type Cell, type Grid, gridOf, sayVerdict, sortGrids } from "../accounts.ts";
import { sayDate } from "../dates.ts";
import { type Dossier, type Note, toldBySeveral } from "../dossier.ts";
import { quoteOf } from "../lines.ts";
import { count, shorten, VERDICT_ORDER, VERDICTS } from "../words.ts";
import { doubtMark, wordsAnchor } from "./chip.ts";
import { html, type Markup, NOTHING } from "./escape.ts";

/** Events that several outlets tell, slot by slot, contradictions first. */
export function writeAccountsSection(dossier: Dossier): Markup {
  const grids = gridsFor(dossier);
  const empty = html`<p class="empty">No event is told by more than one outlet in ${count(dossier.articles.length, "article")} of this dossier.</p>`;
  return html`<section id="accounts" aria-labelledby="accounts-h"><h2 id="accounts-h">Accounts compared</h2>
<p class="lede">One happening, told by several. “Only one says” is no contradiction; copies of one text count once.</p>
${grids.length > 0 ? grids.map((grid) => writeGrid(dossier, grid)) : empty}</section>`;
}

/** The grids of a dossier: events told by more than one publisher that its moves or disagreements stand on. */
export function gridsFor(dossier: Dossier): readonly Grid[] {
  const quarrels = new Set(dossier.quarrels.map((quarrel) => quarrel.event.id));
  const grids = dossier.analysis.events
    .filter((event) => quarrels.has(event.id) || event.statements.some((id) => dossier.noteOf.has(id)))
    .filter(toldBySeveral)
    .map((event) => gridOf(dossier.index, event));
  return sortGrids(grids);
}

function writeGrid(dossier: Dossier, grid: Grid): Markup {
  const tally = VERDICT_ORDER.map((verdict) => ({ verdict, n: grid.rows.filter((row) => row.verdict === verdict).length })).filter(
    ({ n }) => n > 0,
  );
  const heads = grid.publishers.map(
    (publisher) =>
      html`<th scope="col" role="columnheader">${shorten(publisher, 60)} <span class="who">${dateOf(dossier, grid, publisher)}</span></th>`,
  );
  const rows = grid.rows.map(
    (row) =>
      html`<tr role="row" class="row-${classOf(row.verdict)}"><th scope="row" role="rowheader">${row.title}</th>${row.cells.map((cell, c) => html`<td role="cell" data-head="${shorten(grid.publishers[c] ?? "", 60)}">${writeCell(dossier, cell)}</td>`)}<td role="cell" data-head="Verdict" class="verdict">${sayVerdict(row.verdict)}${doubtMark(row)}</td></tr>`,
  );
  const table = html`<table class="grid" role="table" aria-labelledby="eh-${grid.event.id}"><thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">Slot</th>${heads}<th scope="col" role="columnheader">Verdict</th></tr></thead><tbody role="rowgroup">${rows}</tbody></table>`;
  const wide = grid.publishers.length > 4;
  return html`<section class="event" id="e-${grid.event.id}" aria-labelledby="eh-${grid.event.id}"><h3 id="eh-${grid.event.id}">${grid.title}</h3>
<p class="who">${count(grid.publishers.length, "outlet")} · ${tally.map(({ verdict, n }, at) => html`${at > 0 ? " · " : ""}<span class="${classOf(verdict)}">${n} ${VERDICTS[verdict]}</span>`)}</p>
${wide ? html`<div class="scroll" role="region" aria-label="Table: ${grid.title}" tabindex="0">${table}</div>` : table}</section>`;
}

function classOf(verdict: string | null): string {
  return verdict === "✕" || verdict === "∅" ? "grave" : verdict === "=" ? "agreed" : "mild";
}

function dateOf(dossier: Dossier, grid: Grid, publisher: string): string {
  const ids = grid.event.accounts.filter((account) => account.publisher === publisher).flatMap((account) => account.articles);
  const value = ids.map((id) => dossier.index.article(id).published.value).find((date) => date !== null);
  return value ? sayDate(value) : "";
}

function writeCell(dossier: Dossier, cell: Cell | null): Markup {
  if (!cell) return html`<span class="empty">not said</span>`;
  const all = cell.statements.flatMap((id) => dossier.noteOf.get(id) ?? []);
  const notes = all.filter((note, n) => all.findIndex((other) => other.statement.quote === note.statement.quote) === n);
  return html`<b>${shorten(cell.value, 120)}</b>${notes.length > 0 ? html`<br>${notes.map((note, n) => html`${n > 0 ? "; " : ""}${quoteWith(note, cell.value)}`)}` : NOTHING}`;
}

/** Where `value` stands in `text` as words of its own, or -1: "Russia" is not in "Russian". */
function wordAt(text: string, value: string): number {
  for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1))
    if (!/\w/.test(text[at - 1] ?? "") && !/\w/.test(text[at + value.length] ?? "")) return at;
  return -1;
}

/** A note's words as a link, the value lit where it stands in them. */
function quoteWith(note: Note, value: string): Markup {
  const { quote, trigger, evidence } = note.statement;
  const at = wordAt(quote, value);
  const start = at < 0 ? trigger.start - evidence.start : at;
  const words = at < 0 ? quoteOf(note, 150) : shorten(quote, 150, start, start + value.length);
  const lit = wordAt(words, value);
  const inner = lit < 0 ? html`${words}` : html`${words.slice(0, lit)}<span class="lit">${value}</span>${words.slice(lit + value.length)}`;
  return html`<a class="words${note.voice.soft ? " soft" : ""}" href="#${wordsAnchor(note)}">${inner}</a>`;
}
