import { WARCParser, type WARCRecord } from "warcio";
import type { PageLexicon } from "../lexicon/pages.ts";
import type { Notice } from "../model/page.ts";
import type { PageReading } from "../model/reading.ts";
import { decodeText } from "./charset.ts";
import { readHtml } from "./html.ts";
import { gunzip } from "./inflate.ts";
import { type PageInput, type PageReadings, pageNotice } from "./input.ts";
import type { Limits } from "./limits.ts";

/** Reads the pages of a WARC file, compressed or not: every response of status 200 that holds HTML, with its address and date. */
export async function readWarc(input: PageInput, limits: Limits, lexicon: PageLexicon): Promise<PageReadings> {
  const pages: PageReading[] = [];
  const notices: Notice[] = [];
  const budget = { left: limits.unpackedBytes };
  try {
    for await (const record of new WARCParser([input.bytes])) {
      const payload = await readPayload(record, budget);
      if (budget.left <= 0 || pages.length >= limits.pages) {
        const which = budget.left <= 0 ? `"unpackedBytes" (${limits.unpackedBytes})` : `"pages" (${limits.pages})`;
        notices.push(
          pageNotice(input.path, "warc-limit", `${input.path} holds more than the limit ${which} allows; the rest was not read.`),
        );
        break;
      }
      if (!payload) continue;
      const url = record.warcTargetURI ?? null;
      const type = record.httpHeaders?.headers.get("content-type") ?? "";
      const decoded = decodeText(payload, /charset\s*=\s*["']?([\w-]+)/i.exec(type)?.[1] ?? null);
      const part: PageInput = {
        path: `${input.path}#${url ?? pages.length + 1}`,
        bytes: payload,
        url,
        retrievedAt: record.warcDate ?? null,
      };
      const read = readHtml(part, decoded.text, lexicon, limits);
      pages.push(...read.pages);
      notices.push(...read.notices);
    }
  } catch (error) {
    notices.push(
      pageNotice(input.path, "warc-broken", `${input.path} breaks off after ${pages.length} pages: ${(error as Error).message}.`),
    );
  }
  if (pages.length === 0 && notices.length === 0)
    notices.push(pageNotice(input.path, "warc-empty", `${input.path} holds no page (no response of status 200 with HTML).`));
  return { pages, notices };
}

/** The bytes of a response's page, its transfer and content coding undone; null for any other record. What is read is taken off the budget. */
async function readPayload(record: WARCRecord, budget: { left: number }): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of record) {
    budget.left -= chunk.length;
    if (budget.left <= 0) return null;
    chunks.push(chunk);
  }
  const status = record.httpHeaders?.statusCode;
  const headers = record.httpHeaders?.headers;
  if (record.warcType !== "response" || Number(status) !== 200 || !/html/i.test(headers?.get("content-type") ?? "")) return null;
  const joined = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    joined.set(chunk, at);
    at += chunk.length;
  }
  const plain = /chunked/i.test(headers?.get("transfer-encoding") ?? "") ? unchunk(joined) : joined;
  if (!/gzip/i.test(headers?.get("content-encoding") ?? "") || plain[0] !== 0x1f) return plain;
  const inner = gunzip(plain, budget.left);
  budget.left -= inner.bytes.length;
  return inner.bytes;
}

/** Undoes HTTP's chunked coding; bytes that are not in chunks come back as they are (many archives keep the header and drop the coding). */
function unchunk(bytes: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  let at = 0;
  for (;;) {
    let end = at;
    while (end < bytes.length && bytes[end] !== 10 && end - at < 20) end += 1;
    const line = new TextDecoder("latin1").decode(bytes.subarray(at, end)).trim();
    if (!/^[0-9a-f]{1,8}(?:;.*)?$/i.test(line)) return parts.length === 0 ? bytes : concat(parts);
    const size = Number.parseInt(line, 16);
    if (size === 0) return concat(parts);
    parts.push(bytes.subarray(end + 1, end + 1 + size));
    at = end + 1 + size + 2;
    if (at >= bytes.length) return concat(parts);
  }
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}
