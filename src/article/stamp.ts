import type { PageLexicon } from "../lexicon/pages.ts";

/** A date or time of day that stands as a line of its own, or beside a label. */
export type Stamp = AbsoluteStamp | RelativeStamp;

/** Numbers as written. `order` says which of the first two is the day; "unknown" where both could be. */
export interface AbsoluteStamp {
  readonly kind: "absolute";
  readonly year: number | null;
  readonly first: number;
  readonly second: number;
  readonly order: "dmy" | "mdy" | "unknown";
  /** `HH:MM`, 24 hours. */
  readonly time: string | null;
  /** What else stands in the line: a section, an outlet, a byline. */
  readonly rest: string;
}

export interface RelativeStamp {
  readonly kind: "relative";
  /** Hours before the page was taken. */
  readonly hours: number;
  readonly rest: string;
}

const ISO = /\b(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?=\D|$)/;
const NUMERIC = /(?<!\d)(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/;
const CLOCK = /(?<!\d)([01]?\d|2[0-3])[:.h]([0-5]\d)(?::[0-5]\d)?(?:\s*([ap])\.?m\.?)?(?![\d])/i;
const HOUR_ONLY = /(?<!\d)(1[0-2]|[1-9])\s*([ap])\.?m\.?(?!\p{L})/iu;
const WORD = /\p{L}+/gu;
/** No stamp line is longer: longer lines are not looked at. */
const LONGEST = 120;

interface Cut {
  readonly value: readonly [year: number | null, first: number, second: number];
  readonly order: AbsoluteStamp["order"];
  readonly rest: string;
}

/** Reads a line as a stamp; null where it is anything else. A line may hold up to six words beside the date. */
export function readStamp(line: string, lexicon: PageLexicon): Stamp | null {
  const text = line.trim();
  if (text.length > LONGEST || text.length < 2) return null;
  return readRelative(text, lexicon) ?? readAbsolute(text, lexicon);
}

function readAbsolute(text: string, lexicon: PageLexicon): AbsoluteStamp | null {
  if (!/\d/.test(text)) return null;
  const cut = cutIso(text) ?? cutNumeric(text) ?? cutNamed(text, lexicon);
  if (!cut) return null;
  const [time, afterTime] = cutTime(cut.rest);
  const rest = cleanRest(cutSecond(afterTime, lexicon), lexicon);
  if (rest === null) return null;
  const [year, first, second] = cut.value;
  // "June 14 – Some Hall, Some Town" is a line of a programme: without a year a date stands alone or beside a section.
  if (rest !== "" && (year === null ? wordCount(rest) > 2 : /[~:;]|\s[-–—]{1,2}\s/.test(rest) || wordCount(rest) > 5)) return null;
  return { kind: "absolute", year, first, second, order: cut.order, time, rest };
}

/** A line may hold two stamps, "Posted … Updated …": the second is left out. */
function cutSecond(text: string, lexicon: PageLexicon): string {
  if (!/\d/.test(text)) return text;
  const second = cutIso(text) ?? cutNumeric(text) ?? cutNamed(text, lexicon);
  return second ? cutTime(second.rest)[1] : text;
}

function cutIso(text: string): Cut | null {
  const m = ISO.exec(text);
  if (!m || Number(m[2]) > 12 || Number(m[3]) > 31) return null;
  const rest = text
    .replace(m[0], " ")
    .replace(/^\s*T(?=\d)/, " ")
    .replace(/(\d)Z\b|[+-]\d\d:?\d\d\b/g, "$1 ")
    .replace(/\.\d{3}(?=\s)/, "");
  return { value: [Number(m[1]), Number(m[3]), Number(m[2])], order: "dmy", rest };
}

function cutNumeric(text: string): Cut | null {
  const m = NUMERIC.exec(text);
  if (!m) return null;
  const [a, b] = [Number(m[1]), Number(m[3])];
  if (a > 31 || b > 31 || (a > 12 && b > 12) || a === 0 || b === 0) return null;
  const year = m[4]!.length === 2 ? 2000 + Number(m[4]) : Number(m[4]);
  const order = a > 12 || m[2] === "." ? "dmy" : b > 12 ? "mdy" : "unknown";
  return { value: [year, a, b], order, rest: text.replace(m[0], " ") };
}

/** `25 March 2025`, `March 25, 2025`, `Mar 25`; the year may be missing. */
function cutNamed(text: string, lexicon: PageLexicon): Cut | null {
  for (const word of text.matchAll(WORD)) {
    const month = lexicon.months.get(word[0].toLowerCase());
    if (month === undefined) continue;
    const before = text.slice(0, word.index);
    const after = text.slice(word.index + word[0].length);
    const day = /(?<!\d)(\d{1,2})(?:st|nd|rd|th|er)?\.?[\s,-]*(?:de\s+)?$/i.exec(before);
    const dayAfter = day ? null : /^\.?[\s-]*(\d{1,2})(?:st|nd|rd|th)?(?![\d:])/i.exec(after);
    const found = day ?? dayAfter;
    if (!found || Number(found[1]) > 31 || Number(found[1]) === 0) continue;
    const tail = dayAfter ? after.slice(dayAfter[0].length) : after;
    const year = /^[\s.,-]*(?:de\s+)?((?:19|20)\d\d)(?!\d)/.exec(tail);
    const rest = `${day ? before.slice(0, day.index) : before} | ${year ? tail.slice(year[0].length) : tail}`;
    return { value: [year ? Number(year[1]) : null, Number(found[1]), month], order: "dmy", rest };
  }
  return null;
}

function cutTime(text: string): [string | null, string] {
  const m = CLOCK.exec(text);
  if (m) return [clock(Number(m[1]), Number(m[2]), m[3]), text.replace(m[0], " ")];
  const hour = HOUR_ONLY.exec(text);
  if (hour) return [clock(Number(hour[1]), 0, hour[2]), text.replace(hour[0], " ")];
  return [null, text];
}

function clock(hour: number, minute: number, half: string | undefined): string {
  const pm = half?.toLowerCase() === "p";
  const full = half ? (hour % 12) + (pm ? 12 : 0) : hour;
  return `${String(full).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}

function readRelative(text: string, lexicon: PageLexicon): RelativeStamp | null {
  const lower = text.toLowerCase();
  for (const [word, hours] of lexicon.now) {
    if (!lower.includes(word)) continue;
    const rest = cleanRest(cutTime(lower.replace(word, " | "))[1], lexicon);
    if (rest !== null && !/\d/.test(rest) && wordCount(rest) <= 4) return { kind: "relative", hours, rest };
  }
  const m = /(?<![\p{L}\d])(\d{1,3}|an?|one|une?|eine[rm]?)\s*\+?\s*(\p{L}+)/iu.exec(text);
  const unit = m && lexicon.units.get(m[2]!.toLowerCase());
  if (!m || unit === undefined || unit === null) return null;
  const around = `${text.slice(0, m.index)} | ${text.slice(m.index + m[0].length)}`;
  const said = [...lexicon.ago].find((word) => new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, "iu").test(around));
  // A bare "5h" is a stamp only when nothing else is in the line.
  if (!said && (m[2]!.length > 3 || !/^[\s|•·]*$/.test(around))) return null;
  const rest = cleanRest(said ? around.replace(new RegExp(`(?<!\\p{L})${said}(?!\\p{L})`, "iu"), " ") : around, lexicon);
  const count = /\d/.test(m[1]!) ? Number(m[1]) : 1;
  return rest === null || /\d/.test(rest) ? null : { kind: "relative", hours: count * unit, rest };
}

/** What is left of a stamp line without prefix words, weekdays, zones and marks; null where too much is left for a stamp. */
function cleanRest(text: string, lexicon: PageLexicon): string | null {
  const pieces = text
    .split(/[|•·]|\s[-–—/]\s|\s{3,}/)
    .map((piece) => trimPiece(piece, lexicon))
    .filter((piece) => piece !== "");
  const rest = pieces.join(" | ");
  if (wordCount(rest) > 6 || /[.!?]$/.test(rest) || /\d{3,}/.test(rest)) return null;
  return rest;
}

function trimPiece(piece: string, lexicon: PageLexicon): string {
  let text = piece.replace(/^[\s,.:;()\-–—/]+|[\s,.:;()\-–—/]+$/g, "");
  for (let again = true; again; ) {
    again = false;
    const lower = text.toLowerCase();
    const first = /^\p{L}+/u.exec(lower)?.[0] ?? "";
    const last = /\p{L}+$/u.exec(lower)?.[0] ?? "";
    const prefix = lexicon.prefixes.find((word) => lower === word || lower.startsWith(`${word} `) || lower.startsWith(`${word}:`));
    if (prefix) text = text.slice(prefix.length);
    else if (first && lexicon.weekdays.has(first)) text = text.slice(first.length);
    else if (last && lexicon.zones.has(last)) text = text.slice(0, text.length - last.length);
    else continue;
    text = text.replace(/^[\s,.:;()\-–—/]+|[\s,.:;()\-–—/]+$/g, "");
    again = true;
  }
  return text;
}

function wordCount(text: string): number {
  return text.match(/[\p{L}\d]+/gu)?.length ?? 0;
}
