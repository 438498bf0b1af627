import { titleOfSlot } from "../accounts.ts";
import { sayWhen } from "../dates.ts";
import type { Dossier, DossierRow, Move } from "../dossier.ts";
import { sayDoubts, sayRule, sayState } from "../lines.ts";
import { count, isDisagreement, KIND_ORDER, KINDS, VERDICTS } from "../words.ts";
import { chip, moveAnchor, timeMark } from "./chip.ts";
import { html, type Markup, NOTHING } from "./escape.ts";

/** The issue ledger as a table: rows issues, columns who moved towards whom, chips in order of time. */
export function writeLedgerSection(dossier: Dossier): Markup {
  const [a, b] = dossier.parties;
  if (dossier.rows.length === 0)
    return html`<section id="ledger" aria-labelledby="ledger-h"><h2 id="ledger-h">Ledger</h2><p class="empty">No move found between these two parties in ${count(dossier.analysis.articles.length, "article")}.</p></section>`;
  const used = KIND_ORDER.filter((kind) => dossier.moves.some((move) => move.kind === kind));
  const legend = used.map(
    (kind) =>
      html`<li><button type="button" class="kind k-${kind}" data-kind="${kind}" aria-pressed="true"><span aria-hidden="true">${KINDS[kind].glyph}</span> ${KINDS[kind].word}</button></li>`,
  );
  const head = ["Issue", `${a.name} → ${b.name}`, `${b.name} → ${a.name}`, "State"].map(
    (title) => html`<th scope="col" role="columnheader">${title}</th>`,
  );
  return html`<section id="ledger" aria-labelledby="ledger-h"><h2 id="ledger-h">Ledger</h2>
<p class="lede">${count(dossier.rows.length, "issue")}, ${count(dossier.moves.length, "move")}. Every line opens its exact words. <i>Italic: a voice that is unnamed or former, or the author's own reading.</i> ${sayDoubts(dossier.moves)}</p>
<ul class="legend" aria-label="Kinds of move">${legend}</ul>
<table class="ledger" role="table" aria-labelledby="ledger-h"><thead role="rowgroup"><tr role="row">${head}</tr></thead><tbody role="rowgroup">${dossier.rows.map((row) => writeRow(dossier, row))}</tbody></table></section>`;
}

function writeRow(dossier: Dossier, row: DossierRow): Markup {
  const [a, b] = dossier.parties;
  return html`<tr role="row" id="i-${row.issue}"><th scope="row" role="rowheader">${row.title}</th>
<td role="cell" data-head="${a.name} → ${b.name}">${writeCell(
    row,
    row.moves.filter((move) => move.entry.from === a.id),
  )}</td>
<td role="cell" data-head="${b.name} → ${a.name}">${writeCell(
    row,
    row.moves.filter((move) => move.entry.from === b.id),
  )}</td>
<td role="cell" data-head="State" class="why"><span class="state">${row.row.state}</span>${row.row.rule.includes("in these sources") ? NOTHING : html`<span class="who">${sayState(row).slice(row.row.state.length)}</span>`}<p>${sayRule(row)}</p>${writeQuarrels(dossier, row)}</td></tr>`;
}

function writeCell(row: DossierRow, moves: readonly Move[]): Markup {
  if (moves.length === 0) {
    const asked = row.moves.some((move) => move.kind === "asked");
    return html`<span class="empty">${asked ? "no answer found" : "—"}</span>`;
  }
  return html`<ul class="plain chips">${moves.map((move) => html`<li id="${moveAnchor(move)}" data-kind="${move.kind}">${timeMark(move.when)} ${chip(move)}${writeAnswer(row, move)}</li>`)}</ul>`;
}

function writeAnswer(row: DossierRow, move: Move): Markup {
  const ask = row.moves.find((other) => other.entry.id === move.answers);
  if (!ask) return NOTHING;
  return html` <a class="answers" href="#${moveAnchor(ask)}">↳ answers the ${KINDS[ask.kind].noun} (${sayWhen(ask.when)})</a>`;
}

function writeQuarrels(dossier: Dossier, row: DossierRow): Markup {
  const rows = row.quarrels.filter(({ discrepancy }) => isDisagreement(discrepancy.verdict));
  if (rows.length === 0) return NOTHING;
  return html`<ul class="plain">${rows.map(({ discrepancy, event }) => html`<li><a class="clash" href="#e-${event.id}">${discrepancy.verdict} ${titleOfSlot(dossier.index, discrepancy)}: ${VERDICTS[discrepancy.verdict]}</a></li>`)}</ul>`;
}
