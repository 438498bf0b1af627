import { Parser } from "htmlparser2";
import type { Span } from "../model/span.ts";
import type { Limits } from "./limits.ts";

/** What one pass over the markup tells without building anything. */
export interface Tokens {
  /** Source range of each text token, in order. */
  readonly texts: readonly Span[];
  /** Which limit the markup breaks, in words; `texts` then ends there. */
  readonly broken: string | null;
}

/** Thrown inside the tokenizer alone, to stop it. */
class Broken extends Error {}

/** Tokenizes markup with the options linkedom uses, so that the n-th text token is the n-th text node of the DOM. */
export function tokenize(source: string, limits: Limits): Tokens {
  const texts: Span[] = [];
  if (source.length > limits.markupLength) return { texts, broken: `it is longer than ${limits.markupLength} characters` };
  let depth = 0;
  let elements = 0;
  const parser: Parser = new Parser(
    {
      onopentag: () => {
        depth += 1;
        elements += 1;
        if (depth > limits.markupDepth) throw new Broken(`its elements stand more than ${limits.markupDepth} deep inside each other`);
        if (elements > limits.markupElements) throw new Broken(`it has more than ${limits.markupElements} elements`);
      },
      onclosetag: () => {
        depth -= 1;
      },
      ontext: () => {
        if (texts.length > limits.markupElements * 8) throw new Broken(`its text is in more than ${limits.markupElements * 8} pieces`);
        texts.push({ start: parser.startIndex, end: parser.endIndex + 1 });
      },
    },
    { lowerCaseAttributeNames: false, decodeEntities: true, xmlMode: false },
  );
  try {
    parser.write(source);
    parser.end();
  } catch (reason) {
    if (!(reason instanceof Broken)) throw reason;
    return { texts, broken: reason.message };
  }
  return { texts, broken: null };
}

/** Markup as text without its structure, for pages too deep or too long to build: tags become line breaks. Linear in the length. */
export function stripTags(source: string): string {
  const parts: string[] = [];
  let at = 0;
  while (at < source.length) {
    const open = source.indexOf("<", at);
    if (open < 0) {
      parts.push(source.slice(at));
      break;
    }
    if (open > at) parts.push(source.slice(at, open));
    const raw = /^<(script|style)\b/i.exec(source.slice(open, open + 8));
    const close = raw
      ? closeOf(source, open, raw[1]!.toLowerCase() === "script" ? /<\/script/gi : /<\/style/gi)
      : source.indexOf(">", open);
    if (close < 0) break;
    parts.push("\n");
    at = close + 1;
  }
  return parts
    .join("")
    .replace(/&(?:amp|lt|gt|quot|nbsp|#39);/g, (entity) => ENTITIES[entity] ?? entity)
    .replace(/[ \t\r\f]+/g, " ")
    .replace(/ ?\n[ \n]*/g, "\n")
    .trim();
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&nbsp;": "\u00a0",
  "&#39;": "'",
};

function closeOf(source: string, open: number, pattern: RegExp): number {
  pattern.lastIndex = open;
  const end = pattern.exec(source);
  return end ? source.indexOf(">", end.index) : -1;
}
