import type { PageLexicon } from "../lexicon/pages.ts";
import type { Published } from "../model/article.ts";
import type { Span } from "../model/span.ts";
import { pad } from "./calendar.ts";

interface Passage extends Span {
  readonly words: ReadonlySet<string>;
}

const DEICTIC = /\b(last|this) month\b/gi;
/** Expressions of either kind looked at in one article. */
const MOST = 40;
/** Words around an expression that say which event is meant. */
const REACH = 130;

/**
 * The month an undated article was written in, from what it calls the same event by name of month and by distance:
 * an article that speaks of "last month … the summit in Oslo" and "the May summit in Oslo" was written in June.
 * The year is the latest one not after `latest` (`YYYY-MM-DD`). Null where nothing agrees or no year is known.
 */
export function solveMonth(text: string, latest: string | null, lexicon: PageLexicon): Published | null {
  if (!latest) return null;
  const votes = new Map<number, Span[]>();
  const named = findNamed(text, lexicon);
  for (const m of [...text.matchAll(DEICTIC)].slice(0, MOST)) {
    const here = passage(text, m.index, m.index + m[0].length);
    const shift = m[1]!.toLowerCase() === "last" ? 1 : 0;
    for (const other of named) {
      const shared = [...other.words].filter((word) => here.words.has(word)).length;
      if (shared < 2) continue;
      const month = ((other.month - 1 + shift) % 12) + 1;
      votes.set(month, [...(votes.get(month) ?? []), { start: here.start, end: here.end }, { start: other.start, end: other.end }]);
    }
  }
  const ranked = [...votes].sort((a, b) => b[1].length - a[1].length || a[0] - b[0]);
  const [best, second] = ranked;
  if (!best || (second && second[1].length === best[1].length)) return null;
  const [year, month] = [Number(latest.slice(0, 4)), Number(latest.slice(5, 7))];
  const value = `${best[0] <= month ? year : year - 1}-${pad(best[0])}`;
  return { value, basis: "constraint", evidence: uniqueSpans(best[1]) };
}

/** "the May summit", "in May": months without day or year. */
function findNamed(text: string, lexicon: PageLexicon): readonly (Passage & { readonly month: number })[] {
  const found: (Passage & { month: number })[] = [];
  for (const m of text.matchAll(/\b(?:[Tt]he|[Ii]n|[Dd]uring) (\p{Lu}\p{L}{2,8})\b(?!\s*\d)/gu)) {
    const month = lexicon.months.get(m[1]!.toLowerCase());
    if (
      month === undefined ||
      /^\s*(?:of )?(?:last|next|the (?:previous|following)) year/i.test(text.slice(m.index + m[0].length, m.index + m[0].length + 30))
    )
      continue;
    if (found.length >= MOST) break;
    found.push({ month, ...passage(text, m.index, m.index + m[0].length) });
  }
  return found;
}

function passage(text: string, start: number, end: number): Passage {
  // The sentence alone: what stands in the next one may be another event.
  const before =
    text
      .slice(Math.max(0, start - REACH), start)
      .split(/[.!?]['"”’]?\s|\n/)
      .at(-1) ?? "";
  const after = text.slice(end, end + REACH).split(/[.!?]['"”’]?\s|\n/)[0] ?? "";
  const words = `${before} ${after}`.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
  return { start, end, words: new Set(words.filter((word) => !COMMON.has(word)).map((word) => word.slice(0, 6))) };
}

const COMMON = new Set(
  "that this with from they their them have were been which about after before over into also said would could when while there than more most other some such last next first second month months year years week weeks".split(
    " ",
  ),
);

function uniqueSpans(spans: readonly Span[]): readonly Span[] {
  return spans.filter((span, i) => spans.findIndex((other) => other.start === span.start) === i).sort((a, b) => a.start - b.start);
}
