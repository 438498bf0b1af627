import { getDocumentProxy } from "unpdf";
import type { Notice } from "../model/page.ts";
import { type Clue, NO_METADATA } from "../model/reading.ts";
import { capText, makePage, type PageInput, type PageReadings, pageNotice } from "./input.ts";
import type { Limits } from "./limits.ts";

/** One line of print: its text, its height above the page's foot, its size, its left edge. */
interface PrintLine {
  readonly text: string;
  readonly y: number;
  readonly size: number;
  readonly page: number;
}

/** Reads a PDF: lines of print joined into paragraphs by their distance and size, words cut at line ends joined, running heads left out. */
export async function readPdf(input: PageInput, limits: Limits): Promise<PageReadings> {
  const document = await getDocumentProxy(Uint8Array.from(input.bytes), { verbosity: 0, isEvalSupported: false } as never);
  const notices: Notice[] = [];
  const lines: PrintLine[] = [];
  let length = 0;
  for (let n = 1; n <= document.numPages && length <= limits.textLength; n += 1) {
    const page = await document.getPage(n);
    const { items } = await page.getTextContent();
    const found = readPrint(items as readonly Glyphs[], n);
    lines.push(...found);
    length += found.reduce((sum, line) => sum + line.text.length, 0);
  }
  const kept = dropRunning(lines, document.numPages);
  if (kept.length < lines.length) {
    notices.push(
      pageNotice(
        input.path,
        "pdf-running-lines",
        `${lines.length - kept.length} lines of ${input.path} that stand on most of its pages (heads, feet, page numbers) were left out.`,
      ),
    );
  }
  const capped = capText(input, joinLines(kept), limits.textLength);
  if (capped.text.trim() === "") {
    return {
      pages: [],
      notices: [
        pageNotice(input.path, "pdf-no-text", `${input.path} holds pictures of pages and no text. Run it through text recognition first.`),
      ],
    };
  }
  const info = (await document.getMetadata().catch(() => null))?.info as { Title?: string } | undefined;
  const title = info?.Title?.trim();
  const headline: Clue | null = title && capped.text.includes(title) ? { value: title, cue: "pdf:title", confidence: 0.6 } : null;
  return {
    pages: [{ page: makePage(input, "application/pdf", capped.text), metadata: { ...NO_METADATA, headline } }],
    notices: [...notices, ...capped.notices],
  };
}

interface Glyphs {
  readonly str?: string;
  readonly hasEOL?: boolean;
  readonly height?: number;
  readonly transform?: readonly number[];
}

function readPrint(items: readonly Glyphs[], page: number): readonly PrintLine[] {
  const lines: PrintLine[] = [];
  let text = "";
  let y: number | null = null;
  let size = 0;
  const close = () => {
    if (text.trim() !== "") lines.push({ text: text.replace(/[ \t]+/g, " ").trim(), y: y ?? 0, size, page });
    text = "";
    y = null;
    size = 0;
  };
  for (const item of items) {
    if (item.str === undefined) continue;
    const at = item.transform?.[5] ?? 0;
    if (y !== null && item.str.trim() !== "" && Math.abs(at - y) > Math.max(2, size * 0.6)) close();
    if (item.str.trim() !== "") {
      y ??= at;
      size = Math.max(size, item.height ?? 0);
    }
    text += item.str;
    if (item.hasEOL) close();
  }
  close();
  return lines;
}

/** Lines that stand, numbers apart, on more than half of a document's pages (of three or more). */
function dropRunning(lines: readonly PrintLine[], pages: number): readonly PrintLine[] {
  if (pages < 3) return lines;
  const keyOf = (line: PrintLine) => line.text.replace(/\d+/g, "#").toLowerCase();
  const seen = new Map<string, Set<number>>();
  for (const line of lines) seen.set(keyOf(line), (seen.get(keyOf(line)) ?? new Set()).add(line.page));
  return lines.filter((line) => (seen.get(keyOf(line))?.size ?? 0) * 2 <= pages);
}

function joinLines(lines: readonly PrintLine[]): string {
  const gaps = lines
    .slice(1)
    .map((line, i) => (line.page === lines[i]!.page ? lines[i]!.y - line.y : 0))
    .filter((gap) => gap > 0);
  const usual = gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0;
  let text = "";
  for (const [i, line] of lines.entries()) {
    const last = lines[i - 1];
    if (!last) text = line.text;
    else if (startsParagraph(last, line, usual)) text += `\n\n${line.text}`;
    else if (/\p{Ll}-$/u.test(last.text) && /^\p{Ll}/u.test(line.text)) text = text.slice(0, -1) + line.text;
    else text += ` ${line.text}`;
  }
  return text;
}

function startsParagraph(last: PrintLine, line: PrintLine, usual: number): boolean {
  if (Math.abs(last.size - line.size) > 1) return true;
  const ended = /[.!?:…]["'”’)]*$/.test(last.text);
  if (last.page !== line.page) return ended;
  const gap = last.y - line.y;
  return gap > usual * 1.35 || gap < 0 || (ended && last.text.length < 40);
}
