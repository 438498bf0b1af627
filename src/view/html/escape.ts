import { UNSAFE } from "../words.ts";

/** Markup that may stand in a page as it is. Only `html` and `join` make it, so nothing of an imported text can. */
export interface Markup {
  readonly markup: string;
}

type Piece = Markup | string | number | null | readonly Markup[];

const SIGNS: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Text as HTML text or attribute value: the five signs escaped, control and direction signs dropped. */
export function escapeHtml(text: string): string {
  return text.replace(UNSAFE, (sign) => (sign === "\n" || sign === "\t" ? sign : "")).replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign);
}

/** A template whose holes are escaped unless they are markup already. */
export function html(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
  return { markup: strings.reduce((page, string, n) => page + (n > 0 ? markupOf(pieces[n - 1] ?? null) : "") + string, "") };
}

/** Pieces of markup side by side. */
export function join(pieces: readonly Markup[], between = ""): Markup {
  return { markup: pieces.map((piece) => piece.markup).join(between) };
}

/** The empty piece. */
export const NOTHING: Markup = { markup: "" };

function markupOf(piece: Piece): string {
  if (piece === null) return "";
  if (typeof piece === "string") return escapeHtml(piece);
  if (typeof piece === "number") return String(piece);
  return "markup" in piece ? piece.markup : join(piece).markup;
}
