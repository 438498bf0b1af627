import type { PageInput } from "./input.ts";

/** How an input is read. */
export type Format =
  | "html"
  | "text"
  | "markdown"
  | "mail"
  | "pdf"
  | "docx"
  | "warc"
  | "gzip"
  | "csv"
  | "tsv"
  | "jsonl"
  | "json"
  | "feed"
  | "opml"
  | "zip"
  | "binary";

const BY_NAME: Readonly<Record<string, Format>> = {
  html: "html",
  htm: "html",
  xhtml: "html",
  mhtml: "mail",
  mht: "mail",
  eml: "mail",
  md: "markdown",
  markdown: "markdown",
  pdf: "pdf",
  docx: "docx",
  warc: "warc",
  csv: "csv",
  tsv: "tsv",
  jsonl: "jsonl",
  ndjson: "jsonl",
  json: "json",
  rss: "feed",
  atom: "feed",
  opml: "opml",
  txt: "text",
  text: "text",
};
const BY_TYPE: Readonly<Record<string, Format>> = {
  "text/html": "html",
  "application/xhtml+xml": "html",
  "text/markdown": "markdown",
  "message/rfc822": "mail",
  "multipart/related": "mail",
  "application/pdf": "pdf",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
  "application/warc": "warc",
  "text/csv": "csv",
  "text/tab-separated-values": "tsv",
  "application/jsonl": "jsonl",
  "application/x-ndjson": "jsonl",
  "application/json": "json",
  "application/feed+json": "feed",
  "application/rss+xml": "feed",
  "application/atom+xml": "feed",
  "text/x-opml": "opml",
};

/** The format of an input: its first bytes where they are plain, else what the sender says, else its name. */
export function sniffFormat(input: PageInput): Format {
  const { bytes } = input;
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 2048));
  if (head.startsWith("%PDF-")) return "pdf";
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return "gzip";
  if (head.startsWith("PK\u0003\u0004")) return head.includes("word/") || /\.docx$/i.test(input.path) ? "docx" : "zip";
  if (head.startsWith("WARC/")) return "warc";
  const named = nameFormat(input.path);
  const said = BY_TYPE[input.mediaType?.split(";")[0]?.trim().toLowerCase() ?? ""];
  const seen = seeFormat(head);
  if (said) return said === "html" && seen && seen !== "text" ? seen : said;
  // XML names nothing: what is inside decides. A name that says text is believed unless markup begins the file.
  return seen === "feed" || seen === "opml" || (seen === "html" && named !== "mail") ? seen : (named ?? seen ?? "text");
}

function nameFormat(path: string): Format | null {
  const plain = path.replace(/\.gz$/i, "");
  return BY_NAME[/\.([a-z0-9]+)$/i.exec(plain)?.[1]?.toLowerCase() ?? ""] ?? null;
}

function seeFormat(head: string): Format | null {
  const start = head.replace(/^(?:\u00ef\u00bb\u00bf|\s|<!--[\s\S]*?-->)+/, "");
  const root = start.replace(/^<\?xml[^>]*\?>\s*/i, "").replace(/^(?:<!--[\s\S]*?-->|<\?[^>]*\?>|\s)+/, "");
  if (/^<(?:rss|feed|rdf:RDF)[\s>]/i.test(root)) return "feed";
  if (/^<opml[\s>]/i.test(root)) return "opml";
  if (/^<(?:!doctype html|html|head|body|article|div|p)[\s>]/i.test(root)) return "html";
  if (/^(?:From: <Saved by|MIME-Version:|Return-Path:|Received:|Delivered-To:)/im.test(start.slice(0, 400)) && /^[\w-]+:/.test(start))
    return "mail";
  if (/^\{[\s\S]{0,600}"version"\s*:\s*"https?:\/\/jsonfeed\.org/.test(start)) return "feed";
  return null;
}
