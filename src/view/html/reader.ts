import type { AnalysedPage } from "../../model/analysis.ts";
import type { Article, Copy } from "../../model/article.ts";
import { overlaps, type Span } from "../../model/span.ts";
import { nameValue, titleOf, titleOfSlot } from "../accounts.ts";
import type { Dossier, Move, Note } from "../dossier.ts";
import { outletOf } from "../voice.ts";
import { clean, count, isDisagreement, KINDS, list, sayKey, shorten } from "../words.ts";
import { moveAnchor, wordsAnchor } from "./chip.ts";
import { html, type Markup, NOTHING } from "./escape.ts";
import { sayPublished } from "./overview.ts";

/** The articles themselves, as text: evidence lit, a margin note to each, and the way back. */
export function writeReaderSection(dossier: Dossier): Markup {
  return html`<section id="articles" aria-labelledby="articles-h"><h2 id="articles-h">The articles</h2>
${dossier.articles.map((article) => writeArticle(dossier, article))}</section>`;
}

function writeArticle(dossier: Dossier, article: Article): Markup {
  const notes = dossier.notes
    .filter((note) => note.article.id === article.id)
    .toSorted((a, b) => a.statement.evidence.start - b.statement.evidence.start);
  const lang = article.language === "und" ? "" : article.language;
  const by = article.byline ? html` · ${article.byline.name}${article.byline.role ? `, ${article.byline.role}` : ""}` : NOTHING;
  const outlet = article.publisher ?? article.agency;
  const agency = article.agency && article.agency !== article.publisher ? html` · text of ${article.agency}` : NOTHING;
  return html`<article id="a-${article.id}" aria-labelledby="ah-${article.id}">
${writeHoldings(dossier, article)}
<header class="arthead">${outlet ? html`<p class="kicker">${outlet}</p>` : NOTHING}<h3 id="ah-${article.id}" lang="${lang}">${clean(article.headline)}</h3>${article.standfirst ? html`<p class="standfirst" lang="${lang}">${clean(article.standfirst)}</p>` : NOTHING}
<p class="who">${sayPublished(article.published)}${by}${agency}${writeUrl(article)}</p></header>
<div class="body" dir="auto" lang="${lang}">${paragraphsOf(article.text).map((span) => writeParagraph(dossier, article, span, notes))}</div>${writeCaptions(article)}</article>`;
}

function writeUrl(article: Article): Markup {
  if (!article.url || !/^https?:\/\//i.test(article.url)) return NOTHING;
  return html` · <a href="${article.url}" rel="noreferrer noopener external">publisher's page</a>`;
}

function writeHoldings(dossier: Dossier, article: Article): Markup {
  const page = dossier.analysis.pages.find((one) => one.id === article.page);
  const held = dossier.analysis.articles.filter((one) => one.page === article.page);
  const teasers = held.filter((one) => one.kind === "teaser").length;
  const shown = new Set(dossier.articles.map((one) => one.id));
  const items = held
    .filter((one) => one.kind === "article")
    .map((one) => {
      const title = clean(one.headline);
      if (one.id === article.id) return html`<li><b>${title}</b></li>`;
      return shown.has(one.id)
        ? html`<li><a href="#a-${one.id}">${title}</a></li>`
        : html`<li>${title} <span class="who">other relation</span></li>`;
    });
  const share = page && page.length > 0 ? Math.round((100 * article.text.length) / page.length) : null;
  const rest = share === null ? "" : `${share} % of the page's characters are this article.`;
  return html`<div class="holds"><p class="holdshead">This page holds</p><ol>${items}</ol><p>${teasers > 0 ? `${count(teasers, "teaser")}. ` : ""}${rest}${page ? cutsOf(page) : ""}</p><p class="path">${page ? (page.path.split(/[\\/]/).at(-1) ?? "") : ""}</p></div>`;
}

/** What else the page held, by kind: nothing is cut in silence. */
function cutsOf(page: AnalysedPage): string {
  const kinds = ["boilerplate", "caption", "credit"] as const;
  const told = kinds
    .map((kind) => ({ kind, n: page.leftovers.filter((leftover) => leftover.kind === kind).length }))
    .filter(({ n }) => n > 0);
  const names = { boilerplate: "piece of furniture", caption: "caption", credit: "credit" };
  const plurals = { boilerplate: "pieces of furniture", caption: "captions", credit: "credits" };
  return told.length > 0 ? ` Cut: ${list(told.map(({ kind, n }) => count(n, names[kind], plurals[kind])))}.` : "";
}

function writeCaptions(article: Article): Markup {
  if (article.captions.length === 0) return NOTHING;
  return html`<div class="captions"><p class="holdshead">Captions, lifted out of the text</p><ul class="plain">${article.captions.map((caption) => html`<li>${clean(caption.text)}</li>`)}</ul></div>`;
}

function paragraphsOf(text: string): readonly Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const line of text.split("\n")) {
    if (line.trim() !== "") spans.push({ start, end: start + line.length });
    start += line.length + 1;
  }
  return spans;
}

