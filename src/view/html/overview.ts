import { gridsOf, nameValue, titleOf, titleOfSlot } from "../accounts.ts";
import { sayDate } from "../dates.ts";
import { directionOf, openAsks } from "../direction.ts";
import type { Dossier, Move } from "../dossier.ts";
import { quoteOf, sayScope } from "../lines.ts";
import { outletOf } from "../voice.ts";
import { clean, count, isDisagreement, KINDS, sayKey, shorten, VERDICTS } from "../words.ts";
import { doubtMark, kindClass, kindMark, moveAnchor, timeMark, voiceMark, wordsAnchor } from "./chip.ts";
import { html, join, type Markup, NOTHING } from "./escape.ts";

/** The first screen: where the relation is heading and why, the last moves, disagreements, open asks, sources. */
export function writeOverviewSection(dossier: Dossier): Markup {
  const [a, b] = dossier.parties;
  return html`<section id="overview" aria-labelledby="overview-h">
<p class="kicker">Dossier${dossier.upTo ? html` · as of ${sayDate(dossier.upTo)}` : ""} · ${sayScope(dossier)}</p>
<h1 id="overview-h">${a.name} <span class="with" aria-label="and">⇄</span> ${b.name}</h1>
${writeDirection(dossier)}
<div class="columns">
${writeLast(dossier)}
<div>${writeClashes(dossier)}${writeAsks(dossier)}</div>
</div>
${writeSources(dossier)}
</section>`;
}

function writeDirection(dossier: Dossier): Markup {
  const { arrow, word, parts, rule } = directionOf(dossier);
  const open = parts.map(
    (part) =>
      html`<details><summary>${part.moves[0] ? html`<span class="kind ${kindClass(part.moves[0])}" aria-hidden="true">${KINDS[part.moves[0].kind].glyph}</span> ` : NOTHING}${part.label}</summary><ul class="plain">${part.moves.map((move) => html`<li>${line(move)}</li>`)}</ul></details>`,
  );
  const scope = dossier.upTo ? `in these sources up to ${sayDate(dossier.upTo)}` : "in these sources";
  return html`<div class="direction"><p class="heading"><span class="arrow" aria-hidden="true">${arrow}</span> <span><strong>${word}</strong> <span class="scope">${parts.length > 0 ? scope : `No move found ${scope}`}</span></span></p>
<div class="parts">${open}</div><p class="rule">${rule}</p></div>`;
}

function line(move: Move): Markup {
  return html`${timeMark(move.when)} ${kindMark(move)} ${move.from.name} → ${move.to.name}: <a class="words${move.entry.soft ? " soft" : ""}" href="#${wordsAnchor(move.notes[0])}">${quoteOf(move.notes[0], 110)}</a> ${voiceMark(move.notes[0])}${doubtMark(move)}`;
}

function writeLast(dossier: Dossier): Markup {
  const told = dossier.moves.filter((move) => move.kind !== "said");
  const dated = told.filter((move) => move.when !== null).reverse();
  const last = [...dated, ...told.filter((move) => move.when === null)].slice(0, 10);
  const rows = last.map(
    (move) =>
      html`<li>${timeMark(move.when)}<div>${kindMark(move)} <span class="way">${move.from.name} → ${move.to.name}</span><br><a class="words${move.entry.soft ? " soft" : ""}" href="#${moveAnchor(move)}">${quoteOf(move.notes[0], 120)}</a> ${voiceMark(move.notes[0])}${doubtMark(move)}</div></li>`,
  );
  const none = html`<p class="empty">No move found in ${dossier.analysis.articles.filter((a) => a.kind === "article").length} articles.</p>`;
  return html`<section aria-labelledby="last-h"><h2 id="last-h">Latest moves</h2>${rows.length > 0 ? html`<ol class="last" reversed>${rows}</ol>` : none}</section>`;
}

function writeClashes(dossier: Dossier): Markup {
  const told = dossier.quarrels.filter((quarrel) => isDisagreement(quarrel.discrepancy.verdict));
  const rows = told.map((quarrel) => {
    const { discrepancy, event } = quarrel;
    const grave = discrepancy.verdict === "✕" || discrepancy.verdict === "∅";
    const said = discrepancy.accounts.map(
      (account) =>
        html`<span class="said"><b>${nameValue(dossier.index, account.value)}</b> <span class="who">${shorten(account.publisher, 44)}</span></span>`,
    );
    return html`<li class="${grave ? "grave" : "mild"}"><a href="#e-${event.id}"><span class="verdict">${discrepancy.verdict} ${VERDICTS[discrepancy.verdict]}</span> ${titleOfSlot(dossier.index, discrepancy)}</a>${doubtMark(quarrel)}<br>${join(said, " · ")}<br><span class="who">${titleOf(dossier.index, event)}</span></li>`;
  });
  const compared = gridsOf(dossier.analysis).length;
  const mild = dossier.quarrels.length - told.length;
  const rest =
    mild > 0
      ? html`<p class="who"><a href="#accounts">${count(mild, "more slot")}</a> where one account is only coarser, or alone in saying it.</p>`
      : NOTHING;
  const none = html`<p class="empty">No disagreement found; ${compared} events are told by more than one outlet.</p>`;
  return html`<section aria-labelledby="clash-h"><h2 id="clash-h">Where accounts disagree <span class="n">${rows.length}</span></h2>${rows.length > 0 ? html`<ul class="plain clashes">${rows}</ul>` : none}${rest}</section>`;
}

function writeAsks(dossier: Dossier): Markup {
  const asks = openAsks(dossier);
  const rows = asks.map(
    (move) =>
      html`<li><span class="way">${move.from.name} → ${move.to.name}</span> ${sayKey(move.issue)}<br><a class="words${move.entry.soft ? " soft" : ""}" href="#${moveAnchor(move)}">${quoteOf(move.notes[0], 100)}</a> ${voiceMark(move.notes[0])}${doubtMark(move)}</li>`,
  );
  const none = html`<p class="empty">No open ask found in ${dossier.moves.length} moves.</p>`;
  return html`<section aria-labelledby="asks-h"><h2 id="asks-h">Open asks <span class="n">${rows.length}</span></h2>${rows.length > 0 ? html`<ul class="plain asks">${rows}</ul>` : none}</section>`;
}

const BASES: Readonly<Record<string, string>> = {
  meta: "from the page's data",
  dateline: "from the dateline",
  "list-item": "from the page's list",
  relative: "from a relative stamp",
  constraint: "inferred from the text",
  none: "not stated",
};

/** An article's date with what says so. */
export function sayPublished(published: { readonly value: string | null; readonly basis: string }): string {
  return `${sayDate(published.value)} (${BASES[published.basis] ?? published.basis})`;
}

function writeSources(dossier: Dossier): Markup {
  const items = dossier.articles.map((article) => {
    const notes = dossier.notes.filter((note) => note.article.id === article.id).length;
    const copied = article.copies.length > 0 ? html` · shares text with another outlet` : "";
    return html`<li><a href="#a-${article.id}"><b>${outletOf(article)}</b></a> <span class="who">${sayPublished(article.published)}</span><br>${clean(article.headline)} <span class="who">${notes} notes${copied}</span></li>`;
  });
  return html`<section aria-labelledby="sources-h" class="sources"><h2 id="sources-h">Sources</h2><ul class="plain strip">${items}</ul></section>`;
}
