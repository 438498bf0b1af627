import type { Article } from "../../model/article.ts";
import type { Span } from "../../model/span.ts";
import type { Dossier, Note } from "../dossier.ts";
import { clean } from "../words.ts";
import { wordsAnchor } from "./chip.ts";
import { html, type Markup, NOTHING } from "./escape.ts";
import { sayPublished } from "./overview.ts";

/** Every quote the dossier stands on, numbered, with outlet, date and address: the endnotes of the printed page. */
export function writeEvidenceSection(dossier: Dossier): Markup {
  const items = dossier.notes.map((note) => {
    const { who: name, soft, certainty } = note.voice;
    const who = name === note.outlet ? NOTHING : html`${soft ? html`<i>${name}</i>` : name}, `;
    const copied = note.origin === note.outlet ? "" : `, text of ${note.origin}`;
    const { start, end } = note.statement.evidence;
    return html`<li id="f-${note.number}" value="${note.number}"><q>${clean(note.statement.quote)}</q> <span class="who">— ${who}${certainty} · ${note.outlet}, ${sayPublished(note.article.published)}${copied} · <a href="#${wordsAnchor(note)}">char=${start},${end}</a>${writeAddress(note)}</span></li>`;
  });
  return html`<section id="evidence" aria-labelledby="evidence-h"><h2 id="evidence-h">Evidence</h2><ol class="evidence">${items}</ol></section>`;
}

function writeAddress(note: Note): Markup {
  const { url } = note.article;
  if (!url || !/^https?:\/\//i.test(url)) return NOTHING;
  return html` · <a class="outside" href="${url.split("#")[0] ?? url}#${fragmentOf(note.article, note.statement.evidence)}" rel="noreferrer noopener external">in the publisher's page</a>`;
}

/**
 * A text fragment (WICG scroll-to-text) for a span of an article: at least four words at either end,
 * a word or more before it where those ends stand in the text more than once.
 */
export function fragmentOf(article: Article, span: Span): string {
  const quote = article.text.slice(span.start, span.end).split("\n")[0]?.trim() ?? "";
  const words = quote.split(/\s+/);
  const ends = words.length > 10 ? [words.slice(0, 5).join(" "), words.slice(-5).join(" ")] : [quote];
  const first = ends[0] ?? "";
  const unique = article.text.indexOf(first) === article.text.lastIndexOf(first);
  const before = (article.text.slice(0, span.start).split("\n").at(-1) ?? "").trim().split(/\s+/).slice(-4).join(" ");
  return `:~:text=${!unique && before !== "" ? `${encode(before)}-,` : ""}${ends.map(encode).join(",")}`;
}

// "-" and "," are syntax of the fragment; encodeURIComponent leaves "-" alone.
function encode(text: string): string {
  return encodeURIComponent(text).replace(/-/g, "%2D");
}
