import { parse } from "csv-parse/sync";
import type { PageLexicon } from "../lexicon/pages.ts";
import type { Notice } from "../model/page.ts";
import { type Clue, NO_METADATA, type PageMetadata, type PageReading } from "../model/reading.ts";
import { readFragment } from "./fragment.ts";
import { type Columns, capText, makePage, type PageInput, type PageReadings, pageNotice, partOf } from "./input.ts";
import { toIsoDate } from "./isodate.ts";
import type { Limits } from "./limits.ts";

type Row = Readonly<Record<string, unknown>>;

/** Names columns go by, the surest first; compared in lower case without marks. */
const NAMES: Readonly<Record<keyof Columns, readonly string[]>> = {
  text: [
    "text",
    "articlebody",
    "body",
    "bodytext",
    "content",
    "contents",
    "fulltext",
    "maintext",
    "articletext",
    "article",
    "story",
    "plaintext",
    "description",
    "summary",
  ],
  headline: ["headline", "title", "heading", "subject"],
  published: [
    "published",
    "datepublished",
    "publicationdate",
    "publishedat",
    "publishdate",
    "pubdate",
    "published_parsed",
    "date",
    "timestamp",
    "time",
    "created",
  ],
  url: ["url", "link", "canonicalurl", "href", "uri", "sourceurl"],
  publisher: ["publisher", "source", "outlet", "sitename", "site", "newspaper", "publication", "domain", "feed"],
  author: ["author", "authors", "byline", "creator", "writer"],
  section: ["section", "category", "topic"],
  language: ["lang", "language", "inlanguage"],
};

/** Reads a table with a header row, one page a row. */
export function readTable(input: PageInput, text: string, lexicon: PageLexicon, limits: Limits): PageReadings {
  const delimiter = text.slice(0, text.indexOf("\n") < 0 ? undefined : text.indexOf("\n")).includes("\t") ? "\t" : [",", ";"];
  const rows = parse(text, {
    columns: true,
    bom: true,
    delimiter,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    to: limits.pages + 1,
  }) as Row[];
  return readRows(input, rows, [], lexicon, limits);
}

