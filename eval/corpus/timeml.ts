import type { Time } from "../../src/model/values.ts";

/** A TIMEX3 of the gold, offsets in the document's text. */
export interface GoldTime {
  readonly start: number;
  readonly end: number;
  readonly type: string;
  readonly value: string;
}

export interface TimeDocument {
  readonly name: string;
  readonly text: string;
  /** Date of the document, `YYYY-MM-DD…`. */
  readonly created: string | null;
  readonly times: readonly GoldTime[];
}

const ENTITIES: Record<string, string> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'" };

/** Reads the text element of a TimeML document; the creation time is kept apart and not scored. */
export function readTimeMl(name: string, xml: string): TimeDocument {
  const created = /functionInDocument="CREATION_TIME"/.exec(xml) === null ? null : (/<DCT>.*?value="([^"]+)"/s.exec(xml)?.[1] ?? null);
  const body = /<TEXT>([\s\S]*?)<\/TEXT>/.exec(xml)?.[1] ?? "";
  const times: GoldTime[] = [];
  let text = "";
  let open: { start: number; type: string; value: string } | null = null;
  for (const piece of body.match(/<[^>]*>|&\w+;|[^<&]+|&/g) ?? []) {
    if (piece.startsWith("<TIMEX3"))
      open = { start: text.length, type: /type="([^"]*)"/.exec(piece)?.[1] ?? "", value: /value="([^"]*)"/.exec(piece)?.[1] ?? "" };
    else if (piece === "</TIMEX3>" && open !== null) {
      times.push({ ...open, end: text.length });
      open = null;
    } else if (!piece.startsWith("<")) text += ENTITIES[piece] ?? piece;
  }
  return { name, text, created: created?.slice(0, 10) ?? null, times };
}

const SEASONS: Record<string, string> = { "03": "SP", "06": "SU", "09": "FA", "12": "WI" };
const PARTS: Record<string, string> = {
  "06:12": "MO",
  "12:18": "AF",
  "18:22": "EV",
  "20:06": "NI",
  "18:06": "NI",
  "04:07": "MO",
  "17:20": "EV",
};

function isoWeek(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  const thursday = new Date(date.getTime() + (3 - ((date.getUTCDay() + 6) % 7)) * 86_400_000);
  const first = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  return `${thursday.getUTCFullYear()}-W${String(1 + Math.floor((thursday.getTime() - first) / 604_800_000)).padStart(2, "0")}`;
}

/** Our value (EDTF or ISO duration) as TimeML writes it: weeks, quarters, seasons, parts of a day, PRESENT_REF. */
export function toTimeMl(time: Time, words: string): string {
  const { value, rule } = time;
  if (rule.endsWith("reference-present") && value !== null) return "PRESENT_REF";
  if (value === null) return "";
  if (rule === "time/vague-back" || rule === "time/vague-ahead")
    return `PX${
      /(\w)\w*$/
        .exec(
          words
            .replace(/ ahead$/, "")
            .split(" ")
            .at(-1) ?? "",
        )?.[1]
        ?.toUpperCase() ?? ""
    }`;
  if (value.startsWith("../")) return "PAST_REF";
  if (value.endsWith("/..")) return "FUTURE_REF";
  if (/^\d{3}X$/.test(value)) return value.slice(0, 3);
  if (/^\d\dXX$/.test(value)) return value.slice(0, 2);
  const part = /^(\d{4}-\d\d-\d\d)T(\d\d):00\/\d{4}-\d\d-\d\dT(\d\d):00$/.exec(value);
  if (part !== null) return `${part[1]}T${PARTS[`${part[2]}:${part[3]}`] ?? ""}`;
  return fromInterval(value);
}

function fromInterval(value: string): string {
  const [from, to] = value.split("/");
  if (from === undefined || to === undefined) return value;
  const months = /^(\d{4})-(\d\d)$/.exec(from);
  const last = /^(\d{4})-(\d\d)$/.exec(to);
  if (months !== null && last !== null) {
    const count = (Number(last[1]) - Number(months[1])) * 12 + Number(last[2]) - Number(months[2]) + 1;
    if (count === 3 && SEASONS[months[2]!] !== undefined) return `${months[1]}-${SEASONS[months[2]!]}`;
    if (count === 3) return `${months[1]}-Q${Math.ceil(Number(months[2]) / 3)}`;
    if (count === 6) return `${months[1]}-H${months[2] === "01" ? 1 : 2}`;
  }
  if (from.length === 10 && to.length === 10) {
    const days = (Date.parse(to) - Date.parse(from)) / 86_400_000;
    if (days === 6) return isoWeek(from);
    if (days === 1) return `${isoWeek(from)}-WE`;
  }
  return value;
}
