import type { EntryKind } from "../model/ledger.ts";

/** What a text view may do to its words on a terminal; each function returns the words, dressed or bare. */
export interface Ink {
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly alarm: (text: string) => string;
  readonly kind: (kind: EntryKind, text: string) => string;
}

const bare = (text: string): string => text;

/** No dress at all: what a file or a pipe gets. */
export const PLAIN: Ink = { strong: bare, faint: bare, alarm: bare, kind: (_kind, text) => text };

/** Rows as columns two spaces apart, the last one free; widths are counted in code points, before any dress. */
export function columns(rows: readonly (readonly string[])[], dress: (cell: string, column: number, row: number) => string = bare): string {
  const widths: number[] = [];
  for (const row of rows) for (const [c, cell] of row.entries()) widths[c] = Math.max(widths[c] ?? 0, [...cell].length);
  const line = (row: readonly string[], r: number) =>
    row
      .map((cell, c) => dress(cell, c, r) + (c === row.length - 1 ? "" : " ".repeat((widths[c] ?? 0) - [...cell].length)))
      .join("  ")
      .trimEnd();
  return rows.map(line).join("\n");
}

/** "  ? unsure" behind what rests on no sure statement; else nothing. */
export function sayDoubt({ sure }: { readonly sure: boolean }, ink: Ink = PLAIN): string {
  return sure ? "" : `  ${ink.faint("? unsure")}`;
}
