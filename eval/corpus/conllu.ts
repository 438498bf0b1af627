import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

/** One document of a treebank: its text rebuilt from the `# text` lines, and its words with their places in it. */
export interface GoldDocument {
  text: string;
  start: number[];
  end: number[];
  /** First word of each sentence. */
  firsts: number[];
  /** CoNLL-U columns of each word; for IOB2 files `[index, form, label]`. */
  columns: string[][];
  /** Index of the head word in the document, -1 for a root (CoNLL-U only). */
  head: number[];
}

/** The text of a file; `.gz` is unpacked. */
export function readText(path: string): string {
  const bytes = readFileSync(path);
  return (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
}

/** Reads CoNLL-U (or UNER's IOB2, which has the same comments). A new paragraph or document is a blank line in the text. */
export function readGold(path: string): GoldDocument[] {
  const documents: GoldDocument[] = [];
  let document: GoldDocument | undefined;
  for (const block of readText(path).split(/\n\n+/)) {
    const lines = block.split("\n").filter((line) => line !== "");
    if (lines.length === 0) continue;
    if (!document || lines.some((line) => line.startsWith("# newdoc"))) {
      document = { text: "", start: [], end: [], firsts: [], columns: [], head: [] };
      documents.push(document);
    } else if (lines.some((line) => line.startsWith("# newpar"))) document.text = `${document.text.trimEnd()}\n\n`;
    addSentence(lines, document);
  }
  return documents;
}

function addSentence(lines: readonly string[], document: GoldDocument): void {
  const text = lines.find((line) => line.startsWith("# text = "))?.slice(9) ?? "";
  const base = document.text.length;
  const first = document.start.length;
  let at = 0;
  let glued = false;
  document.firsts.push(first);
  for (const line of lines) {
    const columns = line.split("\t");
    if (line.startsWith("#") || !/^\d+$/.test(columns[0] as string)) {
      if (/^\d+-\d+$/.test(columns[0] as string)) glued = (columns[9] ?? "").includes("SpaceAfter=No");
      continue;
    }
    const form = columns[1] as string;
    const found = text.indexOf(form, at);
    const start = found < 0 || found - at > 2 ? at : found;
    document.start.push(base + start);
    document.end.push(base + Math.min(text.length, start + form.length));
    at = start + form.length;
    document.columns.push(columns);
    const head = Number(columns[6]);
    document.head.push(head > 0 ? first + head - 1 : -1);
    if (columns[9] !== undefined && !/^\d+-/.test(columns[0] as string))
      glued = columns[9].includes("SpaceAfter=No") || (glued && columns[9] === "_");
  }
  const last = lines[lines.length - 1]?.split("\t")[9] ?? "";
  document.text += text + (last.includes("SpaceAfter=No") ? "" : " ");
}
