import type { Direction, EntryKind, LedgerEntry, LedgerRow } from "./ledger.ts";

/**
 * Where a relation is heading, by the count of steps given, offers and promises (warm) against threats and refusals (hard): half as many again decide.
 * What hangs on a condition counts for neither side. After the idea of CrisisWatch's arrows.
 */
export function judgeCourse(warm: number, hard: number): Direction["course"] {
  if (warm + hard === 0) return "steady";
  return warm >= 1.5 * hard ? "warming" : hard >= 1.5 * warm ? "cooling" : "mixed";
}

/** Counts the rows of one relation. An ask is unmet while nothing given or refused answers it; a condition or an offer in return leaves it open. */
export function countCourse(rows: readonly LedgerRow[]): Pick<Direction, "course" | "counted"> {
  const closed = new Set(
    rows.flatMap((row) => row.entries.filter((one) => one.kind === "given" || one.kind === "refused").map((one) => one.answers)),
  );
  const moves = new Map<string, { readonly first: LedgerEntry; open: boolean }>();
  for (const row of rows)
    for (const entry of row.entries) {
      const key = moveKey(entry);
      const move = moves.get(key) ?? { first: entry, open: true };
      move.open &&= !closed.has(entry.id) && row.state !== "met";
      moves.set(key, move);
    }
  const all = [...moves.values()];
  const pick = (kind: EntryKind): string[] => all.filter((one) => one.first.kind === kind).map((one) => one.first.id);
  const counted: Direction["counted"] = {
    given: pick("given"),
    offered: pick("offered"),
    promised: pick("promised"),
    conditional: pick("conditional"),
    threatened: pick("threatened"),
    refused: pick("refused"),
    unmet: all.filter((one) => one.first.kind === "asked" && one.open).map((one) => one.first.id),
  };
  const warm = counted.given.length + counted.offered.length + counted.promised.length;
  const hard = counted.threatened.length + counted.refused.length;
  return { course: Object.values(counted).every((ids) => ids.length === 0) ? "unknown" : judgeCourse(warm, hard), counted };
}

/** The same words as the same move of the same party are one move, whatever the issue it stands under. */
export function moveKey(entry: LedgerEntry): string {
  return [entry.kind, entry.from, ...entry.statements.toSorted()].join(" ");
}

/** The parts of the sentence that are not zero. */
export function partsOf(counted: Direction["counted"]): readonly { readonly label: string; readonly entries: readonly string[] }[] {
  return SAID.map(([key, one, many]) => {
    const entries = counted[key];
    return { label: `${entries.length} ${entries.length === 1 ? one : many}`, entries };
  }).filter((part) => part.entries.length > 0);
}

const SAID: readonly (readonly [keyof Direction["counted"], string, string])[] = [
  ["given", "step given", "steps given"],
  ["offered", "offer", "offers"],
  ["promised", "promise", "promises"],
  ["conditional", "condition", "conditions"],
  ["threatened", "threat", "threats"],
  ["refused", "refusal", "refusals"],
  ["unmet", "ask neither met nor refused", "asks neither met nor refused"],
];

/** The course in a sentence, without its full stop: "Warming: 3 steps given, 2 threats and 4 asks neither met nor refused". */
export function sayCourse({ course, counted }: Pick<Direction, "course" | "counted">): string {
  const parts = partsOf(counted).map((part) => part.label);
  const told = parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
  return `${course[0]!.toUpperCase()}${course.slice(1)}: ${told || "no step, threat or ask found"}`;
}
