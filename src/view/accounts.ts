import type { Analysis } from "../model/analysis.ts";
import type { Discrepancy, Event } from "../model/event.ts";
import { isSure } from "../model/statement.ts";
import { sayDate } from "./dates.ts";
import { toldBySeveral } from "./dossier.ts";
import { type Indexed, indexOf } from "./index-of.ts";
import { type Ink, PLAIN, sayDoubt } from "./ink.ts";
import { clean, HAPPENINGS, list, saySlot, shorten, VERDICT_ORDER, VERDICTS } from "./words.ts";

/** One slot of an event told by several: a value for each publisher, null where it says nothing. */
export interface SlotRow {
  readonly slot: string;
  /** The slot as a heading, with its side where it has one. */
  readonly title: string;
  /** null where the analysis states none and the values are not the same words. */
  readonly verdict: Discrepancy["verdict"] | null;
  readonly rule: string;
  readonly cells: readonly (Cell | null)[];
  /** True where whoever says something on it says it in a statement that is sure (`SURE`). */
  readonly sure: boolean;
}

/** What one publisher says on a slot, in words, with the statements that say it. */
export interface Cell {
  readonly value: string;
  readonly statements: readonly string[];
}

/** An event with its accounts side by side: one column a publisher, one row a slot, the gravest verdict first. */
export interface Grid {
  readonly event: Event;
  readonly title: string;
  readonly publishers: readonly string[];
  readonly rows: readonly SlotRow[];
}

/** The accounts of an event as a grid. Slots without a stated verdict are "only one says" (`·`) or, told alike by all, `=`. */
export function gridOf(index: Indexed, event: Event): Grid {
  const publishers = [...new Set(event.accounts.map((account) => account.publisher))];
  const stated = index.verdictsOf(event.id);
  const keys = new Map([...stated, ...event.accounts.flatMap((a) => a.slots)].map((one) => [keyOf(one), one]));
  const rows = [...keys].map(([key, one]): SlotRow => {
    const { slot } = one;
    const verdict = stated.find((d) => keyOf(d) === key);
    const cells = publishers.map((publisher): Cell | null => {
      const said = verdict?.accounts.filter((a) => a.publisher === publisher) ?? [];
      const told = event.accounts.filter((a) => a.publisher === publisher).flatMap((a) => a.slots.filter((s) => keyOf(s) === key));
      const values = said.length > 0 ? said : told;
      if (values.length === 0) return null;
      return {
        value: list([...new Set(values.map((v) => nameValue(index, v.value)))]),
        statements: [...new Set(values.flatMap((v) => v.statements))],
      };
    });
    const values = new Set(cells.flatMap((cell) => (cell ? [cell.value] : [])));
    const alone = cells.filter((cell) => cell !== null).length < 2;
    return {
      slot,
      title: titleOfSlot(index, one),
      verdict: verdict?.verdict ?? (alone ? "·" : values.size === 1 ? "=" : null),
      rule: verdict?.rule ?? "",
      cells,
      sure: cells.every((cell) => cell === null || cell.statements.some((id) => isSure(index.statement(id)))),
    };
  });
  return {
    event,
    title: titleOf(index, event),
    publishers,
    rows: rows.toSorted((a, b) => rankOf(a.verdict) - rankOf(b.verdict)),
  };
}

/** The place of a verdict from the gravest on; slots not judged stand before those that agree. */
export function rankOf(verdict: SlotRow["verdict"]): number {
  return verdict === null ? VERDICT_ORDER.length - 1.5 : VERDICT_ORDER.indexOf(verdict);
}

/** A verdict with its sign, in words. */
export function sayVerdict(verdict: SlotRow["verdict"]): string {
  return verdict === null ? "not judged" : `${verdict} ${VERDICTS[verdict]}`;
}

/** Grids with the gravest verdicts first. */
export function sortGrids(grids: readonly Grid[]): readonly Grid[] {
  const worst = (grid: Grid) => Math.min(VERDICT_ORDER.length, ...grid.rows.map((row) => rankOf(row.verdict)));
  return grids.toSorted((a, b) => worst(a) - worst(b));
}

/** A slot as a heading, with its side where it has one: "Who led (Paraguay)". */
export function titleOfSlot(index: Indexed, slot: { readonly slot: string; readonly side?: string }): string {
  return slot.side === undefined ? saySlot(slot.slot) : `${saySlot(slot.slot)} (${index.names.get(slot.side) ?? slot.side})`;
}

function keyOf(slot: { readonly slot: string; readonly side?: string }): string {
  return `${slot.slot}|${slot.side ?? ""}`;
}

/** A value of a slot in words: ids of actors become their names, dates are spelt out. */
export function nameValue(index: Indexed, value: string): string {
  const { names } = index;
  const whole = names.get(value);
  if (whole !== undefined) return whole;
  const parts = value.split(/[\s,;|]+/).filter((part) => part !== "");
  if (parts.length > 0 && parts.every((part) => names.has(part))) return list(parts.map((part) => names.get(part) ?? part));
  if (/^-?\d{4}(-\d\d){0,2}[~?%]?(\/|$)/.test(value)) return sayDate(value);
  return clean(value) || "not said";
}

/** What an event was, in a few words: "Talks · Paraguay and Bolivia · 18 Mar 2026". */
export function titleOf(index: Indexed, event: Event): string {
  const who = [...new Set([...event.actors, ...event.recipients].map((id) => index.actor(id).name))];
  return [HAPPENINGS[event.eventType], list(who), event.time ? sayDate(event.time) : ""].filter((part) => part !== "").join(" · ");
}

/** Events that more than one publisher tells; those with a contradiction first, then in order of the analysis. */
export function gridsOf(analysis: Analysis, only?: string): readonly Grid[] {
  const index = indexOf(analysis);
  const events = analysis.events.filter((event) => (only === undefined ? toldBySeveral(event) : event.id === only));
  return sortGrids(events.map((event) => gridOf(index, event)));
}

/** Grids as text. Rows on which all agree are left out unless `all`. */
export function writeAccounts(grids: readonly Grid[], searched: number, all: boolean, ink: Ink = PLAIN): string {
  if (grids.length === 0) return `No event told by more than one publisher; ${searched} events searched.\n`;
  return grids.map((grid) => writeGrid(grid, all, ink)).join("\n");
}

function writeGrid(grid: Grid, all: boolean, ink: Ink): string {
  const shown = grid.rows.filter((row) => all || row.verdict !== "=");
  const lines = shown.flatMap((row) => {
    const head = `${row.verdict ?? " "} ${row.title}: ${row.verdict === null ? "not judged" : VERDICTS[row.verdict]}`;
    const cells = row.cells.map(
      (cell, c) => `      ${shorten(grid.publishers[c] ?? "", 60)}: ${cell ? shorten(cell.value, 160) : ink.faint("not said")}`,
    );
    return [`  ${row.verdict === "✕" ? ink.alarm(head) : head}${sayDoubt(row, ink)}`, ...cells];
  });
  const agreed = grid.rows.length - shown.length;
  if (agreed > 0) lines.push(ink.faint(`  = ${agreed} more on which they agree (--all shows them)`));
  return `${ink.strong(grid.title)}  ${ink.faint(grid.event.id)}\n${lines.join("\n")}\n`;
}