function writeParagraph(dossier: Dossier, article: Article, paragraph: Span, notes: readonly Note[]): Markup {
  const here = notes.filter((note) => note.statement.evidence.start < paragraph.end && note.statement.evidence.end > paragraph.start);
  const own = here.filter((note) => note.statement.evidence.start >= paragraph.start);
  const copied = copyAt(article, paragraph);
  const source = copied ? outletOf(dossier.index.article(copied.of)) : "";
  const before = article.text.lastIndexOf("\n", paragraph.start - 1);
  const goesOn = copied && before > 0 && copyAt(article, { start: before - 1, end: before })?.of === copied.of;
  const mark = copied && !goesOn ? html`<p class="copied">= text of ${source}; counted once</p>` : NOTHING;
  const margin =
    own.length > 0 || mark !== NOTHING ? html`<div class="margin">${mark}${own.map((note) => writeNote(dossier, note))}</div>` : NOTHING;
  return html`<div class="para${copied ? " copy" : ""}"><p>${writeText(article.text, paragraph, here)}</p>${margin}</div>`;
}

function copyAt(article: Article, span: Span): Copy | undefined {
  return article.copies.find((copy) => overlaps(copy, span));
}

/** A paragraph cut wherever evidence begins or ends: each piece knows the notes that lie over it. */
function writeText(text: string, paragraph: Span, notes: readonly Note[]): readonly Markup[] {
  const spans = notes.map((note) => note.statement.evidence);
  const triggers = notes.map((note) => note.statement.trigger);
  const cuts = new Set([paragraph.start, paragraph.end, ...[...spans, ...triggers].flatMap((span) => [span.start, span.end])]);
  const places = [...cuts].filter((at) => at >= paragraph.start && at <= paragraph.end).toSorted((a, b) => a - b);
  return places.slice(0, -1).map((start, n): Markup => {
    const end = places[n + 1] ?? start;
    const over = notes.filter((note) => note.statement.evidence.start < end && note.statement.evidence.end > start);
    const anchors = over.filter(
      (note) => Math.max(note.statement.evidence.start, paragraph.start) === start && note.statement.evidence.start === start,
    );
    const ends = over.filter((note) => note.statement.evidence.end === end);
    const piece = text.slice(start, end);
    if (over.length === 0) return html`${piece}`;
    const pull = triggers.some((span) => span.start < end && span.end > start);
    const words = pull ? html`<b class="pull">${piece}</b>` : html`${piece}`;
    const ids = over.map((note) => note.number).join(" ");
    return html`${anchors.map((note) => html`<span class="at" id="${wordsAnchor(note)}"></span>`)}<mark data-n="${ids}">${words}</mark>${ends.map((note) => html`<sup><a href="#n-${note.number}" aria-label="note ${note.number}">${note.number}</a></sup>`)}`;
  });
}

function writeNote(dossier: Dossier, note: Note): Markup {
  const moves = dossier.moves.filter((move) => move.entry.statements.includes(note.statement.id));
  const quarrels = dossier.quarrels.filter((quarrel) => quarrel.notes.includes(note) && isDisagreement(quarrel.discrepancy.verdict));
  const grave = quarrels.some(({ discrepancy }) => discrepancy.verdict !== "≠");
  const event = moves.length === 0 ? dossier.analysis.events.find((one) => one.statements.includes(note.statement.id)) : undefined;
  const { who, soft, certainty } = note.voice;
  const says = who === note.outlet ? who : `${who}, in ${note.outlet}`;
  const clash = quarrels.map(({ discrepancy, event: told }) => {
    const others = discrepancy.accounts.filter((account) => !account.statements.includes(note.statement.id));
    const said = others.map((account) => `${shorten(account.publisher, 44)}: ${nameValue(dossier.index, account.value)}`).join("; ");
    return html`<p><a class="clash" href="#e-${told.id}">${discrepancy.verdict} ${titleOfSlot(dossier.index, discrepancy)} — ${said}</a></p>`;
  });
  return html`<div role="note" class="note${grave ? " grave" : ""}" id="n-${note.number}" data-n="${note.number}" aria-label="Note ${note.number}"><p><b class="num">${note.number}</b> ${moves.map((move) => sayMove(dossier, move))}${event ? html`<a href="#e-${event.id}">${titleOf(dossier.index, event)}</a>` : NOTHING}</p>
<p class="who">${soft ? html`<i>${says}</i>` : says} · ${certainty} · <a href="#${wordsAnchor(note)}" title="the words" class="chars">chars ${note.statement.evidence.start}–${note.statement.evidence.end}</a></p>${clash}</div>`;
}

function sayMove(dossier: Dossier, move: Move): Markup {
  const { glyph, verb } = KINDS[move.kind];
  const row = dossier.rows.find((one) => one.issue === move.issue);
  return html`<span class="kind k-${move.kind}"><span aria-hidden="true">${glyph}</span> ${move.from.name} <b>${verb}</b> ${move.to.name}</span>: ${sayKey(move.issue)} <a class="back" href="#${moveAnchor(move)}">↩ ledger${row ? `: ${row.row.state}` : ""}</a> `;
}
