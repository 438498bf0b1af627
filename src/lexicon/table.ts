import { readFileSync } from "node:fs";

const DATA = new URL("../../data/", import.meta.url);

/** A file of data/ as text; the same path from src/ and from dist/. */
export function readData(name: string): string {
  return readFileSync(new URL(name, DATA), "utf8");
}

/** A file of data/ as bytes. */
export function readDataBytes(name: string): Uint8Array {
  return readFileSync(new URL(name, DATA));
}

/**
 * The rows of a tab-separated table: lines that begin with # are comments, the first other line names the columns.
 * Throws a RangeError that names the line when a row has more cells than columns.
 */
export function parseTable(text: string, name: string): readonly Readonly<Record<string, string>>[] {
  const lines = text.split("\n").map((line, i) => ({ line: line.replace(/\r$/, ""), at: i + 1 }));
  const [head, ...rows] = lines.filter(({ line }) => line !== "" && !line.startsWith("#"));
  const columns = head?.line.split("\t") ?? [];
  return rows.map(({ line, at }) => {
    const cells = line.split("\t");
    if (cells.length > columns.length) throw new RangeError(`${name}:${at}: ${cells.length} cells for ${columns.length} columns`);
    return Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? ""]));
  });
}
