import type { PageLexicon } from "../lexicon/pages.ts";

const ISO = /^(\d{4})-?(\d\d)-?(\d\d)(?:[T ]\s?(\d\d):?(\d\d)(?::?\d\d(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d\d:?\d\d)?)?/i;
// Latin and Cyrillic letters by range: ten times as fast as \p{L}, and this is asked of every page a hundred times.
const NAMED =
  /(?:^|[^A-Za-z\u00c0-\u04ff\d])(?:(\d{1,2})(?:st|nd|rd|th)?[\s.-]+([A-Za-z\u00c0-\u04ff]{3,9})\.?[\s.,-]+(\d{4})|([A-Za-z\u00c0-\u04ff]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4}))/;
const CLOCK = /(\d{1,2}):(\d\d)(?::\d\d)?\s*([ap]m)?\s*(Z|GMT|UTC|[+-]\d\d:?\d\d)?/i;

/** A date as machines and people write it (ISO 8601, RFC 822, "May 3, 2024"), as `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM` with its zone if said; null for anything else. */
export function toIsoDate(value: string, lexicon: PageLexicon): string | null {
  const text = value.trim().slice(0, 80);
  if (!/\d/.test(text)) return null;
  const iso = ISO.exec(text);
  if (iso) {
    const date = checked(Number(iso[1]), Number(iso[2]), Number(iso[3]));
    return date && iso[4] ? `${date}T${iso[4]}:${iso[5]}${zone(iso[6])}` : date;
  }
  const named = NAMED.exec(text);
  const month = named && lexicon.months.get((named[2] ?? named[4] ?? "").toLowerCase());
  if (named && month) {
    const date = checked(Number(named[3] ?? named[6]), month, Number(named[1] ?? named[5]));
    const clock = CLOCK.exec(text);
    if (!date || !clock) return date;
    const pm = clock[3]?.toLowerCase() === "pm";
    const hour = clock[3] ? (Number(clock[1]) % 12) + (pm ? 12 : 0) : Number(clock[1]);
    return `${date}T${String(hour).padStart(2, "0")}:${clock[2]}${zone(clock[4])}`;
  }
  const slashed = /^(\d{4})\/(\d{1,2})\/(\d{1,2})(?!\d)/.exec(text);
  if (slashed) return checked(Number(slashed[1]), Number(slashed[2]), Number(slashed[3]));
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)/.exec(text);
  return dotted ? checked(Number(dotted[3]), Number(dotted[2]), Number(dotted[1])) : null;
}

function zone(said: string | undefined): string {
  if (!said) return "";
  if (/^(?:z|utc|gmt|[+-]00:?00)$/i.test(said)) return "Z";
  return said.includes(":") ? said : `${said.slice(0, 3)}:${said.slice(3)}`;
}

function checked(year: number, month: number, day: number): string | null {
  if (year < 1850 || year > 2100 || month < 1 || month > 12 || day < 1 || day > 31) return null;
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}
