import type { Article } from "../model/article.ts";
import type { LedgerEntry, LedgerRow, MovedDemand } from "../model/ledger.ts";
import type { Statement } from "../model/statement.ts";
import type { Quantity } from "../model/values.ts";
import { compareText } from "../text/words.ts";
import { objectWords } from "./entries.ts";

interface Asked {
  readonly entry: LedgerEntry;
  readonly words: ReadonlySet<string>;
  readonly text: string;
  readonly number: { readonly value: number; readonly unit: string | null } | null;
  readonly conditional: boolean;
}

/** Demands told more than once on one issue, and how they moved: numbers raised or lowered, scope widened or narrowed, other words, a condition added. */
export function findMovedDemands(
  rows: readonly LedgerRow[],
  statements: readonly Statement[],
  articles: readonly Article[],
  quantities: readonly Quantity[],
): readonly MovedDemand[] {
  const byId = new Map(statements.map((one) => [one.id, one]));
  const papers = new Map(articles.map((one) => [one.id, one]));
  const found: MovedDemand[] = [];
  for (const row of rows) {
    const last = new Map<string, Asked[]>();
    for (const entry of row.entries) {
      if (entry.kind !== "asked") continue;
      const asked = readAsked(entry, byId, papers, quantities);
      const before = last.get(entry.from) ?? [];
      const earlier = before.findLast((one) => sharesObject(one, asked));
      const how = earlier ? compareAsked(earlier, asked) : null;
      if (earlier && how)
        found.push({
          from: entry.from,
          to: entry.to,
          issue: row.issue,
          how,
          entries: [earlier.entry.id, entry.id],
          words: [earlier.text, asked.text],
        });
      last.set(entry.from, [...before.slice(-20), asked]);
    }
  }
  return found;
}

function readAsked(
  entry: LedgerEntry,
  byId: ReadonlyMap<string, Statement>,
  papers: ReadonlyMap<string, Article>,
  quantities: readonly Quantity[],
): Asked {
  const told = entry.statements.map((id) => byId.get(id)).filter((one) => one !== undefined);
  const ordered = [...told].sort((a, b) => b.objects.length - a.objects.length || compareText(a.id, b.id));
  const numbers = told
    .flatMap((one) => one.quantities.map((i) => quantities[i]))
    .filter((one) => one !== undefined)
    .filter((one) => one.kind !== "duration" && one.low !== null)
    .map((one) => ({ value: one.low!, unit: one.unit }));
  const first = ordered[0];
  const article = first && papers.get(first.article);
  const text = first && article ? first.objects.map((span) => article.text.slice(span.start, span.end)).join("; ") : "";
  return {
    entry,
    words: new Set(told.flatMap((one) => objectWords(one, papers.get(one.article)))),
    text: text || (first?.quote ?? ""),
    number: numbers.length === 1 ? numbers[0]! : null,
    conditional: told.some((one) => one.condition !== null),
  };
}

function sharesObject(a: Asked, b: Asked): boolean {
  return a.words.size === 0 || b.words.size === 0 || [...a.words].some((word) => b.words.has(word));
}

function compareAsked(a: Asked, b: Asked): MovedDemand["how"] | null {
  if (a.number && b.number && a.number.unit === b.number.unit && a.number.value !== b.number.value)
    return b.number.value > a.number.value ? "raised" : "lowered";
  if (!a.conditional && b.conditional) return "conditioned";
  const gained = [...b.words].some((word) => !a.words.has(word));
  const lost = [...a.words].some((word) => !b.words.has(word));
  if (a.words.size === 0 || b.words.size === 0) return null;
  if (gained && lost) return "reworded";
  return gained ? "widened" : lost ? "narrowed" : null;
}
