import { sayWhen } from "../dates.ts";
import type { Move, Note } from "../dossier.ts";
import { quoteOf } from "../lines.ts";
import { count, KINDS } from "../words.ts";
import { html, type Markup, NOTHING } from "./escape.ts";

/** Where the words of a note are lit in the articles. */
export function wordsAnchor(note: Note): string {
  return `s-${note.statement.id}`;
}

/** Where a move stands in the ledger. */
export function moveAnchor(move: Move): string {
  return `m-${move.entry.id}`;
}

/** A class for the kind of a move: CSS gives it its colour. */
export function kindClass(move: Move): string {
  return `k-${move.kind}`;
}

/** Glyph and word of a move's kind. */
export function kindMark(move: Move): Markup {
  const { glyph, word } = KINDS[move.kind];
  return html`<span class="kind ${kindClass(move)}"><span aria-hidden="true">${glyph}</span> ${word}</span>`;
}

/** Who says so and how surely; a voice that is unnamed, former or the author's own reading in italics. */
export function voiceMark(note: Note): Markup {
  const { who, certainty, soft } = note.voice;
  const outlet = who === note.outlet ? NOTHING : html`, ${note.outlet}`;
  return html`<span class="who">[${soft ? html`<i>${who}</i>` : who}${outlet} · ${certainty}]</span>`;
}

/** A mark on what rests on no sure statement. */
export function doubtMark({ sure }: { readonly sure: boolean }): Markup {
  return sure ? NOTHING : html` <span class="unsure">? unsure</span>`;
}

/** The evidence chip: glyph, exact words that link to their place, who says so; further notes as small numbers. */
export function chip(move: Move, most = 92): Markup {
  const [first, ...rest] = move.notes;
  const { glyph, word } = KINDS[move.kind];
  const words = quoteOf(first, most);
  const more = rest.map((note) => html` <a class="ref" href="#${wordsAnchor(note)}" title="${note.outlet}">${note.number}</a>`);
  const outlets = move.outlets.length > 1 ? html` <span class="who">${count(move.outlets.length, "outlet")}</span>` : NOTHING;
  const dispute = move.disputed ? html` <span class="clash">✕ accounts disagree</span>` : NOTHING;
  return html`<span class="chip ${kindClass(move)}"><span class="glyph" aria-hidden="true">${glyph}</span><span><span class="vh">${word}: </span><a class="words${move.entry.soft ? " soft" : ""}" href="#${wordsAnchor(first)}" title="${first.statement.quote}">${words}</a> ${voiceMark(first)}${outlets}${more}${dispute}${doubtMark(move)}</span></span>`;
}

/** A date as `<time>`; the machine's form is left out where there is none. */
export function timeMark(edtf: string | null): Markup {
  if (!edtf) return html`<span class="date">no date</span>`;
  return html`<time class="date" data-edtf="${edtf}">${sayWhen(edtf)}</time>`;
}
