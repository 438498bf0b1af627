import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Analysis } from "../../src/model/analysis.ts";
import type { Statement } from "../../src/model/statement.ts";
import { analyzeFiles } from "../../src/pipeline/index.ts";
import type { RelationCase } from "./hand.ts";

/**
 * From the pages to events: each statement read by hand is looked for among those the program found, by place and act;
 * then the joins that are wanted and the near misses, each over the pairs whose two statements were found.
 */
export async function scoreEndToEnd(cases: readonly RelationCase[], folder: URL): Promise<Record<string, number>> {
  const totals = { found: 0, statements: 0, joined: 0, wanted: 0, all: 0, apart: 0, near: 0, right: 0, shown: 0, hard: 0 };
  for (const one of cases) {
    const home = new URL(`${one.name}/`, folder);
    const pages = readdirSync(home).filter((file) => file.endsWith(".page.txt"));
    const analysis = await analyzeFiles(pages.sort().map((file) => fileURLToPath(new URL(file, home))));
    const eventOf = matchStatements(one, analysis);
    const wanted = Object.values(one.expected.events).flatMap((ids) => ids.flatMap((a, i) => ids.slice(i + 1).map((b) => [a, b] as const)));
    const known = wanted.filter(([a, b]) => eventOf.has(a) && eventOf.has(b));
    const near = one.expected.notSame.filter(([a, b]) => eventOf.has(a) && eventOf.has(b));
    totals.statements += one.reading.statements.length;
    totals.found += eventOf.size;
    totals.all += wanted.length;
    totals.wanted += known.length;
    totals.joined += known.filter(([a, b]) => eventOf.get(a) === eventOf.get(b)).length;
    totals.near += near.length;
    totals.apart += near.filter(([a, b]) => eventOf.get(a) !== eventOf.get(b)).length;
    const hard = one.expected.discrepancies.filter((two) => two.verdict === "✕");
    const shown = analysis.discrepancies.filter((two) => two.verdict === "✕");
    const isWanted = (event: string, slot: string): boolean =>
      hard.some((two) => two.slot === slot && (one.expected.events[two.event] ?? []).some((id) => eventOf.get(id) === event));
    totals.hard += hard.length;
    totals.shown += shown.length;
    totals.right += shown.filter((two) => isWanted(two.event, two.slot)).length;
  }
  const share = (hit: number, of: number): number => (of === 0 ? 1 : hit / of);
  return {
    "end to end: statements found": share(totals.found, totals.statements),
    "end to end: pairs joined, of all": share(totals.joined, totals.all),
    "end to end: pairs joined, of found": share(totals.joined, totals.wanted),
    "end to end: near misses found": totals.near,
    "end to end: near misses kept apart": share(totals.apart, totals.near),
    "end to end: contradictions wanted": totals.hard,
    "end to end: contradictions found": totals.right,
    "end to end: false contradictions": totals.shown - totals.right,
  };
}

/** Event id by hand-read statement: of the found statements of the same sentence, the one with the nearest trigger and the same kind of act. */
function matchStatements(one: RelationCase, analysis: Analysis): Map<string, string> {
  const eventOf = new Map(analysis.events.flatMap((event) => event.statements.map((id) => [id, event.id] as const)));
  const texts = new Map(one.reading.articles.map((article) => [article.id, article]));
  const found = new Map<string, string>();
  for (const hand of one.reading.statements) {
    const { headline } = texts.get(hand.article)!;
    const line = hand.quote.split("\n")[0]!;
    // A wire text stands in two papers: the headline tells them apart.
    const holding = analysis.articles.filter((two) => two.kind === "article" && two.text.includes(line));
    const article = holding.find((two) => two.headline === headline) ?? holding[0];
    if (!article) continue;
    const at = article.text.indexOf(line);
    const word = texts.get(hand.article)!.text.slice(hand.trigger.start, hand.trigger.end);
    const trigger = at + hand.trigger.start - hand.evidence.start;
    const near = analysis.statements
      .filter(
        (two) => two.article === article.id && two.trigger.start < at + hand.quote.length && two.trigger.end > at && sameKind(two, hand),
      )
      .map((two) => ({
        id: two.id,
        far: two.trigger.start <= trigger + word.length && two.trigger.end >= trigger ? 0 : Math.abs(two.trigger.start - trigger),
      }))
      .filter((two) => two.far <= 40)
      .sort((a, b) => a.far - b.far || (a.id < b.id ? -1 : 1));
    const event = near[0] && eventOf.get(near[0].id);
    if (event) found.set(hand.id, event);
  }
  return found;
}

const REAL = new Set(["done", "ongoing"]);
const GIFTS = new Set(["CONCEDE", "RETREAT", "AID", "COOPERATE"]);

function sameKind(a: Statement, b: Statement): boolean {
  const stage =
    a.modality === b.modality || (REAL.has(a.modality) && REAL.has(b.modality)) || a.eventType === "REQUEST" || b.eventType === "REQUEST";
  return (
    stage &&
    (a.eventType === b.eventType ||
      (GIFTS.has(a.eventType) && GIFTS.has(b.eventType)) ||
      b.modality === "asked" ||
      b.modality === "refused" ||
      b.modality === "threatened")
  );
}
