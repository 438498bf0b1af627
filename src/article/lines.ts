import type { PageLexicon } from "../lexicon/pages.ts";
import { readStamp, type Stamp } from "./stamp.ts";

/**
 * What a line of a page looks like, before its neighbours are asked: `body` is prose; `short` a headline, subhead or name;
 * `label` one to three words; `more` a heading over other items; `furniture` the site's own words; `echo` an outlet after a dash.
 */
export type LineKind = "stamp" | "more" | "furniture" | "byline" | "echo" | "credit" | "label" | "short" | "body";

/** A line that is not blank; offsets in the page's text, white space at both ends left out. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly kind: LineKind;
  readonly words: number;
  /** Blank lines before it. */
  readonly gap: number;
  readonly stamp: Stamp | null;
}

const WORDS = /[\p{L}\p{N}][\p{L}\p{N}'’ʼʻ.-]*/gu;
const CLOSERS = /["'”’»)\]]+$/;

/** Splits a page's text at line breaks and gives each line that holds something its kind. Linear in the text's length. */
export function readLines(text: string, lexicon: PageLexicon): readonly Line[] {
  const lines: Line[] = [];
  let gap = 0;
  let from = 0;
  while (from <= text.length) {
    const newline = text.indexOf("\n", from);
    const to = newline < 0 ? text.length : newline;
    const raw = text.slice(from, to);
    const trimmed = raw.trim();
    if (trimmed === "") gap += 1;
    else {
      const start = from + (raw.length - raw.trimStart().length);
      lines.push({ start, end: start + trimmed.length, gap, ...readKind(trimmed, lexicon) });
      gap = 0;
    }
    from = to + 1;
  }
  return lines;
}

/** A line's key for comparing it with cues and with other lines: one space, lower case, no marks at its ends. */
export function lineKey(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\s\u00a0]+/g, " ")
    .replace(/[’ʼʻ‘]/g, "'")
    .replace(/^[\s"'“”•·|\-–—*#>:]+|[\s"'“”•·|\-–—*#>:]+$/g, "");
}

/** True where the line ends as a sentence does. */
export function endsAsSentence(text: string): boolean {
  return /[.!?…]$/.test(text.replace(CLOSERS, ""));
}

function readKind(text: string, lexicon: PageLexicon): Pick<Line, "text" | "kind" | "words" | "stamp"> {
  const words = text.length > 4000 ? 999 : (text.match(WORDS)?.length ?? 0);
  // "— Name (@handle) May 1, 2025" signs a post quoted in the text; it is no stamp of the page.
  const stamp = words <= 16 && !/^[-–—]/.test(text) ? readStamp(text, lexicon) : null;
  return { text, words, stamp, kind: stamp ? "stamp" : kindOfWords(text, words, lexicon) };
}

function kindOfWords(text: string, words: number, lexicon: PageLexicon): LineKind {
  const key = words <= 30 ? lineKey(text) : "";
  if (words <= 30) {
    if (lexicon.more.has(key)) return "more";
    if (lexicon.furniture.has(key) || (words <= 24 && isFurniture(key, text, words, lexicon))) return "furniture";
    if (words === 0 || (isNavigation(text) && !isByline(text, lexicon))) return "furniture";
    if (words <= 6 && /^[-–—]\s+\p{Lu}/u.test(text)) return "echo";
    if (words <= 14 && isByline(text, lexicon)) return "byline";
    if (isCredit(text, words, lexicon)) return "credit";
  }
  const plain = text.replace(CLOSERS, "");
  if (words >= 25 || (words >= 4 && /[.…。]$/.test(plain) && !/\b(?:Inc|Ltd|Co|Jr|Sr)\.$/.test(plain))) return "body";
  // A headline may ask one long question; two sentences are prose.
  if (/[!?]$/.test(plain) && (words >= 22 || (words >= 6 && /[.!?]["'”’]?\s+\p{Lu}/u.test(plain)))) return "body";
  // Scripts without spaces have few "words": long lines are prose there.
  if (words < 25 && text.length >= 200) return "body";
  return words <= 3 && !endsAsSentence(text) ? "label" : "short";
}

/** True where a text begins with a cue and the cue's last word ends there. */
export function beginsWith(key: string, cue: string): boolean {
  return key.startsWith(cue) && !(/\p{L}$/u.test(cue) && /\p{L}/u.test(key[cue.length] ?? " "));
}

/** The start of a line of furniture. A sentence of prose may begin with the same word ("Follow the money …"): there the cue must say more. */
function isFurniture(key: string, text: string, words: number, lexicon: PageLexicon): boolean {
  const prose = words > 8 && endsAsSentence(text);
  return lexicon.furnitureStarts.some((cue) => beginsWith(key, cue) && (!prose || cue.endsWith(":") || cue.trim().split(" ").length >= 3));
}

/** "Home | World | Business": three or more short names between bars, dots or arrows, or two between tabs; "By A. Name⇥Lima" is a byline. */
function isNavigation(text: string): boolean {
  const short = (parts: readonly string[], least: number) => parts.length >= least && parts.every((part) => part.split(/\s+/).length <= 3);
  return short(text.split(/\s+[|·•›»]\s+/), 3) || short(text.split(/\t+|\s{3,}/), 2);
}

/** "By A. Name", "Written by …": a cue and then a capital; a job may follow after a comma. */
function isByline(text: string, lexicon: PageLexicon): boolean {
  const lower = text.toLowerCase();
  const cue = lexicon.bylines.find((word) => lower.startsWith(`${word} `) || (word.endsWith(":") && lower.startsWith(word)));
  if (!cue) return false;
  const rest = text.slice(cue.length).split(",")[0]!.trim();
  return (
    /^\p{Lu}/u.test(rest) &&
    !endsAsSentence(rest) &&
    rest.split(/\s+/).filter((word) => /^\p{Lu}/u.test(word)).length * 2 > rest.split(/\s+/).length
  );
}

/** A picture's credit: an agency, "Handout/…", "Name/Agency", "Photo: …". Never a sentence. */
export function isCredit(text: string, words: number, lexicon: PageLexicon): boolean {
  if (words > 16 || words === 0) return false;
  const plain = text.replace(/[)\]\s]+$/, "");
  if (/[.!?]$/.test(plain) && !/\b(?:Inc|Ltd|Sgt|Lt|Col|Co)\.$/.test(plain)) return false;
  const lower = text.toLowerCase();
  const cue = lexicon.credits.some((word) => {
    const at = lower.indexOf(word);
    return at >= 0 && !/\p{L}/u.test(lower[at - 1] ?? " ") && !/\p{L}/u.test(lower[at + word.length] ?? " ");
  });
  // "Name Surname/Agency" or "Handout/Office"; one plain word before the slash is a pair of names ("Iran/US").
  const parts = /^(.*?\p{L}[.)]?)\s*\/\s*\p{Lu}/u.exec(text)?.[1];
  const slash =
    parts !== undefined &&
    !/^https?:/i.test(text) &&
    !/[:?]/.test(text) &&
    (parts.includes(" ") || lexicon.credits.includes(parts.toLowerCase()));
  const bracket = /^[[(©]/.test(text) || /^(?:photo|image|picture|credit)/i.test(text);
  const capitals = (text.match(/(?<!\p{L})\p{Lu}/gu)?.length ?? 0) / words;
  if (slash) return capitals >= 0.5;
  return cue && (bracket || (words <= 8 && capitals >= 0.6));
}
