import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import type { Span } from "../../src/model/span.ts";

/** One gold attribution: each role a list of pieces, UTF-16 offsets in the article's text. A missing source is an empty list. */
export interface GoldAttribution {
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
}

/** One article as one annotator marked it. */
export interface GoldArticle {
  readonly name: string;
  readonly annotator: string;
  readonly text: string;
  readonly attributions: readonly GoldAttribution[];
}

/** The regular files of a gzipped tar (ustar with GNU long names), name to text. */
function untar(path: string): Map<string, string> {
  const bytes = gunzipSync(readFileSync(path));
  const files = new Map<string, string>();
  let longName: string | null = null;
  for (let at = 0; at + 512 <= bytes.length; ) {
    const field = (from: number, length: number) => bytes.toString("utf8", at + from, at + from + length).replace(/\0[\s\S]*$/, "");
    const name = field(0, 100);
    if (name === "") break;
    const size = Number.parseInt(field(124, 12).trim() || "0", 8);
    const body = bytes.subarray(at + 512, at + 512 + size);
    const prefix = field(345, 155);
    const kind = String.fromCharCode(bytes[at + 156]!);
    if (kind === "L") longName = body.toString("utf8").replace(/\0[\s\S]*$/, "");
    else {
      if (kind === "0" || kind === "\0") files.set(longName ?? (prefix ? `${prefix}/${name}` : name), body.toString("utf8"));
      longName = null;
    }
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return files;
}

/** Offsets by code point → offsets by UTF-16 unit. */
function unitOffsets(text: string): Uint32Array {
  const offsets: number[] = [];
  let unit = 0;
  for (const symbol of text) {
    offsets.push(unit);
    unit += symbol.length;
  }
  offsets.push(unit);
  return Uint32Array.from(offsets);
}

/** Reads brat stand-off. Lines that continue a note, and events whose roles point nowhere, are passed over: the set has both. */
function readBrat(annotation: string, text: string): GoldAttribution[] {
  const units = unitOffsets(text);
  const boxes = new Map<string, Span[]>();
  const events: string[] = [];
  for (const line of annotation.split("\n")) {
    const [id, body] = line.split("\t");
    if (id === undefined || body === undefined) continue;
    if (/^T\d+$/.test(id)) {
      const pieces = body.slice(body.indexOf(" ") + 1).split(";");
      boxes.set(
        id,
        pieces.map((piece) => {
          const [start, end] = piece.split(" ").map(Number);
          return { start: units[start!]!, end: units[end!]! };
        }),
      );
    } else if (/^E\d+$/.test(id)) events.push(body);
  }
  return events.map((event) => {
    const role = (name: string) =>
      event
        .split(" ")
        .map((pair) => pair.split(":"))
        .filter(([key]) => key!.replace(/\d+$/, "") === name)
        .flatMap(([, id]) => boxes.get(id!) ?? []);
    return { source: role("Source"), cue: role("Cue"), content: role("Content") };
  });
}

/** Every article × annotator of a PolNeAR archive, in the order of their names; null where the file is not there. */
export function readPolnear(path: string): GoldArticle[] | null {
  if (!existsSync(path)) return null;
  const files = untar(path);
  const articles: GoldArticle[] = [];
  for (const [file, annotation] of files) {
    const match = /([^/]+)_([0-9a-f]{4})\.ann$/.exec(file);
    if (match === null) continue;
    const text = [...files].find(([name]) => name.endsWith(`/${match[1]}.txt`))?.[1];
    if (text === undefined) continue;
    articles.push({ name: match[1]!, annotator: match[2]!, text, attributions: readBrat(annotation, text) });
  }
  const key = (article: GoldArticle) => `${article.name}_${article.annotator}`;
  return articles.sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}
