import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { stageOf } from "../../src/event/telling.ts";
import type { Analysis } from "../../src/model/analysis.ts";
import type { Discrepancy, Event } from "../../src/model/event.ts";
import type { LedgerRow } from "../../src/model/ledger.ts";
import { readParties } from "../../src/model/party.ts";
import type { Statement } from "../../src/model/statement.ts";
import { analyzeFiles } from "../../src/pipeline/index.ts";
import type { RelationCase } from "./hand.ts";

/** What the program made of a case's pages, told in the ids of the reading by hand: statements nobody read by hand are left out. */
export interface Aligned {
  /** Hand-read statements that were found, by id, with the statement found. */
  readonly found: ReadonlyMap<string, Statement>;
  readonly events: readonly Event[];
  readonly discrepancies: readonly Discrepancy[];
  readonly rows: readonly LedgerRow[];
}

/** Reads the pages of a case from end to end and lines the result up with the reading by hand. */
export async function readPages(one: RelationCase, folder: URL): Promise<Aligned> {
  const home = new URL(`${one.name}/`, folder);
  const pages = readdirSync(home).filter((file) => file.endsWith(".page.txt"));
  return alignCase(one, await analyzeFiles(pages.sort().map((file) => fileURLToPath(new URL(file, home)))));
}

/** Lines an analysis up with a reading by hand: statements by place and act, parties by name. */
export function alignCase(one: RelationCase, analysis: Analysis): Aligned {
  const found = matchStatements(one, analysis);
  const handOf = new Map<string, string[]>();
  for (const [hand, { id }] of found) handOf.set(id, [...(handOf.get(id) ?? []), hand]);
  const rename = (ids: readonly string[]): string[] => ids.flatMap((id) => handOf.get(id) ?? []).sort();
  const party = matchParties(one, analysis);
  return {
    found,
    events: analysis.events.map((event) => ({ ...event, statements: rename(event.statements) })),
    discrepancies: analysis.discrepancies,
    rows: analysis.ledger.map((row) => ({
      ...row,
      dyad: row.dyad.map(party).sort() as [string, string],
      entries: row.entries
        .map((entry) => ({ ...entry, statements: rename(entry.statements) }))
        .filter((entry) => entry.statements.length > 0 || row.entries.some((other) => other.answers === entry.id)),
    })),
  };
}

/** The hand-read party an actor stands for, by any of its names; its own id where nobody read by hand has one. */
function matchParties(one: RelationCase, analysis: Analysis): (id: string) => string {
  const parties = readParties(one.reading.actors);
  const byName = new Map(
    one.reading.actors.flatMap((actor) => [actor.name, ...actor.aliases].map((name) => [fold(name), actor.id] as const)),
  );
  const names = new Map(analysis.actors.map((actor) => [actor.id, [actor.name, ...actor.aliases]]));
  return (id) => {
    const hand = (names.get(id) ?? []).map((name) => byName.get(fold(name))).find((known) => known !== undefined);
    return hand ? parties.party(hand) : id;
  };
}

function fold(name: string): string {
  return name.toLowerCase().replace(/^the\s+/, "");
}

/** Found statement by hand-read one: of those in the same sentence, the one with the nearest trigger and the same kind of act. */
function matchStatements(one: RelationCase, analysis: Analysis): Map<string, Statement> {
  const texts = new Map(one.reading.articles.map((article) => [article.id, article]));
  const found = new Map<string, Statement>();
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
        (two) =>
          two.article === article.id &&
          two.trigger.start < at + hand.quote.length &&
          two.trigger.end > at &&
          sameKind(two, hand, article.text.slice(two.trigger.start, two.trigger.end)),
      )
      .map((two) => ({
        two,
        far: two.trigger.start <= trigger + word.length && two.trigger.end >= trigger ? 0 : Math.abs(two.trigger.start - trigger),
      }))
      .filter(({ far }) => far <= 60)
      .sort((a, b) => a.far - b.far || (a.two.id < b.two.id ? -1 : 1));
    if (near[0]) found.set(hand.id, near[0].two);
  }
  return found;
}

const GIFTS = new Set(["CONCEDE", "RETREAT", "AID", "COOPERATE"]);
// "agreed to meet again" is told as a plan or as a promise with equal right.
const TO_COME = new Set(["planned", "offered"]);

/** `a` as found, with the word it was found by; `b` as read by hand. */
function sameKind(a: Statement, b: Statement, word: string): boolean {
  const [one, other] = [stageOf(a, word), stageOf(b)];
  const stage = one === other || (TO_COME.has(one) && TO_COME.has(other)) || a.eventType === "REQUEST" || b.eventType === "REQUEST";
  return (
    stage &&
    (a.eventType === b.eventType ||
      (GIFTS.has(a.eventType) && GIFTS.has(b.eventType)) ||
      // A side is led at a meeting or at a signing.
      (b.leaders.length > 0 && a.leaders.length > 0) ||
      b.modality === "asked" ||
      b.modality === "offered" ||
      b.modality === "refused" ||
      b.modality === "threatened")
  );
}
