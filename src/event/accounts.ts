import type { EventTables } from "../lexicon/events.ts";
import type { Account, Discrepancy, Slot } from "../model/event.ts";
import type { Parties } from "../model/party.ts";
import type { Statement } from "../model/statement.ts";
import { compareText } from "../text/words.ts";
import type { NamedCluster } from "./links.ts";
import { type Filler, readFillers } from "./slots.ts";
import type { Source } from "./sources.ts";
import { graver, type Judgement, judgeSlot } from "./verdicts.ts";

interface Told {
  readonly key: string;
  readonly publisher: string;
  readonly articles: Set<string>;
  readonly copies: Set<string>;
  readonly fillers: Filler[];
}

/** The accounts of an event and how they stand to each other, slot by slot. */
export function compareAccounts(
  named: NamedCluster,
  sourceOf: (statement: Statement) => Source,
  parties: Parties,
  tables: EventTables,
): { readonly accounts: readonly Account[]; readonly discrepancies: readonly Discrepancy[] } {
  const sides = new Set([...named.cluster.from, ...named.cluster.to]);
  const told = new Map<string, Told>();
  for (const telling of named.cluster.tellings) {
    const source = sourceOf(telling.statement);
    const one = told.get(source.key) ?? { key: source.key, publisher: source.name, articles: new Set(), copies: new Set(), fillers: [] };
    if (!told.has(source.key)) told.set(source.key, one);
    const copied = source.article !== telling.article.id;
    (copied ? one.copies : one.articles).add(telling.article.id);
    // What a copy says is said already by its original, where that is among the articles.
    one.fillers.push(...readFillers(telling, sides, parties, tables));
  }
  const ordered = [...told.values()].sort((a, b) => compareText(a.key, b.key));
  return {
    accounts: ordered.map(makeAccount),
    discrepancies: ordered.length < 2 ? [] : compareSlots(named, ordered, parties),
  };
}

function makeAccount(told: Told): Account {
  const articles = told.articles.size > 0 ? told.articles : told.copies;
  const copies = [...told.copies].filter((id) => !articles.has(id)).sort();
  const slots = [...groupSlots(told.fillers).values()].flatMap(makeSlots);
  return { publisher: told.publisher, articles: [...articles].sort(), ...(copies.length > 0 ? { copies } : {}), slots };
}

function groupSlots(fillers: readonly Filler[]): Map<string, Filler[]> {
  const groups = new Map<string, Filler[]>();
  for (const one of fillers) {
    const key = `${one.slot}|${one.side ?? ""}`;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return new Map([...groups].sort((a, b) => compareText(a[0], b[0])));
}

/** One slot record for each different value, with all statements that give it. */
function makeSlots(fillers: readonly Filler[]): Slot[] {
  const values = new Map<string, Filler[]>();
  for (const one of fillers) values.set(shownValue(one), [...(values.get(shownValue(one)) ?? []), one]);
  return [...values]
    .sort((a, b) => compareText(a[0], b[0]))
    .map(([value, same]) => {
      const first = same[0]!;
      const voices = [...new Set(same.map((one) => one.voice))];
      const denied = first.content.kind === "actor" && first.content.denied;
      return {
        slot: denied ? `${slotName(first)}, denied` : slotName(first),
        value: denied ? first.value : value,
        statements: [...new Set(same.map((one) => one.statement))].sort(),
        ...(first.side && first.slot === "leader" ? { side: first.side } : {}),
        ...(voices.every((one) => one !== null) ? { voices: voices.sort() } : {}),
      };
    });
}

/** Numbers are compared by what they count. */
function slotName({ slot, side }: Filler): string {
  return slot === "number" ? `number of ${side}` : slot;
}

function shownValue(filler: Filler): string {
  return filler.content.kind === "actor" && filler.content.denied ? `not ${filler.value}` : filler.value;
}

function compareSlots(named: NamedCluster, told: readonly Told[], parties: Parties): Discrepancy[] {
  const bySlot = new Map<string, { told: Told; fillers: Filler[] }[]>();
  for (const one of told)
    for (const [key, fillers] of groupSlots(one.fillers)) bySlot.set(key, [...(bySlot.get(key) ?? []), { told: one, fillers }]);
  const found: Discrepancy[] = [];
  for (const [, sides] of [...bySlot].sort((a, b) => compareText(a[0], b[0]))) {
    const { slot, side } = sides[0]!.fillers[0]!;
    const judged = judgeAll(
      slot,
      sides.map((one) => one.fillers),
      named,
      parties,
    );
    found.push({
      event: named.id,
      slot: slotName(sides[0]!.fillers[0]!),
      ...(slot === "leader" && side ? { side } : {}),
      verdict: judged.verdict,
      rule: judged.rule,
      accounts: sides.map(({ told: one, fillers }) => ({
        publisher: one.publisher,
        value: showValues(fillers),
        statements: [...new Set(fillers.map((filler) => filler.statement))].sort(),
      })),
    });
  }
  return found;
}

function judgeAll(slot: string, accounts: readonly (readonly Filler[])[], named: NamedCluster, parties: Parties): Judgement {
  let worst: Judgement = { verdict: "·", rule: "only one account says" };
  const judging = { parties, family: named.cluster.family };
  if (accounts.length < 2) return worst;
  // Accounts that say the same need no comparing with each other more than once: a thousand papers hold few different values.
  const different = [...new Map(accounts.map((one) => [signature(one), one])).values()];
  if (different.length === 1) return graver(worst, judgeSlot(slot, accounts[0]!, accounts[1]!, judging));
  for (let i = 0; i < different.length; i++)
    for (let j = i + 1; j < different.length; j++) worst = graver(worst, judgeSlot(slot, different[i]!, different[j]!, judging));
  return worst;
}

function signature(fillers: readonly Filler[]): string {
  const parts = fillers.map(
    (one) =>
      `${shownValue(one)}|${one.voice ?? ""}|${one.source ?? ""}|${one.content.kind === "number" ? `${one.content.near} ${one.published?.low}` : ""}`,
  );
  return [...new Set(parts)].sort().join("||");
}

/** The values of a slot: an account that denies and affirms shows what it affirms. */
function showValues(fillers: readonly Filler[]): string {
  const affirmed = fillers.filter((one) => !(one.content.kind === "actor" && one.content.denied));
  return [...new Set((affirmed.length > 0 ? affirmed : fillers).map((one) => one.value))].sort().join("; ");
}