/** Reads JSON: an object a line, an array, or one object that holds an array of them. Lines that are no JSON are told and left out. */
export function readJson(input: PageInput, text: string, lexicon: PageLexicon, limits: Limits): PageReadings {
  const whole = text.trimStart().startsWith("[") || text.indexOf("\n") < 0 || /^\s*\{\s*\n/.test(text) ? parseJson(text) : undefined;
  if (whole !== undefined) return readRows(input, rowsIn(whole), [], lexicon, limits);
  const rows: Row[] = [];
  const bad: number[] = [];
  let line = 0;
  for (let at = 0; at < text.length && rows.length <= limits.pages; ) {
    const newline = text.indexOf("\n", at);
    const end = newline < 0 ? text.length : newline;
    line += 1;
    const piece = text.slice(at, end).trim();
    const value = piece === "" ? null : parseJson(piece);
    if (value === undefined) bad.push(line);
    else if (typeof value === "object" && value !== null && !Array.isArray(value)) rows.push(value as Row);
    at = end + 1;
  }
  const reason = `${bad.length} lines of ${input.path} are no JSON (first: line ${bad[0]}) and were left out.`;
  return readRows(input, rows, bad.length > 0 ? [pageNotice(input.path, "bad-lines", reason)] : [], lexicon, limits);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function rowsIn(value: unknown): readonly Row[] {
  const isRow = (x: unknown): x is Row => typeof x === "object" && x !== null && !Array.isArray(x);
  if (Array.isArray(value)) return value.filter(isRow);
  if (!isRow(value)) return [];
  const list = Object.values(value).find((x) => Array.isArray(x) && x.length > 0 && x.every(isRow));
  return list && !Object.keys(value).some((key) => NAMES.text.includes(fold(key))) ? (list as Row[]) : [value];
}

const fold = (name: string) => name.toLowerCase().replace(/[\s_-]/g, "");

/** Finds the columns by their names; the text's also by being the longest. What the caller has set stands. */
function guessColumns(rows: readonly Row[], set: Partial<Columns>): Partial<Columns> {
  const keys = Object.keys(rows[0] ?? {});
  const found: Record<string, string> = {};
  for (const [field, names] of Object.entries(NAMES)) {
    const key = names.map((name) => keys.find((k) => fold(k) === name && !Object.values(found).includes(k))).find((k) => k !== undefined);
    if (key !== undefined) found[field] = key;
  }
  const sample = rows.slice(0, 50);
  const lengthOf = (key: string) => sample.reduce((sum, row) => sum + asText(row[key]).length, 0) / Math.max(1, sample.length);
  const longest = keys.reduce<string | null>((best, key) => (best === null || lengthOf(key) > lengthOf(best) ? key : best), null);
  if (longest && lengthOf(longest) >= 200 && (found["text"] === undefined || lengthOf(found["text"]) * 4 < lengthOf(longest)))
    found["text"] = longest;
  return { ...found, ...set };
}

function readRows(input: PageInput, rows: readonly Row[], before: readonly Notice[], lexicon: PageLexicon, limits: Limits): PageReadings {
  const columns = guessColumns(rows, input.columns ?? {});
  const notices = [...before];
  if (rows.length === 0) return { pages: [], notices: [...notices, pageNotice(input.path, "no-rows", `${input.path} holds no rows.`)] };
  if (columns.text === undefined) {
    const reason = `${input.path} has no column of text among ${Object.keys(rows[0] ?? {})
      .slice(0, 12)
      .join(", ")}. Name it.`;
    return { pages: [], notices: [...notices, pageNotice(input.path, "no-text-column", reason)] };
  }
  if (rows.length > limits.pages)
    notices.push(
      pageNotice(
        input.path,
        "too-many-pages",
        `${input.path} holds more than ${limits.pages} rows; the rest were not read. Raise the limit "pages".`,
      ),
    );
  const pages: PageReading[] = [];
  let empty = 0;
  const long = rows.filter((row) => asText(row[columns.text!]).length > limits.textLength).length;
  if (long > 0)
    notices.push(
      pageNotice(
        input.path,
        "text-limit",
        `${long} rows of ${input.path} have more than ${limits.textLength} characters of text; the rest was not read. Raise the limit "textLength".`,
      ),
    );
  for (const [i, row] of rows.slice(0, limits.pages).entries()) {
    const text = asText(row[columns.text]);
    if (text.trim() === "") empty += 1;
    else pages.push(readRow(input, i + 1, row, columns, text, lexicon, limits));
  }
  if (empty > 0)
    notices.push(pageNotice(input.path, "empty-rows", `${empty} rows of ${input.path} have no text in column "${columns.text}".`));
  return { pages, notices };
}

function readRow(
  input: PageInput,
  n: number,
  row: Row,
  columns: Partial<Columns>,
  text: string,
  lexicon: PageLexicon,
  limits: Limits,
): PageReading {
  const clue = (field: keyof Columns): Clue | null => {
    const key = columns[field];
    const value = key === undefined ? "" : asText(row[key]).trim();
    return value === "" ? null : { value, cue: `column:${key}`, confidence: 0.9 };
  };
  const date = clue("published");
  const iso = date && toIsoDate(date.value, lexicon);
  const author = clue("author");
  const url = clue("url");
  const metadata: PageMetadata = {
    ...NO_METADATA,
    headline: clue("headline"),
    byline: author && { name: author.value, role: null, confidence: 0.8 },
    publisher: clue("publisher"),
    section: clue("section"),
    published: date && iso ? { ...date, value: iso } : null,
    language: clue("language"),
    url: url && /^https?:/i.test(url.value) ? url : null,
  };
  const part = partOf(input, n, JSON.stringify(row), { url: metadata.url?.value ?? null });
  if (/^\s*<(?:!doctype|html|p|div|article|h[1-6]|figure|ul|table)[\s>]/i.test(text)) return readFragment(part, text, metadata, limits);
  return { page: makePage(part, "text/plain", capText(input, text, limits.textLength).text), metadata };
}

function asText(value: unknown): string {
  if (typeof value === "string") return value;
  if (typeof value === "number") return String(value);
  if (Array.isArray(value) && value.every((x) => typeof x === "string")) return value.join(", ");
  return "";
}
