import { parse } from "yaml";
import type { PageLexicon } from "../lexicon/pages.ts";
import type { SourcePiece } from "../model/page.ts";
import { type Clue, NO_METADATA, type PageMetadata } from "../model/reading.ts";
import { capText, makePage, type PageInput, type PageReadings } from "./input.ts";
import type { Limits } from "./limits.ts";

/** Marks of one line: what is dropped is matched, what is kept is group 1. Each is linear. */
const INLINE =
  /!\[([^[\]\n]{0,500})\]\([^()\n]{0,1000}\)|\[([^[\]\n]{0,500})\]\([^()\n]{0,1000}\)|`([^`\n]{0,500})`|(\*\*|__|~~)(?=\S)|(?<![\p{L}\p{N}])[*_](?=\S)|(?<=\S)[*_](?![\p{L}\p{N}])/gu;
const LINE_START = /^(?:\s{0,3}(?:#{1,6}\s+|>\s?|[-*+]\s+))+/;

/** Reads Markdown as the text it shows: headings, marks and link targets left out, with a map back. Front matter becomes metadata. */
export function readMarkdown(input: PageInput, source: string, _lexicon: PageLexicon, limits: Limits): PageReadings {
  const capped = capText(input, source, limits.textLength);
  const front = /^---\r?\n([\s\S]{0,20000}?)\r?\n---\r?\n/.exec(capped.text);
  const { text, pieces } = render(capped.text, front?.[0].length ?? 0);
  const page = { ...makePage(input, "text/markdown", text), source: pieces };
  return { pages: [{ page, metadata: front ? readFront(front[1]!) : NO_METADATA }], notices: capped.notices };
}

function render(source: string, from: number): { readonly text: string; readonly pieces: readonly SourcePiece[] } {
  const parts: string[] = [];
  const pieces: SourcePiece[] = [];
  let length = 0;
  const keep = (start: number, end: number) => {
    if (end <= start) return;
    pieces.push({ start: length, end: length + end - start, sourceStart: start, sourceEnd: end, element: "" });
    parts.push(source.slice(start, end));
    length += end - start;
  };
  let at = from;
  while (at < source.length) {
    const newline = source.indexOf("\n", at);
    const end = newline < 0 ? source.length : newline;
    const line = source.slice(at, end);
    if (!/^\s*(?:[-*_=]\s*){3,}$/.test(line)) renderLine(line, at, keep);
    if (newline >= 0) keep(newline, newline + 1);
    at = end + 1;
  }
  return { text: parts.join(""), pieces };
}

function renderLine(line: string, at: number, keep: (start: number, end: number) => void): void {
  let from = LINE_START.exec(line)?.[0].length ?? 0;
  const base = from;
  for (const m of line.slice(base).matchAll(INLINE)) {
    const start = base + m.index;
    keep(at + from, at + start);
    const kept = m[1] ?? m[2] ?? m[3];
    if (kept) {
      const inside = start + m[0].indexOf(kept);
      keep(at + inside, at + inside + kept.length);
    }
    from = start + m[0].length;
  }
  keep(at + from, at + line.length);
}

function readFront(yaml: string): PageMetadata {
  let front: unknown;
  try {
    front = parse(yaml);
  } catch {
    return NO_METADATA;
  }
  if (typeof front !== "object" || front === null) return NO_METADATA;
  const fields = front as Record<string, unknown>;
  const clue = (...names: string[]): Clue | null => {
    for (const name of names) {
      const value = fields[name];
      if (typeof value === "string" && value.trim() !== "") return { value: value.trim(), cue: `front-matter:${name}`, confidence: 0.9 };
      if (value instanceof Date) return { value: value.toISOString().slice(0, 10), cue: `front-matter:${name}`, confidence: 0.9 };
    }
    return null;
  };
  const author = clue("author", "by");
  return {
    ...NO_METADATA,
    headline: clue("title", "headline"),
    standfirst: clue("description", "summary"),
    byline: author && { name: author.value, role: null, confidence: 0.9 },
    publisher: clue("publisher", "outlet", "source"),
    section: clue("section", "category"),
    published: clue("date", "published"),
    language: clue("lang", "language"),
    url: clue("url", "link", "canonical"),
  };
}
